"""A case: one proposal with everything an act on it needs to know, loaded in one go.

It also says what a caller may do on it (duties and capacities) and turns it into the facts that guards read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Duty, Holder, Matter, Via, who_may
from govflow.domain.council.occasion import Occasion
from govflow.domain.deadline import WorkingCalendar
from govflow.domain.facts import Facts
from govflow.domain.history import Head, Subject
from govflow.domain.organisation import Directory
from govflow.domain.proposal import Proposal
from govflow.domain.returned import changed_fields
from govflow.domain.round import Ruled
from govflow.domain.step import Step, StepState
from govflow.errors import NotFound
from govflow.messages import notice
from govflow.services.done import done_by
from govflow.services.rounds.ruling import Ruling, round_of
from govflow.services.session import Session
from govflow.workflow.definition import Answer, Definition
from govflow.workflow.engine import Kernel, kernel_of
from govflow.workflow.reserved import POST_REVIEW

if TYPE_CHECKING:
    from govflow.store import TrailRow, UnitOfWork


class Case(NamedTuple):
    """A proposal as of one moment. `head` is where its history stands, `referred` what guards see of the proposals that
    it refers to, `ruling` tells the round that it falls under; `sent_back` are the contents that were sent back, by the
    record of the return."""

    proposal: Proposal
    definition: Definition
    content: Mapping[str, Any]
    steps: tuple[Step, ...]
    trail: Sequence[TrailRow]
    directory: Directory
    calendar: WorkingCalendar
    today: date
    head: Head
    ruling: Ruling
    referred: Mapping[str, Any] = {}
    sent_back: Mapping[str, Mapping[str, Any]] = {}

    @property
    def kernel(self) -> Kernel:
        return kernel_of(self.definition)

    @property
    def subject(self) -> Subject:
        return Subject("proposal", self.proposal.reference)

    @property
    def round(self) -> Ruled | None:
        """The round that it falls under, which the entry of this act then names."""
        return self.ruling.round

    @property
    def open_steps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.state is StepState.OPEN)

    def latest_steps(self, name: str) -> tuple[Step, ...]:
        """The steps of the latest asking of a kind; those of earlier visits are history. Conditions are added one by
        one: of each that is not cancelled, its own latest asking."""
        asked = [step for step in self.steps if step.name == name]
        newest = max((step.asked_seq for step in asked), default=0)
        kept = {step.subject: step for step in asked if step.state is not StepState.CANCELLED}
        added = kept.values() if self.definition.each_condition(self.definition.steps[name]) else ()
        return tuple(step for step in asked if step.asked_seq == newest or step in added)

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

    def answer_holders(self, step: Step, answer: Answer) -> tuple[Holder, ...]:
        """Who may give an answer to a step: those whom it is asked of, or for some answers whoever asked."""
        if not answer.by_asker:
            return self.step_holders(step)
        asker = self.asker(step)
        return who_may(self.directory, self.duty(asker), self.matter(step.name)) if asker else ()

    def asker(self, step: Step) -> str | None:
        """The role whose act asked."""
        return next((row.role for row in self.trail if row.seq == step.asked_seq), None)

    @property
    def pausing_steps(self) -> tuple[Step, ...]:
        """The open steps for which the clock stands still."""
        return tuple(step for step in self.open_steps if step.name in self.definition.pausing)

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
                "referred": self.referred,
                "owner_roles": partial(self._owner_roles, payload),
                "changed": self._changed,
            }
        )

    def _changed(self) -> Mapping[str, list[str]]:
        """By the record of a return, the fields that have changed since."""
        return {name: changed_fields(content, self.content) for name, content in self.sent_back.items()}

    def _owner_roles(self, payload: Mapping[str, Any]) -> dict[str, str]:
        """The roles of the offices that are to own the conditions that come with an act."""
        offices = self.directory.offices
        owners = (condition.get("owner") for condition in payload.get("conditions") or ())
        return {owner: offices[owner].role for owner in owners if owner in offices}

    def _done(self) -> Mapping[str, list[str]]:
        return done_by(self.trail, self.definition)

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
    definition = session.definition(work, proposal.definition)
    return Case(
        proposal=proposal,
        definition=definition,
        content=revision.content,
        steps=tuple(work.steps.of(reference)),
        trail=trail,
        directory=session.directory(work),
        calendar=session.calendar(work),
        today=session.today(),
        head=Head(trail[-1].seq, trail[-1].hash, trail[-1].recorded_at),
        ruling=Ruling(partial(round_of, work, definition, proposal.fiscal_year)),
        referred=_referred(session, work, proposal, definition=definition, lock=lock),
        sent_back=_sent_back(work, proposal, definition),
    )


def _referred(
    session: Session, work: UnitOfWork, proposal: Proposal, *, definition: Definition, lock: bool
) -> dict[str, Any]:
    """Of the proposals that acts of this state ask for: whether they still stand, and are the same ministry's. Locked
    after this one, and in the order of their references."""
    leaving = definition.transitions_from(proposal.state)
    asked = {name for one in leaving for use in one.guards if use.name == "stands" for name in use.parameter}
    kept = {name: record[name] for record in proposal.records.values() for name in asked if name in record}
    named = {**kept, **({"changes": proposal.changes} if "changes" in asked and proposal.changes else {})}
    found = {each: work.proposals.get(each, lock=lock) for each in sorted(set(named.values()))}
    return {
        name: {
            "reference": each,
            "stands": _stands(session, work, found[each], to_change=name == "changes"),
            "own": (other := found[each]) is not None and other.ministry == proposal.ministry,
        }
        for name, each in named.items()
    }


def _stands(session: Session, work: UnitOfWork, other: Proposal | None, *, to_change: bool) -> bool:
    """Whether a proposal is still under way, and where it is to be changed, decided as well."""
    if other is None or other.role is None:
        return False
    definition = session.definition(work, other.definition)
    ways = definition.transitions_on(Occasion.CHANGED, state=other.state, body=None)
    return bool(ways) if to_change else True


def _sent_back(work: UnitOfWork, proposal: Proposal, definition: Definition) -> dict[str, Mapping[str, Any]]:
    """The contents of the revisions that were sent back."""
    kept = {
        name: proposal.records[name]["revision"] for name in definition.returns if name in proposal.records
    }
    found = {name: work.revisions.get(proposal.reference, number) for name, number in kept.items()}
    return {name: revision.content for name, revision in found.items() if revision is not None}


def _step_fact(step: Step) -> dict[str, Any]:
    return {
        "subject": step.subject,
        "state": step.state.value,
        "answer": step.answer,
        "agrees": step.agrees,
        "due_on": step.due_on,
    }
