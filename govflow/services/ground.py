"""The ground on which values are read: what they may name, and from when on something may be due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from govflow.domain.organisation import Directory
from govflow.workflow.definition import Role


class Ground(NamedTuple):
    """The organisation, the roles of the definition, and the first day for a due date; None takes any."""

    directory: Directory
    roles: Mapping[str, Role]
    first_due: date | None = None
