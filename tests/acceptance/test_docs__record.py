"""docs/record.md knows every table, every field of an entry and every setting of the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from page_tables import names, tables
from pages import DOCS

from govflow.domain.history import Entry
from govflow.store import create_store
from govflow.store.address import Address
from govflow.store.sqlite import sqlite_engine
from govflow.store.triggers import APPEND_ONLY

TABLES = tables(DOCS / "record.md")


def a_store(folder: Path) -> Path:
    path = folder / "store.db"
    create_store(
        str(path),
        store_id="00000000-0000-4000-8000-000000000001",
        demonstration=True,
        created_at="2025-04-01T00:00:00.000000Z",
        timezone="Asia/Tokyo",
    ).close()
    return path


def test_every_table_of_a_store_is_explained(tmp_path: Path) -> None:
    with closing(sqlite3.connect(a_store(tmp_path))) as store:
        there = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    inside_the_index = {name for name in there if name.startswith("proposal_search_")}
    assert set(names(TABLES["The tables"])) == there - inside_the_index


def test_the_append_only_tables_are_marked() -> None:
    assert {row.name for row in TABLES["The tables"] if row.cells[0] == "yes"} == set(APPEND_ONLY)


def test_every_field_of_an_entry_is_explained() -> None:
    assert sorted(names(TABLES["The history entry"])) == sorted(Entry._fields)


def test_the_settings_are_those_of_every_connection(tmp_path: Path) -> None:
    stated = {row.name: row.cells[0].split("`")[1] for row in TABLES["Settings"]}
    with closing(sqlite_engine(Address.of(str(a_store(tmp_path)))).raw_connection()) as connection:
        cursor = connection.cursor()
        found = {name: str(cursor.execute(f"PRAGMA {name}").fetchone()[0]) for name in stated}
    assert found == stated
