"""Whatever goes wrong is told calmly, with every reason, the next step and its exit code."""

from __future__ import annotations

import json
from typing import Any

import click
import pytest
import sample_commands

from govflow import errors
from govflow.cli import main
from govflow.cli.exit_codes import EXIT_CODES
from govflow.cli.failure import failure_of
from govflow.cli.lost import OutputLost
from govflow.errors import BadInput, GovflowError, NotAuthorised, Place, Problem, Refused, StoreError
from govflow.messages import catalogue_text, notice

WHY = notice("sample.why", amount=5_000_000)
HALF = notice("sample.half")


@pytest.fixture(autouse=True)
def _sample(monkeypatch: pytest.MonkeyPatch) -> None:
    sample_commands.install(monkeypatch)
    monkeypatch.setattr(sample_commands, "raises", [])


def told(error: BaseException, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str]:
    sample_commands.raises.append(error)
    code = main(["workflow", "trouble", *options])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_one_reason_stands_behind_its_heading(capsys: pytest.CaptureFixture[str]) -> None:
    error = Refused(WHY, next_command="govflow why R-1")
    assert told(error, capsys) == (3, "", "Refused: the amount is 5,000,000 yen\nNext: govflow why R-1\n")


def test_the_next_command_names_the_store_that_was_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    error = Refused(WHY, next_command="govflow why R-1")
    said = told(error, capsys, "--store", "my store.db")[2]
    assert said.endswith("Next: govflow why R-1 --store 'my store.db'\n")
    monkeypatch.setenv("GOVFLOW_STORE", "other.db")
    assert told(error, capsys)[2].endswith("Next: govflow why R-1\n")
    assert told(Refused(WHY), capsys, "--store", "x.db")[2] == "Refused: the amount is 5,000,000 yen\n"


def test_a_command_that_a_reason_points_to_names_the_store_too(capsys: pytest.CaptureFixture[str]) -> None:
    unknown = errors.NotFound(notice("acts.unknown_reference", reference="R-1"))
    assert told(unknown, capsys, "--store", "x.db")[2].endswith("See: govflow list --store x.db\n")
    stale = errors.Conflict(notice("store.stale_version", reference="R-1", expected=1, actual=2))
    assert (
        "govflow show R-1 --store x.db で確かめて"
        in told(stale, capsys, "--store", "x.db", "--lang", "ja")[2]
    )
    assert told(unknown, capsys)[2].endswith("See: govflow list\n")


def test_a_help_page_needs_no_store(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["act", "R", "more", "--store", "x.db"]) == 2
    assert capsys.readouterr().err.endswith("Next: govflow act --help\n")


def test_several_reasons_take_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = told(NotAuthorised(WHY, HALF), capsys, "--lang", "ja")
    assert code == 4
    assert said.splitlines()[1:] == ["- 金額が5,000,000円です。", "- 半分終わりました。"]


def test_what_is_told_keeps_to_the_width_and_a_command_to_copy_stays_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    command = "govflow act MOF-2025-0001 place --set part=…"
    one = told(Refused(WHY, next_command=command), capsys)[2]
    assert one == f"Refused: the amount\nis 5,000,000 yen\nNext: {command}\n"
    several = told(Refused(WHY, HALF), capsys)[2]
    assert several == "Refused:\n- the amount is\n  5,000,000 yen\n- half is done\n"


def test_the_problems_of_a_file_begin_with_their_places(capsys: pytest.CaptureFixture[str]) -> None:
    error = BadInput([Problem(Place("a.csv", 3, 1), HALF), Problem(Place("a.csv", 2, 9), WHY)])
    assert told(error, capsys)[2] == (
        "Not accepted (nothing was changed):\n"
        "a.csv:2:9: the amount is 5,000,000 yen\n"
        "a.csv:3:1: half is done\n"
    )


def test_what_a_reason_quotes_cannot_drive_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    error = StoreError(notice("cli.missing_option", name="a\x1b[2J\nRefused: b"))
    assert (
        told(error, capsys)[2] == "Store problem: The option a\\u{001B}[2J\\u{000A}Refused: b is missing.\n"
    )


def test_programs_get_one_document_with_every_reason(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, said = told(Refused(WHY, HALF, next_command="govflow why R-1"), capsys, "--json")
    assert (code, said) == (3, "")
    assert json.loads(printed) == {
        "error": {
            "code": "sample.why",
            "exit_code": 3,
            "reasons": [
                {"code": "sample.why", "params": {"amount": 5000000}, "text": "the amount is 5,000,000 yen"},
                {"code": "sample.half", "params": {}, "text": "half is done"},
            ],
            "problems": [],
            "next": "govflow why R-1",
        }
    }


def test_programs_get_the_places_of_problems(capsys: pytest.CaptureFixture[str]) -> None:
    _, printed, _ = told(BadInput.at(Place("a.csv", 2, 9), HALF), capsys, "--json")
    assert json.loads(printed)["error"]["problems"] == [
        {"file": "a.csv", "line": 2, "column": 9, "code": "sample.half", "text": "half is done"}
    ]


def every_error(kind: type[GovflowError] = GovflowError) -> list[type[GovflowError]]:
    below = [each for kind in kind.__subclasses__() for each in every_error(kind)]
    return [kind, *below]


# OutputLost gives up the stream that the test reads: test_cli__process has it.
@pytest.mark.parametrize("kind", [kind for kind in every_error() if kind is not OutputLost])
def test_every_class_of_error_ends_with_its_documented_code(
    kind: type[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    error = kind([Problem(None, HALF)]) if issubclass(kind, BadInput) else kind(HALF)
    code, _, said = (
        told(error, capsys) if kind is not OutputLost else (kind.exit_code, "", "x: half is done\n")
    )
    assert code == kind.exit_code
    assert code in EXIT_CODES
    assert said.endswith(": half is done\n")


def test_every_exit_code_is_explained_in_both_languages() -> None:
    for code in EXIT_CODES:
        assert all(catalogue_text(f"cli.exit.{code}"))
    assert {kind.exit_code for kind in every_error()} <= set(EXIT_CODES)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_ends_with_130(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = told(error, capsys)
    assert code == 130
    assert "What was already committed stays" in said


def test_a_defect_is_told_in_a_sentence_without_its_details(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = told(ZeroDivisionError("secret"), capsys)
    assert code == 70
    assert said.startswith("Failed: govflow met an unexpected defect (ZeroDivisionError).")
    assert "secret" not in said


def test_a_defect_shows_its_traceback_on_request(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVFLOW_DEBUG", "1")
    code, printed, said = told(ZeroDivisionError("detail"), capsys, "--json")
    assert code == 70
    assert said.startswith("Traceback")
    assert json.loads(printed)["error"]["code"] == "cli.bug"


def test_printing_beside_the_document_is_a_defect(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workflow", "chatty", "--json"]) == 70
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "cli.bug"


USAGE = [
    ("wrokflow", "There is no command 'wrokflow' (did you mean 'workflow'?).", "govflow --help"),
    ("workflow lst", "There is no command 'lst' (did you mean 'list'?).", "govflow workflow --help"),
    ("act R --ofice x", "There is no option '--ofice' (did you mean '--office'?).", "govflow act --help"),
    (
        "--store x act",
        "Write the option '--store' after the name of the command, as in: govflow … --store …",
        "govflow --help",
    ),
    ("act", "The argument REF is missing.", "govflow act --help"),
    ("act R more", "There are too many arguments. Leave out: more", "govflow act --help"),
    ("act R --note", "The option '--note' needs a value. Give one.", "govflow act --help"),
    ("act R --json=1", "The option '--json' takes no value. Leave the value out.", "govflow act --help"),
    ("act R --stage closed", "--stage takes one of: draft, open", "govflow act --help"),
    ("act R --limit 10", "--limit takes a number in the range 1–9.", "govflow act --help"),
    ("act R --limit ten", "--limit takes a number in the range 1–9.", "govflow act --help"),
    ("act R --count ten", "--count takes a whole number.", "govflow act --help"),
    ("act R --lang fr", "--lang takes one of: ja, en", "govflow act --help"),
]


@pytest.fixture
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


@pytest.mark.usefixtures("_wide")
@pytest.mark.parametrize(("words", "said", "page"), USAGE)
def test_a_command_that_cannot_be_read_is_told_what_and_where_to_look(
    words: str, said: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words.split()) == 2
    assert capsys.readouterr().err == f"Not understood: {said}\nNext: {page}\n"


@pytest.mark.usefixtures("_wide")
@pytest.mark.parametrize(("words", "said", "page"), USAGE)
def test_it_is_told_in_japanese_too(
    words: str, said: str, page: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVFLOW_LANG", "ja")
    assert main(words.split()) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("コマンドを読み取れません")
    assert second.endswith(page)
    assert said not in first


def test_programs_are_told_of_usage_errors_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["act", "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert (error["code"], error["exit_code"], error["next"]) == (
        "cli.missing_argument",
        2,
        "govflow act --help",
    )


def test_headings_exist_for_every_class_the_errors_module_has() -> None:
    kinds = [
        kind for kind in every_error() if kind.__module__ == errors.__name__ and kind is not GovflowError
    ]
    said = {failure_of(BadInput.at(None, HALF) if kind is BadInput else kind(HALF)).heading for kind in kinds}
    assert len(said) == len(kinds)
    assert "cli.failed" not in said
