"""Definitions: checking files, putting them into force, listing and drawing what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.organisation import Directory
from govflow.reading import DOCUMENT_BYTES, read_text
from govflow.resources import template_names, workflow_files
from govflow.services.enactment import Enactable, enact
from govflow.services.names import Pair, pair
from govflow.services.session import Session
from govflow.services.shipped import file_meant
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
    `lacking_roles` are those that no office of the organisation has yet, `lacking_bodies` those of its bodies that
    are not in force by then."""

    name: str
    version: int
    title: Pair
    digest: str
    file: str
    states: int
    transitions: int
    in_force: bool
    lacking_roles: tuple[str, ...] = ()
    lacking_bodies: tuple[str, ...] = ()


def read_definition(path: Path) -> Definition:
    """A definition file, read strictly and linted; BadInput with every problem."""
    text = read_text(path, limit=DOCUMENT_BYTES)
    return load_definition(text, file=str(path), templates=template_names())


def workflow_path(name: str) -> Path:
    """A shipped workflow by name, or any file by its path: both have the same rights."""
    return file_meant(name, workflow_files(), unknown="administration.unknown_workflow_file")


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

    def read(work: UnitOfWork, directory: Directory, day: date) -> tuple[Enactable, DefinitionLine]:
        roles = definition.roles.values()
        present = work.definitions.names_in_force("body", day.isoformat())
        line = replace(
            _line(definition, in_force=day == session.today()),
            lacking_roles=tuple(r.name for r in roles if r.held and not directory.offices_with(r.name)),
            lacking_bodies=tuple(role.body for role in roles if role.body and role.body not in present),
        )
        return enactable(definition), line

    return enact(session, read, from_day=from_day, dry_run=dry_run)


def enactable(definition: Definition) -> Enactable:
    """A workflow's definition as it is put into force."""
    return Enactable(
        "workflow",
        definition.name,
        definition.version,
        digest=definition.digest,
        source=definition.source,
        file=definition.file,
        content=content_of(definition),
    )


def shipped_workflows() -> list[DefinitionLine]:
    """The definitions that come with govflow."""
    return [_line(read_definition(path), in_force=False) for path in workflow_files().values()]


def list_workflows(session: Session) -> list[DefinitionLine]:
    """The definitions of the store, each version once, with what is in force today."""
    with session.reading() as work:
        today = session.today().isoformat()
        in_force = {row.digest for row in work.definitions.all_in_force("workflow", today)}
        rows = work.definitions.every("workflow")
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
