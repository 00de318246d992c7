"""Closed proposals: whoever may not read one is not told by a refusal what it says or where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govflow.domain.authority import Matter, denial
from govflow.domain.reading_policy import Access, Reader
from govflow.errors import NotAuthorised
from govflow.messages import Notice, notice
from govflow.services.access import access_as, as_it_stands, closed, read_as
from govflow.services.acting.answering import candidates_for
from govflow.services.acting.receipt import Receipt
from govflow.services.acting.refusing import named_act, unknown_trigger
from govflow.services.case import Case
from govflow.services.readers import reader_of
from govflow.services.session import Session
from govflow.workflow.reserved import CORRECT

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def refuse_closed(
    session: Session, work: UnitOfWork, case: Case, trigger: str, *, person: str, known: Access
) -> None:
    """NotAuthorised where the caller reads nothing of a proposal, or only what a step needs and tries another act; to
    whoever does not read it as it stands, a step that is closed is none. `known` is what is open `by_office`."""
    if as_it_stands(case, known):
        return
    reader = reader_of(session, work, every_office=True)
    granted = access_as(reader, case)
    ways = case.definition.transitions_of(trigger, state=case.proposal.state)
    if granted.granted and not ways and trigger != CORRECT:
        told = read_as(work, case, granted, reader).case
        if not candidates_for(told, trigger):
            raise unknown_trigger(told, trigger)
    if granted.granted and (granted.whole or not ways or any(way.occasion for way in ways)):
        return
    act = named_act(case, trigger)
    reasons = (
        [notice("read.act_closed", trigger=act)]
        if granted.granted
        else [*_of_authority(case, trigger, person), *_who_reads(case)]
    )
    raise NotAuthorised(
        notice(
            "acts.not_authorised",
            person=case.directory.persons[person].name,
            trigger=act,
            reference=case.proposal.reference,
        ),
        *reasons,
        next_command="govflow inbox",
    )


def refuse_partial(session: Session, work: UnitOfWork, case: Case) -> None:
    """NotAuthorised for whoever does not read the whole proposal."""
    if not _granted(session, work, case).whole:
        raise NotAuthorised(
            notice("read.act_closed", trigger=named_act(case, CORRECT)), next_command="govflow inbox"
        )


def refuse_closed_values(
    session: Session, work: UnitOfWork, case: Case, *, fields: Iterable[str], values: Iterable[str]
) -> None:
    """NotAuthorised where somebody would put right what is closed to them: fields, or values that acts carry."""
    granted = _granted(session, work, case)
    closed_fields = frozenset(case.definition.fields) - granted.fields
    if wrong := sorted({*closed_fields.intersection(fields), *granted.closed_values.intersection(values)}):
        raise NotAuthorised(
            notice("read.values_closed", names=wrong, reference=case.proposal.reference),
            next_command=f"govflow show {case.proposal.reference}",
        )


def as_read(session: Session, work: UnitOfWork, case: Case, receipt: Receipt, *, known: Access) -> Receipt:
    """A receipt as its person may read it: whoever answers a step while a draft is written anew reads the title of what
    was released. `known` is what is open `by_office`."""
    present = case.proposal.revision
    if "amount" in known.fields and (known.inside or case.proposal.released in (None, present)):
        return receipt
    reader = reader_of(session, work, every_office=True)
    granted = access_as(reader, case)
    if not granted.granted:
        return receipt
    told = read_as(work, case, granted, reader).case.proposal
    if told.revision == present:
        return receipt if "amount" in granted.fields else receipt._replace(as_asked=False)
    return receipt._replace(title=told.title, as_asked=False)


def by_office(session: Session, case: Case) -> Access:
    """What is open to the caller by the offices held and stood in for: seats in bodies, which are dearer to find, could
    only open more."""
    person = session.person(case.directory).code
    held = [office.code for office in case.directory.offices_of(person)]
    return access_as(Reader(person, session.posts(case.directory, held)), case)


def _granted(session: Session, work: UnitOfWork, case: Case) -> Access:
    return access_as(reader_of(session, work, every_office=True), case)


def _who_reads(case: Case) -> Iterator[Notice]:
    return closed(case.definition, case.proposal, case.directory.ministries)


def _of_authority(case: Case, trigger: str, person: str) -> tuple[Notice, ...]:
    """Who does such an act, wherever the proposal stands and whatever it is about."""
    roles = (role for way in case.definition.transitions if way.trigger == trigger for role in way.roles)
    return denial(
        case.directory, person, case.duties(roles), Matter(case.proposal.workflow, trigger, "", None)
    )
