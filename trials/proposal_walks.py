"""Every walk of a proposal through its process in which one person does some of the acts, and others all the rest.

The kernel is asked act by act, with the facts of a real case. Of the guards only those stay that compare persons:
whatever else an act needs is taken as given, so that no walk is missed. Others may always act, so that nothing stops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from small_ministries import OTHER, OWN, TODAY, WATCHED

from govflow.domain.authority import Capacity, Duty, Via, capacities
from govflow.domain.council.occasion import Occasion
from govflow.domain.deadline import WorkingCalendar
from govflow.domain.history import Head
from govflow.domain.organisation import Directory
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.resources import body_files
from govflow.services.case import Case
from govflow.services.rounds.ruling import Ruling
from govflow.store.history import TrailRow
from govflow.workflow.definition import Definition, GuardUse, StepKind, Transition
from govflow.workflow.engine import Kernel, Moved
from govflow.workflow.opening import opened
from govflow.workflow.reserved import OVERDUE_REPORT, OWN_ACTS, POST_REVIEW

SEPARATION = "different_person_from"
Deeds = frozenset[str]


class Act(NamedTuple):
    """Something that may be done in a state: a transition, an answer to a step, or an act of one's own before them.
    `number` tells those of one name apart."""

    name: str
    number: int
    target: str
    transition: Transition | None = None
    step: StepKind | None = None
    guards: tuple[GuardUse, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        return self.name, self.number


class Tried(NamedTuple):
    """One act by the watched person after some deeds, in some capacity: whether it was done."""

    act: str
    deeds: Deeds
    capacity: Capacity
    done: bool


class Process:
    """A definition with nothing but its separation of duties, and everything that may be done in each state."""

    def __init__(self, definition: Definition) -> None:
        transitions = tuple(replace(one, guards=_compared(one.guards)) for one in definition.transitions)
        self.definition = replace(definition, transitions=transitions, digest="")
        self._known: dict[tuple[tuple[str, int], Deeds, tuple[Capacity, ...]], bool] = {}
        self._kernels: dict[int, Kernel] = {}

    @cached_property
    def acts(self) -> Mapping[str, tuple[Act, ...]]:
        """By state, everything that may be done in it by anybody or by itself."""
        own = tuple(Act(name, 0, self.definition.initial) for name in OWN_ACTS)
        found = {
            state: (*self._transitions(state), *chain.from_iterable(map(self._answers, steps)))
            for state, steps in self._waiting().items()
        }
        return {**found, self.definition.initial: (*own[1:], *found[self.definition.initial])}

    @cached_property
    def every(self) -> tuple[Act, ...]:
        """Whatever may be done, once."""
        acts = (self.opening, *chain.from_iterable(self.acts.values()))
        return tuple({act.key: act for act in acts}.values())

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything that is done in it, by what it goes by."""
        return frozenset(act.name for act in self.every)

    @cached_property
    def by_hand(self) -> frozenset[str]:
        """What persons do."""
        own = {name for name in self.names if name in OWN_ACTS}
        moved = {
            f"{one.source}.{one.trigger}"
            for one in self.definition.transitions
            if any(self.definition.roles[role].held for role in self._roles(one))
        }
        return frozenset(own | moved | {*self.definition.steps} & self.names)

    def _roles(self, transition: Transition) -> tuple[str, ...]:
        """Whose hand does it: a body's charter names who decides alone in an emergency."""
        if transition.occasion is not Occasion.DECIDED_ALONE:
            return transition.roles
        bodies = [self.definition.roles[role].body for role in transition.roles]
        return tuple(_decider(body) for body in bodies if body is not None)

    @property
    def opening(self) -> Act:
        return Act("open", 0, self.definition.initial)

    def _transitions(self, state: str) -> Iterator[Act]:
        for number, one in enumerate(self.definition.transitions):
            if one.source == state:
                yield Act(f"{state}.{one.trigger}", number, one.target, transition=one)

    def _answers(self, name: str) -> Iterator[Act]:
        """What a step may be answered by those whom it asks; answers that the same guards compare persons for are
        one. Who takes back what they have asked does nothing to the proposal."""
        step = self.definition.steps[name]
        answers = (answer for answer in step.answers.values() if not answer.by_asker)
        compared = (_compared((*step.guards, *answer.guards)) for answer in answers)
        for number, each in enumerate(dict.fromkeys(compared)):
            yield Act(name, number, "", step=step, guards=each)

    def _waiting(self) -> Mapping[str, set[str]]:
        """By state, the steps that may wait there: where they are asked, and if they last, from there on."""
        found: dict[str, set[str]] = {state: set() for state in self.definition.states}
        asked = [(step, state.name) for state in self.definition.states.values() for step in state.asks]
        asked += [(step, one.target) for one in self.definition.transitions for step in one.asks]
        opened = [step for step in (POST_REVIEW, OVERDUE_REPORT) if step in self.definition.steps]
        asked += [(step, state) for step in opened for state in self.definition.states]
        while asked:
            step, state = asked.pop()
            if step in found[state]:
                continue
            found[state].add(step)
            kind = self.definition.steps[step]
            asked += [(next_, state) for answer in kind.answers.values() for next_ in answer.asks]
            asked += [(step, one.target) for one in self.definition.transitions_from(state) if kind.lasting]
        return found

    def walk(self, directory: Directory, *, deeds: int) -> Iterator[Tried]:
        """Every act that the watched person tries, on every walk with at most so many own deeds before it."""
        held = {act.key: self._held(act, directory) for act in self.every}
        nodes = [(self.definition.initial, frozenset[str]())]
        if opened := held[self.opening.key]:
            yield Tried("open", frozenset(), opened[0], done=True)
            nodes.append((self.definition.initial, frozenset(["open"])))
        known = {*nodes}
        while nodes:
            state, done = nodes.pop()
            for act in self.acts[state]:
                target = act.target or state
                ahead = [(target, done)]
                if held[act.key]:
                    did = self._does(act, done, held[act.key], directory)
                    yield Tried(act.name, done, held[act.key][0], done=did)
                    ahead += [(target, done | {act.name})] if did and len(done) < deeds else []
                nodes += [node for node in ahead if node not in known]
                known.update(ahead)

    def rights(self, directory: Directory) -> tuple[object, ...]:
        """What the watched person may act as: persons with the same rights walk the same walks."""
        return tuple((act, held) for act, held in self._duties(directory).items())

    def _duties(self, directory: Directory) -> Mapping[Duty, tuple[Via, ...]]:
        case = self._case(directory)
        own = [case.duty(role.name) for role in self.definition.roles.values() if role.held]
        asked = [
            Duty(role, OTHER)
            for role in {step.role for step in self.definition.steps.values() if step.for_each}
        ]
        found = {duty: capacities(directory, WATCHED, [duty], case.matter("")) for duty in (*own, *asked)}
        return {duty: tuple(capacity.via for capacity in held) for duty, held in found.items()}

    def _held(self, act: Act, directory: Directory) -> tuple[Capacity, ...]:
        """The watched person's capacities for an act, as the program finds them."""
        case = self._case(directory)
        if act.step is not None:
            ministries = [OWN, OTHER] if act.step.for_each else [OWN]
            steps = [_step(act.step, case.definition.roles[act.step.role].duty(each)) for each in ministries]
            holders = (holder for step in steps for holder in case.step_holders(step))
            return tuple(dict.fromkeys(holder.capacity for holder in holders if holder.person == WATCHED))
        leaving = self.definition.transitions_from(self.definition.initial)
        transitions = [act.transition] if act.transition else leaving
        roles = [role for transition in transitions for role in self._roles(transition)]
        return capacities(directory, WATCHED, case.duties(roles), case.matter(act.name.rpartition(".")[2]))

    def _does(self, act: Act, deeds: Deeds, held: tuple[Capacity, ...], directory: Directory) -> bool:
        key = (act.key, deeds, held)
        if key not in self._known:
            self._known[key] = self._asked(act, deeds, held, directory)
        return self._known[key]

    def _asked(self, act: Act, deeds: Deeds, held: tuple[Capacity, ...], directory: Directory) -> bool:
        """What the kernel says."""
        case = self._case(directory, deeds)
        facts = case.facts(person=WATCHED, payload={})
        if act.transition is None:
            return not self._kernel(0).reasons(act.guards, facts)
        if act.transition.occasion is not None:
            return not self._kernel(act.number).hindrances(act.transition, facts)
        state, trigger = act.transition.source, act.transition.trigger
        found = self._kernel(act.number).attempt(trigger, state=state, facts=facts, capacities=held)
        return isinstance(found, Moved)

    def _kernel(self, number: int) -> Kernel:
        """The kernel that knows one transition: where several compete, each is asked for itself."""
        if number not in self._kernels:
            one = (self.definition.transitions[number],)
            self._kernels[number] = Kernel(replace(self.definition, transitions=one))
        return self._kernels[number]

    @cached_property
    def _others(self) -> Mapping[str, tuple[TrailRow, ...]]:
        """Everything there is to do, done by others: once before the watched person's deeds, and once after them."""
        return {person: tuple(_row(name, person) for name in sorted(self.names)) for person in "qr"}

    def _case(self, directory: Directory, deeds: Deeds = frozenset()) -> Case:
        """A proposal on which others have done everything, before and after the watched person's deeds."""
        return Case(
            proposal=_proposal(self.definition),
            definition=self.definition,
            content={},
            steps=(),
            trail=(*self._others["q"], *(_row(name, WATCHED) for name in sorted(deeds)), *self._others["r"]),
            directory=directory,
            calendar=CALENDAR,
            today=TODAY,
            head=Head(),
            ruling=Ruling(lambda: None),
        )


CALENDAR = WorkingCalendar((), first=TODAY, last=TODAY)


def _compared(guards: Iterable[GuardUse]) -> tuple[GuardUse, ...]:
    """The guards that compare persons."""
    return tuple(use for use in guards if use.name == SEPARATION)


def _row(name: str, person: str) -> TrailRow:
    """The trace that an act leaves: a step's answer, an own act, or a trigger in its state."""
    state, _, trigger = name.rpartition(".")
    step = None if state or name in OWN_ACTS else name
    day = TODAY.isoformat()
    return TrailRow(1, step or trigger, person, state or None, None, day, step, day, "")


@cache
def _decider(body: str) -> str:
    """Who decides alone for a shipped body."""
    text = body_files()[body].read_text(encoding="utf-8")
    return str(opened(text, file=body).root.plain()["emergency"]["decider"])


def _step(kind: StepKind, duty: Duty) -> Step:
    day = TODAY.isoformat()
    return Step("", 1, kind.name, duty.role, duty.ministry, "", StepState.OPEN, 1, day, None, kind.lasting)


def _proposal(definition: Definition) -> Proposal:
    return Proposal(
        reference="",
        key="",
        workflow=definition.name,
        definition="",
        ministry=OWN,
        title="",
        state=definition.initial,
        role=None,
        state_since=TODAY.isoformat(),
        entered_seq=1,
        due_on=None,
        amount=None,
        part_of=None,
        fiscal_year=TODAY.year,
        revision=1,
        revision_digest="",
        records={},
        version=1,
    )
