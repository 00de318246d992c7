"""The due date that a proposal has, as its history tells it: what set it, what has stopped its clock since, and what of
it is a fixed date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from govflow.domain.deadline import WorkingCalendar
from govflow.domain.facts import Facts
from govflow.domain.history import Entry
from govflow.domain.pause import Clock, Span, gone_on
from govflow.domain.replay import Folded, folding
from govflow.domain.step import StepState
from govflow.services.acting.effects import due_day
from govflow.services.recording import recorded_capacity
from govflow.workflow.definition import Definition, Due, Transition
from govflow.workflow.engine import Moved, replayed


class DueSet(NamedTuple):
    """The entry that set the due date that a proposal has, the definition's words for it, the proposal's row and the
    records of then, and from when until when its clock has stood still since."""

    entry: Entry
    due: Due
    row: Mapping[str, Any]
    records: Mapping[str, Any]
    pauses: tuple[Span, ...] = ()

    @property
    def day(self) -> date:
        """The day from which it counts."""
        entered = self.row["entered_seq"] == self.entry.seq
        return date.fromisoformat(self.row["state_since"] if entered else self.entry.effective_on)

    def paused(self, entries: Iterable[Entry], pausing: frozenset[str]) -> DueSet:
        """With the pauses since, up to the last of the entries."""
        return self._replace(pauses=tuple(_pauses(entries, pausing, self)))


def due_set(definition: Definition, entries: Iterable[Entry]) -> DueSet | None:
    """What set the due date of a proposal last, rounds and inquiries aside."""
    found: DueSet | None = None
    entries = [*entries]
    for entry, before in zip(entries, folding(entries), strict=True):
        found = set_by(definition, entry, before) or found
    return found.paused(entries, definition.pausing) if found else None


def set_by(definition: Definition, entry: Entry, before: Folded) -> DueSet | None:
    """The due date that an entry has set; None where it set none."""
    due = due_of(definition, entry)
    if due is None:
        return None
    changes = entry.read("changes")
    row = {**before.row, **changes.get("proposal", {})}
    return DueSet(entry, due, row, {**before.records, **changes.get("records", {})})


def due_of(definition: Definition, entry: Entry) -> Due | None:
    """The due date that an entry's act sets by its definition; None where it sets none."""
    if entry.trigger == "open" and entry.from_state is None:
        return definition.states[definition.initial].due
    if entry.step is not None:
        return None
    ways = definition.ways(entry.trigger, source=entry.from_state, target=entry.to_state)
    dues = [_due_by(definition, way) for way in ways]
    if all(due is dues[0] for due in dues[1:]):
        return dues[0] if dues else None
    found = replayed(
        definition,
        entry.trigger,
        state=entry.from_state or "",
        facts=Facts.recorded(entry.read("facts")),
        capacities=[recorded_capacity(entry)],
    )
    return _due_by(definition, found.transition) if isinstance(found, Moved) else None


def _due_by(definition: Definition, way: Transition) -> Due | None:
    return way.due or (definition.states[way.target].due if way.moves else None)


def clock_by(
    found: DueSet,
    dates: Mapping[str, str],
    *,
    definition: Definition,
    today: date,
    calendar: WorkingCalendar,
) -> Clock:
    """Where the clock stands by the dates of a round, counted from `today` on: with the pauses since."""
    day = due_day(
        found.due, definition=definition, today=today, calendar=calendar, records=found.records, dates=dates
    )
    latest = latest_by(found, dates, definition=definition, today=today, calendar=calendar)
    return gone_on(Clock(day, None), found.pauses, latest=latest, calendar=calendar)


def latest_by(
    found: DueSet,
    dates: Mapping[str, str],
    *,
    definition: Definition,
    today: date,
    calendar: WorkingCalendar,
) -> str | None:
    """The fixed date behind which no inquiry carries the due date: where a ministry has the proposal in hand, it is its
    own answer that is waited for. None elsewhere, and where there is no such date."""
    role = definition.roles.get(found.row["role"] or "")
    if role is None or role.duty(found.row["ministry"]).ministry is None:
        return None
    fixed = due_day(
        replace(found.due, working_days=None, months=None),
        definition=definition,
        today=today,
        calendar=calendar,
        records=found.records,
        dates=dates,
    )
    counted = (found.due.working_days, found.due.months) != (None, None)
    return None if fixed is not None and counted and fixed < today.isoformat() else fixed


def _pauses(entries: Iterable[Entry], pausing: frozenset[str], found: DueSet) -> Iterator[Span]:
    """From when until when steps that stop the clock were open since the due date was set."""
    waiting: set[int] = set()
    start: str | None = None
    for entry in entries:
        told = [step for step in entry.read("changes").get("steps", ()) if step["name"] in pausing]
        opened = {step["number"] for step in told if step["state"] == StepState.OPEN.value}
        waiting = (waiting - {step["number"] for step in told}) | opened
        if entry.seq < found.entry.seq:
            continue
        if waiting and start is None:
            start = max((step["asked_on"] for step in told), default=found.day.isoformat())
        elif start is not None and not waiting:
            yield Span(start, max(step["answered_on"] or step["asked_on"] for step in told))
            start = None
    if start is not None:
        yield Span(start, None)
