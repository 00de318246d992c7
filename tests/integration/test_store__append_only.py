"""What is recorded cannot be changed by any statement of the database, on either of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import store_samples as sample
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from govflow.store import Store
from govflow.store.decisions import LinkRow
from govflow.store.schema import metadata
from govflow.store.triggers import APPEND_ONLY

_Execute = Callable[[str], object]


@pytest.fixture
def insider(store: Store, store_url: str) -> _Execute:
    """Somebody with the database's own tools and a store with one row in every protected table."""
    _fill(store)
    url = store_url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(url if "://" in url else f"sqlite:///{url}", poolclass=NullPool)

    def execute(statement: str) -> object:
        with engine.begin() as connection:
            result = connection.execute(text(statement))
            return result.all() if result.returns_rows else None

    return execute


def _fill(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        work.revisions.add(sample.revision())
        work.definitions.put_in_force(
            "workflow", "it_investment", "2025-04-01", digest=sample.DEFINITION, recorded_at=sample.AT
        )
        work.organisation.add(1, "a" * 64, content="{}", recorded_at=sample.AT)
        work.history.add(sample.entry(1))
        work.ballots.add(sample.ballot())
        work.positions.add(sample.position())
        work.decisions.add(sample.decision())
        work.decisions.link(LinkRow("CIO-2025-D001", "CIO-2025-D001", "lapses", sample.AT))
        work.documents.add(sample.document())
        work.documents.add_rendition(sample.rendition())
        work.idempotency.add("k", "d" * 64, "{}", sample.AT)
        work.refusals.add(
            recorded_at=sample.AT,
            person=None,
            account="a",
            reference=None,
            trigger="t",
            codes="[]",
            kind="rule",
            said="[]",
        )
        work.commit()


def _content(execute: _Execute, table: str) -> object:
    return execute(f"SELECT * FROM {table}")


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_every_protected_table_has_a_row_to_attack(insider: _Execute, table: str) -> None:
    assert len(_content(insider, table)) >= 1  # type: ignore[arg-type]


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_update_and_no_delete(insider: _Execute, table: str) -> None:
    before = _content(insider, table)
    column = metadata.tables[table].columns.keys()[-1]
    for attack in (f'UPDATE {table} SET "{column}" = "{column}"', f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match=f"append-only: {table}"):
            insider(attack)
    assert _content(insider, table) == before


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_truncate(insider: _Execute, table: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        insider(f"TRUNCATE {table} CASCADE")
    assert len(_content(insider, table)) >= 1  # type: ignore[arg-type]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_replacing_under_any_key(insider: _Execute, table: str) -> None:
    before = _content(insider, table)
    for key in APPEND_ONLY[table]:
        others = [c.name for c in metadata.tables[table].columns if c.name not in key]
        kept = ", ".join([f'"{c}"' for c in key] + [_altered(table, c) for c in others])
        names = ", ".join(f'"{c}"' for c in (*key, *others))
        attacks = (
            f"INSERT OR REPLACE INTO {table} ({names}) SELECT {kept} FROM {table}",
            f"REPLACE INTO {table} ({names}) SELECT {kept} FROM {table}",
            f"INSERT INTO {table} ({names}) SELECT {kept} FROM {table} WHERE true"
            f' ON CONFLICT DO UPDATE SET "{others[-1]}" = 1',
        )
        for attack in attacks:
            with pytest.raises(DBAPIError, match=f"already there: {table}"):
                insider(attack)
    assert _content(insider, table) == before


def _altered(table: str, column: str) -> str:
    """Another value for a column: a row number for numbers, the old text with something behind it for texts."""
    kind = str(metadata.tables[table].c[column].type)
    return f'"{column}" + 1' if kind in ("INTEGER", "BIGINT") else f"\"{column}\" || 'x'"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_hidden_row_number_to_replace_a_row_by(insider: _Execute, table: str) -> None:
    if table == "refusals":  # its number is the row number, and a key
        with pytest.raises(DBAPIError, match="already there"):
            insider("INSERT OR REPLACE INTO refusals SELECT * FROM refusals")
        return
    with pytest.raises(DBAPIError, match="no such column: rowid"):
        insider(f"SELECT rowid FROM {table}")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_upsert(insider: _Execute, table: str) -> None:
    before = _content(insider, table)
    key = ", ".join(APPEND_ONLY[table][0])
    column = metadata.tables[table].columns.keys()[-1]
    with pytest.raises(DBAPIError, match=f"append-only: {table}"):
        insider(
            f"INSERT INTO {table} SELECT * FROM {table}"
            f" ON CONFLICT ({key}) DO UPDATE SET {column} = excluded.{column}"
        )
    assert _content(insider, table) == before
