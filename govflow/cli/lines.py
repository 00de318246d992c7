"""Proposals in a list, one line each: the form of `inbox`, `list` and `overdue` for people."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from govflow.cli.amount import compact
from govflow.cli.output import Output
from govflow.cli.table import Column
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Page, WaitingLine

_COLUMNS = {
    "reference": Column("heading.reference"),
    "title": Column("heading.title", fit="clip"),
    "ministry": Column("heading.ministry", fit="clip"),
    "state": Column("heading.state", fit="clip"),
    "due": Column("heading.due"),
    "overdue": Column("heading.overdue", right=True),
    "amount": Column("heading.amount", right=True),
}
_ROOM_FOR_MINISTRY = 100
"""Columns of a terminal from which on the ministry has its own; the reference begins with it anyway."""


def show_lines(out: Output, page: Page) -> None:
    """The table, and how to see what follows."""
    left_out = set(_superfluous(out, page))
    shown = [name for name in _COLUMNS if name not in left_out]
    rows = [_cells(line, out.lang) for line in page.lines]
    out.table([_COLUMNS[name] for name in shown], [[row[name] for name in shown] for row in rows])
    if page.more:
        out.note(notice("answer.more_lines", after=shlex.quote(page.more)))


def _superfluous(out: Output, page: Page) -> Iterator[str]:
    if not any(line.overdue for line in page.lines):
        yield "overdue"
    if out.width < _ROOM_FOR_MINISTRY:
        yield "ministry"


def _cells(line: WaitingLine, lang: str) -> Mapping[str, object]:
    late = notice("answer.days_short", days=-line.days_left) if line.overdue and line.days_left else None
    return {
        "reference": line.reference,
        "title": line.title,
        "ministry": line.ministry_title,
        "state": line.step_title or line.state_title,
        "due": line.due_on,
        "overdue": late,
        "amount": compact(line.amount, lang),
    }
