"""Proposals verified: row, steps, revisions and finished stays against what their histories fold to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical, digest_of
from govflow.domain.history import Entry
from govflow.domain.number import REFERENCE
from govflow.domain.proposal import Revision
from govflow.domain.replay import Folded, fold
from govflow.errors import StoreError
from govflow.services.acting.keeping import step_rows
from govflow.services.audit.clocks import Asked, asked_by, misset, paused_days, pausing_of
from govflow.services.audit.corrections import correction_problems
from govflow.services.audit.findings import Findings
from govflow.services.audit.numbering import highest, with_gaps
from govflow.services.audit.opening import opening_problems
from govflow.services.audit.replaying import entry_problems
from govflow.services.audit.returns import misreturned
from govflow.services.audit.ruled import dates_said
from govflow.services.audit.timing import misdated, timed
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

Stage = tuple[str, str, str]
"""Workflow, ministry and state."""


class Proposals:
    """The proposals of a store, one history after the other."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        definition_of: Callable[[str], Definition],
    ) -> None:
        self.session = session
        self.work = work
        self.findings = findings
        self.definition_of = definition_of
        self._rows = work.proposals.alongside()
        self._asked = work.steps.alongside()
        self._revised = work.revisions.alongside()
        self.seen: set[str] = set()
        self._visits: dict[Stage, int] = defaultdict(int)
        self._days: dict[Stage, int] = defaultdict(int)

    def verify(self, reference: str, entries: list[Entry]) -> None:
        """Compare everything that belongs to one proposal with its entries."""
        checking = self.findings.checking
        self.seen.add(reference)
        for entry in entries:
            with checking("history", entry.kind, reference, entry.seq):
                self.findings.problems += entry_problems(self.definition_of, entry)
        folded = fold(entries)
        with checking("proposals", reference):
            self.findings.problems += opening_problems(self.definition_of, entries)
            self._row(reference, folded, last=entries[-1])
        with checking("steps", reference):
            self._steps(reference, folded)
        revisions: list[Revision] = []
        with checking("revisions", reference):
            revisions += self._revised.of(reference)
            self._revisions(reference, revisions, folded, entries=entries)
        with checking("history proposal", reference):
            self.findings.problems += correction_problems(self.definition_of, entries, revisions)
        with checking("history proposal", reference):
            self._stays(entries)
        with checking("history proposal", reference):
            self._between(reference, entries, revisions)

    def close(self) -> None:
        """Take no more rows."""
        for rows in (self._rows, self._asked, self._revised):
            rows.close()

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every history was seen. What `unreadable` names is reported already."""
        known = set(self.seen | unreadable)
        for reference in self.work.proposals.references():
            if reference not in known:
                self.findings.say("no_history", reference=reference)
                known.add(reference)
        with self.findings.checking("proposals"):
            for series in with_gaps(known):
                self.findings.say("numbers_have_gaps", series=series)
            self._counters(known)
        with self.findings.checking("tallies"):
            if self._tallies_differ():
                self.findings.say("tallies_differ")
            stays = {row[:3]: (row.visits, row.working_days) for row in self.work.tallies.stages()}
            if not unreadable and stays != {of: (self._visits[of], self._days[of]) for of in self._visits}:
                self.findings.say("stays_differ")

    def _tallies_differ(self) -> bool:
        """Whether the tallies are not those of the proposals; amounts that no tally could hold make them differ."""
        tallies = self.work.tallies
        try:
            with self.work.savepoint():
                recomputed = tallies.recomputed()
        except StoreError as error:
            if error.code != "store.sum_too_large":
                raise
            return True
        return Counter(recomputed) != Counter(tallies.states()) or tallies.stray()

    def _counters(self, known: set[str]) -> None:
        """The counters stand where the last reference is; those of documents are compared with the documents."""
        kept = {of: last for of, last in self.work.numbering.every().items() if of[0].startswith(REFERENCE)}
        given = {(f"{REFERENCE}{m.lower()}", year): last for (m, year), last in highest(known).items()}
        for series, year in sorted(of for of in kept | given if kept.get(of) != given.get(of)):
            self.findings.say("counter_differs", series=series, fiscal_year=year)

    def _row(self, reference: str, folded: Folded, *, last: Entry) -> None:
        for proposal in (rows := self._rows.of(reference)):
            stored = proposal._asdict()
            told = {**folded.row, "records": folded.records, "version": last.seq}
            expected = {name: told.get(name) for name in stored}
            if canonical(stored) != canonical(expected):
                wrong = [name for name in stored if canonical(stored[name]) != canonical(expected[name])]
                self.findings.say("proposal_differs", reference=reference, fields=wrong)
        if not rows:
            self.findings.say("proposal_missing", reference=reference)

    def _steps(self, reference: str, folded: Folded) -> None:
        stored = {row["number"]: row for row in step_rows(self._asked.of(reference))}
        if canonical(stored) == canonical(folded.steps):
            return
        for number in sorted(stored.keys() | folded.steps.keys()):
            if canonical(stored.get(number)) != canonical(folded.steps.get(number)):
                self.findings.say("step_differs", reference=reference, number=number)

    def _revisions(
        self, reference: str, revisions: Sequence[Revision], folded: Folded, *, entries: list[Entry]
    ) -> None:
        made = [act for act in timed(entries) if "revision" in act.entry.read("changes").get("proposal", {})]
        for revision in revisions:
            where = {"reference": reference, "number": revision.number}
            if digest_of(revision.content) != revision.digest:
                self.findings.say("revision_altered", **where)
        numbered = [(revision.number, revision.digest) for revision in revisions]
        if numbered != list(enumerate(folded.revisions, start=1)):
            self.findings.say("revisions_differ", reference=reference)
            return
        for revision, act in zip(revisions, made, strict=True):
            if revision.person != act.entry.person or not act.recorded(revision.recorded_at):
                self.findings.say("revision_differs", reference=reference, number=revision.number)

    def _stays(self, entries: list[Entry]) -> None:
        """Count the stays that ended, in working days of the store's calendar, as the acts did."""
        calendar = self.session.calendar(self.work)
        row: dict[str, Any] = {}
        asked: dict[int, Asked] = {}
        for entry in entries:
            since, entered, changes = row.get("state_since"), row.get("entered_seq", 0), entry.read("changes")
            if "steps" in changes:
                asked |= asked_by(changes, pausing_of(self.definition_of, entry))
            row.update(changes.get("proposal", {}))
            if since is not None and entry.from_state is not None and entry.from_state != entry.to_state:
                stage = (row["workflow"], row["ministry"], entry.from_state)
                self._visits[stage] += 1
                self._days[stage] += calendar.between(
                    date.fromisoformat(since), date.fromisoformat(row["state_since"])
                ) - paused_days(asked, entered=entered, until=row["state_since"], calendar=calendar)

    def _between(self, reference: str, entries: list[Entry], revisions: Sequence[Revision]) -> None:
        """What was sent back, and what was asked between, is as it was told."""
        calendar, dates_of = self.session.calendar(self.work), partial(dates_said, self.work)
        for seq in misset(entries, self.definition_of, calendar, dates_of=dates_of):
            self.findings.say("clock_differs", reference=reference, seq=seq)
        for seq in misdated(entries, self.session.store.info.timezone):
            self.findings.say("step_misdated", reference=reference, seq=seq)
        for seq in misreturned(entries, revisions, self.definition_of):
            self.findings.say("return_differs", reference=reference, seq=seq)
