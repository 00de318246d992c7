"""What acts have kept with a proposal, for people: each record under the act that kept it, a line a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from govflow.cli.amount import exact
from govflow.cli.output import Output
from govflow.cli.prose import listed
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

Kept = Mapping[str, Any]
"""One record, or one value of several parts, as JSON keeps it."""

_COLUMNS = (
    Column("heading.record", fit="wrap"),
    Column("heading.day"),
    Column("heading.field"),
    Column("heading.value", fit="wrap"),
)
_HEAD = ("trigger", "day")
_CONDITION = {"due": "answer.condition_due", "owner": "answer.condition_owner"}


def show_records(out: Output, records: Mapping[str, Kept], *, acts: Mapping[str, Title]) -> None:
    """A table of all records in the order of days; `acts` names what the triggers do."""
    rows: list[tuple[object, ...]] = []
    for name, kept in sorted(records.items(), key=lambda record: str(record[1].get("day"))):
        head: tuple[object, ...] = (acts.get(kept.get("trigger", ""), name), kept.get("day"))
        for detail in list(_details(kept, out.lang)) or [("", "")]:
            rows.append((*head, *detail))
            head = ("", "")
    out.table(_COLUMNS, rows)


def _details(kept: Kept, lang: str) -> Iterator[tuple[str, object]]:
    """Name and value; the name stands at the first item of a list. What was left empty is left out."""
    for name, value in sorted(kept.items()):
        if name in _HEAD or value in (None, "", []):
            continue
        for at, item in enumerate(value if isinstance(value, list) else [value]):
            yield ("" if at else name), (exact(item, lang) if name == "amount" else _plain(item))


def _plain(value: Any) -> Notice | str:
    if not isinstance(value, Mapping):
        return str(value)
    if "text" in value:
        return _condition(value)
    return listed([f"{name} {item}" for name, item in value.items()])


def _condition(condition: Kept) -> Notice | str:
    """Its text, and when, by whom and in which order it is to be met."""
    terms = [notice(code, value=condition[name]) for name, code in _CONDITION.items() if condition.get(name)]
    if condition.get("precedent"):
        terms.append(notice("answer.condition_precedent"))
    text = str(condition["text"])
    return notice("answer.condition", text=text, terms=terms) if terms else text
