"""The README shows what really happens: every console block is run and compared, character by character."""

from pathlib import Path

import pytest
from readme import BLOCK, CHECKOUT, commands, executed

README = CHECKOUT / "README.md"


def test_every_console_block_of_the_readme_prints_what_it_shows() -> None:
    document = README.read_text(encoding="utf-8")
    assert executed(document) == document, "run: python tests/acceptance/readme.py README.md"


def test_the_quick_start_has_exactly_two_lines() -> None:
    section = README.read_text(encoding="utf-8").split("## Quick start")[1].split("\n## ")[0]
    block = section.split("```")[1]
    assert len(block.strip().splitlines()) == 3, "the fence's language and two commands"


def test_the_comparison_would_see_a_changed_output(tmp_path: Path) -> None:
    """Negative control."""
    document = "```console\n$ echo decided\nundecided\n```\n"
    assert executed(document) == "```console\n$ echo decided\ndecided\n```\n"


@pytest.mark.parametrize("block", BLOCK.findall(README.read_text(encoding="utf-8")))
def test_every_console_block_runs_something(block: str) -> None:
    assert list(commands(block))
