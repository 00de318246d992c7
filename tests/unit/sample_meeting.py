"""A meeting of seven seats of which the first two may preside, for the tests of what is pure."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from govflow.domain.council.attendance import Arrival, arriving, opened
from govflow.domain.council.item import Item, Part, Section
from govflow.domain.council.meeting import Meeting, MeetingSeat
from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import HALF, Base, QuorumRule, Rule

SEATS = ("chair", "deputy", "a", "b", "c", "d", "e")
START = "2025-04-15T01:00:00.000000Z"
RULE = Rule(Base.YES_NO, HALF, quorum=QuorumRule(HALF, inclusive=True))
"""Half of the six voting seats: three."""


def seat(name: str, *, voting: bool = True) -> MeetingSeat:
    return MeetingSeat(name, name, name, voting, ONE, None, (f"{name}_person",), (f"{name}_alternate",))


def meeting(*, seats: Iterable[str] = SEATS) -> Meeting:
    """A meeting as it was called; the chair has no vote."""
    return Meeting(
        reference="TC-2025-M001",
        body="council",
        charter="digest",
        day="2025-04-15",
        starts_at=START,
        place="hall",
        called_at="2025-04-01T00:00:00.000000Z",
        seats=tuple(seat(name, voting=name != "chair") for name in seats),
        chairs=("chair", "deputy"),
    )


def there(before: Meeting, *seats: str, at: str = START) -> Meeting:
    """With the holders of these seats there."""
    return arriving(before, [Arrival(name, name, f"{name}_person") for name in seats], at=at)


def sitting_of(*seats: str) -> Meeting:
    """Open, with these seats there."""
    return opened(there(meeting(), *seats), at=START)


def minute(number: int) -> str:
    """So many minutes after the start."""
    return f"2025-04-15T{1 + number // 60:02d}:{number % 60:02d}:00.000000Z"


def item(title: str = "item", section: Section = Section.DECIDE, part: Part = Part.DISCUSSION) -> Item:
    return Item(0, 0, section, part, title)


def fraction_rule(fraction: Fraction, *, inclusive: bool, proxies: bool = False) -> Rule:
    return RULE._replace(quorum=QuorumRule(fraction, inclusive=inclusive, count_proxy=proxies))
