"""Numbers without gaps: `MOF-2026-0001` and `DM-2025-0001` count from 1 within their series and year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

REFERENCE = "reference:"
"""What the counters of references begin with, before the ministry; documents count under their series."""


class Number(NamedTuple):
    """A reference or a document's number in its parts."""

    series: str
    year: int
    serial: int

    @classmethod
    def of(cls, text: str) -> Number:
        series, year, serial = text.rsplit("-", 2)
        return cls(series, int(year), int(serial))


def highest(texts: Iterable[str]) -> dict[tuple[str, int], int]:
    """The last number of each series and year, as the counters keep it."""
    last: dict[tuple[str, int], int] = {}
    for series, year, serial in map(Number.of, texts):
        last[series, year] = max(last.get((series, year), 0), serial)
    return last


def with_gaps(texts: Iterable[str]) -> list[str]:
    """The series, with their years, in which a number is missing; no number is given twice."""
    count: dict[str, int] = {}
    highest: dict[str, int] = {}
    for text in texts:
        number = Number.of(text)
        series = f"{number.series}-{number.year}"
        count[series] = count.get(series, 0) + 1
        highest[series] = max(highest.get(series, 0), number.serial)
    return sorted(series for series in count if count[series] != highest[series])
