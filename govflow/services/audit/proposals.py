"""Proposals verified: row, steps, revisions and finished stays against what their histories fold to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical, same
from govflow.domain.deadline import WorkingCalendar
from govflow.domain.history import Entry
from govflow.domain.number import REFERENCE
from govflow.domain.proposal import Proposal, Revision, sealed_text_digest
from govflow.domain.replay import Folded
from govflow.domain.step import Step
from govflow.errors import StoreError
from govflow.services.audit.actors import Actors
from govflow.services.audit.clocks import Asked, asked_by, misset, paused_days
from govflow.services.audit.corrections import correction_problems
from govflow.services.audit.directories import Directories
from govflow.services.audit.effects import mischanged
from govflow.services.audit.findings import Findings
from govflow.services.audit.numbering import highest, with_gaps
from govflow.services.audit.opening import opening_problems
from govflow.services.audit.replaying import Replays
from govflow.services.audit.returns import misreturned
from govflow.services.audit.ruled import dates_said
from govflow.services.audit.timing import Act, LocalDays, misdated
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.revisions import Written

_NUMBER = Step._fields.index("number")
*_always, _PAUSE = Step._fields  # the pause comes last
_told = itemgetter(*_always)
"""What an entry tells of every step."""

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
        days: LocalDays,
        directories: Directories,
    ) -> None:
        self.session = session
        self.work = work
        self.findings = findings
        self.definition_of = definition_of
        self._local = days
        self._replays = Replays(definition_of)
        self._actors = Actors(directories, days=days)
        self._rows = work.proposals.alongside()
        self._asked = work.steps.alongside()
        self._revised = work.revisions.alongside()
        self.seen: set[str] = set()
        self._visits: dict[Stage, int] = defaultdict(int)
        self._days: dict[Stage, int] = defaultdict(int)
        self._stayed: dict[tuple[str, str], int] = {}

    def replay(self, reference: str, entries: list[Entry]) -> None:
        """Replay every entry of one proposal."""
        self.seen.add(reference)
        self.findings.replayed(entries, self._replays.problems)

    def verify(self, reference: str, acts: list[Act]) -> None:
        """Compare everything that belongs to one proposal with what its entries come to."""
        checking, folded, entries = self.findings.checking, acts[-1].after, [act.entry for act in acts]
        with checking("proposals", reference):
            self.findings.problems += opening_problems(acts)
            self._row(reference, folded, last=entries[-1])
        with checking("steps", reference):
            self._steps(reference, folded)
        revisions: list[Revision] = []
        with checking("revisions", reference):
            written = self._revised.of(reference)
            revisions += [each.revision for each in written]
            self._altered(reference, written)
            self._revisions(reference, revisions, folded, acts=acts)
        history = checking("history proposal", reference)
        with history:
            self.findings.problems += correction_problems(self.definition_of, entries, revisions)
        with history:
            self._said(reference, acts)
        with history:
            self._stays(acts)
        with history:
            self._between(reference, acts, revisions)

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
            told = {**folded.row, "records": folded.records, "version": last.seq}
            expected = tuple(map(told.get, Proposal._fields))
            if not same(proposal, expected):
                pairs = zip(Proposal._fields, proposal, expected, strict=True)
                wrong = [name for name, stored, value in pairs if canonical(stored) != canonical(value)]
                self.findings.say("proposal_differs", reference=reference, fields=wrong)
        if not rows:
            self.findings.say("proposal_missing", reference=reference)

    def _steps(self, reference: str, folded: Folded) -> None:
        stored = {values[_NUMBER]: values for values in self._asked.of(reference)}
        for number in sorted(stored.keys() | folded.steps.keys()):
            if number not in stored or not _kept(stored[number], folded.steps.get(number, {})):
                self.findings.say("step_differs", reference=reference, number=number)

    def _altered(self, reference: str, written: Sequence[Written]) -> None:
        for revision, content in written:
            if sealed_text_digest(content, revision.seal) != revision.digest:
                self.findings.say("revision_altered", reference=reference, number=revision.number)

    def _revisions(
        self, reference: str, revisions: Sequence[Revision], folded: Folded, *, acts: list[Act]
    ) -> None:
        made = [act.timed for act in acts if "revision" in act.row]
        numbered = [(revision.number, revision.digest) for revision in revisions]
        if numbered != [*enumerate(folded.revisions, start=1)]:
            self.findings.say("revisions_differ", reference=reference)
            return
        for revision, act in zip(revisions, made, strict=True):
            if revision.person != act.entry.person or not act.recorded(revision.recorded_at):
                self.findings.say("revision_differs", reference=reference, number=revision.number)

    def _stays(self, acts: list[Act]) -> None:
        """Count the stays that ended, in working days of the store's calendar, as the acts did."""
        calendar = self.session.calendar(self.work)
        asked: dict[int, Asked] = {}
        for act in acts:
            was, now = act.before, act.after
            if act.steps:
                asked |= asked_by(act)
            since, left = was.row.get("state_since"), act.entry.from_state
            if since is not None and left is not None and act.moves:
                stage, until = (now.row["workflow"], now.row["ministry"], left), now.row["state_since"]
                entered = was.row.get("entered_seq", 0)
                paused = paused_days(asked, entered=entered, until=until, calendar=calendar)
                self._visits[stage] += 1
                self._days[stage] += self._worked(since, until, calendar) - paused

    def _worked(self, since: str, until: str, calendar: WorkingCalendar) -> int:
        """The working days from one day to another; most stays are of a few days that many others are of, too."""
        days = self._stayed.get((since, until))
        if days is None:
            days = calendar.between(date.fromisoformat(since), date.fromisoformat(until))
            self._stayed[since, until] = days
        return days

    def _said(self, reference: str, acts: list[Act]) -> None:
        """Each entry is of somebody who could do it, and changed no more than such an act does."""
        for seq in self._actors.misnamed(acts):
            self.findings.say("actor_differs", reference=reference, seq=seq)
        for seq in mischanged(acts):
            self.findings.say("effect_differs", reference=reference, seq=seq)

    def _between(self, reference: str, acts: list[Act], revisions: Sequence[Revision]) -> None:
        """What was sent back, and what was asked between, is as it was told."""
        calendar, dates_of = self.session.calendar(self.work), partial(dates_said, self.work)
        for seq in misset(acts, calendar, dates_of=dates_of):
            self.findings.say("clock_differs", reference=reference, seq=seq)
        for seq in misdated(acts, self._local):
            self.findings.say("step_misdated", reference=reference, seq=seq)
        for seq in misreturned(acts, revisions):
            self.findings.say("return_differs", reference=reference, seq=seq)


def _kept(values: tuple[Any, ...], step: Mapping[str, Any]) -> bool:
    """Whether the row of a step holds what entries tell of it: of a pause only where its clock stands still, and of
    nothing that a row has not."""
    stands = values[-1] is not None
    try:
        told = (*_told(step), step[_PAUSE] if stands else None)
    except KeyError:
        return False
    return len(step) == len(values) - (not stands) and same(values, told)
