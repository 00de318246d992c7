"""Days, moments and fiscal years as documents print them: Japanese era dates and plain English."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from govflow.messages import catalogue_text, notice, say

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_GREGORIAN_SINCE = date(1873, 1, 1)
"""明治6年1月1日, the first Japanese day of this calendar: era dates before it had other months and days."""


class Era(NamedTuple):
    """An era and its first day."""

    name: str
    since: date


ERAS = (
    Era("令和", date(2019, 5, 1)),
    Era("平成", date(1989, 1, 8)),
    Era("昭和", date(1926, 12, 25)),
    Era("大正", date(1912, 7, 30)),
    Era("明治", date(1868, 1, 25)),
)


def wareki(value: str | None, lang: str) -> str:
    """令和8年11月22日; in English 22 November 2026. No day is 未設定 / not set."""
    if value is None:
        return catalogue_text("format.not_set").in_language(lang)
    day = date.fromisoformat(value)
    return _era_day(day) if lang == "ja" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def until(value: str | int | None, lang: str) -> str:
    """A day by which something is due, or the working days that there are from a decision on."""
    if isinstance(value, int):
        return say(notice("format.working_days_after", days=value), lang)
    return wareki(value, lang)


def day(value: str | None, lang: str) -> str:
    """The era date with the ISO date beside it; in English as `wareki`."""
    text = wareki(value, lang)
    return text if value is None or lang != "ja" else f"{text}（{value}）"


def moment(value: str | None, lang: str) -> str:
    """A recorded UTC time as date and time in Japan."""
    if value is None:
        return wareki(None, lang)
    local = _in_japan(value)
    text = wareki(local.date().isoformat(), lang)
    return f"{text} {local:%H:%M}" if lang == "ja" else f"{text}, {local:%H:%M} JST"


def clock(value: str | None, lang: str) -> str:
    """The time of a recorded UTC moment in Japan, where the day is known; no moment is a dash."""
    return f"{_in_japan(value):%H:%M}" if value else "—"


def fiscal_year(value: int, lang: str) -> str:
    """令和8年度 / FY2026: April to March, named after the era of its first day."""
    if lang != "ja":
        return f"FY{value}"
    if value == 2019:
        # By the Cabinet's decision of 1 April 2019 the whole of this year is 令和元年度, from 1 May on.
        return "令和元年度"
    return f"{_era_year(date(value, 4, 1))}度"


def _era_day(day: date) -> str:
    return f"{_era_year(day)}{day.month}月{day.day}日"


def _era_year(day: date) -> str:
    """令和8年, 令和元年; the common era where era dates followed the old calendar."""
    if day < _GREGORIAN_SINCE:
        return f"{day.year}年"
    era = next(era for era in ERAS if era.since <= day)
    year = day.year - era.since.year + 1
    return f"{era.name}{'元' if year == 1 else year}年"


def _in_japan(value: str) -> datetime:
    at = datetime.fromisoformat(value)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(_japan())


@cache
def _japan() -> ZoneInfo:
    return ZoneInfo("Asia/Tokyo")
