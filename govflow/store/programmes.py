"""Programmes: the published budget lines that proposals are about. The newest import of a key holds."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from govflow.domain.programme import Programme
from govflow.store.record import Record
from govflow.store.schema import programmes
from govflow.store.session import Session
from govflow.store.statement import Statement, Upsert

_RECORD = Record(Programme)

_all = select(*_RECORD.columns(programmes))
_PUT = Upsert(programmes, lambda new: {name: new[name] for name in _RECORD.names if name != "key"})
_ALL = Statement(lambda: _all.order_by(programmes.c.key))


class Programmes:
    """The programmes the store has been given."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, rows: Iterable[Programme]) -> None:
        self._session.run_many(_PUT, map(_RECORD.params, rows))

    def all(self) -> list[Programme]:
        return [_RECORD.of(row) for row in self._session.rows(_ALL)]
