"""The demonstration's meetings: called, gathered for, opened, gone through item by item, and ended, by public acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from govflow.domain.council.item import Item, ItemState, Part, Section
from govflow.domain.council.meeting import Meeting
from govflow.resources import bundled
from govflow.services.clock import fixed_clock
from govflow.services.council.ballots.acts import cast, close_ballot, no_objection
from govflow.services.council.ballots.amending import move_amendment
from govflow.services.council.ballots.consenting import pass_consent
from govflow.services.council.ballots.opening import open_in_sitting
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.meetings.agenda_acts import add_item, move_items
from govflow.services.council.meetings.convening import call_meeting
from govflow.services.council.meetings.gathering import gather_items
from govflow.services.council.meetings.items import call_item, carry_over_item, note_item
from govflow.services.council.meetings.papers import add_paper
from govflow.services.council.meetings.sitting import end_meeting, open_meeting
from govflow.services.demonstration.planned_meeting import PlannedAmendment, PlannedItem, PlannedMeeting
from govflow.services.session import Session

BEGINS = time(14)
"""When the meetings of a demonstration begin."""

AN_ITEM = timedelta(minutes=8)
"""How long an item takes."""


class Sitting(NamedTuple):
    """A meeting that was called, in a `session` of the `secretary`; `planned` by the reference of the proposal."""

    session: Session
    secretary: str
    reference: str
    planned: Mapping[str, PlannedItem]

    def later(self) -> Sitting:
        """The same when an item has taken its time."""
        clock = fixed_clock(self.session.clock() + AN_ITEM)
        return self._replace(session=self.session.acting_as(self.secretary, clock=clock))

    def meeting(self) -> Meeting:
        with self.session.reading() as work:
            kept = work.meetings.get(self.reference)
        if kept is None:
            raise LookupError(self.reference)
        return kept.value

    def plan_of(self, item: Item) -> PlannedItem | None:
        return self.planned.get(item.proposal or "")


def called(session: Session, plan: PlannedMeeting, references: Mapping[str, str]) -> str:
    """Call a meeting and make its agenda: of all that waits for the body, and of what comes back with new facts."""
    secretary = secretary_of(session, plan.body)
    acting = session.acting_as(secretary, clock=session.clock)
    at = datetime.combine(plan.held, BEGINS).isoformat()
    reference = call_meeting(acting, body=plan.body, at=at, place=plan.place).reference
    gather_items(acting, reference)
    for programme, item in plan.items.items():
        if item.new_facts:
            add_item(acting, reference, proposal=references[programme], new_facts=item.new_facts)
    sitting = _sitting(acting, secretary, plan, reference, references=references)
    consented = [item.number for item in sitting.meeting().agenda() if _part(sitting, item) is Part.CONSENT]
    if consented:
        move_items(acting, reference, consented, part=Part.CONSENT.value)
    for title, file in plan.papers.items():
        add_paper(acting, reference, bundled("examples") / file, title=title)
    return reference


def held(session: Session, plan: PlannedMeeting, reference: str, references: Mapping[str, str]) -> None:
    """Hold a meeting that was called: every item ends as planned, or without objection."""
    secretary = secretary_of(session, plan.body)
    acting = session.acting_as(secretary, clock=session.clock)
    sitting = _sitting(acting, secretary, plan, reference, references=references)
    open_meeting(sitting.session, reference, everybody=True, away=plan.away)
    listed = [item for item in sitting.meeting().agenda() if item.state is ItemState.LISTED]
    if any(item.part is Part.CONSENT for item in listed):
        pass_consent(sitting.session, reference)
    for item in listed:
        if item.part is Part.DISCUSSION:
            sitting = sitting.later()
            _discussed(sitting, item)
    end_meeting(sitting.later().session, reference)


def _sitting(
    session: Session,
    secretary: str,
    plan: PlannedMeeting,
    reference: str,
    *,
    references: Mapping[str, str],
) -> Sitting:
    planned = {references[programme]: item for programme, item in plan.items.items()}
    return Sitting(session, secretary, reference, planned)


def secretary_of(session: Session, body: str) -> str:
    """Somebody of the body's secretariat who is there."""
    with session.reading() as work:
        charter, directory = charter_in_force(session, work, body), session.directory(work)
    offices = directory.offices_with(charter.secretariat)
    return next(person for office in offices for person in directory.present_holders(office.code))


def _part(sitting: Sitting, item: Item) -> Part:
    plan = sitting.plan_of(item)
    return plan.part if plan else Part.DISCUSSION


def _discussed(sitting: Sitting, item: Item) -> None:
    plan = sitting.plan_of(item)
    if item.section is not Section.DECIDE:
        note_item(sitting.session, sitting.reference, item.number)
        return
    call_item(sitting.session, sitting.reference, item.number)
    if plan and plan.carried_over:
        carry_over_item(sitting.session, sitting.reference, item.number, reason=plan.carried_over)
        return
    for number, amendment in enumerate(plan.amendments if plan else (), start=1):
        _move(sitting, item, amendment)
        _put(sitting, item, amendment=number)
    if sitting.meeting().items[str(item.number)].state is ItemState.CALLED:
        _put(sitting, item, votes=plan.votes if plan else {})


def _move(sitting: Sitting, item: Item, amendment: PlannedAmendment) -> None:
    move_amendment(
        sitting.session,
        sitting.reference,
        item.number,
        kind=amendment.kind.value,
        text=amendment.text,
        seat=amendment.seat,
        amount=amendment.amount,
        condition=amendment.condition,
        recorded_for=True,
    )


def _put(
    sitting: Sitting,
    item: Item,
    *,
    amendment: int | None = None,
    votes: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Put the item, or an amendment of it, to the vote: counted where there are votes, else without objection."""
    session = sitting.session
    ballot = open_in_sitting(
        session, sitting.reference, item.number, amendment=amendment, asks=not votes
    ).reference
    if not votes:
        no_objection(session, ballot)
        return
    position_of = {seat: position for position, seats in votes.items() for seat in seats}
    meeting = sitting.meeting()
    voting = {seat.name for seat in meeting.seats if seat.voting}
    for stay in meeting.attending():
        if stay.seat in voting:
            cast(session, ballot, position_of.get(stay.seat, "yes"), seat=stay.seat, recorded_for=True)
    close_ballot(session, ballot)
