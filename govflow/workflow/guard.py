"""A guard: a named rule of the closed registry, the shape of its parameter, and what its parameter names.

A guard that is not met answers with the reason: a sentence that says what is missing and who would help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeGuard

from govflow.domain.facts import Facts
from govflow.domain.money import MAXIMUM_YEN
from govflow.errors import Place
from govflow.messages import Notice, notice
from govflow.reading.record import Reader, Record
from govflow.workflow.definition import Definition
from govflow.workflow.shape import NAME_PATTERN, Shape, integer, is_plain_name

Check = Callable[[Facts, Any, Definition], Notice | None]
"""The reason why it is not met, or None. The definition is there for the titles of what the reason names."""


class Mention(NamedTuple):
    """A name inside a parameter: of which kind, how it is called, and the keys that lead to it."""

    kind: str
    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guard:
    """`shape` None: written as a bare name. `kind` is what the parameter's names (or keys) are, `inner` what
    stands behind the keys. `payload` are the values of the act that it reads."""

    name: str
    check: Check
    shape: Shape | None = None
    kind: str = ""
    inner: str = ""
    payload: tuple[str, ...] = ()

    def mentions(self, parameter: Any) -> Iterator[Mention]:
        """Everything the parameter names."""
        names = (parameter,) if isinstance(parameter, str) else parameter
        if not isinstance(names, (tuple, Mapping)):
            return
        for name in names:
            yield Mention(self.kind, name, (name,))
            if self.inner:
                yield from self._inside(name, names[name])

    def _inside(self, key: str, items: Any) -> Iterator[Mention]:
        """Names behind a key; those that only mean something together with it are called `key.name`."""
        for item in (items,) if isinstance(items, str) else items:
            name = written(item)
            yield Mention(self.inner, f"{key}.{name}" if self.inner in WITHIN else name, (key, name))


WITHIN = {"answers": "steps", "field choices": "fields", "value choices": "values"}
"""Kinds whose names belong to another name, and of which kind that one is."""


def written(item: Any) -> str:
    """A choice as it is written in a file."""
    return str(item).lower() if isinstance(item, bool) else str(item)


_NAME = {"$ref": "#/$defs/name"}
_CHOICE = {"anyOf": [_NAME, {"type": "boolean"}]}


def _mapping_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": _NAME, "additionalProperties": schema, "minProperties": 1}


def _one_or_more(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1, "uniqueItems": True}]}


def _counts_read(reader: Reader, record: Record, key: str) -> dict[str, int]:
    inner = record.record(key)
    names = inner.keys()
    return {name: inner.integer(name, minimum=0) for name in names}


def _pairs_read(reader: Reader, record: Record, key: str) -> dict[str, str]:
    inner = record.record(key)
    names = inner.keys()
    return {name: inner.name(name) for name in names}


def _choices_read(reader: Reader, record: Record, key: str) -> dict[str, tuple[str | bool, ...]]:
    inner = record.record(key)
    names = inner.keys()
    return {name: _choice_items(reader, inner, name) for name in names}


def _choice_items(reader: Reader, record: Record, key: str) -> tuple[str | bool, ...]:
    node = record.node(key)
    items = () if node is None else node.items or (node,)
    for item in items:
        if not _is_choice(item.value):
            reader.problem(item.place, notice("workflow.not_a_choice", key=key, kind=item.kind))
    return tuple(item.value for item in items if _is_choice(item.value))


def _is_choice(value: object) -> TypeGuard[str | bool]:
    return isinstance(value, bool) or (isinstance(value, str) and is_plain_name(value))


def _choices_plain(choices: Mapping[str, tuple[Any, ...]]) -> dict[str, list[Any]]:
    return {name: list(items) for name, items in choices.items()}


def _choices_restored(content: Any, place: Place) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(items) for name, items in content.items()}


def _names(schema: Mapping[str, Any]) -> Shape:
    return Shape(
        lambda _, record, key: record.names(key),
        _one_or_more(schema),
        list,
        lambda content, _: tuple(content),
    )


_DEED_PATTERN = NAME_PATTERN[:-1] + r"(\.[a-z][a-z0-9_]*)?$"

ONE_NAME = Shape(lambda _, record, key: record.name(key), _NAME)
SEVERAL_NAMES = _names(_NAME)
DEEDS = _names({"type": "string", "pattern": _DEED_PATTERN})
YEN = integer(0, MAXIMUM_YEN)
COUNTS = Shape(_counts_read, _mapping_of({"type": "integer", "minimum": 0}))
PAIRS = Shape(_pairs_read, _mapping_of(_NAME))
CHOICES = Shape(_choices_read, _mapping_of(_one_or_more(_CHOICE)), _choices_plain, _choices_restored)
