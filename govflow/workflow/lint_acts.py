"""Lint of acts: who may do them, in which order competing ones are tried, and what they carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govflow.domain.canonical import canonical
from govflow.errors import Place, Problem
from govflow.messages import Notice, notice
from govflow.workflow.definition import GuardUse, StepKind, Transition
from govflow.workflow.guard_list import guard_plain
from govflow.workflow.guards import REGISTRY
from govflow.workflow.references import fan_outs
from govflow.workflow.subject import Subject


def without_roles(subject: Subject) -> Iterator[Problem]:
    """Denied by default: an act that names no role is a mistake, never open to all."""
    for transition in subject.definition.transitions:
        if not transition.roles and transition.trigger:
            yield subject.problem(
                subject.at(transition.place, "roles"), "no_roles", trigger=transition.trigger
            )


def unguarded_first(subject: Subject) -> Iterator[Problem]:
    """An unguarded transition always wins; what stands behind it would never be tried."""
    for group in subject.groups().values():
        first = next((index for index, one in enumerate(group) if not one.guards), None)
        behind = group[first + 1 :] if first is not None else []
        for later in (one for one in behind if one.guards):
            yield subject.problem(
                later.place,
                "never_tried",
                trigger=later.trigger,
                source=later.source,
                first=group[first or 0].place,
            )


def equal_guards(subject: Subject) -> Iterator[Problem]:
    """Two transitions of one trigger and source with the same guards: only the first could ever happen."""
    for group in subject.groups().values():
        seen: dict[frozenset[str], Transition] = {}
        for one in group:
            first = seen.setdefault(_meaning(one.guards), one)
            if first is not one:
                yield subject.problem(
                    one.place, "equal_guards", trigger=one.trigger, source=one.source, first=first.place
                )


def _meaning(guards: Sequence[GuardUse]) -> frozenset[str]:
    """Guards as a set: order and place say nothing."""
    return frozenset(canonical(guard_plain(use)) for use in guards)


def taken_twice(subject: Subject) -> Iterator[Problem]:
    """A value that an act both must and may take."""
    for transition in subject.definition.transitions:
        for name in transition.takes:
            if name in transition.may_take:
                place = subject.at(transition.place, "may_take", name)
                yield subject.problem(place, "taken_twice", trigger=transition.trigger, name=name)


def reads_untaken(subject: Subject) -> Iterator[Problem]:
    """Guards that look at a value which the act does not take: they could never be met, or never bite."""
    for transition in subject.definition.transitions:
        taken = {*transition.takes, *transition.may_take}
        for use in transition.guards:
            for name in _read_values(use):
                if name not in taken:
                    yield subject.problem(
                        use.place, "value_not_taken", guard=use.name, trigger=transition.trigger, name=name
                    )


def _read_values(use: GuardUse) -> tuple[str, ...]:
    guard = REGISTRY.get(use.name)
    if guard is None:
        return ()
    named = (mention.name for mention in guard.mentions(use.parameter) if mention.kind == "values")
    return (*guard.payload, *named)


def builds_nothing(subject: Subject) -> Iterator[Problem]:
    """`builds_on` carries amount and conditions into a record, so the act has to keep one."""
    for transition in subject.definition.transitions:
        if transition.builds_on and not transition.records:
            place = subject.at(transition.place, "builds_on", transition.builds_on)
            yield subject.problem(place, "builds_nothing", trigger=transition.trigger)


def fanned_out(subject: Subject) -> Iterator[Problem]:
    """A step for each of a value is asked by an act that takes it, unless it is a field of the content."""
    definition = subject.definition
    given_with_acts = frozenset(fan_outs(definition)) - frozenset(definition.fields)
    for user, asks, taken, place in _askers(subject):
        for step in (definition.steps[name] for name in asks if name in definition.steps):
            if step.for_each in given_with_acts and step.for_each not in taken:
                yield _without_value(subject, place, step, user)


def _without_value(subject: Subject, place: Place, step: StepKind, user: Notice) -> Problem:
    return subject.problem(
        subject.at(place, "asks", step.name),
        "fan_out_without_value",
        user=user,
        step=step.name,
        name=step.for_each,
    )


def _askers(subject: Subject) -> Iterator[tuple[Notice, tuple[str, ...], tuple[str, ...], Place]]:
    """Whoever asks steps: with the steps, and the values at hand then."""
    definition = subject.definition
    for state in definition.states.values():
        yield notice("workflow.user_state", name=state.name), state.asks, (), state.place
    for t in definition.transitions:
        yield notice("workflow.user_transition", name=t.trigger), t.asks, (*t.takes, *t.may_take), t.place
    for step in definition.steps.values():
        for answer in step.answers.values():
            user = notice("workflow.user_answer", name=answer.name, step=step.name)
            about = (step.for_each,) if step.for_each and definition.each_condition(step) else ()
            yield user, answer.asks, (*answer.takes, *answer.may_take, *about), answer.place
