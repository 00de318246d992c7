"""PyYAML's events to nodes, with our own rules for plain scalars; the only module that imports yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from govflow.errors import Place
from govflow.messages import notice
from govflow.reading.limits import DEPTH
from govflow.reading.node import Entry, Node
from govflow.reading.number import NUMBER, number_node
from govflow.reading.problems import Problems
from govflow.reading.text import shown

# libyaml is ten times faster; the pure Python parser gives the same events where it is absent.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_HINTS = {
    "tab character": "yaml_hint_tab",
    r"'\t'": "yaml_hint_tab",
    "mapping values are not allowed": "yaml_hint_colon",
    "end of stream": "yaml_hint_unclosed",
    "cannot start any token": "yaml_hint_quote",
}


def compose(text: str, *, file: str) -> Node:
    """The root node of the one document in `text`."""
    return _Composer(text, file).root()


class _Composer:
    """Consumes the events of one text; goes on after a refused construct, stops at broken syntax."""

    def __init__(self, text: str, file: str) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._text = text
        self._file = file
        self._problems = Problems()

    def root(self) -> Node:
        try:
            node = self._documents()
        except yaml.YAMLError as error:
            self._note_syntax(error)
        self._problems.raise_if_any()
        return node

    def _documents(self) -> Node:
        next(self._events)  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._problems.note(Place(self._file, 1, 1), "document_empty")
            return Node(None, Place(self._file, 1, 1))
        node = self._node(self._next(), 1)
        next(self._events)  # the end of the document
        following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            self._problems.note(self._place(following.start_mark), "yaml_several_documents")
        elif node.value is None and not self._problems.problems:
            self._problems.note(node.place, "document_empty")
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._problems.note(place, "yaml_alias", name=shown(event.anchor))
            return Node("", place)
        self._refuse_properties(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth > DEPTH:
            self._problems.note(place, "too_deep", limit=DEPTH)
            self._problems.raise_if_any()
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(tuple(self._items(depth)), place)
        return Node(self._entries(depth), place)

    def _refuse_properties(self, event: yaml.Event, place: Place) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self._problems.note(place, "yaml_anchor", name=shown(anchor))
        if tag is not None:
            self._problems.note(place, "yaml_tag", name=shown(tag))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            merges = key.value == "<<" and isinstance(event, yaml.ScalarEvent) and event.implicit[0]
            entry = Entry(key.place, self._node(self._next(), depth + 1))
            if merges:
                self._problems.note(key.place, "yaml_merge")
            elif not isinstance(key.value, str):
                self._problems.note(key.place, "key_not_text", kind=key.kind)
            elif first := entries.get(key.value):
                self._problems.note(
                    key.place, "key_repeated", key=shown(key.value), first=str(first.key_place)
                )
            else:
                entries[key.value] = entry
        return entries

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Node:
        text = event.value
        if not event.implicit[0]:  # quoted or a block: always text
            return Node(text, place)
        if text in _WORDS:
            return Node(_WORDS[text], place)
        if NUMBER.fullmatch(text):
            return number_node(text, place, problems=self._problems)
        return Node(text, place)

    def _next(self) -> yaml.Event:
        return next(self._events)

    def _place(self, mark: Any) -> Place:  # the C parser's marks and Python's share no class
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _note_syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = self._place(mark) if mark else Place(self._file, 1, 1)
        detail = getattr(error, "problem", None) or str(error)
        at_tab = mark is not None and self._text[mark.index : mark.index + 1] == "\t"
        told = f"{detail} (tab character)" if at_tab else detail
        hint = next((notice(f"reading.{code}") for part, code in _HINTS.items() if part in told), "")
        self._problems.note(place, "yaml_syntax", detail=shown(detail), hint=hint)
