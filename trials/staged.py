"""A small council as the program knows it: the ballot, its rule, and the facts of who asks, with no more of them than
an act is given."""

from __future__ import annotations

from fractions import Fraction

from council_words import Ask, Vote, World

from govflow.domain.council.ballot import Ballot, BallotSeat, Given, Matter, Mode, Purpose, Recusal
from govflow.domain.council.ballot_acts import BallotAct
from govflow.domain.council.ballot_facts import Facts, Sitter, Sitting
from govflow.domain.council.ballot_recusing import Recuse
from govflow.domain.council.ballot_voting import Cast
from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import Base, QuorumRule, Rule

OPENED, AT, CLOSES, LATE = (f"2025-04-10T0{hour}:00" for hour in (1, 2, 3, 4))
CHAIR = "chair"
RULES = {
    (by_proxy, in_writing, revote): Rule(
        Base.SEATS,
        Fraction(1, 2),
        quorum=QuorumRule(Fraction(1, 9), count_proxy=by_proxy, count_written=in_writing),
        blocking=True,
        revote=revote,
    )
    for by_proxy in (False, True)
    for in_writing in (False, True)
    for revote in (False, True)
}


def rule_of(world: World) -> Rule:
    return RULES[world.by_proxy, world.in_writing, world.revote]


def ballot_of(world: World, seats: tuple[str, ...]) -> Ballot:
    """The ballot as it opened, with the conflicts of the own ministry and then those declared, one act each."""
    ballot = Ballot(
        reference="X-2025-B001",
        body="x",
        charter="d",
        mode=Mode.OPEN if world.sits is None else Mode.SITTING,
        purpose=Purpose.QUESTION,
        matter=Matter("q"),
        rule={},
        seats=tuple(BallotSeat(seat, world.held.get(seat, ()), ONE) for seat in seats),
        chairs=(CHAIR,),
        opened_at=OPENED,
        closes_at=CLOSES if world.sits is None else None,
        proxies=world.proxies,
    )
    ballot = ballot.recusing(sorted(world.own), Recusal("", OPENED)) if world.own else ballot
    for person in sorted(world.declared):
        ballot = declaring(world, ballot, person)
    return ballot


def declaring(world: World, ballot: Ballot, person: str) -> Ballot:
    """A person declares a conflict, as far as the ballot takes it."""
    for office in _speaks_in(world, person):
        act = Recuse(office, "r")
        facts = facts_of(world, ballot, act, person)
        if next(act.reasons(ballot, rule_of(world), facts), None) is None:
            return act.done(ballot, rule_of(world), facts)
    return ballot


def facts_of(world: World, ballot: Ballot, act: BallotAct, person: str, *, at: str = AT) -> Facts:
    """What an act of a person is given: of the organisation only the offices that it names."""
    sitting = sitting_of(world)
    sitters = sitting.there.values() if sitting else ()
    about = {*act.offices(ballot), *(sitter.office for sitter in sitters)}
    holders = {office: world.held.get(office, ()) for office in about}
    return Facts(at, person, "", "", holders, sitting=sitting)


def sitting_of(world: World, *, state: str = "open") -> Sitting | None:
    if world.sits is None:
        return None
    return Sitting(state, 1, {seat: Sitter(*place) for seat, place in world.sits.items()}, CHAIR)


def cast_of(ask: Ask) -> Cast:
    return Cast(ask.seat, "block" if ask.block else "yes", "t", ask.recorded)


def vote_taken(given: Given) -> Vote:
    """What the ballot has kept, in the words of the rules."""
    blocks = given.position.value == "block"
    return Vote(given.person, given.office, given.via.value, given.recorder, blocks)


def _speaks_in(world: World, person: str) -> list[str]:
    """The offices in which a person may declare a conflict: where they sit first, then what they hold."""
    sits = [seat for seat, place in (world.sits or {}).items() if place.person == person]
    holds = [office for office, people in world.held.items() if person in people]
    return [*sits, *holds]
