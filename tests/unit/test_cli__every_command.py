"""The habits of every real command: it loads, speaks both languages and has the shared options."""

from __future__ import annotations

import click
import pytest

from govflow.cli import main
from govflow.cli.frame import FramedCommand
from govflow.cli.group import LazyGroup
from govflow.cli.helppage import Entries, option_help, short_help
from govflow.cli.tree import SECTIONS, every_command, root
from govflow.messages import LANGUAGES, catalogue_text, help, option
from govflow.messages.option import LOOKING

COMMANDS = list(every_command())
IDS = [path for path, _ in COMMANDS]
each_command = pytest.mark.parametrize(("path", "command"), COMMANDS, ids=IDS)


def groups(path: str, entries: Entries) -> list[str]:
    here = [path] if path else []
    return here + [
        found
        for name, entry in entries.items()
        if not isinstance(entry, str)
        for found in groups(f"{path} {name}".strip(), entry)
    ]


GROUPS = [path for section in SECTIONS for path in groups("", section.entries)]


def options_of(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option)]


@each_command
def test_it_stands_where_it_says_it_does(path: str, command: FramedCommand) -> None:
    assert isinstance(command, FramedCommand)
    assert command.path == path


@pytest.mark.parametrize("words", [[], *(path.split() for path in [*GROUPS, *IDS])], ids=" ".join)
def test_h_shows_the_same_page_as_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "-h"]) == 0
    short = capsys.readouterr().out
    assert main([*words, "--help"]) == 0
    assert short == capsys.readouterr().out != ""


@each_command
def test_what_now_does_to_the_clock_is_told_as_it_is(path: str, command: FramedCommand) -> None:
    """Only what is recorded moves a demonstration's clock for good, and a command that looks records nothing."""
    for param in options_of(command):
        if "--now" in param.opts:
            looks = path.replace(" ", ".") in LOOKING
            told = option_help(path, param, "en")
            assert ("stays where it is" in told) is looks
            assert ("once something is recorded, it stays there" in told) is not looks


@each_command
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_a_help_page(path: str, command: FramedCommand, lang: str) -> None:
    page = command.get_help(click.Context(command, info_name=f"govflow {path}"))
    assert f"govflow {path}" in page.splitlines()[0]
    assert len(short_help(path, lang)) > 3
    assert "\t" not in page


@each_command
def test_every_option_has_help_in_both_languages(path: str, command: FramedCommand) -> None:
    for param in options_of(command):
        japanese, english = (option_help(path, param, lang) for lang in LANGUAGES)
        assert japanese != english
        assert not japanese.isascii()
        assert english.isascii()


@each_command
@pytest.mark.parametrize(("lang", "empty"), [("ja", "既定値：]"), ("en", "default: ]")])
def test_no_page_shows_a_default_that_is_empty(
    path: str, command: FramedCommand, lang: str, empty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*path.split(), "--help", "--lang", lang]) == 0
    page = capsys.readouterr().out
    assert path in page
    assert empty not in page


@each_command
def test_a_version_to_expect_is_that_of_what_the_command_is_on(path: str, command: FramedCommand) -> None:
    for param in options_of(command):
        if "--expect-version" in param.opts:
            assert ("proposal" in option_help(path, param, "en")) is (path in ("act", "correct"))


@each_command
def test_it_has_the_shared_options(path: str, command: FramedCommand) -> None:
    flags = {flag for param in options_of(command) for flag in param.opts}
    assert {"--json", "--store", "--lang", "--help"} <= flags
    # A command that only looks may take --now alone; whoever acts may say as whom, in which office and when.
    assert {"--as", "--office"} & flags in (set(), {"--as", "--office"})
    assert "--as" not in flags or "--now" in flags


def test_no_name_stands_in_two_sections() -> None:
    names = [name for section in SECTIONS for name in section.entries]
    assert len(names) == len(set(names))
    assert list(root().entries) == names


def test_the_catalogue_has_help_for_the_commands_and_groups_there_are_and_no_other() -> None:
    paths = {"govflow", *GROUPS, *IDS}
    assert set(help.TEXTS) == {path.replace(" ", ".") for path in paths}


def test_the_catalogue_has_no_text_for_an_option_nobody_has() -> None:
    everywhere = {"": LazyGroup("", SECTIONS), **dict(COMMANDS)}
    used = set()
    for path, command in everywhere.items():
        for param in options_of(command):
            flag = max(param.opts, key=len).lstrip("-")
            used |= {flag, f"{path.replace(' ', '.')}.{flag}"}
    assert set(option.TEXTS) - {"as", "office", "now"} <= used


def test_every_section_has_a_heading_in_both_languages() -> None:
    for section in SECTIONS:
        assert all(catalogue_text(section.heading))
