"""Times: a row beside the history was recorded by the act that its entry tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from govflow.domain.history import Entry


class Timed(NamedTuple):
    """An entry, and the time of the one before it in its history."""

    entry: Entry
    before: str

    def recorded(self, at: str) -> bool:
        """Whether a row of this act may say `at`. An entry never runs back behind the one before, while the clock
        and with it the row may: only then the row's time lies before the entry's."""
        stamped = self.entry.recorded_at
        return at == stamped or at < stamped == self.before


def same_act(one: Timed, other: Timed) -> bool:
    """Whether two entries of different histories may be of one act: the clock stood at both, or at one of them and
    behind the other, which then did not run back."""
    return one.recorded(other.entry.recorded_at) or other.recorded(one.entry.recorded_at)


def timed(entries: Iterable[Entry]) -> Iterator[Timed]:
    """Each entry of a history with the time before it."""
    return (
        Timed(entry, before.recorded_at if before else "")
        for before, entry in pairwise([None, *entries])
        if entry
    )
