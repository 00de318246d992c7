"""What a store holds, as it can be compared: the record digest, and what one store has that another lacks.

Append-only tables are told by their keys and the digests beside them, or whole where there are none; history by the
hashes of its entries. Everything is in the order of code points and the same on both databases.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import text

from govflow.store.session import Session
from govflow.store.statement import Statement
from govflow.store.triggers import APPEND_ONLY

Tables = Mapping[str, Sequence[str]]
"""The columns of each table."""

Row = tuple[Any, ...]

_COLUMNS = {
    "sqlite": "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
    " WHERE t.type = 'table' ORDER BY t.name, c.cid",
    "postgresql": "SELECT table_name, column_name FROM information_schema.columns"
    " WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position",
}
_ENTRIES = Statement(lambda: text("SELECT kind, subject, seq, hash FROM history ORDER BY kind, subject, seq"))
_HEADS = Statement(
    lambda: text(
        "SELECT kind, subject, seq, hash FROM history h WHERE NOT EXISTS (SELECT 1 FROM history n"
        " WHERE n.kind = h.kind AND n.subject = h.subject AND n.seq = h.seq + 1) ORDER BY kind, subject, seq"
    )
)
_COUNT = Statement(lambda: text("SELECT count(*) FROM history"))

_FIRST = 5
"""How many of the differences are told."""


class Held(NamedTuple):
    """How much a store holds. `digest` begins with the number of entries, so that two digests tell which has more."""

    store_id: str
    schema: str
    entries: int
    digest: str


class Lacking(NamedTuple):
    """What one store has and another has not: how many rows, the first of them by table and key, and whether the other
    has something else in a place of these."""

    rows: int
    first: tuple[str, ...]
    diverged: bool


def tables_of(session: Session, dialect: str) -> Tables:
    """The tables there are, whichever schema they are of."""
    found: dict[str, list[str]] = {}
    for table, column in session.rows(Statement(lambda: text(_COLUMNS[dialect]))):
        found.setdefault(table, []).append(column)
    return found


def held(session: Session, dialect: str, *, schema: str) -> Held:
    """How much there is, in the state that the transaction sees."""
    count = session.one(_COUNT)
    entries = int(count[0]) if count else 0
    digest = hashlib.sha256()
    for line in _digested(session, dialect):
        digest.update(line)
    kept = session.one(Statement(lambda: text("SELECT value FROM store_info WHERE name = 'store_id'")))
    return Held(str(kept[0]) if kept else "", schema, entries, f"{entries}-{digest.hexdigest()}")


def _digested(session: Session, dialect: str) -> Iterator[bytes]:
    """One line for each history and each row of the other append-only tables."""
    for row in session.stream(_HEADS):
        yield _line("history", row)
    for table, columns in _others(tables_of(session, dialect)):
        for row in session.stream(_selecting(table, columns)):
            yield _line(table, row)


def _line(table: str, row: Row) -> bytes:
    said = json.dumps([table, *row], ensure_ascii=False, separators=(",", ":"))
    return f"{said}\n".encode(errors="surrogateescape")


def lacking(has: Session, other: Session, dialects: tuple[str, str]) -> Lacking:
    """What the first store has and the second lacks."""
    found: list[tuple[str, Row]] = []
    rows, diverged = 0, False
    theirs = dict(_others(tables_of(other, dialects[1])))
    for table, columns in [("history", ()), *_others(tables_of(has, dialects[0]))]:
        mine = _rows(has, table, columns)
        known = (
            _rows(other, table, columns) if table == "history" or theirs.get(table) == columns else iter(())
        )
        key = _key_length(table, columns)
        for row, differs in _missing(mine, known, key=key):
            rows, diverged = rows + 1, diverged or differs
            found += [(table, row[:key])] if len(found) < _FIRST else []
    return Lacking(rows, tuple(_told(*each) for each in found), diverged)


def _missing(
    mine: Iterable[Row], theirs: Iterator[Row], *, key: int
) -> Generator[tuple[Row, bool], None, None]:
    """Rows that the other does not have, both in the order of their keys; and whether it has another of that key."""
    other = next(theirs, None)
    for row in mine:
        while other is not None and other[:key] < row[:key]:
            other = next(theirs, None)
        same_key = other is not None and other[:key] == row[:key]
        if not same_key or other != row:
            yield row, same_key


def _rows(session: Session, table: str, columns: Sequence[str]) -> Iterator[Row]:
    statement = _ENTRIES if table == "history" else _selecting(table, columns)
    return (tuple(row) for row in session.stream(statement))


def _told(table: str, row: Row) -> str:
    return " ".join([table, *map(str, row)])


def _others(tables: Tables) -> list[tuple[str, Sequence[str]]]:
    """The append-only tables beside history that there are, and what tells their rows: keys first."""
    return [
        (table, _telling(table, tables[table]))
        for table in sorted(APPEND_ONLY)
        if table in tables and table != "history"
    ]


def _telling(table: str, columns: Sequence[str]) -> Sequence[str]:
    key = [name for name in APPEND_ONLY[table][0] if name in columns]
    digests = [name for name in columns if name.endswith("digest") and name not in key]
    return [*key, *(digests or sorted(set(columns) - set(key)))]


def _key_length(table: str, columns: Sequence[str]) -> int:
    return sum(name in columns for name in APPEND_ONLY[table][0]) if table != "history" else 3


def _selecting(table: str, columns: Sequence[str]) -> Statement:
    key = columns[: _key_length(table, columns)]
    named, order = (", ".join(f'"{name}"' for name in names) for names in (columns, key))
    return Statement(lambda: text(f'SELECT {named} FROM "{table}" ORDER BY {order}'))
