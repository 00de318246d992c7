"""Backups: a store as one SQLite file, whichever database it is in, and stores made of such files again.

A file appears under its name once it is whole and on the disk; a store is replaced in one transaction.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, text

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.connecting import database_at
from govflow.store.content import Held, Lacking, held, lacking
from govflow.store.copying import drop_everything, fill
from govflow.store.database import Access
from govflow.store.failures import opening_failure
from govflow.store.migrate import building
from govflow.store.postgresql import TURN
from govflow.store.schema import SCHEMAS
from govflow.store.session import Session
from govflow.store.sqlite import SqliteDatabase, create_file
from govflow.store.statement import Statement
from govflow.store.version import TABLE_NAMES, found_schema, unknown_schema

_CHECK = Statement(lambda: text("PRAGMA quick_check(1000000)"))
_BESIDE = ("-wal", "-shm", "-journal")
"""How the names of files end that SQLite keeps beside one while it is in use, and that an interrupted one leaves."""

_FALSE_ALARM = "NULL value in "
"""What some versions of SQLite say of values that are there, where a key is not in the order of the columns. NULL is
refused where it is forbidden, so that nothing is missed."""


def backup_store(url: str, path: Path) -> tuple[Held, str]:
    """Write a store as it is now into a new file, while others go on; what it holds, and the address as people may see
    it."""
    address = Address.of(url)
    with _arriving(path) as made:
        if address.dialect == "sqlite":
            with closing(SqliteDatabase(address)) as database:
                _known_schema(database)
                _copied_file(database, made)
        else:
            with _reading(address) as (source, schema):
                _fill_file(made, source, dialect=address.dialect, schema=schema)
        return _sound(made, shown=address.shown), address.shown


def restore_store(
    path: Path, url: str, *, agreed: Callable[[Held], object] = lambda _: None
) -> tuple[Held, str]:
    """Make the store again that a backup is of: in a new file, in an empty database, or in place of the same store if
    that holds nothing which the backup lacks. What it holds, and the address as people may see it.

    `agreed` is asked about the very copy that is restored, and raises where nothing is to be changed.
    StoreError: the backup is none or is damaged; there is another store, a newer one, or other data.
    """
    address = Address.of(url)
    with _copy_of(path) as copy:
        kept = _sound(copy, shown=str(path))
        agreed(kept)
        with _reading(Address.of(str(copy))) as (source, schema):
            if address.dialect == "sqlite" and not _holds_something(address.path):
                with _arriving(address.path) as made:
                    _fill_file(made, source, dialect="sqlite", schema=schema)
            else:
                with building(address) as connection:
                    _make_room(connection, address, kept=kept, source=source)
                    fill(connection, source, dialect="sqlite", schema=schema)
    return kept, address.shown


def lacking_in(url: str, path: Path) -> tuple[Held, Held, Lacking]:
    """What a store lacks of an earlier backup of it. A record only grows: what it lacks was taken away or altered."""
    address = Address.of(url)
    with _copy_of(path) as copy:
        kept = _sound(copy, shown=str(path))
        with (
            _reading(Address.of(str(copy))) as (backup, _),
            _reading(address) as (store, schema),
        ):
            now = held(store, address.dialect, schema=schema)
            return kept, now, lacking(backup, store, ("sqlite", address.dialect))


def _make_room(connection: Connection, address: Address, *, kept: Held, source: Session) -> None:
    """Whatever is there may be replaced, or is refused."""
    tables = set(connection.scalars(text(TABLE_NAMES[address.dialect])))
    if not tables:
        return
    if not tables >= {"store_info", "alembic_version", "history"}:
        raise StoreError(notice("store.not_empty", url=address.shown))
    # Others may read meanwhile but not write: this transaction holds the turn.
    if address.dialect == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
    with _reading(address) as (there, schema):
        now = held(there, address.dialect, schema=schema)
        where = {"url": address.shown, "store_id": now.store_id, "backup_id": kept.store_id}
        if now.store_id != kept.store_id:
            raise StoreError(notice("backup.other_store", **where))
        if schema > kept.schema:
            raise StoreError(notice("backup.newer_schema", **where, schema=schema, kept=kept.schema))
        more = lacking(there, source, (address.dialect, "sqlite"))
    if more.rows:
        code = "backup.diverged" if more.diverged else "backup.newer"
        raise StoreError(notice(code, **where, rows=more.rows, first=list(more.first)))
    drop_everything(connection)


@contextmanager
def _arriving(path: Path) -> Iterator[Path]:
    """A place beside `path` to make a file in, which gets that name once it is whole; nothing of it stays otherwise."""
    _refuse_existing(path)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    except OSError as error:
        raise StoreError(notice("store.cannot_open", url=str(path), detail=error.strerror)) from error
    try:
        made = folder / path.name
        create_file(Address.of(str(made)))
        yield made
        _settle(made)
        _refuse_existing(path)
        os.rename(made, path)
        _sync(path.parent)
    except OSError as error:
        raise StoreError(notice("store.io_failed", url=str(path), detail=error.strerror)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_existing(path: Path) -> None:
    if _holds_something(path):
        raise StoreError(notice("backup.exists", url=str(path)))
    # SQLite would take what lies there for the latest writes to whatever file comes under this name.
    beside = [name for end in _BESIDE if os.path.lexists(name := f"{path}{end}")]
    if beside:
        raise StoreError(notice("backup.beside", url=str(path), files=beside))


def _holds_something(path: Path) -> bool:
    return os.path.exists(path) and (not os.path.isfile(path) or path.stat().st_size > 0)


def _settle(made: Path) -> None:
    """Nothing of it is beside the file any more, and all of it is on the disk."""
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _sync(made)


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _copied_file(database: SqliteDatabase, made: Path) -> None:
    try:
        database.copy_into(made)
    except sqlite3.Error as error:
        raise opening_failure(error, url=database.address.shown) from error


def _fill_file(made: Path, source: Session, *, dialect: str, schema: str) -> None:
    with building(Address.of(str(made))) as connection:
        fill(connection, source, dialect=dialect, schema=schema)


@contextmanager
def _copy_of(path: Path) -> Iterator[Path]:
    """A file like it that may be opened as a store is, wherever the backup itself is kept."""
    if not os.path.isfile(path):
        raise StoreError(notice("store.missing", url=str(path)))
    with tempfile.TemporaryDirectory(prefix="govflow-restore-") as folder:
        copy = Path(folder) / "copy.db"
        create_file(Address.of(str(copy)))
        name = f"file:{quote(os.path.abspath(path))}?mode=ro"
        if not os.path.exists(f"{path}-wal"):
            name += "&immutable=1"  # its folder may be one that nothing can be written to
        try:
            with closing(sqlite3.connect(name, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
                source.backup(target, pages=4096, progress=lambda *_: None)
        except sqlite3.Error as error:
            raise opening_failure(error, url=str(path)) from error
        yield copy


def _sound(made: Path, *, shown: str) -> Held:
    """What the file holds; StoreError when it is damaged or no store."""
    address = Address.of(str(made))._replace(shown=shown)
    with closing(SqliteDatabase(address)) as database:
        schema = _known_schema(database)
        session = Session(database)
        session.begin(Access.READ, any_text=True)
        try:
            said = (str(line) for (line,) in session.rows(_CHECK) if line != "ok")
            if damage := [line for line in said if not line.startswith(_FALSE_ALARM)]:
                raise StoreError(notice("store.corrupt", url=shown, detail=damage[0]))
            return held(session, "sqlite", schema=schema)
        finally:
            session.end()


def _known_schema(database: Any) -> str:
    session = Session(database)
    session.begin(Access.READ)
    try:
        found = found_schema(session, database.address)
    finally:
        session.end()
    if found not in SCHEMAS:
        raise unknown_schema(found, database.address)
    return found


@contextmanager
def _reading(address: Address) -> Iterator[tuple[Session, str]]:
    """One state of a store of any known schema."""
    with closing(database_at(address)) as database:
        schema = _known_schema(database)
        session = Session(database)
        session.begin(Access.READ, any_text=True)
        try:
            yield session, schema
        finally:
            session.end()
