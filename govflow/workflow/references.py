"""What a definition declares and what it names: the ground on which unknown and unused names are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govflow.errors import Place
from govflow.messages import Notice, notice
from govflow.reading.text import shown
from govflow.workflow.deeds import Groups
from govflow.workflow.definition import (
    OWN_ACTS,
    Answer,
    Definition,
    Due,
    GuardUse,
    State,
    StepKind,
    Transition,
    Value,
)
from govflow.workflow.guard import written
from govflow.workflow.guards import REGISTRY


class Reference(NamedTuple):
    """A name used in a definition: its kind, who uses it, and the way to it from the part at `start`."""

    kind: str
    name: str
    user: Notice
    start: Place | None
    path: tuple[str, ...]


def declared(definition: Definition, groups: Groups) -> Mapping[str, frozenset[str]]:
    """All names that may be used, by kind."""
    return {
        "roles": frozenset(definition.roles),
        "fields": frozenset(definition.fields),
        "values": frozenset(definition.values),
        "dates": frozenset(definition.dates),
        "steps": frozenset(definition.steps),
        "documents": frozenset(definition.documents),
        "triggers": frozenset(definition.triggers),
        "states": frozenset(definition.states),
        "records": frozenset(_records(definition)),
        "deeds": frozenset((*deeds(definition), *groups)),
        "answers": frozenset(f"{s.name}.{answer}" for s in definition.steps.values() for answer in s.answers),
        "field choices": frozenset(_choices(definition.fields)),
        "value choices": frozenset(_choices(definition.values)),
        "fan-outs": frozenset(fan_outs(definition)),
    }


def _records(definition: Definition) -> Iterator[str]:
    """What acts keep under a name, and what answers keep under their step's, unless it is asked for each of some."""
    yield from (t.records for t in definition.transitions if t.records)
    for step in definition.steps.values():
        if not step.for_each and any(answer.takes or answer.may_take for answer in step.answers.values()):
            yield step.name


def deeds(definition: Definition) -> Iterator[str]:
    """What somebody may have done: the acts of every workflow, triggers, steps, triggers in a state."""
    yield from OWN_ACTS
    yield from definition.triggers
    yield from definition.steps
    yield from (f"{t.source}.{t.trigger}" for t in definition.transitions)


def _choices(values: Mapping[str, Value]) -> Iterator[str]:
    for value in values.values():
        if value.type == "choice":
            yield from (f"{value.name}.{choice}" for choice in value.choices)
        if value.type == "flag":
            yield from (f"{value.name}.{written(flag)}" for flag in (True, False))


FAN_OUT_TYPES = ("ministries", "conditions", "reference")


def fan_outs(definition: Definition) -> Iterator[str]:
    """What a step may be asked for each of: ministries, conditions, or the ministry of a proposal."""
    for value in (*definition.fields.values(), *definition.values.values()):
        if value.type in FAN_OUT_TYPES:
            yield value.name


def references(definition: Definition, groups: Groups) -> Iterator[Reference]:
    """Every use of a name, in the order of the file's sections."""
    yield Reference(
        "states",
        definition.initial,
        notice("workflow.user_definition"),
        None,
        ("initial", definition.initial),
    )
    for group, names in groups.items():
        user = notice("workflow.user_group", name=shown(group))
        yield from (Reference("deeds", name, user, None, ("deeds", group, name)) for name in names)
    for step in definition.steps.values():
        yield from _of_step(step)
    for state in definition.states.values():
        yield from _of_state(state)
    for transition in definition.transitions:
        yield from _of_transition(transition)


def _of_step(step: StepKind) -> Iterator[Reference]:
    user = notice("workflow.user_step", name=step.name)
    yield Reference("roles", step.role, user, step.place, ("role", step.role))
    if step.for_each is not None:
        yield Reference("fan-outs", step.for_each, user, step.place, ("for_each", step.for_each))
    yield from _of_due(step.due, user)
    yield from _of_guards((*step.when, *step.guards), user)
    for answer in step.answers.values():
        yield from _of_answer(answer, step)


def _of_answer(answer: Answer, step: StepKind) -> Iterator[Reference]:
    user = notice("workflow.user_answer", name=answer.name, step=step.name)
    yield from _of_guards(answer.guards, user)
    yield from _of_lists(
        (
            ("values", "takes", answer.takes),
            ("values", "may_take", answer.may_take),
            ("steps", "asks", answer.asks),
            ("documents", "issues", answer.issues),
        ),
        user,
        answer.place,
    )


def _of_state(state: State) -> Iterator[Reference]:
    user = notice("workflow.user_state", name=state.name)
    if state.role is not None:
        yield Reference("roles", state.role, user, state.place, ("role", state.role))
    yield from _of_due(state.due, user)
    yield from _of_lists((("steps", "asks", state.asks),), user, state.place)


def _of_transition(transition: Transition) -> Iterator[Reference]:
    user = notice("workflow.user_transition", name=transition.trigger)
    singles = (
        ("triggers", "trigger", transition.trigger),
        ("states", "from", transition.source),
        ("states", "to", transition.target if transition.moves else None),
        ("records", "builds_on", transition.builds_on),
    )
    for kind, key, name in singles:
        if name is not None:
            yield Reference(kind, name, user, transition.place, (key, name))
    lists = (
        ("roles", "roles", transition.roles),
        ("values", "takes", transition.takes),
        ("values", "may_take", transition.may_take),
        ("steps", "asks", transition.asks),
        ("documents", "issues", transition.issues),
    )
    yield from _of_lists(lists, user, transition.place)
    yield from _of_guards(transition.guards, user)
    yield from _of_due(transition.due, user)


def _of_lists(
    lists: Sequence[tuple[str, str, Sequence[str]]], user: Notice, place: Place
) -> Iterator[Reference]:
    for kind, key, names in lists:
        for name in names:
            yield Reference(kind, name, user, place, (key, name))


def _of_due(due: Due | None, user: Notice) -> Iterator[Reference]:
    if due is None:
        return
    for kind, key, name in (
        ("dates", "date", due.date),
        ("records", "fiscal_year_end_of", due.fiscal_year_end_of),
    ):
        if name is not None:
            yield Reference(kind, name, user, due.place, (key, name))


def _of_guards(uses: Sequence[GuardUse], user: Notice) -> Iterator[Reference]:
    for use in (use for use in uses if use.name in REGISTRY):
        for mention in REGISTRY[use.name].mentions(use.parameter):
            named = notice("workflow.user_guard", guard=use.name, user=user)
            yield Reference(mention.kind, mention.name, named, use.place, (use.name, *mention.path))
