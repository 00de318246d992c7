"""Facts: the values guards may read, recorded as they are read.

A path such as `("records", "council", "amount")` is looked up once in nested plain data. What was read is kept
flat under `records.council.amount`, goes into the history entry, and is all that a replay is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Facts:
    """A recorder over a source of facts; a missing path reads as None."""

    __slots__ = ("_source", "read_so_far")

    def __init__(self, source: Callable[[tuple[str, ...]], Any]) -> None:
        self._source = source
        self.read_so_far: dict[str, Any] = {}

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Facts:
        """Facts over nested mappings, such as `{"amount": 5, "records": {"council": {...}}}`; a function in a value's
        place is called once, when something below it is read."""
        known = dict(values)

        def find(path: tuple[str, ...]) -> Any:
            first, *below = path
            value = known.get(first)
            if callable(value):
                value = known[first] = value()
            for name in below:
                value = value.get(name) if isinstance(value, Mapping) else None
            return value

        return cls(find)

    @classmethod
    def recorded(cls, flat: Mapping[str, Any]) -> Facts:
        """Facts as a history entry kept them; a path the act did not read reads as None."""
        return _Recorded(flat)

    def of_act(self, trigger: str) -> Facts:
        """The same facts as the guards of an act see them: `act` is its name. All that is read is recorded together."""
        seen = Facts(lambda path: trigger if path == ("act",) else self._source(path))
        seen.read_so_far = self.read_so_far
        return seen

    def read(self, *path: str) -> Any:
        value = self._source(path)
        self.read_so_far[".".join(path)] = value
        return value


class _Recorded(Facts):
    """Facts that are flat already. A replay keeps nothing of what it reads."""

    __slots__ = ("_flat",)

    def __init__(self, flat: Mapping[str, Any]) -> None:
        self._flat = flat
        self.read_so_far = {}

    def of_act(self, trigger: str) -> Facts:
        return _Recorded({**self._flat, "act": trigger})

    def read(self, *path: str) -> Any:
        return self._flat.get(".".join(path))
