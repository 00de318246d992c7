"""Answers to a round: the proposals of one workflow and fiscal year, as far as rounds have to do with them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, case, func, literal_column, select

from govflow.store.schema import proposals
from govflow.store.session import Session
from govflow.store.statement import Statement


class AnswerRow(NamedTuple):
    """A proposal as a round counts it."""

    reference: str
    ministry: str
    state: str
    amount: int | None
    part_of: str | None
    version: int


class GroupRow(NamedTuple):
    """Proposals of one ministry in one state; `amount` leaves out what an umbrella contains already."""

    ministry: str
    state: str
    proposals: int
    amount: int
    overdue: int


_of_year = (
    proposals.c.workflow == bindparam("workflow"),
    proposals.c.fiscal_year == bindparam("fiscal_year"),
)
_EACH = Statement(
    lambda: (
        select(*(proposals.c[name] for name in AnswerRow._fields))
        .where(*_of_year)
        .order_by(proposals.c.reference)
    )
)
_one: ColumnElement[int] = literal_column("1")
_none: ColumnElement[int] = literal_column("0")


def _grouped() -> Select[Any]:
    late = proposals.c.role.is_not(None) & (proposals.c.due_on < bindparam("today"))
    part = proposals.c.part_of.is_not(None)
    key = (proposals.c.ministry, proposals.c.state)
    return (
        select(
            *key,
            func.count(),
            func.sum(_case(part, func.coalesce(proposals.c.amount, _none))),
            func.sum(_case(~late | proposals.c.due_on.is_(None), _one)),
        )
        .where(*_of_year)
        .group_by(*key)
        .order_by(*key)
    )


def _case(leaves_out: Any, value: Any) -> Any:
    return case((leaves_out, _none), else_=value)


_GROUPED = Statement(_grouped)


class Answers:
    """What came in for a round."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def every(self, workflow: str, fiscal_year: int) -> list[AnswerRow]:
        """Every proposal, by reference."""
        of = {"workflow": workflow, "fiscal_year": fiscal_year}
        return [AnswerRow._make(row) for row in self._session.rows(_EACH, of)]

    def grouped(self, workflow: str, fiscal_year: int, *, today: str) -> list[GroupRow]:
        """By ministry and state, and how many are overdue today."""
        of = {"workflow": workflow, "fiscal_year": fiscal_year, "today": today}
        rows = self._session.rows(_GROUPED, of)
        return [GroupRow(ministry, state, *map(int, sums)) for ministry, state, *sums in rows]

    def any_in(self, workflow: str, fiscal_year: int, *, ministry: str, states: Collection[str]) -> bool:
        """Whether a ministry has a proposal in one of these states."""
        query = select(proposals.c.reference).where(
            proposals.c.workflow == workflow,
            proposals.c.fiscal_year == fiscal_year,
            proposals.c.ministry == ministry,
            proposals.c.state.in_(states),
        )
        return bool(self._session.select(query.limit(1)))
