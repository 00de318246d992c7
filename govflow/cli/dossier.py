"""`govflow show` and `govflow history`: everything about one proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.amount import exact
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, local_time, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Shown

_FIELD_COLUMNS = (Column("heading.field"), Column("heading.value", fit="wrap"))
_RECORD_COLUMNS = (
    Column("heading.record"),
    Column("heading.day"),
    Column("heading.field"),
    Column("heading.value", fit="wrap"),
)
_STEP_COLUMNS = (
    Column("heading.number", right=True),
    Column("heading.step", fit="wrap"),
    Column("heading.asked", fit="wrap"),
    Column("heading.due"),
    Column("heading.answer", fit="wrap"),
)
_HISTORY_COLUMNS = (
    Column("heading.number", right=True),
    Column("heading.recorded"),
    Column("heading.act", fit="wrap"),
    Column("heading.to", fit="wrap"),
    Column("heading.by", fit="wrap"),
    Column("heading.note", fit="wrap"),
)


@command("show")
@click.argument("reference", metavar="REF")
@at_time
def show(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        found = govflow.show(session, reference)
    call.out.answer(found, lambda: _show(call.out, found))


@command("history")
@click.argument("reference", metavar="REF")
@at_time
def history(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        entries = govflow.history(session, reference)
        rows = [_entry(entry, local_time(entry["recorded_at"], session)) for entry in entries]
    call.out.answer(entries, lambda: call.out.table(_HISTORY_COLUMNS, rows))


def _show(out: Output, found: Shown) -> None:
    out.fields(_head(found, out.lang))
    blank(out)
    out.table(_FIELD_COLUMNS, [(field["title"], field["shown"]) for field in found.fields])
    if found.records:
        blank(out)
        rows = [row for name, kept in found.records.items() for row in _record(name, kept)]
        out.table(_RECORD_COLUMNS, rows)
    if found.steps:
        blank(out)
        out.table(_STEP_COLUMNS, [_step(step) for step in found.steps])


def _head(found: Shown, lang: str) -> Iterator[tuple[str, Any]]:
    definition = found.definition
    yield "heading.reference", found.reference
    yield "heading.title", found.title
    yield (
        "heading.workflow",
        notice(
            "answer.workflow",
            title=title_of(found.workflow),
            name=definition["name"],
            version=definition["version"],
        ),
    )
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


def _record(name: str, kept: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """A line for each thing kept; the record's name and day stand at the first."""
    details = [
        (key, _told(value)) for key, value in kept.items() if key != "day" and value not in (None, "", [])
    ]
    return [
        (*((name, kept.get("day")) if at == 0 else ("", "")), *detail) for at, detail in enumerate(details)
    ]


def _told(value: Any) -> str:
    """A value that an act kept: amounts and counts with separators, lists and mappings on one line."""
    if isinstance(value, Mapping):
        return ", ".join(
            f"{key} {_told(item)}" for key, item in value.items() if item not in (None, False, "")
        )
    if isinstance(value, list):
        return "; ".join(_told(item) for item in value)
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _step(step: Mapping[str, Any]) -> tuple[Any, ...]:
    title = notice("answer.about", title=title_of(step["title"]), subject=step["subject"])
    asked = [title_of(step[part]) for part in ("ministry", "role") if step[part]]
    return (
        str(step["number"]),
        title if step["subject"] else step["title"],
        notice("answer.office_of", parts=asked),
        step["due_on"],
        _answer(step),
    )


def _answer(step: Mapping[str, Any]) -> Notice:
    if step["answer"] is None:
        return notice(f"answer.step_{step['state']}")
    code = "answer.answered_with_note" if step["note"] else "answer.answered"
    person = title_of(step["person"]) if step["person"] else ""
    return notice(
        code, answer=title_of(step["answer"]), person=person, day=step["answered_on"], note=step["note"]
    )


def _entry(entry: Mapping[str, Any], recorded: str) -> tuple[Any, ...]:
    moved = entry["moved"] and entry["to"]
    backdated = entry["effective_on"] and entry["effective_on"] != recorded[:10]
    effective = notice("answer.effective", day=entry["effective_on"], note=entry["note"])
    return (
        str(entry["seq"]),
        recorded,
        entry["act"],
        entry["to"] if moved else None,
        _actor(entry),
        effective if backdated else entry["note"],
    )


def _actor(entry: Mapping[str, Any]) -> Notice | str:
    if not entry["person"]:
        return ""
    name = title_of(entry["person"])
    if not entry["office"]:
        return notice("answer.listed", items=[name])
    office = title_of(entry["office"])
    if entry["on_behalf_of"]:
        behalf = title_of(entry["on_behalf_of"])
        return notice(f"answer.actor_{entry['via']}", person=name, office=office, behalf=behalf)
    return notice("answer.actor", person=name, office=office)
