"""The organisation's past: every version with the act that made it, and since which one it says something."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.history import Entry
from govflow.domain.organisation import Organisation
from govflow.domain.organisation_content import organisation_of
from govflow.domain.standing import SECTION_OF, Row
from govflow.services.clock import day_of
from govflow.services.names import Pair
from govflow.services.organisation.versions import SUBJECT
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Version(NamedTuple):
    """One version, and the entry of the act that made it."""

    number: int
    organisation: Organisation
    entry: Entry


@dataclass(frozen=True, slots=True)
class Since:
    """The act since which the organisation says something: version, what was done, when, by whom. `backdated`: it took
    effect before it was recorded."""

    number: int
    trigger: str
    recorded_at: str
    effective_on: str
    backdated: bool
    by: Pair
    person: str
    note: str


def versions(work: UnitOfWork) -> list[Version]:
    """Every version, oldest first."""
    made = {entry.read("changes")["number"]: entry for entry in work.history.entries(SUBJECT)}
    rows = work.organisation.every()
    return [
        Version(r.number, organisation_of(json.loads(r.content)), made[r.number])
        for r in rows
        if r.number in made
    ]


def known_on(past: list[Version], day: date, timezone: str) -> Version | None:
    """The version that was the present one at the end of a day."""
    return next((v for v in reversed(past) if day_of(v.entry.recorded_at, timezone) <= day), None)


def since(session: Session, past: list[Version], version: Version, row: Row) -> tuple[Since, Since]:
    """Since which act there is such a row, and since which it is what it is (its term may have been cut since)."""
    name = SECTION_OF[type(row)]

    def first(same: Callable[[Row], bool]) -> Version:
        found = version
        for earlier in reversed(past[: past.index(version)]):
            if not any(map(same, getattr(earlier.organisation, name))):
                break
            found = earlier
        return found

    begun = first(lambda other: _began(other) == _began(row))
    return act_told(session, begun), act_told(session, first(lambda other: other == row))


def _began(row: Row) -> Row:
    """The row without its end."""
    return row._replace(term=row.term._replace(end=None))


def act_told(session: Session, version: Version) -> Since:
    """The act that made a version, by the names of that version."""
    entry = version.entry
    names = {person.code: person.name for person in version.organisation.persons}
    name = names.get(entry.person or "")
    day = day_of(entry.recorded_at, session.store.info.timezone).isoformat()
    code = entry.person or ""
    return Since(
        number=version.number,
        trigger=entry.trigger,
        recorded_at=entry.recorded_at,
        effective_on=entry.effective_on,
        backdated=entry.effective_on < day,
        by=name._asdict() if name else {"ja": code, "en": code},
        person=code,
        note=entry.note,
    )
