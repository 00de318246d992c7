"""What a roll cannot be: every fault by seat and field, before anything is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, did_you_mean, notice


class Fault(NamedTuple):
    """What is wrong with the seat of this index (None: with the roll itself), in which field."""

    seat: int | None
    field: str
    said: Notice


def faults(roll: Roll, rule: Rule) -> Iterator[Fault]:
    """Every reason why a roll may not be tallied under a rule. What merely has no effect is none: an answer of a seat
    that is recused, a casting vote where nothing is tied."""
    yield from _repeated(roll)
    yield from _proxies(roll)
    yield from _nobody_votes(roll, rule)


def _repeated(roll: Roll) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, seat in enumerate(roll.seats):
        if first.setdefault(seat.name, index) != index:
            said = notice("ballot.seat_repeated", seat=seat.name, first=first[seat.name] + 1)
            yield Fault(index, "seat", said)


def _proxies(roll: Roll) -> Iterator[Fault]:
    seats = {seat.name: seat for seat in roll.seats}
    given: set[str] = set()
    for index, seat in enumerate(roll.seats):
        for name in seat.proxy_for:
            if said := _wrong_proxy(seat, name, seats, given=given):
                yield Fault(index, "proxy_for", said)
            given.add(name)


def _wrong_proxy(holder: Seat, name: str, seats: dict[str, Seat], *, given: set[str]) -> Notice | None:
    principal = seats.get(name)
    if principal is None:
        return notice("ballot.unknown_seat", seat=name, hint=did_you_mean(name, seats))
    if principal.name == holder.name:
        return notice("ballot.proxy_of_self", seat=holder.name)
    if principal.proxy_for:
        return notice("ballot.proxy_of_proxy", seat=holder.name, principal=principal.name)
    if principal.name in given:
        return notice("ballot.second_proxy", principal=principal.name)
    return None


def _nobody_votes(roll: Roll, rule: Rule) -> Iterator[Fault]:
    casts_only = roll.chair if rule.casts_only else None
    if not roll.seats:
        yield Fault(None, "seats", notice("ballot.no_seats"))
    elif all(seat.recused or seat.name == casts_only for seat in roll.seats):
        yield Fault(None, "seats", notice("ballot.nobody_votes"))
