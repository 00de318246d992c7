"""The canonical content of an organisation: the plain data that the store keeps and hashes, and the way back.

Sections are lists: canonical JSON sorts keys, and the order of ministries and offices is part of the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from govflow.domain.canonical import canonical
from govflow.domain.organisation import (
    Absence,
    Appointment,
    Delegation,
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


def difference(before: Organisation, after: Organisation) -> dict[str, dict[str, list[Any]]]:
    """What came into each section and what went out of it, as canonical content; sections that stayed are left out."""
    was, now = content_of(before), content_of(after)
    found = {
        name: {"came": _only(now[name], was[name]), "went": _only(was[name], now[name])}
        for name in (*_SECTIONS, "vacancies")
    }
    return {name: rows for name, rows in found.items() if rows["came"] or rows["went"]}


def _only(rows: list[Any], others: list[Any]) -> list[Any]:
    """The rows that the others have not."""
    known = set(map(canonical, others))
    return [row for row in rows if canonical(row) not in known]


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
