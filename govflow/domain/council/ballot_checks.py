"""Reasons that stand against more than one act on a ballot."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.council.ballot import DECIDED, Ballot, BallotState
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.roll import Roll
from govflow.domain.council.rule import Rule
from govflow.domain.council.settled import settled
from govflow.domain.council.tally import Outcome
from govflow.messages import Notice, notice


def not_open(ballot: Ballot, *states: BallotState) -> Iterator[Notice]:
    """The ballot is in none of these states."""
    if ballot.state not in states:
        state = notice(f"voting.state_{ballot.state}")
        yield notice(f"voting.is_{ballot.state}", ballot=ballot.reference, state=state)


def too_late(ballot: Ballot, at: str) -> Iterator[Notice]:
    """At the very instant of the deadline it is too late."""
    if over(ballot, at):
        yield notice("voting.too_late", ballot=ballot.reference, closes_at=ballot.closes_at)


def over(ballot: Ballot, at: str) -> bool:
    """The time to answer is over."""
    return ballot.closes_at is not None and at >= ballot.closes_at


def interrupted(facts: Facts) -> Iterator[Notice]:
    """The meeting is not in session."""
    if facts.sitting and not facts.sitting.is_open:
        yield notice("voting.not_in_session", state=notice(f"meeting.state_{facts.sitting.state}"))


def is_suspended(facts: Facts) -> bool:
    """The meeting is interrupted, for whatever reason."""
    return facts.sitting is not None and facts.sitting.state == "suspended"


def outdated(ballot: Ballot, facts: Facts) -> Iterator[Notice]:
    """Papers were replaced, or the proposal has left: what is voted on is no longer what was put to the vote. A
    ballot that has ended is what it was."""
    if ballot.ended:
        return
    if facts.sitting and facts.sitting.replaced is not None:
        yield notice("voting.papers_replaced", ballot=ballot.reference)
    if left(ballot, facts):
        yield notice("voting.proposal_left", proposal=ballot.proposal, ballot=ballot.reference)


def left(ballot: Ballot, facts: Facts) -> bool:
    """The proposal is no longer where it was put to the vote."""
    return ballot.stage is not None and facts.stage != ballot.stage


def awaits_others(ballot: Ballot) -> bool:
    """The body has decided, and others have still to decide the same text."""
    return bool(ballot.joint) and ballot.outcome in DECIDED and ballot.jointly is None


def settled_already(ballot: Ballot) -> bool:
    """It came to something, and not because of its blocks."""
    return ballot.ended and ballot.outcome is not Outcome.BLOCKED


def unknown_seat(ballot: Ballot, seat: str) -> Notice:
    return notice("voting.unknown_seat", seat=seat, ballot=ballot.reference)


def reasonless(reason: str) -> Iterator[Notice]:
    if not reason.strip():
        yield notice("voting.reason_missing")


def most_recused(roll: Roll) -> Iterator[Notice]:
    """A body of which most are in conflict does not decide, also where the rest would make a quorum."""
    recused = sum(seat.recused for seat in roll.seats)
    if 2 * recused > len(roll.seats):
        yield notice("ballot.most_recused", recused=recused, seats=len(roll.seats))


def decided(ballot: Ballot, rule: Rule) -> bool:
    """No answer that is out can change the outcome, and nobody may change one."""
    return not rule.revote and settled(tally_of_ballot(ballot, rule))
