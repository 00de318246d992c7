"""What may fall on a person: the roles and ministries for which the person acts, in own offices or for others'.

An own office's duties are the person's whatever the matter. Where somebody stands in (standing delegation,
absence), the matter decides as well (amount, kind, marks), so that each case has to be looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from govflow.domain.authority import Duty
from govflow.domain.organisation import Directory, Office
from govflow.workflow.definition import Definition


class Duties(NamedTuple):
    """Everything that may fall on a person. `own` are the roles that the person never merely stands in for."""

    every: tuple[Duty, ...]
    own: frozenset[str]


def duties_of(
    directory: Directory, person: str, *, definitions: Iterable[Definition], office: str | None
) -> Duties:
    """The duties of a person today, of one chosen office or of all; what a role reaches the definitions say."""
    held = {known.code for known in directory.offices_of(person)} & (
        {office} if office else {*directory.offices}
    )
    reaches = _reaches(definitions)
    every: dict[Duty, None] = {}
    stood_in: set[str] = set()
    for known in directory.offices.values():
        if known.code not in held and not _stands_in(directory, held, known):
            continue
        every |= dict.fromkeys(_duties(directory, known, reaches))
        if known.code not in held:
            stood_in.add(known.role)
    return Duties(tuple(every), frozenset(duty.role for duty in every) - stood_in)


def duties_of_office(
    directory: Directory, office: Office, *, definitions: Iterable[Definition]
) -> tuple[Duty, ...]:
    """What falls on an office itself."""
    return tuple(_duties(directory, office, _reaches(definitions)))


def _reaches(definitions: Iterable[Definition]) -> set[tuple[str, bool]]:
    """The roles that offices fill, and whether they do so for the centre."""
    roles = (role for definition in definitions for role in definition.roles.values())
    return {(role.name, role.central) for role in roles if role.held}


def _stands_in(directory: Directory, held: Collection[str], office: Office) -> bool:
    """Whether one of the offices held may act for `office` in some matter."""
    if any(delegation.to in held for delegation in directory.delegations_of(office.code)):
        return True
    substitution = directory.substitution_of(office.code)
    absent = not directory.present_holders(office.code)
    return absent and substitution is not None and not set(held).isdisjoint(substitution.deputies)


def _duties(directory: Directory, office: Office, reaches: Collection[tuple[str, bool]]) -> Iterator[Duty]:
    """The office's role for the centre, and for each ministry it answers for."""
    if (office.role, True) in reaches:
        yield Duty(office.role, None)
    if (office.role, False) in reaches:
        for ministry in directory.ministries:
            if office in directory.responsible_offices(office.role, ministry):
                yield Duty(office.role, ministry)
