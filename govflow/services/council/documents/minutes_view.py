"""The minutes of a meeting as people see them on their way: the draft, what was remarked and asked for, who signed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from govflow.domain.council.meeting import Meeting
from govflow.domain.council.minutes_checks import record_of
from govflow.domain.organisation import Directory
from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.council.matters.openness import of_body
from govflow.services.names import Pair, named, titled
from govflow.services.session import Session


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A remark that stands. `closed` ones are not published."""

    number: int
    item: int
    text: str
    closed: bool


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """What a member asked to have corrected; `taken_up` by a later draft."""

    number: int
    person: Pair | None
    office: Pair | None
    text: str
    taken_up: bool


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signed, in which office, when (UTC)."""

    person: Pair | None
    office: Pair | None
    at: str


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The minutes of a meeting. `document` is the latest draft, `current` whether the record is still as it says;
    corrections are taken until the day `until`; `published` is the number of the public version."""

    meeting: str
    document: str | None
    current: bool
    until: str | None
    remarks: tuple[RemarkLine, ...]
    corrections: tuple[CorrectionLine, ...]
    signatures: tuple[SignatureLine, ...]
    published: str | None


def show_minutes(session: Session, meeting: str) -> MinutesView:
    """How the minutes of a meeting stand; what was remarked and asked for is the body's. NotFound with what was
    probably meant."""
    with session.reading() as work:
        kept = work.meetings.get(meeting)
        if kept is None:
            hint = did_you_mean(meeting, work.meetings.references())
            raise NotFound(notice("meeting.unknown", reference=meeting, hint=hint))
        ballots = [each.value for each in work.ballots.found(meeting=meeting)]
        current = kept.value.minutes.record == record_of(kept.value, ballots)
        view = _view(kept.value, session.directory(work), current=current)
        if of_body(Reading(session, work), kept.value.body):
            return view
        return replace(view, remarks=(), corrections=())


def _view(meeting: Meeting, directory: Directory, *, current: bool) -> MinutesView:
    minutes = meeting.minutes
    standing = (remark for item in meeting.agenda() for remark in minutes.remarks_on(item.number))
    return MinutesView(
        meeting=meeting.reference,
        document=minutes.document,
        current=current,
        until=minutes.until,
        remarks=tuple(RemarkLine(each.number, each.item, each.text, each.closed) for each in standing),
        corrections=tuple(
            CorrectionLine(
                each.number,
                named(directory, each.person),
                titled(directory, each.office),
                each.text,
                taken_up=each.document != minutes.document,
            )
            for each in minutes.corrections
        ),
        signatures=tuple(
            SignatureLine(named(directory, each.person), titled(directory, each.office), each.at)
            for each in minutes.signatures
        ),
        published=minutes.published,
    )
