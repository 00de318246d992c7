"""Refusing an act of a council: with every reason, each once, as people read it there, and with what to do instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from govflow.errors import BadInput, NotAuthorised, Problem, Refused
from govflow.messages import Notice
from govflow.services.clock import local_text
from govflow.services.council.acting.desk import Desk

AUTHORITY = frozenset(
    (
        *("voting.not_holder", "voting.not_chair", "voting.not_officer", "voting.not_secretariat"),
        *("paper.chaired", "paper.said_there"),
    )
)
"""Reasons that say that it is not the caller's to do: they go first."""

UNREADABLE = "voting.unknown_token"
"""The reason that says that what was given means nothing."""

_INSTEAD: Mapping[str, str] = {
    "voting.is_asked": "govflow ballot no-objection {ballot}",
    "voting.is_open": "govflow ballot close {ballot}",
    "voting.is_waiting_for_casting_vote": "govflow ballot casting-vote {ballot}",
    "voting.running": "govflow ballot show {ballot}",
    "voting.waits_jointly": "govflow ballot show {ballot}",
    "voting.item_not_called": "govflow meeting call-item {meeting} {item}",
}
"""What to do before what was refused, where it was refused for this reason alone."""

_STAMP = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")


def refuse(desk: Desk, reasons: Iterable[Notice], *, next_command: str) -> None:
    """Refused with every reason, each once, if there is one: as people read them there."""
    told: list[Notice] = []
    for reason in reasons:
        said = _said(desk, reason)
        told += [said] if said not in told else []
    if not told:
        return
    told.sort(key=lambda reason: reason.code not in AUTHORITY)
    kind = NotAuthorised if told[0].code in AUTHORITY else Refused
    refused = kind(*told, next_command=_next(told) or next_command)
    if kind is Refused and any(map(_unreadable, told)):
        raise BadInput([Problem(None, reason) for reason in told]) from refused
    raise refused


def _unreadable(reason: Notice) -> bool:
    """Whether what was given means nothing, for a seat among many or for one."""
    why = reason.params.get("why")
    return reason.code == UNREADABLE or (isinstance(why, Notice) and _unreadable(why))


def _next(reasons: Sequence[Notice]) -> str | None:
    """The command that takes the only reason away."""
    only = reasons[0] if len(reasons) == 1 else None
    command = _INSTEAD.get(only.code) if only else None
    missing = only is None or any(value is None for value in only.params.values())
    return None if command is None or only is None or missing else command.format_map(only.params)


def _said(desk: Desk, reason: Notice) -> Notice:
    return Notice(reason.code, {name: _told(desk, name, each) for name, each in reason.params.items()})


def _told(desk: Desk, name: str, value: Any) -> Any:
    """Persons by their names, moments in local time."""
    if isinstance(value, Notice):
        return _said(desk, value)
    if name == "person" and isinstance(value, str):
        person = desk.directory.persons.get(value)
        return person.name if person else value
    if isinstance(value, str) and _STAMP.fullmatch(value):
        return local_text(value, desk.session.store.info.timezone)
    return value
