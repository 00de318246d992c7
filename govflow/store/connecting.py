"""Connecting: the address says which of the two databases it is."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from govflow.store.address import Address
from govflow.store.database import Database


def database_at(address: Address) -> Database:
    """Connect. StoreError when there is nothing or it cannot be reached."""
    if address.dialect == "sqlite":
        from govflow.store.sqlite import SqliteDatabase

        return SqliteDatabase(address)
    from govflow.store.postgresql import PostgresqlDatabase

    return PostgresqlDatabase(address)


def engine_at(address: Address) -> Engine:
    """An SQLAlchemy engine, as migrations need one."""
    if address.dialect == "sqlite":
        from govflow.store.sqlite import sqlite_engine

        return sqlite_engine(address)
    from govflow.store.postgresql import postgresql_engine

    return postgresql_engine(address)
