"""Ballots as they were: what their histories had made of them when something was done with another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import advanced, folded, thawed
from govflow.services.council.matters.walk import Then

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class BallotsThen:
    """The states of ballots, each read once."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._states: dict[str, list[tuple[str, Ballot]]] = {}

    def as_of(self, ballot: Ballot, entry: Entry) -> Iterator[Then]:
        """The ballots as they may have been at an entry of one: those recorded before it, and of the same moment those
        of the body with a lower number; what other bodies opened at that moment may have come after, or else before."""
        tied: list[Ballot] = []
        yield self._then(ballot, entry, tied, sooner=False)
        if tied:
            yield self._then(ballot, entry, [], sooner=True)

    def _then(self, ballot: Ballot, entry: Entry, tied: list[Ballot], *, sooner: bool) -> Then:
        """Of what other bodies opened at that moment it is told in `tied`, and taken as having come `sooner` or not."""

        def then(other: Ballot) -> Ballot | None:
            told = self._told(other.reference)
            if not told or told[0][0] > entry.recorded_at:
                return None
            before = other.turn[1:] < ballot.turn[1:] if other.body == ballot.body else sooner
            if told[0][0] == entry.recorded_at and not before:
                tied.extend([other] if other.body != ballot.body else [])
                return None
            return [state for at, state in told if at <= entry.recorded_at][-1]

        return then

    def _told(self, reference: str) -> list[tuple[str, Ballot]]:
        if reference not in self._states:
            self._states[reference] = list(self._read(reference))
        return self._states[reference]

    def _read(self, reference: str) -> Iterator[tuple[str, Ballot]]:
        content: dict[str, Any] = {}
        before: Ballot | None = None
        for entry in self._work.history.entries(Subject("ballot", reference)):
            changes = entry.read("changes")["ballot"]
            content = folded(content, changes)
            before = advanced(before, content, changes) if before else thawed(Ballot, content)
            yield entry.recorded_at, before
