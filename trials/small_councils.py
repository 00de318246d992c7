"""Every small council there is: who holds what, sits where, has given a proxy to whom, and is in conflict.

Nothing in the rules names a person or a seat: whoever is renamed keeps every right. So persons are numbered in the
order in which they are first met, the seat that is voted for is always `a`, and of persons alike one stands for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, combinations_with_replacement, islice, product
from typing import NamedTuple

from council_words import Place, World

PERSONS = ("p", "q", "r", "s", "t")
SEATS = ("a", "b", "c")
ALTERNATE = "'"


class Size(NamedTuple):
    """At most so many persons, and so many seats; of the worlds to begin with every so many-th."""

    persons: int = 5
    seats: int = 3
    every: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        return SEATS[: self.seats]


def subsets(of: Iterable[str]) -> list[tuple[str, ...]]:
    every = tuple(of)
    return [*chain.from_iterable(combinations(every, size) for size in range(len(every) + 1))]


def outside(size: Size) -> Iterator[World]:
    """Outside a sitting: every relation between persons and seats, with every conflict. The first person acts; the
    order of the others is nothing, so each set of kinds of persons stands once."""
    kinds = [
        (seats, declares)
        for seats in subsets(size.names)
        for declares in ((False, True) if seats else (False,))
    ]
    for first in kinds:
        for others in combinations_with_replacement(kinds, size.persons - 1):
            people = dict(zip(PERSONS, (first, *others), strict=False))
            held = {
                seat: tuple(p for p, (seats, _) in people.items() if seat in seats) for seat in size.names
            }
            declared = {p: frozenset(seats) for p, (seats, declares) in people.items() if declares}
            for own in subsets(size.names):
                yield World(held, declared=declared, own=frozenset(own))


def rooms(size: Size) -> Iterator[World]:
    """In a sitting: everybody's offices and places. `a` has up to two holders and an alternate, `b` a holder and an
    alternate, `c` a holder; any of these offices may be one person's. A seat is empty, or taken by its (first) holder
    or its alternate. That the first of two holders sits is a matter of names."""
    slots = (
        ("a", "a+", "a'", "b", "b'", "c")
        if size.seats > 2
        else ("a", "a+", "a'", "b", "b'")[: 2 * size.seats + 1]
    )
    for given in numbered(len(slots), size.persons):
        who = {slot: PERSONS[number] for slot, number in zip(slots, given, strict=True) if number is not None}
        if "a+" in who and who.get("a") in (None, who["a+"]):
            continue
        second = who.pop("a+", None)
        held: dict[str, tuple[str, ...]] = {office: (person,) for office, person in who.items()}
        if second:
            held["a"] = (*held["a"], second)
        for places in product(*(_places(seat, who) for seat in size.names)):
            sits = {seat: place for seat, place in zip(size.names, places, strict=True) if place}
            yield World(held, sits)


def delegations(size: Size) -> Iterator[World]:
    """Every room with every way of giving proxies, chains and circles too, under every rule on proxies and paper."""
    maps = [*_proxies(size.names)]
    for room, proxies, by_proxy, in_writing in product(rooms(size), maps, (False, True), (False, True)):
        yield room._replace(proxies=proxies, by_proxy=by_proxy, in_writing=in_writing)


def conflicts(size: Size) -> Iterator[World]:
    """Every room with every set of persons who declare a conflict and of seats of the own ministry: without proxies,
    with that of `a` for another, of another for `a`, and of two for one."""
    maps = [{}, {"a": "b"}, {"b": "a"}, {"a": "b", "c": "b"}]
    known = [given for given in maps if {*given, *given.values()} <= {*size.names}]
    for room in islice(rooms(size), 0, None, size.every):
        concerned = {person: offices_of(room, person) for person in people_of(room)}
        able = [person for person, offices in concerned.items() if offices]
        for declaring, own, proxies in product(subsets(able), subsets(size.names), known):
            declared = {person: concerned[person] for person in declaring}
            yield room._replace(declared=declared, own=frozenset(own), proxies=proxies)


def people_of(world: World) -> list[str]:
    """Everybody who holds an office."""
    return sorted({person for held in world.held.values() for person in held})


def offices_of(world: World, person: str) -> frozenset[str]:
    """In which a person can declare a conflict: their seats, and the office in which they sit."""
    held = {office for office, people in world.held.items() if person in people and ALTERNATE not in office}
    sits = {place.office for place in (world.sits or {}).values() if place.person == person}
    return frozenset(held | sits)


def actors(world: World, size: Size) -> list[str]:
    """Everybody who holds an office, and one of those who hold none."""
    known = people_of(world)
    rest = [person for person in PERSONS[: size.persons] if person not in known]
    return [*known, *rest[:1]]


def numbered(slots: int, persons: int) -> Iterator[tuple[int | None, ...]]:
    """Every way of filling slots with persons, or nobody, but for their names: the next new person has the next
    number."""
    if slots == 0:
        yield ()
        return
    for before in numbered(slots - 1, persons):
        new = max((number for number in before if number is not None), default=-1) + 1
        for number in (None, *range(min(new + 1, persons))):
            yield (*before, number)


def _places(seat: str, who: Mapping[str, str]) -> list[Place | None]:
    offices = [office for office in (seat, seat + ALTERNATE) if office in who]
    return [None, *(Place(who[office], office) for office in offices)]


def _proxies(seats: tuple[str, ...]) -> Iterator[dict[str, str]]:
    choices = ([None, *(other for other in seats if other != seat)] for seat in seats)
    for given in product(*choices):
        yield {seat: holder for seat, holder in zip(seats, given, strict=True) if holder}
