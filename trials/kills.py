"""Kills: a writing command of a story, killed at its statements; what is left is what had been committed, and repeating
it under its key gives the first result, once."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import stories
from contents import contents
from faulty import Doctored, Fault, Ran, ran
from stands import Stand, Stands

ROOT = Path(__file__).parents[1]
MOMENT = "2025-06-02T10:00"
"""When a story begins that does not say it."""


class Tried(NamedTuple):
    """A command of a story, and what one run without a fault comes to. `last` is what the store holds in the end:
    more than at the last COMMIT where a file that was made beside it takes its place."""

    line: str
    path: str
    words: list[str]
    before: str
    clean: Ran
    last: str

    @property
    def states(self) -> list[str]:
        """What the store may hold at any time."""
        return [self.before, *(held for _, held in self.clean.commits), self.last]

    def after(self, fault: Fault) -> str:
        """What the store holds once the child is dead: what had been committed."""
        done = [held for number, held in self.clean.commits if number < fault.number + fault.after]
        return done[-1] if done else self.before


def told(story: stories.Story, stands: Stands) -> Iterator[Tried]:
    """The commands of a story that come to commit something, each when the story has come to it: copies are of what was
    there before."""
    folder, url = stands.main
    (folder / "examples").symlink_to(ROOT / "examples")
    for name, text in story.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for number, line in enumerate(story.lines):
        path = stories.path_of(line)
        if path is None:
            _by_shell(line, stands.main)
            continue
        words = _words(line, path, number=number)
        stands.keep()
        before = contents(url)
        clean = ran(words, folder=folder, url=url)
        if clean.commits:
            yield Tried(line, path, words, before, clean, contents(url))


def _words(line: str, path: str, *, number: int) -> list[str]:
    """The line as the trial runs it: under a key of its own, on a clock that stands still, answering programs."""
    words = shlex.split(line)[1:]
    options = stories.writing()[path]
    if "--key" in options and "--key" not in words:
        words += ["--key", f"fault-{number}"]
    if "--json" in options and "--json" not in words:
        words += ["--json"]
    if path == "init" and "--now" not in words:
        words += ["--now", MOMENT]
    return words


MAKES_A_FILE = re.compile(r">|--output|store backup")


def _by_shell(line: str, stand: Stand) -> None:
    """What is no plain command of ours makes files, or tries out something on a copy; what only looks is left out."""
    if line.startswith("govflow ") and not MAKES_A_FILE.search(line):
        return
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(stand.folder),
        "GOVFLOW_STORE": stand.url,
        "GOVFLOW_LANG": "en",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run(["bash", "-c", line], cwd=stand.folder, env=environment, capture_output=True, check=False)


def faults_of(one: Tried) -> list[Fault]:
    """Before and after each statement."""
    numbers = range(1, len(one.clean.said) + 1)
    return [Fault(number, after) for number in numbers for after in (False, True)]


def few_of(one: Tried) -> list[Fault]:
    """Before and after the last COMMIT."""
    last = one.clean.commits[-1][0]
    return [Fault(last, after=False), Fault(last, after=True)]


def wrong_after(one: Tried, fault: Fault, stands: Stands, doctored: Doctored | None = None) -> str | None:
    """What does not hold after one fault; None where everything does."""
    at = stands.copy()
    dead = ran(one.words, folder=at.folder, url=at.url, fault=fault, doctored=doctored)
    left = contents(at.url)
    acknowledged = bool(dead.out) and dead.out == one.clean.out
    if acknowledged and left != one.last:
        return "acknowledged, and lost"
    if left not in one.states:
        return "half done"
    if dead.code is not None:
        return "it was not killed"
    if left != one.after(fault):
        return "lost, or done too early"
    return wrong_again(one, at, doctored)


def wrong_again(one: Tried, at: Stand, doctored: Doctored | None = None) -> str | None:
    """What does not hold when it is repeated after a fault."""
    again = ran(one.words, folder=at.folder, url=at.url, doctored=doctored)
    if one.clean.code != 0:  # a refusal is decided, and logged, anew
        return None if again.code == one.clean.code else f"repeated, it ends with {again.code}"
    if contents(at.url) != one.last:
        return "repeated, it comes to something else"
    if "--key" in one.words and result_of(again) != result_of(one.clean):
        return "repeated, it tells something else"
    return None


def result_of(answer: Ran) -> object:
    """What a command told, but for whether it was told before."""
    try:
        return _first(json.loads(answer.out))
    except ValueError:
        return answer.code


def _first(told: Any) -> Any:
    """An answer as the first time gave it: where a file was half done, some of its acts are done and some repeated."""
    if isinstance(told, list):
        return [_first(one) for one in told]
    if not isinstance(told, dict):
        return told
    if {"done", "repeated"} <= told.keys():
        told = told | {"done": told["done"] + told["repeated"]}
    if told.get("outcome") == "repeated":
        told = told | {"outcome": "done"}
    return {name: _first(value) for name, value in told.items() if name != "repeated"}


def verified(stand: Stand) -> bool:
    """Whether the whole record of a store holds."""
    return ran(["audit", "verify"], folder=stand.folder, url=stand.url).code == 0
