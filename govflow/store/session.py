"""The session: one held connection, its transaction, and the running of statements.

Statements outside a transaction, and after a failure in one, are refused: on SQLite either would commit by
itself. Errors of the driver become errors of the tree here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy.sql import Select

from govflow.errors import BadInput, StoreError
from govflow.messages import notice
from govflow.store.database import Access, Cursor, Database, Row
from govflow.store.failures import commit_failure, failure
from govflow.store.statement import Statement

NOTHING: Mapping[str, Any] = {}


class Session:
    """Runs statements on the held cursor of a database."""

    __slots__ = (
        "_any_text",
        "_cursor",
        "_dialect",
        "_errors",
        "_name",
        "_savepoints",
        "_stopped",
        "database",
        "in_use",
    )

    def __init__(self, database: Database) -> None:
        self.database = database
        self._dialect = database.dialect
        self._name = database.dialect.name
        self._cursor = database.cursor
        self._errors = database.errors
        self._savepoints = 0
        self._any_text = False
        self.in_use = False
        self._stopped: Callable[[], Exception] | None = _no_transaction

    def run(self, statement: Statement, params: Mapping[str, Any] = NOTHING) -> int:
        """Run a statement; how many rows it touched."""
        try:
            return self._execute(statement, params).rowcount
        except self._errors as error:
            raise self._failed(error) from error

    def one(self, statement: Statement, params: Mapping[str, Any] = NOTHING) -> Row | None:
        """The first row, or None."""
        try:
            return cast("Row | None", self._execute(statement, params).fetchone())
        except self._errors as error:
            raise self._failed(error) from error

    def rows(self, statement: Statement, params: Mapping[str, Any] = NOTHING) -> list[Row]:
        """Every row."""
        try:
            return self._execute(statement, params).fetchall()
        except self._errors as error:
            raise self._failed(error) from error

    def run_many(self, statement: Statement, params: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each of `params`."""
        try:
            self._cursor.executemany(self._text(statement), list(params))
        except self._errors as error:
            raise self._failed(error) from error

    def stream(self, statement: Statement, params: Mapping[str, Any] = NOTHING) -> Generator[Row, None, None]:
        """Every row as it is taken, for what may not fit into memory."""
        for rows in self.chunks(statement, params):
            yield from rows

    def chunks(self, statement: Statement, params: Mapping[str, Any] = NOTHING) -> Iterator[list[Row]]:
        """The same rows some at a time."""
        try:
            yield from self.database.chunks(self._text(statement), params)
        except self._errors as error:
            raise self._failed(error) from error

    def select(self, query: Select[Any], params: Mapping[str, Any] = NOTHING) -> list[Row]:
        """Every row of a query built for this one time, as filters need it, with its values bound; `params` are those
        that it only names."""
        compiled = query.compile(dialect=self._dialect, compile_kwargs={"render_postcompile": True})
        once = Statement(lambda: query)
        once.texts[self._name] = str(compiled)
        return self.rows(once, {**compiled.construct_params(_check=False), **params})

    def begin(self, access: Access, *, any_text: bool = False) -> None:
        """Begin a transaction; one that writes waits for its turn. With `any_text` bytes that are no text are read."""
        if any_text:
            self.database.take_any_text(on=True)
        self._any_text = any_text
        try:
            self.database.begin(access)
            self._savepoints, self._stopped, self.in_use = 0, None, True
        except self._errors as error:
            failed = self._failed(error)
            self.end()
            raise failed from error
        except BaseException:  # an interrupt, say: the turn may have come already, and others wait for it
            self.end()
            raise

    def commit(self) -> None:
        """Commit; OutcomeUnknown when the answer is lost."""
        if self._stopped is not None:
            raise self._stopped()
        self._stopped = _no_transaction
        try:
            self._cursor.execute("COMMIT")
        except self._errors as error:
            url = self.database.address.shown
            raise commit_failure(self.database.kind(error), error, url=url) from error
        if not self.database.committed():
            raise _after_failure()

    def end(self) -> None:
        """Roll back whatever is not committed."""
        self.in_use = False
        self._stopped = _no_transaction
        if self._any_text:
            self.database.take_any_text(on=False)
        try:
            if self.database.in_transaction():
                self._cursor.execute("ROLLBACK")
        except self._errors as error:
            raise self._failed(error) from error
        finally:
            self.database.ended()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo everything since here when the block raises, and only that; the transaction goes on."""
        self._savepoints += 1
        name = f"part_{self._savepoints}"
        self._say(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            self._undo(name)
            raise
        self._say(f"RELEASE SAVEPOINT {name}")

    def _undo(self, savepoint: str) -> None:
        if not self.database.in_transaction():
            self._stopped = _after_failure  # the failure ended the whole transaction
            return
        self._stopped = None
        self._say(f"ROLLBACK TO SAVEPOINT {savepoint}")
        self._say(f"RELEASE SAVEPOINT {savepoint}")

    def _text(self, statement: Statement) -> str:
        if self._stopped is not None:
            raise self._stopped()
        return statement.texts.get(self._name) or statement.compiled(self._dialect)

    def _execute(self, statement: Statement, params: Mapping[str, Any]) -> Cursor:
        try:
            self._cursor.execute(self._text(statement), params)
        except (
            UnicodeEncodeError
        ) as broken:  # before anything was sent: what a program asks for may be any text
            char = broken.object[broken.start]
            raise BadInput.at(None, notice("store.unfit_text", char=f"U+{ord(char):04X}")) from broken
        return self._cursor

    def _say(self, command: str) -> None:
        if self._stopped is not None:
            raise self._stopped()
        try:
            self._cursor.execute(command)
        except self._errors as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> Exception:
        """Stop the transaction, as PostgreSQL does by itself, and say what happened."""
        if self._stopped is None:
            self._stopped = _after_failure
        return failure(self.database.kind(error), error, url=self.database.address.shown)


def _no_transaction() -> Exception:
    return RuntimeError(
        "statements belong inside `with store.begin() as work:` or `with store.reading() as work:`"
    )


def _after_failure() -> Exception:
    return StoreError(notice("store.after_failure"))
