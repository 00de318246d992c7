"""What is given on the command line must be text: whole characters, and none that only a terminal acts on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import category

import click

from govflow.cli.given_place import OptionPlace, written
from govflow.errors import BadInput, Problem
from govflow.messages import Notice, notice

_UNCLEAR = {"Cs": "cli.broken_character", "Cc": "cli.control_character"}
_SEVERAL_LINES = frozenset({"note", "values"})
"""Parameters whose text may go over several lines; whether it may is for the rules to say."""


def is_clear(text: str) -> bool:
    """Whether the text could go to a file system, a database or a terminal at all."""
    return _unclear(text, keep="") is None


def refuse_unclear(params: list[click.Parameter], given: Mapping[str, Any]) -> None:
    """BadInput with every argument and option whose value is not clear text."""
    problems = [problem for param in params for problem in _problems(param, given.get(param.name or ""))]
    if problems:
        raise BadInput(problems)


def _problems(param: click.Parameter, value: Any) -> Iterator[Problem]:
    keep = "\t\n" if param.name in _SEVERAL_LINES else ""
    for item in value if isinstance(value, tuple) else (value,):
        said = None if item is None else _unclear(str(item), keep=keep)
        if said:
            yield Problem(OptionPlace(written(param), 1, 1), said)


def _unclear(text: str, *, keep: str) -> Notice | None:
    """What is wrong with the first character that nobody can see or store."""
    if text.isprintable():
        return None
    for position, char in enumerate(text, 1):
        code = _UNCLEAR.get(category(char))
        if code and char not in keep:
            return notice(code, char=f"U+{ord(char):04X}", position=position)
    return None
