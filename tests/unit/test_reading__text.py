"""Characters: ordinary Japanese passes, what is unseen or unsure is named."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.reading import shown, text_problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain ASCII, 100%",
        "年金給付システムの刷新(第2期)",
        "カタカナー・ｶﾅ 全角　空白〜ー",
        "辻\U000e0100井",
        "神\ufe00",
        "𠮷野家",
        "café naïve Ωμ €",
        "令和8年度①㈱",
    ],
)
def test_ordinary_text_is_taken(text: str) -> None:
    assert text_problem(text) is None


@pytest.mark.parametrize(
    ("text", "code", "char", "name", "position"),
    [
        ("ab\u202ecd", "bidi", "U+202E", "RIGHT-TO-LEFT OVERRIDE", 3),
        ("\u2066x", "bidi", "U+2066", "LEFT-TO-RIGHT ISOLATE", 1),
        ("a\x1b[31m", "control", "U+001B", "ESCAPE", 2),
        ("a\0", "control", "U+0000", "NULL", 2),
        ("a\x80", "control", "U+0080", "CONTROL", 2),
        ("a\r\n", "control", "U+000D", "CARRIAGE RETURN", 2),
        ("a\u2028", "control", "U+2028", "LINE SEPARATOR", 2),
        ("年\u200b金", "invisible", "U+200B", "ZERO WIDTH SPACE", 2),
        ("a\ufeff", "invisible", "U+FEFF", "ZERO WIDTH NO-BREAK SPACE", 2),
        ("\u3164", "invisible", "U+3164", "HANGUL FILLER", 1),
        ("a\U000e0100", "invisible", "U+E0100", "VARIATION SELECTOR-17", 2),
        ("辻\U000e0100\U000e0101", "invisible", "U+E0101", "VARIATION SELECTOR-18", 3),
        ("\U000e0041", "invisible", "U+E0041", "TAG LATIN CAPITAL LETTER A", 1),
        ("a\u0378", "unassigned", "U+0378", "UNASSIGNED", 2),
        ("\uffff", "unassigned", "U+FFFF", "UNASSIGNED", 1),
        ("\ue000", "private_use", "U+E000", "PRIVATE USE", 1),
        ("a\ud800", "surrogate", "U+D800", "LONE SURROGATE", 2),
        ("a\tb", "several_lines", "U+0009", "CHARACTER TABULATION", 2),
        ("a\nb", "several_lines", "U+000A", "LINE FEED", 2),
        ("はか\u3099", "not_nfc", "U+304B", "HIRAGANA LETTER KA", 2),
        ("神\ufa19", "not_nfc", "U+FA19", "CJK COMPATIBILITY IDEOGRAPH-FA19", 2),
    ],
)
def test_an_unfit_character_is_named_with_its_position(
    text: str, code: str, char: str, name: str, position: int
) -> None:
    problem = text_problem(text)
    assert problem is not None
    assert problem.code == f"reading.text_{code}"
    assert {**problem.params, "normal": None} == {
        "char": char,
        "name": name,
        "position": position,
        "normal": None,
    }


def test_several_lines_and_tabs_are_for_blocks() -> None:
    assert text_problem("a\n\tb", multiline=True) is None


@given(st.text())
def test_a_text_that_is_taken_is_normal_and_printable(text: str) -> None:
    if text_problem(text) is None:
        assert unicodedata.is_normalized("NFC", text)
        assert not {unicodedata.category(char) for char in text} & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@given(st.text(st.characters()))
def test_what_a_message_repeats_is_short_and_inert(text: str) -> None:
    repeated = shown(text)
    assert all(char.isprintable() or char == "\u3000" for char in repeated)
    assert len(repeated) <= 60 * 7
    assert repeated.encode("utf-8").decode("utf-8") == repeated
