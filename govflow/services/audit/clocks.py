"""Clocks verified: what an inquiry stopped and let go on again, made once more from the histories alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from govflow.domain.deadline import WorkingCalendar
from govflow.domain.history import Entry
from govflow.domain.pause import Clock, Span, days_paused, resumed, stopped
from govflow.domain.replay import Folded, folding
from govflow.domain.step import StepState
from govflow.services.acting.due_set import due_set, latest_by
from govflow.services.audit.pinned import DefinitionOf, pinned

Row = Mapping[str, Any]
DatesOf = Callable[[Entry], Mapping[str, str]]
LatestOf = Callable[[], str | None]


class Asked(NamedTuple):
    """A step that stops the clock, as far as it counts for a stay."""

    seq: int
    span: Span


def clock_told(row: Row) -> Clock:
    """The clock of a proposal or step, as a history tells it."""
    return Clock(row.get("due_on"), row.get("paused_left"))


def pausing_of(definition_of: DefinitionOf, entry: Entry) -> frozenset[str]:
    """The steps of an entry's definition that stop the clock; replaying reports a definition that is not there."""
    definition = pinned(definition_of, entry)
    return definition.pausing if definition else frozenset()


def paused_days(asked: Mapping[int, Asked], *, entered: int, until: str, calendar: WorkingCalendar) -> int:
    """The working days of a stay on which the clock stood still, as the act that ended it counted them."""
    spans = (each.span for each in asked.values() if each.seq > entered)
    return days_paused(spans, until=date.fromisoformat(until), calendar=calendar)


def asked_by(changes: Row, pausing: frozenset[str]) -> dict[int, Asked]:
    """By number, what an entry says of steps that stop the clock."""
    return {
        step["number"]: Asked(step["asked_seq"], Span(step["asked_on"], step["answered_on"]))
        for step in changes.get("steps", ())
        if step["name"] in pausing
    }


def misset(
    entries: list[Entry], definition_of: DefinitionOf, calendar: WorkingCalendar, *, dates_of: DatesOf
) -> Iterator[int]:
    """The entries after which a clock does not stand where inquiries have left it."""
    if not any("paused_left" in entry.changes for entry in entries):
        pausing = {name for entry in entries for name in pausing_of(definition_of, entry)}
        if not any(step["name"] in pausing for entry in entries for step in _steps_of(entry)):
            return
    for at, (entry, before) in enumerate(zip(entries, folding(entries), strict=True), start=1):
        latest = partial(_latest, entries[:at], definition_of, calendar, dates_of)
        if not _agrees(entry, before, pausing_of(definition_of, entry), calendar, latest=latest):
            yield entry.seq


def _latest(
    entries: list[Entry], definition_of: DefinitionOf, calendar: WorkingCalendar, dates_of: DatesOf
) -> str | None:
    """The fixed date behind which a clock did not go on with the last of these entries."""
    definition = definition_of(entries[-1].definition or "")
    found = due_set(definition, entries)
    if found is None:
        return None
    return latest_by(found, dates_of(entries[-1]), definition=definition, today=found.day, calendar=calendar)


def _steps_of(entry: Entry) -> list[dict[str, Any]]:
    return list(entry.read("changes").get("steps", ()))


def _agrees(
    entry: Entry, before: Folded, pausing: frozenset[str], calendar: WorkingCalendar, *, latest: LatestOf
) -> bool:
    row, steps = before.row, before.steps
    told = {step["number"]: step for step in _steps_of(entry)}
    after = {**steps, **told}
    halted, halts = _halts(steps, pausing), _halts(after, pausing)
    proposal = {**row, **entry.read("changes").get("proposal", {})}
    clocks = [
        (steps.get(number, step), step)
        for number, step in after.items()
        if _open(step) and not step["lasting"] and step["name"] not in pausing
    ]
    if not halted and not halts:
        return all(clock_told(now).left is None for _, now in (*clocks, (row, proposal)))
    day = _day(told, pausing)
    if any(clock_told(now) != _moved(clock_told(was), halts, day, calendar) for was, now in clocks):
        return False
    if entry.trigger == "reschedule":
        return True  # the days left by the round's dates; compared with the round
    was = clock_told(proposal if entry.from_state != entry.to_state else row)
    last = None if halts or was.left is None else latest()
    return clock_told(proposal) == _moved(was, halts, day, calendar, latest=last)


def _halts(steps: Mapping[int, Row], pausing: frozenset[str]) -> bool:
    """Whether the clock stands still."""
    return any(_open(step) for step in steps.values() if step["name"] in pausing)


def _moved(
    clock: Clock, halts: bool, day: date | None, calendar: WorkingCalendar, *, latest: str | None = None
) -> Clock | None:
    """Where a clock has to stand after an entry; the day is that of the question or answer."""
    settled = clock.due_on is None if halts else clock.left is None
    if settled:
        return clock
    if day is None:
        return None
    if halts:
        return stopped(clock, today=day, calendar=calendar)
    return resumed(clock, today=day, calendar=calendar, latest=latest)


def _day(told: Mapping[int, Row], pausing: frozenset[str]) -> date | None:
    days = [step["answered_on"] or step["asked_on"] for step in told.values() if step["name"] in pausing]
    return date.fromisoformat(max(days)) if days else None


def _open(step: Row) -> bool:
    return bool(step["state"] == StepState.OPEN.value)
