"""Numbering: counters without gaps. A number belongs to the transaction that took it."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from govflow.store.schema import numbering
from govflow.store.session import Session
from govflow.store.statement import Statement, Upsert

_TAKE = Upsert(numbering, lambda first: {"last": numbering.c.last + first.last})
_TAKEN = Statement(
    lambda: select(numbering.c.last).where(
        numbering.c.series == bindparam("series"), numbering.c.fiscal_year == bindparam("fiscal_year")
    )
)
_EVERY = Statement(lambda: select(numbering.c.series, numbering.c.fiscal_year, numbering.c.last))


class Numbering:
    """One counter for each series and fiscal year."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next(self, series: str, fiscal_year: int) -> int:
        """The next number, from 1. Others who want one of the same series wait for this transaction."""
        counter = {"series": series, "fiscal_year": fiscal_year, "last": 1}
        self._session.run(_TAKE, counter)
        row = self._session.one(_TAKEN, counter)
        return int(row[0]) if row else 0

    def every(self) -> dict[tuple[str, int], int]:
        """The last number taken of each series and fiscal year."""
        return {(series, year): last for series, year, last in self._session.rows(_EVERY)}
