"""Acts and their times: what is compared of the entries of a proposal, worked out once for all that compares it; and a
row beside a history was recorded by the act that its entry tells of, on the day of that act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from govflow.domain.history import Entry
from govflow.domain.replay import NOTHING, Folded
from govflow.services.audit.pinned import DefinitionOf, pinned
from govflow.services.clock import day_of
from govflow.services.corrections import answered_step
from govflow.workflow.definition import Definition, Transition

Told = Mapping[str, Any]

_NO_STEP: Mapping[str, Any] = {"asked_on": None, "answered_on": None}
_KEPT = 4096
"""The stamps of acts are many, and few are alike."""


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


@dataclass(
    slots=True, eq=False
)  # not frozen: those are made several times slower, and there is one to each entry
class Act:
    """An entry of a proposal, with what the proposal was before it and after it; its definition, None where there is
    none, which replaying reports; whether it `moves` the proposal into a state; the transitions that it may have been;
    and what it changed, of that the row and the steps."""

    entry: Entry
    timed: Timed
    before: Folded
    after: Folded
    definition: Definition | None
    moves: bool
    ways: tuple[Transition, ...]
    changes: Told
    row: Told
    steps: Sequence[Told]


def acts_of(entries: Iterable[Entry], definition_of: DefinitionOf) -> list[Act]:
    """The acts of a proposal."""
    acts: list[Act] = []
    was, at = Folded(), ""
    digest, definition = None, None
    for entry in entries:
        if entry.definition != digest:
            digest, definition = entry.definition, pinned(definition_of, entry)
        now, changes, moves = was.after(entry), entry.read("changes"), entry.from_state != entry.to_state
        row, steps = changes.get("proposal", NOTHING), changes.get("steps", ())
        ways: tuple[Transition, ...] = ()
        if definition is not None and entry.step is None:
            ways = definition.ways(entry.trigger, source=entry.from_state, target=entry.to_state)
        acts.append(Act(entry, Timed(entry, at), was, now, definition, moves, ways, changes, row, steps))
        was, at = now, entry.recorded_at
    return acts


class LocalDays:
    """The local days of the acts of a store."""

    def __init__(self, timezone: str) -> None:
        self._timezone = timezone
        self._known: dict[tuple[str, str | None], tuple[frozenset[date], frozenset[str]]] = {}

    def of(self, act: Timed) -> frozenset[date]:
        """The days that may have been the day of an act: that of its entry, or, where the clock had run back, the one
        that the entry was for."""
        return self._of(act)[0]

    def written(self, act: Timed) -> frozenset[str]:
        """The same days as they are kept."""
        return self._of(act)[1]

    def _of(self, act: Timed) -> tuple[frozenset[date], frozenset[str]]:
        at = act.entry.recorded_at
        key = (at, act.entry.effective_on if at == act.before else None)
        days = self._known.get(key)
        if days is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = self._days(*key)
            days = self._known[key] = found, frozenset(day.isoformat() for day in found)
        return days

    def _days(self, at: str, meant_for: str | None) -> frozenset[date]:
        day = day_of(at, self._timezone)
        return frozenset({day} if meant_for is None else {day, date.fromisoformat(meant_for)})


def misdated(acts: Iterable[Act], days: LocalDays) -> Iterator[int]:
    """The entries by which a step was asked or answered on another day than theirs."""
    for act in acts:
        if act.steps:
            told = _days_told(act)
            if told and not told <= days.written(act.timed):
                yield act.entry.seq


def _days_told(act: Act) -> set[str | None]:
    """The days on which an entry says that something was asked or answered by it."""
    told: set[str | None] = set()
    for step in act.steps:
        was = act.before.steps.get(step["number"], _NO_STEP)
        asked_on, answered_on = step["asked_on"], step["answered_on"]
        if asked_on != was["asked_on"]:
            told.add(asked_on)
        if answered_on != was["answered_on"]:
            told.add(answered_on)
    answered = answered_step(act.entry)
    if answered is not None:
        told.add(answered["answered_on"])
    return told
