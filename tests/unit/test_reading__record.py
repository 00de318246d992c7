"""The strict reader: everything is asked for, everything wrong is told, reading goes on."""

import string
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from govflow.errors import BadInput, Place
from govflow.messages import LANGUAGES, Title, notice
from govflow.messages.reading import TEXTS
from govflow.reading import REQUIRED, Reader, Record, parse_yaml

Reading = Callable[[Record], Any]


def record_of(text: str) -> tuple[Reader, Record]:
    reader = Reader()
    return reader, reader.record(parse_yaml(text, file="f"))


def codes(reader: Reader) -> list[str]:
    return [problem.notice.code.removeprefix("reading.") for problem in reader.problems]


EVERYTHING = """\
text: 年金
block: |
  two
  lines
name: ministry_cio
names: [a, b.c]
single: alone
count: 3
flag: false
kind: new
day: 2026-04-01
amount: 0
title: {ja: 案件, en: Proposal}
nested: {x: 1}
list: [{x: 1}, {x: 2}]
map: {first: {x: 1}, second: {x: 2}}
raw: [1, two]
"""


def test_sound_data_are_read_as_written() -> None:
    reader, record = record_of(EVERYTHING)
    assert record.text("text") == "年金"
    assert record.text("block", multiline=True) == "two\nlines\n"
    assert record.name("name") == "ministry_cio"
    assert record.names("names") == ("a", "b.c")
    assert record.names("single") == ("alone",)
    assert record.integer("count", minimum=1, maximum=3) == 3
    assert record.flag("flag", default=True) is False
    assert record.choice("kind", ("new", "old")) == "new"
    assert record.date("day") == date(2026, 4, 1)
    assert record.yen("amount") == 0
    assert record.title("title") == Title("案件", "Proposal")
    nested = record.record("nested")
    assert nested.integer("x") == 1
    assert [item.integer("x") for item in record.records("list")] == [1, 2]
    assert [(name, item.integer("x")) for name, item in record.entries("map")] == [
        ("first", 1),
        ("second", 2),
    ]
    raw = record.node("raw")
    assert raw is not None
    assert raw.plain() == [1, "two"]
    record.finish()
    reader.raise_if_any()
    assert record.keys() == tuple(line.split(":")[0] for line in EVERYTHING.splitlines() if line[0] != " ")


def test_places_are_those_of_the_value_or_else_of_the_record() -> None:
    _, record = record_of("x:\n  - a: 1\n    b: 2\n")
    (inner,) = record.records("x")
    assert inner.place == Place("f", 2, 5)
    assert inner.place_of("b") == Place("f", 3, 8)
    assert inner.place_of("missing") == Place("f", 2, 5)


OPTIONAL: dict[str, tuple[Reading, object]] = {
    "text": (lambda r: r.text("a", default="x"), "x"),
    "optional_text": (lambda r: r.optional_text("a"), None),
    "name": (lambda r: r.name("a", default="x"), "x"),
    "optional_name": (lambda r: r.optional_name("a"), None),
    "names": (lambda r: r.names("a"), ()),
    "integer": (lambda r: r.integer("a", default=7), 7),
    "optional_integer": (lambda r: r.optional_integer("a"), None),
    "flag": (lambda r: r.flag("a", default=True), True),
    "choice": (lambda r: r.choice("a", ("p", "q"), default="q"), "q"),
    "date": (lambda r: r.date("a", default=date(2026, 1, 1)), date(2026, 1, 1)),
    "optional_date": (lambda r: r.optional_date("a"), None),
    "yen": (lambda r: r.yen("a"), None),
    "optional_record": (lambda r: r.optional_record("a"), None),
    "records": (lambda r: r.records("a", default=()), ()),
    "entries": (lambda r: r.entries("a", default=()), ()),
    "has": (lambda r: r.has("a"), False),
}


@pytest.mark.parametrize("text", ["b: 1", "a:\nb: 1", "a: ''\nb: 1", "a: ' \u3000'\nb: 1"])
@pytest.mark.parametrize("name", OPTIONAL)
def test_missing_null_and_blank_are_not_stated(name: str, text: str) -> None:
    read, expected = OPTIONAL[name]
    reader, record = record_of(text)
    assert read(record) == expected
    assert reader.problems == []


NEEDED: dict[str, tuple[Reading, object]] = {
    "text": (lambda r: r.text("a"), ""),
    "name": (lambda r: r.name("a"), ""),
    "names": (lambda r: r.names("a", default=REQUIRED), ()),
    "integer": (lambda r: r.integer("a", minimum=2), 2),
    "flag": (lambda r: r.flag("a"), False),
    "choice": (lambda r: r.choice("a", ("p", "q")), "p"),
    "date": (lambda r: r.date("a"), date.min),
    "title": (lambda r: r.title("a"), Title("", "")),
    "record": (lambda r: r.record("a").keys(), ()),
    "records": (lambda r: r.records("a"), ()),
    "entries": (lambda r: r.entries("a"), ()),
}


@pytest.mark.parametrize("name", NEEDED)
def test_required_is_the_default_and_is_told_once(name: str) -> None:
    read, harmless = NEEDED[name]
    reader, record = record_of("b: 1")
    assert read(record) == harmless
    assert codes(reader) == ["required"]
    assert reader.problems[0].place == record.place


WRONG: list[tuple[str, Reading, str]] = [
    ("1.0", lambda r: r.text("a"), "not_text"),
    ("[x]", lambda r: r.text("a"), "not_text"),
    ('"x\\u202Ey"', lambda r: r.text("a"), "text_unfit"),
    ('"x\\ny"', lambda r: r.text("a"), "text_unfit"),
    ("abcdef", lambda r: r.text("a", max_length=5), "text_too_long"),
    ("x" * 1001, lambda r: r.text("a"), "text_too_long"),
    ("Upper", lambda r: r.name("a"), "not_a_name"),
    ("1st", lambda r: r.name("a"), "not_a_name"),
    ("名前", lambda r: r.name("a"), "not_a_name"),
    ("n" * 101, lambda r: r.name("a"), "not_a_name"),
    ("[x, y, x]", lambda r: r.names("a"), "name_repeated"),
    ("{x: y}", lambda r: r.names("a"), "not_text"),
    ("nwe", lambda r: r.choice("a", ("new", "old")), "not_a_choice"),
    ("yes", lambda r: r.flag("a", default=False), "not_a_flag"),
    ("1", lambda r: r.flag("a", default=False), "not_a_flag"),
    ("2026/04/01", lambda r: r.date("a"), "not_a_date"),
    ("２０２６-04-01", lambda r: r.date("a"), "not_a_date"),
    ("2026-02-29", lambda r: r.date("a"), "date_impossible"),
    ("2910-01-01", lambda r: r.date("a"), "date_out_of_range"),
    ("1899-12-31", lambda r: r.optional_date("a"), "date_out_of_range"),
    ("'5'", lambda r: r.integer("a"), "number_quoted"),
    ("true", lambda r: r.integer("a"), "not_integer"),
    ("1.5", lambda r: r.integer("a"), "number_fraction"),
    ("010", lambda r: r.integer("a"), "number_leading_zero"),
    ("5", lambda r: r.integer("a", maximum=4), "integer_out_of_range"),
    ("1000000000000000001", lambda r: r.integer("a"), "integer_out_of_range"),
    ("[x]", lambda r: r.record("a"), "not_a_mapping"),
    ("x", lambda r: r.optional_record("a"), "not_a_mapping"),
    ("{x: y}", lambda r: r.records("a"), "not_a_list"),
    ("[x]", lambda r: r.records("a"), "not_a_mapping"),
    ("[x]", lambda r: r.entries("a"), "not_a_mapping"),
    ("{Big: {}}", lambda r: r.entries("a"), "key_not_a_name"),
    ("{x: 1}", lambda r: r.entries("a"), "not_a_mapping"),
    ("only one language", lambda r: r.title("a"), "not_a_mapping"),
    ("{ja: 案件}", lambda r: r.title("a"), "required"),
    ("{ja: 案件, en: Proposal, fr: Projet}", lambda r: r.title("a"), "key_unknown"),
]


@pytest.mark.parametrize(("value", "read", "code"), WRONG)
def test_a_wrong_value_is_told_by_its_own_name(value: str, read: Reading, code: str) -> None:
    reader, record = record_of(f"a: {value}")
    read(record)
    assert codes(reader) == [code]


YEN = [
    ("1200", 1200, ""),
    ("0", 0, ""),
    ("1000000000000000000", 10**18, ""),
    ("-1", None, "yen_negative"),
    ("1000000000000000001", None, "yen_too_large"),
    ("12.5", None, "number_fraction"),
    ("1200.0", None, "number_fraction"),
    ("1e3", None, "number_exponent"),
    ("1,200", None, "number_separator"),
    ("1_200", None, "number_separator"),
    ("1200円", None, "number_unit"),
    ("¥1200", None, "number_unit"),
    ("1.2億円", None, "number_unit"),
    ("１２", None, "number_full_width"),
    ("010", None, "number_leading_zero"),
    ("+5", None, "number_plus"),
    ("▲300", None, "number_minus"),
    ("unknown", None, "not_a_number"),
    ("1:30", None, "not_a_number"),
]


@pytest.mark.parametrize(("text", "amount", "code"), YEN)
def test_yen_are_whole_and_each_other_spelling_is_explained(text: str, amount: int | None, code: str) -> None:
    reader, record = record_of(f"a: {text}")
    assert record.yen("a") == amount
    assert codes(reader) == ([code] if code else [])


def test_a_key_is_called_as_its_reader_knows_it() -> None:
    reader, record = record_of("amount: 1.5\nz: 1\n")
    record.call("amount", Title("金額（amount）", "amount"))
    record.yen("amount")
    record.finish()
    assert [problem.sentence("ja") for problem in reader.problems] == [
        "f:1:9: 「金額（amount）」の「1.5」に小数点があります。整数で書いてください。",
        "f:2:1: 不明な項目「z」です。使える項目：金額（amount）。",
    ]


def test_unknown_keys_are_answered_with_the_key_that_was_meant() -> None:
    reader, record = record_of("nmae: x\nlabel: y\n")
    record.optional_text("name")
    record.optional_text("label")
    record.finish()
    with pytest.raises(BadInput) as caught:
        reader.raise_if_any()
    assert caught.value.sentences("en") == [
        "f:1:1: Unknown key 'nmae' (did you mean 'name'?). Known keys: name, label."
    ]


def test_a_key_where_none_can_be_stated_is_answered_without_a_list() -> None:
    reader, record = record_of("name: x\n")
    record.finish()
    assert [said.sentence("en") for said in reader.problems] == [
        "f:1:1: Unknown key 'name'. Nothing can be stated here: remove it."
    ]


def test_a_missing_record_is_told_once_and_not_again_for_its_keys() -> None:
    reader, record = record_of("a: 1")
    inner = record.record("b")
    assert (inner.text("x"), inner.integer("y"), inner.records("z")) == ("", 0, ())
    inner.finish()
    assert codes(reader) == ["required"]


def test_problems_of_the_whole_input_come_together_in_file_order() -> None:
    reader, record = record_of("a: 1.5\nb: {c: x}\nz: 1\n")
    record.record("b").integer("c")
    record.yen("a")
    record.problem("b", notice("reading.required", key="d"))
    record.finish()
    with pytest.raises(BadInput) as caught:
        reader.raise_if_any()
    places = [(p.place.line, p.place.column) for p in caught.value.problems if p.place]
    assert places == [(1, 4), (2, 4), (2, 8), (3, 1)]


def test_a_document_that_is_no_mapping_is_told_with_what_it_is() -> None:
    reader, record = record_of("[a]")
    assert record.keys() == ()
    assert [problem.sentence("ja") for problem in reader.problems] == [
        "f:1:1: 項目の組（マッピング）が必要ですが、リストです。「項目: 値」の形で書いてください。"
    ]


def test_both_languages_of_a_text_use_the_same_parameters() -> None:
    for code, pair in TEXTS.items():
        ja, en = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair)
        assert len(pair) == len(LANGUAGES)
        assert ja == en, code
