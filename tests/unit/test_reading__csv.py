"""CSV: rows exactly as written, places by record line and field, all form errors at once."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.errors import BadInput, Place
from govflow.reading import Columns, Reader, parse_csv

COLUMNS = Columns(("reference", "amount"), ("note",))
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


def problems(data: bytes, *, encoding: str = "utf-8") -> list[tuple[int, int, str]]:
    with pytest.raises(BadInput) as caught:
        parse_csv(data, file="f.csv", encoding=encoding, columns=COLUMNS)
    found = []
    for place, notice in caught.value.problems:
        assert place is not None
        found.append((place.line, place.column, notice.code.removeprefix("reading.")))
    return found


@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), bom=st.booleans())
def test_what_csv_writes_is_read_back(rows: list[tuple[str, str, str]], bom: bool) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows([("a", "b", "c"), *rows])
    table = parse_csv(stream.getvalue().encode("utf-8-sig" if bom else "utf-8"), file="f")
    assert [tuple(row.plain().values()) for row in table.rows] == rows


def test_a_record_stands_on_its_first_line_and_a_cell_on_its_field() -> None:
    data = b'reference,amount,note\r\nA,1,"two\nlines, ""quoted"""\r\n\r\nB,2,\r\n'
    first, second = parse_csv(data, file="f.csv", columns=COLUMNS).rows
    assert first.plain() == {"reference": "A", "amount": "1", "note": 'two\nlines, "quoted"'}
    assert second.place == Place("f.csv", 5, 1)
    assert (second.entries or {})["amount"].node.place == Place("f.csv", 5, 2)
    assert (second.entries or {})["amount"].key_place == Place("f.csv", 1, 2)


def test_cp932_is_read_on_request() -> None:
    data = "reference,amount\n①年金,1\n".encode("cp932")
    (row,) = parse_csv(data, file="f", encoding="cp932").rows
    assert row.plain()["reference"] == "①年金"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [(1, 1, "csv_empty")]),
        (b"\r\n\r\n", [(1, 1, "csv_empty")]),
        (b"reference,amount\nA\n", [(2, 1, "csv_too_few")]),
        (b"reference,amount\nA,1,000\n", [(2, 3, "csv_too_many")]),
        (b'reference,amount\nA,1"0\nB,2', [(2, 2, "csv_stray_quote")]),
        (b'reference,amount\n"A" ,1\nB', [(2, 1, "csv_after_quote"), (3, 1, "csv_too_few")]),
        (b'reference,amount\nA,"1\nB,2\n', [(2, 2, "csv_unclosed_quote")]),
        (b"reference,amount\rA,1\r", [(1, 2, "csv_line_end")]),
        (b"reference,amount\nA,1\0\n", [(2, 2, "csv_nul")]),
        ("reference,amount\n".encode("utf-16"), [(1, 1, "encoding_utf16")]),
        (
            b"reference,amount\n\xe5\xb9\xb4,\xff\n\xfe,1",
            [(2, 2, "csv_undecodable"), (3, 1, "csv_undecodable")],
        ),
        (b"reference,amount,amount\n", [(1, 3, "column_repeated")]),
        (b"reference,amount,\n", [(1, 3, "column_unnamed")]),
        (b"reference,amount,extra\n", [(1, 3, "column_unknown")]),
        (b"reference\n", [(1, 1, "column_missing")]),
    ],
)
def test_hostile_csv_is_refused_by_name_and_place(data: bytes, expected: list[tuple[int, int, str]]) -> None:
    found = problems(data)
    assert found[: len(expected)] == expected


def test_an_unknown_column_is_answered_with_the_missing_one() -> None:
    with pytest.raises(BadInput) as caught:
        parse_csv(b"referense,amount\n", file="f.csv", columns=COLUMNS)
    assert caught.value.sentences("en") == [
        "f.csv:1:1: Unknown column 'referense' (did you mean 'reference'?). "
        "Known columns: reference, amount, note.",
        "f.csv:1:1: The column 'reference' is missing. Add it.",
    ]


@pytest.mark.parametrize(("written", "asked"), [("cp932", "utf-8"), ("utf-8", "cp932")])
def test_the_wrong_encoding_is_answered_with_the_right_one(written: str, asked: str) -> None:
    data = "reference,amount\nA,1\nB,日本語の値\n".encode(written)
    assert problems(data, encoding=asked) == [(3, 2, "encoding_other")]


def test_an_encoding_nobody_knows_is_refused() -> None:
    with pytest.raises(BadInput, match="did you mean 'cp932'"):
        parse_csv(b"a\n", file="f", encoding="cp923")


def test_form_and_cells_are_told_together_through_one_reader() -> None:
    reader = Reader(lenient_scalars=True)
    table = parse_csv(b"reference,amount\nA\nB,1.5\nC,2\n", file="f.csv", columns=COLUMNS, problems=reader)
    for row in table.rows:
        record = reader.record(row)
        record.text("reference")
        record.yen("amount")
        record.finish()
    assert [(p.place.line if p.place else 0, p.notice.code) for p in reader.problems] == [
        (2, "reading.csv_too_few"),
        (3, "reading.number_fraction"),
    ]


def test_rows_under_a_wrong_header_are_not_read() -> None:
    reader = Reader(lenient_scalars=True)
    with pytest.raises(BadInput) as caught:
        parse_csv(b"amount\n1\n2\n", file="f", columns=COLUMNS, problems=reader)
    assert [problem.notice.code for problem in caught.value.problems] == ["reading.column_missing"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "csv_empty"),
        (b'"reference,amount\n', "csv_unclosed_quote"),
        (b'reference\n"A\n', "csv_unclosed_quote"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_refused_for_that_alone(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_csv(data, file="f", columns=Columns(("reference",), ("amount",)), problems=Reader())
    assert [problem.notice.code for problem in caught.value.problems] == [f"reading.{code}"]


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert parse_csv(b"reference,amount\n", file="f", columns=COLUMNS, problems=Reader()).rows == ()
