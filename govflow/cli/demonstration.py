"""`govflow demo`: a demonstration store with real programmes taken through the whole process."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from govflow import Demonstration

_STORE = "demo.db"
_COLUMNS = (
    Column("heading.reference"),
    Column("heading.title", fit="clip"),
    Column("heading.story", fit="wrap"),
    Column("heading.state"),
    Column("heading.act_count", right=True),
)


@command("demo")
@click.option("--folder", metavar="FOLDER", type=FILE, default=Path("govflow-demo"))
def demo(call: Invocation, folder: Path) -> None:
    store = call.store if store_named() else _STORE
    told = govflow.demonstrate(store, folder, report=call.out.note)
    if not told.verification.holds:
        raise VerificationFailed(*told.verification.problems)
    call.out.answer(told, lambda: _show(call.out, told, store))


def _show(out: Output, told: Demonstration, store: str) -> None:
    out.table(_COLUMNS, [_story(story) for story in told.stories])
    blank(out)
    paragraph(
        out, notice("answer.demo_where", store=told.store, folder=told.folder, documents=told.documents)
    )
    verified = told.verification
    paragraph(out, notice("answer.demo_verified", entries=verified.entries, proposals=verified.proposals))
    blank(out)
    paragraph(out, notice("answer.demo_try"))
    option = f"--store {shlex.quote(store)}"
    for words in _tries(told):
        out.text(f"  govflow {words} {option}")


def _story(story: Any) -> tuple[Any, ...]:
    return story.reference, story.title, story.story, story.state, story.acts


def _tries(told: Demonstration) -> tuple[str, ...]:
    """What shows most of the store in a few commands."""
    first = told.stories[0].reference if told.stories else "REF"
    return f"memo {first}", f"history {first}", "list --text 年金", "overdue", "stats", "audit verify"
