"""Fixtures of these tests: founded stores, the demonstration's, and terminals on stores."""

from __future__ import annotations

from council_day import council_day
from government_fixtures import cabinet, demonstrated, demonstration, either
from terminals import endorsed, submitted, terminal

__all__ = [
    "cabinet",
    "council_day",
    "demonstrated",
    "demonstration",
    "either",
    "endorsed",
    "submitted",
    "terminal",
]
