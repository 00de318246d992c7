"""Convening a meeting: its number is taken, the notice it leaves is checked; or it is cancelled before it began."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from govflow.domain.council.charter import Charter
from govflow.domain.council.item import ItemState
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.meeting_checks import cannot_call, cannot_cancel
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.seats import chairs_of
from govflow.domain.deadline import WorkingCalendar, fiscal_year
from govflow.services.clock import local_day, local_text, moment_of, stamp
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import moves_on, refuse, seats_of, secretary
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.session import Session

SERIES = "meeting:"
"""What the counters of meetings begin with, before the body's mark."""


def call_meeting(
    session: Session,
    *,
    body: str,
    at: str,
    place: str,
    shortened: str = "",
    held_on_paper: str = "",
    **how: Unpack[How],
) -> CouncilReceipt:
    """Call a meeting of a body for a moment such as `2025-09-05T10:00`: an act of its secretariat.

    A notice shorter than the charter's needs a reason, `shortened`. `held_on_paper` is the source of a meeting that was
    held already and is recorded afterwards. Raises BadInput, NotFound, NotAuthorised, Refused (every reason),
    Conflict (key used for something else).
    """
    moment = moment_of(at, session.store.info.timezone)
    day = local_day(moment, session.store.info.timezone)
    texts = {"place": place, "shortened": shortened, "held_on_paper": held_on_paper}
    values = {"body": body, "at": stamp(moment), **texts}

    def act(desk: Desk) -> Told:
        charter = charter_in_force(session, desk.work, body)
        capacity = secretary(desk, charter)
        called = _called(desk, charter, day)._replace(
            starts_at=stamp(moment),
            place=place.strip(),
            shortened=shortened.strip(),
            on_paper=held_on_paper.strip(),
        )
        earliest = earliest_day(charter, desk.directory.day, session.calendar(desk.work))
        refuse(desk, called, cannot_call(called, now=desk.at, earliest=earliest.isoformat()))
        numbered = called._replace(reference=_number(desk, charter, day))
        meeting = desk.record(None, numbered, capacity=capacity, note=called.shortened)
        starts = local_text(meeting.starts_at, session.store.info.timezone)
        return Told(meeting, capacity, {"day": meeting.day, "starts": starts, "place": meeting.place})

    return at_desk(session, Said("meeting", "", "call", values, session.new_key()).asked(**how), act)


def cancel_meeting(session: Session, meeting: str, *, reason: str, **how: Unpack[How]) -> CouncilReceipt:
    """Call a meeting off before it is opened, with a reason; the proposals on its agenda wait for the next one. An act
    of the secretariat. Raises as `call_meeting` does."""

    def act(desk: Desk) -> Told:
        before, why = desk.meeting(meeting), reason.strip()
        capacity = secretary(desk, desk.charter(before))
        refuse(desk, before, cannot_cancel(before, reason=why))
        listed = [item for item in before.agenda() if item.state is ItemState.LISTED]
        after = before._replace(state=MeetingState.CANCELLED, cancelled=why)
        for item in listed:
            after = after.settling(item.number, ItemState.CARRIED_OVER, note=why)
        desk.record(before, after, capacity=capacity, note=why)
        moves_on(desk, before, ((item, Occasion.REMOVED) for item in listed), note=why)
        return Told(after, capacity)

    said = Said("meeting", meeting, "cancel", {"reason": reason}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def earliest_day(charter: Charter, today: date, calendar: WorkingCalendar) -> date:
    """The first day for which a meeting may be called today; the day of the call is not counted."""
    return calendar.add(today, charter.notice.working_days) if charter.notice else today


def _called(desk: Desk, charter: Charter, day: date) -> Meeting:
    """The meeting, but for its number and what was said of it."""
    directory = desk.session.directory_on(desk.work, day)
    return Meeting(
        reference="",
        body=charter.name,
        charter=charter.digest,
        day=day.isoformat(),
        starts_at="",
        place="",
        called_at=desk.at,
        seats=seats_of(charter, directory),
        chairs=chairs_of(charter, directory),
    )


def _number(desk: Desk, charter: Charter, day: date) -> str:
    """The next number of the body's meetings in the fiscal year in which it is held."""
    year, mark = fiscal_year(day), charter.series.en
    return f"{mark}-{year}-M{desk.work.numbering.next(f'{SERIES}{mark}', year):03d}"
