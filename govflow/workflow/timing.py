"""Due dates in words."""

from __future__ import annotations

import calendar
from collections.abc import Mapping

from govflow.domain.deadline import NamedDate
from govflow.messages import Notice, notice
from govflow.workflow.definition import Due


def due_words(due: Due, dates: Mapping[str, NamedDate]) -> tuple[Notice, ...]:
    """Everything a due date gives, the earliest of which counts; or that there is none, and why."""
    if due.reason is not None:
        return (notice("workflow.due_none", reason=due.reason),)
    said: list[Notice] = []
    if due.working_days is not None:
        said.append(_working_days(due.working_days))
    if due.months is not None:
        said.append(notice("workflow.due_months", months=due.months))
    if due.date is not None:
        said.append(date_words(dates[due.date]))
    if due.fiscal_year_end_of is not None:
        said.append(notice("workflow.due_fiscal_year_end"))
    return tuple(said)


def date_words(named: NamedDate) -> Notice:
    """A date that comes round."""
    if named.month is None:
        return notice("workflow.due_monthly", day=named.day)
    name = calendar.month_name[named.month]
    return notice("workflow.due_yearly", month=named.month, day=named.day, month_name=name)


def _working_days(days: int) -> Notice:
    return notice("workflow.due_working_days", days=days) if days else notice("workflow.due_same_day")
