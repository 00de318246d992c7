"""Returns: what a proposal was sent back for, and what was said to each of it when it came again.

A return is kept as a record: its `issues` with the `state` and the `revision` that were sent back. An issue is plain
data: `text`, perhaps the `field` that it is about, and once it has been answered its `reply`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Issue = Mapping[str, Any]
Records = Mapping[str, Any]


class Open(NamedTuple):
    """An issue that nobody has replied to yet. `number` is what it is answered by."""

    number: int
    record: str
    place: int
    issue: Issue


def open_issues(records: Records, names: Iterable[str]) -> list[Open]:
    """The issues without a reply of the returns of these names, numbered from 1."""
    found = [
        (name, place, issue)
        for name in names
        for place, issue in enumerate((records.get(name) or {}).get("issues") or ())
        if not issue.get("reply")
    ]
    return [Open(number, *each) for number, each in enumerate(found, start=1)]


def replied(records: Records, names: Iterable[str], replies: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The returns in which something is answered, with the replies beside their issues."""
    said = {reply["issue"]: reply["text"] for reply in replies}
    changed: dict[str, Any] = {}
    for each in open_issues(records, names):
        if each.number in said:
            record = changed.setdefault(
                each.record, {**records[each.record], "issues": [*records[each.record]["issues"]]}
            )
            record["issues"][each.place] = {**each.issue, "reply": said[each.number]}
    return changed


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The fields in which two contents differ, in order of their names."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
