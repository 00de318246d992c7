"""The canonical content of an organisation: the plain data that the store keeps and hashes, and the way back.

Sections are lists: canonical JSON sorts keys, and the order of ministries and offices is part of the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

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

# What each section holds; vacancies are bare office codes and stand apart.
_SECTIONS: Mapping[str, type[Any]] = {
    "ministries": Ministry,
    "roles": Role,
    "offices": Office,
    "persons": Person,
    "appointments": Appointment,
    "absences": Absence,
    "delegations": Delegation,
    "substitutions": Substitution,
}


def content_of(organisation: Organisation) -> dict[str, Any]:
    """`organisation` as JSON-ready data; `organisation_of` gives back an equal one."""
    sections = {name: [_row(item) for item in getattr(organisation, name)] for name in _SECTIONS}
    return {"name": _plain(organisation.name), **sections, "vacancies": list(organisation.vacancies)}


def organisation_of(content: Mapping[str, Any]) -> Organisation:
    """The organisation of a content that `content_of` made."""
    sections = {
        name: tuple(kind(**_fields(row)) for row in content[name]) for name, kind in _SECTIONS.items()
    }
    return Organisation(name=Title(**content["name"]), vacancies=tuple(content["vacancies"]), **sections)


class Summary(NamedTuple):
    """How many there are of each; from `held` on, as of one day."""

    ministries: int
    roles: int
    offices: int
    persons: int
    appointments: int
    held: int
    vacant: int
    absent: int
    delegations: int
    substitutions: int


def summary(organisation: Organisation, day: date) -> Summary:
    """The counts that `org check` and `org show` print."""
    directory = Directory.on(organisation, day)
    held = sum(bool(directory.holders(office.code)) for office in organisation.offices)
    return Summary(
        ministries=len(organisation.ministries),
        roles=len(organisation.roles),
        offices=len(organisation.offices),
        persons=len(organisation.persons),
        appointments=len(organisation.appointments),
        held=held,
        vacant=len(organisation.offices) - held,
        absent=sum(directory.is_absent(person.code) for person in organisation.persons),
        delegations=sum(d.term.covers(day) for d in organisation.delegations),
        substitutions=sum(s.term.covers(day) for s in organisation.substitutions),
    )


def _row(item: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in item._asdict().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Title):
        return value._asdict()
    if isinstance(value, Term):
        return [day and day.isoformat() for day in value]
    return list(value) if isinstance(value, tuple) else value


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _rich(name, value) for name, value in row.items()}


def _rich(name: str, value: Any) -> Any:
    if name == "term":
        return Term(*(day and date.fromisoformat(day) for day in value))
    if isinstance(value, Mapping):
        return Title(**value)
    return tuple(value) if isinstance(value, list) else value
