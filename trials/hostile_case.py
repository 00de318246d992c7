"""One hostile input: where it goes in, what it is, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hostile_ground import ROOT

INERT = "inert"
"""What is expected of an input that is taken: it is stored, and shown as what it is and nothing more."""


class Case(NamedTuple):
    """`words` is the command line that takes it; `{file}` in it is a file of `content`."""

    name: str
    words: tuple[str, ...]
    content: Callable[[], bytes]
    suffix: str
    expected: str
    """`inert`, or the code of the refusal."""


ENTRIES = {
    "definition": ("workflow check {file}", ".yaml"),
    "organisation": ("org check {file}", ".yaml"),
    "proposal": ("submit {file} --draft --as shikaku.yuki", ".yaml"),
    "json": ("submit {file} --draft --as shikaku.yuki", ".json"),
    "csv": ("submit {file} --draft --as shikaku.yuki", ".csv"),
    "cp932": ("submit {file} --draft --encoding cp932 --as shikaku.yuki", ".csv"),
    "acts": ("act --file {file} --as shikaku.yuki", ".csv"),
    "values": ("act {reference} request --data {file} --as shikaku.yuki", ".yaml"),
    "charter": ("body check {file}", ".yaml"),
    "rule": ("rules explain {file}", ".yaml"),
    "votes": ("ballot tally --rule simple_majority --votes {file}", ".yaml"),
    "calendar": ("init --org examples/town.yaml --calendar {file} --store {fresh} --demonstration", ".yaml"),
    "programmes": ("programme import {file} --mapping {mapping} --as shikaku.yuki", ".csv"),
    "mapping": ("programme import {programmes} --mapping {file} --as shikaku.yuki", ".yaml"),
    "document": ("document verify {file}", ".md"),
}
"""The commands that take a file."""

SOUND = {
    "definition": ROOT / "workflows" / "town_purchase.yaml",
    "organisation": ROOT / "examples" / "town.yaml",
    "charter": ROOT / "workflows" / "bodies" / "cio_council.yaml",
    "rule": ROOT / "workflows" / "rules" / "weighted.yaml",
    "calendar": ROOT / "workflows" / "calendars" / "japan.yaml",
}
"""Sound files, of which hostile ones are made by one change."""


MAPPING = """\
format: 1
source: R
licence: none
fiscal_year: 2025
columns: {key: programme_id, title: name, ministry: ministry, start_year: start_year, budget: budget_jpy}
"""
"""A mapping for a table of the town's programmes, which hostile ones are made of."""

PROGRAMMES = "programme_id,name,ministry,start_year,budget_jpy\n1,備品,丸山町,2021,5\n"


def case(name: str, entry: str, content: str | bytes | Callable[[], str | bytes], expected: str) -> Case:
    """A hostile file."""
    line, suffix = ENTRIES[entry]
    return Case(f"{entry}: {name}", tuple(line.split()), lambda: _bytes(content), suffix, expected)


def changed(name: str, entry: str, old: str, new: str, expected: str) -> Case:
    """A sound file with one passage of it put otherwise."""
    return case(name, entry, lambda: _replaced(entry, old, new), expected)


def line(name: str, words: tuple[str, ...], expected: str) -> Case:
    """A hostile command line."""
    return Case(f"command line: {name}", words, lambda: b"", "", expected)


def _replaced(entry: str, old: str, new: str) -> str:
    text = SOUND[entry].read_text("utf-8")
    if old not in text:
        raise ValueError(f"{entry} has no {old!r}")
    return text.replace(old, new, 1)


def _bytes(content: str | bytes | Callable[[], str | bytes]) -> bytes:
    made = content() if callable(content) else content
    return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made
