"""Backups and the record digest: what is noted outside of a store, and whether it is still what was noted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govflow.errors import BadInput, VerificationFailed
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow.services.session import Session
    from govflow.store.content import Held

_DIGEST = re.compile(r"(0|[1-9][0-9]{0,17})-[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds, and where it was written to or restored from. `current`: its schema is this program's.
    `digest` is the record digest."""

    file: str
    store: str
    store_id: str
    schema: str
    current: bool
    entries: int
    digest: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A store and an earlier backup of it, of which it lacks nothing: `since` entries were recorded after it."""

    store_id: str
    since: int
    digest: str


def backup_store(url: str, file: Path) -> Backup:
    """Write a store into a new file, online. StoreError: the file exists or cannot be made, or the store is damaged."""
    from govflow.store import backup

    held, shown = backup.backup_store(url, file)
    return _backup(file, shown, held)


def restore_store(file: Path, url: str, *, digest: str | None = None) -> Backup:
    """Make the store of a backup again: in a new file, an empty database, or in place of the same store when that holds
    nothing more. VerificationFailed, with nothing changed, when the backup is not what the noted `digest` is of."""
    from govflow.store import backup

    def agreed(held: Held) -> None:
        if digest is not None:
            agree(digest, held, what=str(file))

    held, shown = backup.restore_store(file, url, agreed=agreed)
    return _backup(file, shown, held)


def compare_store(url: str, file: Path) -> Compared:
    """Whether a store still has everything that an earlier backup of it has; VerificationFailed when it has not."""
    from govflow.store import backup

    kept, now, lacking = backup.lacking_in(url, file)
    if kept.store_id != now.store_id:
        raise VerificationFailed(notice("backup.of_another", store_id=now.store_id, backup_id=kept.store_id))
    if lacking.rows:
        code = "backup.altered_since" if lacking.diverged else "backup.lost_since"
        raise VerificationFailed(notice(code, rows=lacking.rows, first=list(lacking.first)))
    return Compared(now.store_id, now.entries - kept.entries, now.digest)


def record_digest(session: Session, *, noted: str | None = None) -> str:
    """The record digest of a store as it is now; VerificationFailed when another was `noted`."""
    held = session.store.held()
    if noted is not None:
        agree(noted, held, what=session.store.info.url)
    return held.digest


def agree(noted: str, held: Held, *, what: str) -> None:
    """BadInput when what was noted is no record digest, VerificationFailed when it is that of another record."""
    if not _DIGEST.fullmatch(noted):
        raise BadInput.at(None, notice("backup.bad_digest", digest=noted))
    if noted != held.digest:
        raise VerificationFailed(_differing(int(noted.partition("-")[0]), noted, held=held, what=what))


def _differing(entries: int, noted: str, *, held: Held, what: str) -> Notice:
    said = {"store": what, "digest": held.digest, "noted": noted, "entries": held.entries, "before": entries}
    if held.entries == entries:
        return notice("backup.other_content", **said)
    return notice(
        "backup.fewer" if held.entries < entries else "backup.more", **said, by=abs(entries - held.entries)
    )


def _backup(file: Path, url: str, held: Held) -> Backup:
    from govflow.store.schema import SCHEMAS

    return Backup(
        str(file), url, held.store_id, held.schema, held.schema == SCHEMAS[-1], held.entries, held.digest
    )
