"""The outbox: what the world outside is to be told after the commit, in the order it was written.

A worker claims messages for a while, tells each, and says `done` or `failed`. One whose worker died is claimed again
when its time is over: a receiver may be told twice and has to know messages by their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, literal_column, or_, select

from govflow.store.cursors import number_meant
from govflow.store.schema import history, outbox
from govflow.store.seals import Seals
from govflow.store.session import Session
from govflow.store.statement import ZERO, Statement

WAITING, FAILED = "waiting", "failed"
"""A message waits for its delivery, until it was delivered and is gone, or was given up."""

_ERROR = re.compile(r"[a-z0-9_.-]{1,60}")
"""What is kept of a failure is a code, such as `http.503`: what a receiver answers may hold anything."""


class Message(NamedTuple):
    """One thing to tell. `next_attempt` is when it may be claimed again, `last_error` the code of the last failure."""

    number: int
    topic: str
    subject: str
    payload: str
    created_at: str
    state: str = WAITING
    attempts: int = 0
    next_attempt: str | None = None
    last_error: str | None = None

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind this one."""
        return str(self.number)


_columns = [outbox.c[name] for name in Message._fields]
_of_number = outbox.c.number == bindparam("of_number")
_ADD = Statement(
    lambda: (
        outbox.insert()
        .values({name: bindparam(name) for name in ("topic", "subject", "payload", "created_at")})
        .returning(outbox.c.number)
    )
)
_GET = Statement(lambda: select(*_columns).where(_of_number))
_DUE = Statement(
    lambda: (
        select(*_columns)
        .where(
            outbox.c.state == bindparam("waiting"),
            or_(outbox.c.next_attempt.is_(None), outbox.c.next_attempt <= bindparam("now")),
        )
        .order_by(outbox.c.number)
        .limit(bindparam("limit"))
        .offset(ZERO)
        .with_for_update(skip_locked=True)
    )
)
_SET = Statement(
    lambda: (
        outbox.update()
        .where(_of_number)
        .values(
            {name: bindparam(f"new_{name}") for name in ("state", "attempts", "next_attempt", "last_error")}
        )
    )
)
_DONE = Statement(lambda: outbox.delete().where(_of_number))
MOVED = "proposal.moved"
"""The topic of the entries of proposals. The payload of any message is an entry's hash."""

_MISCOUNTED: ColumnElement[bool] = literal_column(
    f"CASE outbox.state WHEN '{WAITING}' THEN (outbox.attempts = 0) <> (outbox.next_attempt IS NULL)"
    " ELSE outbox.attempts < 1 OR outbox.next_attempt IS NOT NULL OR outbox.last_error IS NULL END"
    " OR outbox.attempts NOT BETWEEN 0 AND 2147483647"  # on SQLite every text is more than every number
)
"""Who waits has a time for the next attempt once there was one; what was given up was tried, and failed."""

_UNFOUNDED = Statement(
    lambda: (
        select(outbox.c.number)
        .join(history, history.c.hash == outbox.c.payload, isouter=True)
        .where(
            or_(
                history.c.hash.is_(None),
                history.c.recorded_at != outbox.c.created_at,
                outbox.c.state.not_in([literal_column(f"'{state}'") for state in (WAITING, FAILED)]),
                _MISCOUNTED,
                and_(outbox.c.topic == literal_column(f"'{MOVED}'"), history.c.subject != outbox.c.subject),
            )
        )
        .order_by(outbox.c.number)
    )
)


class Outbox:
    """The messages that nobody has delivered yet."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seals = Seals(session)

    def add(self, topic: str, subject: str, payload: str, created_at: str) -> None:
        params = {"topic": topic, "subject": subject, "payload": payload, "created_at": created_at}
        ((number,),) = self._session.rows(_ADD, params)
        self._seals.add("outbox", {"number": number, **params})

    def get(self, number: int) -> Message | None:
        row = self._session.one(_GET, {"of_number": number})
        return Message(*row) if row else None

    def list(
        self,
        *,
        limit: int | None = None,
        after: str | None = None,
        topic: str | None = None,
        state: str | None = None,
    ) -> Sequence[Message]:
        """Messages in the order of their numbers; `after` is the cursor of the last one of the page before. BadInput
        where it is none."""
        query = select(*_columns).order_by(outbox.c.number).limit(limit)
        if after is not None:
            query = query.where(outbox.c.number > number_meant(after))
        for column, wanted in ((outbox.c.topic, topic), (outbox.c.state, state)):
            if wanted is not None:
                query = query.where(column == wanted)
        return [Message(*row) for row in self._session.select(query)]

    def claim(self, *, now: str, until: str, limit: int) -> Sequence[Message]:
        """The oldest messages that are due, which nobody else gets before `until`; each counts as one more attempt."""
        due = self._session.rows(_DUE, {"now": now, "waiting": WAITING, "limit": limit})
        claimed = [Message(*row) for row in due]
        claimed = [m._replace(attempts=m.attempts + 1, next_attempt=until) for m in claimed]
        for message in claimed:
            self._set(message)
        return claimed

    def failed(self, message: Message, error: str, *, next_attempt: str | None) -> None:
        """A claimed message could not be delivered: it waits until `next_attempt`, or without one is given up."""
        if not _ERROR.fullmatch(error):
            raise ValueError(f"the code of a failed delivery, not a text: {error!r}")
        state, attempts = WAITING if next_attempt else FAILED, max(1, message.attempts)
        self._set(
            message._replace(state=state, attempts=attempts, next_attempt=next_attempt, last_error=error)
        )

    def retry(self, message: Message) -> None:
        """A message is due at once, and counts as never tried."""
        self._set(message._replace(state=WAITING, attempts=0, next_attempt=None))

    def unfounded(self) -> Sequence[int]:
        """The messages that tell of an act which is not in the history, or stand where no delivery leaves one."""
        return [int(number) for (number,) in self._session.rows(_UNFOUNDED)]

    def done(self, number: int) -> None:
        """A message was delivered and leaves the outbox."""
        self._session.run(_DONE, {"of_number": number})

    def _set(self, message: Message) -> None:
        new = {f"new_{name}": value for name, value in message._asdict().items()}
        wanted = {
            name: new[name] for name in ("new_state", "new_attempts", "new_next_attempt", "new_last_error")
        }
        self._session.run(_SET, {"of_number": message.number, **wanted})
