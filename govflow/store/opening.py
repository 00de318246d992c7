"""Opening: from an address to a store whose schema is the one this code knows; or a plain reason why not."""

from __future__ import annotations

from typing import NamedTuple, Self

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.address import Address
from govflow.store.connecting import database_at
from govflow.store.content import Held, held
from govflow.store.database import Access, Database
from govflow.store.schema import SCHEMAS
from govflow.store.session import Session
from govflow.store.settings import Settings
from govflow.store.unit_of_work import UnitOfWork
from govflow.store.version import found_schema, unknown_schema

_NEEDED = ("store_id", "demonstration", "created_at", "timezone")
"""The settings without which a store is none."""


class StoreInfo(NamedTuple):
    """What a store says of itself. `url` hides the password; `timezone` is where its days begin."""

    store_id: str
    demonstration: bool
    created_at: str
    timezone: str
    schema: str
    url: str
    dialect: str


class Store:
    """An open store: one connection, one unit of work at a time, for one thread. Close it or use `with`."""

    __slots__ = ("_database", "_session", "_work", "info")

    def __init__(self, database: Database) -> None:
        self._database = database
        self._session = Session(database)
        self.info = _info(self._session, database.address)
        self._work = UnitOfWork(self._session)

    def begin(self, *, alone: bool = False) -> UnitOfWork:
        """A unit of work that may write. Nothing stays unless `commit()` is said. `alone`: it waits for all others, and
        those that come later wait for it, so that each of them sees what it changed or is done before it began."""
        return self._work.for_writing(alone=alone)

    def reading(self) -> UnitOfWork:
        """A unit of work that only reads, from one state of the store."""
        return self._work.for_reading()

    def auditing(self) -> UnitOfWork:
        """The same for somebody who has to see whatever is there, also bytes that are no text."""
        return self._work.for_reading(any_text=True)

    def held(self) -> Held:
        """How much it holds now, with the record digest."""
        with self.auditing():
            return held(self._session, self.info.dialect, schema=self.info.schema)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(url: str) -> Store:
    """Open a store that exists.

    StoreError: missing, not a store, of an older or newer schema, unreachable, damaged.
    """
    database = database_at(Address.of(url))
    try:
        return Store(database)
    except BaseException:
        database.close()
        raise


def create_store(url: str, *, store_id: str, demonstration: bool, created_at: str, timezone: str) -> Store:
    """Create a store in a new file or an empty database, and open it.

    StoreError: there is a store already, or other data, or no place to write to.
    """
    from govflow.store.migrate import create

    settings = {
        "store_id": store_id,
        "demonstration": str(int(demonstration)),
        "created_at": created_at,
        "timezone": timezone,
    }
    create(Address.of(url), settings)
    return open_store(url)


def migrate_store(url: str) -> tuple[str, str]:
    """Bring a store to the newest schema, in one transaction: the schema before and after."""
    from govflow.store.migrate import migrate

    return migrate(Address.of(url))


def _info(session: Session, address: Address) -> StoreInfo:
    session.begin(Access.READ)
    try:
        schema = found_schema(session, address)
        if schema != SCHEMAS[-1]:
            raise unknown_schema(schema, address)
        kept = Settings(session).all()
    finally:
        session.end()
    missing = [name for name in _NEEDED if name not in kept]
    if missing:
        detail = f"store_info: {', '.join(missing)}"
        raise StoreError(notice("store.corrupt", url=address.shown, detail=detail))
    return StoreInfo(
        store_id=kept["store_id"],
        demonstration=kept["demonstration"] == "1",
        created_at=kept["created_at"],
        timezone=kept["timezone"],
        schema=schema,
        url=address.shown,
        dialect=address.dialect,
    )
