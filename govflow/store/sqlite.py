"""The embedded database: WAL, every commit synced, one writer at a time who waits up to ten seconds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from operator import methodcaller
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import NullPool, create_engine, event
from sqlalchemy.engine import URL, Engine

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.database import Access, Cursor, Row
from govflow.store.failures import SQLITE_ERRORS, opening_failure, sqlite_kind
from govflow.store.turn import Turns

WAITING = 10.0
"""For how many seconds a writer waits for others at most."""

_AFTER = 0.25
"""For how many seconds a writer whose turn did not come tries once more."""

_BEGIN: Mapping[Access, str] = {
    Access.READ: "BEGIN",
    Access.WRITE: "BEGIN IMMEDIATE",
    Access.ALONE: "BEGIN IMMEDIATE",
}

_SETTINGS = (
    "PRAGMA page_size = 8192",  # an entry fits into a page: with 4096 most take another one for their ends
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)

CHUNK = 100
"""Rows taken at once: as many as stay in the processor's cache."""

_ANY_TEXT = methodcaller("decode", "utf-8", "surrogateescape")
"""Called for every text of every row: a function in Python would take twice as long."""

_STEP = 512
"""Pages copied at a time."""


class SqliteDatabase:
    """One connection to a store's file. The driver itself never begins or commits anything."""

    def __init__(self, address: Address) -> None:
        if not os.path.isfile(address.path):
            raise StoreError(notice("store.missing", url=address.shown))
        self.address = address
        self.errors: tuple[type[Exception], ...] = SQLITE_ERRORS
        engine = sqlite_engine(address)
        self.dialect = engine.dialect
        try:
            pooled: Any = engine.raw_connection()
            self._pooled, self._connection = pooled, pooled.driver_connection
            self.cursor: Cursor = self._connection.cursor()
            self._turns = Turns(address.path, seconds=WAITING)
        except Exception as error:
            raise opening_failure(error, url=address.shown) from error

    def begin(self, access: Access) -> None:
        if access is Access.READ or self._turns.take():
            self.cursor.execute(_BEGIN[access])
        else:
            self._begin_at_once(access)

    def ended(self) -> None:
        self._turns.give()

    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)

    def committed(self) -> bool:
        return True

    def kind(self, error: Exception) -> str:
        return sqlite_kind(error)

    def chunks(self, text: str, params: Mapping[str, Any]) -> Iterator[list[Row]]:
        """The cursor ends with this generator, also where the connection has gone before."""
        cursor = self._connection.cursor()
        cursor.execute(text, params)
        while rows := cursor.fetchmany(CHUNK):
            yield rows

    def take_any_text(self, *, on: bool) -> None:
        self._connection.text_factory = _ANY_TEXT if on else str

    def copy_into(self, path: Path, *, between: Callable[[int, int, int], object] = lambda *_: None) -> None:
        """Everything as it is now into a new file, in steps between which others go on writing. An interrupt comes
        in with the function that is called between them."""
        self.cursor.execute("BEGIN")
        try:
            self.cursor.execute("SELECT count(*) FROM sqlite_master")  # from here on it reads this one state
            with closing(sqlite3.connect(path)) as target:
                self._connection.backup(target, pages=_STEP, progress=between)
        finally:
            self.cursor.execute("ROLLBACK")

    def close(self) -> None:
        self._turns.give()
        self._pooled.close()

    def _begin_at_once(self, access: Access) -> None:
        """Without another long wait, after one that was in vain. Whoever held the turn may have gone just now, and the
        moment that others need to begin is nobody's refusal."""
        self.cursor.execute(f"PRAGMA busy_timeout = {_AFTER * 1000:.0f}")
        try:
            self.cursor.execute(_BEGIN[access])
        finally:
            self.cursor.execute(f"PRAGMA busy_timeout = {WAITING * 1000:.0f}")


def sqlite_engine(address: Address) -> Engine:
    """An engine on an existing file: `mode=rw` never creates one."""
    file = f"file:{quote(os.path.abspath(address.path))}"
    engine = create_engine(
        URL.create("sqlite", database=file, query={"mode": "rw", "uri": "true"}),
        paramstyle="named",
        poolclass=NullPool,
        connect_args={"isolation_level": None, "timeout": WAITING},
    )
    event.listen(engine, "connect", _settle)
    return engine


def create_file(address: Address) -> None:
    """An empty file only its owner may read; one that exists is left as it is."""
    try:
        os.close(os.open(address.path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(notice("store.cannot_open", url=address.shown, detail=error.strerror)) from error


def _settle(connection: sqlite3.Connection, _record: object) -> None:
    with closing(connection.cursor()) as cursor:
        for setting in _SETTINGS:
            cursor.execute(setting)
