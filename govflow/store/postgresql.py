"""PostgreSQL: READ COMMITTED with row locks; explicit transactions on one held psycopg connection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from sqlalchemy import NullPool, create_engine
from sqlalchemy.engine import Engine

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.database import Access, Cursor, Row
from govflow.store.failures import opening_failure, postgresql_kind

_SETTINGS = (
    "SET lock_timeout = '10s'",
    # A server may have it off; whoever set a stricter level than `on` keeps it.
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') = 'off'",
)

CHUNK = 1000
"""Rows asked for at once: each time is a way to the server and back."""

_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
TURN = "hashtext('govflow ' || current_schema())"
"""The lock that whoever writes shares, and who writes alone has for itself."""

_BEGIN: Mapping[Access, str] = {
    Access.READ: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    Access.WRITE: f"{_WRITE}; SELECT pg_advisory_xact_lock_shared({TURN})",
    Access.ALONE: f"{_WRITE}; SELECT pg_advisory_xact_lock({TURN})",
}


class PostgresqlDatabase:
    """One connection in autocommit mode: BEGIN and COMMIT are said aloud, as on SQLite."""

    def __init__(self, address: Address) -> None:
        engine = postgresql_engine(address)
        import psycopg

        self.address = address
        self.errors: tuple[type[Exception], ...] = (psycopg.Error,)
        self.dialect = engine.dialect
        self._names = count(1)
        try:
            pooled: Any = engine.raw_connection()
            self._pooled, self._connection = pooled, pooled.driver_connection
            self._connection.autocommit = True
            self.cursor: Cursor = self._connection.cursor()
            for setting in _SETTINGS:
                self.cursor.execute(setting)
        except Exception as error:
            raise opening_failure(error, url=address.shown) from error

    def begin(self, access: Access) -> None:
        self.cursor.execute(_BEGIN[access])

    def ended(self) -> None:
        """The server knows who waits."""

    def in_transaction(self) -> bool:
        status = self._connection.info.transaction_status.name
        return status in ("INTRANS", "INERROR", "ACTIVE")

    def committed(self) -> bool:
        return getattr(self.cursor, "statusmessage", None) == "COMMIT"

    def kind(self, error: Exception) -> str:
        return postgresql_kind(error, connected=not self._connection.broken)

    def chunks(self, text: str, params: Mapping[str, Any]) -> Iterator[list[Row]]:
        with self._connection.cursor(name=f"govflow_{next(self._names)}") as cursor:
            cursor.execute(text, params)
            while rows := cursor.fetchmany(CHUNK):
                yield rows

    def take_any_text(self, *, on: bool) -> None:
        """The server holds nothing that is no text."""

    def close(self) -> None:
        self._pooled.close()


def postgresql_engine(address: Address) -> Engine:
    """An engine with psycopg 3; StoreError when the driver is not installed."""
    url = address.url.set(drivername="postgresql+psycopg")
    try:
        return create_engine(url, poolclass=NullPool, client_encoding="utf8")
    except ModuleNotFoundError as error:
        raise StoreError(notice("store.driver_missing")) from error
