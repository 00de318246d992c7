"""Terms that begin and end: what an act on an organisation does to the rows that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from govflow.domain.organisation import Absence, Appointment, Delegation, Organisation, Person, Term
from govflow.messages import Title

Row = TypeVar("Row", Appointment, Absence, Delegation)


def term_of(start: str | None, until: str | None) -> Term:
    """The days from one ISO text to another."""
    return Term(*(date.fromisoformat(day) if day else None for day in (start, until)))


def covers(term: Term, day: str) -> bool:
    return term.covers(date.fromisoformat(day))


def is_over(term: Term, day: str) -> bool:
    return term.end is not None and term.end < date.fromisoformat(day)


def begun(term: Term, day: str) -> Term:
    """What is left of a term from a day on."""
    first = date.fromisoformat(day)
    return Term(max(term.start or first, first), term.end)


def turn_days(terms: Iterable[Term]) -> set[date]:
    """The days on which a term changes what holds: the first of each, and the one after its last."""
    found: set[date] = set()
    for start, end in terms:
        found.add(start or date.min)
        if end is not None and end < date.max:
            found.add(end + timedelta(days=1))
    return found


def ended(rows: Iterable[Row], wanted: Callable[[Row], bool], day: str) -> tuple[Row, ...]:
    """The rows, of which the wanted ones end on the day before; one that would have begun on the day goes."""
    first = date.fromisoformat(day)
    kept = (_cut(row, first) if wanted(row) else row for row in rows)
    return tuple(row for row in kept if row is not None)


def _cut(row: Row, day: date) -> Row | None:
    start = row.term.start
    if start is not None and start >= day:
        return None
    return row._replace(term=Term(start, day - timedelta(days=1)))


def joined(
    organisation: Organisation, person: str, *, newcomer: Title | None, accounts: tuple[str, ...]
) -> Organisation:
    """With a person who is new, if anybody is."""
    if newcomer is None:
        return organisation
    return replace(organisation, persons=(*organisation.persons, Person(person, newcomer, accounts)))


def with_vacancies(organisation: Organisation, *, before: Sequence[str]) -> Organisation:
    """Offices that nobody ever holds are listed as vacant, those that were listed before in their order, and no
    others."""
    held = {appointment.office for appointment in organisation.appointments}
    unheld = [office.code for office in organisation.offices if office.code not in held]
    first = [code for code in before if code in unheld]
    return replace(organisation, vacancies=(*first, *(code for code in unheld if code not in first)))
