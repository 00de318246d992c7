"""Looking at a store from outside: what it is, and bringing an older one up to date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.errors import GovflowError

if TYPE_CHECKING:
    from govflow.services.session import Session


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a store is. `url` hides a password; `schema` is the newest migration applied."""

    url: str
    dialect: str
    store_id: str
    demonstration: bool
    created_at: str
    timezone: str
    schema: str
    proposals: int
    entries: int
    digest: str
    """The record digest: to be noted outside of the store."""


@dataclass(frozen=True, slots=True)
class Migration:
    """From which schema to which a store was brought."""

    url: str
    before: str
    after: str


def store_info(url: str) -> StoreFacts:
    """What a store says of itself. StoreError when it is missing, of another schema, locked or damaged."""
    from govflow.store import open_store

    with open_store(url) as store:
        info, held = store.info, store.held()
        with store.reading() as work:
            proposals = work.proposals.count()
    return StoreFacts(
        url=info.url,
        dialect=info.dialect,
        store_id=info.store_id,
        demonstration=info.demonstration,
        created_at=info.created_at,
        timezone=info.timezone,
        schema=info.schema,
        proposals=proposals,
        entries=held.entries,
        digest=held.digest,
    )


def caller(session: Session) -> str | None:
    """The code of the person whom the store takes the caller for, None where it is nobody: for the log of operators."""
    try:
        with session.reading() as work:
            person = session.person_if_known(session.directory(work))
    except GovflowError:  # a store so damaged that it knows nobody still has to be looked at
        return None
    return person.code if person else None


def migrate(url: str) -> Migration:
    """Bring a store to this program's schema; nothing happens when it is there already."""
    from govflow.store import migrate_store

    before, after = migrate_store(url)
    return Migration(url, before, after)
