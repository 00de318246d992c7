"""Fixtures of these tests: founded stores and the demonstration's."""

from __future__ import annotations

from government_fixtures import cabinet, demonstrated, demonstration, either

__all__ = ["cabinet", "demonstrated", "demonstration", "either"]
