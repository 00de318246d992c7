"""The moment of an act in the sample meeting, and what speaks against the act, for the tests of what is pure."""

from __future__ import annotations

from collections.abc import Iterable

from sample_meeting import START, minute

from govflow.domain.council.meeting_checks import When
from govflow.messages import Notice

DAY = "2025-04-15"
EARLIER, EARLY = "2025-04-14T01:00:00.000000Z", "2025-04-15T00:30:00.000000Z"
"""The day before, and half an hour before the start."""


def moment(at: str = START, *, now: str = minute(59), day: str = DAY, voted: str = "") -> When:
    """By default the start of the meeting, written down within the hour."""
    return When(at, now, day, voted)


def codes(reasons: Iterable[Notice]) -> list[str]:
    """The reasons by their names, in the order in which they are given."""
    return [why.code.removeprefix("meeting.") for why in reasons]


def only(reasons: Iterable[Notice]) -> Notice:
    """The one reason there is."""
    [why] = reasons
    return why
