"""Calendars: the closed days a store is given at its founding, from statutory holidays and a file of closings.

The days are copied into the store, so that a due date computed once can be recomputed for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from govflow.domain.canonical import digest_of
from govflow.messages import Title, notice
from govflow.reading import Reader, Record, read_document, shown

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing that comes every year, from one month-day to another of the same year, both included."""

    start: tuple[int, int]
    end: tuple[int, int]
    title: Title

    def days(self, year: int) -> Iterator[date]:
        day = date(year, *self.start)
        while day <= date(year, *self.end):
            yield day
            day += DAY


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a calendar file says; years are included at both ends."""

    title: Title
    country: str
    timezone: str
    first_year: int
    last_year: int
    closings: tuple[Closing, ...]


def read_calendar(path: Path) -> CalendarFile:
    """A calendar file; BadInput with every problem of it."""
    reader = Reader()
    record = reader.record(read_document(path))
    record.integer("format", minimum=1, maximum=1)
    calendar = CalendarFile(
        title=record.title("title"),
        country=_country(record),
        timezone=_timezone(record),
        first_year=record.integer("first_year", minimum=1949, maximum=2099),
        last_year=record.integer("last_year", minimum=1949, maximum=2099),
        closings=tuple(_closing(item) for item in record.records("closings", default=())),
    )
    record.finish()
    reader.raise_if_any()
    return calendar


def keep_calendar(work: UnitOfWork, calendar: CalendarFile) -> None:
    """Copy every closed day of the calendar into the store."""
    closed = _statutory(calendar)
    for year in range(calendar.first_year, calendar.last_year + 1):
        for closing in calendar.closings:
            for day in closing.days(year):
                closed.setdefault(day, closing.title)
    first, last = date(calendar.first_year, 1, 1), date(calendar.last_year, 12, 31)
    days = [(day.isoformat(), title.ja, title.en) for day, title in sorted(closed.items())]
    work.calendar.add_days(days)
    work.calendar.know(first.isoformat(), last.isoformat())


def calendar_digest(work: UnitOfWork) -> str:
    """What says of a store's calendar that it is the one that was copied into it."""
    return digest_of({"known": work.calendar.known(), "days": work.calendar.named()})


def _statutory(calendar: CalendarFile) -> dict[date, Title]:
    """Statutory holidays by day, named in both languages."""
    from holidays import country_holidays

    years = range(calendar.first_year, calendar.last_year + 1)
    japanese = country_holidays(calendar.country, years=years, language="ja")
    english = country_holidays(calendar.country, years=years, language="en_US")
    return {day: Title(str(name), str(english.get(day) or name)) for day, name in japanese.items()}


def _closing(item: Record) -> Closing:
    closing = Closing(_month_day(item, "from"), _month_day(item, "to"), item.title("title"))
    item.finish()
    return closing


def _month_day(item: Record, key: str) -> tuple[int, int]:
    text = item.text(key)
    try:
        day = date.fromisoformat(f"2000-{text}")
    except ValueError:
        item.problem(key, notice("calendars.bad_month_day", text=text))
        return (1, 1)
    return (day.month, day.day)


def _country(record: Record) -> str:
    from holidays import list_supported_countries

    code = record.text("country")
    if code and code not in list_supported_countries():
        record.problem("country", notice("calendars.unknown_country", code=shown(code)))
    return code


def _timezone(record: Record) -> str:
    name = record.text("timezone")
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        record.problem("timezone", notice("calendars.unknown_timezone", name=name))
    return name
