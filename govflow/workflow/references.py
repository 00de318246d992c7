"""What a definition declares and what it names: the ground on which unknown and unused names are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govflow.errors import Place
from govflow.messages import Notice, notice
from govflow.reading.text import shown
from govflow.workflow.deeds import Groups
from govflow.workflow.definition import Answer, Definition, Due, GuardUse, Role, State, StepKind, Transition
from govflow.workflow.guard import Mention, written
from govflow.workflow.guards import REGISTRY
from govflow.workflow.reserved import OWN_ACTS
from govflow.workflow.rounds import Rounds
from govflow.workflow.value import Value


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
        "references": frozenset(_references(definition)),
        "audiences": frozenset(definition.reading.audiences if definition.reading else ()),
    }


def _records(definition: Definition) -> Iterator[str]:
    """What acts keep under a name, and what answers keep under their step's, unless it is asked for each of some."""
    yield from (name for t in definition.transitions for name in (t.records, t.returns) if name)
    for step in definition.steps.values():
        if not (step.for_each or step.about) and any(
            answer.takes or answer.may_take for answer in step.answers.values()
        ):
            yield step.name


def _references(definition: Definition) -> Iterator[str]:
    """Fields and values that name another proposal."""
    for values in (definition.fields, definition.values):
        yield from (name for name, value in values.items() if value.type == "reference")


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
    for role in definition.roles.values():
        yield from _of_role(role)
    for step in definition.steps.values():
        yield from _of_step(step)
    if definition.rounds is not None:
        yield from _of_rounds(definition.rounds)
    for state in definition.states.values():
        yield from _of_state(state)
    for transition in definition.transitions:
        yield from _of_transition(transition)
    yield from _of_reading(definition)


def _of_reading(definition: Definition) -> Iterator[Reference]:
    """What audiences are and read, what is restricted to whom, and which documents are open to which."""
    for audience in definition.reading.audiences.values() if definition.reading else ():
        user = notice("workflow.user_audience", name=audience.name)
        yield from _of_lists(
            (("roles", "roles", audience.roles), ("fields", "fields", audience.fields)), user, audience.place
        )
    for value in (*definition.fields.values(), *definition.values.values()):
        user = notice("workflow.user_restricted", name=value.name)
        yield from _of_lists((("roles", "restricted", value.restricted),), user, value.place)
    for document in definition.documents.values():
        user = notice("workflow.user_document", name=document.name)
        yield from _of_lists((("audiences", "opens_to", document.opens_to),), user, document.place)


def _of_role(role: Role) -> Iterator[Reference]:
    if role.escalates_to is not None:
        user = notice("workflow.user_role", name=role.name)
        yield Reference("roles", role.escalates_to, user, role.place, ("escalates_to", role.escalates_to))


def _of_rounds(rounds: Rounds) -> Iterator[Reference]:
    user = notice("workflow.user_rounds")
    for key in ("role", "asked"):
        yield Reference("roles", getattr(rounds, key), user, rounds.place, (key, getattr(rounds, key)))
    stages = [("states", stage, states) for stage, states in rounds.stages.items()]
    yield from _of_lists([("dates", "dates", rounds.dates), *stages], user, rounds.place)


def _of_step(step: StepKind) -> Iterator[Reference]:
    user = notice("workflow.user_step", name=step.name)
    yield Reference("roles", step.role, user, step.place, ("role", step.role))
    if step.for_each is not None:
        yield Reference("fan-outs", step.for_each, user, step.place, ("for_each", step.for_each))
    if step.about is not None:
        yield Reference("values", step.about, user, step.place, ("about", step.about))
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
        ("audiences", "opens_to", transition.opens_to),
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


def _of_guards(uses: Iterable[GuardUse], user: Notice) -> Iterator[Reference]:
    for use, mention in _mentions(uses):
        named = notice("workflow.user_guard", guard=use.name, user=user)
        yield Reference(mention.kind, mention.name, named, use.place, (use.name, *mention.path))


def guards_mention(definition: Definition) -> Iterator[tuple[GuardUse, Mention]]:
    """What the guards of a definition read: only by that is anything judged."""
    steps = definition.steps.values()
    yield from _mentions(use for t in definition.transitions for use in t.guards)
    yield from _mentions(use for step in steps for use in (*step.when, *step.guards))
    yield from _mentions(use for step in steps for answer in step.answers.values() for use in answer.guards)


def _mentions(uses: Iterable[GuardUse]) -> Iterator[tuple[GuardUse, Mention]]:
    for use in (use for use in uses if use.name in REGISTRY):
        yield from ((use, mention) for mention in REGISTRY[use.name].mentions(use.parameter))
