"""What a refused act concerned: a proposal by its title, a ballot by its question, a meeting by its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.messages import catalogue_text
from govflow.services.council.documents.sitting import meeting_title
from govflow.services.council.matters.titles import proposal_title
from govflow.services.names import Pair, pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def about(session: Session, work: UnitOfWork, reference: str) -> Pair | None:
    """What a reference is called; None for one that there is not."""
    if proposal := work.proposals.get(reference):
        return pair(proposal_title(work, proposal))
    if ballot := work.ballots.get(reference):
        return pair(ballot.value.matter.title)
    if meeting := work.meetings.get(reference):
        return meeting_title(meeting.value, session.charter(work, meeting.value.charter))
    return None


def council_act(trigger: str) -> Pair | None:
    """What an act of a council is called; None for a trigger that is none."""
    try:
        return pair(catalogue_text(f"council_acts.{trigger}"))
    except KeyError:
        return None
