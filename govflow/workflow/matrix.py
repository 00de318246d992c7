"""Who may do what where: state by role, the triggers and the steps that a definition allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govflow.workflow.definition import Definition
from govflow.workflow.ways import asked_in


class Cell(NamedTuple):
    """What one role may do in one state: fire triggers, answer steps (the lasting ones of earlier states too)."""

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
    asked = asked_in(definition)
    for state in definition.states:
        leaving = definition.transitions_from(state)
        for role in definition.roles:
            triggers = dict.fromkeys(one.trigger for one in leaving if role in one.roles)
            steps = tuple(name for name in asked[state] if definition.steps[name].role == role)
            if triggers or steps:
                cells[state, role] = Cell(tuple(triggers), steps)
    return Matrix(tuple(definition.states), tuple(definition.roles), cells)
