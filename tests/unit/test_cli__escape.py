"""Nothing printed can drive the terminal or reorder what is read."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.cli.escape import printable, printable_json

HIDDEN = {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}
ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\u{001B}[31mred"),
        ("\x9b31m", "\\u{009B}31m"),
        ("円\u202eabc\u2066", "円\\u{202E}abc\\u{2066}"),
        ("a\r\nb", "a\\u{000D}\\u{000A}b"),
        ("\u200b\ufeff\u2028", "\\u{200B}\\u{FEFF}\\u{2028}"),
        ("\U000e0041", "\\u{E0041}"),
        ("\u0378\ud800", "\\u{0378}\\u{D800}"),
    ],
)
def test_controls_bidi_and_unassigned_characters_are_shown_as_escapes(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("text", ["年金 システム", "全角 空白", "葛\U000e0100城", "café", "\ue000外字", "👍"])
def test_what_japanese_data_really_holds_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_a_text_of_lines_keeps_its_newlines_only() -> None:
    assert printable("a\nb\x07", keep="\n") == "a\nb\\u{0007}"


@given(ANY_TEXT)
def test_no_hidden_character_ever_comes_through(text: str) -> None:
    assert not {unicodedata.category(char) for char in printable(text)} & HIDDEN


@given(ANY_TEXT)
def test_a_json_document_is_safe_to_look_at_and_means_the_same(text: str) -> None:
    shown = printable_json(json.dumps({"text": text}, ensure_ascii=False, indent=2))
    assert not {unicodedata.category(char) for char in shown.replace("\n", "")} & HIDDEN
    assert json.loads(shown) == {"text": json.loads(json.dumps(text))}
