"""What lint looks at: a definition, the templates there are, and the way to exact places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from govflow.errors import Place, Problem
from govflow.messages import notice
from govflow.workflow.deeds import Groups
from govflow.workflow.definition import Definition, Transition
from govflow.workflow.locator import Locator
from govflow.workflow.references import Reference, references


@dataclass(frozen=True, slots=True)
class Subject:
    """A definition under examination. It may be incomplete where the file could not be read.

    `written` names groups of deeds as the file does, where `definition` has the deeds themselves.
    """

    definition: Definition
    templates: Collection[str]
    locator: Locator
    written: Definition
    deeds: Groups

    def problem(self, place: Place, code: str, /, **params: Any) -> Problem:
        return Problem(place, notice(f"workflow.{code}", **params))

    def at(self, part: Place, *path: str) -> Place:
        return self.locator.at(part, *path)

    def top(self, *path: str) -> Place:
        return self.locator.top(*path)

    def references(self) -> Iterator[Reference]:
        """Every use of a name in the file."""
        return references(self.written, self.deeds)

    def place_of(self, reference: Reference) -> Place:
        start, path = reference.start, reference.path
        return self.top(*path) if start is None else self.at(start, *path)

    def groups(self) -> dict[tuple[str, str], list[Transition]]:
        """The transitions that compete: one trigger, one source, in file order."""
        found: dict[tuple[str, str], list[Transition]] = {}
        for transition in self.definition.transitions:
            found.setdefault((transition.trigger, transition.source), []).append(transition)
        return found
