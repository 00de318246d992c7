"""The ground on which values are read: what they may name, and from when on something may be due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Self

from govflow.domain.organisation import Directory
from govflow.messages import Title
from govflow.workflow.definition import Definition, Role


class Ground(NamedTuple):
    """The organisation, the roles of the definition, its acts that wait for conditions and its fields, and the first
    day for a due date; None takes any."""

    directory: Directory
    roles: Mapping[str, Role]
    waiting: Mapping[str, Title]
    first_due: date | None = None
    fields: Mapping[str, Title] = {}

    @classmethod
    def of(cls, directory: Directory, definition: Definition, *, first_due: date | None = None) -> Self:
        """What a definition gives to name."""
        fields = {name: field.title for name, field in definition.fields.items()}
        return cls(directory, definition.roles, definition.waiting, first_due, fields)
