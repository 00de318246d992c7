"""A case: one proposal with everything an act on it needs to know, loaded in one go.

It also says what a caller may do on it (duties and capacities) and turns it into the facts that guards read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Duty, Holder, Matter, Via, who_may
from govflow.domain.canonical import fields_of
from govflow.domain.facts import Facts
from govflow.domain.history import Subject
from govflow.domain.organisation import Directory
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.errors import NotFound
from govflow.messages import notice
from govflow.services.recording import Head
from govflow.services.session import Session
from govflow.workflow.definition import POST_REVIEW, Definition
from govflow.workflow.engine import Kernel, kernel_of

if TYPE_CHECKING:
    from govflow.store import TrailRow, UnitOfWork


class Deeds(NamedTuple):
    """What was done on a proposal, by act: the persons, the times, and the times since the state was entered."""

    done: Mapping[str, list[str]]
    times: Mapping[str, int]
    visit: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal as of one moment."""

    proposal: Proposal
    definition: Definition
    content: Mapping[str, Any]
    steps: tuple[Step, ...]
    trail: Sequence[TrailRow]
    directory: Directory
    today: date

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
        central = self.definition.roles[role].central
        return Duty(role, None if central else self.proposal.ministry)

    def duties(self, roles: Iterable[str]) -> tuple[Duty, ...]:
        return tuple(self.duty(role) for role in dict.fromkeys(roles))

    def step_holders(self, step: Step) -> tuple[Holder, ...]:
        """Who may answer a step. A post review (後閲) is the holders' own: nobody stands in for it."""
        found = who_may(self.directory, Duty(step.role, step.ministry), self.matter(step.name))
        return tuple(h for h in found if step.name != POST_REVIEW or h.capacity.via is Via.OWN)

    def holders_in(self, state: str) -> tuple[Holder, ...]:
        """Who may do what a state waits for, in the role it waits for; nobody in an end state."""
        role = self.definition.states[state].role
        if role is None:
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
    def head(self) -> Head:
        """Where the proposal's history stands: its next entry follows this one."""
        last = self.trail[-1]
        return Head(last.seq, last.hash, last.recorded_at)

    def facts(self, *, person: str | None, payload: Mapping[str, Any]) -> Facts:
        """The paths of docs/architecture.md, and nothing else; what has to be counted is counted when it is read."""
        proposal = self.proposal
        deeds = cache(self._deeds)
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
                "done": lambda: deeds().done,
                "times": lambda: deeds().times,
                "visit": lambda: deeds().visit,
                "steps": cache(self._steps_facts),
                "records": proposal.records,
            }
        )

    def _deeds(self) -> Deeds:
        """Who did what, how often, and how often since the state was entered."""
        done: dict[str, list[str]] = defaultdict(list)
        times: Counter[str] = Counter()
        visit: Counter[str] = Counter()
        for row in self.trail:
            act = row.step or row.trigger
            if row.person and row.person not in done[act]:
                done[act].append(row.person)
            if row.from_state and not row.step:
                done[f"{row.from_state}.{act}"].append(row.person or "")
            times[act] += 1
            if row.seq > self.proposal.entered_seq:
                visit[act] += 1
        return Deeds(done, times, visit)

    def _steps_facts(self) -> dict[str, list[dict[str, Any]]]:
        asked = {step.name for step in self.steps}
        return {
            name: [_step_fact(step) for step in self.latest_steps(name)] if name in asked else []
            for name in self.definition.steps
        }


def load_case(
    session: Session,
    work: UnitOfWork,
    reference: str,
    *,
    lock: bool = False,
    directory: Directory | None = None,
) -> Case:
    """The case of a reference, with the directory where the caller has it already.

    NotFound when the store has no such proposal, or no history of it.
    """
    proposal = work.proposals.get(reference, lock=lock)
    if proposal is None:
        raise NotFound(notice("acts.unknown_reference", reference=reference))
    revision = work.revisions.get(reference, proposal.revision)
    if revision is None:
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
        directory=directory or session.directory(work),
        today=session.today(),
    )


def _step_fact(step: Step) -> dict[str, Any]:
    return {
        "subject": step.subject,
        "state": step.state.value,
        "answer": step.answer,
        "agrees": step.agrees,
        "due_on": step.due_on,
    }


def step_row(step: Step) -> dict[str, Any]:
    """A step as a history entry keeps it."""
    return {**fields_of(step), "state": step.state.value}
