"""`govflow show` and `govflow history`: everything about one proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.amount import exact
from govflow.cli.came_to import came_to
from govflow.cli.frame import Invocation, command
from govflow.cli.held_up import show_held_up, step_paused
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import actor, blank, listed, local_time, paragraph, title_of
from govflow.cli.records import show_records
from govflow.cli.reference import REFERENCE
from govflow.cli.table import Column
from govflow.cli.went_up import went_up
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Dossier, Linked

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
    show_held_up(out, found)
    if found.compared_with is not None:
        command = out.runnable(f"govflow compare {found.reference}")
        out.note(notice("held_up.compare", number=found.compared_with, command=command))
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
    if found.provisional:
        yield "heading.provisional", notice("answer.provisional")
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
    if found.change_of:
        yield "heading.change_of", _linked(found.change_of)
    if found.changed_by:
        yield "heading.changed_by", [_linked(one) for one in found.changed_by]
    if found.came_to:
        yield "heading.came_to", [came_to(one) for one in found.came_to]
    if found.escalations:
        yield "heading.missed_dates", [went_up(one) for one in found.escalations]


def _linked(other: Linked) -> Notice | str:
    if other.state_title is None:
        return other.reference
    return notice("change.linked", reference=other.reference, state=title_of(other.state_title))


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
    due = step_paused(step) or (notice("answer.step_due", day=step["due_on"]) if step["due_on"] else "")
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
    """Entry by entry: what was done and where that led, by whom, and in what words. The definition is named
    where it changes."""
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
    elif entry["cause"]:
        by = title_of(entry["cause"])
    yield notice("answer.entry_by", by=by, hash=entry["hash"][:_HASH])
    if entry["effective_on"] and entry["effective_on"] != recorded[:10]:
        yield notice("answer.effective", day=entry["effective_on"])
    if entry["corrects"]:
        yield notice(
            "correct.corrects",
            entry=entry["corrects"]["entry"],
            changes=_changes(entry["corrects"]["changes"]),
        )
    for each in entry["said"]:
        yield notice("answer.said", title=title_of(each["title"]), text=each["text"])
    if entry["note"]:
        yield entry["note"]
    for number in entry["corrected_by"]:
        yield notice("correct.corrected_by", entry=number)


def _changes(changes: Sequence[Mapping[str, Any]]) -> list[Notice]:
    return [
        notice(
            "correct.change",
            title=title_of(each["title"]),
            before=title_of(each["from"]),
            after=title_of(each["to"]),
        )
        for each in changes
    ]
