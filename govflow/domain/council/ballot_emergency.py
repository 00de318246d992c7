"""In an emergency one decides alone; what the body does not ratify in time lapses."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, BallotState, Mode, Via
from govflow.domain.council.ballot_checks import not_open, reasonless
from govflow.domain.council.ballot_closing import counted
from govflow.domain.council.ballot_facts import Facts, Speaker
from govflow.domain.council.ballot_voting import position_given
from govflow.domain.council.position import Position
from govflow.domain.council.rule import Base, Rule
from govflow.messages import Notice, notice

ALONE = Rule(Base.SEATS, Fraction(1), inclusive=True)
"""The rule of a ballot that has one seat: it says yes, and that is all."""


class DecideAlone(NamedTuple):
    """Whom the charter names for emergencies decides."""

    seat: str
    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        yield self.seat

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """It is done by the holder, at once, and in an emergency only."""
        yield from not_open(ballot, BallotState.OPEN)
        yield from reasonless(self.reason)
        if ballot.mode is not Mode.EMERGENCY or ballot.seat(self.seat) is None:
            yield notice("register.not_emergency", ballot=ballot.reference)
        if not facts.holds(facts.person, self.seat):
            yield notice("voting.not_holder", person=facts.person, seats=[self.seat])

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        who = Speaker(facts.person, self.seat, Via.OWN)
        given = position_given(self.seat, Position.YES, who, facts)
        return counted(ballot.taking(given), rule, facts)


class Lapse(NamedTuple):
    """An emergency decision was not ratified in time: its ballot stays as it was, and the register says so."""

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        if ballot.mode is not Mode.EMERGENCY or ballot.decision is None:
            yield notice("register.not_emergency", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return ballot
