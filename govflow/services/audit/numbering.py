"""Numbers without gaps: `MOF-2026-0001` and `DM-2025-0001` count from 1 within their series and year."""

from __future__ import annotations

from collections.abc import Iterable

from govflow.domain.number import Number


def highest(texts: Iterable[str]) -> dict[tuple[str, int], int]:
    """The last number of each series and year, as the counters keep it."""
    last: dict[tuple[str, int], int] = {}
    for series, year, serial in map(Number.of, texts):
        last[series, year] = max(last.get((series, year), 0), serial)
    return last


def with_gaps(texts: Iterable[str]) -> list[str]:
    """The series, with their years, in which a number is missing; no number is given twice."""
    numbers = list(texts)
    count: dict[tuple[str, int], int] = {}
    for series, year, _ in map(Number.of, numbers):
        count[series, year] = count.get((series, year), 0) + 1
    last = highest(numbers)
    return sorted(f"{series}-{year}" for series, year in count if count[series, year] != last[series, year])
