"""Definitions: checking files, putting them into force, listing and drawing what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical
from govflow.domain.history import Subject
from govflow.errors import BadInput, Conflict, NotFound
from govflow.messages import did_you_mean, notice
from govflow.reading import DOCUMENT_BYTES, read_text
from govflow.resources import template_names, workflow_files
from govflow.services.clock import just_after
from govflow.services.names import Pair, pair
from govflow.services.organisation.administration import administrator
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.workflow.definition import Definition
from govflow.workflow.diagram import mermaid
from govflow.workflow.loader import load_definition
from govflow.workflow.matrix import Matrix, matrix
from govflow.workflow.resolved import content_of
from govflow.workflow.timing import due_words as due_words

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class DefinitionLine:
    """One definition of a list; `in_force` says whether it is in force in the store today. When it was just loaded,
    `lacking_roles` are those that no office of the organisation has yet."""

    name: str
    version: int
    title: Pair
    digest: str
    file: str
    states: int
    transitions: int
    in_force: bool
    lacking_roles: tuple[str, ...] = ()


def read_definition(path: Path) -> Definition:
    """A definition file, read strictly and linted; BadInput with every problem."""
    text = read_text(path, limit=DOCUMENT_BYTES)
    return load_definition(text, file=str(path), templates=template_names())


def workflow_path(name: str) -> Path:
    """A shipped workflow by name, or any file by its path: both have the same rights."""
    shipped = workflow_files()
    if name in shipped:
        return shipped[name]
    path = Path(name)
    if not path.exists():
        raise NotFound(
            notice("administration.unknown_workflow_file", name=name, hint=did_you_mean(name, shipped))
        )
    return path


def check_workflow(name: str) -> DefinitionLine:
    """What a definition is, once it has been found free of problems."""
    return _line(read_definition(workflow_path(name)), in_force=False)


def load_workflow(
    session: Session, name: str, *, from_day: date | None = None, dry_run: bool = False
) -> DefinitionLine:
    """Put a definition into force from a day on: an administrator's recorded act.

    Raises BadInput (the file), NotAuthorised, Conflict (the version was loaded with other content).
    """
    definition = read_definition(workflow_path(name))
    today = session.today()
    day = from_day or today
    if day < today:
        raise BadInput.at(None, notice("administration.backdated", day=day, today=today))
    with refusals_logged(session, "put_in_force", unless=dry_run), session.writing() as work:
        directory = session.directory(work)
        actor = administrator(session, directory)
        lacking = tuple(role for role in definition.roles if not directory.offices_with(role))
        put_in_force(session, work, definition, day=day, actor=actor)
        if not dry_run:
            work.commit()
    return replace(_line(definition, in_force=day == today), lacking_roles=lacking)


def put_in_force(
    session: Session, work: UnitOfWork, definition: Definition, *, day: date, actor: Actor
) -> None:
    """Keep a definition and record from when it is in force; what is in force on that day already stays so."""
    same = [row for row in work.definitions.versions(definition.name) if row.version == definition.version]
    if any(row.digest != definition.digest for row in same):
        raise Conflict(
            notice("administration.same_version", name=definition.name, version=definition.version)
        )
    if work.definitions.in_force(definition.name, day.isoformat()) == definition.digest:
        return
    at = session.stamp()
    if not same:
        work.definitions.add(
            name=definition.name,
            version=definition.version,
            digest=definition.digest,
            source=definition.source,
            file=Path(definition.file).name,
            content=canonical(content_of(definition)),
            recorded_at=at,
        )
    work.definitions.put_in_force(
        definition.name,
        from_day=day.isoformat(),
        digest=definition.digest,
        recorded_at=_latest(work, definition, day, at),
    )
    subject = Subject("definition", definition.name)
    append(
        session,
        work,
        subject,
        NewEntry(
            "put_in_force",
            actor,
            definition=definition.digest,
            changes={"from_day": day.isoformat(), "version": definition.version, "digest": definition.digest},
        ),
    )


def _latest(work: UnitOfWork, definition: Definition, day: date, at: str) -> str:
    """`at`, or just after what came into force on that day before: of two on one day the later one holds, also
    where a demonstration's clock stands still."""
    same_day = (row for row in work.definitions.every_in_force() if row.from_day == day.isoformat())
    earlier = [row.recorded_at for row in same_day if row.name == definition.name]
    return max([at, *map(just_after, earlier)])


def shipped_workflows() -> list[DefinitionLine]:
    """The definitions that come with govflow."""
    return [_line(read_definition(path), in_force=False) for path in workflow_files().values()]


def list_workflows(session: Session) -> list[DefinitionLine]:
    """The definitions of the store, each version once, with what is in force today."""
    with session.reading() as work:
        today = session.today().isoformat()
        in_force = {work.definitions.in_force(name, today) for name in work.definitions.names_in_force(today)}
        rows = work.definitions.every()
        return [_line(session.definition(work, row.digest), in_force=row.digest in in_force) for row in rows]


def show_workflow(name: str, *, session: Session | None = None) -> Definition:
    """The definition in force under that name; without a session, the shipped one or a file."""
    if session is None:
        return read_definition(workflow_path(name))
    with session.reading() as work:
        return session.definition_in_force(work, name)


def workflow_diagram(name: str, *, lang: str, session: Session | None = None) -> str:
    """The definition as a Mermaid state diagram."""
    return mermaid(show_workflow(name, session=session), lang=lang)


def workflow_matrix(name: str, *, session: Session | None = None) -> Matrix:
    """Which role may do what in which state."""
    return matrix(show_workflow(name, session=session))


def workflow_content(name: str, *, session: Session | None = None) -> Mapping[str, Any]:
    """The resolved content that the digest covers."""
    return content_of(show_workflow(name, session=session))


def _line(definition: Definition, *, in_force: bool) -> DefinitionLine:
    return DefinitionLine(
        name=definition.name,
        version=definition.version,
        title=pair(definition.title),
        digest=definition.digest,
        file=definition.file,
        states=len(definition.states),
        transitions=len(definition.transitions),
        in_force=in_force,
    )
