"""The kinds of columns and tables that there are: whole numbers and texts, the same on both databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
SERIAL = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()


def text(name: str, *more: Any, null: bool = False, server_default: str | None = None) -> Column[str]:
    return Column(name, TEXT, *more, nullable=null, server_default=server_default)


def whole(name: str, *more: Any, null: bool = False, server_default: str | None = None) -> Column[int]:
    return Column(name, Integer, *more, nullable=null, server_default=server_default)


def large(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null)


def clustered(name: str, *parts: Any) -> Table:
    """A table kept in the order of its primary key, with no hidden row number to overwrite a row by."""
    return Table(name, metadata, *parts, sqlite_with_rowid=False)
