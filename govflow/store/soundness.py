"""Soundness: the database itself, below all rows: its schema with the triggers, and the pages of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import text

from govflow.store.described import POSTGRESQL_OBJECTS, SQLITE_OBJECTS, described, objects
from govflow.store.session import Session
from govflow.store.statement import Statement

_OBJECTS = {
    "sqlite": Statement(lambda: text(SQLITE_OBJECTS)),
    "postgresql": Statement(lambda: text(POSTGRESQL_OBJECTS.replace(":", r"\:"))),
}
_PAGES = Statement(lambda: text("PRAGMA integrity_check(100000)"))
_APPLICATION = Statement(lambda: text("PRAGMA application_id"))
_VERSION = Statement(lambda: text("PRAGMA user_version"))
_MARKS = {"application_id": _APPLICATION, "user_version": _VERSION}
"""The numbers in a file's header that this program leaves at zero."""

_NULL = re.compile(r"NULL value in (\w+)\.(\w+)")


class Soundness:
    """What a store is made of."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._dialect = session.database.address.dialect

    def differing(self) -> list[str]:
        """Every table, index and trigger that is missing, altered or not the program's."""
        rows = [(name, definition) for name, definition in self._session.rows(_OBJECTS[self._dialect])]
        found, expected = objects(rows), described(self._dialect)
        return sorted(name for name in found | expected if found.get(name) != expected.get(name))

    def damage(self) -> Iterator[str]:
        """What the database says of its own file; a PostgreSQL server looks after its files itself."""
        if self._dialect == "sqlite":
            said = dict.fromkeys(said for (said,) in self._session.rows(_PAGES) if said != "ok")
            yield from filter(self._is_so, said)
            for name, statement in _MARKS.items():
                ((number,),) = self._session.rows(statement)
                if number:
                    yield f"{name}: {number}"

    def _is_so(self, said: str) -> bool:
        """Of tables without row numbers some versions of SQLite take a column for another and see nothing in it."""
        if (null := _NULL.fullmatch(said)) is None:
            return True
        table, column = null.groups()
        nothing = text(f"""SELECT 1 FROM "{table}" WHERE typeof("{column}") = 'null' LIMIT 1""")
        return self._session.one(Statement(lambda: nothing)) is not None
