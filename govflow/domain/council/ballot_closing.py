"""Closing: how a ballot ends, by its answers, the casting vote, a withdrawal, or the body above."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.ballot_checks import (
    awaits_others,
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
from govflow.domain.council.ballot_facts import Facts, acting_chair, chairing, voters
from govflow.domain.council.ballot_tally import roll_of_ballot, tally_of_ballot
from govflow.domain.council.ballot_voting import lifted, position_given
from govflow.domain.council.position import CASTING_TOKENS, Casting, Position
from govflow.domain.council.roll_checks import faults
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome
from govflow.messages import Notice, notice

_NOT_CHAIR = {False: "voting.not_chair", True: "paper.chaired"}
"""Who casts instead; of a meeting held on paper, who chaired it then."""


class Close(NamedTuple):
    """The answers are counted. Outside a sitting before the deadline, or where there is none, only if no answer that is
    out can change the outcome."""

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(ballot.offices_recused)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """While the meeting is suspended it is closed without a decision, also if only objections were asked for or a
        tie waits."""
        paused = is_suspended(facts)
        undecided = (BallotState.ASKED, BallotState.WAITING) if paused else ()
        yield from not_open(ballot, BallotState.OPEN, *undecided)
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
        return iter(ballot.offices_recused)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        yield from not_open(ballot, BallotState.ASKED)
        yield from interrupted(facts)
        yield from outdated(ballot, facts)
        yield from uncountable(ballot, rule, facts)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        free = lifted(ballot, facts)
        assenting = (
            position_given(seat, Position.ASSENT, who, facts) for seat, who in voters(free, rule, facts)
        )
        return counted(free.taking(*assenting), rule, facts)


class CastingVote(NamedTuple):
    """Who chairs decides a tie; `recorded`: the secretariat writes down what was decided in a meeting held on paper."""

    position: str
    reason: str
    recorded: bool = False

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter((*ballot.chairs, *ballot.offices_recused))

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """It is the act of who chairs then, and it decides: not while the meeting is suspended, as no vote does."""
        yield from not_waiting(ballot)
        yield from interrupted(facts)
        yield from outdated(ballot, facts)
        yield from self._not_theirs(ballot, facts)
        if self.position not in CASTING_TOKENS:
            yield notice("voting.casting_decides")
        yield from reasonless(self.reason)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        casting = self._casting(ballot, facts)
        if casting is None:
            return ballot
        outcome = tally_of_ballot(ballot._replace(casting=casting), rule).outcome
        return ballot.broken(casting, outcome)

    def _not_theirs(self, ballot: Ballot, facts: Facts) -> Iterator[Notice]:
        """Nobody writes down for a chair who can still be asked."""
        on_paper = facts.sitting is not None and facts.sitting.on_paper
        if self.recorded and not on_paper:
            yield notice("paper.chair_casts")
        elif (on_paper and not self.recorded) or self._casting(ballot, facts) is None:
            chair = acting_chair(ballot, facts) or notice("ballot.chair")
            code = "paper.nobody_chaired" if self.recorded else _NOT_CHAIR[on_paper]
            yield notice(code, chair=chair)

    def _casting(self, ballot: Ballot, facts: Facts) -> Casting | None:
        """The casting vote of who chairs; None where that is somebody else."""
        chair = acting_chair(ballot, facts)
        there = chairing(ballot, facts, chair) if chair and (self.recorded or chair == facts.office) else ()
        person = next((each for each in there if self.recorded or each == facts.person), None)
        if chair is None or person is None:
            return None
        recorder = facts.person if self.recorded else None
        position = CASTING_TOKENS.get(self.position, Position.NO)
        return Casting(position, person, chair, recorder, facts.at, self.reason.strip())


class Withdraw(NamedTuple):
    """The question is taken back before it is decided; where the proposal has left, nothing else can be done. Of a
    joint decision a body takes back what it has decided as long as others have not: that counts for nothing then."""

    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        if not awaits_others(ballot):
            yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED, BallotState.WAITING)
        yield from reasonless(self.reason)
        if not (ballot.ended or left(ballot, facts)) and _as_good_as_decided(ballot, rule, facts):
            yield notice("voting.decided", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        reason = self.reason.strip()
        if awaits_others(ballot):
            return ballot._replace(jointly=Outcome.WITHDRAWN, ended_because=reason)
        return ballot.ending(BallotState.WITHDRAWN, facts.at, reason)


class Escalate(NamedTuple):
    """Most seats are recused, or nobody is left to cast: the matter goes to the body above, and is not decided here."""

    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter((*ballot.chairs, *ballot.offices_recused))

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
        return ballot.ending(BallotState.ESCALATED, facts.at, self.reason.strip())


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


def _as_good_as_decided(ballot: Ballot, rule: Rule, facts: Facts) -> bool:
    """Tied, past its time, or no answer that is out could change it."""
    answered = any(ballot.position_of(seat.name) for seat in ballot.seats)
    tied = ballot.state is BallotState.WAITING
    return tied or over(ballot, facts.at) or (answered and decided(ballot, rule))
