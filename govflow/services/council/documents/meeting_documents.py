"""The documents of a meeting: the notice that calls its members, and those that are issued when somebody needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple, Unpack

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.redaction import Redaction
from govflow.errors import BadInput
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import refuse, secretary
from govflow.services.council.documents.beside import came_to_told, recusals_told
from govflow.services.council.documents.sitting import (
    agenda_told,
    attendance_told,
    meeting_told,
    papers_told,
)
from govflow.services.council.documents.voting import ballot_told
from govflow.services.council.matters.redactions import Redactions, redaction_on, redactions_in
from govflow.services.session import Session

JsonDict = dict[str, Any]


class OnDemand(NamedTuple):
    """A document that is issued on demand: what it tells beside the meeting, and whether that has to have begun."""

    told: Callable[[Desk, Meeting, Redactions], JsonDict]
    begun: bool = False


def convoke(
    session: Session, meeting: str, *, reply_by: date | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Issue the notice of a meeting with its agenda and papers as they are: an act of the secretariat. Members
    reply by a day, if none is given the last working day before the meeting. A later notice supersedes.

    Raises NotFound, NotAuthorised, Refused (every reason), Conflict (the key); DocumentError when it was done but could
    not be rendered.
    """

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        day = reply_by or _reply_by(desk, before)
        refuse(desk, before, _not_convoked(before, day, today=desk.directory.day))
        context = {
            "meeting": meeting_told(before, desk.charter(before), desk.directory),
            "items": agenda_told(before, desk.directory),
            "papers": papers_told(before),
            "reply_by": day.isoformat(),
        }
        number = desk.issue(before, "convocation", context)
        desk.record(before, before, capacity=capacity, payload={"reply_by": day.isoformat()})
        return Told(before, capacity, {"document": number, "reply_by": day.isoformat()})

    values = {"reply_by": reply_by and reply_by.isoformat()}
    said = Said("meeting", meeting, "convoke", values, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def issue_document(session: Session, meeting: str, kind: str, **how: Unpack[How]) -> CouncilReceipt:
    """Issue the agenda, the list of papers, the attendance list or the commitment register of a meeting as it is now;
    it supersedes the one before. Raises BadInput (the kind), else as `convoke` does."""
    if kind not in ON_DEMAND:
        hint = did_you_mean(kind, ON_DEMAND)
        raise BadInput.at(None, notice("minutes.kind_unknown", kind=kind, hint=hint, known=[*ON_DEMAND]))
    wanted = ON_DEMAND[kind]

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        charter = desk.charter(before)
        capacity = secretary(desk, charter)
        refuse(desk, before, _not_issued(before, wanted))
        redactions = redactions_in(desk.work, before)
        told = meeting_told(before, charter, desk.directory, redactions=redactions)
        context = {"meeting": told, **wanted.told(desk, before, redactions)}
        number = desk.issue(before, kind, context)
        desk.record(before, before, capacity=capacity, payload={"kind": kind})
        return Told(before, capacity, {"document": number, "kind": kind})

    said = Said("meeting", meeting, "issue", {"kind": kind}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def _agenda(desk: Desk, meeting: Meeting, redactions: Redactions) -> JsonDict:
    return {
        "items": agenda_told(meeting, desk.directory, redactions=redactions),
        "came_to": came_to_told(desk.session, desk.work, meeting),
        "recusals": recusals_told(desk.work, meeting, desk.directory, redactions=redactions),
    }


def _papers(desk: Desk, meeting: Meeting, redactions: Redactions) -> JsonDict:
    return {"papers": papers_told(meeting, redactions=redactions)}


def _attendance(desk: Desk, meeting: Meeting, redactions: Redactions) -> JsonDict:
    return {
        "attendance": attendance_told(meeting, desk.directory),
        "recusals": recusals_told(desk.work, meeting, desk.directory, redactions=redactions),
    }


def _commitments(desk: Desk, meeting: Meeting, redactions: Redactions) -> JsonDict:
    """How each seat voted in every ballot of the meeting: what its ministry is committed to. What is closed is told to
    the members only."""
    published = desk.charter(meeting).publication.positions
    return {
        "ballots": [
            ballot_told(
                kept.value,
                desk.directory,
                positions=True,
                redaction=_redaction(desk, kept.value, redactions) if published else None,
            )
            for kept in desk.work.ballots.found(meeting=meeting.reference)
        ],
        "positions_published": published,
    }


def _redaction(desk: Desk, ballot: Ballot, redactions: Redactions) -> Redaction:
    """That of its item; one whose item was removed has its own."""
    return redactions.get(ballot.item or 0) or redaction_on(desk.work, ballot)


ON_DEMAND: Mapping[str, OnDemand] = {
    "agenda": OnDemand(_agenda),
    "papers": OnDemand(_papers),
    "attendance": OnDemand(_attendance, begun=True),
    "commitments": OnDemand(_commitments, begun=True),
}
"""What is issued on demand, by kind."""


def _reply_by(desk: Desk, meeting: Meeting) -> date:
    """The last working day before the meeting, or today where that is past."""
    eve = date.fromisoformat(meeting.day) - timedelta(days=1)
    return max(desk.session.calendar(desk.work).on_or_before(eve), desk.directory.day)


def _not_convoked(meeting: Meeting, reply_by: date, *, today: date) -> Iterator[Notice]:
    """Every reason why the notice is not issued."""
    if meeting.on_paper:
        yield notice("minutes.not_on_paper", meeting=meeting.reference)
        return
    if meeting.state is not MeetingState.CALLED:
        yield notice("minutes.convoked_too_late", meeting=meeting.reference)
    if reply_by < today:
        yield notice("minutes.reply_past", reply_by=reply_by, today=today)
    if reply_by.isoformat() > meeting.day:
        yield notice("minutes.reply_after_meeting", reply_by=reply_by, day=meeting.day)


def _not_issued(meeting: Meeting, wanted: OnDemand) -> Iterator[Notice]:
    """Every reason why a document is not issued."""
    if meeting.state is MeetingState.CANCELLED:
        yield notice("minutes.meeting_cancelled", meeting=meeting.reference)
    elif wanted.begun and meeting.opened_at is None:
        yield notice("minutes.not_opened", meeting=meeting.reference)
