"""What a store holds, as one digest over every row of every table; past the product, by the drivers."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import psycopg

_connect = sqlite3.dbapi2.connect

_WHOLE = "to_jsonb(t)"
_STEADY: Mapping[str, str] = {
    "outbox": "to_jsonb(t) - 'number'",
    "refusals": "to_jsonb(t) - 'number'",
    "seals": (
        "CASE WHEN t.of IN ('outbox', 'refusals') THEN to_jsonb(t) - '{key,digest}'::text[] ELSE to_jsonb(t) END"
    ),
}
"""Rows without the numbers of sequences on PostgreSQL, and without what seals them: a transaction that was undone
leaves a gap in the numbers. That the seals fit is for the verification."""


def contents(url: str, *, beside: str = "") -> str:
    """The digest of every row of every table, but for one; of a place without a store the empty text."""
    every = _postgresql_rows(url) if url.startswith("postgresql") else _sqlite_rows(Path(url))
    rows = [row for row in every if not beside or not row.startswith(f"{beside} ")]
    return sha256("\n".join(rows).encode("utf-8", "surrogateescape")).hexdigest() if rows else ""


def integrity(file: Path) -> str:
    """What SQLite itself says of a file; `ok` where it finds nothing wrong."""
    with closing(_connect(file, timeout=10)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def _sqlite_rows(file: Path) -> list[str]:
    if not file.exists():
        return []
    with closing(_connect(file, timeout=10)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'proposal_search_%' ORDER BY name"
        ).fetchall()
        return [
            f"{table} {row!r}"
            for (table,) in tables
            for row in sorted(connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
        ]


def _postgresql_rows(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
        ).fetchall()
        return [
            f"{table} {row[0]}"
            for (table,) in tables
            for row in connection.execute(
                f'SELECT ({_STEADY.get(table, _WHOLE)})::text FROM "{table}" t ORDER BY 1'
            ).fetchall()
        ]
