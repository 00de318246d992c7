"""What may not be done to a meeting: every reason of an act at once, from the call to the end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from govflow.domain.council.attendance import quorum, sitting
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice

BEFORE = (MeetingState.CALLED,)
SITTING = (MeetingState.OPEN, MeetingState.SUSPENDED)
NOT_ENDED = (*BEFORE, *SITTING)


class When(NamedTuple):
    """The moment at which something happened, the present one, and the local day of the first. `voted` is the latest
    moment of the meeting's ballots: who was there for them stays as it was."""

    at: str
    now: str
    day: str
    voted: str = ""


class Coming(NamedTuple):
    """Somebody who is to take a seat, in which office; `holders` hold it on that day. `person` is the one of them who
    came, None where that is not clear."""

    seat: str
    office: str
    holders: tuple[str, ...]
    person: str | None


def cannot_call(meeting: Meeting, *, now: str, earliest: str) -> Iterator[Notice]:
    """`earliest` is the first day that leaves the notice which the charter asks for."""
    if not meeting.place:
        yield notice("meeting.no_place")
    if not meeting.seats:
        yield notice("meeting.no_seats", body=meeting.body)
    if meeting.on_paper:
        if meeting.starts_at > now:
            yield notice("meeting.paper_to_come", at=meeting.starts_at)
        if meeting.shortened:
            yield notice("meeting.paper_shortened")
        return
    if meeting.starts_at <= now:
        yield notice("meeting.in_past", at=meeting.starts_at)
    elif meeting.day < earliest and not meeting.shortened:
        yield notice("meeting.short_notice", day=meeting.day, earliest=earliest)
    elif meeting.day >= earliest and meeting.shortened:
        yield notice("meeting.notice_suffices", day=meeting.day, earliest=earliest)


def cannot_open(
    before: Meeting, after: Meeting, rule: Rule | None, *, when: When, reason: str = ""
) -> Iterator[Notice]:
    """`after` is the meeting as it would be open; before its time it opens with a `reason` only."""
    yield from in_state(before, BEFORE)
    yield from on_the_day(before, when)
    if when.at < before.starts_at and when.day == before.day and not reason:
        yield notice("meeting.before_its_time", meeting=before.reference, at=before.starts_at)
    yield from in_time(before, when)
    yield from _can_go_on(after, rule)


def cannot_arrive(meeting: Meeting, coming: Sequence[Coming], *, when: When) -> Iterator[Notice]:
    """They come on the day, also before the opening."""
    yield from in_state(meeting, NOT_ENDED)
    if meeting.state is MeetingState.CALLED:
        yield from on_the_day(meeting, when)
    yield from in_time(meeting, when)
    yield from named_once(one.seat for one in coming)
    for one in coming:
        yield from _cannot_sit(meeting, one)
    yield from _in_two_places(meeting, coming)


def cannot_leave(meeting: Meeting, seats: Sequence[str], *, when: When) -> Iterator[Notice]:
    """Who leaves was there."""
    yield from in_state(meeting, NOT_ENDED)
    yield from in_time(meeting, when)
    yield from named_once(seats)
    if not seats:
        yield notice("meeting.no_seat_named")
    for seat in seats:
        if meeting.seat(seat) is None:
            yield unknown_seat(meeting, seat)
        elif sitting(meeting, seat) is None:
            yield notice("meeting.not_there", seat=seat)


def cannot_suspend(meeting: Meeting, *, reason: str, when: When) -> Iterator[Notice]:
    yield from in_state(meeting, (MeetingState.OPEN,))
    yield from in_time(meeting, when)
    yield from with_reason(reason)


def cannot_resume(meeting: Meeting, rule: Rule | None, *, when: When) -> Iterator[Notice]:
    yield from in_state(meeting, (MeetingState.SUSPENDED,))
    yield from in_time(meeting, when)
    if meeting.state is MeetingState.SUSPENDED:
        yield from _can_go_on(meeting, rule)


def cannot_end(meeting: Meeting, *, ballots: Collection[str], when: When) -> Iterator[Notice]:
    """`ballots` of the meeting are open, or wait for the casting vote."""
    yield from in_state(meeting, SITTING)
    yield from in_time(meeting, when)
    if ballots:
        yield notice("meeting.ballots_open", ballots=[*ballots])


def cannot_cancel(meeting: Meeting, *, reason: str) -> Iterator[Notice]:
    yield from in_state(meeting, BEFORE)
    yield from with_reason(reason)


def in_state(meeting: Meeting, allowed: Collection[MeetingState]) -> Iterator[Notice]:
    """An act belongs to some states of a meeting."""
    if meeting.state not in allowed:
        said = [notice(f"meeting.state_{state}") for state in allowed]
        state = notice(f"meeting.state_{meeting.state}")
        yield notice("meeting.wrong_state", meeting=meeting.reference, state=state, allowed=said)


def in_time(meeting: Meeting, when: When) -> Iterator[Notice]:
    """Times run forward, and never ahead of the clock."""
    if when.at > when.now:
        yield notice("meeting.ahead_of_clock", at=when.at)
    if when.at < (latest := max(meeting.latest(), when.voted)):
        yield notice("meeting.runs_back", at=when.at, latest=latest)


def on_the_day(meeting: Meeting, when: When) -> Iterator[Notice]:
    """A meeting is held on the day for which it was called."""
    if when.day != meeting.day:
        yield notice("meeting.other_day", meeting=meeting.reference, day=meeting.day, today=when.day)


def with_reason(reason: str) -> Iterator[Notice]:
    if not reason:
        yield notice("meeting.no_reason")


def named_once(seats: Iterable[str]) -> Iterator[Notice]:
    """Nobody comes or goes twice in one act."""
    names = list(seats)
    for seat in dict.fromkeys(names):
        if names.count(seat) > 1:
            yield notice("meeting.seat_twice", seat=seat)


def unknown_seat(meeting: Meeting, seat: str) -> Notice:
    return notice("meeting.unknown_seat", seat=seat, meeting=meeting.reference)


def _can_go_on(meeting: Meeting, rule: Rule | None) -> Iterator[Notice]:
    """Nothing is decided without a quorum, or without somebody who presides."""
    found = quorum(meeting, rule)
    if not found.held:
        yield notice("meeting.no_quorum", **found._asdict(), missing=found.needed - found.attending)
    if meeting.chair is None:
        yield notice("meeting.nobody_presides", chairs=[*meeting.chairs] or notice("answer.none"))


def _cannot_sit(meeting: Meeting, one: Coming) -> Iterator[Notice]:
    seat = meeting.seat(one.seat)
    if seat is None:
        yield unknown_seat(meeting, one.seat)
        return
    if one.office not in (seat.name, *seat.alternates):
        yield no_alternate(one.seat, one.office, seat.alternates)
    elif not one.holders:
        yield notice("meeting.nobody_holds", office=one.office)
    elif one.person not in one.holders:
        yield notice("meeting.who_came", office=one.office, holders=[*one.holders])
    if sitting(meeting, one.seat):
        yield notice("meeting.there_already", seat=one.seat)


def no_alternate(seat: str, office: str, known: Sequence[str]) -> Notice:
    """Only those whom the charter names may sit in."""
    alternates = [*known] or notice("answer.none")
    return notice("meeting.no_alternate", seat=seat, office=office, alternates=alternates)


def _in_two_places(meeting: Meeting, coming: Sequence[Coming]) -> Iterator[Notice]:
    """Who holds two seats may take both; who sits in for another takes that one alone."""
    there = {(stay.person, stay.seat): stay.office for stay in meeting.attending()}
    there |= {(one.person or "", one.seat): one.office for one in coming}
    for one in coming:
        held = {seat: office for (person, seat), office in there.items() if person == one.person}
        if one.person and len(held) > 1 and any(seat != office for seat, office in held.items()):
            yield notice("meeting.two_seats", person=one.person, seats=[*held])


def cannot_go_on(meeting: Meeting, rule: Rule | None) -> Iterator[Notice]:
    """Why a question may not be put now."""
    if meeting.state is MeetingState.OPEN:
        yield from _can_go_on(meeting, rule)
    else:
        yield from in_state(meeting, (MeetingState.OPEN,))
