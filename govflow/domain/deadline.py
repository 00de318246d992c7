"""Due dates: working days, months, yearly and monthly dates, fiscal years (April to March)."""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from govflow.errors import BadInput
from govflow.messages import notice

FOUND_KEPT = 4096
"""Acts of one day ask for the same few days over and over; the bound keeps a long-lived calendar small."""


class WorkingCalendar:
    """The working days between `first` and `last`: not Saturday, not Sunday, not in `closed`.

    A day outside the known years is an error (`deadline.unknown_year`), never a guess.
    """

    __slots__ = ("_closed", "_found", "_ordered", "first", "last")

    def __init__(self, closed: Iterable[date], *, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._closed = frozenset(day for day in closed if day.weekday() < 5)
        self._ordered = sorted(self._closed)
        self._found: dict[tuple[date, int | NamedDate], date] = {}

    def is_working(self, day: date) -> bool:
        self._check(day)
        return day.weekday() < 5 and day not in self._closed

    def add(self, start: date, days: int) -> date:
        """The `days`-th working day after `start`; with 0, `start` itself or the next working day."""
        day = self._found.get((start, days))
        if day is None:
            day = self.on_or_after(start) if days == 0 else start
            for _ in range(days):
                day = self.on_or_after(day + timedelta(days=1))
            self._keep((start, days), day)
        return day

    def next_of(self, named: NamedDate, start: date) -> date:
        """The first occurrence of a named date which, moved off closed days, is on or after `start`."""
        day = self._found.get((start, named))
        if day is None:
            day = named.next_after(start, self)
            self._keep((start, named), day)
        return day

    def _keep(self, asked: tuple[date, int | NamedDate], found: date) -> None:
        if len(self._found) > FOUND_KEPT:
            self._found.clear()
        self._found[asked] = found

    def on_or_after(self, day: date) -> date:
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def on_or_before(self, day: date) -> date:
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and including `end`; 0 when `end` is not later."""
        if end <= start:
            return 0
        self._check(start)
        self._check(end)
        closed = bisect_right(self._ordered, end) - bisect_left(self._ordered, start + timedelta(days=1))
        return _weekdays_to(end) - _weekdays_to(start) - closed

    def days_left(self, due: date, today: date) -> int:
        """Working days until `due`; once it has passed, how many it is late, negative and at least one."""
        return self.between(today, due) if due >= today else -max(self.between(due, today), 1)

    def _check(self, day: date) -> None:
        if not self.first <= day <= self.last:
            said = notice("deadline.unknown_year", day=day, first=self.first, last=self.last)
            raise BadInput.at(None, said)


class NamedDate(NamedTuple):
    """A date that comes round: yearly (`month` set) or monthly; `forward` is where a closed day moves to."""

    month: int | None
    day: int
    forward: bool = True

    def next_after(self, start: date, working: WorkingCalendar) -> date:
        """The first occurrence which, moved off closed days, is on or after `start`."""
        earliest = _after_last_working_day(start, working) if self.forward else start
        to_come = (found for found in self._occurrences(start) if found >= earliest)
        return next(day for found in to_come if (day := self._settled(found, working)) >= start)

    def _settled(self, day: date, working: WorkingCalendar) -> date:
        return working.on_or_after(day) if self.forward else working.on_or_before(day)

    def _occurrences(self, start: date) -> Iterable[date]:
        months = [self.month] if self.month else range(1, 13)
        for year in (start.year - 1, start.year, start.year + 1, start.year + 2):
            for month in months:
                yield date(year, month, min(self.day, calendar.monthrange(year, month)[1]))


def fiscal_year(day: date) -> int:
    """The fiscal year a day falls in: 2026-03-31 is in fiscal year 2025."""
    return day.year if day.month >= 4 else day.year - 1


def end_of_fiscal_year(year: int) -> date:
    return date(year + 1, 3, 31)


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _after_last_working_day(start: date, working: WorkingCalendar) -> date:
    """The first of the closed days right before `start`: what falls on them moves to `start` or later."""
    day = start
    while not working.is_working(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return day


def _weekdays_to(day: date) -> int:
    """Weekdays from the day with ordinal 1 (a Monday) up to and including `day`."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)
