"""Every command has the same frame: shared options, one invocation, an exit code, two languages."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
import sample_commands

from govflow.cli import main
from govflow.cli.width import cells


@pytest.fixture(autouse=True)
def _sample(monkeypatch: pytest.MonkeyPatch) -> None:
    sample_commands.install(monkeypatch)


def answer(words: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(words.split()) == 0
    return json.loads(capsys.readouterr().out)


def test_an_acting_command_is_told_who_acts_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    acting = "--as sato --office mof.cio --now 2025-04-07"
    words = f"act R-1 --store x.db {acting} --lang ja --json --note n --stage open"
    assert answer(words, capsys) == {
        "reference": "R-1",
        "note": "n",
        "limit": 3,
        "stage": "open",
        "count": None,
        "call": {
            "store": "x.db",
            "lang": "ja",
            "json": True,
            "as_person": "sato",
            "office": "mof.cio",
            "now": "2025-04-07",
        },
    }


def test_the_store_is_the_option_else_the_environment_else_a_file_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answer("act R-1 --json", capsys)["call"]["store"] == "govflow.db"
    monkeypatch.setenv("GOVFLOW_STORE", "other.db")
    assert answer("act R-1 --json", capsys)["call"]["store"] == "other.db"
    assert answer("act R-1 --json --store this.db", capsys)["call"]["store"] == "this.db"


def test_the_same_command_answers_people_with_a_table_in_their_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["workflow", "--lang", "ja", "list"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "it_investment  IT投資"
    assert answer("workflow list --json", capsys) == [
        ["it_investment", {"ja": "IT投資", "en": "IT investment"}]
    ]


def test_a_command_may_choose_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workflow", "trouble"]) == 3
    assert capsys.readouterr().err == "half is done\n"


def test_a_value_that_looks_like_an_option_is_a_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["act", "R-1", "--note", "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_the_top_page_lists_commands_by_section_without_importing_any(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sample_commands.JOB, "act", "no_such_module:act")
    sample_commands.install(monkeypatch)
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    assert "Main job:\n  act  Act on a proposal.\n\nOrganisation & workflows:\n  workflow  Work with" in page


def test_a_group_shows_its_page_in_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workflow", "--help", "--lang", "ja"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("使い方")
    assert lines[2] == "  定義を扱います。"
    assert lines[5:7] == ["  list     定義の一覧です。", "  trouble  失敗します。"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_page_fits_eighty_columns_and_keeps_examples_as_they_stand(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["act", "--help", "--lang", lang]) == 0
    page = capsys.readouterr().out
    assert all(cells(line) <= 80 for line in page.splitlines())
    assert ("    govflow act REF   # 例\n" in page) == (lang == "ja")


def test_options_show_what_they_take_and_the_commands_own_come_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["act", "--help"]) == 0
    page = capsys.readouterr().out
    own, common = page.split("Options:\n", 1)[1].split("Common options:\n")
    assert "  --note TEXT            A note kept with this act.\n" in own
    assert "[default: 3]" in own
    assert "--stage [draft|open]" in own
    assert "--as PERSON" in common
    assert "[default: govflow.db] [env: GOVFLOW_STORE]" in " ".join(common.split())


def test_without_a_command_the_page_is_shown_and_the_exit_code_is_that_of_a_usage_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in ([], ["--lang", "en"], ["workflow"]):
        assert main(words) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("Usage: govflow")


def test_with_json_a_help_page_is_a_document_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer("act --json --help", capsys)["help"].startswith("Usage: govflow act [OPTIONS] REF")


def test_the_shell_can_complete_commands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "_GOVFLOW_COMPLETE": "bash_complete",
        "COMP_WORDS": "govflow wo",
        "COMP_CWORD": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert main([]) == 0
    assert capsys.readouterr().out == "plain,workflow\n"


def test_the_command_line_of_the_process_is_the_default(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["govflow", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("govflow 0.")
