"""Proceedings: what the acts of a meeting have in common: who may, when it happened, for whom, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from govflow.domain.authority import Capacity
from govflow.domain.council.attendance import quorum, sitting
from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Item, ItemState
from govflow.domain.council.meeting import Meeting, MeetingSeat
from govflow.domain.council.meeting_checks import When
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.rule import Rule
from govflow.domain.council.seats import BodySeat, seats_on
from govflow.domain.organisation import Directory
from govflow.errors import BadInput, NotAuthorised, NotFound, Refused
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.acting.firing import fires
from govflow.services.clock import day_of, moment_of, stamp
from govflow.services.council.acting.desk import Desk
from govflow.services.council.acting.refusing import refuse as refuse_at
from govflow.services.council.acting.times import latest, moments
from govflow.services.names import titled

W = TypeVar("W", bound=StrEnum)

RUNNING = (BallotState.ASKED, BallotState.OPEN, BallotState.WAITING)
"""A ballot that has come to no outcome yet."""

CAUSE = "meeting "
"""What the causes of a proposal's entries begin with that name a meeting."""

LEFT = {ItemState.LISTED: Occasion.REMOVED, ItemState.CALLED: Occasion.CARRIED_OVER}
"""What it means for the proposal of an item that the item is carried over."""

_BACK = tuple(LEFT.values())

_TIME = re.compile(r"\d\d:\d\d(:\d\d)?")


class Speaker(NamedTuple):
    """Who speaks for a seat: `person`, in `capacity` or written down by `recorder`."""

    seat: str
    capacity: Capacity
    person: str
    recorder: str | None


def secretary(desk: Desk, charter: Charter) -> Capacity:
    """In which capacity the caller keeps the body's agenda and record. NotAuthorised for others."""
    return _held(desk, charter, charter.secretariat)


def officer(desk: Desk, charter: Charter) -> Capacity:
    """In which capacity the caller runs a sitting. NotAuthorised for who is neither secretariat nor chair."""
    return _held(desk, charter, *charter.officers)


def rule_of_body(charter: Charter) -> Rule | None:
    """The rule that says what a quorum is."""
    return charter.rule.rule if charter.rule else None


def when(desk: Desk, meeting: Meeting, at: str | None) -> When:
    """When something happened: now; in a meeting that was held on paper, right after what is recorded already; or as
    it is given, a time of the day alone meaning the meeting's day. BadInput where it is no moment."""
    zone, voted = desk.session.store.info.timezone, latest(moments(desk.work, meeting.reference))
    if at:
        moment = moment_of(f"{meeting.day}T{at}" if _TIME.fullmatch(at) else at, zone)
        happened = stamp(moment)
    elif meeting.on_paper:
        happened = max(meeting.starts_at, meeting.latest(), voted)
    else:
        happened = desk.at
    return When(happened, desk.at, day_of(happened, desk.session.store.info.timezone).isoformat(), voted)


def seats_of(charter: Charter, directory: Directory) -> tuple[MeetingSeat, ...]:
    """The seats of a meeting on the directory's day; one without an office in the organisation is none."""
    return tuple(_seat(seat, directory) for seat in seats_on(charter, directory) if seat.office)


def on_its_day(desk: Desk, meeting: Meeting) -> Directory:
    """The organisation on the meeting's day."""
    return desk.session.directory_on(desk.work, date.fromisoformat(meeting.day))


def speaker(desk: Desk, meeting: Meeting, seat: str | None, *, recorded_for: bool) -> Speaker:
    """Whose seat is meant, and in which capacity the caller speaks for it: as the holder, as who sits in, or with
    `recorded_for` as the secretariat that writes it down. NotAuthorised for a seat of others."""
    if seat is not None and meeting.seat(seat) is None:
        hint = did_you_mean(seat, [each.name for each in meeting.seats])
        raise NotFound(notice("meeting.no_such_seat", seat=seat, meeting=meeting.reference, hint=hint))
    own = list(_own_seats(desk, meeting, seat))
    if len(own) == 1:
        return own[0]
    if recorded_for and seat is not None:
        return _recorded(desk, meeting, seat)
    seats = [one.seat for one in own] or [seat or each.name for each in meeting.seats][: 1 if seat else None]
    if own or recorded_for:
        raise Refused(notice("meeting.name_the_seat", seats=seats))
    raise NotAuthorised(
        notice("meeting.not_holder", person=desk.name, meeting=meeting.reference, seats=seats)
    )


def refuse(desk: Desk, meeting: Meeting, reasons: Iterable[Notice]) -> None:
    """Refused with every reason, if there is one; without another thing to do next, the meeting is to be looked at."""
    show = f"govflow meeting show {meeting.reference}" if meeting.reference else ""
    call = f"govflow meeting call {meeting.body} --at TIME --place PLACE"
    refuse_at(desk, reasons, next_command=show or call)


def word(kind: type[W], given: str | None) -> W | None:
    """A word of a closed list. BadInput for any other."""
    if given is None:
        return None
    known = [each.value for each in kind]
    if given not in known:
        hint = did_you_mean(given, known)
        raise BadInput.at(None, notice("meeting.unknown_word", word=given, hint=hint, known=known))
    return kind(given)


def attendance_told(desk: Desk, meeting: Meeting, rule: Rule | None) -> dict[str, Any]:
    """What a receipt says of who is there."""
    chair = titled(desk.directory, meeting.chair)
    return {**quorum(meeting, rule)._asdict(), "state": meeting.state.value, "chair": chair}


def running_ballots(desk: Desk, meeting: Meeting, item: int | None = None) -> list[Ballot]:
    """The ballots of a meeting, or of one item, that have come to no outcome yet."""
    ballots = (kept.value for kept in desk.work.ballots.found(meeting=meeting.reference))
    return [each for each in ballots if each.state in RUNNING and item in (None, each.item)]


def moves_on(desk: Desk, meeting: Meeting, moved: Iterable[tuple[Item, Occasion]], *, note: str = "") -> None:
    """Do what the proceedings mean for the proposals of items. All are locked first, in one order for everybody: an act
    holds no counter while it waits for a proposal. One that has gone elsewhere meanwhile is not fetched back."""
    found = sorted((item.moves, occasion) for item, occasion in moved if item.moves)
    for proposal, _ in found:
        desk.work.proposals.get(proposal, lock=True)
    for proposal, occasion in found:
        if occasion in _BACK and not happens(desk, proposal, occasion, body=meeting.body):
            continue
        desk.fire(
            proposal,
            occasion,
            body=meeting.body,
            cause=f"{CAUSE}{meeting.reference}",
            payload={"source": meeting.reference, "note": note},
        )


def happens(desk: Desk, proposal: str, occasion: Occasion, *, body: str) -> bool:
    """Whether it still stands where the occasion leads on from."""
    found = desk.work.proposals.get(proposal)
    definition = found and desk.session.definition(desk.work, found.definition)
    return bool(found and definition and fires(definition, found.state, occasion, body=body))


def _held(desk: Desk, charter: Charter, *roles: str) -> Capacity:
    found = desk.held(roles)
    if not found:
        said = notice("meeting.not_officer", person=desk.name, body=charter.title, roles=[*roles])
        raise NotAuthorised(said)
    return found[0]


def _seat(seat: BodySeat, directory: Directory) -> MeetingSeat:
    office = directory.offices[seat.name]
    return MeetingSeat(
        name=seat.name,
        title=office.title.ja,
        title_en=office.title.en,
        voting=seat.voting,
        weight=seat.weight,
        ministry=office.ministry,
        holders=seat.holders,
        alternates=seat.alternates,
    )


def _own_seats(desk: Desk, meeting: Meeting, seat: str | None) -> Iterator[Speaker]:
    """The seats for which the caller speaks: those held, and those on which the caller sits in."""
    for each in meeting.seats if seat is None else (meeting.seat(seat),):
        if each is None:
            continue
        stay = sitting(meeting, each.name)
        offices = [each.name, *([stay.office] if stay and stay.person == desk.person else [])]
        held = next(filter(None, map(desk.office, offices)), None)
        if held:
            yield Speaker(each.name, held, desk.person, None)


def _recorded(desk: Desk, meeting: Meeting, seat: str) -> Speaker:
    capacity = secretary(desk, desk.charter(meeting))
    stay = sitting(meeting, seat)
    seen = on_its_day(desk, meeting) if meeting.on_paper else desk.directory
    persons = (stay.person,) if stay else seen.holders(seat)
    if len(persons) != 1:
        raise Refused(notice("meeting.speaker_unclear", seat=seat, holders=len(persons)))
    return Speaker(seat, capacity, persons[0], desk.person)
