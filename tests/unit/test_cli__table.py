"""Tables fit the terminal exactly, whatever the titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govflow.cli.table import Column, rendered
from govflow.cli.width import cells

LONG = (
    "年金給付システム最適化に係る次期業務基盤の設計・開発及び移行支援業務一式(令和七年度から令和十一年度まで)"
)
COLUMNS = (Column("a"), Column("b", fit="clip"), Column("c", right=True), Column("d"))
HEADINGS = ("番号", "件名", "金額", "期限")
ROWS = [("2025-MHLW-0123", LONG, "1,234,567,890", "2025-04-07"), ("2025-MOF-0001", "Short", "0", "")]


def lines(
    *, width: int, rows: Sequence[Sequence[str]] = ROWS, columns: tuple[Column, ...] = COLUMNS
) -> list[str]:
    return rendered(columns, HEADINGS[: len(columns)], rows, width=width, colour=False).splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_a_long_title_is_cut_so_that_the_table_is_exactly_as_wide_as_the_terminal(width: int) -> None:
    header, rule, first, second = lines(width=width)
    assert cells(first) in (width, width - 1)  # one column is left over where a wide character would not fit
    assert rule == "-" * cells(rule)
    assert "…" in first
    assert header.startswith("番号            件名")
    assert second.endswith("0")


def test_what_is_not_a_title_is_never_cut() -> None:
    row = lines(width=80)[2]
    assert row.startswith("2025-MHLW-0123  年金給付")
    assert row.endswith("1,234,567,890  2025-04-07")


def test_numbers_end_in_one_column() -> None:
    _, _, first, second = lines(width=80)
    end = cells(first[: first.index("1,234,567,890")]) + len("1,234,567,890")
    assert cells(second) == end


def test_a_small_table_stays_small() -> None:
    assert lines(width=80, rows=[("1", "短い", "5", "-")]) == [
        "番号  件名  金額  期限",
        "----------------------",
        "1     短い     5  -",
    ]


def test_a_wrapping_column_loses_nothing() -> None:
    columns = (Column("a"), Column("b", fit="wrap"))
    body = lines(width=60, rows=[("1", LONG)], columns=columns)[2:]
    assert "".join(line.strip().removeprefix("1").strip() for line in body) == LONG
    assert all(cells(line) <= 60 for line in body)


def test_brackets_are_text_not_markup() -> None:
    assert lines(width=80, rows=[("[bold]x[/bold]", ":smile:", "", "")])[2].startswith(
        "[bold]x[/bold]  :smile:"
    )


def test_colour_is_only_the_header_and_only_when_asked() -> None:
    coloured = rendered(COLUMNS, HEADINGS, ROWS, width=80, colour=True)
    assert "\x1b[1m" in coloured.splitlines()[0]
    assert "\x1b[" not in rendered(COLUMNS, HEADINGS, ROWS, width=80, colour=False)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(*[st.text("年金a1 ()", max_size=70)] * 4), min_size=1, max_size=4),
    st.integers(40, 130),
)
def test_no_line_is_ever_wider_than_the_terminal(rows: list[tuple[str, ...]], width: int) -> None:
    assert all(cells(line) <= width for line in lines(width=width, rows=rows))


def test_no_line_of_a_wrapping_column_begins_with_a_mark() -> None:
    columns = (Column("a"), Column("b", fit="wrap"))
    for width in range(20, 40):
        table = lines(width=width, rows=[("1", "続けて支える。そして、確かめる（毎年）。")], columns=columns)
        body = table[2:]
        assert not [line for line in body if line.strip()[0] in "。、）"]
        assert all(cells(line) <= width for line in body)


def test_a_word_longer_than_its_column_is_folded() -> None:
    columns = (Column("a"), Column("b", fit="wrap"))
    body = lines(width=30, rows=[("1", "x" * 70)], columns=columns)[2:]
    assert "".join(line.split()[-1] for line in body) == "x" * 70
