"""Readers: as whom the caller reads, in own offices and for others', and in which bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.charter import Charter
from govflow.domain.organisation import ADMINISTRATOR, AUDITOR
from govflow.domain.reading_policy import Reader
from govflow.errors import NotAuthorised
from govflow.messages import notice
from govflow.services.council.charters.bodies import charters_in_force
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

ONLOOKER = Reader(everything=True)
"""Who looks on in a demonstration without being anybody: everything in it is invented."""


def reader_of(session: Session, work: UnitOfWork, *, every_office: bool = False) -> Reader:
    """As whom the caller reads today; with a chosen office in that one only, unless in `every_office`. NotAuthorised
    where the account belongs to nobody; NotFound for a person that the organisation does not know."""
    if session.onlooking:
        return ONLOOKER
    directory = session.directory(work)
    person = session.person_if_known(directory)
    if person is None:
        if session.store.info.demonstration:
            session.person(directory)  # which tells what was probably meant
        raise NotAuthorised(notice("read.nobody", account=session.account))
    chosen = None if every_office else session.office
    held = {office.code for office in directory.offices_of(person.code) if chosen in (None, office.code)}
    posts = session.posts(directory, held)
    named = held | {
        post.role for post in posts if post.workflow is None
    }  # no seat is delegated with a workflow
    charters = charters_in_force(session, work, session.today())
    return Reader(
        person=person.code,
        posts=posts,
        bodies=frozenset(charter.name for charter in charters if not named.isdisjoint(_people(charter))),
        everything=any(directory.offices[code].role == AUDITOR for code in held),
    )


def administers(reader: Reader) -> bool:
    """Whether the reader holds an administrator's office."""
    return any(post.role == ADMINISTRATOR and post.workflow is None for post in reader.posts)


def _people(charter: Charter) -> set[str]:
    """The roles and offices of a body: seats and who may sit in, the chair, the secretariat, who decides alone."""
    seats = charter.seats.values()
    named = {name for seat in seats for name in (seat.each, seat.role, seat.office, *seat.alternates) if name}
    decider = {charter.emergency.decider} if charter.emergency else set()
    return {*named, *decider, charter.chair, *charter.deputies, charter.secretariat}
