"""The one strict way of reading data: every key is asked for, every problem is told, reading goes on."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import partial
from typing import Final, TypeVar

from govflow.errors import BadInput, Place
from govflow.messages import Notice, Title, did_you_mean, notice
from govflow.reading.json_source import parse_cell
from govflow.reading.limits import BLOCK_LENGTH, INTEGER, LINE_LENGTH, NAME_LENGTH
from govflow.reading.node import Entry, Label, Node
from govflow.reading.number import Bounds, integer_of, yen_of
from govflow.reading.problems import Problems
from govflow.reading.scalar import choice_of, date_of, flag_of, is_name, name_of, names_of, text_of
from govflow.reading.text import shown
from govflow.reading.year import year_of

T = TypeVar("T")
Read = Callable[[Node, Label], T]
"""Reads one node; the label is for what is wrong with it."""


class Required(Enum):
    """The default of a key that must be stated."""

    REQUIRED = "required"


REQUIRED: Final = Required.REQUIRED


class Reader(Problems):
    """Collects the problems of one input. With `lenient_scalars` (CSV) numbers and flags come as text."""

    def __init__(self, *, lenient_scalars: bool = False) -> None:
        super().__init__()
        self.lenient_scalars = lenient_scalars

    def record(self, node: Node) -> Record:
        """The strict view of a mapping; of anything else, a problem and a record that keeps silent."""
        if node.entries is not None:
            return Record(node.entries, node.place, reader=self)
        self.note(node.place, "not_a_mapping", kind=node.kind)
        return self.silent_record(node.place)

    def silent_record(self, place: Place) -> Record:
        """An empty record whose problems go nowhere: what it lacks has been told already."""
        return Record({}, place, reader=Reader(lenient_scalars=self.lenient_scalars))


class Record:
    """A strict view of one mapping.

    Missing, null and blank all mean "not stated". On a problem a method records it and returns a
    harmless value of its type. `finish` reports the keys nobody asked for.
    """

    def __init__(self, entries: Mapping[str, Entry], place: Place, *, reader: Reader) -> None:
        self._entries = entries
        self.place = place
        self._reader = reader
        self._labels: dict[str, Label] = {}
        self._asked: dict[str, None] = {}

    # -- keys and places

    def keys(self) -> tuple[str, ...]:
        """All keys as written, in file order."""
        return tuple(self._entries)

    def has(self, key: str) -> bool:
        """Whether the key is stated; counts as asked."""
        return self._stated(key) is not None

    def place_of(self, key: str) -> Place:
        """Where the value stands, or the record if the key is missing."""
        entry = self._entries.get(key)
        return entry.node.place if entry else self.place

    def call(self, key: str, label: Label) -> None:
        """Let messages call the key so from now on."""
        self._labels[key] = label

    def label(self, key: str) -> Label:
        """What messages call the key."""
        return self._labels.get(key, key)

    def node(self, key: str) -> Node | None:
        """The raw node, unchecked; counts as asked."""
        self._asked[key] = None
        entry = self._entries.get(key)
        return entry.node if entry else None

    def problem(self, key: str, said: Notice) -> None:
        """A problem that the caller found in the value of `key`."""
        self._reader.problem(self.place_of(key), said)

    def finish(self) -> None:
        """Reports every key that nobody asked for."""
        for key in self._entries:
            if key not in self._asked:
                hint = did_you_mean(key, [name for name in self._asked if name not in self._entries])
                place, known = self._entries[key].key_place, tuple(map(self.label, self._asked))
                code = "key_unknown" if known else "key_none_known"
                self._reader.note(place, code, key=shown(key), hint=hint, known=known)

    # -- scalars

    def text(
        self,
        key: str,
        *,
        default: str | Required = REQUIRED,
        multiline: bool = False,
        max_length: int | None = None,
    ) -> str:
        read = _text_reader(multiline=multiline, max_length=max_length)
        return self._read(key, read, default=default, harmless="")

    def optional_text(
        self, key: str, *, multiline: bool = False, max_length: int | None = None
    ) -> str | None:
        return self._optional(key, _text_reader(multiline=multiline, max_length=max_length))

    def name(self, key: str, *, default: str | Required = REQUIRED) -> str:
        """An identifier such as `ministry_cio`."""
        return self._read(key, name_of, default=default, harmless="")

    def optional_name(self, key: str) -> str | None:
        return self._optional(key, name_of)

    def names(self, key: str, *, default: tuple[str, ...] | Required = ()) -> tuple[str, ...]:
        """A list of different identifiers, or a single one."""
        return self._read(key, names_of, default=default, harmless=())

    def choice(self, key: str, choices: Collection[str], *, default: str | Required = REQUIRED) -> str:
        """One of `choices`; after a problem, the first of them."""
        harmless = next(iter(choices), "")
        return self._read(key, partial(choice_of, choices=choices), default=default, harmless=harmless)

    def choices(self, key: str, choices: Collection[str]) -> tuple[str, ...]:
        """A list of different ones of `choices`, or a single one."""
        one = partial(choice_of, choices=choices)
        return self._read(key, partial(names_of, read=one), default=REQUIRED, harmless=())

    def flag(self, key: str, *, default: bool | Required = REQUIRED) -> bool:
        read = partial(flag_of, cells=self._reader.lenient_scalars)
        return self._read(key, read, default=default, harmless=False)

    def integer(
        self,
        key: str,
        *,
        default: int | Required = REQUIRED,
        minimum: int | None = None,
        maximum: int | None = None,
    ) -> int:
        read = self._integer_reader(minimum=minimum, maximum=maximum)
        return self._read(key, read, default=default, harmless=minimum or 0)

    def optional_integer(
        self, key: str, *, minimum: int | None = None, maximum: int | None = None
    ) -> int | None:
        return self._optional(key, self._integer_reader(minimum=minimum, maximum=maximum))

    def yen(self, key: str) -> int | None:
        """An amount in whole yen: None is "not stated", 0 is zero."""
        return self._optional(key, partial(yen_of, cells=self._reader.lenient_scalars))

    def date(self, key: str, *, default: datetime.date | Required = REQUIRED) -> datetime.date:
        """A date written yyyy-mm-dd."""
        return self._read(key, date_of, default=default, harmless=datetime.date.min)

    def optional_date(self, key: str) -> datetime.date | None:
        return self._optional(key, date_of)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of different short texts; in a cell they are divided by `;`."""
        node = self._stated(key)
        read = _text_reader(multiline=False, max_length=None)
        first: dict[str, Place] = {}
        for item in self._parts(node, key) if node else ():
            text = (self._attempt(item, key, read) or "").strip()
            if text in first:
                said = {"key": self.label(key), "name": text, "first": str(first[text])}
                self._reader.note(item.place, "name_repeated", **said)
            elif text:
                first[text] = item.place
            elif not str(item.value or "").strip():
                self._reader.note(item.place, "required", key=self.label(key))
        return tuple(first)

    def year(self, key: str) -> int | None:
        """A fiscal year, 2025 or as offices write it (`2025年度`, `FY2025`, `令和7年度`, `R7`)."""
        return self._optional(key, year_of)

    # -- nested data

    def title(self, key: str) -> Title:
        """One name in both languages, `{ja: …, en: …}`."""
        record = self.record(key)
        title = Title(ja=record.text("ja"), en=record.text("en"))
        record.finish()
        return title

    def record(self, key: str) -> Record:
        node = self._nested(self._required(key), key)
        return self._reader.record(node) if node else self._reader.silent_record(self.place)

    def optional_record(self, key: str) -> Record | None:
        node = self._stated(key)
        return self._reader.record(node) if node else None

    def records(self, key: str, *, default: tuple[()] | Required = REQUIRED) -> tuple[Record, ...]:
        """A list of mappings."""
        node = self._nested(self._stated(key) if default == () else self._required(key), key)
        if node is None:
            return ()
        if node.items is None:
            self._reader.note(node.place, "not_a_list", key=self.label(key), kind=node.kind)
            return ()
        return tuple(self._reader.record(item) for item in node.items)

    def entries(
        self, key: str, *, default: tuple[()] | Required = REQUIRED
    ) -> tuple[tuple[str, Record], ...]:
        """A mapping of identifiers to mappings, in file order."""
        node = self._stated(key) if default == () else self._required(key)
        if node is None:
            return ()
        if node.entries is None:
            self._reader.note(node.place, "not_a_mapping", kind=node.kind)
            return ()
        return tuple((name, self._named(name, entry)) for name, entry in node.entries.items())

    # -- how a value is read

    def _nested(self, node: Node | None, key: str) -> Node | None:
        """Nested data; in a cell they are written as JSON."""
        if node is not None and self._reader.lenient_scalars and isinstance(node.value, str):
            return self._attempt(node, key, lambda cell, _: parse_cell(cell))
        return node

    def _parts(self, node: Node, key: str) -> tuple[Node, ...]:
        if node.items is not None:
            return node.items
        if self._reader.lenient_scalars and isinstance(node.value, str):
            return tuple(Node(part, node.place) for part in node.value.split(";") if part.strip())
        self._reader.note(node.place, "not_a_list", key=self.label(key), kind=node.kind)
        return ()

    def _named(self, name: str, entry: Entry) -> Record:
        if not is_name(name):
            self._reader.note(entry.key_place, "key_not_a_name", key=shown(name), limit=NAME_LENGTH)
        return self._reader.record(entry.node)

    def _stated(self, key: str) -> Node | None:
        node = self.node(key)
        if node is None or node.value is None:
            return None
        return None if isinstance(node.value, str) and not node.value.strip() else node

    def _required(self, key: str) -> Node | None:
        node = self._stated(key)
        if node is None:
            self.problem(key, notice("reading.required", key=self.label(key)))
        return node

    def _read(self, key: str, read: Read[T], *, default: T | Required, harmless: T) -> T:
        node = self._required(key) if isinstance(default, Required) else self._stated(key)
        if node is None:
            return harmless if isinstance(default, Required) else default
        value = self._attempt(node, key, read)
        return harmless if value is None else value

    def _optional(self, key: str, read: Read[T]) -> T | None:
        node = self._stated(key)
        return self._attempt(node, key, read) if node else None

    def _attempt(self, node: Node, key: str, read: Read[T]) -> T | None:
        try:
            return read(node, self.label(key))
        except BadInput as bad:
            for problem in bad.problems:
                self._reader.problem(*problem)
            return None

    def _integer_reader(self, *, minimum: int | None, maximum: int | None) -> Read[int]:
        lowest = -INTEGER if minimum is None else minimum
        bounds = Bounds(lowest, INTEGER if maximum is None else maximum)
        return partial(integer_of, bounds=bounds, cells=self._reader.lenient_scalars)


def _text_reader(*, multiline: bool, max_length: int | None) -> Read[str]:
    limit = max_length or (BLOCK_LENGTH if multiline else LINE_LENGTH)
    return partial(text_of, multiline=multiline, max_length=limit)
