"""docs/commands.md has every command, in the order of the help page, in both languages."""

from __future__ import annotations

import re

from pages import DOCS
from passages import command_paths

from govflow.cli.exit_codes import EXIT_CODES
from govflow.cli.helppage import short_help
from govflow.cli.tree import SECTIONS, every_command

PAGE = (DOCS / "commands.md").read_text(encoding="utf-8")


def test_every_command_has_its_section_and_nothing_else_has_one() -> None:
    there = [path for section in SECTIONS for path in command_paths(section.entries)]
    assert re.findall(r"^### govflow (.+)$", PAGE, re.MULTILINE) == there
    assert there == [path for path, _ in every_command()]


def test_every_command_is_explained_in_both_languages() -> None:
    for path, _ in every_command():
        section = PAGE.split(f"### govflow {path}\n")[1].split("\n### ")[0]
        assert short_help(path, "ja") in section
        assert short_help(path, "en") in re.sub(r"\s+", " ", section)


def test_every_exit_code_stands_in_the_table() -> None:
    table = PAGE.split("## Exit codes")[1].split("```")[1]
    assert [int(code) for code in re.findall(r"^ +(\d+)  ", table, re.MULTILINE)] == list(EXIT_CODES)
