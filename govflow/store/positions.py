"""Positions: what each seat said in a ballot, every time. Append-only: to what each ministry has committed itself."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sqlalchemy import bindparam, select

from govflow.domain.council.ballot import Ballot, Given
from govflow.domain.council.roll import plain_weight
from govflow.store.council_schema import positions
from govflow.store.record import Record
from govflow.store.session import Session
from govflow.store.statement import Statement


class PositionRow(NamedTuple):
    """A position of a ballot; `recorder` is None where it was cast in person, `weight` is decimal text in votes."""

    ballot: str
    number: int
    round: int
    body: str
    proposal: str | None
    seat: str
    ministry: str | None
    weight: str
    person: str
    office: str
    via: str
    recorder: str | None
    position: str
    text: str
    at: str

    @classmethod
    def of(cls, ballot: Ballot, given: Given) -> PositionRow:
        """The row that a position has to have. LookupError for a seat that the ballot does not have."""
        seat = ballot.seat(given.seat)
        if seat is None:
            raise LookupError(given.seat)
        return cls(
            ballot=ballot.reference,
            number=given.number,
            round=given.round,
            body=ballot.body,
            proposal=ballot.proposal,
            seat=given.seat,
            ministry=seat.ministry,
            weight=str(plain_weight(seat.weight)),
            person=given.person,
            office=given.office,
            via=given.via.value,
            recorder=given.recorder,
            position=given.position.value,
            text=given.text,
            at=given.at,
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

    def add(self, row: PositionRow) -> None:
        self._session.run(_ADD, _RECORD.params(row))

    def of(self, ballot: str) -> list[PositionRow]:
        """A ballot's positions in the order they were taken."""
        return [_RECORD.of(row) for row in self._session.rows(_OF, {"ballot": ballot})]

    def find(self, **wanted: str | None) -> list[PositionRow]:
        """Those whose columns have the values that are not None, by ballot and number."""
        given = {name: value for name, value in wanted.items() if value is not None}
        return [_RECORD.of(row) for row in self._session.rows(_found(tuple(sorted(given))), given)]


@cache
def _found(columns: tuple[str, ...]) -> Statement:
    """The positions with these columns as given; made once for each choice of them."""
    where = [positions.c[name] == bindparam(name) for name in columns]
    chosen = select(*_RECORD.columns(positions)).where(*where)
    return Statement(lambda: chosen.order_by(positions.c.ballot, positions.c.number))
