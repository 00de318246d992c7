"""Attendance: who is on which seat, who presides, and whether that is a quorum. Stays are intervals, one seat has one
at a time; whoever else wants to know who is there asks here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain
from typing import NamedTuple

from govflow.domain.council.meeting import Meeting, MeetingState, Pause, Reply, Stay
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Quorum, tally


class Arrival(NamedTuple):
    """Somebody who takes a seat: `office` is the seat's own, or that of the alternate who sits in."""

    seat: str
    office: str
    person: str


def sitting(meeting: Meeting, seat: str) -> Stay | None:
    """Who sits on a seat now."""
    return next((stay for stay in meeting.attending() if stay.seat == seat), None)


def present_seats(meeting: Meeting) -> tuple[str, ...]:
    """The seats on which somebody sits now, in the order of the seats."""
    taken = {stay.seat for stay in meeting.attending()}
    return tuple(seat.name for seat in meeting.seats if seat.name in taken)


def quorum(meeting: Meeting, rule: Rule | None) -> Quorum:
    """The quorum of those who are there now."""
    return quorum_of(meeting, rule, present_seats(meeting), own=own_seats(meeting))


def own_seats(meeting: Meeting) -> set[str]:
    """The seats on which their holders sit themselves: an alternate neither presides nor has proxies."""
    return {stay.seat for stay in meeting.attending() if stay.office == stay.seat}


def quorum_of(
    meeting: Meeting, rule: Rule | None, present: Iterable[str], *, own: Collection[str] = ()
) -> Quorum:
    """The quorum if these seats are there, `own` of them by their holders. Without a quorum in the rule, one who votes
    has to be there."""
    there = {*present, *_represented(meeting, rule, own)}
    voting = [seat for seat in meeting.seats if seat.voting]
    if rule is None or rule.quorum is None or not voting:
        return Quorum(of=len(voting), needed=1, attending=sum(seat.name in there for seat in voting))
    seats = (Seat(seat.name, weight=seat.weight, present=seat.name in there) for seat in voting)
    return tally(rule, Roll(tuple(seats), chair=meeting.chair)).quorum


def _represented(meeting: Meeting, rule: Rule | None, own: Collection[str]) -> set[str]:
    """The seats whose proxy for the whole meeting is there in person, where the rule counts proxies."""
    if rule is None or rule.quorum is None or not rule.quorum.count_proxy:
        return set()
    proxies = (proxy for proxy in meeting.proxies.values() if not proxy.items)
    return {proxy.seat for proxy in proxies if proxy.holder in own}


def seat_of(meeting: Meeting, person: str) -> str | None:
    """The seat that a person has in a meeting, or the office in which the person sat there."""
    own = (seat.name for seat in meeting.seats if person in seat.holders)
    sat = (stay.office for stay in meeting.every_stay() if stay.person == person)
    return next(chain(own, sat), None)


def presiding(meeting: Meeting) -> str | None:
    """The first of those who may preside that is there in person: an alternate sits in, but does not preside."""
    own = own_seats(meeting)
    return next((office for office in meeting.chairs if office in own), None)


def arriving(meeting: Meeting, arrivals: Iterable[Arrival], *, at: str) -> Meeting:
    """The meeting with more who are there."""
    stays = dict(meeting.stays)
    for number, arrival in enumerate(arrivals, start=len(stays) + 1):
        stays[str(number)] = Stay(number, *arrival, since=at)
    return _chaired(meeting._replace(stays=stays))


def leaving(meeting: Meeting, seats: Iterable[str], *, at: str) -> Meeting:
    """The meeting without some who were there."""
    gone = {stay.number for seat in seats if (stay := sitting(meeting, seat))}
    stays = {
        key: stay._replace(until=at) if stay.number in gone else stay for key, stay in meeting.stays.items()
    }
    return _chaired(meeting._replace(stays=stays))


def watched(meeting: Meeting, rule: Rule | None, *, at: str) -> Meeting:
    """The meeting suspended if it is open and too few are left, or nobody to preside."""
    short, unchaired = not quorum(meeting, rule).held, meeting.chair is None
    if meeting.state is not MeetingState.OPEN or not (short or unchaired):
        return meeting
    return suspended(meeting, Pause(at, "", quorum=short, unchaired=unchaired))


def opened(meeting: Meeting, *, at: str) -> Meeting:
    """The meeting opened, by whoever of the chairs is there."""
    return _chaired(meeting._replace(state=MeetingState.OPEN, opened_at=at))


def suspended(meeting: Meeting, pause: Pause) -> Meeting:
    return meeting._replace(state=MeetingState.SUSPENDED, pauses=(*meeting.pauses, pause))


def resumed(meeting: Meeting, *, at: str) -> Meeting:
    """The meeting open again: its last pause is over."""
    *earlier, last = meeting.pauses
    return meeting._replace(state=MeetingState.OPEN, pauses=(*earlier, last._replace(until=at)))


def ended(meeting: Meeting, *, at: str) -> Meeting:
    """The meeting adjourned: everybody leaves, and a pause that lasts ends with it."""
    left = leaving(meeting, present_seats(meeting), at=at)
    pauses = tuple(pause if pause.until else pause._replace(until=at) for pause in meeting.pauses)
    return left._replace(state=MeetingState.ENDED, ended_at=at, pauses=pauses, chair=meeting.chair)


class Expected(NamedTuple):
    """Who will be there by the replies: seats that come, send an alternate, stay away, or have not answered."""

    coming: tuple[str, ...]
    alternates: tuple[str, ...]
    away: tuple[str, ...]
    silent: tuple[str, ...]
    quorum: Quorum


def expected(meeting: Meeting, rule: Rule | None) -> Expected:
    """The attendance that the replies forecast, and whether it would be a quorum."""
    kinds: dict[str, list[str]] = {"coming": [], "alternates": [], "away": [], "silent": []}
    for seat in meeting.seats:
        kinds[_answer(meeting.replies.get(seat.name))].append(seat.name)
    coming = [*kinds["coming"], *kinds["alternates"]]
    parts = {name: tuple(seats) for name, seats in kinds.items()}
    return Expected(**parts, quorum=quorum_of(meeting, rule, coming, own=kinds["coming"]))


def _answer(reply: Reply | None) -> str:
    if reply is None:
        return "silent"
    if reply.attends:
        return "coming"
    return "alternates" if reply.comes else "away"


def _chaired(meeting: Meeting) -> Meeting:
    """Who presides follows who is there, once the meeting has begun."""
    if meeting.opened_at is None:
        return meeting
    return meeting._replace(chair=presiding(meeting))
