"""What somebody would gain by a change of the organisation: whoever administers it gives themself no authority.

Effects are compared, not rows: on each day on which anything turns, for which offices the person could act by the one
organisation and by the other. The person's own absences are left out: to come back is no gain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from govflow.domain.authority import Via
from govflow.domain.organisation import Delegation, Directory, Office, Organisation
from govflow.domain.organisation_terms import turn_days
from govflow.domain.standing import Asked, standings
from govflow.messages import Notice, notice


class _Way(NamedTuple):
    """A way to act for an office as it is; by delegation only as far as that reaches."""

    office: Office
    held: str
    via: Via
    delegation: Delegation | None

    def contains(self, other: _Way) -> bool:
        """Whether whoever has this way has no need of the other."""
        if self.office._replace(title=other.office.title) != other.office:
            return False
        if self.delegation is None or other.delegation is None:
            return self.via in (Via.OWN, other.via)
        return _reaches(self.delegation, other.delegation)


def gains(before: Organisation, after: Organisation, person: str) -> Iterator[Notice]:
    """Every authority that `person` has after a change and had not before, each by the first day of it: an office, a
    delegation to one that the person holds, the place of who is away or gone, one in an order of substitutes, an
    account."""
    had, have = _concerning(before, person), _concerning(after, person)
    found: dict[tuple[str, ...], Notice] = {}
    for day in sorted(_turns(had) | _turns(have)):
        for subject, said in _gained(Directory.on(had, day), Directory.on(have, day), person):
            found.setdefault((said.code, *subject), said)
    yield from found.values()
    accounts = {each.code: set(each.accounts) for each in before.persons}
    for each in after.persons:
        if each.code == person and (new := set(each.accounts) - accounts.get(person, set())):
            yield notice("organisation_act.gains_account", accounts=sorted(new))


def _gained(had: Directory, have: Directory, person: str) -> Iterator[tuple[tuple[str, ...], Notice]]:
    """What the person has more on the day, each with whom or what it is about."""
    known = list(_ways(had, person))
    for way in _ways(have, person):
        if not any(other.contains(way) for other in known):
            yield from _told(have, way)
    mine = {office.code for office in have.offices_of(person)}
    for order in have.organisation.substitutions:
        before, place = (_before_own(directory, order.office, mine) for directory in (had, have))
        if place is not None and (before is None or not before <= place):
            yield (order.office,), notice("organisation_act.gains_order", office=order.office)


def _told(directory: Directory, way: _Way) -> Iterator[tuple[tuple[str, ...], Notice]]:
    office, persons = way.office.code, directory.holders(way.office.code)
    if way.via is Via.OWN:
        yield (office,), notice("organisation_act.gains_office", office=office)
    elif way.via is Via.DELEGATION:
        yield (office, way.held), notice("organisation_act.gains_delegation", office=office, to=way.held)
    elif not persons:
        yield (office,), notice("organisation_act.gains_vacancy", office=office, day=directory.day)
    for person in persons if way.via is Via.SUBSTITUTION else ():
        yield (person,), notice("organisation_act.gains_place", person=person)


def _ways(directory: Directory, person: str) -> Iterator[_Way]:
    """Every way that is open to the person on the day."""
    for office in directory.offices.values():
        for way in standings(directory, office.code, Asked()):
            if way.person == person and not way.reasons:
                delegation = next((row for row in way.rows if isinstance(row, Delegation)), None)
                yield _Way(office, way.held, way.via, delegation)


def _before_own(directory: Directory, office: str, mine: set[str]) -> frozenset[str] | None:
    """The offices that come before the first own one in an office's order of substitutes; None where none is in it."""
    order = directory.substitution_of(office)
    deputies = order.deputies if order else ()
    first = next((index for index, deputy in enumerate(deputies) if deputy in mine), None)
    return None if first is None else frozenset(deputies[:first])


def _reaches(wider: Delegation, other: Delegation) -> bool:
    """Whether one delegation decides everything that the other does."""
    limit, others = wider.amount_limit, other.amount_limit
    return (
        wider.workflow == other.workflow
        and _names(wider.triggers, other.triggers)
        and _names(wider.kinds, other.kinds)
        and (limit is None or (others is not None and others <= limit))
    )


def _names(wider: Iterable[str], other: Iterable[str]) -> bool:
    """Whether all that is named is named by the wider too; naming nothing is naming all."""
    names = set(other)
    return not set(wider) or (bool(names) and names <= set(wider))


def _concerning(organisation: Organisation, person: str) -> Organisation:
    """The part of an organisation by which the person could ever act: days and ways are looked for in no more."""
    own = {each.office for each in organisation.appointments if each.person == person}
    orders = {each.office for each in organisation.substitutions if not own.isdisjoint(each.deputies)}
    substitutions = tuple(each for each in organisation.substitutions if each.office in orders)
    delegations = tuple(each for each in organisation.delegations if each.to in own)
    offices = own | orders | {code for each in substitutions for code in each.deputies}
    known = {each.code for each in organisation.persons}
    there = {each.code for each in organisation.offices}
    appointments = tuple(
        each for each in organisation.appointments if each.office in offices & there and each.person in known
    )
    others = {each.person for each in appointments} - {person}
    offices |= {each.office for each in delegations}
    return replace(
        organisation,
        offices=tuple(each for each in organisation.offices if each.code in offices),
        appointments=appointments,
        absences=tuple(each for each in organisation.absences if each.person in others),
        delegations=delegations,
        substitutions=substitutions,
    )


def _turns(organisation: Organisation) -> set[date]:
    sections = (
        organisation.appointments,
        organisation.absences,
        organisation.delegations,
        organisation.substitutions,
    )
    return turn_days(row.term for rows in sections for row in rows)
