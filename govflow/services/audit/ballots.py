"""Ballots verified: row and positions against what the history folds to, and outcomes against a new tally."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, Event, apply, given_of, tally_of_ballot
from govflow.domain.history import Entry, Subject
from govflow.services.audit.findings import Findings
from govflow.services.council.ballot_opening import SERIES
from govflow.services.council.balloting import rule_in

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_NUMBER = re.compile(r"(.+)-(\d+)-B(\d+)")


class Ballots:
    """The ballots of a store, one history after the other."""

    def __init__(self, work: UnitOfWork, findings: Findings) -> None:
        self.work = work
        self.findings = findings
        self.seen: set[str] = set()

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare everything that belongs to one ballot with its entries."""
        from govflow.store import BallotRow, PositionRow

        self.seen.add(subject.id)
        ballot: Ballot | None = None
        given: list[PositionRow] = []
        for entry in entries:
            said = entry.read("changes")
            ballot = apply(ballot, Event(entry.trigger, said))
            if entry.trigger == "cast":
                given.append(PositionRow.of(subject.id, given_of(said)))
            self._entry(ballot, entry)
        if ballot is None or self.work.ballots.get(subject.id) != BallotRow.of(ballot, len(entries)):
            self.findings.say("ballot_differs", ballot=subject.id)
        if self.work.positions.of(subject.id) != given:
            self.findings.say("positions_differ", ballot=subject.id)

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every history was seen. What `unreadable` names is reported already."""
        with self.findings.checking("ballots"):
            known = self.seen | unreadable
            for row in self.work.ballots.every():
                if row.reference not in known:
                    self.findings.say("ballot_without_history", ballot=row.reference)
            self._numbers(known)

    def _entry(self, ballot: Ballot, entry: Entry) -> None:
        """An entry leads where it says, and an outcome is what the positions come to."""
        counted = entry.trigger in ("closed", "casting_vote")
        rule = rule_in(ballot.rule)
        tallied = tally_of_ballot(ballot, rule).outcome if counted else ballot.outcome
        if (entry.to_state, tallied) != (ballot.state.value, ballot.outcome):
            self.findings.say("outcome_differs", ballot=entry.subject, seq=entry.seq)

    def _numbers(self, known: set[str]) -> None:
        """Numbers without gaps, and counters that stand at the last of them."""
        serials: dict[tuple[str, int], list[int]] = {}
        for series, year, serial in (_NUMBER.fullmatch(name).groups() for name in known):  # type: ignore[union-attr]  # what does not match is a finding
            serials.setdefault((f"{SERIES}{series}", int(year)), []).append(int(serial))
        kept = {of: last for of, last in self.work.numbering.every().items() if of[0].startswith(SERIES)}
        for of in sorted(serials.keys() | kept.keys()):
            if sorted(serials.get(of, ())) != list(range(1, kept.get(of, 0) + 1)):
                self.findings.say("counter_differs", series=of[0].removeprefix(SERIES), fiscal_year=of[1])
