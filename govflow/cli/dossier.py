"""`govflow show` and `govflow history`: everything about one proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.amount import exact
from govflow.cli.came_to import came_to
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import actor, blank, listed, local_time, paragraph, title_of
from govflow.cli.records import show_records
from govflow.cli.reference import REFERENCE
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Dossier

_FIELD_COLUMNS = (Column("heading.field", fit="wrap", most=24), Column("heading.value", fit="wrap"))
_UNDER = 5
"""Columns under the act of a history entry, behind its number."""

_HASH = 12
"""Figures of a hash that tell an entry from any other."""


@command("show")
@click.argument("reference", metavar="REF", type=REFERENCE)
@at_time
def show(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        found = govflow.show(session, reference)
    call.out.answer(found, lambda: _show(call.out, found))


@command("history")
@click.argument("reference", metavar="REF", type=REFERENCE)
@at_time
def history(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        entries = govflow.history(session, reference)
        zone = session.store.info.timezone
    times = [local_time(entry["recorded_at"], zone) for entry in entries]
    call.out.answer(entries, lambda: _show_history(call.out, entries, times))


def _show(out: Output, found: Dossier) -> None:
    out.fields(_head(found, out.lang))
    blank(out)
    out.table(_FIELD_COLUMNS, [(field["title"], field["shown"]) for field in found.fields])
    if found.kept:
        blank(out)
        show_records(out, found.kept)
    if found.steps:
        blank(out)
        paragraph(out, notice("answer.steps"))
    for step in found.steps:
        _show_step(out, step)


def _head(found: Dossier, lang: str) -> Iterator[tuple[str, object]]:
    yield "heading.reference", found.reference
    yield "heading.title", found.titles
    yield "heading.workflow", _definition({**found.definition, "title": found.workflow})
    yield "heading.ministry", found.ministry
    yield "heading.state", notice("answer.since", state=title_of(found.state_title), since=found.since)
    yield "heading.due", found.due_on or notice("answer.none")
    yield "heading.amount", exact(found.amount, lang)
    revision = found.revision
    yield (
        "heading.revision",
        notice("answer.revision", number=revision["number"], digest=revision["digest"][:12]),
    )
    yield "heading.version", str(found.version)
    yield "heading.key", found.key
    if found.documents:
        yield "heading.documents", listed(list(found.documents))
    if found.came_to:
        yield "heading.came_to", [came_to(one) for one in found.came_to]


def _definition(definition: Mapping[str, Any]) -> Notice:
    return notice(
        "answer.workflow",
        title=title_of(definition["title"]),
        name=definition["name"],
        version=definition["version"],
    )


def _show_step(out: Output, step: Mapping[str, Any]) -> None:
    title = title_of(step["title"])
    about = notice("answer.about", title=title, subject=step["subject"]) if step["subject"] else title
    due = notice("answer.step_due", day=step["due_on"]) if step["due_on"] else ""
    asked = [title_of(step[part]) for part in ("ministry", "role") if step[part]]
    paragraph(out, notice("answer.open_step", number=step["number"], about=about, due=due), indent=2)
    paragraph(out, notice("answer.step_answer", asked=asked, answer=_answer(step)), indent=6)


def _answer(step: Mapping[str, Any]) -> Notice:
    if step["answer"] is None:
        return notice(f"answer.step_{step['state']}")
    code = "answer.answered_with_note" if step["note"] else "answer.answered"
    person = title_of(step["person"]) if step["person"] else ""
    return notice(
        code, answer=title_of(step["answer"]), person=person, day=step["answered_on"], note=step["note"]
    )


def _show_history(out: Output, entries: Sequence[Mapping[str, Any]], times: Sequence[str]) -> None:
    """Entry by entry: what was done and where that led, by whom, and the note. The definition is named where it
    changes."""
    before = None
    for entry, recorded in zip(entries, times, strict=True):
        if entry["definition"] != before:
            before = entry["definition"]
            paragraph(out, notice("answer.under", definition=_definition(before)))
        indent = max(_UNDER - 2 - len(str(entry["seq"])), 0)
        paragraph(out, _entry(entry, recorded), indent=indent)
        for below in _below(entry, recorded):
            paragraph(out, below, indent=_UNDER)


def _entry(entry: Mapping[str, Any], recorded: str) -> Notice:
    moved = entry["moved"] and entry["to"]
    return notice(
        "answer.entry_moved" if moved else "answer.entry_stayed",
        seq=entry["seq"],
        at=recorded,
        act=title_of(entry["act"]),
        to=title_of(entry["to"]) if moved else "",
    )


def _below(entry: Mapping[str, Any], recorded: str) -> Iterator[Notice | Title | str]:
    by: Notice | Title | str = ""
    if entry["person"]:
        by = actor(entry["person"], entry["office"], via=entry["via"], behalf=entry["on_behalf_of"])
    elif entry["role"] and entry["cause"]:
        by = notice("answer.by_role", role=title_of(entry["role"]), cause=title_of(entry["cause"]))
    yield notice("answer.entry_by", by=by, hash=entry["hash"][:_HASH])
    if entry["effective_on"] and entry["effective_on"] != recorded[:10]:
        yield notice("answer.effective", day=entry["effective_on"])
    if entry["note"]:
        yield entry["note"]
