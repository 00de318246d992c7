"""Joint decisions: the ballots of several bodies that decide the same text together, once the last of them has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import DECIDED, Ballot
from govflow.domain.council.redaction import OF_THE_MATTER
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def awaited(work: UnitOfWork, ballot: Ballot) -> list[str]:
    """The bodies that have still to decide the text."""
    return awaited_among(_others(work, ballot), ballot)


def partners(work: UnitOfWork, ballot: Ballot) -> Iterator[Ballot]:
    """The ballots of the other bodies on the same text."""
    others = _others(work, ballot)
    return filter(None, (speaking_for(others, ballot, body) for body in ballot.joint))


def undecided_twice(work: UnitOfWork, ballot: Ballot) -> Iterator[Notice]:
    """A body puts a text to the vote jointly once: not anew while a ballot on it goes on or waits for other bodies."""
    own = [kept.value for kept in work.ballots.found(body=ballot.body)] if ballot.joint else []
    yield from twice_among(own, ballot)


def twice_among(own: Sequence[Ballot], ballot: Ballot) -> Iterator[Notice]:
    """The same by what these ballots of the body say."""
    if other := speaking_for(own, ballot, ballot.body):
        yield notice("voting.waits_jointly", ballot=other.reference)


def closed_by(ballots: Iterable[Ballot]) -> dict[str, str]:
    """What any of several ballots closes of the text that they decide together."""
    return {field: why for each in ballots for field, why in each.closed.items() if field in OF_THE_MATTER}


def as_settled(work: UnitOfWork, ballot: Ballot) -> Ballot:
    """The ballot with what the other bodies have closed of the text, also before all of them have decided it."""
    if not ballot.joint or ballot.jointly is not None:
        return ballot
    return ballot._replace(closed_jointly=closed_by(partners(work, ballot)))


def bodies_of(work: UnitOfWork, ballot: Ballot) -> dict[str, Ballot | None]:
    """The ballot of every body of a joint decision by name, its own first; None where a body has none yet."""
    settled = (work.ballots.get(reference) for reference in ballot.together if reference != ballot.reference)
    known = {each.value.body: each.value for each in settled if each}
    near = [] if known else _others(work, ballot)
    others = {body: known.get(body) if known else speaking_for(near, ballot, body) for body in ballot.joint}
    return {ballot.body: ballot, **others}


def awaited_among(others: Sequence[Ballot], ballot: Ballot) -> list[str]:
    """The bodies that have still to decide the text, by what these ballots say."""
    found = {body: speaking_for(others, ballot, body) for body in ballot.joint}
    return [body for body, other in found.items() if other is None or other.outcome not in DECIDED]


def speaking_for(others: Sequence[Ballot], ballot: Ballot, body: str) -> Ballot | None:
    """The ballot of a body that names the same bodies, and has neither ended without deciding nor been settled with
    others before. Replaced papers can make the text of two the same: what is decided goes first, then the latest."""
    same = [each for each in others if each.body == body and _belongs(each, ballot)]
    return max(same, key=lambda each: (each.outcome in DECIDED, each.turn), default=None)


def _others(work: UnitOfWork, ballot: Ballot) -> list[Ballot]:
    return [kept.value for body in ballot.joint for kept in work.ballots.found(body=body)]


def _belongs(other: Ballot, ballot: Ballot) -> bool:
    counts = other.jointly is None and (not other.ended or other.outcome in DECIDED)
    same = other.purpose is ballot.purpose and other.bodies == ballot.bodies
    return counts and same and other.text_digest == ballot.text_digest
