"""The steps that verify conditions, over all proposals: the earliest due first, paged by keyset."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import and_, false, func, or_, select

from govflow.domain.step import StepState
from govflow.store.cursors import STEP_PLACE, Place, page_of_steps
from govflow.store.schema import proposals, steps
from govflow.store.session import Session

_unmet = or_(
    steps.c.state == StepState.OPEN.value,
    and_(steps.c.state == StepState.ANSWERED.value, func.coalesce(steps.c.agrees, 0) == 0),
)


class Wanted(NamedTuple):
    """Which steps: their names and roles, and what they are narrowed to; None narrows nothing. `unmet_before`: due
    before that day, and not verified."""

    names: Collection[str]
    roles: Collection[str]
    reference: str | None = None
    ministries: Collection[str] | None = None
    unmet_before: str | None = None


class Conditions:
    """The verifications of conditions, of every proposal."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, wanted: Wanted, *, limit: int, after: str | None = None) -> list[Place]:
        """One page; `after` is the cursor of the last row of the page before. BadInput where it is none."""
        query = select(*STEP_PLACE).where(steps.c.role.in_(wanted.roles), steps.c.name.in_(wanted.names))
        if wanted.reference is not None:
            query = query.where(steps.c.reference == wanted.reference)
        if wanted.ministries is not None:
            query = query.join(proposals, proposals.c.reference == steps.c.reference)
            query = query.where(proposals.c.ministry.in_(wanted.ministries))
        if wanted.unmet_before is not None:
            query = query.where(steps.c.due_on < wanted.unmet_before, _unmet)
        if not wanted.names:
            query = query.where(false())
        return [Place(*row) for row in self._session.select(page_of_steps(query, limit=limit, after=after))]
