"""What `govflow demo` says when it is done: a line a story, and commands that work as they are written."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from command_line import Ran, Terminal

import govflow
from govflow.cli.width import cells


@pytest.fixture
def terminal(
    demonstrated: Path, demonstration: govflow.Demonstration, monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """A terminal in which the demonstration has just been told, on a store of its own."""
    monkeypatch.setattr(govflow, "demonstrate", lambda url, folder, *, report: demonstration, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(demonstrated.parent, demonstrated.name)


def hints(ran: Ran) -> list[str]:
    return [line.strip() for line in ran.out.splitlines() if line.startswith("  govflow ")]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_each_story_is_told_on_one_line(
    terminal: Terminal, demonstration: govflow.Demonstration, lang: str
) -> None:
    _, _, *lines = terminal.done(f"demo --lang {lang}").out.splitlines()
    told = list(zip(lines, demonstration.stories, strict=False))
    assert all(line.startswith(story.reference) for line, story in told)
    assert max(cells(line) for line, _ in told) <= 80


def test_a_wide_terminal_has_room_for_the_titles(
    terminal: Terminal, demonstration: govflow.Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert demonstration.stories[0].title not in terminal.done("demo").out
    monkeypatch.setenv("COLUMNS", "120")
    assert demonstration.stories[0].title in terminal.done("demo").out


def test_every_command_it_suggests_works_as_it_is_written(terminal: Terminal) -> None:
    suggested = hints(terminal.done("demo"))
    assert len(suggested) == 7
    for line in suggested:
        assert line.endswith(f" --store {terminal.store}")
        done = terminal.done(line.removeprefix("govflow ").partition(" --store ")[0])
        assert len(done.out.splitlines()) > 1 or "audit" in line, line


def test_the_suggested_memo_is_there_in_both_languages(terminal: Terminal) -> None:
    memo = next(line for line in hints(terminal.done("demo")) if " memo " in line)
    reference = shlex.split(memo)[2]
    for lang in ("ja", "en"):
        document = terminal.done(f"memo {reference} --json --lang {lang}").data()["document"]
        assert (document["kind"], document["language"]) == ("decision_memo", lang)


def test_a_store_of_the_environment_need_not_be_named_again(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from govflow.cli import main

    monkeypatch.setenv("GOVFLOW_STORE", str(terminal.store))
    assert main(["demo", "--lang", "en"]) == 0
    assert "--store" not in capsys.readouterr().out


def test_programs_get_every_story(terminal: Terminal, demonstration: govflow.Demonstration) -> None:
    answer = terminal.done("demo --json").data()
    assert [story["reference"] for story in answer["stories"]] == [
        story.reference for story in demonstration.stories
    ]


def test_it_owns_up_to_the_drafts_that_nobody_submitted_and_that_are_therefore_overdue(
    terminal: Terminal,
) -> None:
    left = terminal.done("list --state draft --limit 10000 --json").data()["lines"]
    assert f"Drafts that nobody submitted: {len(left)}." in " ".join(terminal.done("demo").out.split())
    late = {line["reference"] for line in terminal.done("overdue --limit 10000 --json").data()["lines"]}
    assert {line["reference"] for line in left} <= late
