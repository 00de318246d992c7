"""Fixtures of these tests: founded stores, the demonstration's, and terminals on stores."""

from __future__ import annotations

from government_fixtures import cabinet, demonstrated, demonstration, either
from terminals import endorsed, submitted, terminal

__all__ = ["cabinet", "demonstrated", "demonstration", "either", "endorsed", "submitted", "terminal"]
