"""Lint of roles that are nobody's: what fills them, and on which occasions their transitions happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govflow.domain.council.occasion import MAY_FOLLOW, OF_A_BODY, OF_ITSELF, Occasion
from govflow.errors import Problem
from govflow.workflow.definition import Definition, FilledBy, Role, Transition
from govflow.workflow.subject import Subject

_FITTING: Mapping[FilledBy, tuple[Occasion, ...]] = {
    FilledBy.OFFICE: (),
    FilledBy.BODY: OF_A_BODY,
    FilledBy.ITSELF: OF_ITSELF,
}
"""The occasions on which something may happen in a role, by who fills it."""


def filled_twice(subject: Subject) -> Iterator[Problem]:
    """A role is filled in one way; only one of offices is central or not."""
    for role in subject.definition.roles.values():
        first, *others = [key for key in ("body", "automatic", "central") if getattr(role, key)] or [""]
        for key in others:
            place = subject.at(role.place, key)
            yield subject.problem(place, "role_filled_twice", name=role.name, first=first, key=key)


def opened_by_nobody(subject: Subject) -> Iterator[Problem]:
    """A proposal is opened by whoever may move it out of its initial state, so somebody has to be able to."""
    definition = subject.definition
    leaving = definition.transitions_from(definition.initial)
    acting = [role for one in leaving if (role := _acting(definition, one))]
    if acting and not any(role.held for role in acting):
        place = subject.top("initial", definition.initial)
        yield subject.problem(place, "opened_by_nobody", name=definition.initial)


def asked_of_nobody(subject: Subject) -> Iterator[Problem]:
    """A step is put to an office: nobody would answer in a role that none holds."""
    roles = subject.definition.roles
    for step in subject.definition.steps.values():
        if step.role in roles and not roles[step.role].held:
            place = subject.at(step.place, "role", step.role)
            yield subject.problem(place, "step_of_nobody", name=step.name, role=step.role)


def shared_by_nobody(subject: Subject) -> Iterator[Problem]:
    """What is nobody's act is not somebody's too: such a role has its transition alone."""
    for transition, role in _of_nobody(subject.definition):
        if len(transition.roles) > 1:
            place = subject.at(transition.place, "roles", role.name)
            yield subject.problem(place, "fired_with_others", trigger=transition.trigger, role=role.name)


def without_occasion(subject: Subject) -> Iterator[Problem]:
    """What nobody does has to say when it happens."""
    for transition, role in _of_nobody(subject.definition):
        unwritten = subject.at(transition.place, "occasion") == transition.place
        if transition.occasion is None and unwritten:
            yield subject.problem(
                transition.place,
                "no_occasion",
                trigger=transition.trigger,
                role=role.name,
                known=_FITTING[role.filled_by],
            )


def unfitting_occasions(subject: Subject) -> Iterator[Problem]:
    """An act of offices has no occasion, and neither does what bodies do happen of itself."""
    definition = subject.definition
    for transition in (one for one in definition.transitions if one.occasion):
        role = _acting(definition, transition)
        known = _FITTING[role.filled_by] if role else ()
        if role is None or transition.occasion in known:
            continue
        yield subject.problem(
            subject.at(transition.place, "occasion", transition.occasion or ""),
            "occasion_by_hand" if role.held else "occasion_of_others",
            trigger=transition.trigger,
            occasion=transition.occasion,
            role=role.name,
            known=known,
        )


def trigger_of_two_kinds(subject: Subject) -> Iterator[Problem]:
    """A trigger is an act of people, or one occasion of one role, wherever it stands: its name says which."""
    definition = subject.definition
    first: dict[str, Transition] = {}
    for transition in definition.transitions:
        role = _acting(definition, transition)
        if role and not role.held and transition.occasion is None:
            continue  # told already
        known = first.setdefault(transition.trigger, transition)
        if _kind(definition, known) != _kind(definition, transition):
            place = subject.at(transition.place, "trigger", transition.trigger)
            yield subject.problem(
                place, "trigger_of_two_kinds", trigger=transition.trigger, first=known.place
            )


def occasion_of_two_triggers(subject: Subject) -> Iterator[Problem]:
    """In a state an occasion of a body, or of none, does one thing."""
    first: dict[tuple[str, str | None, Occasion], Transition] = {}
    for transition, role in _of_nobody(subject.definition):
        if transition.occasion is None:
            continue
        known = first.setdefault((transition.source, role.body, transition.occasion), transition)
        if known.trigger != transition.trigger:
            yield subject.problem(
                subject.at(transition.place, "occasion", transition.occasion),
                "occasion_of_two_triggers",
                occasion=transition.occasion,
                source=transition.source,
                trigger=transition.trigger,
                first=known.trigger,
            )


def without_way_on(subject: Subject) -> Iterator[Problem]:
    """Whatever a body's rules are, an item that is on its agenda is taken off, and one that it called passes, fails or
    is carried over."""
    definition = subject.definition
    for transition, role in _of_nobody(definition):
        target = transition.target
        following = MAY_FOLLOW.get(transition.occasion) if transition.occasion else None
        if following is None or target not in definition.states:
            continue
        leaving = [one for one in definition.transitions_from(target) if role.name in one.roles]
        known = {one.occasion for one in leaving}
        missing = [occasion for occasion in following if occasion not in known]
        if missing and None not in known:  # what could not be read, or is not stated, is told already
            place = subject.at(transition.place, "to", target)
            yield subject.problem(
                place, "without_way_on", trigger=transition.trigger, state=target, missing=missing
            )


def _of_nobody(definition: Definition) -> Iterator[tuple[Transition, Role]]:
    """The transitions that nobody does, each with the first such role."""
    for transition in definition.transitions:
        role = _acting(definition, transition)
        if role is not None and not role.held:
            yield transition, role


def _acting(definition: Definition, transition: Transition) -> Role | None:
    """The first of a transition's roles that is nobody's, else its first."""
    known = [definition.roles[name] for name in transition.roles if name in definition.roles]
    return min(known, key=lambda role: role.held, default=None)


def _kind(definition: Definition, transition: Transition) -> object:
    """What a trigger of a transition is: None for an act of people."""
    role = _acting(definition, transition)
    return (role.name, transition.occasion) if role and not role.held else None
