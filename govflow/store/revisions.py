"""Revisions: every version of a proposal's content, append-only."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

from govflow.domain.proposal import Revision
from govflow.store.alongside import Alongside
from govflow.store.database import Row
from govflow.store.record import JSON, Record
from govflow.store.schema import revisions
from govflow.store.session import Session
from govflow.store.statement import Statement

_RECORD = Record(Revision, {"content": JSON})
_CONTENT = Revision._fields.index("content")


class Written(NamedTuple):
    """A revision, and the canonical JSON of its content as it was written."""

    revision: Revision
    content: str


_all = select(*_RECORD.columns(revisions))
_of_proposal = _all.where(revisions.c.reference == bindparam("reference"))
_ADD = Statement(revisions.insert)
_GET = Statement(lambda: _of_proposal.where(revisions.c.number == bindparam("number")))
_EVERY = Statement(lambda: _all.order_by(revisions.c.reference, revisions.c.number))


class Revisions:
    """The revisions of every proposal."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, revision: Revision) -> None:
        self._session.run(_ADD, _RECORD.params(revision))

    def get(self, reference: str, number: int) -> Revision | None:
        row = self._session.one(_GET, {"reference": reference, "number": number})
        return _RECORD.of(row) if row else None

    def alongside(self) -> Alongside[Written]:
        """The revisions of every proposal in the order of the references, oldest first, each exactly as it was
        written."""
        return Alongside(self._session.stream(_EVERY), _written)


def _written(row: Row) -> Written:
    return Written(_RECORD.exactly(row), row[_CONTENT])
