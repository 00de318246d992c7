"""`govflow meeting convoke` and `issue`, and `govflow minutes`: what a meeting issues, and its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.council_act import asked_for, council_act
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import DAY
from govflow.cli.prose import actor, blank, local_time, paragraph
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import MinutesView

_meeting = click.argument("meeting", metavar="MEETING")
_text = click.option("--text", metavar="TEXT", default="")

_REMARKS = (
    Column("heading.number", right=True),
    Column("heading.item", right=True),
    Column("heading.remark", fit="wrap"),
)
_CORRECTIONS = (
    Column("heading.number", right=True),
    Column("heading.by", fit="wrap"),
    Column("heading.correction", fit="wrap"),
    Column("heading.taken_up"),
)
_SIGNATURES = (Column("heading.signed_by", fit="wrap"), Column("heading.signed_at"))


@command("meeting convoke", acting=True)
@_meeting
@click.option("--reply-by", metavar="DATE", type=DAY)
@asked_for
def convoke(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.convoke, meeting, **given)


@command("meeting issue", acting=True)
@_meeting
@click.argument("kind", metavar="KIND")
@asked_for
def issue(call: Invocation, meeting: str, kind: str, **given: Any) -> None:
    council_act(call, govflow.issue_document, meeting, kind, **given)


@command("minutes draft", acting=True)
@_meeting
@asked_for
def draft(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.draft_minutes, meeting, **given)


@command("minutes remark", acting=True)
@_meeting
@click.argument("item", metavar="ITEM", type=click.IntRange(1))
@_text
@click.option("--closed", is_flag=True)
@click.option("--replaces", metavar="N", type=click.IntRange(1))
@asked_for
def remark(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    council_act(call, govflow.add_remark, meeting, item, **given)


@command("minutes circulate", acting=True)
@_meeting
@click.option("--until", metavar="DATE", type=DAY, required=True)
@asked_for
def circulate(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.circulate_minutes, meeting, **given)


@command("minutes correct", acting=True)
@_meeting
@_text
@asked_for
def correct(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.correct_minutes, meeting, **given)


@command("minutes sign", acting=True)
@_meeting
@asked_for
def sign(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.sign_minutes, meeting, **given)


@command("minutes publish", acting=True)
@_meeting
@asked_for
def publish(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.publish_minutes, meeting, **given)


@command("minutes show")
@_meeting
@at_time
def show(call: Invocation, meeting: str) -> None:
    with opened(call) as session:
        found = govflow.show_minutes(session, meeting)
        zone = session.store.info.timezone
    call.out.answer(found, lambda: _show(call.out, found, zone))


def _show(out: Output, found: MinutesView, zone: str) -> None:
    paragraph(out, notice("minutes.shown", meeting=found.meeting))
    if found.document is None:
        paragraph(out, notice("minutes.no_draft_yet", meeting=found.meeting))
    else:
        _show_draft(out, found)
    _show_said(out, found, zone)


def _show_draft(out: Output, found: MinutesView) -> None:
    blank(out)
    out.fields(
        [
            ("heading.draft", _draft(found)),
            ("heading.circulated_until", found.until),
            ("heading.published_as", found.published),
        ]
    )


def _show_said(out: Output, found: MinutesView, zone: str) -> None:
    """Remarks, corrections and signatures."""
    tables = (
        (
            _REMARKS,
            [(each.number, each.item, _remark(each.text, closed=each.closed)) for each in found.remarks],
        ),
        (
            _CORRECTIONS,
            [
                (each.number, _who(each), each.text, notice("minutes.taken_up") if each.taken_up else None)
                for each in found.corrections
            ],
        ),
        (_SIGNATURES, [(_who(each), local_time(each.at, zone)) for each in found.signatures]),
    )
    for columns, rows in tables:
        if rows:
            blank(out)
            out.table(columns, rows)


def _draft(found: MinutesView) -> Notice | str | None:
    if found.document is None or found.current:
        return found.document
    return notice("minutes.outdated", document=found.document)


def _remark(text: str, *, closed: bool) -> Notice | str:
    return notice("minutes.closed", text=text) if closed else text


def _who(line: Any) -> Any:
    """The name and the office."""
    return line.person and actor(line.person, line.office, via=None, behalf=None)
