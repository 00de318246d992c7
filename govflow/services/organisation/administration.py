"""Administration: who may load organisations and put definitions into force."""

from __future__ import annotations

from govflow.domain.authority import Capacity
from govflow.domain.organisation import ADMINISTRATOR, Directory
from govflow.errors import NotAuthorised
from govflow.messages import notice
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
