"""What is put to a body: a proposal or a decision, as it is called in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Matter
from govflow.domain.council.link import Link
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
