"""The times of a ballot: when what is recorded of it happened."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.council.ballot import Ballot


def latest(ballot: Ballot) -> str:
    """The latest moment that is recorded of a ballot: nothing that is done to it happened before."""
    return max(filter(None, _moments(ballot)))


def _moments(ballot: Ballot) -> Iterator[str | None]:
    """Not those of corrections: these are made when they are recorded, after the close."""
    yield from (ballot.opened_at, ballot.asked_at, ballot.closed_at)
    yield from (given.at for given in ballot.positions.values() if given.at <= (ballot.closed_at or given.at))
    for recusal in ballot.recused.values():
        yield from (recusal.at, recusal.ended_at)
    yield from (each.at for each in (ballot.objection, ballot.casting) if each)
