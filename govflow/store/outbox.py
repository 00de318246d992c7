"""The outbox: what the world outside is to be told after the commit, in the order it was written."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

from govflow.store.schema import outbox
from govflow.store.session import Session
from govflow.store.statement import ZERO, Statement


class Message(NamedTuple):
    """One thing to tell."""

    number: int
    topic: str
    subject: str
    payload: str
    created_at: str


_ADD = Statement(
    lambda: (
        outbox.insert()
        .values({name: bindparam(name) for name in Message._fields if name != "number"})
        .inline()
    )
)
_PENDING = Statement(
    lambda: (
        select(*(outbox.c[name] for name in Message._fields))
        .order_by(outbox.c.number)
        .limit(bindparam("limit"))
        .offset(ZERO)
    )
)
_DONE = Statement(lambda: outbox.delete().where(outbox.c.number == bindparam("of_number")))


class Outbox:
    """The messages that nobody has delivered yet."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, topic: str, subject: str, payload: str, created_at: str) -> None:
        params = {"topic": topic, "subject": subject, "payload": payload, "created_at": created_at}
        self._session.run(_ADD, params)

    def pending(self, limit: int) -> list[Message]:
        """The oldest messages first."""
        return [Message(*row) for row in self._session.rows(_PENDING, {"limit": limit})]

    def done(self, number: int) -> None:
        """A message was delivered and leaves the outbox."""
        self._session.run(_DONE, {"of_number": number})
