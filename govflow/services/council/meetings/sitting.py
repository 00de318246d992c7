"""A sitting: opened by those who are there, watched for its quorum as they come and go, paused, and adjourned."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Unpack

from govflow.domain.authority import Capacity
from govflow.domain.council.agenda import with_items
from govflow.domain.council.attendance import (
    Arrival,
    arriving,
    ended,
    leaving,
    opened,
    resumed,
    sitting,
    suspended,
    watched,
)
from govflow.domain.council.item import ItemState
from govflow.domain.council.meeting import Meeting, Pause
from govflow.domain.council.meeting_checks import (
    Coming,
    When,
    cannot_arrive,
    cannot_end,
    cannot_leave,
    cannot_open,
    cannot_resume,
    cannot_suspend,
)
from govflow.domain.council.rule import Rule
from govflow.domain.council.seats import chairs_of
from govflow.domain.organisation import Directory
from govflow.errors import Refused
from govflow.messages import notice
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import (
    LEFT,
    attendance_told,
    moves_on,
    officer,
    on_its_day,
    refuse,
    rule_of_body,
    running_ballots,
    seats_of,
    when,
)
from govflow.services.council.ballots.emergency import lapse
from govflow.services.council.decisions.earlier import meetings_of
from govflow.services.council.meetings.gathering import emergencies
from govflow.services.session import Session


def open_meeting(
    session: Session,
    meeting: str,
    *,
    seats: Sequence[str] = (),
    as_replied: bool = False,
    everybody: bool = False,
    away: Sequence[str] = (),
    reason: str = "",
    at: str | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Open a meeting on its day, by its secretariat or chair: with who has arrived, whose `seats` are named now, with
    `as_replied` all who said that they would come or send an alternate, and with `everybody` also the holders who did
    not reply and are not recorded absent; but for those `away`. The first of chair and deputies who is there presides.
    Before the time for which it was called it opens with a `reason` only. Raises as `call_meeting` does; without a
    quorum it is refused with the numbers."""

    def act(desk: Desk, before: Meeting, rule: Rule | None, moment: When) -> Meeting:
        directory, charter = on_its_day(desk, before), desk.charter(before)
        frozen = before._replace(seats=seats_of(charter, directory), chairs=chairs_of(charter, directory))
        coming = [_holder(directory, seat) for seat in seats]
        named = {*seats, *away}
        coming += _as_replied(directory, frozen, named) if as_replied or everybody else ()
        coming += _not_replied(directory, frozen, named) if everybody else ()
        refuse(desk, before, cannot_arrive(frozen, coming, when=moment) if coming else ())
        after = opened(arriving(frozen, _arrivals(coming), at=moment.at), at=moment.at)
        refuse(desk, before, cannot_open(before, after, rule, when=moment, reason=reason.strip()))
        # What was decided in an emergency since the agenda was gathered lapses unless this meeting ratifies it.
        return with_items(after, emergencies(desk, after, meetings_of(desk.work, after.body)))

    values = {"seats": [*seats], "as_replied": as_replied, "everybody": everybody, "away": [*away], "at": at}
    values["reason"] = reason
    return _sitting(session, Said("meeting", meeting, "open", values, session.new_key()).asked(**how), act)


def arrive(
    session: Session,
    meeting: str,
    seats: Sequence[str],
    *,
    alternate: str | None = None,
    person: str | None = None,
    at: str | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Record that seats are taken: by their holders, or one by an `alternate` office of the charter's; `person` says
    who came where an office has several holders. Raises as `open_meeting` does."""

    def act(desk: Desk, before: Meeting, rule: Rule | None, moment: When) -> Meeting:
        directory = on_its_day(desk, before)
        if len(seats) != 1 and (alternate or person or not seats):
            raise Refused(notice("meeting.one_seat" if seats else "meeting.no_seat_named"))
        coming = [_holder(directory, seat, office=alternate, person=person) for seat in seats]
        refuse(desk, before, cannot_arrive(before, coming, when=moment))
        return arriving(before, _arrivals(coming), at=moment.at)

    values = {"seats": [*seats], "alternate": alternate, "person": person, "at": at}
    return _sitting(session, Said("meeting", meeting, "arrive", values, session.new_key()).asked(**how), act)


def leave(
    session: Session, meeting: str, seats: Sequence[str], *, at: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Record that seats are left. Where that loses the quorum, or nobody is left to preside, the meeting is suspended
    in the same act. Raises as `open_meeting` does."""

    def act(desk: Desk, before: Meeting, rule: Rule | None, moment: When) -> Meeting:
        refuse(desk, before, cannot_leave(before, seats, when=moment))
        return watched(leaving(before, seats, at=moment.at), rule, at=moment.at)

    values = {"seats": [*seats], "at": at}
    return _sitting(session, Said("meeting", meeting, "leave", values, session.new_key()).asked(**how), act)


def suspend_meeting(
    session: Session, meeting: str, *, reason: str, at: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Interrupt a sitting, with a reason. Raises as `open_meeting` does."""

    def act(desk: Desk, before: Meeting, rule: Rule | None, moment: When) -> Meeting:
        why = reason.strip()
        refuse(desk, before, cannot_suspend(before, reason=why, when=moment))
        return suspended(before, Pause(moment.at, why))

    values = {"reason": reason, "at": at}
    return _sitting(session, Said("meeting", meeting, "suspend", values, session.new_key()).asked(**how), act)


def resume_meeting(
    session: Session, meeting: str, *, at: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Go on with a sitting that was suspended; it needs its quorum again. Raises as `open_meeting` does."""

    def act(desk: Desk, before: Meeting, rule: Rule | None, moment: When) -> Meeting:
        refuse(desk, before, cannot_resume(before, rule, when=moment))
        return resumed(before, at=moment.at)

    said = Said("meeting", meeting, "resume", {"at": at}, session.new_key()).asked(**how)
    return _sitting(session, said, act)


def end_meeting(
    session: Session, meeting: str, *, at: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Adjourn a meeting. What was not reached, or came to no decision, is carried over: its proposals wait for the next
    one. An emergency decision that was to be ratified by now lapses. Not while a ballot is open or a tie waits. Raises
    as `open_meeting` does."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity, moment = officer(desk, desk.charter(before)), when(desk, before, at)
        ballots = [ballot.reference for ballot in running_ballots(desk, before)]
        refuse(desk, before, cannot_end(before, ballots=ballots, when=moment))
        left = [item for item in before.agenda() if item.state in LEFT]
        after = ended(before, at=moment.at)
        for item in left:
            after = after.settling(item.number, ItemState.CARRIED_OVER)
        desk.record(before, after, capacity=capacity)
        lapsed = lapse(desk, after)
        moves_on(desk, before, ((item, LEFT[item.state]) for item in left))
        count = sum(item.state is ItemState.CARRIED_OVER for item in after.agenda())
        told = {"carried_over": [item.number for item in left], "count": count, "lapsed": [*lapsed]}
        return Told(after, capacity, told)

    return at_desk(session, Said("meeting", meeting, "end", {"at": at}, session.new_key()).asked(**how), act)


_Change = Callable[[Desk, Meeting, "Rule | None", When], Meeting]


def _sitting(session: Session, said: Said, change: _Change) -> CouncilReceipt:
    """One act on who is there and whether the sitting goes on: of the secretariat or the chair."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(said.reference)
        charter = desk.charter(before)
        capacity: Capacity = officer(desk, charter)
        rule = rule_of_body(charter)
        after = change(desk, before, rule, when(desk, before, said.values["at"]))
        desk.record(before, after, capacity=capacity, note=said.values.get("reason") or "")
        return Told(after, capacity, attendance_told(desk, after, rule))

    return at_desk(session, said, act)


def _holder(
    directory: Directory, seat: str, *, office: str | None = None, person: str | None = None
) -> Coming:
    """Who takes a seat: its office's one holder, or the one of several who is not recorded absent."""
    holders = directory.holders(office or seat)
    there = directory.present_holders(office or seat)
    meant = next((only[0] for only in (holders, there) if len(only) == 1), None)
    return Coming(seat, office or seat, holders, person or meant)


def _not_replied(directory: Directory, meeting: Meeting, named: Collection[str]) -> Iterable[Coming]:
    for seat in meeting.seats:
        if seat.name not in {*named, *meeting.replies} and directory.present_holders(seat.name):
            yield _holder(directory, seat.name)


def _as_replied(directory: Directory, meeting: Meeting, named: Collection[str]) -> Iterable[Coming]:
    for seat, reply in meeting.replies.items():
        if reply.comes and seat not in named and meeting.seat(seat) and not sitting(meeting, seat):
            yield _holder(directory, seat, office=reply.alternate)


def _arrivals(coming: Iterable[Coming]) -> Iterable[Arrival]:
    return (Arrival(one.seat, one.office, one.person or "") for one in coming)
