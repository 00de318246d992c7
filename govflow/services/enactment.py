"""Putting definitions of any kind into force: kept once a version, recorded in the history of their name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.history import Subject
from govflow.domain.organisation import Directory
from govflow.errors import BadInput, Conflict
from govflow.messages import notice
from govflow.services.clock import just_after
from govflow.services.organisation.administration import administrator
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import Kind, UnitOfWork

Line = TypeVar("Line")

HISTORY_OF: Mapping[Kind, str] = {"workflow": "definition", "body": "body"}
"""Under what a definition's history is kept, by its kind."""


class Enactable(NamedTuple):
    """A definition that was read, as the store keeps it."""

    kind: Kind
    name: str
    version: int
    digest: str
    source: str
    file: str
    content: Mapping[str, Any]


Reader = Callable[["UnitOfWork", Directory, date], tuple[Enactable, Line]]
"""Reads what is to be in force in a store, its organisation being this, from a day on: and says of it what a list
would."""


def enact(session: Session, read: Reader[Line], *, from_day: date | None, dry_run: bool) -> Line:
    """Put what is read into force from a day on: an administrator's recorded act."""
    day = first_day(session, from_day)
    with refusals_logged(session, "put_in_force", unless=dry_run), session.writing() as work:
        directory = session.directory(work)
        actor = administrator(session, directory)
        given, line = read(work, directory, day)
        put_in_force(session, work, given, day=day, actor=actor)
        if not dry_run:
            work.commit()
    return line


def first_day(session: Session, from_day: date | None) -> date:
    """From when on a definition is to be in force. BadInput: in the past nothing can begin."""
    today = session.today()
    day = from_day or today
    if day < today:
        raise BadInput.at(None, notice("administration.backdated", day=day, today=today))
    return day


def put_in_force(session: Session, work: UnitOfWork, given: Enactable, *, day: date, actor: Actor) -> None:
    """Keep a definition and record from when it is in force; what is in force on that day already stays so."""
    versions = work.definitions.versions(given.kind, given.name)
    same = [row for row in versions if row.version == given.version]
    if any(row.digest != given.digest for row in same):
        raise Conflict(notice("administration.same_version", name=given.name, version=given.version))
    if work.definitions.in_force(given.kind, given.name, day.isoformat()) == given.digest:
        return
    at = session.stamp()
    if not same:
        work.definitions.add(
            given.kind,
            given.name,
            given.version,
            digest=given.digest,
            source=given.source,
            file=Path(given.file).name,
            content=canonical(given.content),
            recorded_at=at,
        )
    work.definitions.put_in_force(
        given.kind,
        given.name,
        day.isoformat(),
        digest=given.digest,
        recorded_at=_latest(work, given, day, at),
    )
    changes = {"from_day": day.isoformat(), "version": given.version, "digest": given.digest}
    if not same:
        changes |= {"source": digest_of_text(given.source), "file": Path(given.file).name}
    subject = Subject(HISTORY_OF[given.kind], given.name)
    append(session, work, subject, NewEntry("put_in_force", actor, definition=given.digest, changes=changes))


def _latest(work: UnitOfWork, given: Enactable, day: date, at: str) -> str:
    """`at`, or just after what came into force on that day before: of two on one day the later one holds, also
    where a demonstration's clock stands still."""
    earlier = [
        row.recorded_at
        for row in work.definitions.every_in_force()
        if (row.kind, row.name, row.from_day) == (given.kind, given.name, day.isoformat())
    ]
    return max([at, *map(just_after, earlier)])
