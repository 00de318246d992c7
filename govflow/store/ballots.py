"""Ballots as they stand, found by reference, saved only over the version read."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.council.ballot import Ballot, ballot_of, plain
from govflow.errors import Conflict, StoreError
from govflow.messages import notice
from govflow.store.record import Record
from govflow.store.schema import ballots
from govflow.store.session import Session
from govflow.store.statement import Statement


class BallotRow(NamedTuple):
    """A ballot as it is kept: `content` is the whole of it, the others are what it is found by."""

    reference: str
    body: str
    state: str
    outcome: str | None
    closes_at: str | None
    version: int
    content: str

    @classmethod
    def of(cls, ballot: Ballot, version: int) -> BallotRow:
        """The row that a ballot has to have."""
        return cls(
            ballot.reference,
            ballot.body,
            ballot.state.value,
            ballot.outcome and ballot.outcome.value,
            ballot.closes_at,
            version,
            canonical(plain(ballot)),
        )

    def ballot(self) -> Ballot:
        """What it holds. StoreError `store.unreadable` when that is no ballot."""
        try:
            return ballot_of(mapping_of(self.content))
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            key = [self.reference]
            raise StoreError(notice("store.unreadable", table="ballots", key=key, field="content")) from error


_RECORD = Record(BallotRow)
_all = select(*_RECORD.columns(ballots))
_GET = Statement(lambda: _all.where(ballots.c.reference == bindparam("reference")))
_GET_LOCKED = Statement(lambda: _all.where(ballots.c.reference == bindparam("reference")).with_for_update())
_EVERY = Statement(lambda: _all.order_by(ballots.c.reference))
_ADD = Statement(ballots.insert)
_SAVE = Statement(
    lambda: (
        ballots.update()
        .where(ballots.c.reference == bindparam("of_reference"), ballots.c.version == bindparam("of_version"))
        .values({name: bindparam(name) for name in _RECORD.names if name != "reference"})
    )
)


class Ballots:
    """The ballots of the store."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, reference: str, *, lock: bool = False) -> BallotRow | None:
        """The ballot; with `lock`, nobody else may change it until this transaction ends."""
        row = self._session.one(_GET_LOCKED if lock else _GET, {"reference": reference})
        return None if row is None else _RECORD.of(row)

    def every(self) -> list[BallotRow]:
        """Every ballot in the order of the references."""
        return [_RECORD.of(row) for row in self._session.rows(_EVERY)]

    def add(self, ballot: Ballot) -> None:
        """A new ballot, at version 1."""
        self._session.run(_ADD, _RECORD.params(BallotRow.of(ballot, 1)))

    def save(self, ballot: Ballot, *, expected_version: int) -> None:
        """Overwrite the ballot as it was read at `expected_version`. Conflict when somebody was first."""
        params = _RECORD.params(BallotRow.of(ballot, expected_version + 1))
        params["of_reference"], params["of_version"] = ballot.reference, expected_version
        if self._session.run(_SAVE, params) == 0:
            now = self.get(ballot.reference)
            where = {"reference": ballot.reference, "expected": expected_version}
            raise Conflict(notice("store.stale_version", **where, actual=now.version if now else 0))
