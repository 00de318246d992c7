"""Texts, identifiers, choices, flags and dates out of single nodes; BadInput says what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date

from govflow.errors import BadInput, Problem
from govflow.messages import did_you_mean, notice
from govflow.reading.limits import NAME_LENGTH
from govflow.reading.node import Label, Node
from govflow.reading.text import shown, text_problem

FIRST_YEAR, LAST_YEAR = 1900, 2199
_NAME = re.compile(r"[a-z][a-z0-9_.-]*")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
FLAGS = {"true": True, "false": False}


def text_of(node: Node, key: Label, *, multiline: bool, max_length: int) -> str:
    """A text that `text_problem` has nothing against; CRLF inside a block becomes LF."""
    text = _string(node, key)
    if multiline:
        text = text.replace("\r\n", "\n")
    if problem := text_problem(text, multiline=multiline):
        raise _refusal(node, "text_unfit", key=key, problem=problem)
    if len(text) > max_length:
        raise _refusal(node, "text_too_long", key=key, length=len(text), limit=max_length)
    return text


def name_of(node: Node, key: Label) -> str:
    """An identifier: small letters, digits, `_`, `.`, `-`, starting with a letter."""
    text = _string(node, key)
    if not is_name(text):
        raise _refusal(node, "not_a_name", key=key, value=shown(text), limit=NAME_LENGTH)
    return text


def is_name(text: str) -> bool:
    return len(text) <= NAME_LENGTH and _NAME.fullmatch(text) is not None


def names_of(node: Node, key: Label, *, read: Callable[[Node, Label], str] | None = None) -> tuple[str, ...]:
    """A list of different identifiers, or a single one; every wrong item is told. `read` reads one of them."""
    read = read or name_of
    if node.items is None:
        return (read(node, key),)
    places: dict[str, Node] = {}
    problems: list[Problem] = []
    for item in node.items:
        try:
            name = read(item, key)
        except BadInput as bad:
            problems.extend(bad.problems)
            continue
        first = places.setdefault(name, item)
        if first is not item:
            problems.extend(
                _refusal(item, "name_repeated", key=key, name=name, first=str(first.place)).problems
            )
    if problems:
        raise BadInput(problems)
    return tuple(places)


def choice_of(node: Node, key: Label, *, choices: Collection[str]) -> str:
    """One of `choices`, spelled exactly."""
    text = _string(node, key)
    if text not in choices:
        hint = did_you_mean(text, choices)
        raise _refusal(node, "not_a_choice", key=key, value=shown(text), choices=tuple(choices), hint=hint)
    return text


def flag_of(node: Node, key: Label, *, cells: bool) -> bool:
    """`true` or `false`, and no other of the many spellings."""
    if isinstance(node.value, bool):
        return node.value
    if cells and isinstance(node.value, str) and node.value.casefold() in FLAGS:
        return FLAGS[node.value.casefold()]
    value = shown(node.value) if isinstance(node.value, str) else node.kind
    raise _refusal(node, "not_a_flag", key=key, value=value)


def date_of(node: Node, key: Label) -> date:
    """A date as yyyy-mm-dd that is in the calendar and in the years of living memory and plans."""
    text = _string(node, key)
    if not (found := _DATE.fullmatch(text)):
        raise _refusal(node, "not_a_date", key=key, value=shown(text))
    year, month, day = (int(part) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refusal(node, "date_out_of_range", key=key, value=text, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise _refusal(node, "date_impossible", key=key, value=text) from None


def is_day(text: str) -> bool:
    """Whether a text is a date that `date_of` takes."""
    try:
        return bool(_DATE.fullmatch(text)) and FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def _string(node: Node, key: Label) -> str:
    if isinstance(node.value, str):
        return node.value
    raise _refusal(node, "not_text", key=key, kind=node.kind)


def _refusal(node: Node, code: str, /, **params: object) -> BadInput:
    return BadInput.at(node.place, notice(f"reading.{code}", **params))
