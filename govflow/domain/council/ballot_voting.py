"""Voting: a seat takes a position, and one that was written down is corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, BallotState, Given, Via
from govflow.domain.council.ballot_checks import (
    interrupted,
    not_open,
    outdated,
    reasonless,
    too_late,
    unknown_seat,
)
from govflow.domain.council.ballot_facts import Facts, Speaker, in_conflict, speaker
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.position import TOKENS, Position
from govflow.domain.council.recusal import office_of
from govflow.domain.council.rule import Rule, Silence
from govflow.messages import Notice, did_you_mean, notice


class Cast(NamedTuple):
    """A position of a seat; `recorded`: the secretariat writes down what was said for it in the room."""

    seat: str
    position: str
    text: str = ""
    recorded: bool = False

    def offices(self, ballot: Ballot) -> Iterator[str]:
        """The offices whose holders it depends on."""
        return offices_of(ballot, self.seat)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """Every reason why the position is not taken."""
        yield from takes_none(ballot, facts)
        yield from self.of_its_seat(ballot, rule, facts)

    def of_its_seat(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """The reasons that concern this seat and what is said for it."""
        yield from wrong_position(self.position, self.text, rule)
        yield from without_vote(ballot, rule, facts, self.seat)
        if given := self.given(ballot, rule, facts):
            yield from _in_conflict(ballot, facts, given)
            yield from _said_before(ballot, rule, facts, given=given)
        elif ballot.seat(self.seat):
            yield not_theirs(facts, self.seat, recorded=self.recorded)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        """The ballot with the position; a recusal of who has left the office since has ended."""
        given = self.given(ballot, rule, facts)
        return lifted(ballot, facts).taking(*filter(None, (given,)))

    def given(self, ballot: Ballot, rule: Rule, facts: Facts) -> Given | None:
        """The position as it is taken; None where nobody speaks for the seat."""
        found = speaker(ballot, rule, facts, self.seat, recorded=self.recorded)
        if found is None:
            return None
        position = TOKENS.get(self.position, Position.NONE)
        return position_given(self.seat, position, found, facts, text=self.text.strip())


class Correct(NamedTuple):
    """The secretariat corrects what it wrote down wrongly, after the close and until the minutes are signed."""

    seat: str
    position: str
    reason: str

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return offices_of(ballot, self.seat)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """The outcome stands: what would change it is a matter of reconsidering."""
        yield from not_open(ballot, BallotState.CLOSED)
        yield from reasonless(self.reason)
        assented = ballot.asked_at is not None and ballot.objection is None
        yield from wrong_position(self.position, self.reason, rule, assented=assented)
        if facts.sitting is None or facts.sitting.signed:
            yield notice("voting.signed", ballot=ballot.reference)
        before = ballot.position_of(self.seat)
        if before is None or before.recorder is None:
            yield notice("voting.not_recorded", seat=self.seat)
        elif tally_of_ballot(self.done(ballot, rule, facts), rule).outcome is not ballot.outcome:
            yield notice("voting.changes_outcome", ballot=ballot.reference)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        """A further position, of the same person and in the same way."""
        before = ballot.position_of(self.seat)
        if before is None:
            return ballot
        position = TOKENS.get(self.position, Position.NONE)
        text, at = self.reason.strip(), facts.at
        return ballot.taking(before._replace(position=position, recorder=facts.person, text=text, at=at))


def takes_none(ballot: Ballot, facts: Facts) -> Iterator[Notice]:
    """Why the ballot takes no position at all."""
    yield from not_open(ballot, BallotState.OPEN)
    yield from too_late(ballot, facts.at)
    yield from interrupted(facts)
    yield from outdated(ballot, facts)


def position_given(seat: str, position: Position, who: Speaker, facts: Facts, *, text: str = "") -> Given:
    """A position as it is taken: whoever does not say it in person has it written down."""
    recorder = None if who.person == facts.person else facts.person
    return Given(seat, position, who.person, who.office, who.via, recorder, text, facts.at)


def offices_of(ballot: Ballot, seat: str) -> Iterator[str]:
    """The offices on which it depends who speaks for a seat: its own, those that spoke for it, and those recused."""
    yield seat
    yield from (given.office for given in ballot.positions.values() if given.seat == seat)
    yield from ballot.offices_recused


def lifted(ballot: Ballot, facts: Facts) -> Ballot:
    """The ballot without the recusals that ended with the persons who declared them."""
    ended = [key for key, recusal in ballot.recused.items() if facts.ended(office_of(key), recusal)]
    return ballot.lifting(ended, facts.at) if ended else ballot


def without_vote(ballot: Ballot, rule: Rule, facts: Facts, seat: str) -> Iterator[Notice]:
    """The seat is none, recused, or that of a chair who only casts."""
    if ballot.seat(seat) is None:
        yield unknown_seat(ballot, seat)
    if lifted(ballot, facts).is_recused(seat):
        yield notice("voting.recused", seat=seat)
    if rule.casts_only and seat == ballot.casts:
        yield notice("voting.chair_only_casts", seat=seat)


def not_theirs(facts: Facts, seat: str, *, recorded: bool) -> Notice:
    """Nobody of the seat is in the room, or somebody else speaks for it."""
    if recorded:
        return notice("voting.nobody_there", seat=seat)
    away = facts.holds(facts.person, seat)
    return notice(
        "voting.not_in_the_room" if away else "voting.not_holder", person=facts.person, seats=[seat]
    )


def wrong_position(token: str, text: str, rule: Rule, *, assented: bool = False) -> Iterator[Notice]:
    """What cannot be said; assent only where it answers a question (`assented`: no objection was raised)."""
    position = TOKENS.get(token)
    if position is None:
        yield notice("voting.unknown_token", token=token, hint=did_you_mean(token, TOKENS), known=[*TOKENS])
    if position is Position.NONE:
        yield notice("voting.no_position")
    if position is Position.ASSENT and not assented and rule.silence is not Silence.ASSENT:
        yield notice("voting.not_asked")
    if position is Position.BLOCK and not rule.blocking:
        yield notice("voting.block_unknown")
    if position is Position.BLOCK and not text.strip():
        yield notice("voting.block_without_text")


def _in_conflict(ballot: Ballot, facts: Facts, given: Given) -> Iterator[Notice]:
    if in_conflict(lifted(ballot, facts), facts, given.person):
        yield notice("voting.conflicted", person=given.person)


def _said_before(ballot: Ballot, rule: Rule, facts: Facts, *, given: Given) -> Iterator[Notice]:
    """The principal goes before a delegate. Otherwise, within one way (to write is to say): a block may always be
    cleared, what was only written down may be said otherwise, a successor is not bound; nobody records over what was
    said in person."""
    if ballot.standing(given.seat, Via.OWN) and not given.via.of_the_principal:
        yield notice("voting.principal_spoke", seat=given.seat)
        return
    before = ballot.standing(given.seat, given.via)
    if before is None or not facts.holds(before.person, before.office):
        return
    if given.recorder is not None and before.recorder is None:
        yield notice("voting.cast_in_person", seat=given.seat)
    elif before.recorder is None and not rule.revote and before.position is not Position.BLOCK:
        yield notice("voting.voted_already", seat=given.seat)
