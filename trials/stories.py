"""Stories to try faults on: the console blocks of the documentation's pages, command by command, which all really run,
and beside them those of `stories_to_fail` for the commands that no page shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from govflow.cli.tree import every_command

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "trials").glob("*/*.md")))

_BLOCK = re.compile(r"^```console\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^```(?:yaml|python)\n(# (\S+\.(?:yaml|py))\n.*?)^```\n", re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r"[|><;&$`*]")


class Story(NamedTuple):
    """A page: the files that it shows, and its command lines in order."""

    name: str
    files: dict[str, str]
    lines: tuple[str, ...]


def stories() -> list[Story]:
    """Every page that runs something."""
    texts = ((page.name, page.read_text(encoding="utf-8")) for page in PAGES)
    told = (
        Story(name, {found[2]: found[1] for found in _FILE.finditer(text)}, tuple(_lines(text)))
        for name, text in texts
    )
    return [story for story in told if story.lines]


def _lines(text: str) -> Iterator[str]:
    """What stands after `$ `, gone on with a backslash."""
    for block in _BLOCK.findall(text):
        lines = iter(block.splitlines())
        for line in lines:
            if line.startswith("$ "):
                command = line[2:]
                while command.endswith("\\"):
                    command = command[:-1] + next(lines)
                yield command


@cache
def writing() -> dict[str, frozenset[str]]:
    """The commands that write, by path, with their options: what may be tried first or has a key, and a few others."""
    known = {
        path: frozenset(opt for param in cmd.params for opt in param.opts) for path, cmd in every_command()
    }
    acting = {path: opts for path, opts in known.items() if opts & {"--dry-run", "--key"}}
    return acting | {path: known[path] for path in BESIDE}


BESIDE = ("init", "store migrate", "store restore", "document render", "outbox retry")
"""Commands that write to a store, and neither try nor take a key."""


def path_of(line: str) -> str | None:
    """The path of a writing command that a line is, where it needs no shell; else None."""
    if not line.startswith("govflow ") or _SHELL.search(line):
        return None
    words = shlex.split(line)[1:]
    paths = (" ".join(words[:depth]) for depth in (3, 2, 1))
    return next((path for path in paths if path in writing()), None)
