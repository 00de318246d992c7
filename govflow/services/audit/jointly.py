"""Joint decisions verified: what several ballots came to together is what each of them has decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import le, lt
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import DECIDED, Ballot
from govflow.domain.council.ballot_proceeding import Settle
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import folded, thawed
from govflow.messages import Notice
from govflow.services.council.joint import awaited_among, closed_by, speaking_for, twice_among

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def settled_together(work: UnitOfWork, ballot: Ballot, entry: Entry) -> bool:
    """Whether the act that settled a ballot names the one of every body that spoke for it on the same text then, each
    settled alike, with what it decided and closed."""
    act = thawed(Settle, entry.read("payload"))
    told = act.outcomes
    named = [each for each in _on_the_same(work, ballot) if each.reference in told]
    alike = all((told[each.reference], ballot.jointly) == (each.outcome, each.jointly) for each in named)
    alike = alike and act.closed == closed_by(named)
    then = list(_as_of(work, ballot.bodies, entry.recorded_at, sooner=True))
    alike = alike and all(_spoke(then, each) for each in named)
    return alike and len(named) == len(told) and {each.body for each in named} == ballot.bodies


def opened_twice(work: UnitOfWork, ballot: Ballot, entry: Entry) -> Iterator[Notice]:
    """The ballot of the same body on the same text that waited as this one was opened. What ended at that moment is
    taken to have ended before."""
    if not ballot.joint:
        return
    there = {each.reference for each in _as_of(work, [ballot.body], entry.recorded_at, sooner=True)}
    then = [each for each in _as_of(work, [ballot.body], entry.recorded_at) if each.reference in there]
    yield from twice_among(then, ballot)


def left_unsettled(work: UnitOfWork, ballot: Ballot, *, decided_at: str) -> bool:
    """Whether a ballot was the last to decide the text and nobody settled it. Of what happened at the same moment it is
    taken for the last."""
    if ballot.jointly is not None or ballot.outcome not in DECIDED:
        return False
    then = list(_as_of(work, ballot.bodies, decided_at))
    latest = speaking_for(then, ballot, ballot.body)
    return latest is not None and latest.reference == ballot.reference and not awaited_among(then, ballot)


def _spoke(then: Sequence[Ballot], ballot: Ballot) -> bool:
    """Whether no later ballot of its body spoke for that."""
    other = speaking_for(then, ballot, ballot.body)
    return other is None or other.turn <= ballot.turn


def _as_of(work: UnitOfWork, bodies: Iterable[str], moment: str, *, sooner: bool = False) -> Iterator[Ballot]:
    """The ballots of some bodies as their histories had left them at a moment, or just before."""
    until = lt if sooner else le
    for reference in (kept.value.reference for body in bodies for kept in work.ballots.found(body=body)):
        entries = work.history.entries(Subject("ballot", reference))
        made = [entry.read("changes")["ballot"] for entry in entries if until(entry.recorded_at, moment)]
        if made:
            content: dict[str, Any] = {}
            yield thawed(Ballot, reduce(folded, made, content))


def _on_the_same(work: UnitOfWork, ballot: Ballot) -> Iterator[Ballot]:
    for body in sorted(ballot.bodies):
        for each in (kept.value for kept in work.ballots.found(body=body)):
            same = (each.purpose, each.bodies, each.text_digest)
            if same == (ballot.purpose, ballot.bodies, ballot.text_digest):
                yield each
