"""Proceeding: what happens to a ballot between its opening and its end, other than votes and recusals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govflow.domain.council.ballot import DECIDED, Ballot, BallotState, Mode
from govflow.domain.council.ballot_checks import (
    interrupted,
    not_open,
    outdated,
    reasonless,
    settled_already,
    unknown_seat,
)
from govflow.domain.council.ballot_facts import Facts, in_conflict, speaker
from govflow.domain.council.ballot_voting import not_theirs, offices_of, without_vote
from govflow.domain.council.position import Objection
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome
from govflow.messages import Notice, notice


class Object(NamedTuple):
    """A seat objects, and the votes are counted one by one; `recorded`: the secretariat writes it down."""

    seat: str
    text: str = ""
    recorded: bool = False

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return offices_of(ballot, self.seat)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """Whoever could vote may object."""
        yield from not_open(ballot, BallotState.ASKED)
        yield from interrupted(facts)
        yield from outdated(ballot, facts)
        yield from without_vote(ballot, rule, facts, self.seat)
        who = speaker(ballot, rule, facts, self.seat, recorded=self.recorded)
        if who is None and ballot.seat(self.seat):
            yield not_theirs(facts, self.seat, recorded=self.recorded)
        if who and in_conflict(ballot, facts, who.person):
            yield notice("voting.conflicted", person=who.person)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        """The ballot open for votes; who objected is kept."""
        who = speaker(ballot, rule, facts, self.seat, recorded=self.recorded)
        if who is None:
            return ballot
        recorder = None if who.person == facts.person else facts.person
        objection = Objection(self.seat, who.person, recorder, self.text.strip(), facts.at)
        return ballot._replace(state=BallotState.OPEN, objection=objection)


class Reopen(NamedTuple):
    """A paper was replaced: everybody votes anew on the new ones, also where a tie waited; blocks stay."""

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED, BallotState.WAITING)
        if facts.sitting is None or facts.sitting.replaced is None:
            yield notice("voting.papers_unchanged", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        replaced = facts.sitting.replaced if facts.sitting else None
        matter = ballot.matter._replace(papers=replaced or {})
        again = ballot.untied() if ballot.state is BallotState.WAITING else ballot
        return again._replace(round=ballot.round + 1, matter=matter)


class Abolish(NamedTuple):
    """A seat leaves the ballot because the organisation no longer has its office."""

    seat: str
    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """Only what is gone is taken out."""
        yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED)
        yield from reasonless(self.reason)
        if ballot.seat(self.seat) is None:
            yield unknown_seat(ballot, self.seat)
        elif self.seat not in facts.gone:
            yield notice("voting.seat_stays", seat=self.seat)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return ballot._replace(seats=tuple(seat for seat in ballot.seats if seat.name != self.seat))


class Override(NamedTuple):
    """Another ballot, which passed, lifts the blocks."""

    ballot: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        if not list(ballot.blocks()):
            yield notice("voting.no_block", ballot=ballot.reference)
        if settled_already(ballot):
            yield notice("voting.override_too_late", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return ballot._replace(overridden=self.ballot)


class Settle(NamedTuple):
    """The last body has closed its ballot on a text that several decide together. `outcomes` are those of all of their
    ballots, by reference: one that failed fails all; `closed` are the fields that any of them keeps from the public."""

    outcomes: Mapping[str, Outcome]
    closed: Mapping[str, str] = {}

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """Once, and only with a ballot of every body that has decided."""
        yield from not_open(ballot, BallotState.CLOSED)
        told = self.outcomes.get(ballot.reference)
        if not ballot.joint or ballot.jointly is not None or told is not ballot.outcome:
            yield notice("voting.not_joint", ballot=ballot.reference)
        if len(self.outcomes) != len(ballot.bodies) or not set(self.outcomes.values()) <= {*DECIDED}:
            yield notice("voting.not_joint", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        failed = Outcome.FAILED in self.outcomes.values()
        jointly = Outcome.FAILED if failed else Outcome.PASSED
        others = {field: why for field, why in self.closed.items() if field not in ballot.closed}
        together = tuple(sorted(self.outcomes))
        return ballot._replace(jointly=jointly, together=together, closed_jointly=others)


class Note(NamedTuple):
    """A later meeting has noted what was decided in writing."""

    meeting: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return iter(())

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        yield from not_open(ballot, BallotState.CLOSED)
        if ballot.mode is not Mode.WRITTEN or ballot.noted_in is not None:
            yield notice("voting.not_to_be_noted", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        return ballot._replace(noted_in=self.meeting)
