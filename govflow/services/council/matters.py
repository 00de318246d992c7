"""What is put to a body: a proposal or a decision, as it is called in both languages, and the ballots about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, Matter
from govflow.domain.council.link import Link
from govflow.domain.council.meeting import Meeting
from govflow.domain.proposal import Proposal
from govflow.messages import Title

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork


def proposal_title(work: UnitOfWork, proposal: Proposal) -> Title:
    """The title that a proposal has now; what states none in English keeps its own."""
    revision = work.revisions.get(proposal.reference, proposal.revision)
    return Title(proposal.title, (revision and revision.content.get("title_en")) or proposal.title)


def matter_about(row: DecisionRow, ministry: str | None, *, asks: Link) -> Matter:
    """What is put to the vote where it is about a decision: its number and what it decided."""
    question, question_en = (f"{row.number} {title}" for title in (row.title, row.title_en))
    return Matter(question, ministry, about=row.number, asks=asks, question_en=question_en)


def ballots_about(work: UnitOfWork, meeting: Meeting) -> list[Ballot]:
    """The ballots of a meeting, then those elsewhere on the proposals of its agenda."""
    here = [kept.value for kept in work.ballots.found(meeting=meeting.reference)]
    proposals = dict.fromkeys(item.proposal for item in meeting.agenda() if item.proposal)
    found = (kept.value for each in proposals for kept in work.ballots.found(proposal=each))
    return [*here, *(each for each in found if each.meeting != meeting.reference)]
