"""The steps that verify conditions, over all proposals: the earliest due first, paged by keyset."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import and_, false, func, literal, or_, select, tuple_

from govflow.domain.step import StepState
from govflow.errors import BadInput
from govflow.messages import notice
from govflow.store.schema import proposals, steps
from govflow.store.session import Session

_NEVER = "9999-12-31"
"""Stands for no due date in the order of the list: it sorts last."""

_CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)/([^/]+)/(\d{1,9})", re.ASCII)
_due = func.coalesce(steps.c.due_on, literal(_NEVER))
_unmet = or_(
    steps.c.state == StepState.OPEN.value,
    and_(steps.c.state == StepState.ANSWERED.value, func.coalesce(steps.c.agrees, 0) == 0),
)


class ConditionRow(NamedTuple):
    """Where one such step is; `due` is `9999-12-31` where it has no due date."""

    due: str
    reference: str
    number: int

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind this row."""
        return f"{self.due}/{self.reference}/{self.number}"


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

    def page(self, wanted: Wanted, *, limit: int, after: str | None = None) -> list[ConditionRow]:
        """One page; `after` is the cursor of the last row of the page before. BadInput where it is none."""
        query = select(_due, steps.c.reference, steps.c.number).where(
            steps.c.role.in_(wanted.roles), steps.c.name.in_(wanted.names)
        )
        if wanted.reference is not None:
            query = query.where(steps.c.reference == wanted.reference)
        if wanted.ministries is not None:
            query = query.join(proposals, proposals.c.reference == steps.c.reference)
            query = query.where(proposals.c.ministry.in_(wanted.ministries))
        if wanted.unmet_before is not None:
            query = query.where(steps.c.due_on < wanted.unmet_before, _unmet)
        if after is not None:
            query = query.where(tuple_(_due, steps.c.reference, steps.c.number) > tuple_(*_place(after)))
        if not wanted.names:
            query = query.where(false())
        query = query.order_by(_due, steps.c.reference, steps.c.number).limit(limit)
        return [ConditionRow(*row) for row in self._session.select(query)]


def _place(cursor: str) -> tuple[str, str, int]:
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise BadInput.at(None, notice("store.bad_cursor", cursor=cursor))
    due, reference, number = found.groups()
    return due, reference, int(number)
