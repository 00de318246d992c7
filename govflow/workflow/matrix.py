"""Who may do what where: state by role, the triggers and the steps that a definition allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govflow.workflow.definition import Definition, Transition


class Cell(NamedTuple):
    """What one role may do in one state: fire triggers, answer steps."""

    triggers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Matrix(NamedTuple):
    """Rows are states, columns roles; pairs that allow nothing are left out of `cells`."""

    states: tuple[str, ...]
    roles: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    def cell(self, state: str, role: str) -> Cell:
        return self.cells.get((state, role), Cell())


def matrix(definition: Definition) -> Matrix:
    """The whole matrix, read off the definition alone: guards may forbid more, never allow more."""
    cells: dict[tuple[str, str], Cell] = {}
    for state in definition.states:
        leaving = definition.transitions_from(state)
        asked = steps_asked_in(definition, state)
        for role in definition.roles:
            triggers = dict.fromkeys(one.trigger for one in leaving if role in one.roles)
            steps = tuple(name for name in asked if definition.steps[name].role == role)
            if triggers or steps:
                cells[state, role] = Cell(tuple(triggers), steps)
    return Matrix(tuple(definition.states), tuple(definition.roles), cells)


def steps_asked_in(definition: Definition, state: str) -> tuple[str, ...]:
    """The steps opened on entry, by acts that lead here or are done here, and by the answers to those."""
    ahead = [
        *definition.states[state].asks,
        *(name for one in _leading_to(definition, state) for name in one.asks),
    ]
    found: dict[str, None] = {}
    while ahead:
        name = ahead.pop(0)
        if name not in found:
            found[name] = None
            ahead += (asked for answer in definition.steps[name].answers.values() for asked in answer.asks)
    return tuple(found)


def _leading_to(definition: Definition, state: str) -> tuple[Transition, ...]:
    return tuple(one for one in definition.transitions if one.target == state)
