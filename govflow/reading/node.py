"""Plain data that knows where it stands: what YAML, JSON and CSV are turned into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from govflow.errors import Place
from govflow.messages import Notice, Title, notice

Label = str | Title
"""What messages call a key: as it is written, or by its title in the reader's language."""

_KINDS = {
    type(None): "kind_null",
    bool: "kind_flag",
    int: "kind_integer",
    float: "kind_fraction",
    str: "kind_text",
    tuple: "kind_list",
}


class Entry(NamedTuple):
    """One key of a mapping: where the key stands, and its value."""

    key_place: Place
    node: Node


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. `written` keeps how a number was spelled, so that `1e3` can be named."""

    value: bool | int | float | str | tuple[Node, ...] | Mapping[str, Entry] | None
    place: Place
    written: str = field(default="", compare=False)

    @property
    def entries(self) -> Mapping[str, Entry] | None:
        """The entries of a mapping in file order, None for anything else."""
        return self.value if isinstance(self.value, Mapping) else None

    @property
    def items(self) -> tuple[Node, ...] | None:
        """The items of a list, None for anything else."""
        return self.value if isinstance(self.value, tuple) else None

    @property
    def kind(self) -> Notice:
        """What it is, in words for messages."""
        return notice(f"reading.{_KINDS.get(type(self.value), 'kind_mapping')}")

    def plain(self) -> Any:
        """The same as nested dict, list and scalars, without places."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, Mapping):
            return {key: entry.node.plain() for key, entry in self.value.items()}
        return self.value


def placed_at(node: Node, place: Place) -> Node:
    """The same with everything in it at one place: what a cell holds stands in the cell."""
    value = node.value
    if isinstance(value, tuple):
        value = tuple(placed_at(item, place) for item in value)
    elif isinstance(value, Mapping):
        value = {key: Entry(place, placed_at(entry.node, place)) for key, entry in value.items()}
    return Node(value, place, node.written)


def node_of(value: Any, place: Place) -> Node:
    """Plain data handed over by a program as a node; everything in it stands at `place`."""
    if isinstance(value, Mapping):
        return Node({str(key): Entry(place, node_of(item, place)) for key, item in value.items()}, place)
    if isinstance(value, (list, tuple)):
        return Node(tuple(node_of(item, place) for item in value), place)
    return Node(value, place, written=str(value))
