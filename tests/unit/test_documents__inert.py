"""Whatever a value contains appears literally, in a paragraph, a heading and a table alike."""

from __future__ import annotations

import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from govflow.documents.inert import Inert, inert, paragraphs

ALL_OF_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""A reader far more permissive than ours: inserted text must be inert for anybody's."""

HOSTILE = [
    "a|b",
    "a\\|b",
    "trailing \\",
    "# no heading",
    "C# と F#",
    "*no* **emphasis**",
    "_no_ __emphasis__",
    "`code`",
    "``` x",
    "<script>alert(1)</script>",
    "<!-- comment",
    "&lt;b&gt;",
    "&#60;",
    "[text](https://example.org)",
    "![](x.png)",
    "<https://example.org>",
    "[ref]: /x",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    ". item",
    "===",
    "---",
    "~~~",
    "~~struck~~",
    "> quote",
    "it_investment",
    "a__b_",
    "    code",
    "|---|",
    "「全角」〜①",
]

printable = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=40
)
markdown = st.text("ab1\\`*_{}[]()<>#+-.!|~&;:=\"' あ", max_size=30)


def literal(value: str) -> str:
    """How people see the value: NFC, on one line, spaces at the ends gone."""
    return unicodedata.normalize("NFC", value).strip(" \t")


@pytest.mark.parametrize("value", HOSTILE)
def test_each_special_character_appears_as_itself(value: str) -> None:
    assert seen_in_paragraph(value) == literal(value)
    assert seen_in_table(value) == literal(value)
    assert seen_in_heading(value) == literal(value)


@given(printable | markdown)
def test_any_text_appears_as_itself_in_a_paragraph(value: str) -> None:
    assert seen_in_paragraph(f"x{value}x") == literal(f"x{value}x")


@given(markdown)
def test_any_mark_at_the_beginning_of_a_line_appears_as_itself(value: str) -> None:
    assert seen_in_paragraph(value) == literal(value)


@given(printable | markdown)
def test_any_text_stays_in_its_cell(value: str) -> None:
    assert seen_in_table(f"x{value}x") == literal(f"x{value}x")


def test_lines_are_joined_where_only_one_line_fits() -> None:
    assert inert("one\r\n\n  two\u2028three ") == "one two three"


def test_paragraphs_keep_the_lines_their_author_made() -> None:
    assert paragraphs("one\n- two\n\n\n# three\n") == "one\\\n\\- two\n\n\\# three"


def test_every_control_character_and_half_of_a_pair_is_shown_but_the_ends_of_lines_and_the_tab() -> None:
    hidden = [
        character
        for character in map(chr, range(0x110000))
        if unicodedata.category(character) in ("Cc", "Cs")
    ]
    apart = [character for character in hidden if not inert(f"a{character}b").startswith("a\\[U+")]
    assert apart == [*"\t\n\v\f\r\x1c\x1d\x1e\x85"]


def test_hidden_and_reordering_characters_are_shown_by_code_point() -> None:
    assert inert("a\u202eb\u200bc\x00d") == r"a\[U+202E\]b\[U+200B\]c\[U+0000\]d"


def test_an_underscore_within_a_word_stays_readable() -> None:
    assert inert("it_investment") == "it_investment"


def test_safe_text_is_not_made_safe_twice() -> None:
    assert inert(Inert("`abc`")) == "`abc`"


def seen_in_paragraph(value: str) -> str:
    return seen(ALL_OF_MARKDOWN.render(f"{inert(value)}\n"), "<p>", "</p>\n") if inert(value) else ""


def seen_in_heading(value: str) -> str:
    return seen(ALL_OF_MARKDOWN.render(f"# {inert(value)}\n"), "<h1>", "</h1>\n")


def seen_in_table(value: str) -> str:
    html = ALL_OF_MARKDOWN.render(f"| a | b |\n|---|---|\n| 0 | {inert(value)} |\n")
    assert html.count("<td>") == 2
    assert html.endswith("</td>\n</tr>\n</tbody>\n</table>\n")
    return seen(html, "<td>0</td>\n<td>", "</td>\n</tr>\n</tbody>\n</table>\n")


def seen(html: str, before: str, after: str) -> str:
    start = html.index(before) + len(before)
    text = html[start : len(html) - len(after)]
    assert html.endswith(after)
    assert "<" not in text
    return unescape(text)
