"""Clocks verified: what an inquiry stopped and let go on again, made once more from the histories alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from govflow.domain.deadline import WorkingCalendar
from govflow.domain.history import Entry
from govflow.domain.pause import Clock, Span, days_paused, resumed, stopped
from govflow.domain.step import StepState
from govflow.services.acting.due_set import due_of, due_set, latest_by
from govflow.services.audit.timing import Act
from govflow.workflow.definition import Definition

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


def paused_days(asked: Mapping[int, Asked], *, entered: int, until: str, calendar: WorkingCalendar) -> int:
    """The working days of a stay on which the clock stood still, as the act that ended it counted them."""
    spans = [each.span for each in asked.values() if each.seq > entered]
    return days_paused(spans, until=date.fromisoformat(until), calendar=calendar) if spans else 0


def asked_by(act: Act) -> dict[int, Asked]:
    """By number, what an act says of steps that stop the clock; replaying reports a definition that is not there."""
    pausing = act.definition.pausing if act.definition else ()
    return {
        step["number"]: Asked(step["asked_seq"], Span(step["asked_on"], step["answered_on"]))
        for step in act.steps
        if step["name"] in pausing
    }


def misset(acts: list[Act], calendar: WorkingCalendar, *, dates_of: DatesOf) -> Iterator[int]:
    """The entries after which a clock does not stand where inquiries have left it."""
    if not _tells_of_pauses(acts):
        return
    for at, act in enumerate(acts, start=1):
        if act.definition:
            latest = partial(_latest, acts[:at], act.definition, calendar, dates_of)
            if not _agrees(act, act.definition, calendar, latest=latest):
                yield act.entry.seq


def _tells_of_pauses(acts: list[Act]) -> bool:
    """Whether a clock ever stood still, or something was asked that stops clocks."""
    definitions = {act.entry.definition: act.definition for act in acts}
    pausing = {name for definition in definitions.values() if definition for name in definition.pausing}
    return "paused_left" in acts[-1].after.row or any(
        step["name"] in pausing or "paused_left" in step for act in acts for step in act.steps
    )


def _latest(
    acts: list[Act], definition: Definition, calendar: WorkingCalendar, dates_of: DatesOf
) -> str | None:
    """The fixed date behind which a clock did not go on with the last of these acts."""
    found = due_set(definition, [act.entry for act in acts])
    if found is None:
        return None
    dates = dates_of(acts[-1].entry)
    return latest_by(found, dates, definition=definition, today=found.day, calendar=calendar)


def _agrees(act: Act, definition: Definition, calendar: WorkingCalendar, *, latest: LatestOf) -> bool:
    entry, pausing = act.entry, definition.pausing
    row, proposal, steps, after = act.before.row, act.after.row, act.before.steps, act.after.steps
    told = {step["number"]: step for step in act.steps}
    halted, halts = _halts(steps, pausing), _halts(after, pausing)
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
    sets = act.moves or due_of(definition, entry) is not None
    was = clock_told(proposal if sets else row)  # what an act sets is compared with its definition
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
