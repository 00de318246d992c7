"""Shapes: how one kind of value is read from a file, kept in the store, and described to editors.

A shape joins the three in one place, so that loader, stored form and JSON Schema cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from govflow.errors import Place
from govflow.messages import Title, notice
from govflow.reading.limits import INTEGER, NAME_LENGTH
from govflow.reading.record import Reader, Record

NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
"""Names in definitions: no dot (facts are paths joined by dots), no hyphen (diagrams draw arrows with it)."""

_NAME = re.compile(NAME_PATTERN)


def is_plain_name(text: str) -> bool:
    return len(text) <= NAME_LENGTH and _NAME.fullmatch(text) is not None


def _kept(value: Any) -> Any:
    return value


def _restored(content: Any, place: Place) -> Any:
    return content


@dataclass(frozen=True, slots=True)
class Shape:
    """`read` takes a key of a record; `plain` and `restore` go to and from the content kept in the store."""

    read: Callable[[Reader, Record, str], Any]
    schema: Mapping[str, Any]
    plain: Callable[[Any], Any] = _kept
    restore: Callable[[Any, Place], Any] = _restored


def _listed(value: Any) -> list[Any]:
    return list(value)


def _tupled(content: Any, place: Place) -> tuple[Any, ...]:
    return tuple(content)


def _title_plain(title: Title) -> dict[str, str]:
    return title._asdict()


def _title_restored(content: Any, place: Place) -> Title:
    return Title(**content)


def _titles_read(reader: Reader, record: Record, key: str) -> dict[str, Title]:
    inner = record.record(key)
    names = inner.keys()
    return {name: inner.title(name) for name in names}


def _titles_plain(titles: Mapping[str, Title]) -> list[dict[str, str]]:
    return [{"name": name, **_title_plain(title)} for name, title in titles.items()]


def _titles_restored(content: Any, place: Place) -> dict[str, Title]:
    return {item["name"]: Title(item["ja"], item["en"]) for item in content}


_TEXT = {"type": "string", "minLength": 1, "pattern": r"\S"}
_NAMES = {"type": "array", "items": {"$ref": "#/$defs/name"}, "uniqueItems": True}

DEFS: Mapping[str, Mapping[str, Any]] = {
    "name": {"type": "string", "pattern": NAME_PATTERN, "maxLength": NAME_LENGTH},
    "names": {"anyOf": [{"$ref": "#/$defs/name"}, _NAMES]},
    "title": {
        "type": "object",
        "properties": {"ja": _TEXT, "en": _TEXT},
        "required": ["ja", "en"],
        "additionalProperties": False,
    },
}
"""The schema's definitions of the simple shapes."""

NAME = Shape(lambda _, record, key: record.name(key), {"$ref": "#/$defs/name"})
NAMES = Shape(lambda _, record, key: record.names(key), {"$ref": "#/$defs/names"}, _listed, _tupled)
FLAG = Shape(lambda _, record, key: record.flag(key), {"type": "boolean"})
TITLE = Shape(
    lambda _, record, key: record.title(key), {"$ref": "#/$defs/title"}, _title_plain, _title_restored
)
TITLES = Shape(
    _titles_read,
    {
        "type": "object",
        "propertyNames": {"$ref": "#/$defs/name"},
        "additionalProperties": {"$ref": "#/$defs/title"},
        "minProperties": 1,
    },
    _titles_plain,
    _titles_restored,
)
TEXTS = Shape(
    lambda _, record, key: record.texts(key),
    {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
    _listed,
    _tupled,
)


DAY = Shape(
    lambda _, record, key: record.date(key),
    {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    date.isoformat,
    lambda content, _: date.fromisoformat(content),
)


def integer(minimum: int, maximum: int = INTEGER) -> Shape:
    """A whole number within bounds."""
    return Shape(
        lambda _, record, key: record.integer(key, minimum=minimum, maximum=maximum),
        {"type": "integer", "minimum": minimum, "maximum": maximum},
    )


def choice(choices: Collection[str]) -> Shape:
    """One of a few names."""
    known = tuple(choices)
    return Shape(lambda _, record, key: record.choice(key, known), {"enum": list(known)})


def one_of(kind: type[StrEnum]) -> Shape:
    """One value of an enumeration."""
    known = tuple(each.value for each in kind)
    return Shape(
        lambda _, record, key: kind(record.choice(key, known)),
        {"enum": list(known)},
        str,
        lambda content, _: kind(content),
    )


def several_of(kind: type[StrEnum]) -> Shape:
    """Different values of an enumeration, at least one; a single one needs no list."""
    known = tuple(each.value for each in kind)
    one = {"enum": list(known)}

    def read(_: Reader, record: Record, key: str) -> tuple[StrEnum, ...]:
        node = record.node(key)
        if node is not None and node.items == ():
            record.problem(key, notice("reading.required", key=key))
        return tuple(map(kind, record.choices(key, known)))

    return Shape(
        read,
        {"anyOf": [one, {"type": "array", "items": one, "uniqueItems": True, "minItems": 1}]},
        lambda values: [str(value) for value in values],
        lambda content, _: tuple(map(kind, content)),
    )
