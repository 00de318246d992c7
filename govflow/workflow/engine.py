"""The kernel: one flat `transitions` machine per digest, asked whether an act may happen or why not.

It holds no proposal and does no I/O. Whoever asks brings the state, the facts and the actor's capacities, and
sees to what follows from a move.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from govflow.domain.authority import Capacity
from govflow.domain.facts import Facts
from govflow.domain.step import STEP_MOVES, Step, StepState
from govflow.messages import Notice
from govflow.workflow.definition import Definition, GuardUse, Transition
from govflow.workflow.guards import REGISTRY

if TYPE_CHECKING:
    from transitions import EventData, Machine

KERNELS_KEPT = 32
"""Running proposals use the few definitions in force; the bound only keeps a long-lived process small."""


class Moved(NamedTuple):
    """The act may happen: this transition, done in this capacity."""

    transition: Transition
    capacity: Capacity


class Tried(NamedTuple):
    """A transition that did not happen. `reasons` are all its guards', also where the role is missing."""

    transition: Transition
    role_missing: bool
    reasons: tuple[Notice, ...]


class Blocked(NamedTuple):
    """The act may not happen. `tried` is empty when the state knows no such trigger."""

    tried: tuple[Tried, ...]


class Prospect(NamedTuple):
    """A transition that the state allows, and what it still needs whoever does it."""

    transition: Transition
    needs: tuple[Notice, ...]


class Attempt:
    """What a machine is fired on: one question, with its answer."""

    __slots__ = ("_state", "capacities", "facts", "moved", "tried")

    def __init__(self, state: str, facts: Facts, capacities: Sequence[Capacity]) -> None:
        self._state = state
        self.facts = facts
        self.capacities = capacities
        self.tried: list[Tried] = []
        self.moved: Moved | None = None


class Kernel:
    """A definition made ready to be asked. Safe to share between threads: asking changes nothing in it."""

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        self._machine = _machine([*definition.states], definition.initial)
        for transition in definition.transitions:
            target = transition.target if transition.moves else None
            condition = self._condition(transition)
            self._machine.add_transition(
                transition.trigger, transition.source, target, conditions=[condition]
            )

    def attempt(
        self, trigger: str, *, state: str, facts: Facts, capacities: Sequence[Capacity]
    ) -> Moved | Blocked:
        """Try the transitions of `trigger` in file order; the first that nothing hinders happens."""
        event = self._machine.events.get(trigger)
        if event is None or state not in event.transitions:
            return Blocked(())
        attempt = Attempt(state, facts, capacities)
        event.trigger(attempt)
        return attempt.moved or Blocked(tuple(attempt.tried))

    def prospects(self, state: str, facts: Facts) -> tuple[Prospect, ...]:
        """Every transition from `state` with what it still needs; nobody acts."""
        leaving = self._definition.transitions_from(state)
        return tuple(Prospect(one, self.hindrances(one, facts)) for one in leaving)

    def hindrances(self, transition: Transition, facts: Facts) -> tuple[Notice, ...]:
        """Why a transition cannot happen yet: what its guards say of its act."""
        return self.reasons(transition.guards, facts.of_act(transition.trigger))

    def reasons(self, guards: Sequence[GuardUse], facts: Facts) -> tuple[Notice, ...]:
        """Why these guards are not met: every one is asked, none hides another."""
        return unmet(guards, facts, self._definition)

    def _condition(self, transition: Transition) -> Callable[[EventData], bool]:
        """The one condition of a transition; it keeps the reasons that `transitions` itself would lose."""

        def may_happen(event: EventData) -> bool:
            attempt = cast(Attempt, event.model)
            answer = _tried(transition, attempt.facts, attempt.capacities, self._definition)
            if isinstance(answer, Moved):
                attempt.moved = answer
                return True
            attempt.tried.append(answer)
            return False

        return may_happen


def replayed(
    definition: Definition, trigger: str, *, state: str, facts: Facts, capacities: Sequence[Capacity]
) -> Moved | Blocked:
    """What `Kernel.attempt` answers, by the same conditions in the same order: whoever replays a whole record needs
    none of what a machine does beside asking them."""
    tried: list[Tried] = []
    for transition in definition.transitions_of(trigger, state=state):
        answer = _tried(transition, facts, capacities, definition)
        if isinstance(answer, Moved):
            return answer
        tried.append(answer)
    return Blocked(tuple(tried))


def unmet(guards: Sequence[GuardUse], facts: Facts, definition: Definition) -> tuple[Notice, ...]:
    """Why guards are not met: every one is asked, none hides another."""
    reasons = []
    for use in guards:
        reason = REGISTRY[use.name].check(facts, use.parameter, definition)
        if reason is not None:
            reasons.append(reason)
    return tuple(reasons)


def _tried(
    transition: Transition, facts: Facts, capacities: Sequence[Capacity], definition: Definition
) -> Moved | Tried:
    """Whether a transition happens, in the first capacity that may do it; its guards are asked in any case."""
    capacity = next((held for held in capacities if held.role in transition.roles), None)
    guards = transition.guards
    reasons = unmet(guards, facts.of_act(transition.trigger), definition) if guards else ()
    if capacity is None or reasons:
        return Tried(transition, capacity is None, reasons)
    return Moved(transition, capacity)


_kernels: OrderedDict[str, Kernel] = OrderedDict()
_kernels_lock = Lock()


def kernel_of(definition: Definition) -> Kernel:
    """The kernel of a definition, built once per digest."""
    with _kernels_lock:
        kernel = _kernels.get(definition.digest)
        if kernel is None:
            kernel = _kernels[definition.digest] = Kernel(definition)
            while len(_kernels) > KERNELS_KEPT:
                _kernels.popitem(last=False)
        _kernels.move_to_end(definition.digest)
        return kernel


class _StepAttempt:
    """What the steps' machine is fired on."""

    __slots__ = ("_state",)

    def __init__(self, state: StepState) -> None:
        self._state = state.value


@cache
def step_after(trigger: str, state: StepState) -> StepState | None:
    """Where a step stands after `trigger`; None where the trigger is not possible."""
    event = _step_machine().events.get(trigger)
    if event is None or state.value not in event.transitions:
        return None
    attempt = _StepAttempt(state)
    event.trigger(attempt)
    return StepState(attempt._state)


def stepped(step: Step, trigger: str, **changes: Any) -> Step:
    """The step after a trigger that is possible where it stands, with what else changes of it."""
    after = step_after(trigger, step.state)
    if after is None:
        raise ValueError(f"a step that is {step.state} takes no {trigger}")
    return step._replace(state=after, **changes)


@cache
def _step_machine() -> Machine:
    machine = _machine([state.value for state in StepState], StepState.OPEN.value)
    for move in STEP_MOVES:
        machine.add_transition(move.trigger, move.source.value, move.target.value)
    return machine


def _machine(states: list[str], initial: str) -> Machine:
    """A machine without a model: triggers are looked up by name and never become methods.

    `transitions` refuses a trigger named like the state's attribute; names in definitions begin with a
    letter, so `_state` is free.
    """
    from transitions import Machine

    logging.getLogger("transitions").setLevel(logging.WARNING)
    return Machine(
        model=None,
        states=states,
        initial=initial,
        auto_transitions=False,
        send_event=True,
        queued=False,
        model_attribute="_state",
    )
