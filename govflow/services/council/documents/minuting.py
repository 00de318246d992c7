"""What minutes tell of a meeting: item by item what was put, counted, amended and decided, with what was remarked.

The public version is the same without the closed remarks and what members asked to have corrected; it tells who signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from govflow.domain.council.ballot import Ballot, Purpose
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Amendment, Item
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.minutes import Correction, Remark, Signature
from govflow.domain.organisation import Directory
from govflow.messages import catalogue_text
from govflow.services.council.documents.sitting import (
    attendance_told,
    item_told,
    meeting_told,
    papers_told,
)
from govflow.services.council.documents.voting import ballot_told, conditions_told
from govflow.services.names import named, pair, titled

JsonDict = dict[str, Any]


class Record(NamedTuple):
    """What there is to tell of items beside the meeting: ballots, and the remarks that are shown."""

    ballots: Sequence[Ballot]
    remarks: Sequence[Remark]
    positions: bool
    public: bool


def minutes_told(
    meeting: Meeting, ballots: Sequence[Ballot], charter: Charter, directory: Directory, *, public: bool
) -> JsonDict:
    """The whole context of minutes, for the file or for everybody."""
    minutes = meeting.minutes
    corrections = () if public else minutes.corrections
    remarks = [remark for item in meeting.agenda() for remark in minutes.remarks_on(item.number)]
    shown = [remark for remark in remarks if not (public and remark.closed)]
    record = Record(ballots, shown, positions=charter.publication.positions, public=public)
    return {
        "meeting": meeting_told(meeting, charter, directory),
        "attendance": attendance_told(meeting, directory),
        "items": [
            {**item_told(meeting, item, directory), **_course(meeting, item, record, directory=directory)}
            for item in meeting.agenda()
        ],
        "papers": papers_told(meeting),
        "corrections": [{"text": each.text, **_who(each, directory)} for each in corrections],
        "signatures": [{"at": each.at, **_who(each, directory)} for each in minutes.signatures],
        "withheld": sum(remark.closed for remark in remarks),
        "positions_published": charter.publication.positions,
    }


def _who(each: Correction | Signature, directory: Directory) -> JsonDict:
    return {"person": named(directory, each.person), "office": titled(directory, each.office)}


def _course(meeting: Meeting, item: Item, record: Record, *, directory: Directory) -> JsonDict:
    """What became of an item."""
    ballots = [ballot for ballot in record.ballots if ballot.item == item.number]
    return {
        "state": item.state.value,
        "called_at": item.called_at,
        "present": meeting.voting(item.present),
        "outcome": item.outcome and item.outcome.value,
        "decision": item.decision,
        "note": item.note,
        "amendments": [
            _amendment(each, directory, closed=record.public and _closed(ballots, each))
            for each in item.every_amendment()
        ],
        "ballots": [
            ballot_told(
                _without_closed(item, ballots, ballot) if record.public else ballot,
                directory,
                positions=record.positions,
                public=record.public,
            )
            for ballot in ballots
        ],
        "remarks": [
            {"text": remark.text, "closed": remark.closed}
            for remark in record.remarks
            if remark.item == item.number
        ],
    }


def _closed(ballots: Iterable[Ballot], amendment: Amendment) -> bool:
    """Whether what an amendment asks for stays out of what is published: a field of the decision, or its condition."""
    fields = {field for each in ballots for field in each.closed}
    return bool(fields) or bool(amendment.condition and amendment.condition.get("closed"))


def _without_closed(item: Item, ballots: Sequence[Ballot], ballot: Ballot) -> Ballot:
    """The ballot on an amendment, without what the amendment asks for where that is closed."""
    amendment = item.amendments.get(ballot.matter.about or "")
    if ballot.purpose is not Purpose.AMENDMENT or amendment is None or not _closed(ballots, amendment):
        return ballot
    return ballot._replace(matter=ballot.matter._replace(question="", amount=None, conditions=()))


def _amendment(amendment: Amendment, directory: Directory, *, closed: bool) -> JsonDict:
    outcome, condition = amendment.outcome, amendment.condition
    told = conditions_told([condition], directory)[0] if condition else None
    return {
        "number": amendment.number,
        "kind": amendment.kind.value,
        "seat": titled(directory, amendment.seat),
        "text": "" if closed else amendment.text,
        "amount": None if closed else amendment.amount,
        "condition": None if closed else told,
        "ballot": amendment.ballot,
        "outcome": pair(catalogue_text(f"ballot.outcome_{outcome.value.lower()}")) if outcome else None,
        "moot": amendment.moot,
    }
