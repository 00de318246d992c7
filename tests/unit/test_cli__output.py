"""What a command prints, for people and for programs."""

from __future__ import annotations

import io
import json

import pytest

from govflow.cli.output import Output
from govflow.cli.speech import Speech
from govflow.cli.table import Column
from govflow.messages import Title, notice


class Streams:
    def __init__(self, lang: str = "en", *, json: bool = False) -> None:
        self.stdout, self.stderr = io.StringIO(), io.StringIO()
        self.out = Output(Speech(lang, json), stdout=self.stdout, stderr=self.stderr)

    @property
    def printed(self) -> str:
        return self.stdout.getvalue()


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_block_of_fields_lines_up_in_japanese_too() -> None:
    streams = Streams("ja")
    pairs = [
        ("cli.exit_code", None),
        ("cli.yes", 1234567),
        ("cli.exit_meaning", [Title("一つ", "one"), "二つ"]),
    ]
    streams.out.fields(pairs)
    assert streams.printed == "終了コード:\nはい:       1,234,567\n意味:       一つ\n            二つ\n"


def test_a_long_value_continues_under_itself() -> None:
    streams = Streams()
    streams.out.fields([("cli.exit_meaning", "word " * 20)])
    assert (
        streams.printed == f"Meaning: {'word ' * 14}".rstrip() + "\n" + f"{'':9}{'word ' * 6}".rstrip() + "\n"
    )


def test_a_value_of_several_lines_cannot_pretend_to_be_another_field() -> None:
    streams = Streams()
    streams.out.fields([("cli.exit_meaning", "first\nState: approved\x1b[1A")])
    assert streams.printed == "Meaning: first\n         State: approved\\u{001B}[1A\n"


def test_titles_as_pairs_are_read_in_the_readers_language() -> None:
    streams = Streams("ja")
    row = [{"ja": "案件", "en": "proposal"}, True, notice("cli.no")]
    streams.out.table([Column("cli.exit_code"), Column("cli.exit_meaning"), Column("cli.yes")], [row])
    assert streams.printed.splitlines()[2] == "案件        はい  いいえ"


def test_an_empty_table_says_so() -> None:
    streams = Streams()
    streams.out.table([Column("cli.exit_code")], [])
    assert streams.printed == "Nothing to show.\n"


def test_a_document_is_one_readable_json_text_in_the_order_of_the_value() -> None:
    streams = Streams("ja", json=True)
    streams.out.answer({"b": "年金\u202e", "a": [1]}, lambda: None)
    assert streams.printed == '{\n  "b": "年金\\u202e",\n  "a": [\n    1\n  ]\n}\n'
    assert json.loads(streams.printed) == {"b": "年金\u202e", "a": [1]}


def test_for_people_the_answer_is_what_the_command_shows() -> None:
    streams = Streams()
    streams.out.answer({"a": 1}, lambda: streams.out.text("line one\nline two"))
    assert streams.printed == "line one\nline two\n"


def test_with_json_a_command_cannot_print_beside_its_document() -> None:
    streams = Streams(json=True)
    with pytest.raises(RuntimeError, match="one document"):
        streams.out.text("loose")
    with pytest.raises(RuntimeError, match="one document"):
        streams.out.table([Column("cli.exit_code")], [["1"]])


def test_notes_go_beside_the_result_even_with_json() -> None:
    streams = Streams(json=True)
    streams.out.note(notice("cli.missing_option", name="--as\x07"))
    assert streams.printed == ""
    assert streams.stderr.getvalue() == "The option --as\\u{0007} is missing.\n"


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("3", 20), ("wide", 80), ("0", 80), ("", 80)])
def test_the_width_is_columns_or_eighty(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert Streams().out.width == width


def test_a_character_the_terminal_cannot_encode_costs_only_itself() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    out = Output(Speech("ja", False), stdout=stream, stderr=stream)
    out.text("a年")
    out.flush()
    assert raw.getvalue() == b"a\\u5e74\n"
