"""The agenda of a meeting (議事次第): items put on it, moved on it, and taken out of its consent part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govflow.domain.council.item import Item, Part, Section
from govflow.domain.council.meeting import Meeting


def with_items(meeting: Meeting, items: Iterable[Item]) -> Meeting:
    """The meeting with more items: each gets the next number, and the last place of its part."""
    for item in items:
        number = len(meeting.items) + 1
        placed = item._replace(number=number, place=_last(meeting, item.section, item.part) + 1)
        meeting = meeting.with_item(placed)
    return meeting


def moved(
    meeting: Meeting,
    numbers: Iterable[int],
    *,
    to: int | None = None,
    section: Section | None = None,
    part: Part | None = None,
) -> Meeting:
    """The meeting with items in another section or part; there at the place `to`, which counts from 1, else last."""
    found = [meeting.items[str(number)] for number in dict.fromkeys(numbers)]
    going = [item._replace(section=section or item.section, part=part or item.part) for item in found]
    for where in dict.fromkeys((item.section, item.part) for item in going):
        block = [item for item in going if (item.section, item.part) == where]
        others = [item for item in _group(meeting, *where) if item not in found]
        index = len(others) if to is None else to - 1
        meeting = _placed(meeting, [*others[:index], *block, *others[index:]])
    return meeting


def gone_on(meeting: Meeting, item: Item) -> tuple[str, ...]:
    """What an item says of itself when it comes back on another agenda."""
    return (*item.earlier, f"{meeting.reference}/{item.number}")


def _placed(meeting: Meeting, items: list[Item]) -> Meeting:
    for place, item in enumerate(items, start=1):
        if meeting.items[str(item.number)] != (placed := item._replace(place=place)):
            meeting = meeting.with_item(placed)
    return meeting


def _group(meeting: Meeting, section: Section, part: Part) -> Iterator[Item]:
    return (item for item in meeting.agenda() if (item.section, item.part) == (section, part))


def _last(meeting: Meeting, section: Section, part: Part) -> int:
    return max((item.place for item in _group(meeting, section, part)), default=0)
