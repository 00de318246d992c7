"""Lines of Japanese and English fit the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.cli.width import cells, padded, wrap

WORDS = st.text("年金案件の、。「」()ab c-/ ", max_size=80)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("年金", 4), ("\uff71", 1), ("か\u3099", 2), ("", 0)]
)
def test_wide_characters_take_two_columns_and_combining_marks_none(text: str, width: int) -> None:
    assert cells(text) == width


def test_padding_counts_columns_not_characters() -> None:
    assert padded("年金", 6) + "|" == "年金  |"


def test_japanese_breaks_between_characters_but_never_before_a_closing_mark() -> None:
    assert wrap("差し戻します。次へ", 12) == ["差し戻しま", "す。次へ"]


def test_english_breaks_between_words() -> None:
    assert wrap("the council decides", 12) == ["the council", "decides"]


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert wrap("see https://example.go.jp now", 10) == ["see", "https://example.go.jp", "now"]


def test_an_amount_stays_with_its_sign() -> None:
    assert wrap("as amended ¥1,400,000,000", 15) == ["as amended", "¥1,400,000,000"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


@given(WORDS, st.integers(10, 40))
def test_wrapping_loses_no_character_but_spaces(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.text("年金案件の「", max_size=60).map("年".__add__), st.integers(10, 40))
def test_japanese_lines_fit(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text.replace("「「", "「"), width))
