"""The schema that a store was found with, and what to do where it is not the one this code works with."""

from __future__ import annotations

from sqlalchemy import text

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.schema import SCHEMAS
from govflow.store.session import Session
from govflow.store.statement import Statement

TABLE_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}
_VERSION = Statement(lambda: text("SELECT version_num FROM alembic_version"))


def found_schema(session: Session, address: Address) -> str:
    """The schema a store has, known or not. StoreError `store.not_a_store` when it is none."""
    tables = {name for (name,) in session.rows(Statement(lambda: text(TABLE_NAMES[address.dialect])))}
    if not tables >= {"alembic_version", "store_info"}:
        raise StoreError(notice("store.not_a_store", url=address.shown))
    return "".join(str(version) for (version,) in session.rows(_VERSION))


def unknown_schema(found: str, address: Address) -> StoreError:
    """What to do about a store whose schema is not the one this code works with."""
    age = "older_schema" if found in SCHEMAS else "newer_schema"
    return StoreError(notice(f"store.{age}", url=address.shown, found=found, known=SCHEMAS[-1]))
