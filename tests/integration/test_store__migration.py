"""A store of the first schema is brought to the newest one: nothing it recorded is lost, and all of it still holds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from alembic import command
from government import ADMINISTRATOR, Government, beside_shortcuts
from sqlalchemy import Connection, Engine, MetaData, NullPool, Table, create_engine, select, text
from sqlalchemy.exc import DBAPIError

import govflow
from govflow.errors import StoreError
from govflow.resources import workflow_files
from govflow.store.address import Address
from govflow.store.migrate import _config, create
from govflow.store.schema import SCHEMAS, metadata

REMADE = {"definitions": ("kind",), "definitions_in_force": ("kind",), "documents": ("subject",)}
"""The append-only tables that the second schema made anew, and the columns that it added to them."""

ADDED = {
    **REMADE,
    "proposals": ("changes", "paused_left", "reach", "released"),
    "revisions": ("seal",),
    "steps": ("paused_left",),
    "outbox": ("state", "attempts", "next_attempt", "last_error"),
}
"""The columns that it added, by table."""


def engine(url: str) -> Engine:
    address = url.replace("postgresql://", "postgresql+psycopg://")
    return create_engine(address if "://" in address else f"sqlite:///{address}", poolclass=NullPool)


def of_the_first_schema(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in ADDED.get(table.name, ())]


def rows(connection: Connection, table: Table) -> list[dict[str, object]]:
    """A table's rows as the first schema kept them."""
    columns = [table.c[name] for name in of_the_first_schema(table)]
    return [dict(row) for row in connection.execute(select(*columns)).mappings()]


def everything(url: str) -> dict[str, list[dict[str, object]]]:
    with engine(url).connect() as connection:
        return {
            t.name: sorted(rows(connection, t), key=repr)
            for t in metadata.sorted_tables
            if t.name != "store_info"
        }


def _without_reading(government: Government) -> Path:
    """The shipped definition as it could have been then: it does not say who reads."""
    content = yaml.safe_load(workflow_files()["it_investment"].read_text(encoding="utf-8"))
    del content["reading"]
    for part in (*content["transitions"], *content["documents"].values()):
        part.pop("opens_to", None)
    for field in content["fields"].values():
        field.pop("restricted", None)
    return government.write("then.yaml", yaml.safe_dump(content | {"version": 3}, allow_unicode=True))


@pytest.fixture
def first(either: Government, empty_url: str, database: str) -> str:
    """A store of the first schema, made by its migration, with a real record: a decided proposal, a draft."""
    govflow.load_workflow(either.session, str(_without_reading(either)))
    either.proposal(until="approved")
    either.draft()
    if database == "sqlite":
        Path(empty_url).touch()
    with engine(either.url).connect() as source, engine(empty_url).begin() as target:
        command.upgrade(_config(target), SCHEMAS[0])
        then = MetaData()
        then.reflect(target)
        for table in (
            metadata.tables[each.name] for each in then.sorted_tables if each.name in metadata.tables
        ):
            if kept := rows(source, table):
                names = of_the_first_schema(table)
                values = ", ".join(f":{name}" for name in names)
                columns = ", ".join(f'"{name}"' for name in names)
                target.execute(text(f"INSERT INTO {table.name} ({columns}) VALUES ({values})"), kept)
    return empty_url


def test_an_older_store_says_that_it_has_to_be_migrated(first: str) -> None:
    with pytest.raises(StoreError) as refused:
        govflow.open(first)
    assert refused.value.code == "store.older_schema"


def test_nothing_is_lost_and_the_record_holds(first: str, either: Government) -> None:
    done = govflow.migrate(first)
    assert (done.before, done.after) == (SCHEMAS[0], SCHEMAS[-1])
    assert everything(first) == everything(either.url)
    with govflow.open(first, person=ADMINISTRATOR) as session:
        verified = govflow.verify(session)
        assert beside_shortcuts(verified.problems) == []
        assert (verified.proposals, verified.documents) == (2, 4)
        assert [line.name for line in govflow.list_workflows(session)] == ["it_investment"] * 2
        assert govflow.list_bodies(session) == []
    with engine(first).connect() as connection:
        kinds = connection.execute(
            text("SELECT kind FROM definitions UNION ALL SELECT kind FROM definitions_in_force")
        )
        assert [kind for (kind,) in kinds] == ["workflow"] * 4


def test_it_is_worked_with_as_a_new_one(first: str) -> None:
    govflow.migrate(first)
    with govflow.open(first, person=ADMINISTRATOR, clock=govflow.fixed_clock(MOMENT)) as session:
        govflow.load_body(session, "cio_council")
        govflow.load_workflow(session, "town_purchase")
        assert [line.in_force for line in govflow.list_bodies(session)] == [True]
        assert beside_shortcuts(govflow.verify(session).problems) == []


MOMENT = govflow.moment_of("2025-04-10T11:00", "Asia/Tokyo")


@pytest.mark.parametrize("table", sorted(REMADE))
def test_the_tables_made_anew_are_append_only_again(first: str, table: str) -> None:
    govflow.migrate(first)
    for attack in (f"UPDATE {table} SET kind = 'body'", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match=f"append-only: {table}"), engine(first).begin() as connection:
            connection.execute(text(attack))


def test_migrating_twice_changes_nothing(first: str) -> None:
    govflow.migrate(first)
    before = everything(first)
    assert govflow.migrate(first).before == SCHEMAS[-1]
    assert everything(first) == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_references_hold_again_after_the_migration(first: str) -> None:
    govflow.migrate(first)
    with engine(first).begin() as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    with engine(first).connect() as connection:
        connection.execute(text("PRAGMA foreign_keys = ON"))
        with pytest.raises(DBAPIError, match="FOREIGN KEY"):
            connection.execute(
                text("INSERT INTO definitions_in_force VALUES ('x', '2025-04-01', 'now', 'nowhere', 'body')")
            )


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_damaged_store_is_not_migrated(first: str) -> None:
    with engine(first).begin() as connection:
        connection.execute(text("PRAGMA foreign_keys = OFF"))
        connection.execute(
            text("INSERT INTO definitions_in_force VALUES ('x', '2025-04-01', 'now', 'nowhere')")
        )
    with pytest.raises(StoreError) as refused:
        govflow.migrate(first)
    assert refused.value.code == "store.corrupt"
    with pytest.raises(StoreError) as still:
        govflow.open(first)
    assert still.value.code == "store.older_schema"


def test_a_new_store_has_the_newest_schema(empty_url: str, database: str) -> None:
    if database == "sqlite":
        Path(empty_url).touch()
    create(Address.of(empty_url), {"store_id": "s"})
    assert govflow.migrate(empty_url).before == SCHEMAS[-1]
