"""Happening: when an act on a ballot happened, also in a meeting that is recorded afterwards, from paper."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.council.meeting import Meeting
from govflow.domain.council.meeting_checks import in_time
from govflow.messages import Notice, notice
from govflow.services.council.acting.desk import Desk
from govflow.services.council.acting.proceedings import when


def happened(desk: Desk, meeting: Meeting | None) -> str:
    """The moment of an act: the one that was given, else right after what is recorded of that meeting."""
    if meeting is None or not meeting.on_paper:
        return desk.at
    return when(desk, meeting, desk.said.values.get("at")).at


def wrong_time(desk: Desk, meeting: Meeting | None) -> Iterator[Notice]:
    """Why it cannot have happened then. Votes that are not recorded from paper are taken as they are given."""
    at = desk.said.values.get("at")
    if meeting and meeting.on_paper:
        moment = when(desk, meeting, at)
        if moment.day != meeting.day:
            yield notice("paper.other_day", day=meeting.day, at=moment.at)
        yield from in_time(meeting, moment)
    elif at:
        yield notice("paper.not_on_paper")
