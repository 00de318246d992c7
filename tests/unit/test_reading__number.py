"""A number outside its bounds is answered with them."""

from __future__ import annotations

import pytest

from govflow.errors import BadInput, Place
from govflow.reading.node import Node
from govflow.reading.number import Bounds, integer_of


def test_bounds_are_written_without_separators_as_they_may_be_years() -> None:
    with pytest.raises(BadInput) as caught:
        integer_of(Node(2910, Place("f", 1, 7)), "year", bounds=Bounds(1868, 2199))
    assert caught.value.sentences("en") == [
        "f:1:7: 'year': 2910 is out of range. It must be from 1868 to 2199."
    ]
    assert caught.value.sentences("ja") == [
        "f:1:7: 「year」の 2910 は範囲外です。1868 から 2199 までにしてください。"
    ]
