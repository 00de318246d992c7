"""The number of a proposal or a document, `MOF-2026-0001`: how it is printed and read."""

from __future__ import annotations

from typing import NamedTuple, Self

REFERENCE = "reference:"
"""What the counters of references begin with, before the ministry; documents count under their series."""


class Number(NamedTuple):
    """A series, a fiscal year, and what counts from 1 within both."""

    series: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.series}-{self.year}-{self.serial:04d}"

    @classmethod
    def of(cls, text: str) -> Self:
        """The parts of a printed number; ValueError where it is none."""
        series, year, serial = text.rsplit("-", 2)
        return cls(series, int(year), int(serial))
