"""A migrated store has exactly the tables, indexes, triggers and search index that the code speaks of."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import SAWarning

import govflow.store
from govflow.store.schema import SCHEMAS, metadata
from govflow.store.search import INDEXES
from govflow.store.triggers import trigger_statements

_OBJECTS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'",
    "postgresql": """
        SELECT 'index ' || indexname, indexdef FROM pg_indexes
            WHERE schemaname = current_schema() AND tablename <> 'alembic_version'
        UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc WHERE proname LIKE 'govflow%'
        UNION ALL SELECT 'constraint ' || conrelid::regclass || conname, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
            AND conrelid <> 'alembic_version'::regclass AND contype <> 'n'
        UNION ALL SELECT 'column ' || table_name || '.' || column_name,
            data_type || ' ' || is_nullable || ' ' || coalesce(collation_name, '')
            FROM information_schema.columns WHERE table_schema = current_schema()
            AND table_name <> 'alembic_version'
    """,
}


@pytest.fixture
def migrated(store_url: str) -> Iterator[Connection]:
    yield from _connected(store_url)


@pytest.fixture
def described(empty_url: str, database: str) -> Iterator[Connection]:
    """A database with what the code describes, made without migrations."""
    for connection in _connected(empty_url):
        metadata.create_all(connection)
        for statement in (*INDEXES[database].ddl, *trigger_statements(database)):
            connection.exec_driver_sql(statement.replace("%", "%%"))
        # The constraints' query above names this table; on this database only to be left out.
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        yield connection


def _connected(url: str) -> Iterator[Connection]:
    address = url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(address if "://" in address else f"sqlite:///{address}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _objects(connection: Connection, database: str) -> dict[str, list[str]]:
    """Every object by name, with the parts of its definition in no order and without spaces and quotes."""
    rows = connection.execute(text(_OBJECTS[database])).all()
    return {
        name: sorted(re.split(r"[,()]", re.sub(r'[\s"]+', "", sql)))
        for name, sql in rows
        if name != "alembic_version"
    }


def test_the_migrated_tables_are_the_described_tables(migrated: Connection) -> None:
    def of_the_metadata(name: Any, kind: str, _parents: Any) -> bool:
        return kind != "table" or name in metadata.tables

    context = MigrationContext.configure(
        migrated, opts={"include_name": of_the_metadata, "compare_type": True, "compare_server_default": True}
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # a search index of expressions cannot be reflected
        assert compare_metadata(context, metadata) == []


def test_every_index_trigger_and_constraint_is_the_described_one(
    migrated: Connection, described: Connection, database: str
) -> None:
    assert _objects(migrated, database) == _objects(described, database)


def test_the_newest_schema_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", f"{govflow.store.__path__[0]}/migrations")
    config.set_main_option("path_separator", "os")
    revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(revisions)) == SCHEMAS
