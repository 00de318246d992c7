"""Proposals in a list, one line each: the form of `inbox`, `list` and `overdue` for people."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from govflow.cli.amount import compact
from govflow.cli.output import Output
from govflow.cli.prose import listed, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Page, RoundCall, WaitingLine

_COLUMNS = {
    "reference": Column("heading.reference"),
    "title": Column("heading.title", fit="clip"),
    "ministry": Column("heading.ministry", fit="clip"),
    "state": Column("heading.state", fit="clip"),
    "due": Column("heading.due"),
    "overdue": Column("heading.overdue", right=True),
    "escalated": Column("heading.escalated", fit="wrap"),
    "amount": Column("heading.amount", right=True),
    "missing": Column("heading.missing", fit="wrap"),
}
_ROOM_FOR_MINISTRY = 100
"""Columns of a terminal from which on the ministry has its own; the reference begins with it anyway."""


def show_lines(out: Output, page: Page) -> None:
    """The table, and how to see what follows."""
    left_out = set(_superfluous(out, page))
    shown = [name for name in _COLUMNS if name not in left_out]
    rows = [_cells(line, out.lang) for line in page.lines]
    out.table([_COLUMNS[name] for name in shown], [[row[name] for name in shown] for row in rows])
    for call in page.calls:
        out.note(_call(call))
    if page.more:
        out.note(notice("answer.more_lines", after=shlex.quote(page.more)))


def _call(call: RoundCall) -> Notice:
    said = {
        "name": call.name,
        "year": call.fiscal_year,
        "ministry": title_of(call.ministry_title),
        "day": call.date,
    }
    if call.days_left < 0:
        return notice("round.awaits_late", **said)
    return notice("round.awaits", days=call.days_left, **said)


def _went_up(line: WaitingLine) -> Notice | Title | None:
    """To whom it went; `why` and `show` say when."""
    if line.escalated is None:
        return None
    return title_of(line.escalated.to) if line.escalated.to else notice("deadline.nobody_above")


def _superfluous(out: Output, page: Page) -> Iterator[str]:
    if not any(line.overdue for line in page.lines):
        yield "overdue"
    if not any(line.escalated for line in page.lines):
        yield "escalated"
    if not any(line.missing for line in page.lines):
        yield "missing"
    if out.width < _ROOM_FOR_MINISTRY:
        yield "ministry"


def paused_cell(left: int) -> Notice:
    """In place of a due date: the clock stands still."""
    return notice("held_up.paused_cell", days=left)


def _cells(line: WaitingLine, lang: str) -> Mapping[str, object]:
    late = notice("answer.days_short", days=-line.days_left) if line.overdue and line.days_left else None
    return {
        "reference": line.reference,
        "title": line.title,
        "ministry": line.ministry_title,
        "state": line.step_title or line.state_title,
        "due": line.due_on if line.paused_left is None else paused_cell(line.paused_left),
        "overdue": late,
        "escalated": _went_up(line),
        "amount": compact(line.amount, lang),
        "missing": listed([title_of(field) for field in line.missing]),
    }
