"""The tools of an insider: a connection that no trigger hinders, and histories whose hashes fit again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from govflow.domain.canonical import canonical, digest_of
from govflow.domain.history import GENESIS, Entry, chained
from govflow.store.seals import SEALED

FIRST, SECOND = "MARUYAMA-2025-0001", "MARUYAMA-2025-0002"
"""The proposals of the small store: one decided, one asked for."""

Alter = Callable[[list[Entry]], list[Entry]]

_COLUMNS = ", ".join(f'"{name}"' for name in Entry._fields)


@contextmanager
def unhindered(path: Path) -> Iterator[sqlite3.Connection]:
    """The triggers are taken away and, in the end, put back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        yield connection
        for _, trigger in triggers:
            connection.execute(trigger)


def entries_of(connection: sqlite3.Connection, subject: str) -> list[Entry]:
    rows = connection.execute(f"SELECT {_COLUMNS} FROM history WHERE subject = ? ORDER BY seq", [subject])
    return [Entry(*row) for row in rows]


def told(connection: sqlite3.Connection, subject: str, alter: Alter, *, messages: bool = False) -> None:
    """The history of a proposal as somebody would rather have it, numbered and chained as it has to be; with `messages`
    the outbox agrees with it."""
    before = entries_of(connection, subject)
    connection.execute("DELETE FROM history WHERE subject = ?", [subject])
    previous = GENESIS
    for seq, entry in enumerate(alter(before), 1):
        new = chained(entry._replace(seq=seq, previous=previous))
        previous = new.hash
        marks = ", ".join("?" * len(new))
        connection.execute(f"INSERT INTO history ({_COLUMNS}) VALUES ({marks})", new)
        if messages:
            connection.execute("UPDATE outbox SET payload = ? WHERE payload = ?", [new.hash, entry.hash])
    if messages:
        sealed_anew(connection, "outbox")


def sealed_anew(connection: sqlite3.Connection, table: str) -> None:
    """Every row of a table gets the seal that fits."""
    sealed = SEALED[table]
    connection.execute("DELETE FROM seals WHERE of = ?", [table])
    for row in connection.execute(f"SELECT {', '.join(sealed.columns)} FROM {table}").fetchall():
        values = [table, canonical([*row[: sealed.key]]), digest_of([table, *row])]
        connection.execute("INSERT INTO seals (of, key, digest) VALUES (?, ?, ?)", values)


def stray(connection: sqlite3.Connection, table: str) -> None:
    """A row that the program has not written."""
    columns = connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')").fetchall()
    names = ", ".join(f'"{name}"' for name, _ in columns)
    values = [1 if kind == "INTEGER" else "{}" if name == "content" else "x" for name, kind in columns]
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", values)
