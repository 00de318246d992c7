"""What falls on a person: the roles and ministries for which the person may act today, by office and stand-in."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.authority import Duty, Matter, capacities
from govflow.domain.organisation import Directory, Office


def duties_of(directory: Directory, person: str) -> list[Duty]:
    """Every duty the person may fill today, own offices and absences stood in for alike.

    Central roles come with ministry None as well, because a definition decides whether a role is central.
    """
    found: dict[Duty, None] = {}
    for office in directory.offices.values():
        if _acts_for(directory, person, office):
            found |= dict.fromkeys(_reach(directory, office))
    return list(found)


def _acts_for(directory: Directory, person: str, office: Office) -> bool:
    duty = Duty(office.role, office.ministry)
    return bool(capacities(directory, person, [duty], Matter("", "", "", None))) and _is_meant(
        directory, person, office
    )


def _is_meant(directory: Directory, person: str, office: Office) -> bool:
    holders = directory.holders(office.code)
    return person in holders or not directory.present_holders(office.code)


def _reach(directory: Directory, office: Office) -> Iterator[Duty]:
    """The office's role for each ministry it answers for, and for the centre."""
    yield Duty(office.role, None)
    for ministry in directory.ministries:
        if office in directory.responsible_offices(office.role, ministry):
            yield Duty(office.role, ministry)
