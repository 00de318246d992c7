"""The one clock: UTC moments as texts, and the local day they fall on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from govflow.errors import BadInput
from govflow.messages import notice
from govflow.reading.scalar import FIRST_YEAR, LAST_YEAR

Clock = Callable[[], datetime]
"""Gives the present moment in UTC. Injected: the system's by default, a fixed one in tests and demonstrations."""


def system_clock() -> datetime:
    return datetime.now(UTC)


def fixed_clock(moment: datetime) -> Clock:
    """A clock that stands at `moment`."""
    return lambda: moment


def stamp(moment: datetime) -> str:
    """`2026-11-22T05:00:00.000000Z`: sorts as text."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def just_after(stamped: str) -> str:
    """The stamp a microsecond later."""
    return stamp(datetime.fromisoformat(stamped) + timedelta(microseconds=1))


_EVENED_OUT = timedelta(minutes=5)
"""As much as the clocks of several computers may differ."""


def is_set_back(now: str, last: str) -> bool:
    """Whether a clock that shows `now` must be wrong, since something was recorded at `last`."""
    return now < last and datetime.fromisoformat(last) - datetime.fromisoformat(now) > _EVENED_OUT


def moment_stamped(stamped: str) -> datetime:
    """The moment of a stamp."""
    return datetime.fromisoformat(stamped)


def local_text(stamped: str, timezone: str) -> str:
    """`2025-04-07 10:30`: a stamp as people there read it."""
    return f"{moment_stamped(stamped).astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"


def day_of(stamped: str, timezone: str) -> date:
    """The local day of a moment as it is kept."""
    return local_day(moment_stamped(stamped), timezone)


def local_day(moment: datetime, timezone: str) -> date:
    return moment.astimezone(ZoneInfo(timezone)).date()


MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?")


def moment_of(text: str, timezone: str) -> datetime:
    """A moment given on the command line: `2025-04-07` (nine in the morning) or `2025-04-07T10:30[:00][+09:00]`."""
    try:
        if not MOMENT.fullmatch(text):
            raise ValueError(text)
        given = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput.at(None, notice("session.bad_now", text=text)) from None
    if not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise BadInput.at(None, notice("session.bad_now", text=text))
    if len(text) == 10:
        given = given.replace(hour=9)
    return given if given.tzinfo else given.replace(tzinfo=ZoneInfo(timezone))
