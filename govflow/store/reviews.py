"""Post reviews (後閲), of every proposal: the steps of one name, open or done, the earliest due first, by keyset."""

from __future__ import annotations

from sqlalchemy import select

from govflow.domain.step import StepState
from govflow.store.cursors import STEP_PLACE, Place, page_of_steps
from govflow.store.schema import steps
from govflow.store.session import Session


class Reviews:
    """The steps by which what was done in somebody's absence is reviewed afterwards."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self,
        name: str,
        *,
        state: StepState,
        due_before: str | None = None,
        limit: int,
        after: str | None = None,
    ) -> list[Place]:
        """One page of those in a state; `after` is the cursor of the last row of the page before."""
        query = select(*STEP_PLACE).where(steps.c.state == state.value, steps.c.name == name)
        if due_before is not None:
            query = query.where(steps.c.due_on < due_before)
        return [Place(*row) for row in self._session.select(page_of_steps(query, limit=limit, after=after))]
