"""Paging: the first rows that fit, where not all that is read does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Protocol, TypeVar


class Cursored(Protocol):
    """A row that a page can end at."""

    @property
    def cursor(self) -> str: ...


R = TypeVar("R", bound=Cursored)


def first_of(
    read: Callable[[int, str | None], list[R]],
    fits: Callable[[R], bool],
    *,
    limit: int,
    after: str | None,
) -> list[R]:
    """The first `limit` rows that fit, out of as many pages as that takes."""
    found: list[R] = []
    size = limit
    while len(found) < limit:
        rows = read(size, after)
        found += islice(filter(fits, rows), limit - len(found))
        if len(rows) < size:
            break
        after = rows[-1].cursor
        size *= 2  # where little fits, there is much to read
    return found
