"""Lint of guards: those that nothing in the definition could ever meet, or that have nothing to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govflow.errors import Problem
from govflow.messages import Notice, notice
from govflow.workflow.definition import Definition, GuardUse, StepKind
from govflow.workflow.reserved import OVERDUE_REPORT, POST_REVIEW
from govflow.workflow.subject import Subject
from govflow.workflow.ways import asked_in, closure, ways

_BOUNDS = (("amount_at_least", "amount_at_most"), ("times_at_least", "times_at_most"))
_ON_ANSWERS = ("concurred", "answered", "answer_is")
"""Guards that are only met where the steps they name were asked."""


def left_when_done(subject: Subject) -> Iterator[Problem]:
    """`done_here` of a trigger that leaves the state or is none of its own: nobody has done it and is still here."""
    definition = subject.definition
    staying = {(one.trigger, one.source) for one in definition.transitions if not one.moves}
    for transition in definition.transitions:
        for use, name in _named(transition.guards, "done_here"):
            if name in definition.triggers and (name, transition.source) not in staying:
                place = subject.at(use.place, use.name, name)
                yield subject.problem(
                    place, "left_when_done", guard=use.name, name=name, source=transition.source
                )


def recorded_by_others(subject: Subject) -> Iterator[Problem]:
    """`recorded_by` a trigger that does not keep the record: it would never be met by that one."""
    definition = subject.definition
    keepers = _keepers(definition)
    for use in _uses(definition, "recorded_by"):
        for record, triggers in use.parameter.items():
            for trigger in triggers:
                known = record in keepers and trigger in definition.triggers
                if known and trigger not in keepers[record]:
                    yield subject.problem(
                        subject.at(use.place, use.name, record, trigger),
                        "recorded_by_others",
                        guard=use.name,
                        trigger=trigger,
                        record=record,
                        keepers=tuple(keepers[record]),
                    )


def recorded_without_amount(subject: Subject) -> Iterator[Problem]:
    """`amount_within` a record none of whose acts takes an amount: it never holds one to compare with."""
    keepers = _keepers(subject.definition)
    named = (
        pair
        for guard in ("amount_within", "amount_within_percent")
        for pair in _named_anywhere(subject.definition, guard)
    )
    for use, record in named:
        if record in keepers and not any("amount" in taken for taken in keepers[record].values()):
            place = subject.at(use.place, use.name, record)
            yield subject.problem(place, "recorded_without_amount", guard=use.name, record=record)


def empty_bounds(subject: Subject) -> Iterator[Problem]:
    """Guards of one list that want at least more than they allow at most."""
    for _, uses, _ in _lists(subject.definition):
        for lower, upper in _BOUNDS:
            least, most = _strictest(uses, lower, which=max), _strictest(uses, upper, which=min)
            for what in (name for name in least if name in most and least[name][0] > most[name][0]):
                later = uses[max(least[what][1], most[what][1])]
                yield subject.problem(
                    subject.at(later.place, later.name, what),
                    "empty_bounds",
                    lower=lower,
                    upper=upper,
                    minimum=least[what][0],
                    maximum=most[what][0],
                )


def never_asked(subject: Subject) -> Iterator[Problem]:
    """Guards on the answer of a step that nothing asks on any way to where they stand."""
    definition = subject.definition
    open_after = _open_after(definition)
    for user, uses, states in _lists(definition):
        for use, name in (found for guard in _ON_ANSWERS for found in _named(uses, guard)):
            if name in open_after and not open_after[name] & states:
                place = subject.at(use.place, use.name, name)
                yield subject.problem(place, "never_asked", guard=use.name, step=name, user=user)


def not_each_condition(subject: Subject) -> Iterator[Problem]:
    """`conditions_verified` by a step that is not asked for each condition: none of them could be verified."""
    definition = subject.definition
    for use, name in _named_anywhere(definition, "conditions_verified"):
        step = definition.steps.get(name)
        if step is not None and not _each_condition(step, definition):
            place = subject.at(use.place, use.name, name)
            yield subject.problem(place, "not_each_condition", guard=use.name, step=name)


def _each_condition(step: StepKind, definition: Definition) -> bool:
    """An unknown value is told already."""
    known = step.for_each in definition.fields or step.for_each in definition.values
    return definition.each_condition(step) or (step.for_each is not None and not known)


def _keepers(definition: Definition) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """By record, the triggers that keep it (or the step whose answers do) with the values they may take."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for one in definition.transitions:
        if one.records:
            kept = found.setdefault(one.records, {})
            kept[one.trigger] = kept.get(one.trigger, frozenset()) | {*one.takes, *one.may_take}
    for step in definition.steps.values():
        taken = {name for answer in step.answers.values() for name in (*answer.takes, *answer.may_take)}
        if taken and not step.for_each:
            found.setdefault(step.name, {})[step.name] = frozenset(taken)
    return found


def _open_after(definition: Definition) -> Mapping[str, frozenset[str]]:
    """By step, the states in which it may have been asked by then. Where an unknown state would lead, nobody knows."""
    leading = ways(definition)
    unknown = {target for targets in leading.values() for target in targets} - set(definition.states)
    begins: dict[str, list[str]] = {step: [] for step in definition.steps}
    for state, names in asked_in(definition).items():
        for name in names:
            begins[name].append(state)
    found: dict[str, frozenset[str]] = {}
    for step, states in begins.items():
        reached = closure(states, leading)
        if step not in (POST_REVIEW, OVERDUE_REPORT) and not reached & unknown:
            found[step] = frozenset(reached)
    return found


def _lists(definition: Definition) -> Iterator[tuple[Notice, tuple[GuardUse, ...], frozenset[str]]]:
    """Every list of guards: whose it is, and the states in which it may be looked at."""
    for one in definition.transitions:
        yield notice("workflow.user_transition", name=one.trigger), one.guards, frozenset({one.source})
    anywhere = frozenset(definition.states)
    for step in definition.steps.values():
        user = notice("workflow.user_step", name=step.name)
        yield user, step.when, anywhere
        yield user, step.guards, anywhere
        for answer in step.answers.values():
            yield notice("workflow.user_answer", name=answer.name, step=step.name), answer.guards, anywhere


def _uses(definition: Definition, guard: str) -> Iterator[GuardUse]:
    return (use for _, uses, _ in _lists(definition) for use in uses if use.name == guard)


def _named_anywhere(definition: Definition, guard: str) -> Iterator[tuple[GuardUse, str]]:
    for _, uses, _ in _lists(definition):
        yield from _named(uses, guard)


def _named(uses: Sequence[GuardUse], guard: str) -> Iterator[tuple[GuardUse, str]]:
    """The uses of a guard in a list, each with every name that its parameter lists or has as a key."""
    for use in uses:
        if use.name == guard:
            names = (use.parameter,) if isinstance(use.parameter, str) else use.parameter
            yield from ((use, name) for name in names)


def _strictest(
    uses: Sequence[GuardUse],
    guard: str,
    *,
    which: Callable[[tuple[int, int], tuple[int, int]], tuple[int, int]],
) -> dict[str, tuple[int, int]]:
    """By what a guard of bounds is about (a trigger, or nothing: the amount), its strictest number and where."""
    found: dict[str, tuple[int, int]] = {}
    for index, use in enumerate(uses):
        if use.name == guard:
            bounds = use.parameter if isinstance(use.parameter, Mapping) else {"": use.parameter}
            for what, number in bounds.items():
                found[what] = which(found.get(what, (number, index)), (number, index))
    return found
