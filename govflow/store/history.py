"""History: the chained entries of every subject, append-only, in the order they were made."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from govflow.domain.history import Decoded, Entry, Head, Subject
from govflow.store.record import Record
from govflow.store.schema import history
from govflow.store.session import Session
from govflow.store.statement import ONE, ZERO, Statement

_RECORD = Record(Entry)


class TrailRow(NamedTuple):
    """An entry as far as the next act depends on it. `step` names the step that the act answered, `cause` what led to
    an act of the system, or the entry that a correction is of."""

    seq: int
    trigger: str
    person: str | None
    from_state: str | None
    to_state: str | None
    effective_on: str
    step: str | None
    recorded_at: str
    hash: str
    cause: str | None = None
    role: str | None = None


_of_subject = (history.c.kind == bindparam("kind"), history.c.subject == bindparam("id"))
_ADD = Statement(history.insert)
_HEAD = Statement(
    lambda: (
        select(history.c.seq, history.c.hash, history.c.recorded_at)
        .where(*_of_subject)
        .order_by(history.c.seq.desc())
        .limit(ONE)
        .offset(ZERO)
    )
)
_TRAIL = Statement(
    lambda: (
        select(*(history.c[name] for name in TrailRow._fields)).where(*_of_subject).order_by(history.c.seq)
    )
)
_ENTRIES = Statement(lambda: select(*_RECORD.columns(history)).where(*_of_subject).order_by(history.c.seq))
_OF_TRIGGER = Statement(
    lambda: (
        select(*_RECORD.columns(history))
        .where(*_of_subject, history.c.trigger == bindparam("of_trigger"))
        .order_by(history.c.seq)
    )
)
_FOR_OTHERS = Statement(
    lambda: (
        select(*_RECORD.columns(history))
        .where(
            history.c.on_behalf_of.is_not(None),
            history.c.kind == bindparam("kind"),
            history.c.recorded_at >= bindparam("since"),
            history.c.recorded_at < bindparam("until"),
        )
        .order_by(history.c.recorded_at, history.c.subject, history.c.seq)
    )
)
_EVERY = Statement(
    lambda: select(*_RECORD.columns(history)).order_by(history.c.kind, history.c.subject, history.c.seq)
)


_COUNT = Statement(lambda: select(func.count()).select_from(history))


class History:
    """The entries of every subject."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: Entry) -> None:
        params = _RECORD.params(entry)
        self._session.run(_ADD, params)

    def head(self, subject: Subject) -> Head:
        """Where the subject's chain stands; at its beginning where there is no entry."""
        row = self._session.one(_HEAD, {"kind": subject.kind, "id": subject.id})
        return Head._make(row) if row else Head()

    def trail(self, subject: Subject) -> list[TrailRow]:
        rows = self._session.rows(_TRAIL, {"kind": subject.kind, "id": subject.id})
        return list(map(TrailRow._make, rows))

    def entries(self, subject: Subject) -> list[Entry]:
        rows = self._session.rows(_ENTRIES, {"kind": subject.kind, "id": subject.id})
        return [_RECORD.of(row) for row in rows]

    def of_trigger(self, subject: Subject, trigger: str) -> list[Entry]:
        """Those of a subject that one act made."""
        given = {"kind": subject.kind, "id": subject.id, "of_trigger": trigger}
        return [_RECORD.of(row) for row in self._session.rows(_OF_TRIGGER, given)]

    def for_others(self, kind: str, *, since: str, until: str) -> list[Entry]:
        """What delegates and substitutes did for others, from a moment on and before another, in the order of time."""
        rows = self._session.rows(_FOR_OTHERS, {"kind": kind, "since": since, "until": until})
        return [_RECORD.of(row) for row in rows]

    def count(self) -> int:
        """How many entries there are, of all subjects."""
        ((count,),) = self._session.rows(_COUNT)
        return int(count)

    def every(self) -> Generator[Entry, None, None]:
        """Every entry of the store, subject by subject, fetched as they are taken."""
        for rows in self._session.chunks(_EVERY):
            yield from map(Decoded._make, rows)
