"""Who administers an organisation, from day to day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govflow.domain.organisation import ADMINISTRATOR, Organisation
from govflow.domain.organisation_terms import turn_days


class Administrators:
    """The persons in administrators' offices who can act: in a `real` store, by an account of theirs."""

    def __init__(self, organisation: Organisation, *, real: bool) -> None:
        offices = {office.code for office in organisation.offices if office.role == ADMINISTRATOR}
        able = {person.code for person in organisation.persons if person.accounts or not real}
        held = organisation.appointments
        self._terms = [(a.person, a.term) for a in held if a.office in offices and a.person in able]

    def on(self, day: date) -> list[str]:
        """Those of a day."""
        return list(dict.fromkeys(person for person, term in self._terms if term.covers(day)))

    def turns(self) -> set[date]:
        """The days on which one comes or goes."""
        return turn_days(term for _, term in self._terms)


def turns_from(day: date, *known: Administrators) -> list[date]:
    """A day, and every later one on which an administrator comes or goes."""
    return sorted({day, *(turn for each in known for turn in each.turns() if turn > day)})


def days_left_to(person: str, before: Administrators, after: Administrators, *, day: date) -> Iterator[date]:
    """The days on which somebody else administered as well, and now `person` alone would."""
    for turn in turns_from(day, before, after):
        if after.on(turn) == [person] and set(before.on(turn)) - {person}:
            yield turn


def days_without(before: Administrators, after: Administrators, *, day: date) -> Iterator[date]:
    """The days on which somebody administered, and now nobody would."""
    for turn in turns_from(day, before, after):
        if before.on(turn) and not after.on(turn):
            yield turn
