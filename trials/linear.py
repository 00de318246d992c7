"""Whether what processes saw of one proposal can be put into one order: linearizability, after Wing and Gong.

A proposal is a number that each act makes one greater. An act that expects a version happens at that version only and
is a conflict at every other; whoever looks sees the number. What was over before something else began comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple


class Saw(Enum):
    """What a process saw."""

    DONE = "done"
    CONFLICT = "conflict"
    LOOKED = "looked"


class Seen(NamedTuple):
    """One thing that a process did: from when to when, what it expected, what it saw, and the version it was told (of
    a conflict none). `key` is under which the act was done."""

    began: float
    ended: float
    expected: int | None
    saw: Saw
    version: int | None
    key: str = ""


def disorder(seen: Sequence[Seen], *, first: int, history: Sequence[str]) -> str | None:
    """Why there is no order for it; None where there is one. `first` is the version before everything, `history` the
    keys of the acts that the store has recorded since, in its order."""
    done = sorted((one for one in seen if one.saw is Saw.DONE), key=lambda one: one.version or 0)
    if [one.key for one in done] != list(history):
        return "the acts that were acknowledged are not those of the history"
    waiting = sorted(seen)
    version = first
    while waiting:
        limit = min(one.ended for one in waiting)
        possible = [one for one in waiting if one.began <= limit]
        now = _next(possible, version)
        if now is None:
            return f"nothing that could come next fits version {version}: {possible}"
        waiting.remove(now)
        version += now.saw is Saw.DONE
    return None


def _next(possible: Iterable[Seen], version: int) -> Seen | None:
    """What comes next: whatever changes nothing as soon as it fits, since later it might not; then the next act."""
    fitting = [one for one in possible if _fits(one, version)]
    return min(fitting, key=lambda one: one.saw is Saw.DONE, default=None)


def _fits(one: Seen, version: int) -> bool:
    if one.saw is Saw.LOOKED:
        return one.version == version
    if one.saw is Saw.CONFLICT:
        return one.expected != version
    return one.version == version + 1 and one.expected in (None, version)
