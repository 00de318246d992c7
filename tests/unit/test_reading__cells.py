"""Cells hold texts only: numbers, years and nested data in them are read as people write them, and exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.errors import Place
from govflow.reading import Reader, Record, parse_csv, parse_yaml


def cell(text: str) -> tuple[Reader, Record]:
    reader = Reader(lenient_scalars=True)
    quoted = text.replace('"', '""')
    (row,) = parse_csv(f'a,b\n"{quoted}",x\n'.encode(), file="f").rows
    return reader, reader.record(row)


def codes(reader: Reader) -> list[str]:
    return [problem.notice.code.removeprefix("reading.") for problem in reader.problems]


CELLS_OF_YEN = [
    ("1200", 1200, ""),
    ("0", 0, ""),
    ("1000000000000000000", 10**18, ""),
    ("-1", None, "yen_negative"),
    ("1000000000000000001", None, "yen_too_large"),
    ("12.5", None, "number_fraction"),
    ("1e3", None, "number_exponent"),
    ("1_200", None, "number_separator"),
    ("1200円", None, "number_unit"),
    ("¥1200", None, "number_unit"),
    ("1.2億円", None, "number_unit"),
    ("010", None, "number_leading_zero"),
    ("+5", None, "number_plus"),
    ("▲300", None, "number_minus"),
    ("unknown", None, "not_a_number"),
    ("1,200", 1200, ""),
    ("1,200,000,000", 1_200_000_000, ""),
    ("１２", 12, ""),
    ("１，２００", 1200, ""),
    ("1，200", 1200, ""),
    ("１2", 12, ""),
    ("1,000,000,000,000,000,001", None, "yen_too_large"),
    ("12,00", None, "number_grouping"),
    ("1,20", None, "number_grouping"),
    ("1,0000", None, "number_grouping"),
    ("1200,000", None, "number_grouping"),
    ("0,200", None, "number_grouping"),
    ("1,,200", None, "number_grouping"),
    (",200", None, "number_grouping"),
    ("1,200,", None, "number_grouping"),
    ("1,200.0", None, "number_separator"),
    ("1.200.000", None, "number_separator"),
    ("1 200", None, "number_separator"),
    ("1、200", None, "number_separator"),
    ("-1,200", None, "number_minus"),
    ("１,２００円", None, "number_full_width"),
]


@pytest.mark.parametrize(("text", "amount", "code"), CELLS_OF_YEN)
def test_cells_hold_amounts_as_a_spreadsheet_shows_them_where_they_leave_no_doubt(
    text: str, amount: int | None, code: str
) -> None:
    reader, record = cell(text)
    assert record.yen("a") == amount
    assert codes(reader) == ([code] if code else [])


@given(st.integers(0, 10**18))
def test_every_amount_is_read_back_from_its_grouped_form(amount: int) -> None:
    wide = f"{amount:,}".translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    for text in (f"{amount}", f"{amount:,}", wide):
        assert cell(text)[1].yen("a") == amount


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025", 2025),
        ("２０２５", 2025),
        ("2025年度", 2025),
        ("FY2025", 2025),
        ("fy 2025", 2025),
        ("令和7年度", 2025),
        ("令和７年度", 2025),
        ("令和7", 2025),
        ("R7", 2025),
        ("r07", 2025),
        ("令和元年度", 2019),
        ("H31", 2019),
        ("平成元年度", 1989),
        ("昭和64年度", 1989),
        ("T1", 1912),
        ("明治元年度", 1868),
    ],
)
def test_years_are_read_as_offices_write_them(text: str, year: int) -> None:
    reader, record = cell(text)
    assert record.year("a") == year
    assert reader.problems == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("25", "not_a_year"),
        ("FY25", "not_a_year"),
        ("7年度", "not_a_year"),
        ("令和", "not_a_year"),
        ("令和0年度", "not_a_year"),
        ("平成32年度", "not_a_year"),
        ("X7", "not_a_year"),
        ("2025.0", "not_a_year"),
        ("2,025", "not_a_year"),
        ("2910", "integer_out_of_range"),
        ("1867年度", "integer_out_of_range"),
    ],
)
def test_a_year_that_leaves_a_doubt_is_refused(text: str, code: str) -> None:
    reader, record = cell(text)
    assert record.year("a") is None
    assert codes(reader) == [code]


def test_a_year_may_be_a_number_and_a_fraction_is_none() -> None:
    reader = Reader(lenient_scalars=True)
    assert reader.record(parse_yaml("a: 2025", file="f")).year("a") == 2025
    record = reader.record(parse_yaml("a: 2025.5", file="f"))
    assert record.year("a") is None
    assert codes(reader) == ["number_fraction"]


@pytest.mark.parametrize(
    ("text", "code"), [(" 12", "number_spaces"), ("=1+1", "not_a_number"), ("9" * 5000, "number_too_long")]
)
def test_cells_have_troubles_of_their_own(text: str, code: str) -> None:
    reader, record = cell(text)
    assert record.yen("a") is None
    assert codes(reader) == [code]


def test_cells_hold_numbers_and_flags_as_text() -> None:
    assert cell("12")[1].integer("a") == 12
    assert cell("true")[1].flag("a") is True
    assert cell("")[1].yen("a") is None
    assert cell("0")[1].yen("a") == 0


def test_a_block_with_windows_line_ends_is_read_with_plain_ones() -> None:
    reader, record = cell("two\r\nlines")
    assert record.text("a", multiline=True) == "two\nlines"
    assert reader.problems == []


@pytest.mark.parametrize(
    "text", ['{"c": "x"}', '{"c": 1, "c": 2}', '{"c": 1', '{"c": 1, "d": 2}', '{"c": 1e3}']
)
def test_what_is_wrong_in_the_json_of_a_cell_stands_in_the_cell(text: str) -> None:
    reader, record = cell(text)
    inner = record.record("a")
    inner.optional_integer("c")
    inner.finish()
    assert [problem.place for problem in reader.problems] == [Place("f", 2, 1)]
    assert "None" not in reader.problems[0].sentence("ja")
