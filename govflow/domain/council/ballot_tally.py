"""What a ballot comes to: its roll as it would be tallied now, and the outcome by its rule."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from govflow.domain.council.ballot import Ballot, BallotSeat, Given, Via
from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome, Quorum, Result, tally


def tally_of_ballot(ballot: Ballot, rule: Rule) -> Result:
    """What the ballot comes to if it is closed now: a quorum is needed when the item was called and at the close, and
    in writing as many answers as the charter asks for; while the meeting was suspended nothing is decided."""
    quorum = rule.quorum and rule.quorum._replace(count_written=True)
    counted = rule if ballot.present is not None else rule._replace(quorum=quorum)
    result = tally(counted, roll_of_ballot(ballot, rule))
    response = _response(ballot, result)
    lost = next((each for each in (*_quorum_at_close(ballot, counted), *response) if not each.held), None)
    if response and (rule.quorum is None or lost):
        result = result._replace(quorum=response[0], answers=True)
    if lost:
        return result._replace(outcome=Outcome.NO_QUORUM, quorum=lost)
    undecided = ballot.suspended and result.outcome is not Outcome.NO_QUORUM
    return result._replace(outcome=Outcome.NO_DECISION) if undecided else result


def roll_of_ballot(ballot: Ballot, rule: Rule) -> Roll:
    """The roll as it would be tallied now. Who answers takes part; in a sitting so does who was there when the item was
    called, and a seat that only casts."""
    there = frozenset(ballot.present or ())
    return _roll(ballot, rule, there | _spoke(ballot))


def _quorum_at_close(ballot: Ballot, rule: Rule) -> list[Quorum]:
    if ballot.remained is None:
        return []
    return [tally(rule, _roll(ballot, rule, frozenset(ballot.remained))).quorum]


def _response(ballot: Ballot, result: Result) -> list[Quorum]:
    if ballot.response is None:
        return []
    of = result.counts.heads.eligible(result.rule.recusal)
    given = filter(None, (ballot.position_of(seat.name) for seat in ballot.seats))
    answered = sum(each.source is None for each in given)
    return [Quorum(of=of, needed=ceil(of * Fraction(ballot.response)), attending=answered)]


def _spoke(ballot: Ballot) -> frozenset[str]:
    """The seats whose holder or alternate was in the room to answer, or outside a sitting answered at all."""
    given = filter(None, (ballot.position_of(seat.name) for seat in ballot.seats))
    away = () if ballot.present is None else (Via.WRITTEN, Via.PROXY)
    return frozenset(each.seat for each in given if each.via not in away and each.source is None)


def _roll(ballot: Ballot, rule: Rule, there: frozenset[str]) -> Roll:
    seats = tuple(_seat(ballot, seat, there) for seat in ballot.seats)
    return Roll(seats, ballot.casts if rule.casts_only else None, ballot.casting_vote)


def _seat(ballot: Ballot, seat: BallotSeat, there: frozenset[str]) -> Seat:
    given = ballot.position_of(seat.name)
    attends = seat.name in there or (ballot.present is None and seat.name == ballot.casts)
    return Seat(
        name=seat.name,
        position=_counted(ballot, given),
        weight=seat.weight,
        present=attends,
        recused=ballot.is_recused(seat.name),
        written=given is not None and not attends and given.via is Via.WRITTEN and given.source is None,
        proxy_for=tuple(_represented(ballot, seat.name)),
    )


def _counted(ballot: Ballot, given: Given | None) -> Position:
    """A block that was overridden stands where a no would; not in a ballot that had ended as blocked before."""
    if given is None:
        return Position.NONE
    in_time = ballot.overridden and ballot.outcome is not Outcome.BLOCKED
    lifted = in_time and given.position is Position.BLOCK
    return Position.NO if lifted else given.position


def _represented(ballot: Ballot, holder: str) -> list[str]:
    """The seats for which a seat has voted by proxy."""
    principals = [seat for seat, by in ballot.proxies.items() if by == holder]
    spoken = {seat: ballot.position_of(seat) for seat in principals}
    return [seat for seat, given in spoken.items() if given and given.via is Via.PROXY]
