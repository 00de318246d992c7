"""No public function is forgotten by protected reading: each shows something of proposals, acts, or says why not."""

from __future__ import annotations

import inspect

from reading_views import ACTS, NEITHER, SHOWS

import govflow


def test_each_public_function_is_in_one_table() -> None:
    functions = {name for name in dir(govflow) if inspect.isfunction(getattr(govflow, name, None))}
    functions = {name for name in functions if not name.startswith("__")}
    assert functions == SHOWS | ACTS | NEITHER.keys()
    assert len(functions) == len(SHOWS) + len(ACTS) + len(NEITHER)


def test_whatever_shows_nothing_says_why() -> None:
    assert all(NEITHER.values())
