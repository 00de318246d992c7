"""What minutes tell of a meeting: item by item what was put, counted, amended and decided, with what was remarked.

The public version is the same without what was closed of each item, the closed remarks, and what members asked to have
corrected; it tells who signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from govflow.domain.council.ballot import Ballot, Matter
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Amendment, Item, ItemState, Part
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.minutes import Correction, Remark, Signature
from govflow.domain.council.redaction import Redaction
from govflow.domain.organisation import Directory
from govflow.messages import catalogue_text
from govflow.services.council.documents.sitting import (
    attendance_told,
    item_told,
    meeting_told,
    papers_told,
    withheld_told,
)
from govflow.services.council.documents.voting import assented, ballot_told
from govflow.services.council.matters.redactions import Redactions
from govflow.services.documents.conditions import conditions_told
from govflow.services.names import named, pair, titled

JsonDict = dict[str, Any]


class Proceedings(NamedTuple):
    """What there is to tell of items beside the meeting: ballots, and the remarks that are shown."""

    ballots: Sequence[Ballot]
    remarks: Sequence[Remark]
    positions: bool
    public: bool


def minutes_told(
    meeting: Meeting,
    ballots: Sequence[Ballot],
    charter: Charter,
    directory: Directory,
    *,
    redactions: Redactions,
    public: bool,
) -> JsonDict:
    """The whole context of minutes, for the file or for everybody; `redactions` tell what is closed of each item."""
    minutes = meeting.minutes
    corrections = () if public else minutes.corrections
    remarks = [remark for item in meeting.agenda() for remark in minutes.remarks_on(item.number)]
    shown = [remark for remark in remarks if not (public and remark.closed)]
    proceedings = Proceedings(ballots, shown, positions=charter.publication.positions, public=public)
    items = [
        {
            **item_told(meeting, item, directory, redactions=redactions if public else None),
            **_course(meeting, item, proceedings, directory=directory, redaction=redactions[item.number]),
        }
        for item in meeting.agenda()
    ]
    return {
        "meeting": meeting_told(meeting, charter, directory, redactions=redactions if public else None),
        "attendance": attendance_told(meeting, directory),
        "items": items,
        "papers": papers_told(meeting, redactions=redactions if public else None),
        "corrections": [{"text": each.text, **_who(each, directory)} for each in corrections],
        "signatures": [{"at": each.at, **_who(each, directory)} for each in minutes.signatures],
        "withheld_parts": _withheld_parts(items),
        "withheld_corrections": len(minutes.corrections),
        "withheld_remarks": sum(remark.closed for remark in remarks),
        "positions_published": charter.publication.positions,
    }


def _withheld_parts(items: Sequence[JsonDict]) -> list[JsonDict]:
    """Item by item what is closed of it, each part with its reason once, whichever of its ballots or amendments closes
    it."""
    told = []
    for item in items:
        closed = [part for each in (item, *item["amendments"], *item["ballots"]) for part in each["withheld"]]
        once = [part for number, part in enumerate(closed) if part not in closed[:number]]
        told += [{"number": item["number"], "withheld": once}] if once else []
    return told


def _who(each: Correction | Signature, directory: Directory) -> JsonDict:
    return {"person": named(directory, each.person), "office": titled(directory, each.office)}


def _course(
    meeting: Meeting, item: Item, proceedings: Proceedings, *, directory: Directory, redaction: Redaction
) -> JsonDict:
    """What became of an item."""
    here = (meeting.reference, item.number)
    ballots = [ballot for ballot in proceedings.ballots if (ballot.meeting, ballot.item) == here]
    shown = redaction if proceedings.public else None
    course = {
        "state": item.state.value,
        "consented": _consented(item, ballots),
        "called_at": item.called_at,
        "present": meeting.voting(item.present),
        "outcome": item.outcome and item.outcome.value,
        "decision": item.decision,
        "note": item.note,
        "amendments": [
            _amendment(each, directory, redaction, public=proceedings.public)
            for each in item.every_amendment()
        ],
        "ballots": [
            ballot_told(each, directory, positions=proceedings.positions, redaction=shown) for each in ballots
        ],
        "remarks": [
            {"text": remark.text, "closed": remark.closed}
            for remark in proceedings.remarks
            if remark.item == item.number
        ],
    }
    told: JsonDict = redaction.told(course) if proceedings.public else course
    return told


def _consented(item: Item, ballots: Sequence[Ballot]) -> bool:
    """Whether it went through with the consent part: the minutes take a line for it."""
    through = item.part is Part.CONSENT and item.state is ItemState.DONE
    return through and len(ballots) == 1 and all(assented(each) and not each.joint for each in ballots)


def _amendment(amendment: Amendment, directory: Directory, redaction: Redaction, *, public: bool) -> JsonDict:
    """An amendment, and why what it asks for is closed; in public it does not tell that."""
    outcome, condition = amendment.outcome, amendment.condition
    matter = Matter("", amount=amendment.amount, conditions=(condition,) if condition else ())
    why = redaction.why(matter)
    hidden = public and bool(why)
    told = conditions_told(matter.conditions, directory)
    return {
        "number": amendment.number,
        "kind": amendment.kind.value,
        "seat": titled(directory, amendment.seat),
        "text": "" if hidden else amendment.text,
        "amount": None if hidden else amendment.amount,
        "condition": None if hidden or not told else told[0],
        "withheld": withheld_told(why),
        "ballot": amendment.ballot,
        "outcome": pair(catalogue_text(f"ballot.outcome_{outcome.value.lower()}")) if outcome else None,
        "moot": amendment.moot,
    }
