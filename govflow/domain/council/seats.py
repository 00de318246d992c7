"""The seats of a body on one day: which offices they are, who holds them, and who may sit in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govflow.domain.council.charter import Charter, SeatKind
from govflow.domain.organisation import Directory, Office


class BodySeat(NamedTuple):
    """One seat. `name` is its office's code. `office` is None where the organisation has no such office: then `name`
    is what the charter says. `alternates` are offices, in order."""

    name: str
    kind: str
    office: str | None
    voting: bool
    weight: int
    holders: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()

    @property
    def vacant(self) -> bool:
        return not self.holders


def seats_on(charter: Charter, directory: Directory) -> tuple[BodySeat, ...]:
    """The seats on the directory's day. No office has two: the first kind that names it counts, and of a `role` with
    several offices the first."""
    seats: dict[str, BodySeat] = {}
    for kind in charter.seats.values():
        if kind.term.covers(directory.day):
            for seat in _seats(kind, directory):
                seats.setdefault(seat.name, seat)
    return tuple(seats.values())


def offices_of(kind: SeatKind, directory: Directory) -> tuple[Office, ...]:
    """Every office that a kind of seats may mean, also where it gives one seat only."""
    if kind.of_role is not None:
        return directory.offices_with(kind.of_role)
    office = directory.offices.get(kind.office or "")
    return (office,) if office else ()


def chairs_of(charter: Charter, directory: Directory) -> tuple[str, ...]:
    """The offices that may preside, in the charter's order."""
    offices = (office.code for role in charter.presiding for office in directory.offices_with(role))
    return tuple(dict.fromkeys(offices))


def _seats(kind: SeatKind, directory: Directory) -> Iterator[BodySeat]:
    offices = offices_of(kind, directory)
    for office in offices if kind.each else offices[:1]:
        yield BodySeat(
            name=office.code,
            kind=kind.name,
            office=office.code,
            voting=kind.voting,
            weight=kind.weight,
            holders=directory.holders(office.code),
            alternates=tuple(dict.fromkeys(_alternates(kind, office, directory))),
        )
    if not offices and not kind.each:
        yield BodySeat(kind.office or kind.role or kind.name, kind.name, None, kind.voting, kind.weight)


def _alternates(kind: SeatKind, office: Office, directory: Directory) -> Iterable[str]:
    """The offices of the charter's alternates that answer for the seat's ministry; where it names none, those who
    stand in for the office anyway."""
    if kind.alternates:
        named = (directory.responsible_offices(role, office.ministry) for role in kind.alternates)
        return (other.code for offices in named for other in offices if other.code != office.code)
    substitution = directory.substitution_of(office.code)
    return substitution.deputies if substitution else ()
