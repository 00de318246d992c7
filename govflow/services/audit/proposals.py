"""Proposals verified: row, steps, revisions and finished stays against what their histories fold to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical, digest_of
from govflow.domain.history import Entry
from govflow.domain.number import REFERENCE
from govflow.domain.replay import Folded, fold
from govflow.errors import StoreError
from govflow.services.acting.keeping import step_rows
from govflow.services.audit.findings import Findings
from govflow.services.audit.numbering import highest, with_gaps
from govflow.services.audit.replaying import entry_problems
from govflow.services.audit.timing import timed
from govflow.services.session import Session
from govflow.workflow.definition import OWN_ACTS, Definition

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
        self.seen: set[str] = set()
        self._visits: dict[Stage, int] = defaultdict(int)
        self._days: dict[Stage, int] = defaultdict(int)

    def verify(self, reference: str, entries: list[Entry]) -> None:
        """Compare everything that belongs to one proposal with its entries."""
        checking = self.findings.checking
        self.seen.add(reference)
        for entry in entries:
            with checking(f"history {entry.kind} {reference} {entry.seq}"):
                self.findings.problems += entry_problems(self.definition_of, entry)
        folded = fold(entries)
        with checking(f"proposals {reference}"):
            self._row(reference, folded, last=entries[-1])
        with checking(f"steps {reference}"):
            self._steps(reference, folded)
        with checking(f"revisions {reference}"):
            self._revisions(reference, folded, entries=entries)
        with checking(f"history proposal {reference}"):
            self._stays(entries)

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
        proposal = self.work.proposals.get(reference, exactly=True)
        if proposal is None:
            self.findings.say("proposal_missing", reference=reference)
            return
        stored = proposal._asdict()
        expected = {**folded.row, "records": folded.records, "version": last.seq}
        wrong = [name for name, value in stored.items() if canonical(value) != canonical(expected.get(name))]
        if wrong:
            self.findings.say("proposal_differs", reference=reference, fields=wrong)

    def _steps(self, reference: str, folded: Folded) -> None:
        stored = {row["number"]: row for row in step_rows(self.work.steps.of(reference))}
        for number in sorted(stored.keys() | folded.steps.keys()):
            if canonical(stored.get(number)) != canonical(folded.steps.get(number)):
                self.findings.say("step_differs", reference=reference, number=number)

    def _revisions(self, reference: str, folded: Folded, *, entries: list[Entry]) -> None:
        revisions = self.work.revisions.all(reference)
        made = [act for act in timed(entries) if act.entry.trigger in OWN_ACTS]
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
        for entry in entries:
            since = row.get("state_since")
            row.update(entry.read("changes").get("proposal", {}))
            if since is not None and entry.from_state is not None and entry.from_state != entry.to_state:
                stage = (row["workflow"], row["ministry"], entry.from_state)
                self._visits[stage] += 1
                self._days[stage] += calendar.between(
                    date.fromisoformat(since), date.fromisoformat(row["state_since"])
                )
