"""Balloting: what the acts on a ballot have in common: its rule, tokens of positions, and whose seat is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import Ballot
from govflow.domain.council.position import TOKENS, Position
from govflow.domain.council.rule import Rule
from govflow.errors import BadInput, NotAuthorised, Refused
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.council.desk import Desk
from govflow.services.council.rules import document_of
from govflow.workflow.council.rule_file import rule_of


def rule_in(content: Mapping[str, Any]) -> Rule:
    """The rule that a ballot has frozen."""
    return rule_of(document_of(content, source="rule")).rule


def position_of(token: str) -> Position:
    """What a token means. BadInput: an unknown one is never an abstention."""
    if token not in TOKENS:
        raise BadInput.at(
            None,
            notice("voting.unknown_token", token=token, hint=did_you_mean(token, TOKENS), known=[*TOKENS]),
        )
    return TOKENS[token]


def seat_and_capacity(
    desk: Desk, ballot: Ballot, seat: str | None, *, recorded_for: bool
) -> tuple[str, Capacity]:
    """Which seat is meant, and in which capacity the caller speaks for it. NotAuthorised for a seat of others."""
    names = [each.name for each in ballot.seats]
    if recorded_for:
        capacity = desk.secretary(desk.charter(ballot))
        if seat is None:
            raise Refused(notice("voting.name_the_seat", seats=names))
        return seat, capacity
    known = dict.fromkeys([*names, *ballot.chairs] if seat else names)
    wanted = [name for name in known if seat in (None, name)]
    if seat is not None and not wanted:
        raise Refused(notice("voting.unknown_seat", seat=seat, ballot=ballot.reference))
    found = [held for name in wanted if (held := desk.office(name))]
    if not found:
        raise not_held(desk, ballot, (seat,) if seat else names)
    if len(found) > 1:
        raise Refused(notice("voting.name_the_seat", seats=[held.office for held in found]))
    return found[0].office, found[0]


def not_held(desk: Desk, ballot: Ballot, offices: Iterable[str]) -> NotAuthorised:
    """The refusal of who holds none of these offices."""
    return NotAuthorised(
        notice("voting.not_holder", person=desk.name, ballot=ballot.reference, seats=[*offices])
    )


def refuse(ballot: Ballot, reasons: list[Notice]) -> None:
    """Refused with every reason, if there is one."""
    if reasons:
        raise Refused(*reasons, next_command=f"govflow ballot show {ballot.reference}")
