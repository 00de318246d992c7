"""JSON text to positioned data: RFC 8259 to the letter, duplicate keys and non-numbers refused."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from govflow.errors import BadInput, Place, Problem
from govflow.messages import notice
from govflow.reading.limits import DEPTH, DOCUMENT_BYTES, refuse_oversize
from govflow.reading.node import Entry, Node, placed_at
from govflow.reading.number import NUMBER, number_node
from govflow.reading.position import Positions
from govflow.reading.problems import Problems
from govflow.reading.text import character_notice, shown

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"-?[A-Za-z_]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS = {"null": None, "true": True, "false": False}
_NOT_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
_DECODER = JSONDecoder()


def parse_json(text: str, *, file: str, limit: int = DOCUMENT_BYTES) -> Node:
    """The one value of `text`; BadInput with every problem of it."""
    refuse_oversize(len(text.encode("utf-8", "surrogatepass")), file, limit=limit)
    return _Scanner(text, file).root()


def parse_cell(cell: Node) -> Node:
    """The value written as JSON in a cell of a table; whatever is wrong with it stands in the cell."""
    try:
        return placed_at(parse_json(str(cell.value), file="JSON"), cell.place)
    except BadInput as bad:
        raise BadInput([problem._replace(place=cell.place) for problem in bad.problems]) from bad


class _Scanner:
    """Walks one text; goes on after a refused construct, stops at broken syntax."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._at = 0
        self._positions = Positions(text, file=file)
        self._problems = Problems()

    def root(self) -> Node:
        self._skip_space()
        if self._at == len(self._text):
            self._stop("document_empty")
        node = self._value(1)
        self._skip_space()
        if self._at < len(self._text):
            self._stop("json_trailing")
        self._problems.raise_if_any()
        return node

    def _value(self, depth: int) -> Node:
        place = self._place()
        opening = self._peek()
        if opening in ("{", "["):
            if depth > DEPTH:
                self._stop("too_deep", limit=DEPTH)
            self._at += 1
            return Node(self._entries(depth) if opening == "{" else self._items(depth), place)
        if opening == '"':
            return Node(self._string(), place)
        return self._number_or_word(place)

    def _number_or_word(self, place: Place) -> Node:
        if number := NUMBER.match(self._text, self._at):
            self._at = number.end()
            return number_node(number.group(), place, problems=self._problems)
        word = _WORD.match(self._text, self._at)
        if word and word.group() in _NOT_NUMBERS:
            self._at = word.end()
            self._problems.note(place, "number_not_finite", value=word.group())
            return Node(0, place)
        if word and word.group() in _WORDS:
            self._at = word.end()
            return Node(_WORDS[word.group()], place)
        return self._unexpected("json_expected_value")

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        if self._takes("]"):
            return ()
        while True:
            self._skip_space()
            items.append(self._value(depth + 1))
            if self._takes("]"):
                return tuple(items)
            self._expect(",", "json_expected_next_item")

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        if self._takes("}"):
            return entries
        while True:
            self._entry(entries, depth)
            if self._takes("}"):
                return entries
            self._expect(",", "json_expected_next_key")

    def _entry(self, entries: dict[str, Entry], depth: int) -> None:
        self._skip_space()
        place = self._place()
        if self._peek() != '"':
            self._unexpected("json_expected_key")
        key = self._string()
        self._expect(":", "json_expected_colon")
        self._skip_space()
        entry = Entry(place, self._value(depth + 1))
        if first := entries.get(key):
            self._problems.note(place, "key_repeated", key=shown(key), first=str(first.key_place))
        entries.setdefault(key, entry)

    def _string(self) -> str:
        start = self._at
        try:
            text, self._at = _DECODER.raw_decode(self._text, start)
        except JSONDecodeError as error:
            self._at = min(error.pos, len(self._text))
            self._stop("json_string", detail=error.msg)
        for found in _SURROGATE.finditer(text):
            said = character_notice("text_surrogate", found.group(), position=found.start() + 1)
            self._problems.problem(self._positions.place(start), said)
        return str(text)

    def _expect(self, char: str, code: str) -> None:
        if not self._takes(char):
            self._unexpected(code)

    def _takes(self, char: str) -> bool:
        self._skip_space()
        taken = self._peek() == char
        self._at += taken
        return taken

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip_space(self) -> None:
        if found := _SPACE.match(self._text, self._at):
            self._at = found.end()

    def _place(self) -> Place:
        return self._positions.place(self._at)

    def _unexpected(self, expected: str) -> NoReturn:
        found = notice("reading.json_end") if self._at == len(self._text) else f"'{shown(self._peek())}'"
        self._stop("json_syntax", expected=notice(f"reading.{expected}"), found=found)

    def _stop(self, name: str, **params: object) -> NoReturn:
        raise BadInput(
            [*self._problems.problems, Problem(self._place(), notice(f"reading.{name}", **params))]
        )
