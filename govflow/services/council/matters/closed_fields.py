"""Closed fields: what somebody keeps out of what is published of a ballot, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from govflow.domain.council.redaction import CLOSABLE
from govflow.errors import BadInput, Problem
from govflow.messages import Notice, did_you_mean, notice
from govflow.reading.text import saying_problem

Closing = Mapping[str, str | list[str]]
"""Fields with the reasons. A list has what was said of one that was closed more than once, which is refused."""

_NUMBERED = re.compile(r"[0-9]+\.")
"""How a field of one item begins."""


def closed_fields(given: Closing | None) -> dict[str, str]:
    """The fields and why, each once. BadInput with every field that is none and every reason that is missing."""
    return _checked(given or {}, {field: field for field in given or ()})


def closed_by_item(given: Closing | None, items: Collection[int]) -> dict[int, dict[str, str]]:
    """The same where one question is put over many items: `amount` is closed in all of them, `3.amount` in item 3
    only, whose own reason goes first. BadInput likewise, and for what is no such item."""
    parts = {name: _of_item(name, items) for name in given or ()}
    elsewhere = [name for name, (item, field) in parts.items() if item is None and _NUMBERED.match(field)]
    fields_of = {name: field for name, (_, field) in parts.items() if name not in elsewhere}
    checked = _checked(given or {}, fields_of, also=map(_not_there, elsewhere))
    shared = {name: checked[name] for name, (item, _) in parts.items() if item is None}
    own = {
        item: {field: checked[name] for name, (of, field) in parts.items() if of == item} for item in items
    }
    return {item: shared | fields for item, fields in own.items()}


def _checked(given: Closing, fields: Mapping[str, str], *, also: Iterable[Notice] = ()) -> dict[str, str]:
    """What was given, with every reason as it is kept. BadInput with what is wrong with these fields, and `also`."""
    said = [problem for name in fields for problem in _problems(name, fields[name], reason=given[name])]
    if said := [*said, *also]:
        raise BadInput([Problem(None, each) for each in said])
    return {name: str(reason).strip() for name, reason in given.items()}


def _not_there(name: str) -> Notice:
    """Why a field of an item is not closed: the item does not go through with the others."""
    number, _, field = name.partition(".")
    return notice("register.not_consented", item=int(number), field=field)


def _problems(name: str, field: str, *, reason: str | list[str]) -> Iterator[Notice]:
    if field not in CLOSABLE:
        hint = did_you_mean(field, CLOSABLE)
        yield notice("register.not_closable", field=name, hint=hint, known=CLOSABLE)
    elif isinstance(reason, list):
        yield notice("register.closed_twice", field=name)
    elif not (reason or "").strip():
        yield notice("register.closed_without_reason", field=name)
    elif why := saying_problem(reason, multiline=False):
        yield notice("acts.bad_text", name=name, why=why)


def _of_item(name: str, items: Collection[int]) -> tuple[int | None, str]:
    """The item that is meant, None for every one, and its field."""
    number, _, field = name.partition(".")
    item = {str(each): each for each in items}.get(number)
    return (None, name) if item is None else (item, field)
