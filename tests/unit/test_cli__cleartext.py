"""What is given on the command line is refused before anything happens when it is not clear text."""

from __future__ import annotations

import json

import pytest

from govflow.cli import main

BROKEN = "MHLW\udcff"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["show", BROKEN],
            "REF: Character 5 (U+DCFF) is broken. Set the terminal to UTF-8 and enter it again.",
        ),
        (["show", "A\0B"], "REF: Character 2 is U+0000, a control character. Remove it."),
        (["why", "A\nB"], "REF: Character 2 is U+000A, a control character. Remove it."),
        (["org", "check", "\0.yaml"], "FILE: Character 1 is U+0000, a control character. Remove it."),
        (["store", "backup", "a\ud800b"], "FILE: Character 2 (U+D800) is broken."),
        (["store", "restore", "a\ud800b", "--to", "b.db"], "FILE: Character 2 (U+D800) is broken."),
        (["list", "--text", "\x1b[2J"], "--text: Character 1 is U+001B, a control character. Remove it."),
        (["act", BROKEN, "accept"], "REF: Character 5 (U+DCFF)"),
        (["act", "A", "accept", "--note", "a\x07"], "--note: Character 2 is U+0007"),
        (["act", "A", "accept", "--set", "a=1", "--set", "b=\udcff"], "--set: Character 3 (U+DCFF)"),
    ],
)
def test_broken_and_control_characters_are_refused_where_they_were_given(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--lang", "en"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert told.startswith(f"Not accepted (nothing was changed): {said}")


def test_every_unclear_value_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["act", BROKEN, "x\x07", "--office", "\x01", "--json"]) == 2
    problems = json.loads(capsys.readouterr().out)["error"]["problems"]
    assert [(problem["file"], problem["code"]) for problem in problems] == [
        ("--office", "cli.control_character"),
        ("REF", "cli.broken_character"),
        ("TRIGGER", "cli.control_character"),
    ]


def test_the_store_that_the_environment_names_is_held_to_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVFLOW_STORE", "store\udcff.db")
    assert main(["inbox", "--lang", "en"]) == 2
    assert "--store: Character 6 (U+DCFF) is broken" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--note", "a\n\tb"], ["--set", "reason=a\n\tb"]])
def test_a_note_and_a_value_may_have_several_lines(
    option: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVFLOW_STORE", "no-such-folder/none.db")
    assert main(["act", "A", "accept", *option, "--lang", "en"]) == 7
    assert "There is no store" in capsys.readouterr().err
