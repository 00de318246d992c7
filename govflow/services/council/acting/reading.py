"""Reading a meeting that is only looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.meeting import Meeting
from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def meeting_read(work: UnitOfWork, reference: str) -> tuple[Meeting, int]:
    """A meeting, and how many acts made it what it is. NotFound with what was probably meant."""
    kept = work.meetings.get(reference)
    if kept is None:
        hint = did_you_mean(reference, work.meetings.references())
        raise NotFound(notice("meeting.unknown", reference=reference, hint=hint))
    return kept.value, kept.version
