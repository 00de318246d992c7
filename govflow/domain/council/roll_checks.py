"""What a roll cannot be: every fault by seat and field, before anything is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule, Tie
from govflow.domain.council.tally import Outcome, tally
from govflow.messages import Notice, did_you_mean, notice


class Fault(NamedTuple):
    """What is wrong with the seat of this index (None: with the roll itself), in which field."""

    seat: int | None
    field: str
    said: Notice


def faults(rule: Rule, roll: Roll) -> Iterator[Fault]:
    """Every reason why a roll may not be tallied under a rule."""
    for check in (_repeated, _recused_with_answer, _absent_with_answer, _chair_with_answer, _proxies):
        yield from check(rule, roll)
    yield from _nobody_votes(rule, roll)
    if roll.casting_vote is not None:
        yield from _casting(rule, roll)


def _repeated(rule: Rule, roll: Roll) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, seat in enumerate(roll.seats):
        if first.setdefault(seat.name, index) != index:
            said = notice("ballot.seat_repeated", seat=seat.name, first=first[seat.name] + 1)
            yield Fault(index, "seat", said)


def _with_answer(roll: Roll, code: str, wrong: Callable[[Seat], bool], field: str) -> Iterator[Fault]:
    for index, seat in enumerate(roll.seats):
        if seat.position is not Position.NONE and wrong(seat):
            yield Fault(index, field, notice(code, seat=seat.name))


def _recused_with_answer(rule: Rule, roll: Roll) -> Iterator[Fault]:
    return _with_answer(roll, "ballot.recused_answers", lambda seat: seat.recused, "position")


def _absent_with_answer(rule: Rule, roll: Roll) -> Iterator[Fault]:
    heard = {
        answer.seat.name
        for answer in roll.answers()
        if answer.seat.present or answer.seat.written or answer.represented or answer.seat.recused
    }
    return _with_answer(roll, "ballot.absent_answers", lambda seat: seat.name not in heard, "present")


def _chair_with_answer(rule: Rule, roll: Roll) -> Iterator[Fault]:
    if rule.casts_only:
        yield from _with_answer(
            roll,
            "ballot.chair_answers",
            lambda seat: seat.name == roll.chair and not seat.recused,
            "position",
        )


def _proxies(rule: Rule, roll: Roll) -> Iterator[Fault]:
    seats = {seat.name: seat for seat in roll.seats}
    given: set[str] = set()
    for index, seat in enumerate(roll.seats):
        if seat.proxy_for is None:
            continue
        said = _wrong_proxy(seat, seats, given)
        if said:
            yield Fault(index, "proxy_for", said)
        given.add(seat.proxy_for)


def _wrong_proxy(holder: Seat, seats: dict[str, Seat], given: set[str]) -> Notice | None:
    principal = seats.get(holder.proxy_for or "")
    if principal is None:
        hint = did_you_mean(holder.proxy_for or "", seats)
        return notice("ballot.unknown_seat", seat=holder.proxy_for, hint=hint)
    if principal.name == holder.name:
        return notice("ballot.proxy_of_self", seat=holder.name)
    if principal.proxy_for is not None:
        return notice("ballot.proxy_of_proxy", seat=holder.name, principal=principal.name)
    if principal.name in given:
        return notice("ballot.second_proxy", principal=principal.name)
    return None


def _nobody_votes(rule: Rule, roll: Roll) -> Iterator[Fault]:
    casts_only = roll.chair if rule.casts_only else None
    recused = sum(seat.recused for seat in roll.seats)
    if not roll.seats:
        yield Fault(None, "seats", notice("ballot.no_seats"))
    elif 2 * recused > len(roll.seats):
        said = notice("ballot.most_recused", recused=recused, seats=len(roll.seats))
        yield Fault(None, "seats", said)
    elif all(seat.recused or seat.name == casts_only for seat in roll.seats):
        yield Fault(None, "seats", notice("ballot.nobody_votes"))


def _casting(rule: Rule, roll: Roll) -> Iterator[Fault]:
    """The first reason why nobody may cast."""
    chair = next((seat for seat in roll.seats if seat.name == roll.chair), None)
    reasons = (
        (rule.tie is not Tie.CHAIR, "not_foreseen"),
        (roll.chair is None, "without_chair"),
        (chair is not None and chair.recused, "by_recused"),
        (chair is not None and not chair.present, "by_absent"),
        (not _waits_for_chair(rule, roll), "without_tie"),
    )
    code = next((code for applies, code in reasons if applies), None)
    if code:
        yield Fault(None, "casting_vote", notice(f"ballot.casting_{code}", chair=roll.chair))


def _waits_for_chair(rule: Rule, roll: Roll) -> bool:
    uncast = roll._replace(casting_vote=None)
    return bool(roll.seats) and tally(rule, uncast).outcome is Outcome.TIE_PENDING_CHAIR
