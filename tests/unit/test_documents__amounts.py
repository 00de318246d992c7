"""Amounts stay exact to the yen however they are written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.documents.amounts import number, oku, yen
from govflow.domain.money import MAXIMUM_YEN

amounts = st.integers(min_value=0, max_value=MAXIMUM_YEN) | st.integers(0, 10**9)
UNITS = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (None, "未記載", "not stated"),
        (0, "0円", "¥0"),
        (1_234_567, "1,234,567円", "¥1,234,567"),
        (-5, "-5円", "-¥5"),
    ],
)
def test_yen_are_grouped_and_an_empty_amount_is_not_stated(value: int | None, ja: str, en: str) -> None:
    assert (yen(value, "ja"), yen(value, "en")) == (ja, en)


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (None, "未記載", "not stated"),
        (0, "0円", "¥0"),
        (9_999, "9,999円", "¥9,999"),
        (10_000, "1万円", "¥10,000"),
        (1_500_000_000, "15億円", "¥1.5 billion"),
        (1_234_567_890, "12億3,456万7,890円", "¥1.23 billion (¥1,234,567,890)"),
        (100_000_001, "1億1円", "¥100 million (¥100,000,001)"),
        (999_999_999, "9億9,999万9,999円", "¥1 billion (¥999,999,999)"),
        (2_000_000_000_000, "2兆円", "¥2 trillion"),
        (MAXIMUM_YEN, "1,000,000兆円", "¥1,000,000 trillion"),
        (-1_230_000, "-123万円", "-¥1.23 million"),
    ],
)
def test_large_amounts_read_in_the_units_of_each_language(value: int | None, ja: str, en: str) -> None:
    assert (oku(value, "ja"), oku(value, "en")) == (ja, en)


@given(amounts)
def test_the_japanese_units_sum_back_to_the_amount(value: int) -> None:
    parts = re.findall(r"([\d,]+)([兆億万]?)", oku(value, "ja").removesuffix("円"))
    assert sum(int(digits.replace(",", "")) * UNITS[unit] for digits, unit in parts) == value


@given(amounts)
def test_the_english_amount_is_exact_or_carries_the_exact_one(value: int) -> None:
    text = oku(value, "en")
    if "(" in text:
        assert text.endswith(f"({yen(value, 'en')})")
        return
    digits, _, unit = text.removeprefix("¥").partition(" ")
    whole, _, part = digits.replace(",", "").partition(".")
    size = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[unit]
    assert int(whole) * size + int(part.ljust(2, "0") or 0) * size // 100 == value


def test_an_unknown_count_is_a_dash() -> None:
    assert (number(12_345, "ja"), number(None, "en")) == ("12,345", "—")
