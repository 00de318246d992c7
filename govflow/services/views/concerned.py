"""What a refused act concerned: a proposal by its title, a ballot by its question, a meeting by its day."""

from __future__ import annotations

from govflow.errors import NotAuthorised
from govflow.messages import catalogue_text
from govflow.services.access import Reading
from govflow.services.council.documents.sitting import meeting_title
from govflow.services.council.matters.openness import ballot_title
from govflow.services.names import Pair, pair


def about(reading: Reading, reference: str) -> Pair | None:
    """What a reference is called, as far as that is open; None for one that there is not."""
    session, work = reading.session, reading.work
    if work.proposals.get(reference):
        return _proposal(reading, reference)
    if ballot := work.ballots.get(reference):
        return ballot_title(reading, ballot.value)
    if meeting := work.meetings.get(reference):
        return meeting_title(meeting.value, session.charter(work, meeting.value.charter))
    return None


def _proposal(reading: Reading, reference: str) -> Pair:
    try:
        case = reading.case(reference).case
    except NotAuthorised:
        return pair(catalogue_text("read.hidden"))
    return {"ja": case.proposal.title, "en": str(case.content.get("title_en") or case.proposal.title)}


def council_act(trigger: str) -> Pair | None:
    """What an act of a council is called; None for a trigger that is none."""
    try:
        return pair(catalogue_text(f"council_acts.{trigger}"))
    except KeyError:
        return None
