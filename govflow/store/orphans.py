"""Orphans: rows that refer to a row that is not there, as only foreign keys switched off let them come about."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ForeignKey, literal_column, select

from govflow.store.council_schema import metadata
from govflow.store.session import Session
from govflow.store.statement import Statement


class Orphan(NamedTuple):
    """Rows of `table` whose `column` refers to `key`, which nothing has."""

    table: str
    column: str
    key: str


def _statement(key: ForeignKey) -> Statement:
    child, parents = key.parent, key.column.table.alias("parents")  # a table may refer to itself
    there = select(literal_column("1")).where(parents.c[key.column.name] == child).exists()
    return Statement(lambda: select(child).distinct().where(child.is_not(None), ~there).order_by(child))


_KEYS = [(key.parent.table.name, key.parent.name, _statement(key)) for table in metadata.sorted_tables
         for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)]  # fmt: skip


class Orphans:
    """Those of every table."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Orphan]:
        return [
            Orphan(table, column, str(key))
            for table, column, statement in _KEYS
            for (key,) in self._session.rows(statement)
        ]
