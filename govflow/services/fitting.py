"""Which definition is meant where nobody named one: the only one in force that what is asked for fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def fitting_definition(
    session: Session, work: UnitOfWork, name: str | None, *, fits: Callable[[Definition], bool]
) -> Definition:
    """The definition of that name in force today; without a name, the only one in force or, of several, the only one
    that `fits`. BadInput where that leaves a choice."""
    if name is None:
        names = work.definitions.names_in_force("workflow", session.today().isoformat())
        several = names if len(names) > 1 else ()
        fitting = [one for one in several if fits(session.definition_in_force(work, one))]
        name = fitting[0] if len(fitting) == 1 else None
    return session.definition_in_force(work, name)
