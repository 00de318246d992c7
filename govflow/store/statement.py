"""Statements: Core constructs compiled once per dialect into text with named parameters.

Building and compiling a construct costs some hundred microseconds, running its text a few: repositories keep
their statements at module level and the session runs the text on the held cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, Table, bindparam, literal_column
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.expression import ClauseElement

ZERO: ColumnElement[int] = literal_column("0", Integer)
ONE: ColumnElement[int] = literal_column("1", Integer)
"""Constants in a statement's text: a plain number would become a parameter that nobody gives. So would the
offset that SQLAlchemy adds on SQLite, unless it is said: `.limit(ONE).offset(ZERO)`."""


class Statement:
    """One statement, built and compiled when first needed. `texts` keeps the result by dialect name."""

    __slots__ = ("_build", "texts")

    def __init__(self, build: Callable[[], ClauseElement]) -> None:
        self._build = build
        self.texts: dict[str, str] = {}

    def compiled(self, dialect: Dialect) -> str:
        text = self.texts[dialect.name] = str(self._construct(dialect).compile(dialect=dialect))
        return text

    def _construct(self, dialect: Dialect) -> ClauseElement:
        return self._build()


class Upsert(Statement):
    """An INSERT that changes the row of the same primary key instead where there is one.

    `change` says how, given the row that would have been inserted.
    """

    __slots__ = ("_change", "_table")

    def __init__(self, table: Table, change: Callable[[Any], Mapping[str, Any]]) -> None:
        super().__init__(table.insert)
        self._table = table
        self._change = change

    def _construct(self, dialect: Dialect) -> ClauseElement:
        added: Any = _insert_of(dialect)(self._table)
        keys = [column.name for column in self._table.primary_key]
        changing: ClauseElement = added.on_conflict_do_update(
            index_elements=keys, set_=self._change(added.excluded)
        )
        return changing


class Saving:
    """UPDATEs of the row that the parameters `of_…` name: one for each set of columns, set by parameters of their
    names. Each column that is set takes its indexes with it, so that only what has changed is."""

    __slots__ = ("_key", "_statements", "_table")

    def __init__(self, table: Table, *key: str) -> None:
        self._table = table
        self._key = [table.c[name] == bindparam(f"of_{name}") for name in key]
        self._statements: dict[tuple[str, ...], Statement] = {}

    def of(self, changed: Iterable[str]) -> Statement:
        """The statement that sets these columns."""
        names = tuple(changed)
        if names not in self._statements:
            self._statements[names] = Statement(
                lambda: self._table.update().where(*self._key).values({n: bindparam(n) for n in names})
            )
        return self._statements[names]


def _insert_of(dialect: Dialect) -> Any:
    """SQLAlchemy has one such construct per dialect; PostgreSQL's is not imported where it is not used."""
    if dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert
    from sqlalchemy.dialects import postgresql

    return postgresql.insert
