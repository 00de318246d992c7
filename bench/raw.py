"""The other side of each comparison: Python's own `sqlite3` executing what govflow was seen to execute."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from stage import on_database

import govflow
from govflow.store.address import Address
from govflow.store.connecting import database_at
from govflow.store.database import Cursor

SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF")
WRITING = ("BEGIN", "INSERT", "UPDATE", "DELETE", "COMMIT")


class Executed(NamedTuple):
    """A statement as it was executed: its text and its parameters."""

    text: str
    params: Mapping[str, Any]

    @property
    def writes(self) -> bool:
        return self.text.lstrip().upper().startswith(WRITING)


class RecordingCursor:
    """A cursor that keeps what it executes."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._executed: list[Executed] = []

    def taken(self) -> list[Executed]:
        """What was executed since the last time."""
        taken, self._executed = self._executed, []
        return taken

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    def execute(self, text: str, params: Mapping[str, Any] = {}, /) -> Any:
        self._executed.append(Executed(text, dict(params)))
        return self._cursor.execute(text, params)

    def executemany(self, text: str, params: Iterable[Mapping[str, Any]], /) -> Any:
        rows = list(params)
        self._executed.extend(Executed(text, dict(row)) for row in rows)
        return self._cursor.executemany(text, rows)

    def fetchone(self) -> Any:
        return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    def close(self) -> None:
        self._cursor.close()


@contextmanager
def recorded(store: Path) -> Iterator[tuple[govflow.Session, RecordingCursor]]:
    """A session on a store, and the cursor that keeps what the session executes. Nothing is timed here, so
    nothing is synced either."""
    database = database_at(Address.of(str(store)))
    database.cursor.execute("PRAGMA synchronous = OFF")
    cursor = database.cursor = RecordingCursor(database.cursor)
    with on_database(database) as session:
        cursor.taken()
        yield session, cursor


class Raw:
    """A store's file opened by `sqlite3` with the settings that govflow gives it."""

    def __init__(self, store: Path) -> None:
        self._connection = sqlite3.connect(store, isolation_level=None)
        self._cursor = self._connection.cursor()
        for setting in SETTINGS:
            self._cursor.execute(f"PRAGMA {setting}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def replay(self, statements: Sequence[Executed]) -> None:
        """Execute the statements, and take every row that they give."""
        execute, fetch = self._cursor.execute, self._cursor.fetchall
        for text, params in statements:
            execute(text, params)
            fetch()


def difference(one: Path, other: Path) -> str | None:
    """The first table whose rows differ between two stores; None when both hold the same."""
    with closing(sqlite3.connect(one)) as connection:
        connection.execute("ATTACH DATABASE ? AS other", (str(other),))
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        for (table,) in tables.fetchall():
            if _rows(connection, f'main."{table}"') != _rows(connection, f'other."{table}"'):
                return str(table)
    return None


def require_same(one: Path, other: Path) -> None:
    """Raise where the two sides of a comparison did not do the same work."""
    table = difference(one, other)
    if table is not None:
        raise RuntimeError(f"the two sides did different work: {table} differs between {one} and {other}")


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT * FROM {table}").fetchall()
