"""What may not be done to a ballot: every reason of an act at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, BallotState, Given, acting_chair, tally_of_ballot
from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll
from govflow.domain.council.roll_checks import faults
from govflow.domain.council.rule import Rule
from govflow.domain.council.settled import settled
from govflow.messages import Notice, notice


class Wanted(NamedTuple):
    """A position that somebody wants to have recorded. `holders` hold the seat today; `person` is the one of them who
    votes, None where that is not clear; `recorder` writes it down for that person."""

    seat: str
    position: Position
    text: str
    at: str
    holders: tuple[str, ...]
    person: str | None
    recorder: str | None


def cannot_cast(ballot: Ballot, rule: Rule, wanted: Wanted) -> list[Notice]:
    """Every reason why a position is not taken."""
    return list(_cast(ballot, rule, wanted))


def cannot_recuse(ballot: Ballot, *, seat: str, reason: str, at: str) -> list[Notice]:
    """Every reason why a seat is not recused."""
    return list(_recuse(ballot, seat=seat, reason=reason, at=at))


def cannot_close(ballot: Ballot, rule: Rule, *, at: str) -> list[Notice]:
    """Every reason why a ballot is not closed. Before its time it is only if nothing can change the outcome."""
    found = list(_not_open(ballot))
    if found:
        return found
    result = tally_of_ballot(ballot, rule)
    found += _most_recused(result.roll)
    found += [fault.said for fault in faults(result.roll, rule)]
    early = ballot.closes_at is not None and at < ballot.closes_at
    if early and not found and (rule.revote or not settled(result)):
        found.append(notice("voting.not_settled", ballot=ballot.reference, closes_at=ballot.closes_at))
    return found


def _most_recused(roll: Roll) -> Iterator[Notice]:
    """A body of which most are in conflict does not decide, also where the rest would make a quorum."""
    recused = sum(seat.recused for seat in roll.seats)
    if 2 * recused > len(roll.seats):
        yield notice("ballot.most_recused", recused=recused, seats=len(roll.seats))


def cannot_cast_vote_of_chair(
    ballot: Ballot, *, offices: frozenset[str], position: Position, reason: str
) -> list[Notice]:
    """Every reason why the holder of `offices` does not decide a tie."""
    return list(_casting(ballot, offices=offices, position=position, reason=reason))


def cannot_withdraw(ballot: Ballot, *, reason: str) -> list[Notice]:
    """Every reason why a ballot is not withdrawn."""
    ended = ballot.state in (BallotState.CLOSED, BallotState.WITHDRAWN)
    found = [_state(ballot)] if ended else []
    return found if reason else [*found, notice("voting.reason_missing")]


def _cast(ballot: Ballot, rule: Rule, wanted: Wanted) -> Iterator[Notice]:
    yield from _not_open(ballot)
    yield from _too_late(ballot, wanted.at)
    if ballot.seat(wanted.seat) is None:
        yield _unknown_seat(ballot, wanted.seat)
        return
    if wanted.seat in ballot.recused:
        yield notice("voting.recused", seat=wanted.seat)
    if rule.casts_only and wanted.seat == acting_chair(ballot):
        yield notice("voting.chair_only_casts", seat=wanted.seat)
    if wanted.person not in wanted.holders:
        yield notice("voting.voter_unclear", seat=wanted.seat, holders=len(wanted.holders))
    yield from _wrong_position(rule, wanted)
    yield from _given_before(ballot.positions.get(wanted.seat), rule, wanted)


def _wrong_position(rule: Rule, wanted: Wanted) -> Iterator[Notice]:
    if wanted.position is Position.NONE:
        yield notice("voting.no_position")
    if wanted.position is Position.BLOCK and not rule.blocking:
        yield notice("voting.block_unknown")
    if wanted.position is Position.BLOCK and not wanted.text:
        yield notice("voting.block_without_text")


def _given_before(before: Given | None, rule: Rule, wanted: Wanted) -> Iterator[Notice]:
    """A successor is not bound by the predecessor's vote; what was only recorded may be corrected; nobody records
    over what was cast in person."""
    if before is None or before.person != wanted.person:
        return
    if wanted.recorder is not None and before.recorder is None:
        yield notice("voting.cast_in_person", seat=wanted.seat)
    elif before.recorder is None and not rule.revote:
        yield notice("voting.voted_already", seat=wanted.seat)


def _recuse(ballot: Ballot, *, seat: str, reason: str, at: str) -> Iterator[Notice]:
    yield from _not_open(ballot)
    yield from _too_late(ballot, at)
    if ballot.seat(seat) is None and seat not in ballot.chairs:
        yield _unknown_seat(ballot, seat)
    if seat in ballot.recused:
        yield notice("voting.recused_already", seat=seat)
    if not reason:
        yield notice("voting.reason_missing")


def _casting(ballot: Ballot, *, offices: frozenset[str], position: Position, reason: str) -> Iterator[Notice]:
    chair = acting_chair(ballot)
    if ballot.state is not BallotState.WAITING:
        yield notice("voting.not_waiting", ballot=ballot.reference)
    if chair not in offices:
        yield notice("voting.not_chair", chair=chair or notice("ballot.chair"))
    if position not in (Position.YES, Position.NO):
        yield notice("voting.casting_decides")
    if not reason:
        yield notice("voting.reason_missing")


def _not_open(ballot: Ballot) -> Iterator[Notice]:
    if ballot.state is not BallotState.OPEN:
        yield _state(ballot)


def _state(ballot: Ballot) -> Notice:
    return notice("voting.not_open", ballot=ballot.reference, state=notice(f"voting.state_{ballot.state}"))


def _too_late(ballot: Ballot, at: str) -> Iterator[Notice]:
    """At the very instant it is too late."""
    if ballot.closes_at is not None and at >= ballot.closes_at:
        yield notice("voting.too_late", ballot=ballot.reference, closes_at=ballot.closes_at)


def _unknown_seat(ballot: Ballot, seat: str) -> Notice:
    return notice("voting.unknown_seat", seat=seat, ballot=ballot.reference)
