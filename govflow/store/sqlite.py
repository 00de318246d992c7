"""The embedded database: WAL, every commit synced, one writer at a time who waits up to ten seconds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any, ClassVar
from urllib.parse import quote

from sqlalchemy import NullPool, create_engine, event
from sqlalchemy.engine import URL, Engine

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.database import Access, Cursor, Row
from govflow.store.failures import opening_failure, sqlite_kind

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)


class SqliteDatabase:
    """One connection to a store's file. The driver itself never begins or commits anything."""

    begin: ClassVar[Mapping[Access, str]] = {
        Access.READ: "BEGIN",
        Access.WRITE: "BEGIN IMMEDIATE",
        Access.ALONE: "BEGIN IMMEDIATE",
    }

    def __init__(self, address: Address) -> None:
        if not address.path.is_file():
            raise StoreError(notice("store.missing", url=address.shown))
        self.address = address
        self.errors: type[Exception] = sqlite3.Error
        engine = sqlite_engine(address)
        self.dialect = engine.dialect
        try:
            pooled: Any = engine.raw_connection()
            self._pooled, self._connection = pooled, pooled.driver_connection
            self.cursor: Cursor = self._connection.cursor()
        except Exception as error:
            raise opening_failure(error, url=address.shown) from error

    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)

    def committed(self) -> bool:
        return True

    def kind(self, error: Exception) -> str:
        return sqlite_kind(error)

    def stream(self, text: str, params: Mapping[str, Any]) -> Iterator[Row]:
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(text, params)
            yield from cursor

    def take_any_text(self, *, on: bool) -> None:
        self._connection.text_factory = _any_text if on else str

    def close(self) -> None:
        self._pooled.close()


def sqlite_engine(address: Address) -> Engine:
    """An engine on an existing file: `mode=rw` never creates one."""
    file = f"file:{quote(os.path.abspath(address.path))}"
    engine = create_engine(
        URL.create("sqlite", database=file, query={"mode": "rw", "uri": "true"}),
        paramstyle="named",
        poolclass=NullPool,
        connect_args={"isolation_level": None, "timeout": 10.0},
    )
    event.listen(engine, "connect", _settle)
    return engine


def create_file(address: Address) -> None:
    """An empty file only its owner may read; one that exists is left as it is."""
    try:
        os.close(os.open(address.path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(notice("store.cannot_open", url=address.shown, detail=error.strerror)) from error


def _any_text(kept: bytes) -> str:
    return kept.decode(errors="surrogateescape")


def _settle(connection: sqlite3.Connection, _record: object) -> None:
    with closing(connection.cursor()) as cursor:
        for setting in _SETTINGS:
            cursor.execute(setting)
