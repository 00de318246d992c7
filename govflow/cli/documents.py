"""`govflow memo`, and `govflow document list`, `show` and `render`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import local_time
from govflow.cli.saving import save_text
from govflow.cli.table import Column
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import IssuedDocument
    from govflow.cli.opened import Decorated

_COLUMNS = (
    Column("heading.number"),
    Column("heading.reference"),
    Column("heading.kind", fit="wrap"),
    Column("heading.issued"),
    Column("heading.title", fit="clip"),
)


def _formed(work: Decorated) -> Decorated:
    """Gives the options of commands that print one document."""
    return click.option("--html", is_flag=True)(click.option("--output", metavar="FILE", type=FILE)(work))


@command("memo")
@click.argument("reference", metavar="REF")
@click.option("--kind", metavar="KIND")
@_formed
def memo(call: Invocation, reference: str, kind: str | None, html: bool, output: Path | None) -> None:
    with opened(call) as session:
        issued = govflow.memo(session, reference, lang=call.lang, kind=kind)
    _give(call, issued, html=html, output=output)


@command("document show")
@click.argument("number", metavar="NUMBER")
@_formed
def show(call: Invocation, number: str, html: bool, output: Path | None) -> None:
    with opened(call) as session:
        issued = govflow.document(session, number, lang=call.lang)
    _give(call, issued, html=html, output=output)


@command("document list")
@click.option("--reference", metavar="REF")
@click.option("--limit", metavar="N", type=click.IntRange(1, 10_000), default=100)
@click.option("--after", metavar="NUMBER")
def list_(call: Invocation, reference: str | None, limit: int, after: str | None) -> None:
    with opened(call) as session:
        found = govflow.list_documents(session, reference=reference, limit=limit, after=after)
        rows = [_row(row, local_time(row["issued_at"], session.store.info.timezone)) for row in found]
    call.out.answer(found, lambda: _show_list(call.out, rows, full=not reference and len(rows) == limit))


@command("document render")
def render(call: Invocation) -> None:
    with opened(call) as session:
        count = govflow.render_pending(session)
    code = "answer.rendered" if count else "answer.nothing_to_render"
    call.out.answer({"rendered": count}, lambda: call.out.say(notice(code, count=count)))


def _give(call: Invocation, issued: IssuedDocument, *, html: bool, output: Path | None) -> None:
    """On stdout, or in the file; in JSON with the page beside the text."""
    text = govflow.as_html(issued) if html else issued.text
    answer: dict[str, Any] = {"document": issued}
    if html:
        answer["html"] = text
    if output is None:
        call.out.answer(answer, lambda: call.out.text(text))
        return
    save_text(output, text)
    said = notice("answer.document_saved", number=issued.number, file=str(output))
    call.out.answer({**answer, "output": output}, lambda: call.out.say(said))


def _row(row: Mapping[str, Any], issued: str) -> tuple[object, ...]:
    return row["number"], row["reference"], row["title"], issued, row["proposal"]


def _show_list(out: Output, rows: Sequence[tuple[object, ...]], *, full: bool) -> None:
    out.table(_COLUMNS, rows)
    if full:
        out.note(notice("answer.more_lines", after=rows[-1][0]))
