"""Ballots verified: rows and positions against what the history folds to, and outcomes against a new tally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, taken, tally_of_ballot
from govflow.domain.council.tally import Outcome
from govflow.domain.history import Entry, Subject
from govflow.services.audit.aggregates import Aggregates
from govflow.services.audit.findings import Findings
from govflow.services.council.ballot_opening import SERIES
from govflow.services.council.balloting import rule_in

if TYPE_CHECKING:
    from govflow.store import PositionRow, UnitOfWork


class Ballots(Aggregates[Ballot]):
    """The ballots of a store, one history after the other."""

    def __init__(self, work: UnitOfWork, findings: Findings) -> None:
        super().__init__(work, findings, kind=Ballot, repository=work.ballots, series=SERIES)
        self._taken: list[PositionRow] = []

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare everything that belongs to one ballot with its entries."""
        self._taken = []
        super().verify(subject, entries)
        if self.work.positions.of(subject.id) != self._taken:
            self.findings.say("positions_differ", reference=subject.id)

    def step(self, before: Ballot | None, after: Ballot, entry: Entry) -> None:
        """An entry leads where it says, and an outcome is what the positions come to."""
        super().step(before, after, entry)
        self._take(before, after)
        decided = after.outcome if before is None or before.outcome != after.outcome else None
        if decided not in (None, Outcome.WITHDRAWN, tally_of_ballot(after, rule_in(after.rule)).outcome):
            self.findings.say("outcome_differs", reference=entry.subject, seq=entry.seq)

    def _take(self, before: Ballot | None, after: Ballot) -> None:
        """The positions that an entry took, in the order of their numbers."""
        from govflow.store import PositionRow

        self._taken += (PositionRow.of(after, given) for given in taken(before, after))
