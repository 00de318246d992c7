"""Positions: what each seat said in a ballot, every time it did. Append-only."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

from govflow.domain.council.ballot import Given
from govflow.store.record import Record
from govflow.store.schema import positions
from govflow.store.session import Session
from govflow.store.statement import Statement


class PositionRow(NamedTuple):
    """A position of a ballot; `recorder` is None where it was cast in person."""

    ballot: str
    number: int
    seat: str
    person: str
    recorder: str | None
    position: str
    text: str
    at: str

    @classmethod
    def of(cls, ballot: str, given: Given) -> PositionRow:
        """The row that a position has to have."""
        return cls(
            ballot,
            given.number,
            given.seat,
            given.person,
            given.recorder,
            given.position.value,
            given.text,
            given.at,
        )


_RECORD = Record(PositionRow)
_ADD = Statement(positions.insert)
_OF = Statement(
    lambda: (
        select(*_RECORD.columns(positions))
        .where(positions.c.ballot == bindparam("ballot"))
        .order_by(positions.c.number)
    )
)


class Positions:
    """The positions of every ballot."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, ballot: str, given: Given) -> None:
        self._session.run(_ADD, _RECORD.params(PositionRow.of(ballot, given)))

    def of(self, ballot: str) -> list[PositionRow]:
        """A ballot's positions in the order they were taken."""
        return [_RECORD.of(row) for row in self._session.rows(_OF, {"ballot": ballot})]
