"""Organisations: every content that was loaded, numbered from 1; the highest number is the present one."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from govflow.store.record import Record
from govflow.store.schema import organisations
from govflow.store.session import Session
from govflow.store.statement import Statement


class OrganisationRow(NamedTuple):
    """A loaded organisation; `content` is its canonical JSON."""

    number: int
    digest: str
    content: str
    recorded_at: str


_RECORD = Record(OrganisationRow)

_ADD = Statement(organisations.insert)
_GET = Statement(lambda: select(organisations.c.content).where(organisations.c.number == bindparam("number")))
_LATEST_NUMBER = Statement(lambda: select(func.max(organisations.c.number)))
_EVERY = Statement(lambda: select(*_RECORD.columns(organisations)).order_by(organisations.c.number))


class Organisations:
    """The organisations the store has been given."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, number: int, digest: str, *, content: str, recorded_at: str) -> None:
        """Conflict when somebody else just took the number."""
        self._session.run(_ADD, _RECORD.params(OrganisationRow(number, digest, content, recorded_at)))

    def get(self, number: int) -> str | None:
        """The content of that number."""
        row = self._session.one(_GET, {"number": number})
        return row[0] if row else None

    def latest_number(self) -> int:
        """The present organisation's number; 0 when none was ever loaded."""
        row = self._session.one(_LATEST_NUMBER)
        return (row[0] or 0) if row else 0

    def every(self) -> list[OrganisationRow]:
        return [_RECORD.of(row) for row in self._session.rows(_EVERY)]
