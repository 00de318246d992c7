"""Joint decisions: the ballots of several bodies that decide the same text together, once the last of them has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import DECIDED, Ballot

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def awaited(work: UnitOfWork, ballot: Ballot) -> list[str]:
    """The bodies that have still to decide the text."""
    found = {body: _partner(work, ballot, body) for body in ballot.joint}
    return [body for body, other in found.items() if other is None or other.outcome not in DECIDED]


def partners(work: UnitOfWork, ballot: Ballot) -> Iterator[Ballot]:
    """The ballots of the other bodies on the same text."""
    return filter(None, (_partner(work, ballot, body) for body in ballot.joint))


def _partner(work: UnitOfWork, ballot: Ballot, body: str) -> Ballot | None:
    """The latest ballot of another body that names the same bodies, and has neither ended without deciding nor been
    settled with others before."""
    every = (kept.value for kept in work.ballots.found(body=body))
    same = [each for each in every if _belongs(each, ballot)]
    return max(same, key=lambda each: (each.opened_at, each.reference), default=None)


def _belongs(other: Ballot, ballot: Ballot) -> bool:
    counts = other.jointly is None and (not other.ended or other.outcome in DECIDED)
    same = other.purpose is ballot.purpose and other.bodies == ballot.bodies
    return counts and same and other.text_digest == ballot.text_digest
