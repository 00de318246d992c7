"""Amounts in lists: short, never far from the exact figure, and never a guess."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.cli.amount import compact, exact
from govflow.messages import notice

UNITS = {"兆": 10**12, "億": 10**8, "万": 10**4}
amounts = st.integers(min_value=0, max_value=10**18)


def read_japanese(text: str) -> int:
    digits = text.removesuffix("円").replace(",", "")
    parts = re.findall(r"(\d+)([兆億万]?)", digits)
    return sum(int(count) * UNITS.get(unit, 1) for count, unit in parts)


def read_english(text: str) -> int:
    number = text.removeprefix("¥").replace(",", "")
    return round(float(number.removesuffix(" m")) * 10**6) if number.endswith(" m") else int(number)


@pytest.mark.parametrize(
    ("amount", "ja", "en"),
    [
        (0, "0円", "¥0"),
        (9_999, "9,999円", "¥9,999"),
        (10_000, "1万円", "¥10,000"),
        (99_999, "10万円", "¥99,999"),
        (100_000, "10万円", "¥0.1 m"),
        (1_234_567_890, "12億3,457万円", "¥1,234.6 m"),
        (99_999_999, "1億円", "¥100.0 m"),
        (2_706_045_800_000, "2兆7,060億円", "¥2,706,045.8 m"),
    ],
)
def test_a_list_shows_an_amount_in_a_few_figures(amount: int, ja: str, en: str) -> None:
    assert (compact(amount, "ja"), compact(amount, "en")) == (ja, en)


@given(amounts)
def test_a_rounded_japanese_amount_is_at_most_half_a_unit_off(amount: int) -> None:
    unit = 10**8 if amount >= 10**12 else 10**4
    assert abs(read_japanese(str(compact(amount, "ja"))) - amount) <= unit // 2


@given(st.integers(min_value=0, max_value=10**15))
def test_a_rounded_english_amount_is_at_most_half_a_unit_off(amount: int) -> None:
    assert abs(read_english(str(compact(amount, "en"))) - amount) <= 10**5 // 2


@given(amounts)
def test_an_exact_amount_keeps_every_yen(amount: int) -> None:
    assert read_japanese(str(exact(amount, "ja"))) == amount
    assert read_english(str(exact(amount, "en"))) == amount


@pytest.mark.parametrize("form", [compact, exact])
def test_what_is_not_stated_is_said_to_be_so(form: object) -> None:
    assert callable(form)
    assert form(None, "ja") == notice("format.not_stated")
