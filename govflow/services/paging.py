"""Paging: the first rows that fit, where not all that is read does, and where to go on after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

PAGE = 50
"""How many rows a view gives at most unless told otherwise."""


class Cursored(Protocol):
    """A row that a page can end at."""

    @property
    def cursor(self) -> str: ...


R = TypeVar("R", bound=Cursored)


class Part(NamedTuple, Generic[R]):
    """The rows of a page; `more` is the cursor to go on after it, None at the end."""

    rows: list[R]
    more: str | None


def first_of(
    read: Callable[[int, str | None], Sequence[R]],
    fits: Callable[[R], bool],
    *,
    limit: int,
    after: str | None,
) -> Part[R]:
    """The first `limit` rows that fit, out of as many pages as that takes; one further tells whether there are more."""
    found: list[R] = []
    size = limit + 1
    while len(found) <= limit:
        rows = read(size, after)
        found += islice(filter(fits, rows), limit + 1 - len(found))
        if len(rows) < size:
            break
        after = rows[-1].cursor
        size *= 2  # where little fits, there is much to read
    return Part(found[:limit], found[limit - 1].cursor if len(found) > limit else None)
