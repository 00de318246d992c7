"""Cursors: where a list goes on, as a text that its reader hands back. Every list by due date has the same order."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from sqlalchemy import Select, func, literal, tuple_

from govflow.errors import BadInput
from govflow.messages import notice
from govflow.store.schema import steps

NEVER = "9999-12-31"
"""Stands for no due date in the order of waiting things: it sorts last."""

_CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)/([^/]+)/(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


class Place(NamedTuple):
    """Where a proposal (number 0) or a step of one stands in the order of waiting things; `due` is NEVER where it has
    no due date."""

    due: str
    reference: str
    number: int

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind it."""
        return f"{self.due}/{self.reference}/{self.number}"


_START = Place("", "", 0)

STEP_PLACE = (func.coalesce(steps.c.due_on, literal(NEVER)), steps.c.reference, steps.c.number)
"""The place of a step, as columns."""


def page_of_steps(query: Select[Any], *, limit: int, after: str | None) -> Select[Any]:
    """One page of a query of steps, the earliest due first."""
    if after is not None:
        query = query.where(tuple_(*STEP_PLACE) > tuple_(*place_meant(after)))
    return query.order_by(*STEP_PLACE).limit(limit)


def place_meant(cursor: str | None) -> Place:
    """The place of a cursor; without one, that before everything. BadInput where it is none."""
    if cursor is None:
        return _START
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise _bad(cursor)
    due, reference, number = found.groups()
    return Place(due, reference, int(number))


def number_meant(cursor: str) -> int:
    """The number of a cursor, in a list by number. BadInput where it is none."""
    if _NUMBER.fullmatch(cursor) is None:
        raise _bad(cursor)
    return int(cursor)


def _bad(cursor: str) -> BadInput:
    return BadInput.at(None, notice("store.bad_cursor", cursor=cursor))
