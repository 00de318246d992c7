"""Every case of voting in small councils: what the rules' words say of it, beside what the program does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import NamedTuple

from council_words import Ask, Place, Vote, World, counted, seat_in_conflict, standing, vote_of
from small_councils import (
    PERSONS,
    Size,
    actors,
    conflicts,
    delegations,
    offices_of,
    outside,
    people_of,
    rooms,
)
from staged import AT, CLOSES, LATE, ballot_of, cast_of, declaring, facts_of, rule_of, sitting_of, vote_taken

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.ballot_recusing import Recuse, Unrecuse
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.ballot_voting import lifted


class Difference(NamedTuple):
    """A case in which the program does not do what the rules say."""

    world: World
    case: object
    said: object
    done: object


Cases = Iterator[Difference | None]
"""One a case: None where both agree."""


def one_vote_outside(size: Size) -> Cases:
    """Outside a sitting somebody asks to vote, or to write a vote down: before, at and after the deadline, and in every
    state of the ballot."""
    moments = [(state, AT) for state in BallotState] + [(BallotState.OPEN, at) for at in (CLOSES, LATE)]
    for world in outside(size):
        ballot = ballot_of(world, size.names)
        for recorded, (state, at) in product((False, True), moments):
            ask = Ask(PERSONS[0], "a", recorded)
            taken = world._replace(open=(state, at) == (BallotState.OPEN, AT))
            yield _compared(taken, ballot._replace(state=state), ask, at=at)


def one_vote_by_delegation(size: Size) -> Cases:
    """In a sitting everybody asks, under every way of delegating."""
    yield from _asked(delegations(size), size)


def one_vote_in_conflict(size: Size) -> Cases:
    """In a sitting everybody asks, under every set of conflicts."""
    yield from _asked(conflicts(size), size)


def one_vote_out_of_session(size: Size) -> Cases:
    """While the meeting is interrupted or papers were replaced, and once the ballot is no longer open, nobody votes."""
    for world in rooms(size):
        shut, ballot = world._replace(open=False), ballot_of(world, size.names)
        for person, recorded in product(actors(world, size), (False, True)):
            ask = Ask(person, "a", recorded)
            for state in BallotState:
                if state is not BallotState.OPEN:
                    yield _compared(shut, ballot._replace(state=state), ask)
            for sitting in (sitting_of(world, state="suspended"), sitting_of(world, state="ended")):
                facts = facts_of(world, ballot, cast_of(ask), person)._replace(sitting=sitting)
                said = next(cast_of(ask).reasons(ballot, rule_of(world), facts), None)
                yield None if said else Difference(shut, ask, None, "taken")


def two_votes(size: Size) -> Cases:
    """One after the other votes for a seat, the one who came first having left, or lost the office, or not; in the end
    somebody may leave in conflict. Principal and delegate come in either order."""
    for first in islice(_pairs_of_seats(size), 0, None, size.every):
        for world in _under_every_rule(first):
            yield from _one_after_the_other(world, size)


def declarations(size: Size) -> Cases:
    """Outside a sitting up to four times somebody declares a conflict or takes the declaration back, beside what stands
    against the own ministry: after each exactly those are bound who should be, also once the offices have changed
    hands."""
    for world in islice(outside(size), 0, None, size.every):
        if not world.declared:
            yield from _walked(world, ballot_of(world, size.names), size, steps=4)


def _asked(worlds: Iterable[World], size: Size) -> Cases:
    for world in worlds:
        ballot = ballot_of(world, size.names)
        for ask in _asks(world, size):
            yield _compared(world, ballot, ask)


def _asks(world: World, size: Size, *, blocks: tuple[bool, ...] = (False,)) -> Iterator[Ask]:
    for person, recorded, block in product(actors(world, size), (False, True), blocks):
        yield Ask(person, "a", recorded, block)


def _compared(
    world: World, ballot: Ballot, ask: Ask, *, before: tuple[Vote, ...] = (), at: str = AT
) -> Difference | None:
    act, rule = cast_of(ask), rule_of(world)
    facts = facts_of(world, ballot, act, ask.person, at=at)
    said, done = vote_of(world, ask, before), None
    if next(act.reasons(ballot, rule, facts), None) is None:
        after = act.done(ballot, rule, facts)
        done = vote_taken(max(after.positions.values(), key=lambda given: given.number))
    return None if said == done else Difference(world, (ask, before), said, done)


def _pairs_of_seats(size: Size) -> Iterator[World]:
    """Of two seats, `b` with the proxy of `a`; outside a sitting too."""
    for room in rooms(Size(size.persons, 2)):
        if "b'" not in room.held:
            yield room._replace(proxies={"a": "b"})
            if not room.sits:
                yield room._replace(sits=None)


def _under_every_rule(world: World) -> Iterator[World]:
    for by_proxy, in_writing, revote in product((False, True), repeat=3):
        yield world._replace(by_proxy=by_proxy, in_writing=in_writing, revote=revote)


def _one_after_the_other(world: World, size: Size) -> Cases:
    ballot = ballot_of(world, ("a", "b"))
    for ask in _asks(world, size, blocks=(False, True)):
        vote = vote_of(world, ask)
        if vote is not None:
            act = cast_of(ask)
            after = act.done(ballot, rule_of(world), facts_of(world, ballot, act, ask.person))
            yield from _followed(world, after, vote, size)


def _followed(world: World, ballot: Ballot, vote: Vote, size: Size) -> Cases:
    for later in _later(world, size):
        for ask in _asks(later, size):
            yield _compared(later, ballot, ask, before=(vote,))
            second = vote_of(later, ask, (vote,))
            if second is not None and later.by_proxy and later.in_writing:
                act = cast_of(ask)
                after = act.done(ballot, rule_of(later), facts_of(later, ballot, act, ask.person))
                yield from _counted_in_the_end(later, after, [vote, second])


def _later(world: World, size: Size) -> Iterator[World]:
    """The same council later: with every successor in the first seat, and everybody in every place, also who lost it
    since."""
    for successor in (None, "nobody", *actors(world, size)):
        held = dict(world.held)
        if successor and held.get("a"):
            held["a"] = tuple(p for p in (successor, *held["a"][1:]) if p != "nobody")
        changed = world._replace(held=held)
        if world.sits is None:
            yield changed
            continue
        for a, b in product(_may_sit(changed, world, "a"), _may_sit(changed, world, "b")):
            yield changed._replace(sits={seat: place for seat, place in (("a", a), ("b", b)) if place})


def _may_sit(later: World, before: World, seat: str) -> set[Place | None]:
    offices = [(seat, person) for person in later.held.get(seat, ())]
    offices += [(f"{seat}'", person) for person in later.held.get(f"{seat}'", ())]
    return {None, (before.sits or {}).get(seat), *(Place(person, office) for office, person in offices)}


def _counted_in_the_end(world: World, ballot: Ballot, votes: list[Vote]) -> Cases:
    """What counts now, and after each who may has left in conflict; whose block stands, stays. Every two votes that any
    rule takes are taken by the one that knows proxies and paper, so that one is enough."""
    for person in (None, *people_of(world)):
        after, told = ballot, world
        if person is not None:
            stays = any(vote.block and vote.person == person for vote in standing(votes))
            offices = frozenset[str]() if stays else offices_of(world, person)
            after = lifted(
                declaring(world, ballot, person), facts_of(world, ballot, cast_of(Ask(person, "a")), person)
            )
            told = world._replace(declared={person: offices} if offices else {})
        given = after.position_of("a")
        said, done = counted(told, "a", votes), vote_taken(given) if given else None
        heads = tally_of_ballot(after, rule_of(world)).counts.heads
        one = heads.yes + heads.block == (done is not None) and heads.seats == len(ballot.seats)
        yield None if said == done and one else Difference(told, votes, said, (done, heads))


def _walked(world: World, ballot: Ballot, size: Size, *, steps: int) -> Cases:
    yield _bound(world, ballot, size)
    yield _votes_wrongly(_moved(world, size), ballot, size)
    for person, declares in product(PERSONS[: size.persons], (True, False)) if steps else ():
        offices = frozenset(seat for seat in size.names if person in world.held[seat])
        act = Recuse(next(iter(sorted(offices)), "a"), "r") if declares else Unrecuse("a", "r")
        if not declares and offices:
            act = Unrecuse(min(offices), "r")
        facts, rule = facts_of(world, ballot, act, person), rule_of(world)
        refused = next(act.reasons(ballot, rule, facts), None) is not None
        after = ballot if refused else act.done(ballot, rule, facts)
        rest = {other: held for other, held in world.declared.items() if other != person}
        declared = {**rest, person: offices} if declares and offices else rest
        yield from _walked(world._replace(declared=declared), after, size, steps=steps - 1)


def _bound(world: World, ballot: Ballot, size: Size) -> Difference | None:
    """Who may still vote, and which seats are out."""
    if different := _votes_wrongly(world, ballot, size):
        return different
    said = [seat_in_conflict(world, seat) for seat in size.names]
    done = [ballot.is_recused(seat) for seat in size.names]
    return None if said == done else Difference(world, "seats", said, done)


def _votes_wrongly(world: World, ballot: Ballot, size: Size) -> Difference | None:
    asks = (Ask(person, seat) for person, seat in product(PERSONS[: size.persons], size.names))
    return next(filter(None, (_compared(world, ballot, ask) for ask in asks)), None)


def _moved(world: World, size: Size) -> World:
    """The same council after everybody has gone from a seat to the next."""
    after = dict(zip(size.names, (*size.names[1:], size.names[0]), strict=True))
    return world._replace(held={**world.held, **{after[seat]: world.held[seat] for seat in size.names}})
