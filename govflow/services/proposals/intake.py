"""Intake: proposals are opened, or revised while they are drafts, within one transaction that the caller commits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import Capacity
from govflow.domain.history import Head, Subject
from govflow.domain.number import REFERENCE, Number
from govflow.domain.proposal import Proposal, Revision
from govflow.domain.step import Step, StepState
from govflow.errors import BadInput, Problem, Refused
from govflow.messages import notice
from govflow.services.acting.effects import asked_steps
from govflow.services.acting.keeping import changes_of, save_steps, tally
from govflow.services.case import Case
from govflow.services.names import Pair, pair
from govflow.services.proposals.drafters import Drafters
from govflow.services.proposals.file import Submitted, read_content
from govflow.services.proposals.linking import against_link
from govflow.services.proposals.opening_dates import OpeningDates
from govflow.services.proposals.sealing import has_content, seal_for
from govflow.services.proposals.words import reindex, searchable
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.rounds.ruling import Ruling, closed_to
from govflow.services.session import Session
from govflow.workflow.definition import Definition
from govflow.workflow.engine import stepped

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class SubmittedRow:
    """What became of one proposal of a file. `result` is `added`, `revised` or `unchanged`."""

    line: int
    key: str
    reference: str
    result: str
    state: str
    state_title: Pair
    title: str


class Intake:
    """Takes proposals into one workflow within one transaction."""

    def __init__(
        self, session: Session, work: UnitOfWork, definition: Definition, *, complete: bool = False
    ) -> None:
        self.complete = complete
        self.session = session
        self.work = work
        self.definition = definition
        self.directory = session.directory(work)
        self.person = session.person(self.directory).code
        self.today = session.today()
        self.dates = OpeningDates(session, work, definition)
        self.drafters = Drafters(session, definition, directory=self.directory, person=self.person)

    def take(self, rows: Sequence[Submitted]) -> list[SubmittedRow]:
        """Open, revise or leave each; BadInput with every row that cannot be taken."""
        known = self.work.proposals.keys(self.definition.name)
        problems: list[Problem] = []
        denied: Refused | None = None
        taken: list[SubmittedRow] = []
        for row in rows:
            try:
                reference = known[row.key][0] if row.key in known else None
                taken.append(self._take(row, reference))
            except Refused as refusal:
                denied = denied or refusal
                problems += (Problem(row.place, reason) for reason in refusal.notices)
            except BadInput as bad:
                problems += bad.problems
        if denied is not None and len(problems) == len(denied.notices):
            raise denied
        if problems:
            raise BadInput(problems) from denied
        return taken

    def found(self, row: Submitted, reference: str) -> SubmittedRow:
        """A proposal that is there already and stays as it is."""
        before = self.work.proposals.get(reference)
        assert before is not None, "the key index names an existing proposal"
        return self._row(row, before, "unchanged")

    def _take(self, row: Submitted, reference: str | None) -> SubmittedRow:
        if reference is None:
            proposal = self._open(row)
            return self._row(row, proposal, "added")
        before = self.work.proposals.get(reference, lock=True)
        assert before is not None, "the key index names an existing proposal"
        if before.ministry != row.content["ministry"]:
            raise BadInput.at(row.place, notice("submission.key_taken", key=row.key))
        capacity = self.drafters.capacity(before.ministry)
        pinned = self.session.definition(self.work, before.definition)
        if pinned.digest != self.definition.digest:
            row = read_content(row.node, pinned, self.directory, complete=self.complete)
        if has_content(self.work, before, row.content, definition=pinned):
            return self._row(row, before, "unchanged")
        if before.state != pinned.initial:
            state = pinned.states[before.state].title
            raise BadInput.at(
                row.place, notice("submission.not_a_draft", reference=reference, key=row.key, state=state)
            )
        self._linked(row, before=before)
        return self._row(row, self._revise(before, row, pinned, capacity=capacity), "revised")

    def _linked(self, row: Submitted, *, before: Proposal | None) -> None:
        """BadInput with everything against what a proposal says it changes."""
        problems = against_link(
            self.session, self.work, row.content, workflow=self.definition.name, before=before
        )
        reasons = [Problem(row.place, reason) for reason in problems]
        if reasons:
            raise BadInput(reasons)

    def _row(self, row: Submitted, proposal: Proposal, result: str) -> SubmittedRow:
        return SubmittedRow(
            line=row.place.line,
            key=row.key,
            reference=proposal.reference,
            result=result,
            state=proposal.state,
            state_title=pair(
                self.session.definition(self.work, proposal.definition).states[proposal.state].title
            ),
            title=proposal.title,
        )

    def _open(self, row: Submitted) -> Proposal:
        content = row.content
        ministry, year = content["ministry"], content["fiscal_year"]
        capacity = self.drafters.capacity(ministry)
        self._linked(row, before=None)
        if closed := closed_to(self.dates.round(year), year, changes=content.get("changes")):
            raise Refused(*closed, next_command="govflow round list")
        serial = self.work.numbering.next(f"{REFERENCE}{ministry}", year)
        reference = str(Number(ministry.upper(), year, serial))
        at = self.session.stamp()
        seal = seal_for(self.session, self.definition, content)
        revision = Revision.of(reference, 1, content=content, recorded_at=at, person=self.person, seal=seal)
        proposal = self._initial(row, reference, revision)
        self.work.proposals.add(proposal, searchable(content, self.definition))
        self.work.revisions.add(revision)
        steps = self._asked(proposal, content, self.definition, head=Head())
        save_steps(self.work, steps)
        self._record("open", capacity, None, proposal, steps=steps, head=Head())
        tally(self.work, None, proposal)
        return proposal

    def _initial(self, row: Submitted, reference: str, revision: Revision) -> Proposal:
        state = self.definition.states[self.definition.initial]
        content = row.content
        return Proposal(
            reference=reference,
            key=row.key,
            workflow=self.definition.name,
            definition=self.definition.digest,
            ministry=content["ministry"],
            title=content["title"],
            state=state.name,
            role=state.role,
            state_since=self.today.isoformat(),
            entered_seq=1,
            due_on=self.dates.due(content["fiscal_year"]),
            amount=content.get("amount"),
            part_of=content.get("part_of"),
            fiscal_year=content["fiscal_year"],
            revision=revision.number,
            revision_digest=revision.digest,
            records={},
            version=1,
            changes=content.get("changes"),
        )

    def _asked(
        self,
        proposal: Proposal,
        content: Mapping[str, Any],
        definition: Definition,
        *,
        head: Head,
        before: Sequence[Step] = (),
    ) -> tuple[Step, ...]:
        """The steps that the initial state asks for; opening enters it like any other act, and revising again."""
        asks = definition.states[definition.initial].asks
        if not asks:
            return ()
        case = Case(
            proposal=proposal,
            definition=definition,
            content=content,
            steps=tuple(before),
            trail=(),
            directory=self.directory,
            calendar=self.session.calendar(self.work),
            today=self.today,
            head=head,
            ruling=Ruling(partial(self.dates.round, proposal.fiscal_year)),
        )
        return asked_steps(
            case,
            asks,
            facts=case.facts(person=self.person, payload={}),
            payload={},
            records={},
        )

    def _revise(
        self, before: Proposal, row: Submitted, definition: Definition, *, capacity: Capacity
    ) -> Proposal:
        """Other content. Whatever was said about the content before does not hold for it: the visit begins anew."""
        content = row.content
        head = self.work.history.head(Subject("proposal", before.reference))
        revision = Revision.of(
            before.reference,
            before.revision + 1,
            content=content,
            recorded_at=self.session.stamp(),
            person=self.person,
            seal=seal_for(self.session, definition, content),
        )
        after = before._replace(
            title=content["title"],
            amount=content.get("amount"),
            part_of=content.get("part_of"),
            fiscal_year=content["fiscal_year"],
            due_on=self.dates.moved(before, content["fiscal_year"]),
            revision=revision.number,
            revision_digest=revision.digest,
            entered_seq=head.seq + 1,
            version=head.seq + 1,
        )
        known = self.work.steps.of(before.reference)
        steps = self._asked_anew(known, after, content, definition, head=head)
        save_steps(self.work, steps, known=known)
        self.work.proposals.save(after, before=before)
        reindex(self.work, after, content, definition)
        self.work.revisions.add(revision)
        self._record("revise", capacity, before, after, steps=steps, head=head)
        tally(self.work, before, after)
        return after

    def _asked_anew(
        self,
        known: Sequence[Step],
        after: Proposal,
        content: Mapping[str, Any],
        definition: Definition,
        *,
        head: Head,
    ) -> list[Step]:
        """The initial state's steps, asked again about the new content; open ones of before are withdrawn."""
        asks = definition.states[definition.initial].asks
        withdrawn = [
            stepped(step, "cancel") for step in known if step.name in asks and step.state is StepState.OPEN
        ]
        return [*withdrawn, *self._asked(after, content, definition, head=head, before=known)]

    def _record(
        self,
        trigger: str,
        capacity: Capacity,
        before: Proposal | None,
        after: Proposal,
        *,
        steps: Sequence[Step],
        head: Head,
    ) -> None:
        new = NewEntry(
            trigger,
            Actor(self.person, capacity),
            from_state=before.state if before else None,
            to_state=after.state,
            definition=after.definition,
            revision=after.revision_digest,
            changes=changes_of(before, after, steps=steps, ruled=self.dates.round(after.fiscal_year)),
        )
        append(self.session, self.work, Subject("proposal", after.reference), new, head=head)
