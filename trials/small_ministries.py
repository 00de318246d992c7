"""Every way in which one of at most five persons may come to act for the offices of a process.

Rules name no person. So one person `p` is watched; whoever holds an office that is arranged for is somebody else, and
one more holds all the rest. A world says which offices `p` holds and what is arranged so that `p` may act for others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, permutations, product
from typing import NamedTuple

from govflow.domain.organisation import (
    Absence,
    Appointment,
    Delegation,
    Directory,
    Ministry,
    Office,
    Organisation,
    Person,
    Role,
    Substitution,
    Term,
)
from govflow.messages import Title
from govflow.workflow.definition import Definition

WATCHED = "p"
OWN, OTHER, CENTRE = "own", "other", "centre"
TODAY = date(2025, 4, 1)
ALWAYS = Term(None, None)
_NAME = Title("名", "name")


class Arranged(NamedTuple):
    """What makes somebody act for an office. `away` and `vacant` are offices; everybody else is present."""

    said: str
    delegations: tuple[tuple[str, str], ...] = ()
    substitutions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    away: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()

    def with_(self, other: Arranged) -> Arranged:
        said = f"{self.said}; {other.said}"
        return Arranged(said, *(one + two for one, two in zip(self[1:], other[1:], strict=True)))


NOTHING = Arranged("nothing arranged")


class World(NamedTuple):
    """Which offices `p` holds, what is arranged, and whether `p` is away as well."""

    held: tuple[str, ...]
    arranged: Arranged
    away: bool = False


class Size(NamedTuple):
    """`p` holds at most so many offices, and may come to at most so many more."""

    held: int
    arrangements: int


def offices_of(definition: Definition) -> tuple[Office, ...]:
    """One office for each role that the process has, and for each that it asks in other ministries."""
    held = [role for role in definition.roles.values() if role.held]
    asked = {
        step.role
        for step in definition.steps.values()
        if step.for_each and not definition.each_condition(step)
    }
    own = [_office(role.name, CENTRE if role.central else OWN) for role in held]
    return (*own, *(_office(role.name, OTHER) for role in held if role.name in asked and not role.central))


def _office(role: str, ministry: str) -> Office:
    return Office(f"{ministry}.{role}", _NAME, role, ministry)


def worlds(offices: Sequence[Office], size: Size) -> Iterator[World]:
    """Every world of a size."""
    codes = [office.code for office in offices]
    for number in range(1, size.held + 1):
        for held in combinations(codes, number):
            rest = [code for code in codes if code not in held]
            for arranged in _arrangements(held, rest, most=size.arrangements):
                yield from (World(held, arranged, away) for away in (False, True))


def _arrangements(held: Sequence[str], rest: Sequence[str], *, most: int) -> Iterator[Arranged]:
    """Nothing; one arrangement for one other office; two together, for one other office or for two."""
    yield NOTHING
    if most >= 1:
        yield from (way for office, by in product(rest, held) for way in _direct(office, by))
    if most >= 2:
        for (office, between), by in product(permutations(rest, 2), held):
            yield from _by_way_of(office, between, by)
        for (one, two), by, again in product(combinations(rest, 2), held, held):
            for first, second in product(_direct(one, by), _direct(two, again)):
                yield first.with_(second)


def _direct(office: str, by: str) -> Iterator[Arranged]:
    deputies = ((office, (by,)),)
    yield Arranged(f"{office} delegates to {by}", delegations=((office, by),))
    yield Arranged(f"{by} for {office}, who is away", substitutions=deputies, away=(office,))
    yield Arranged(f"{by} for {office}, which is vacant", substitutions=deputies, vacant=(office,))


def _by_way_of(office: str, between: str, by: str) -> Iterator[Arranged]:
    """The second deputy, and the four chains of two arrangements, with everybody away who might be in the way."""
    first, last = (office, between), (between, by)
    away = (office, between)
    yield Arranged(f"{by} second deputy of {office}", substitutions=((office, (between, by)),), away=away)
    yield Arranged(f"delegated {office} > {between} > {by}", delegations=(first, last))
    both = ((office, (between,)), (between, (by,)))
    yield Arranged(f"substituted {office} > {between} > {by}", substitutions=both, away=away)
    yield Arranged(
        f"delegated {office} > {between}, substituted by {by}", (first,), ((between, (by,)),), away=(between,)
    )
    yield Arranged(
        f"substituted {office} > {between}, delegated to {by}",
        (last,),
        ((office, (between,)),),
        away=(office,),
    )


def directory_of(world: World, offices: Sequence[Office], *, workflow: str) -> Directory:
    """The world as the program knows it."""
    arranged = world.arranged
    apart = dict.fromkeys([*(o for o, _ in arranged.substitutions), *(o for o, _ in arranged.delegations)])
    apart |= dict.fromkeys(arranged.away)
    who = dict(zip((o for o in apart if o not in world.held), ("q", "r", "s"), strict=False))
    holders = {o.code: WATCHED if o.code in world.held else who.get(o.code, "t") for o in offices}
    away = {holders[office] for office in arranged.away} | ({WATCHED} if world.away else set())
    organisation = Organisation(
        name=_NAME,
        ministries=tuple(Ministry(code, _NAME) for code in (OWN, OTHER, CENTRE)),
        roles=tuple(Role(role, _NAME) for role in dict.fromkeys(office.role for office in offices)),
        offices=tuple(offices),
        persons=tuple(Person(code, _NAME) for code in "pqrst"),
        appointments=tuple(
            Appointment(person, office, ALWAYS)
            for office, person in holders.items()
            if office not in arranged.vacant
        ),
        absences=tuple(Absence(person, ALWAYS) for person in sorted(away)),
        delegations=tuple(
            Delegation(office, to, workflow, (), (), None, ALWAYS) for office, to in arranged.delegations
        ),
        substitutions=tuple(
            Substitution(office, deputies, ALWAYS) for office, deputies in arranged.substitutions
        ),
    )
    return Directory.on(organisation, TODAY)
