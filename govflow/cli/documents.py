"""`govflow memo`, and `govflow document list`, `show`, `verify` and `render`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import actor, local_time, paragraph, title_of
from govflow.cli.saving import save_text
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import IssuedDocument, VerifiedDocument
    from govflow.cli.opened import Decorated

_COLUMNS = (
    Column("heading.number"),
    Column("heading.referred"),
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
@at_time
def memo(call: Invocation, reference: str, kind: str | None, html: bool, output: Path | None) -> None:
    with opened(call) as session:
        issued = govflow.memo(session, reference, lang=call.lang, kind=kind)
    _give(call, issued, html=html, output=output)


@command("document show")
@click.argument("number", metavar="NUMBER")
@_formed
@at_time
def show(call: Invocation, number: str, html: bool, output: Path | None) -> None:
    with opened(call) as session:
        issued = govflow.document(session, number, lang=call.lang)
        at = local_time(issued.issued_at, session.store.info.timezone)
    origin = notice("documents.shown", number=issued.number, reference=issued.reference, issued=at)
    _give(call, issued, html=html, output=output, origin=origin)


@command("document verify")
@click.argument("file", metavar="FILE", type=FILE)
@at_time
def verify(call: Invocation, file: Path) -> None:
    with opened(call) as session:
        found = govflow.verify_document(session, file)
        issued = local_time(found.issued_at, session.store.info.timezone)
    call.out.answer({"holds": True, "document": found}, lambda: _show_verified(call.out, found, file, issued))


@command("document list")
@click.option("--reference", metavar="REF")
@click.option("--limit", metavar="N", type=click.IntRange(1, 10_000), default=100)
@click.option("--after", metavar="NUMBER")
@at_time
def list_(call: Invocation, reference: str | None, limit: int, after: str | None) -> None:
    with opened(call) as session:
        found = govflow.list_documents(session, reference=reference, limit=limit, after=after)
        rows = [_row(row, local_time(row["issued_at"], session.store.info.timezone)) for row in found]
    call.out.answer(found, lambda: _show_list(call.out, rows, reference=reference, limit=limit))


@command("document render")
def render(call: Invocation) -> None:
    with opened(call) as session:
        count = govflow.render_pending(session)
    code = "answer.rendered" if count else "answer.nothing_to_render"
    call.out.answer({"rendered": count}, lambda: call.out.say(notice(code, count=count)))


def _give(
    call: Invocation,
    issued: IssuedDocument,
    *,
    html: bool,
    output: Path | None,
    origin: Notice | None = None,
) -> None:
    """On stdout with its `origin` beside it, or in the file, as a page where that is called one; in JSON with the page
    beside the text."""
    html = html or (output is not None and output.suffix.lower() == ".html")
    text = govflow.as_html(issued) if html else issued.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    answer: dict[str, Any] = {"document": issued}
    if html:
        answer["html"] = text
    if issued.outdated and not call.json:
        call.out.note(issued.outdated)
    if output is None:
        call.out.answer(answer, lambda: _show(call.out, text, digest, origin))
        return
    save_text(output, text)
    answer |= {"output": output, "sha256": digest}
    call.out.answer(answer, lambda: _show_saved(call.out, issued.number, output, digest))


def _show(out: Output, text: str, digest: str, origin: Notice | None) -> None:
    if origin:
        out.note(origin)
        out.note(notice("documents.file_digest", digest=digest))
    out.text(text)


def _show_saved(out: Output, number: str, file: Path, digest: str) -> None:
    out.say(notice("answer.document_saved", number=number, file=str(file)))
    out.say(notice("documents.file_digest", digest=digest))


def _show_verified(out: Output, found: VerifiedDocument, file: Path, issued: str) -> None:
    paragraph(out, notice("documents.upheld", file=str(file)))
    if found.outdated:
        paragraph(out, found.outdated)
    if found.unproven:
        paragraph(out, notice("answer.not_rendered_again", numbers=[found.number]))
    act = notice("documents.act", title=title_of(found.act), day=found.day, seq=found.seq)
    person = found.person and actor(found.person, found.office, via=found.via, behalf=found.on_behalf_of)
    out.fields(
        [
            (
                "documents.heading_document",
                notice("documents.named", code=found.number, title=title_of(found.title)),
            ),
            ("heading.reference", found.reference),
            ("documents.heading_issued", issued),
            ("documents.heading_act", act),
            ("heading.by", person),
            ("documents.heading_digest", found.text_digest),
        ]
    )


def _row(row: Mapping[str, Any], issued: str) -> tuple[object, ...]:
    return row["number"], row["reference"], row["title"], issued, row["about"]


def _show_list(out: Output, rows: Sequence[tuple[object, ...]], *, reference: str | None, limit: int) -> None:
    """Those of one reference all have its title, which is not repeated."""
    shown = len(_COLUMNS) - (1 if reference else 0)
    out.table(_COLUMNS[:shown], [row[:shown] for row in rows])
    if reference is None and len(rows) == limit:
        out.note(notice("answer.more_lines", after=rows[-1][0]))
