"""`govflow meeting show`, `list`, `forecast`, `papers` and `check-papers`: meetings looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.meeting_page import show_forecast, show_meeting
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import blank, local_time, paragraph
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import MeetingLine, PaperCheck, PaperLine, PaperPack

_LINES = (
    Column("heading.meeting"),
    Column("heading.starts"),
    Column("heading.place", fit="wrap"),
    Column("heading.ballot_state", fit="wrap"),
    Column("heading.items", right=True),
)
_PAPERS = (
    Column("heading.paper", right=True),
    Column("heading.item", right=True),
    Column("heading.title", fit="wrap"),
    Column("heading.file", fit="wrap"),
    Column("heading.paper_state", fit="wrap"),
)
_STATES = ("called", "open", "suspended", "ended", "cancelled")
_meeting = click.argument("meeting", metavar="MEETING")


@command("meeting show")
@_meeting
@at_time
def show(call: Invocation, meeting: str) -> None:
    with opened(call) as session:
        found = govflow.show_meeting(session, meeting)
        zone = session.store.info.timezone
    call.out.answer(found, lambda: show_meeting(call.out, found, zone))


@command("meeting list")
@click.option("--body", metavar="NAME")
@click.option("--state", type=click.Choice(_STATES))
@at_time
def list_(call: Invocation, body: str | None, state: str | None) -> None:
    with opened(call) as session:
        found = govflow.list_meetings(session, body=body, state=state)
        zone = session.store.info.timezone
    rows = [
        (
            line.meeting,
            local_time(line.starts_at, zone),
            line.place,
            _state(line),
            line.items,
        )
        for line in found
    ]
    call.out.answer(found, lambda: call.out.table(_LINES, rows))


def _state(line: MeetingLine) -> Notice:
    """Where a meeting stands, and whether it is recorded from paper."""
    state = notice(f"meeting.state_{line.state}")
    return notice("meeting.state_on_paper", state=state) if line.on_paper else state


@command("meeting forecast")
@_meeting
@at_time
def forecast(call: Invocation, meeting: str) -> None:
    with opened(call) as session:
        found = govflow.forecast(session, meeting)
    call.out.answer(found, lambda: show_forecast(call.out, found))


@command("meeting papers")
@_meeting
@at_time
def papers(call: Invocation, meeting: str) -> None:
    with opened(call) as session:
        found = govflow.list_papers(session, meeting)
    call.out.answer(found, lambda: _show_papers(call.out, found))


@command("meeting check-papers")
@_meeting
@click.argument("folder", metavar="FOLDER", type=FILE)
@at_time
def check_papers(call: Invocation, meeting: str, folder: Path) -> int:
    with opened(call) as session:
        found = govflow.check_papers(session, meeting, folder)
    call.out.answer({"complete": found.complete, "check": found}, lambda: _show_check(call.out, found))
    return 0 if found.complete else 10


def _show_papers(out: Output, found: PaperPack) -> None:
    out.table(_PAPERS, [_paper(paper) for paper in found.papers])
    if found.papers:
        blank(out)
        for paper in found.papers:
            paragraph(out, notice("meeting.paper_digest", paper=paper.paper, digest=paper.digest))
        paragraph(out, notice("meeting.pack_digest", digest=found.digest))


def _paper(paper: PaperLine) -> tuple[object, ...]:
    said = [notice("meeting.paper_tabled")] if paper.tabled else []
    if paper.replaces:
        said.append(notice("meeting.paper_replaces", paper=paper.replaces))
    if paper.replaced_by:
        said.append(notice("meeting.paper_replaced", paper=paper.replaced_by))
    state = notice("answer.listed", items=said) if said else None
    return (paper.paper, paper.item, paper.title, paper.file, state)


def _show_check(out: Output, found: PaperCheck) -> None:
    paragraph(out, notice("meeting.papers_found", found=len(found.found), folder=found.folder))
    for code, papers in (("meeting.papers_differ", found.differ), ("meeting.papers_missing", found.missing)):
        if papers:
            paragraph(out, notice(code, papers=[*papers]))
    if found.unknown:
        paragraph(out, notice("meeting.papers_unknown", files=[*found.unknown]))
