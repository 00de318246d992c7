"""Nobody votes for the seat of another: every way in which few people may hold few seats."""

from __future__ import annotations

from itertools import combinations, product

from sample_voting import AT, BALLOT, SAT, WITH_PROXIES, against

from govflow.domain.council.ballot import Ballot, Recusal
from govflow.domain.council.ballot_facts import Facts, Sitter, Sitting
from govflow.domain.council.ballot_tally import roll_of_ballot, tally_of_ballot
from govflow.domain.council.ballot_voting import Cast

OWN_MINISTRY = Recusal("", AT)
"""What stands against a seat without anybody's declaration."""

PEOPLE = ("p", "q", "r", "s", "t")


def assigned(seats: tuple[str, ...], people: tuple[str, ...]) -> list[dict[str, tuple[str, ...]]]:
    """Every way in which people may hold seats, one or two of them a seat, or nobody."""
    holders = [(), *((person,) for person in people), *combinations(people, 2)]
    return [dict(zip(seats, held, strict=True)) for held in product(holders, repeat=len(seats))]


def test_nobody_votes_for_the_seat_of_another_outside_a_sitting() -> None:
    """Every way in which five people may hold two seats, each trying each seat, in person and recorded."""
    tried = 0
    for held in assigned(("a", "b"), PEOPLE):
        for seat, person, recorded in product(("a", "b"), PEOPLE, (False, True)):
            facts = Facts(AT, person, seat, "r", held)
            found = against(Cast(seat, "yes", recorded=recorded), BALLOT, facts)
            assert (not found) is (person in held[seat] and not recorded)
            tried += 1
    assert tried == 16**2 * 2 * 5 * 2


def test_in_a_sitting_a_seat_has_one_vote_by_whom_it_is_there_for() -> None:
    """Every way in which three people may hold two seats, sit on them, and be each other's proxies or in conflict, by
    declaration or as their seat is: each
    votes for each seat in turn; who is let is who sits there, or on the seat with the proxy of one that is away."""
    people, seats = PEOPLE[:3], ("a", "b")
    for held in assigned(seats, people):
        may_sit = ((None, *held[seat]) for seat in seats)
        for sat, proxies in product(product(*may_sit), ({}, {"a": "b"}, {"b": "a"})):
            sitters = {s: Sitter(p, s) for s, p in zip(seats, sat, strict=True) if p}
            sitting = Sitting("open", 1, sitters)
            ballot = SAT._replace(proxies=proxies)
            for order in product(people, repeat=2):
                _votes(ballot, held, sitting, order=order, conflict=None)
            _votes(ballot, held, sitting, order=people, conflict=people[0])
            _votes(ballot.recusing(["a"], OWN_MINISTRY), held, sitting, order=people, conflict=None)


def _votes(
    ballot: Ballot,
    held: dict[str, tuple[str, ...]],
    sitting: Sitting,
    *,
    order: tuple[str, ...],
    conflict: str | None,
) -> None:
    if conflict:
        offices = [seat for seat in ("a", "b") if conflict in held[seat]]
        ballot = recused_as(ballot, offices, conflict)
    for person, seat in product(order, ("a", "b")):
        facts = Facts(AT, person, seat, "r", held, sitting=sitting)
        before, act = ballot, Cast(seat, "yes")
        let = not against(act, ballot, facts, WITH_PROXIES)
        if let:
            ballot = act.done(ballot, WITH_PROXIES, facts)
        sitter, proxy = sitting.there.get(seat), sitting.there.get(ballot.proxies.get(seat, ""))
        theirs = sitter.person == person if sitter else proxy is not None and proxy.person == person
        free = person != conflict and not before.is_recused(seat)
        free = free and not _bound(before, held, sitting, person=person)
        assert let is (theirs and free and before.position_of(seat) is None)
    roll = roll_of_ballot(ballot, WITH_PROXIES)
    counts = tally_of_ballot(ballot, WITH_PROXIES).counts.heads
    assert counts.seats == len(roll.seats) == 3
    assert counts.yes <= len({seat for seat in ("a", "b") if ballot.position_of(seat)})


def _bound(ballot: Ballot, held: dict[str, tuple[str, ...]], sitting: Sitting, *, person: str) -> bool:
    """Whether somebody holds or sits on a seat that is recused as such: no other seat may speak through them."""
    own = [seat for seat, recusal in ballot.recused.items() if recusal == OWN_MINISTRY]
    sits = {seat for seat, sitter in sitting.there.items() if sitter.person == person}
    return any(person in held[seat] or seat in sits for seat in own)


def recused_as(ballot: Ballot, offices: list[str], person: str) -> Ballot:
    return ballot.recusing(offices or ["elsewhere"], Recusal("r", AT, person))
