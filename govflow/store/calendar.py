"""The calendar: the days on which offices are closed, and between which days that is known."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from govflow.errors import NotFound
from govflow.messages import notice
from govflow.store.schema import calendar_days
from govflow.store.session import Session
from govflow.store.settings import Settings
from govflow.store.statement import Statement, Upsert

FIRST, LAST = "calendar_first", "calendar_last"
"""The settings that say between which days the calendar is known."""

_ADD = Upsert(calendar_days, lambda new: {"ja": new.ja, "en": new.en})
_CLOSED = Statement(
    lambda: (
        select(calendar_days.c.day)
        .where(calendar_days.c.day >= bindparam("first"), calendar_days.c.day <= bindparam("last"))
        .order_by(calendar_days.c.day)
    )
)
_NAMED = Statement(
    lambda: select(calendar_days.c.day, calendar_days.c.ja, calendar_days.c.en).order_by(calendar_days.c.day)
)


class Calendar:
    """The closed days the store was given."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._settings = Settings(session)

    def add_days(self, days: Iterable[tuple[str, str, str]]) -> None:
        """Closed days with their names: ISO day, Japanese, English. One that is there gets the new names."""
        self._session.run_many(_ADD, ({"day": day, "ja": ja, "en": en} for day, ja, en in days))

    def know(self, first: str, last: str) -> None:
        """From the first to the last day, every closed day is now among those given."""
        self._settings.put(FIRST, first)
        self._settings.put(LAST, last)

    def known(self) -> tuple[str, str]:
        """The first and the last day the calendar knows. NotFound in a store that has none."""
        first, last = self._settings.get(FIRST), self._settings.get(LAST)
        if first is None or last is None:
            raise NotFound(notice("store.no_calendar"))
        return first, last

    def closed(self, first: str, last: str) -> list[str]:
        """The closed days from the first to the last, both included."""
        return [day for (day,) in self._session.rows(_CLOSED, {"first": first, "last": last})]

    def named(self) -> list[tuple[str, str, str]]:
        """Every closed day with its names."""
        return [(day, ja, en) for day, ja, en in self._session.rows(_NAMED)]
