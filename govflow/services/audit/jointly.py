"""Joint decisions verified: what several ballots came to together is what each of them has decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import DECIDED, Ballot
from govflow.domain.council.ballot_proceeding import Settle
from govflow.domain.history import Entry
from govflow.domain.plain import thawed

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def settled_together(work: UnitOfWork, ballot: Ballot, entry: Entry) -> bool:
    """Whether the act that settled a ballot names one of every body on the same text, each settled alike, with what it
    decided."""
    told = thawed(Settle, entry.read("payload")).outcomes
    named = [each for each in _on_the_same(work, ballot) if each.reference in told]
    alike = all((told[each.reference], ballot.jointly) == (each.outcome, each.jointly) for each in named)
    return alike and len(named) == len(told) and {each.body for each in named} == ballot.bodies


def left_unsettled(work: UnitOfWork, ballot: Ballot) -> bool:
    """Whether every body has decided the text and nobody settled it. Where one of them voted on it more than once, the
    ballots do not tell which of them it was that waited."""
    if ballot.jointly is not None or ballot.outcome not in DECIDED:
        return False
    every = list(_on_the_same(work, ballot))
    once = sorted(each.body for each in every) == sorted(ballot.bodies)
    return once and all(each.outcome in DECIDED for each in every)


def _on_the_same(work: UnitOfWork, ballot: Ballot) -> Iterator[Ballot]:
    for body in sorted(ballot.bodies):
        for each in (kept.value for kept in work.ballots.found(body=body)):
            same = (each.purpose, each.bodies, each.text_digest)
            if same == (ballot.purpose, ballot.bodies, ballot.text_digest):
                yield each
