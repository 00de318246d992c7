"""`govflow demo`: a demonstration store with real programmes taken through the whole process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import store_named
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import blank, paragraph
from govflow.cli.table import Column
from govflow.errors import VerificationFailed
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Demonstration, Session, Why

_STORE = "demo.db"
_COLUMNS = (
    Column("heading.reference"),
    Column("heading.story", fit="clip"),
    Column("heading.state"),
    Column("heading.act_count", right=True),
)
_TITLE = Column("heading.title", fit="clip")
_ROOM_FOR_TITLE = 120
"""Columns of a terminal from which on the titles stand beside the stories, which tell more."""


@command("demo")
@click.option("--folder", metavar="FOLDER", type=FILE, default=Path("govflow-demo"))
def demo(call: Invocation, folder: Path) -> None:
    store = call.store if store_named() else _STORE
    call.out.store = call.out.store or ("" if store_named() else store)
    told = govflow.demonstrate(store, folder, report=call.out.note)
    if not told.verification.holds:
        raise VerificationFailed(*told.verification.problems)
    call.out.answer(told, lambda: _show(call.out, told, store))


def _show(out: Output, told: Demonstration, store: str) -> None:
    _show_stories(out, told)
    blank(out)
    paragraph(
        out, notice("answer.demo_where", store=told.store, folder=told.folder, documents=told.documents)
    )
    left = sum(len(carried.submission.rows) for carried in told.carried) - len(told.stories)
    paragraph(out, notice("answer.demo_left", count=left))
    verified = told.verification
    paragraph(out, notice("answer.demo_verified", entries=verified.entries, proposals=verified.proposals))
    blank(out)
    paragraph(out, notice("answer.demo_try"))
    with govflow.open(store) as session:
        for words in _tries(session, [story.reference for story in told.stories]):
            out.text(f"  {out.runnable(f'govflow {words}')}")


def _show_stories(out: Output, told: Demonstration) -> None:
    """A line a proposal."""
    columns = (*_COLUMNS, _TITLE) if out.width >= _ROOM_FOR_TITLE else _COLUMNS
    rows = [(story.reference, story.story, story.state, story.acts, story.title) for story in told.stories]
    out.table(columns, [row[: len(columns)] for row in rows])


def _tries(session: Session, references: Sequence[str]) -> Iterator[str]:
    """What shows most of the store in a few commands."""
    decided = _with_memo(session, references)
    if decided:
        yield f"memo {decided}"
        yield f"history {decided}"
    waiting = _most_asked(session, references)
    if waiting:
        yield f"why {waiting.reference}"
        yield f"inbox --as {waiting.who[0]['person']}"
    yield from ("list --text 年金", "stats", "audit verify")


def _with_memo(session: Session, references: Sequence[str]) -> str | None:
    """The first proposal that was decided, so that there is a memo of it."""
    found = {row["reference"] for row in govflow.list_documents(session) if row["kind"] == "decision_memo"}
    return next((reference for reference in references if reference in found), None)


def _most_asked(session: Session, references: Sequence[str]) -> Why | None:
    """The proposal on which most is going on, among those that wait for somebody."""
    found = [govflow.why(session, reference) for reference in references]
    return max((one for one in found if one.who), key=lambda one: len(one.open_steps), default=None)
