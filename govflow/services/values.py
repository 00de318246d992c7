"""Typed values: a proposal's fields and what acts carry, read strictly from positioned input by their definition.

The result is plain data that JSON keeps: integers, texts, ISO dates, lists. An absent value is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from govflow.domain.organisation import Directory
from govflow.errors import NotFound, Place
from govflow.messages import Notice, did_you_mean, notice
from govflow.reading.node import Entry, Node, node_of
from govflow.reading.record import Reader, Record
from govflow.workflow.definition import Value

Read = Callable[[Record, Value, Directory], Any]


def payload_node(payload: Mapping[str, Any], *, source: str) -> Node:
    """Values handed over in Python (or as `--set name=value` texts) as positioned input."""
    return Node(
        {name: _entry(value, Place(f"{source}.{name}", 1, 1)) for name, value in payload.items()},
        Place(source, 1, 1),
    )


def _entry(value: Any, place: Place) -> Entry:
    return Entry(place, node_of(value, place))


def read_values(record: Record, values: Iterable[Value], directory: Directory) -> dict[str, Any]:
    """Every one of `values` that the record gives, by name."""
    found: dict[str, Any] = {}
    for value in values:
        if record.has(value.name):
            plain = READERS[value.type](record, value, directory)
            if plain not in (None, [], ""):
                found[value.name] = plain
    return found


def ministry_code(name: str, directory: Directory) -> str | None:
    """The code of a ministry given by its code, either title, or a known spelling."""
    wanted = name.strip()
    if wanted in directory.ministries:
        return wanted
    for ministry in directory.ministries.values():
        if wanted in (ministry.title.ja, ministry.title.en, *ministry.spellings):
            return ministry.code
    return None


def known_ministry(name: str, directory: Directory) -> str:
    """As `ministry_code`; NotFound, with what was probably meant, where there is no such ministry."""
    code = ministry_code(name, directory)
    if code is None:
        raise NotFound(unknown_ministry(name, directory))
    return code


def unknown_ministry(name: str, directory: Directory) -> Notice:
    """That no ministry goes by a name, and which one was perhaps meant."""
    names = [known for m in directory.ministries.values() for known in (m.code, m.title.ja, m.title.en)]
    return notice("values.unknown_ministry", name=name, hint=did_you_mean(name, names))


def _ministry(record: Record, value: Value, directory: Directory) -> str:
    return _ministry_named(record.text(value.name), record, value, directory)


def _ministry_named(name: str, record: Record, value: Value, directory: Directory) -> str:
    code = ministry_code(name, directory)
    if code is None and name:
        record.problem(value.name, unknown_ministry(name, directory))
    return code or ""


def _ministries(record: Record, value: Value, directory: Directory) -> list[str]:
    return [_ministry_named(name, record, value, directory) for name in record.texts(value.name)]


def _choice(record: Record, value: Value, directory: Directory) -> str:
    return _chosen(record.text(value.name), record, value)


def _chosen(given: str, record: Record, value: Value) -> str:
    """The choice meant by its name or either title; where a value has no choices, what was given."""
    by_title = {title: name for name, pair in value.choices.items() for title in pair}
    chosen = by_title.get(given, given)
    if chosen and value.choices and chosen not in value.choices:
        hint = did_you_mean(chosen, value.choices)
        said = notice("values.unknown_choice", value=given, choices=list(value.choices), hint=hint)
        record.problem(value.name, said)
    return chosen


def _names(record: Record, value: Value, directory: Directory) -> list[str]:
    return [_chosen(name, record, value) for name in record.texts(value.name)]


def _date(record: Record, value: Value, directory: Directory) -> str | None:
    found = record.optional_date(value.name)
    return found.isoformat() if found else None


def _conditions(record: Record, value: Value, directory: Directory) -> list[dict[str, Any]]:
    return [_condition(item) for item in record.records(value.name)]


def _condition(item: Record) -> dict[str, Any]:
    due = item.optional_date("due")
    condition = {
        "text": item.text("text"),
        "due": due.isoformat() if due else None,
        "owner": item.optional_text("owner"),
        "precedent": item.flag("precedent", default=False),
    }
    item.finish()
    return condition


def _counts(record: Record, value: Value, directory: Directory) -> dict[str, int]:
    counts = record.record(value.name)
    return {name: counts.integer(name, minimum=0) for name in counts.keys()}  # noqa: SIM118 (a Record is no mapping)


READERS: Mapping[str, Read] = {
    "text": lambda record, value, _: record.text(value.name),
    "prose": lambda record, value, _: record.text(value.name, multiline=True).rstrip("\n"),
    "yen": lambda record, value, _: record.yen(value.name),
    "integer": lambda record, value, _: record.optional_integer(value.name),
    "year": lambda record, value, _: record.optional_integer(value.name, minimum=1868, maximum=2199),
    "date": _date,
    "flag": lambda record, value, _: record.flag(value.name, default=False),
    "choice": _choice,
    "ministry": _ministry,
    "ministries": _ministries,
    "reference": lambda record, value, _: record.text(value.name),
    "conditions": _conditions,
    "counts": _counts,
    "names": _names,
}
"""How each of `govflow.workflow.definition.VALUE_TYPES` is read."""


def reader_over(node: Node) -> tuple[Reader, Record]:
    """A lenient reader (numbers may come as text, as from a cell or `--set`) and its record over `node`."""
    reader = Reader(lenient_scalars=True)
    return reader, reader.record(node)
