"""Finds the exact place of a name inside a part of a definition, for problems found after reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govflow.errors import Place
from govflow.reading.node import Entry, Node

_SECTIONS = ("roles", "fields", "values", "dates", "steps", "documents", "triggers", "states")


class Locator:
    """Walks one file's nodes. A part is found by its own place: its key's, where it has a name."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._by_place = {node.place: node for node in _all(root)}
        self._by_place |= {entry.key_place: entry.node for entry in _named(root)}

    def at(self, part: Place, *path: str) -> Place:
        """Where `path` (keys, then perhaps a name in a list) leads from a part, as far as it goes."""
        return _follow(self._by_place.get(part), part, path)

    def value(self, part: Place, key: str) -> Place:
        """Where the value of a part's key begins; the part itself where the key is missing."""
        entry = _entry(self._by_place.get(part), key)
        return entry.node.place if entry else part

    def top(self, *path: str) -> Place:
        """The same from the top of the file; a key's place where the path ends at a key."""
        return _follow(self._root, self._root.place, path)


def _follow(node: Node | None, place: Place, path: tuple[str, ...]) -> Place:
    for name in path:
        found = _entry(node, name) or _item(node, name)
        if found is None:
            return place
        place, node = found
    return place


def _entry(node: Node | None, key: str) -> Entry | None:
    return _entries(node).get(key)


def _item(node: Node | None, name: str) -> Entry | None:
    """The item of a list, or the single name that stands for such a list."""
    items = () if node is None else node.items or (node,)
    return next((Entry(item.place, item) for item in items if item.value == name), None)


def _entries(node: Node | None) -> Mapping[str, Entry]:
    return (node.entries if node else None) or {}


def _all(node: Node) -> Iterator[Node]:
    yield node
    for item in node.items or ():
        yield from _all(item)
    for entry in _entries(node).values():
        yield from _all(entry.node)


def _named(root: Node) -> Iterator[Entry]:
    """The entries that make named parts: those of the sections, and the answers of each step."""
    for name in _SECTIONS:
        section = _entry(root, name)
        for entry in _entries(section.node if section else None).values():
            yield entry
            answers = _entry(entry.node, "answers")
            yield from _entries(answers.node if answers else None).values()
