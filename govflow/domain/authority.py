"""Who may act: from a person's appointments, standing delegations and substitutions to capacities.

Authority is per role and ministry, so an office that answers for several agencies is found through their
lineage. Separation of duties is a guard (`different_person_from`) and compares persons, never offices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from govflow.domain.organisation import Delegation, Directory, Office
from govflow.messages import Notice, notice

OPEN_MARKS = frozenset({"important", "exceptional", "precedent", "disputed"})
"""Marks of a matter that send it up: no standing delegation decides it; `important` bars substitution too."""


class Via(StrEnum):
    """How somebody comes to act for an office."""

    OWN = "own"
    DELEGATION = "delegation"
    SUBSTITUTION = "substitution"


class Capacity(NamedTuple):
    """One way a person may act: the office held, the role acted in, and for whom."""

    office: str
    role: str
    via: Via = Via.OWN
    on_behalf_of: str | None = None


class Matter(NamedTuple):
    """What the act is about, as far as authority depends on it. `amount` is in yen; None is not stated."""

    workflow: str
    trigger: str
    kind: str
    amount: int | None
    marks: frozenset[str] = frozenset()


class Duty(NamedTuple):
    """A role to be filled for a ministry; `ministry` None means any office of the role (a central role)."""

    role: str
    ministry: str | None


class Holder(NamedTuple):
    """Somebody who could act, and in which capacity."""

    person: str
    capacity: Capacity


def offices_for(directory: Directory, duty: Duty) -> tuple[Office, ...]:
    """The offices a duty falls on."""
    if duty.ministry is None:
        return directory.offices_with(duty.role)
    return directory.responsible_offices(duty.role, duty.ministry)


def who_may(directory: Directory, duty: Duty, *matters: Matter) -> tuple[Holder, ...]:
    """Everybody who may fill the duty today in any of the matters, which differ in nothing but the trigger:
    holders first, then delegates, then substitutes."""
    found: list[Holder] = []
    for office in offices_for(directory, duty):
        found += (Holder(p, Capacity(office.code, duty.role)) for p in directory.holders(office.code))
        for matter in matters:
            found += _delegates(directory, office, matter)
        found += _substitutes(directory, office, matters[0])
    return tuple(dict.fromkeys(found))


def capacities(
    directory: Directory, person: str, duties: Iterable[Duty], matter: Matter
) -> tuple[Capacity, ...]:
    """Every capacity in which `person` may fill one of the duties today, the person's own offices first. Who is
    recorded absent may fill none: others act meanwhile."""
    if directory.is_absent(person):
        return ()
    return _had(directory, person, duties, matter)


def _had(directory: Directory, person: str, duties: Iterable[Duty], matter: Matter) -> tuple[Capacity, ...]:
    """The capacities of a person, absent or not."""
    found = (h.capacity for duty in duties for h in who_may(directory, duty, matter) if h.person == person)
    return tuple(sorted(dict.fromkeys(found), key=lambda capacity: capacity.via is not Via.OWN))


def denial(directory: Directory, person: str, duties: Iterable[Duty], matter: Matter) -> tuple[Notice, ...]:
    """Why `person` may fill none of the duties: one reason an office, and what would help."""
    duties = tuple(duties)
    if directory.is_absent(person) and _had(directory, person, duties, matter):
        return (absent_reason(directory, person),)
    reasons: list[Notice] = []
    for duty in duties:
        offices = offices_for(directory, duty)
        if not offices:
            reasons.append(_no_office(directory, duty))
        reasons += (_office_denied(directory, office, person, matter) for office in offices)
    return tuple(reasons)


def absent_reason(directory: Directory, person: str) -> Notice:
    """Until when `person` is recorded absent, and what helps."""
    away = [a.term for a in directory.organisation.absences if a.person == person]
    ends = [term.end for term in away if term.covers(directory.day)]
    if None in ends:
        return notice("authority.absent_open", person=person, day=directory.day)
    until = max(end for end in ends if end)
    return notice("authority.absent", person=person, day=directory.day, until=until)


def _delegates(directory: Directory, office: Office, matter: Matter) -> Iterator[Holder]:
    for delegation in directory.delegations_of(office.code):
        if _first_bar(delegation, matter) is None:
            capacity = Capacity(delegation.to, office.role, Via.DELEGATION, office.code)
            yield from (Holder(person, capacity) for person in directory.holders(delegation.to))


def _substitutes(directory: Directory, office: Office, matter: Matter) -> Iterator[Holder]:
    """The first deputy office with somebody present, while the office itself has nobody present."""
    if "important" in matter.marks or directory.present_holders(office.code):
        return
    substitution = directory.substitution_of(office.code)
    for deputy in substitution.deputies if substitution else ():
        present = directory.present_holders(deputy)
        if present:
            capacity = Capacity(deputy, office.role, Via.SUBSTITUTION, office.code)
            yield from (Holder(person, capacity) for person in present)
            return


def _first_bar(delegation: Delegation, matter: Matter) -> Notice | None:
    """The first reason why a standing delegation does not reach this matter; None when it does."""
    return next(delegation_bars(delegation, matter), None)


def delegation_bars(delegation: Delegation, matter: Matter) -> Iterator[Notice]:
    """Every reason why a standing delegation does not reach a matter."""
    limit = delegation.amount_limit
    if delegation.workflow != matter.workflow:
        yield notice("authority.delegation_other_workflow", workflow=delegation.workflow)
    if delegation.triggers and matter.trigger not in delegation.triggers:
        yield notice("authority.delegation_other_trigger", trigger=matter.trigger)
    if delegation.kinds and matter.kind not in delegation.kinds:
        yield notice("authority.delegation_other_kind", kind=matter.kind)
    if matter.marks & OPEN_MARKS:
        yield notice("authority.delegation_marked", marks=sorted(matter.marks & OPEN_MARKS))
    if limit is not None and matter.amount is None:
        yield notice("authority.delegation_amount_unstated", limit=limit)
    if limit is not None and matter.amount is not None and matter.amount > limit:
        yield notice("authority.delegation_limit", limit=limit, amount=matter.amount)


def _no_office(directory: Directory, duty: Duty) -> Notice:
    role = directory.roles[duty.role].title if duty.role in directory.roles else duty.role
    if duty.ministry is None:
        return notice("authority.no_office", role=role)
    ministry = directory.ministries.get(duty.ministry)
    return notice("authority.no_office_in", role=role, ministry=ministry.title if ministry else duty.ministry)


def _office_denied(directory: Directory, office: Office, person: str, matter: Matter) -> Notice:
    """The most telling reason why `person` may not act for `office`."""
    return (
        _ended_term(directory, office, person)
        or _delegation_denied(directory, office, person, matter)
        or _substitution_denied(directory, office, person, matter)
        or _held_by_others(directory, office, matter)
    )


def _ended_term(directory: Directory, office: Office, person: str) -> Notice | None:
    for appointment in directory.organisation.appointments:
        if (appointment.office, appointment.person) != (office.code, person):
            continue
        start, end = appointment.term
        if end is not None and end < directory.day:
            return notice("authority.term_ended", office=office.title, code=office.code, day=end)
        if start is not None and start > directory.day:
            return notice("authority.term_not_begun", office=office.title, code=office.code, day=start)
    return None


def _delegation_denied(directory: Directory, office: Office, person: str, matter: Matter) -> Notice | None:
    held = {o.code for o in directory.offices_of(person)}
    for delegation in directory.delegations_of(office.code):
        bar = _first_bar(delegation, matter) if delegation.to in held else None
        if bar is not None:
            return notice("authority.delegation_bars", office=office.title, code=office.code, why=bar)
    return None


def _substitution_denied(directory: Directory, office: Office, person: str, matter: Matter) -> Notice | None:
    substitution = directory.substitution_of(office.code)
    held = {o.code for o in directory.offices_of(person)}
    if substitution is None or held.isdisjoint(substitution.deputies):
        return None
    present = directory.present_holders(office.code)
    if present:
        names = [directory.persons[p].name for p in present]
        return notice("authority.holder_present", office=office.title, code=office.code, names=names)
    if "important" in matter.marks:
        return notice("authority.important", office=office.title, code=office.code)
    if directory.is_absent(person):
        return notice("authority.deputy_absent", office=office.title, code=office.code)
    return notice("authority.earlier_deputy", office=office.title, code=office.code)


def _held_by_others(directory: Directory, office: Office, matter: Matter) -> Notice:
    """Who holds the office; where it is vacant, who may substitute, if anybody."""
    names = [directory.persons[p].name for p in directory.holders(office.code)]
    if names:
        return notice("authority.held_by", office=office.title, code=office.code, names=names)
    names = [directory.persons[h.person].name for h in _substitutes(directory, office, matter)]
    code = "authority.vacant_substituted" if names else "authority.vacant"
    return notice(code, office=office.title, code=office.code, names=names)
