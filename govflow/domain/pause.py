"""Pauses: while an inquiry waits for its answer the clock stands still, and goes on with the working days left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from govflow.domain.deadline import WorkingCalendar


class Clock(NamedTuple):
    """When something is due, or what is left of its time while it stands still: working days, negative when it was
    late. With neither, it is never due."""

    due_on: str | None
    left: int | None


class Span(NamedTuple):
    """From when until when an inquiry was open, as local ISO dates; None: it still is."""

    start: str
    end: str | None


def stopped(clock: Clock, *, today: date, calendar: WorkingCalendar) -> Clock:
    """The clock standing still from today on."""
    if clock.due_on is None:
        return clock
    return Clock(None, calendar.days_left(date.fromisoformat(clock.due_on), today))


def resumed(clock: Clock, *, today: date, calendar: WorkingCalendar, latest: str | None = None) -> Clock:
    """The clock going on today with the days that were left; what was late then is as late now. A fixed date is not
    moved by waiting: with one, the clock goes on to this `latest` day."""
    if clock.left is None:
        return clock
    day = today if clock.left < 0 else calendar.add(today, clock.left)
    for _ in range(-clock.left):
        day = calendar.on_or_before(day - timedelta(days=1))
    due = day.isoformat()
    return Clock(due if latest is None else min(due, latest), None)


def gone_on(clock: Clock, pauses: Iterable[Span], *, latest: str | None, calendar: WorkingCalendar) -> Clock:
    """Where a clock stands after pauses, of which the last may still go on."""
    for start, end in pauses:
        clock = stopped(clock, today=date.fromisoformat(start), calendar=calendar)
        if end is not None:
            clock = resumed(clock, today=date.fromisoformat(end), calendar=calendar, latest=latest)
    return clock


def days_paused(spans: Iterable[Span], *, until: date, calendar: WorkingCalendar) -> int:
    """The working days on which at least one inquiry was open, up to a day."""
    total, reached = 0, date.min
    for start, end in sorted((each.start, each.end or "9999-12-31") for each in spans):
        begin, last = max(date.fromisoformat(start), reached), min(date.fromisoformat(end), until)
        if last > begin:
            total += calendar.between(begin, last)
            reached = last
    return total
