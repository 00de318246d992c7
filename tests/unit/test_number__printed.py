"""A number is printed and read in one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.number import Number

series = st.from_regex(r"[A-Z]+(-[A-Z]+)?", fullmatch=True)


@given(series, st.integers(1873, 2999), st.integers(1, 10**7))
def test_what_is_printed_is_read_as_the_same_number(of: str, year: int, serial: int) -> None:
    number = Number(of, year, serial)
    assert Number.of(str(number)) == number


@pytest.mark.parametrize(
    ("serial", "printed"), [(1, "DM-2025-0001"), (9999, "DM-2025-9999"), (10000, "DM-2025-10000")]
)
def test_a_serial_has_four_digits_at_least(serial: int, printed: str) -> None:
    assert str(Number("DM", 2025, serial)) == printed


@pytest.mark.parametrize("text", ["DM", "DM-2025", "DM-2025-x", ""])
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"invalid literal|not enough values"):
        Number.of(text)
