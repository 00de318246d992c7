"""Creating and migrating stores with Alembic, each in one transaction. Nothing else imports Alembic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event, text

from govflow.errors import GovflowError, StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.connecting import database_at, engine_at
from govflow.store.database import Access
from govflow.store.failures import opening_failure
from govflow.store.schema import SCHEMAS, store_info
from govflow.store.session import Session
from govflow.store.version import TABLE_NAMES, found_schema, unknown_schema

_BEGINNING = {
    "sqlite": ("PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"),
    "postgresql": ("SELECT pg_advisory_xact_lock(1735358063)",),
}
"""What a transaction here begins with, so that two processes do not create or migrate one store at once. SQLite can
alter a table only by making it anew, which others that refer to it have to bear; `_refuse_lost_rows` looks after."""


def create(address: Address, settings: Mapping[str, str]) -> None:
    """The tables and settings of a new store. StoreError when something is there already."""
    if address.dialect == "sqlite":
        from govflow.store.sqlite import create_file

        create_file(address)
    with _transaction(address) as connection:
        tables = set(connection.scalars(text(TABLE_NAMES[address.dialect])))
        if tables:
            code = "exists" if "store_info" in tables else "not_empty"
            raise StoreError(notice(f"store.{code}", url=address.shown))
        command.upgrade(_config(connection), SCHEMAS[-1])
        connection.execute(store_info.insert(), [{"name": n, "value": v} for n, v in settings.items()])


@contextmanager
def building(address: Address) -> Iterator[Connection]:
    """A transaction in which a store is made anew or replaced; nobody else does so meanwhile. It is undone whole when
    it fails, or when a row refers in the end to one that is not there."""
    with _transaction(address) as connection:
        yield connection
        _refuse_lost_rows(connection, address)


def lay_tables(connection: Connection, schema: str) -> None:
    """The empty tables of a schema that was ever released."""
    command.upgrade(_config(connection), schema)


def migrate(address: Address) -> tuple[str, str]:
    """Bring a store to the newest schema: the schema before and after."""
    found = _schema_of(address)
    if found not in SCHEMAS:
        raise unknown_schema(found, address)
    with _transaction(address) as connection:
        command.upgrade(_config(connection), SCHEMAS[-1])
        _refuse_lost_rows(connection, address)
    return found, SCHEMAS[-1]


def _schema_of(address: Address) -> str:
    with closing(database_at(address)) as database:
        session = Session(database)
        session.begin(Access.READ)
        try:
            return found_schema(session, address)
        finally:
            session.end()


def _refuse_lost_rows(connection: Connection, address: Address) -> None:
    """StoreError where a row refers to one that is not there: the store was damaged before, and stays as it was."""
    if address.dialect != "sqlite":
        return
    lost = connection.execute(text("PRAGMA foreign_key_check")).all()
    if lost:
        tables = ", ".join(sorted({row[0] for row in lost}))
        raise StoreError(notice("store.corrupt", url=address.shown, detail=f"foreign keys: {tables}"))


@contextmanager
def _transaction(address: Address) -> Iterator[Connection]:
    engine = engine_at(address)
    event.listen(engine, "begin", lambda connection: _begin(connection, address.dialect))
    try:
        with engine.begin() as connection:
            yield connection
    except GovflowError:
        raise
    except Exception as error:
        raise opening_failure(error, url=address.shown) from error


def _begin(connection: Connection, dialect: str) -> None:
    for statement in _BEGINNING[dialect]:
        connection.exec_driver_sql(statement)


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    scripts = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
