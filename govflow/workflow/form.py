"""Forms: the keys of one kind of mapping in a definition, and the part of the definition it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from govflow.errors import Place
from govflow.reading.record import Reader, Record
from govflow.workflow.shape import Shape


class Must:
    """The default of a key that has to be stated."""


MUST = Must()


class Key(NamedTuple):
    """One key of a form: its shape, its default (MUST: none), and its attribute if called otherwise.

    `kept` False: only the file has it; it is gone from what the file means. `added`: it came after definitions were
    stored, so that it is left out of what they mean where it says nothing, and their digests stay.
    """

    name: str
    shape: Shape
    default: Any = MUST
    attribute: str = ""
    kept: bool = True
    added: bool = False

    @property
    def required(self) -> bool:
        return self.default is MUST

    @property
    def target(self) -> str:
        return self.attribute or self.name

    def read(self, reader: Reader, record: Record) -> Any:
        if not self.required and not record.has(self.name):
            return self.default
        return self.shape.read(reader, record, self.name)

    def plain(self, part: Any) -> Any:
        value = getattr(part, self.target)
        return None if value is None else self.shape.plain(value)

    def says(self, part: Any) -> bool:
        """Whether what the part means has this key."""
        return self.kept and not (self.added and getattr(part, self.target) == self.default)

    def restore(self, content: Mapping[str, Any], place: Place) -> Any:
        if self.added and self.name not in content:
            return self.default
        value = content[self.name]
        return None if value is None else self.shape.restore(value, place)


@dataclass(frozen=True, slots=True)
class Form:
    """`make` gets a value for each key's attribute, and what identifies the part (name, place)."""

    title: str
    make: Callable[..., Any]
    keys: tuple[Key, ...]
    rules: Mapping[str, Any] | None = None

    def read(self, reader: Reader, record: Record, **identity: Any) -> Any:
        values = {key.target: key.read(reader, record) for key in self.keys}
        record.finish()
        return self.make(**identity, **values)

    def plain(self, part: Any) -> dict[str, Any]:
        return {key.name: key.plain(part) for key in self.keys if key.says(part)}

    def restore(self, content: Mapping[str, Any], at: Place, **identity: Any) -> Any:
        values = {key.target: key.restore(content, at) for key in self.keys if key.kept}
        return self.make(**identity, **values)

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the mapping; `rules` add what keys alone cannot say."""
        return {
            "type": "object",
            "properties": {key.name: dict(key.shape.schema) for key in self.keys},
            "required": [key.name for key in self.keys if key.required],
            "additionalProperties": False,
            **(self.rules or {}),
        }

    @property
    def reference(self) -> dict[str, str]:
        return {"$ref": f"#/$defs/{self.title}"}


def part(form: Form) -> Shape:
    """One nested mapping, with its place."""

    def read(reader: Reader, record: Record, key: str) -> Any:
        place = record.place_of(key)
        return form.read(reader, record.record(key), place=place)

    return Shape(
        read, form.reference, form.plain, lambda content, place: form.restore(content, place, place=place)
    )


def parts(form: Form) -> Shape:
    """A list of mappings; each makes one or several parts, all in one tuple."""

    def read(reader: Reader, record: Record, key: str) -> tuple[Any, ...]:
        made = (form.read(reader, item, place=item.place) for item in record.records(key))
        return tuple(one for several in made for one in several)

    def restore(content: Any, place: Place) -> tuple[Any, ...]:
        made = (form.restore(item, place, place=place) for item in content)
        return tuple(one for several in made for one in several)

    schema = {"type": "array", "items": form.reference, "minItems": 1}
    return Shape(read, schema, lambda several: [form.plain(one) for one in several], restore)


def section(form: Form) -> Shape:
    """A mapping of names to mappings; kept as a list, because canonical JSON forgets the order of keys."""

    def read(reader: Reader, record: Record, key: str) -> dict[str, Any]:
        node = record.node(key)
        entries = (node.entries if node else None) or {}
        return {
            name: form.read(reader, inner, name=name, place=entries[name].key_place)
            for name, inner in record.entries(key)
        }

    def plain(named: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{"name": name, **form.plain(one)} for name, one in named.items()]

    def restore(content: Any, place: Place) -> dict[str, Any]:
        return {item["name"]: form.restore(item, place, name=item["name"], place=place) for item in content}

    schema = {
        "type": "object",
        "propertyNames": {"$ref": "#/$defs/name"},
        "additionalProperties": form.reference,
    }
    return Shape(read, schema, plain, restore)
