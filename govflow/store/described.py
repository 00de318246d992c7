"""The schema as the code describes it, object by object, to compare what a database has with it.

A definition is compared as the parts that commas and brackets make of it, without quotes around names and with single
spaces, but for what it says in quotes; those of a table in no order: an upgraded store has its columns in another one.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache

from sqlalchemy import CheckConstraint, Column, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from govflow.store.columns import metadata
from govflow.store.council_schema import meetings as meetings  # so that `metadata` has all tables
from govflow.store.round_schema import rounds as rounds
from govflow.store.search import SQLITE
from govflow.store.triggers import APPEND_ONLY, POSTGRESQL_BODY, POSTGRESQL_TRIGGERS, trigger_statements

Objects = dict[str, list[str]]
"""The parts of every object's definition, by its kind and name."""

SQLITE_OBJECTS = (
    "SELECT type || ' ' || name || ' on ' || tbl_name,"
    " coalesce(sql, '') || ',' || typeof(type) || typeof(name) || typeof(tbl_name) || typeof(sql)"
    " FROM sqlite_master WHERE name <> 'sqlite_sequence'"
)
"""SQLite works on where a name is kept as bytes; that is no schema of this program's all the same."""

POSTGRESQL_OBJECTS = """
SELECT 'column ' || table_name || '.' || column_name,
    data_type || ',' || is_nullable || ',' || coalesce(collation_name, '') FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name NOT IN ('alembic_version', 'proposal_search')
UNION ALL SELECT 'trigger ' || tgname, tgrelid::regclass || ',' || tgenabled::text || ',' || tgfoid::regproc
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'govflow%'
UNION ALL SELECT 'index ' || indexname, tablename FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename NOT IN ('alembic_version', 'proposal_search')
UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname,
    contype::text || ',' || convalidated::text FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace AND contype IN ('f', 'c')
    AND conrelid::regclass::text NOT IN ('alembic_version', 'proposal_search')
"""

_VERSIONS = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""What Alembic keeps the schema's number in."""


_SAID = re.compile("('(?:[^']|'')*')")


def parts(definition: str) -> list[str]:
    plain = (text if text.startswith("'") else _plain(text) for text in _SAID.split(definition))
    return [part.strip(" ") for part in re.split(r"[,()]", "".join(plain))]


def _plain(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", re.sub(r'"(\w+)"', r"\1", text))


def objects(rows: Iterable[tuple[str, str]]) -> Objects:
    return {
        name: sorted(parts(definition)) if name.startswith("table ") else parts(definition)
        for name, definition in rows
    }


@cache
def described(dialect: str) -> Objects:
    """What has to be there."""
    return objects(_sqlite() if dialect == "sqlite" else _postgresql())


def _sqlite() -> list[tuple[str, str]]:
    """As SQLite itself tells it of an empty store, with the tables that its search index makes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in _sqlite_statements():
            connection.execute(statement)
        return connection.execute(SQLITE_OBJECTS).fetchall()


def _sqlite_statements() -> Iterator[str]:
    dialect = sqlite.dialect()
    for table in metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            yield str(CreateIndex(index).compile(dialect=dialect))
    yield from (_VERSIONS, *SQLITE.ddl, *trigger_statements("sqlite"))


_TYPES = {"TEXT": "text", "INTEGER": "integer", "BIGINT": "bigint"}


def _postgresql() -> Iterator[tuple[str, str]]:
    for table in metadata.sorted_tables:
        yield f"index {table.name}_pkey", table.name
        yield from ((f"column {table.name}.{column.name}", _column(column)) for column in table.columns)
        yield from ((f"index {index.name}", table.name) for index in table.indexes)
        for constraint in table.constraints:
            if isinstance(constraint, UniqueConstraint):
                yield f"index {constraint.name}", table.name
            elif isinstance(constraint, CheckConstraint):
                yield f"constraint {table.name} {constraint.name}", "c,true"
        for column in table.columns:
            if column.foreign_keys:
                yield f"constraint {table.name} {table.name}_{column.name}_fkey", "f,true"
    for table_name in APPEND_ONLY:
        for name, *_ in POSTGRESQL_TRIGGERS:
            yield f"trigger {table_name}_no_{name}", f"{table_name},O,govflow_append_only"
    yield "function govflow_append_only", POSTGRESQL_BODY


def _column(column: Column[object]) -> str:
    kind = _TYPES[str(column.type).split(" ")[0]]
    return f"{kind},{'YES' if column.nullable else 'NO'},{'C' if kind == 'text' else ''}"
