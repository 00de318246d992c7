"""Open work: everything that waits for an office, whoever holds it, at one moment.

Nothing is re-assigned when an office passes to somebody else: work waits for offices. What was open is listed, by
references alone: what it is about is told to whoever may read that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot, BallotState, Via, kept_as
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.organisation import Directory, Office
from govflow.domain.organisation_acts import Transfer
from govflow.messages import notice
from govflow.services.access import Reading
from govflow.services.clock import day_of
from govflow.services.council.matters.openness import hidden
from govflow.services.names import Pair, both, pair
from govflow.services.session import Session
from govflow.services.views.concerned import about
from govflow.services.views.duties import duties_of_office
from govflow.workflow.reserved import POST_REVIEW

if TYPE_CHECKING:
    from govflow.store import UnitOfWork, WaitingRow

_PAGE = 500
_OF_BODIES = ("ballot", "meeting", "minutes")


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One thing that waits for an office. `kind`: `proposal` (its state waits), `step`, `post_review`, `condition` (an
    open step), `ballot` (a position to take), `meeting` (a call to reply to), `minutes` (to sign, in person). `state`
    is what it is called there; `due_on` is a day. Where it is shown it has a `title`, too; both are hidden of a
    proposal that is closed to the reader."""

    office: str
    kind: str
    reference: str
    number: int
    state: Pair
    due_on: str | None


def transferred_work(
    session: Session, work: UnitOfWork, directory: Directory, act: Transfer
) -> list[dict[str, Any]]:
    """The open work of the offices that pass, as an entry keeps it."""
    offices = dict.fromkeys(row.office for row in act.handed(directory.organisation))
    return [
        asdict(item)
        for office in offices
        if office in directory.offices
        for item in work_of(session, work, directory, directory.offices[office])
        if item.kind != "minutes" or _attended(work, item.reference, act.person)
    ]


def work_told(reading: Reading, items: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Open work with what it is about, as far as the reader may read it."""
    return tuple({**item, **_as_read(reading, item)} for item in items)


def work_open(reading: Reading, kind: str, reference: str) -> bool:
    """Whether the reader may read what some work is about."""
    return kind in _OF_BODIES or reading.sees(reference)


def _as_read(reading: Reading, item: Mapping[str, Any]) -> Mapping[str, Any]:
    if work_open(reading, item["kind"], item["reference"]):
        return {"title": about(reading, item["reference"])}
    return {"title": hidden(), "state": hidden()}


def work_of(session: Session, work: UnitOfWork, directory: Directory, office: Office) -> Iterator[OpenWork]:
    """What waits for an office, proposals and their steps by due date."""
    yield from (_waiting(session, work, row, office.code) for row in _rows(session, work, directory, office))
    for asking in (BallotState.OPEN, BallotState.WAITING):
        for ballot in work.ballots.found(state=asking.value):
            if _asks(ballot.value, office.code):
                yield _ballot(session, ballot.value, office.code)
    for state, kind in ((MeetingState.CALLED, "meeting"), (MeetingState.ENDED, "minutes")):
        for kept in work.meetings.found(state=state.value):
            if _calls(kept.value, office.code) if kind == "meeting" else _signs(kept.value, office.code):
                yield _meeting(kept.value, office=office.code, kind=kind)


def _rows(session: Session, work: UnitOfWork, directory: Directory, office: Office) -> Iterator[WaitingRow]:
    definitions = [session.definition(work, row.digest) for row in work.definitions.every("workflow")]
    duties = duties_of_office(directory, office, definitions=definitions)
    after: str | None = None
    while duties:
        rows = work.queries.inbox(duties, limit=_PAGE, after=after)
        yield from rows
        if len(rows) < _PAGE:
            return
        after = rows[-1].cursor


def _waiting(session: Session, work: UnitOfWork, row: WaitingRow, office: str) -> OpenWork:
    definition = session.definition(work, row.definition)
    state = definition.states[row.state].title
    kind = "proposal"
    if row.step is not None:
        asked = definition.steps[row.step]
        state = asked.title
        kind = "post_review" if row.step == POST_REVIEW else "step"
        kind = "condition" if definition.each_condition(asked) else kind
    return OpenWork(office, kind, row.reference, row.number, pair(state), row.due_on)


def _asks(ballot: Ballot, office: str) -> bool:
    """Whether a ballot waits for the office: for the position of its seat, or for its casting vote."""
    if ballot.state is BallotState.WAITING:
        return office in ballot.chairs
    said = any(kept_as(office, via) in ballot.positions for via in Via)
    return any(seat.name == office for seat in ballot.seats) and not said


def _ballot(session: Session, ballot: Ballot, office: str) -> OpenWork:
    closes = day_of(ballot.closes_at, session.store.info.timezone).isoformat() if ballot.closes_at else None
    state = both(notice("organisation_act.awaits_position"))
    return OpenWork(office, "ballot", ballot.reference, 0, state, closes)


def _calls(meeting: Meeting, office: str) -> bool:
    """Whether a call still waits for the office's reply."""
    return meeting.seat(office) is not None and office not in meeting.replies


def _signs(meeting: Meeting, office: str) -> bool:
    """Whether the office's seat was there, and the minutes that went round still lack signatures."""
    minutes = meeting.minutes
    if minutes.circulated_at is None or minutes.complete:
        return False
    there = {stay.person for stay in meeting.stays.values() if stay.seat == office}
    return bool(there - {signature.person for signature in minutes.signatures})


def _attended(work: UnitOfWork, reference: str, person: str) -> bool:
    """Only who was there signs the minutes."""
    kept = work.meetings.get(reference)
    return kept is not None and any(stay.person == person for stay in kept.value.stays.values())


def _meeting(meeting: Meeting, *, office: str, kind: str) -> OpenWork:
    due = meeting.day if kind == "meeting" else meeting.minutes.until
    return OpenWork(office, kind, meeting.reference, 0, both(notice(f"organisation_act.awaits_{kind}")), due)
