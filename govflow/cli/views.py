"""`govflow inbox`, `list` and `overdue`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.lines import show_lines
from govflow.cli.opened import Decorated, at_time, opened
from govflow.cli.parameters import DAY

if TYPE_CHECKING:
    from govflow import Lines, Session

_PAGE = 50


def paged(work: Decorated) -> Decorated:
    """Gives --limit and --after to a view of many lines."""
    return click.option("--limit", metavar="N", type=click.IntRange(1, 10_000), default=_PAGE)(
        click.option("--after", metavar="CURSOR")(work)
    )


@command("inbox", acting=True)
@paged
def inbox(call: Invocation, limit: int, after: str | None) -> None:
    _answer(call, lambda session: govflow.inbox(session, limit=limit, after=after))


@command("list")
@click.option("--workflow", metavar="NAME")
@click.option("--ministry", metavar="MINISTRY")
@click.option("--state", metavar="STATE")
@click.option("--role", metavar="ROLE")
@click.option("--fiscal-year", metavar="YEAR", type=int)
@click.option("--text", metavar="WORDS")
@click.option("--due-before", metavar="DATE", type=DAY)
@paged
@at_time
def list_(call: Invocation, limit: int, after: str | None, **narrowed: Any) -> None:
    filters = govflow.Filters(**narrowed)
    _answer(call, lambda session: govflow.list_proposals(session, filters, limit=limit, after=after))


@command("overdue")
@paged
@at_time
def overdue(call: Invocation, limit: int, after: str | None) -> None:
    _answer(call, lambda session: govflow.overdue(session, limit=limit, after=after))


def _answer(call: Invocation, look: Callable[[Session], Lines]) -> None:
    with opened(call) as session:
        page = look(session)
    call.out.answer(page, lambda: show_lines(call.out, page))
