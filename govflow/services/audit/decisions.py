"""The decision register verified: each decision and link against the ballot's entry that made it, and its numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.register import SERIES, DecisionNumber
from govflow.domain.history import Entry, Subject
from govflow.services.audit.ballots import Ballots
from govflow.services.audit.findings import Findings
from govflow.services.audit.timing import Timed, timed
from govflow.services.council.register import decision_of, public_of
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, LinkRow, UnitOfWork


class Decisions:
    """The register of a store, compared with the histories of its ballots."""

    def __init__(self, session: Session, work: UnitOfWork, findings: Findings, *, ballots: Ballots) -> None:
        self.session = session
        self.work = work
        self.findings = findings
        self.ballots = ballots
        self._entered: set[str] = set()
        self._linked: dict[tuple[str, str, str], Timed] = {}

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare what the entries of a ballot entered into the register."""
        for act, (before, after, entry) in zip(timed(entries), self.ballots.states(entries), strict=True):
            with self.findings.checking(f"history ballot {subject.id} {entry.seq}"):
                changes = entry.read("changes")
                self._decision(changes.get("decision"), before, after, act)
                for each in changes.get("links", ()):
                    self._linked[each["later"], each["earlier"], each["kind"]] = act

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every ballot was seen. Those of ballots in `unreadable` are reported already."""
        with self.findings.checking("decisions"):
            rows = [row for row in self.work.decisions.find() if row.ballot not in unreadable]
            for row in rows:
                if row.number not in self._entered:
                    self.findings.say("decision_differs", number=row.number)
            self._numbers(self._entered | {row.number for row in self.work.decisions.find()})
        with self.findings.checking("decision_links"):
            self._links(self.work.decisions.every_link(), unreadable=unreadable)

    def _decision(
        self, noted: dict[str, Any] | None, before: Ballot | None, after: Ballot, act: Timed
    ) -> None:
        """The number that a ballot takes, the row under it, and the digests that the entry names."""
        taken = after.decision if before is None or before.decision != after.decision else None
        if taken is None and noted is None:
            return
        number = taken or str(noted and noted["number"])
        self._entered.add(number)
        row = self.work.decisions.get(number)
        if row is None:
            self.findings.say("decision_missing", number=number)
        elif not (noted and noted["number"] == taken and self._sound(row, noted, after, act)):
            self.findings.say("decision_differs", number=number)

    def _sound(self, row: DecisionRow, noted: dict[str, Any], ballot: Ballot, act: Timed) -> bool:
        """Whether a row is what the ballot gives. Title, sentence and nonce are as they were written then: the entry's
        digests bind them."""
        from govflow.store import DecisionRow

        kept = row.full
        full = decision_of(
            self.work, ballot, number=row.number, title=kept.title, day=self._day(ballot, act.entry)
        )
        full = full._replace(sentence=kept.sentence, nonce=kept.nonce)
        public = public_of(full, ballot, self.session.charter(self.work, ballot.charter))
        digests = (noted["digest"], noted["public_digest"])
        expected = DecisionRow.of(full, public, recorded_at=row.recorded_at)
        return (
            row == expected and act.recorded(row.recorded_at) and digests == (row.digest, row.public_digest)
        )

    def _day(self, ballot: Ballot, entry: Entry) -> str:
        kept = self.work.meetings.get(ballot.meeting) if ballot.meeting else None
        return kept.value.day if kept and kept.value.on_paper else entry.effective_on

    def _links(self, rows: Iterable[LinkRow], *, unreadable: set[str]) -> None:
        """Every link was told by an entry, and every link that was told is there."""
        stored = {(row.later, row.earlier, row.kind): row for row in rows}
        for link in sorted(stored.keys() | self._linked.keys()):
            row, act = stored.get(link), self._linked.get(link)
            if act is None and self._ballot_of(link[0]) in unreadable:
                continue
            if row is None or act is None or not act.recorded(row.recorded_at):
                self.findings.say("decision_link_differs", later=link[0], earlier=link[1])

    def _ballot_of(self, number: str) -> str | None:
        row = self.work.decisions.get(number)
        return row and row.ballot

    def _numbers(self, numbers: Iterable[str]) -> None:
        """Numbers without gaps, and counters that stand at the last of them."""
        serials: dict[tuple[str, int], list[int]] = {}
        for mark, year, serial in map(DecisionNumber.of, numbers):
            serials.setdefault((f"{SERIES}{mark}", year), []).append(serial)
        kept = {of: last for of, last in self.work.numbering.every().items() if of[0].startswith(SERIES)}
        for of in sorted(serials.keys() | kept.keys()):
            if sorted(serials.get(of, ())) != list(range(1, kept.get(of, 0) + 1)):
                self.findings.say("counter_differs", series=of[0].removeprefix(SERIES), fiscal_year=of[1])
