"""Joint decisions verified: what several ballots came to together is what each of them has decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import DECIDED, Ballot
from govflow.domain.council.ballot_proceeding import Settle
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import folded, thawed
from govflow.services.council.joint import awaited_among, closed_by, speaking_for

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def settled_together(work: UnitOfWork, ballot: Ballot, entry: Entry) -> bool:
    """Whether the act that settled a ballot names one of every body on the same text, each settled alike, with what it
    decided and closed."""
    act = thawed(Settle, entry.read("payload"))
    told = act.outcomes
    named = [each for each in _on_the_same(work, ballot) if each.reference in told]
    alike = all((told[each.reference], ballot.jointly) == (each.outcome, each.jointly) for each in named)
    alike = alike and act.closed == closed_by(named)
    return alike and len(named) == len(told) and {each.body for each in named} == ballot.bodies


def left_unsettled(work: UnitOfWork, ballot: Ballot, *, decided_at: str) -> bool:
    """Whether a ballot was the last to decide the text and nobody settled it. Of what happened at the same moment it is
    taken for the last."""
    if ballot.jointly is not None or ballot.outcome not in DECIDED:
        return False
    then = list(_as_of(work, ballot.bodies, decided_at))
    latest = speaking_for(then, ballot, ballot.body)
    return latest is not None and latest.reference == ballot.reference and not awaited_among(then, ballot)


def _as_of(work: UnitOfWork, bodies: Iterable[str], moment: str) -> Iterator[Ballot]:
    """The ballots of some bodies as their histories had left them at a moment."""
    for reference in (kept.value.reference for body in bodies for kept in work.ballots.found(body=body)):
        entries = work.history.entries(Subject("ballot", reference))
        made = [entry.read("changes")["ballot"] for entry in entries if entry.recorded_at <= moment]
        if made:
            content: dict[str, Any] = {}
            yield thawed(Ballot, reduce(folded, made, content))


def _on_the_same(work: UnitOfWork, ballot: Ballot) -> Iterator[Ballot]:
    for body in sorted(ballot.bodies):
        for each in (kept.value for kept in work.ballots.found(body=body)):
            same = (each.purpose, each.bodies, each.text_digest)
            if same == (ballot.purpose, ballot.bodies, ballot.text_digest):
                yield each
