"""Proposals in a list, one line each: the form of `inbox`, `list` and `overdue` for people."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govflow.cli.amount import compact
from govflow.cli.output import Output
from govflow.cli.table import Column
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Line, Lines

_COLUMNS = (
    Column("heading.reference"),
    Column("heading.title", fit="clip"),
    Column("heading.ministry"),
    Column("heading.state", fit="clip"),
    Column("heading.due"),
    Column("heading.overdue", right=True),
    Column("heading.amount", right=True),
)
_OVERDUE = 5


def show_lines(out: Output, page: Lines) -> None:
    """The table, and how to see what follows. The column of days overdue only stands where some are."""
    columns: Sequence[Column] = _COLUMNS
    rows = [_cells(line, out.lang) for line in page.lines]
    if not any(line.overdue for line in page.lines):
        columns = (*columns[:_OVERDUE], *columns[_OVERDUE + 1 :])
        rows = [(*row[:_OVERDUE], *row[_OVERDUE + 1 :]) for row in rows]
    out.table(columns, rows)
    if page.more:
        out.note(notice("answer.more_lines", after=shlex.quote(page.more)))


def _cells(line: Line, lang: str) -> tuple[Any, ...]:
    late = notice("answer.days_short", days=-line.days_left) if line.overdue and line.days_left else None
    return (
        line.reference,
        line.title,
        line.ministry,
        line.step_title or line.state_title,
        line.due_on,
        late,
        compact(line.amount, lang),
    )
