"""`govflow outbox list` and `govflow outbox retry`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.misread import Misread
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import local_time, paragraph
from govflow.cli.table import Column
from govflow.cli.views import paged
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import OutboxLine, OutboxPage

_COLUMNS = (
    Column("heading.number", right=True),
    Column("heading.topic"),
    Column("heading.subject"),
    Column("heading.created"),
    Column("heading.state"),
    Column("heading.attempts", right=True),
    Column("heading.last_error", fit="clip"),
)


@command("outbox list")
@click.option("--topic", metavar="NAME")
@paged
def list_(call: Invocation, topic: str | None, limit: int, after: str | None) -> None:
    with opened(call) as session:
        page = govflow.list_outbox(session, topic=topic, limit=limit, after=after)
        zone = session.store.info.timezone
    call.out.answer(page, lambda: _show(call.out, page, zone))


def _show(out: Output, page: OutboxPage, zone: str) -> None:
    rows = [
        (
            line.number,
            line.topic,
            line.subject,
            local_time(line.created_at, zone),
            notice(f"outbox.{line.state}"),
            line.attempts,
            line.last_error,
        )
        for line in page.messages
    ]
    out.table(_COLUMNS, rows)
    if page.more:
        out.note(notice("answer.more_lines", after=page.more))


@command("outbox retry", acting=True)
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1, type=click.IntRange(1, 2**63 - 1))
@click.option("--failed", is_flag=True)
def retry(call: Invocation, numbers: tuple[int, ...], failed: bool) -> None:
    if bool(numbers) == failed:
        raise Misread(notice("outbox.choose"), click.get_current_context())
    with opened(call) as session:
        lines = govflow.retry_outbox(session, numbers, failed=failed)
    call.out.answer(lines, lambda: _show_retried(call.out, lines))


def _show_retried(out: Output, lines: Sequence[OutboxLine]) -> None:
    for line in lines:
        said = {"number": line.number, "topic": line.topic, "subject": line.subject}
        paragraph(out, notice("outbox.retried", **said))
    if not lines:
        paragraph(out, notice("outbox.nothing_failed"))
