"""Times: a row beside the history was recorded by the act that its entry tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from govflow.domain.history import Entry
from govflow.domain.replay import Folded, folding
from govflow.services.clock import day_of
from govflow.services.corrections import answered_step


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


def days_of(act: Timed, timezone: str) -> frozenset[date]:
    """The local days that may have been the day of an act: that of its entry, or, where the clock had run back, the one
    that the entry was for."""
    day = day_of(act.entry.recorded_at, timezone)
    ran_back = act.entry.recorded_at == act.before
    return frozenset({day, date.fromisoformat(act.entry.effective_on)} if ran_back else {day})


def misdated(entries: Iterable[Entry], timezone: str) -> Iterator[int]:
    """The entries by which a step was asked or answered on another day than theirs."""
    entries = list(entries)
    for act, before in zip(timed(entries), folding(entries), strict=True):
        told = {*_days_told(act.entry, before)} if "asked_on" in act.entry.changes else set()
        if told and not told <= {day.isoformat() for day in days_of(act, timezone)}:
            yield act.entry.seq


def _days_told(entry: Entry, before: Folded) -> Iterator[str | None]:
    """The days on which an entry says that something was asked or answered by it."""
    for step in entry.read("changes").get("steps", ()):
        was = before.steps.get(step["number"], {})
        yield from (step[name] for name in ("asked_on", "answered_on") if step[name] != was.get(name))
    answered = answered_step(entry)
    if answered is not None:
        yield answered["answered_on"]
