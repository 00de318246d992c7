"""A meeting as people read it: its agenda, who was there when, and the pauses."""

from __future__ import annotations

from dataclasses import dataclass

from govflow.domain.council.attendance import quorum
from govflow.domain.council.item import ItemState
from govflow.domain.council.meeting import Meeting, MeetingSeat, MeetingState
from govflow.domain.organisation import Directory
from govflow.services.access import Reading
from govflow.services.council.acting.proceedings import rule_of_body, word
from govflow.services.council.acting.reading import meeting_read
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.meetings.item_view import AgendaItem, item_read
from govflow.services.council.meetings.papers import pack_of
from govflow.services.names import Pair, named, pair, titled
from govflow.services.session import Session


@dataclass(frozen=True, slots=True)
class SeatStay:
    """Somebody on a seat, until `until` (None: still). `alternate` is the office that sat in, None for the holder."""

    person: Pair
    alternate: str | None
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """A seat of a meeting and who was there when."""

    seat: str
    title: Pair
    voting: bool
    present: bool
    stays: tuple[SeatStay, ...]


@dataclass(frozen=True, slots=True)
class PauseLine:
    """A time in which the meeting was suspended, and why: a reason, too few, or nobody to preside."""

    since: str
    until: str | None
    reason: str
    quorum: bool
    unchaired: bool


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting of a list. Moments are UTC."""

    meeting: str
    body: str
    day: str
    starts_at: str
    place: str
    state: str
    items: int
    on_paper: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting. Moments are UTC. `on_paper` is the source of one that was held on paper and recorded afterwards;
    the quorum is that of who is there now: `of` so many, `needed`, `attending`. `pack` is the digest of its papers."""

    meeting: str
    body: str
    title: Pair
    state: str
    day: str
    starts_at: str
    place: str
    called_at: str
    shortened: str
    on_paper: str
    cancelled: str
    opened_at: str | None
    ended_at: str | None
    chair: Pair | None
    of: int
    needed: int
    attending: int
    held: bool
    agenda: tuple[AgendaItem, ...]
    removed: tuple[AgendaItem, ...]
    seats: tuple[AttendanceLine, ...]
    pauses: tuple[PauseLine, ...]
    papers: int
    pack: str
    version: int


def show_meeting(session: Session, meeting: str) -> MeetingView:
    """A meeting as it stands. NotFound with what was probably meant."""
    with session.reading() as work:
        found, version = meeting_read(work, meeting)
        charter = session.charter(work, found.charter)
        directory = session.directory(work)
        agenda = found.agenda()
        removed = [item for item in found.every_item() if item.state is ItemState.REMOVED]
        reading = Reading(session, work)
        pack, there = pack_of(found), quorum(found, rule_of_body(charter))
        return MeetingView(
            meeting=found.reference,
            body=found.body,
            title=pair(charter.title),
            state=found.state.value,
            day=found.day,
            starts_at=found.starts_at,
            place=found.place,
            called_at=found.called_at,
            shortened=found.shortened,
            on_paper=found.on_paper,
            cancelled=found.cancelled,
            opened_at=found.opened_at,
            ended_at=found.ended_at,
            chair=titled(directory, found.chair),
            of=there.of,
            needed=there.needed,
            attending=there.attending,
            held=there.held,
            agenda=tuple(item_read(reading, found, item) for item in agenda),
            removed=tuple(item_read(reading, found, item) for item in removed),
            seats=tuple(_seat(found, directory, seat) for seat in found.seats),
            pauses=tuple(PauseLine(p.since, p.until, p.reason, p.quorum, p.unchaired) for p in found.pauses),
            papers=sum(paper.replaced_by is None for paper in pack.papers),
            pack=pack.digest,
            version=version,
        )


def list_meetings(
    session: Session, *, body: str | None = None, state: str | None = None
) -> list[MeetingLine]:
    """The meetings of the store in the order of their days, of one body or in one state. NotFound for an unknown body,
    BadInput for an unknown state."""
    wanted = word(MeetingState, state)
    with session.reading() as work:
        if body is not None:
            charter_in_force(session, work, body)
        kept = work.meetings.every() if body is None else work.meetings.found(body=body)
    found = (each.value for each in kept)
    chosen = [each for each in found if wanted in (None, each.state)]
    return [_line(each) for each in sorted(chosen, key=lambda each: (each.starts_at, each.reference))]


def _line(meeting: Meeting) -> MeetingLine:
    return MeetingLine(
        meeting=meeting.reference,
        body=meeting.body,
        day=meeting.day,
        starts_at=meeting.starts_at,
        place=meeting.place,
        state=meeting.state.value,
        items=len(meeting.agenda()),
        on_paper=meeting.on_paper,
    )


def _seat(meeting: Meeting, directory: Directory, seat: MeetingSeat) -> AttendanceLine:
    stays = [stay for stay in meeting.every_stay() if stay.seat == seat.name]
    return AttendanceLine(
        seat=seat.name,
        title={"ja": seat.title, "en": seat.title_en},
        voting=seat.voting,
        present=any(stay.until is None for stay in stays),
        stays=tuple(
            SeatStay(
                named(directory, s.person) or {}, s.office if s.office != s.seat else None, s.since, s.until
            )
            for s in stays
        ),
    )
