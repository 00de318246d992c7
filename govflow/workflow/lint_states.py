"""Lint of states: each can be reached and leads to an end, and says for whom it waits and how long."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.council.occasion import OF_A_BODY
from govflow.errors import Problem
from govflow.workflow.definition import Definition, State
from govflow.workflow.subject import Subject
from govflow.workflow.ways import asked_in, backwards, closure, ways


def unreachable(subject: Subject) -> Iterator[Problem]:
    """States that no way leads to from the initial one."""
    definition = subject.definition
    if definition.initial not in definition.states or not definition.transitions:
        return
    reached = closure([definition.initial], ways(definition))
    for state in definition.states.values():
        if state.name not in reached:
            yield subject.problem(state.place, "unreachable", name=state.name, initial=definition.initial)


def dead_ends(subject: Subject) -> Iterator[Problem]:
    """States that are no end and that nothing leaves."""
    if not subject.definition.transitions:
        return
    leading = ways(subject.definition)
    for state in _waiting(subject.definition):
        if not leading.get(state.name):
            yield subject.problem(state.place, "dead_end", name=state.name)


def loops(subject: Subject) -> Iterator[Problem]:
    """States that can be left but from which no end is ever reached. Who knows where an unknown one would lead?"""
    definition = subject.definition
    leading = ways(definition)
    ends = [state.name for state in definition.states.values() if state.end]
    if not ends:
        if definition.states:
            yield subject.problem(subject.top("states"), "no_end")
        return
    unknown = {target for targets in leading.values() for target in targets} - set(definition.states)
    finishing = closure([*ends, *unknown], backwards(leading))
    for state in _waiting(definition):
        if leading.get(state.name) and state.name not in finishing:
            yield subject.problem(state.place, "no_exit", name=state.name)


def ends(subject: Subject) -> Iterator[Problem]:
    """End states wait for nobody: nothing leaves them, nobody is due."""
    states = subject.definition.states
    for transition in subject.definition.transitions:
        source = states.get(transition.source)
        if source is not None and source.end:
            place = subject.at(transition.place, "from", transition.source)
            yield subject.problem(place, "end_left", name=source.name, trigger=transition.trigger)
    for state in states.values():
        for key in ("role", "due", "asks"):
            if state.end and getattr(state, key):
                yield subject.problem(subject.at(state.place, key), "end_waits", name=state.name, key=key)


def waiting_states(subject: Subject) -> Iterator[Problem]:
    """Every other state names who must act next, and by when or why there is no date."""
    for state in _waiting(subject.definition):
        if state.role is None:
            yield subject.problem(state.place, "state_without_role", name=state.name)
        if state.due is None:
            yield subject.problem(state.place, "state_without_due", name=state.name)


def idle_roles(subject: Subject) -> Iterator[Problem]:
    """A state that waits for a role which may do nothing there: no transition, no step to answer, and no meeting to
    prepare in which a body would do something."""
    definition = subject.definition
    leading, asked = ways(definition), asked_in(definition)
    for state in (one for one in _waiting(definition) if leading.get(one.name)):
        leaving = definition.transitions_from(state.name)
        busy = {role for one in leaving for role in one.roles}
        busy |= {definition.steps[name].role for name in asked[state.name]}
        role = definition.roles.get(state.role or "")
        if role is None or role.name in busy or not busy <= set(definition.roles):
            continue
        if role.held and any(one.occasion in OF_A_BODY for one in leaving):
            continue
        place = subject.at(state.place, "role", role.name)
        yield subject.problem(place, "idle_role", name=state.name, role=role.name)


def _waiting(definition: Definition) -> list[State]:
    return [state for state in definition.states.values() if not state.end]
