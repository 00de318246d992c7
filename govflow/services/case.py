"""A case: one proposal with everything an act on it needs to know, loaded in one go.

It also says what a caller may do on it (duties and capacities) and turns it into the facts that guards read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Duty, Holder, Matter, Via, who_may
from govflow.domain.deadline import WorkingCalendar
from govflow.domain.facts import Facts
from govflow.domain.history import Head, Subject
from govflow.domain.organisation import Directory
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.errors import NotFound
from govflow.messages import notice
from govflow.services.session import Session
from govflow.workflow.definition import POST_REVIEW, Definition
from govflow.workflow.engine import Kernel, kernel_of

if TYPE_CHECKING:
    from govflow.store import TrailRow, UnitOfWork


class Case(NamedTuple):
    """A proposal as of one moment. `head` is where its history stands."""

    proposal: Proposal
    definition: Definition
    content: Mapping[str, Any]
    steps: tuple[Step, ...]
    trail: Sequence[TrailRow]
    directory: Directory
    calendar: WorkingCalendar
    today: date
    head: Head

    @property
    def kernel(self) -> Kernel:
        return kernel_of(self.definition)

    @property
    def subject(self) -> Subject:
        return Subject("proposal", self.proposal.reference)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.state is StepState.OPEN)

    def latest_steps(self, name: str) -> tuple[Step, ...]:
        """The steps of the latest asking of a kind; those of earlier visits are history."""
        asked = [step for step in self.steps if step.name == name]
        newest = max((step.asked_seq for step in asked), default=0)
        return tuple(step for step in asked if step.asked_seq == newest)

    def duty(self, role: str) -> Duty:
        """What a role of the definition means for this proposal."""
        return self.definition.roles[role].duty(self.proposal.ministry)

    def duties(self, roles: Iterable[str]) -> tuple[Duty, ...]:
        """What they mean, those that offices hold."""
        roles = dict.fromkeys(role for role in roles if self.definition.roles[role].held)
        return tuple(map(self.duty, roles))

    def step_holders(self, step: Step) -> tuple[Holder, ...]:
        """Who may answer a step. A post review (後閲) is the holders' own: nobody stands in for it."""
        found = who_may(self.directory, Duty(step.role, step.ministry), self.matter(step.name))
        return tuple(h for h in found if step.name != POST_REVIEW or h.capacity.via is Via.OWN)

    def holders_in(self, state: str) -> tuple[Holder, ...]:
        """Who may do what a state waits for, in the role it waits for; nobody in an end state, or for a role that is
        nobody's."""
        role = self.definition.states[state].role
        if role is None or not self.definition.roles[role].held:
            return ()
        leaving = self.definition.transitions_from(state)
        triggers = dict.fromkeys(t.trigger for t in leaving if role in t.roles)
        return who_may(self.directory, self.duty(role), *map(self.matter, triggers or ("",)))

    def matter(self, trigger: str) -> Matter:
        """What authority depends on when `trigger` is done."""
        return Matter(
            workflow=self.proposal.workflow,
            trigger=trigger,
            kind=self.content.get("kind", ""),
            amount=self.proposal.amount,
            marks=frozenset(self.content.get("marks", ())),
        )

    @property
    def seq(self) -> int:
        """The number of the entry that the next act will be."""
        return self.head.seq + 1

    def facts(
        self,
        *,
        person: str | None,
        payload: Mapping[str, Any],
        owners: Callable[[], Sequence[str]] | None = None,
        condition: Callable[[], Mapping[str, Any]] | None = None,
    ) -> Facts:
        """The paths of docs/architecture.md, and nothing else; what has to be counted is counted when it is read, and
        so are the `condition` that an answer is about and its `owners`."""
        proposal = self.proposal
        return Facts.of(
            {
                "state": proposal.state,
                "workflow": proposal.workflow,
                "ministry": proposal.ministry,
                "today": self.today.isoformat(),
                "due_on": proposal.due_on,
                "amount": proposal.amount,
                "content": self.content,
                "payload": payload,
                "actor": {"person": person},
                "done": self._done,
                "times": self._times,
                "visit": self._visit,
                "steps": self._steps_facts,
                "records": proposal.records,
                "owners": owners,
                "condition": condition,
                "owner_roles": partial(self._owner_roles, payload),
            }
        )

    def _owner_roles(self, payload: Mapping[str, Any]) -> dict[str, str]:
        """The roles of the offices that are to own the conditions that come with an act."""
        offices = self.directory.offices
        owners = (condition.get("owner") for condition in payload.get("conditions") or ())
        return {owner: offices[owner].role for owner in owners if owner in offices}

    def _done(self) -> Mapping[str, list[str]]:
        """The persons who did an act, or did it in a state (`state.act`), in the order they first did."""
        done: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self.trail:
            if row.person is None:
                continue
            done[row.step or row.trigger][row.person] = None
            if row.from_state and not row.step:
                done[f"{row.from_state}.{row.trigger}"][row.person] = None
        return {act: list(persons) for act, persons in done.items()}

    def _times(self) -> Mapping[str, int]:
        """How often each act was done."""
        return Counter(row.step or row.trigger for row in self.trail)

    def _visit(self) -> Mapping[str, int]:
        """How often each act was done since the state was entered."""
        entered = self.proposal.entered_seq
        return Counter(row.step or row.trigger for row in self.trail if row.seq > entered)

    def _steps_facts(self) -> dict[str, list[dict[str, Any]]]:
        asked = {step.name for step in self.steps}
        return {
            name: [_step_fact(step) for step in self.latest_steps(name)] if name in asked else []
            for name in self.definition.steps
        }


def load_case(session: Session, work: UnitOfWork, reference: str, *, lock: bool = False) -> Case:
    """The case of a reference; with `lock`, organisation and moment are those at which the act comes to its turn.

    NotFound when the store has no such proposal, or no history of it.
    """
    proposal = work.proposals.get(reference, lock=lock)
    if proposal is None:
        raise NotFound(notice("acts.unknown_reference", reference=reference))
    revision = work.revisions.get(reference, proposal.revision)
    if revision is None or revision.digest != proposal.revision_digest:
        raise NotFound(notice("acts.missing_revision", reference=reference, number=proposal.revision))
    trail = work.history.trail(Subject("proposal", reference))
    if not trail:
        raise NotFound(notice("audit.no_history", reference=reference))
    return Case(
        proposal=proposal,
        definition=session.definition(work, proposal.definition),
        content=revision.content,
        steps=tuple(work.steps.of(reference)),
        trail=trail,
        directory=session.directory(work),
        calendar=session.calendar(work),
        today=session.today(),
        head=Head(trail[-1].seq, trail[-1].hash, trail[-1].recorded_at),
    )


def _step_fact(step: Step) -> dict[str, Any]:
    return {
        "subject": step.subject,
        "state": step.state.value,
        "answer": step.answer,
        "agrees": step.agrees,
        "due_on": step.due_on,
    }
