"""Idempotency keys: what was asked for under a key, and the result it had. Append-only."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from govflow.errors import Conflict
from govflow.messages import notice
from govflow.store.schema import idempotency
from govflow.store.seals import Seals
from govflow.store.session import Session
from govflow.store.statement import Statement

_GET = Statement(
    lambda: select(idempotency.c.digest, idempotency.c.result).where(idempotency.c.key == bindparam("key"))
)
_ADD = Statement(idempotency.insert)


class Idempotency:
    """The keys that were used."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seals = Seals(session)

    def get(self, key: str) -> tuple[str, str] | None:
        """The digest of what was asked under the key, and its result."""
        row = self._session.one(_GET, {"key": key})
        return (row[0], row[1]) if row else None

    def add(self, key: str, digest: str, result: str, recorded_at: str) -> None:
        """Conflict `store.key_busy` when another process used the key since it was looked up."""
        params = {"key": key, "digest": digest, "result": result, "recorded_at": recorded_at}
        try:
            self._session.run(_ADD, params)
        except Conflict as taken:
            raise Conflict(notice("store.key_busy", key=key)) from taken
        self._seals.add("idempotency", params)
