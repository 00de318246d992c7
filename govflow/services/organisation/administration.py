"""Administration: who may load organisations and put definitions into force."""

from __future__ import annotations

from itertools import islice

from govflow.domain.administrators import Administrators, days_left_to
from govflow.domain.authority import Capacity
from govflow.domain.organisation import ADMINISTRATOR, Directory, Organisation
from govflow.domain.organisation_gain import gains
from govflow.errors import NotAuthorised
from govflow.messages import Notice, notice
from govflow.services.recording import Actor
from govflow.services.session import Session


def administrator(session: Session, directory: Directory) -> Actor:
    """The caller in an administrator's office; NotAuthorised when the caller holds none today."""
    person = session.person(directory)
    office = administrator_office(directory, person.code)
    if office is None:
        held_by = [
            directory.persons[code].name
            for known in directory.offices_with(ADMINISTRATOR)
            for code in directory.holders(known.code)
        ]
        raise NotAuthorised(notice("administration.not_administrator", person=person.name, names=held_by))
    return Actor(person.code, Capacity(office, ADMINISTRATOR))


def administrator_office(directory: Directory, person: str) -> str | None:
    """The administrator's office that a person holds today."""
    held = (office.code for office in directory.offices_of(person) if office.role == ADMINISTRATOR)
    return next(held, None)


def own_gains(
    session: Session, directory: Directory, after: Organisation, *, person: str | None
) -> tuple[list[Notice], bool]:
    """What an administrator would gain by the next organisation, where somebody else could see to it; and whether it
    has to be let pass, as there is nobody else."""
    found, second = gains_and_seconds(
        directory, after, person or "", real=not session.store.info.demonstration
    )
    if not found or not second:
        return [], bool(found)
    names = [directory.persons[code].name for code in second]
    return [*found, notice("organisation_act.second_person", names=names)], False


def gains_and_seconds(
    directory: Directory, after: Organisation, person: str, *, real: bool
) -> tuple[list[Notice], list[str]]:
    """What a person would gain by the next organisation, and the other administrators of the day. To be left as the
    only one is a gain too: nobody else could see to the next."""
    before = Administrators(directory.organisation, real=real)
    left = days_left_to(person, before, Administrators(after, real=real), day=directory.day)
    alone = [notice("organisation_act.gains_sole", day=day) for day in islice(left, 1)]
    found = [*gains(directory.organisation, after, person), *alone]
    return found, [code for code in before.on(directory.day) if code != person]


def refuse_gains(session: Session, directory: Directory, after: Organisation, *, person: str | None) -> None:
    """NotAuthorised where an administrator would gain by what is loaded and a second person could load it."""
    reasons, _ = own_gains(session, directory, after, person=person)
    if reasons:
        raise NotAuthorised(*reasons)
