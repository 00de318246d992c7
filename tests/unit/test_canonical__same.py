"""Two rows of values are the same content only where they would be written alike."""

from __future__ import annotations

from typing import Any

import pytest

from govflow.domain.canonical import same


@pytest.mark.parametrize("values", [(), ("a", None, 1, True), ({"a": [1, None]}, ["b", {}])])
def test_what_is_written_alike_is_the_same(values: tuple[Any, ...]) -> None:
    assert same(values, tuple(values))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a",), ("b",)),
        (("a",), ("a", None)),
        ((1,), (True,)),
        ((1,), (1.0,)),
        ((0, "a"), (False, "a")),
        (({"a": 1},), ({"a": True},)),
        (([{"a": [0]}],), ([{"a": [False]}],)),
        (({"a": 1}, [1]), ({"a": 1}, [1.0])),
    ],
)
def test_what_python_calls_equal_may_be_other_content(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    assert not same(one, other)
    assert not same(other, one)
