"""Closing: how a ballot ends, by its answers, the casting vote, a withdrawal, or the body above."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, BallotState, Given, Mode
from govflow.domain.council.ballot_checks import (
    decided,
    interrupted,
    is_suspended,
    left,
    most_recused,
    not_open,
    outdated,
    over,
    reasonless,
)
from govflow.domain.council.ballot_facts import Facts, acting_chair, chairing, in_conflict, in_the_room
from govflow.domain.council.ballot_tally import roll_of_ballot, tally_of_ballot
from govflow.domain.council.ballot_voting import lifted, position_given
from govflow.domain.council.position import CASTING_TOKENS, Position
from govflow.domain.council.roll_checks import faults
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice


class Close(NamedTuple):
    """The answers are counted. Outside a sitting before the deadline, or where there is none, only if no answer that is
    out can change the outcome."""

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(ballot.recused)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """While the meeting is suspended it is closed without a decision, also if only objections were asked for."""
        paused = is_suspended(facts)
        yield from not_open(ballot, BallotState.OPEN, *((BallotState.ASKED,) if paused else ()))
        yield from () if paused else interrupted(facts)
        yield from outdated(ballot, facts)
        counts = [*uncountable(ballot, rule, facts)]
        yield from counts
        early = facts.sitting is None and not over(ballot, facts.at) and not counts
        if early and ballot.state is BallotState.OPEN and not decided(lifted(ballot, facts), rule):
            yield notice("voting.not_settled", ballot=ballot.reference, closes_at=ballot.closes_at or "-")

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return counted(lifted(ballot, facts), rule, facts)


class NoObjection(NamedTuple):
    """Nobody objected (異議なし): every seat in the room or represented there assents, and the ballot is closed."""

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(ballot.recused)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        yield from not_open(ballot, BallotState.ASKED)
        yield from interrupted(facts)
        yield from outdated(ballot, facts)
        yield from uncountable(ballot, rule, facts)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        free = lifted(ballot, facts)
        return counted(free.taking(*_assenting(free, rule, facts)), rule, facts)


class CastingVote(NamedTuple):
    """Who chairs decides a tie."""

    position: str
    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter((*ballot.chairs, *ballot.recused))

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """It is the act of who chairs now, and it decides."""
        yield from not_waiting(ballot)
        yield from outdated(ballot, facts)
        chair = acting_chair(ballot, facts)
        if chair != facts.office or facts.person not in chairing(ballot, facts, chair):
            yield notice("voting.not_chair", chair=chair or notice("ballot.chair"))
        if self.position not in CASTING_TOKENS:
            yield notice("voting.casting_decides")
        yield from reasonless(self.reason)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        position = CASTING_TOKENS.get(self.position, Position.NO)
        outcome = tally_of_ballot(ballot._replace(casting_vote=position), rule).outcome
        return ballot.broken(position, outcome, chair=facts.office)


class Withdraw(NamedTuple):
    """The question is taken back before it is decided; where the proposal has left, nothing else can be done."""

    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED, BallotState.WAITING)
        yield from reasonless(self.reason)
        if not (ballot.ended or left(ballot, facts)) and _as_good_as_decided(ballot, rule, facts):
            yield notice("voting.decided", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return ballot.withdrawn(facts.at)


class Escalate(NamedTuple):
    """Most seats are recused, or nobody is left to cast: the matter goes to the body above, and is not decided here."""

    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter((*ballot.chairs, *ballot.recused))

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """What the body can decide does not go up."""
        yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED, BallotState.WAITING)
        yield from reasonless(self.reason)
        if ballot.state is BallotState.WAITING:
            stuck = acting_chair(ballot, facts) is None
        else:
            roll = roll_of_ballot(lifted(ballot, facts), rule)
            stuck = bool([*most_recused(roll), *faults(roll, rule)])
        if not stuck and not ballot.ended:
            yield notice("voting.can_be_decided", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return ballot.escalated(facts.at)


def not_waiting(ballot: Ballot) -> Iterator[Notice]:
    if ballot.state is not BallotState.WAITING:
        yield notice("voting.not_waiting", ballot=ballot.reference)


def uncountable(ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
    """The roll cannot be counted: most are recused, or the organisation no longer has a seat."""
    roll = roll_of_ballot(lifted(ballot, facts), rule)
    yield from most_recused(roll)
    yield from (fault.said for fault in faults(roll, rule))
    for seat in facts.gone:
        yield notice("voting.seat_gone", seat=seat, ballot=ballot.reference)


def counted(ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
    """The ballot closed with what it comes to; in a sitting with who was still there."""
    there = facts.sitting.there if facts.sitting else {}
    remained = tuple(seat.name for seat in ballot.seats if seat.name in there) if facts.sitting else None
    ended = ballot._replace(remained=remained, suspended=is_suspended(facts))
    return ended.closing(tally_of_ballot(ended, rule).outcome, facts.at, remained)


def _assenting(ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Given]:
    """Whoever could vote for a seat in the room, also by proxy."""
    for seat in ballot.seats:
        who = in_the_room(ballot, rule, facts, seat.name)
        silent = ballot.is_recused(seat.name) or (rule.casts_only and seat.name == ballot.casts)
        if who and not silent and not in_conflict(ballot, facts, who.person):
            yield position_given(seat.name, Position.ASSENT, who, facts)


def _as_good_as_decided(ballot: Ballot, rule: Rule, facts: Facts) -> bool:
    """Tied, past its time, or no answer that is out could change it."""
    answered = any(ballot.position_of(seat.name) for seat in ballot.seats)
    return (
        ballot.state is BallotState.WAITING
        or over(ballot, facts.at)
        or ((ballot.mode is not Mode.SITTING or answered) and decided(ballot, rule) and answered)
    )
