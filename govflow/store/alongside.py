"""Alongside: the rows of a whole table by their references, taken as the references are gone through in order.

One statement for all of them instead of one for each; nothing but the next row is held.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

from govflow.store.database import Row

T = TypeVar("T")


class Alongside(Generic[T]):
    """`rows` begin with their references and are ordered by them; `read` is what becomes of one."""

    __slots__ = ("_next", "_read", "_rows")

    def __init__(self, rows: Generator[Row, None, None], read: Callable[[Row], T]) -> None:
        self._rows = rows
        self._read = read
        self._next = next(rows, None)

    def of(self, reference: str) -> list[T]:
        """What the next reference has; of those that are left out nothing is read. StoreError where a row cannot be."""
        found = []
        while (row := self._next) is not None:
            if row[0] == reference:
                found.append(row)
            elif _place(row[0]) > _place(reference):
                break
            self._next = next(self._rows, None)
        return [self._read(row) for row in found]

    def close(self) -> None:
        """Take no more; the statement ends."""
        self._rows.close()


def _place(reference: Any) -> bytes:
    """Where a reference stands in the order of the databases; whatever is no text comes behind all of them."""
    return reference.encode(errors="surrogateescape") if isinstance(reference, str) else b"\xff"
