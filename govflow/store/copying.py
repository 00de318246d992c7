"""Copying a store whole into another database, in one transaction of each: every row as it is.

The tables are laid by the migrations of the schema that the source has, so that an older store is copied as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

from govflow.store.content import tables_of
from govflow.store.migrate import lay_tables
from govflow.store.search import INDEXES
from govflow.store.session import Session
from govflow.store.statement import Statement

_ROWS = 1000
_LAID = ("alembic_version", "sqlite_sequence")
_INDEX = ("proposal_search", "proposal_texts")
"""Tables that are not copied: what migrations lay, and the search index, which each database keeps in its own way."""

_SERIALS = ("outbox", "refusals")
_KEYS = (
    "SELECT c.conrelid::regclass::text, c.conname FROM pg_constraint c"
    " WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace"
)
_DROPPING: Mapping[str, str] = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    " AND name NOT LIKE 'proposal!_search!_%' ESCAPE '!'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


def drop_everything(connection: Connection) -> None:
    """Take away a store, to make another in its place in the same transaction."""
    dialect = connection.dialect.name
    for (table,) in connection.execute(text(_DROPPING[dialect])).all():
        connection.exec_driver_sql(f'DROP TABLE "{table}"' + (" CASCADE" if dialect == "postgresql" else ""))
    if dialect == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS govflow_append_only() CASCADE")


def fill(connection: Connection, source: Session, *, dialect: str, schema: str) -> None:
    """Lay the tables of the source's schema and copy every row of it."""
    lay_tables(connection, schema)
    with _in_any_order(connection):
        connection.exec_driver_sql("DELETE FROM store_info")
        for table, columns in tables_of(source, dialect).items():
            if table not in _LAID and not table.startswith(_INDEX):
                _copy(connection, source, table, columns)
        _carry_index(connection, source, dialect)
    _go_on_counting(connection)


def _copy(connection: Connection, source: Session, table: str, columns: Sequence[str]) -> None:
    named = ", ".join(f'"{name}"' for name in columns)
    # Positions rather than names: a column may be called as nothing else that a statement binds.
    values = ", ".join(f":v{at}" for at in range(len(columns)))
    into = text(f'INSERT INTO "{table}" ({named}) VALUES ({values})')
    rows = source.stream(Statement(lambda: text(f'SELECT {named} FROM "{table}"')))
    for chunk in _chunks({f"v{at}": value for at, value in enumerate(row)} for row in rows):
        connection.execute(into, chunk)


def _carry_index(connection: Connection, source: Session, dialect: str) -> None:
    ours, theirs = INDEXES[connection.dialect.name], INDEXES[dialect]
    rows = source.stream(Statement(lambda: text(theirs.every)))
    for chunk in _chunks({"reference": name, "grams": ours.content(grams)} for name, grams in rows):
        for statement in ours.add:
            connection.exec_driver_sql(statement.compiled(connection.dialect), chunk)


@contextmanager
def _in_any_order(connection: Connection) -> Iterator[None]:
    """References between rows are looked after once all are there. On SQLite they are off while a store is built."""
    if connection.dialect.name == "sqlite":
        yield
        return
    keys = connection.execute(text(_KEYS)).all()
    for table, name in keys:
        connection.exec_driver_sql(
            f'ALTER TABLE {table} ALTER CONSTRAINT "{name}" DEFERRABLE INITIALLY DEFERRED'
        )
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    for table, name in keys:
        connection.exec_driver_sql(f'ALTER TABLE {table} ALTER CONSTRAINT "{name}" NOT DEFERRABLE')


def _go_on_counting(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        return
    for table in _SERIALS:
        connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), max(number)) FROM {table}"
            " HAVING max(number) IS NOT NULL"
        )


def _chunks(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while chunk := list(islice(rows, _ROWS)):
        yield chunk
