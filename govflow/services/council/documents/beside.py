"""What documents tell beside the items of a meeting: who is out of them, and what other bodies came to on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govflow.domain.council.meeting import Meeting
from govflow.domain.organisation import Directory
from govflow.services.council.documents.voting import outcome_title
from govflow.services.council.matters.came_to import came_to
from govflow.services.council.matters.conflicts import conflicts_shown
from govflow.services.council.matters.redactions import Redactions
from govflow.services.names import pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

JsonDict = dict[str, Any]


def recusals_told(
    work: UnitOfWork, meeting: Meeting, directory: Directory, *, redactions: Redactions
) -> list[JsonDict]:
    """The conflicts that stand, item by item. Their reasons are in `ballot show` alone."""
    return [
        {
            "item": item.number,
            "title": redactions[item.number].told(pair(item.named), named=True),
            "person": each.person,
            "office": each.office,
            "ballot": each.ballot,
        }
        for item in meeting.agenda()
        for each in conflicts_shown(work, meeting, item, directory)
    ]


def came_to_told(session: Session, work: UnitOfWork, meeting: Meeting) -> list[JsonDict]:
    """What other bodies came to on the proposals of the agenda, item by item."""
    return [
        {
            "item": item.number,
            "proposal": item.moves,
            "body": each.title,
            "outcome": outcome_title(each.outcome),
            "day": each.day,
            "ballot": each.ballot,
            "decision": each.decision,
        }
        for item in meeting.agenda()
        for each in came_to(session, work, item.moves, but=meeting.body, until=meeting.ended_at)
    ]
