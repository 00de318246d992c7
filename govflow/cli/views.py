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
    from govflow import Page, Session

_PAGE = 50


def paged(work: Decorated) -> Decorated:
    """Gives --limit and --after to a view of many lines."""
    return click.option("--limit", metavar="N", type=click.IntRange(1, 10_000), default=_PAGE)(
        click.option("--after", metavar="CURSOR")(work)
    )


def narrowed(work: Decorated) -> Decorated:
    """Gives a view of many lines what it is most often narrowed by."""
    return click.option("--ministry", metavar="MINISTRY")(
        click.option("--state", metavar="STATE")(click.option("--role", metavar="ROLE")(work))
    )


@command("inbox", acting=True)
@paged
def inbox(call: Invocation, limit: int, after: str | None) -> None:
    _answer(call, lambda session: govflow.inbox(session, limit=limit, after=after))


@command("list")
@click.option("--workflow", metavar="NAME")
@narrowed
@click.option("--fiscal-year", metavar="YEAR", type=int)
@click.option("--text", metavar="WORDS")
@click.option("--due-before", metavar="DATE", type=DAY)
@paged
@at_time
def list_(call: Invocation, limit: int, after: str | None, **wanted: Any) -> None:
    filters = govflow.Filters(**wanted)
    _answer(call, lambda session: govflow.list_proposals(session, filters, limit=limit, after=after))


@command("overdue")
@narrowed
@paged
@at_time
def overdue(call: Invocation, limit: int, after: str | None, **wanted: str | None) -> None:
    _answer(call, lambda session: govflow.overdue(session, limit=limit, after=after, **wanted))


def _answer(call: Invocation, look: Callable[[Session], Page]) -> None:
    with opened(call) as session:
        page = look(session)
    call.out.answer(page, lambda: show_lines(call.out, page))
