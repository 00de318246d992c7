"""Post reviews (後閲), of every proposal: the steps of one name, open or done, the earliest due first, by keyset."""

from __future__ import annotations

import re
from typing import NamedTuple

from sqlalchemy import func, literal, select, tuple_

from govflow.domain.step import StepState
from govflow.errors import BadInput
from govflow.messages import notice
from govflow.store.schema import steps
from govflow.store.session import Session

_NEVER = "9999-12-31"
"""Stands for no due date in the order of the list: it sorts last."""

_CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)/([^/]+)/(\d{1,9})", re.ASCII)
_due = func.coalesce(steps.c.due_on, literal(_NEVER))


class ReviewRow(NamedTuple):
    """Where one such step is; `due` is `9999-12-31` where it has no due date."""

    due: str
    reference: str
    number: int

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind this row."""
        return f"{self.due}/{self.reference}/{self.number}"


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
    ) -> list[ReviewRow]:
        """One page of those in a state; `after` is the cursor of the last row of the page before."""
        query = select(_due, steps.c.reference, steps.c.number).where(
            steps.c.state == state.value, steps.c.name == name
        )
        if due_before is not None:
            query = query.where(steps.c.due_on < due_before)
        if after is not None:
            query = query.where(tuple_(_due, steps.c.reference, steps.c.number) > tuple_(*_place(after)))
        query = query.order_by(_due, steps.c.reference, steps.c.number).limit(limit)
        return [ReviewRow(*row) for row in self._session.select(query)]


def _place(cursor: str) -> tuple[str, str, int]:
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise BadInput.at(None, notice("store.bad_cursor", cursor=cursor))
    due, reference, number = found.groups()
    return due, reference, int(number)
