"""What a list is narrowed to, and which state, role or ministry somebody means: by code or title in any case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from govflow.domain.organisation import Directory
from govflow.errors import BadInput, NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.session import Session
from govflow.services.values import known_ministry
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

Names = Mapping[str, frozenset[str]]
"""What each code is called, as `_plain` has it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; None leaves a filter out. State, role and ministry are meant by code or title.
    `text` is searched in all texts of a proposal."""

    workflow: str | None = None
    ministry: str | None = None
    state: str | None = None
    role: str | None = None
    fiscal_year: int | None = None
    text: str | None = None
    due_before: date | None = None


def state_meant(session: Session, work: UnitOfWork, name: str | None, *, workflow: str | None) -> str | None:
    """The code of a state; NotFound where no definition knows it, as a slip is no empty list."""
    definitions = _definitions(session, work, workflow)
    return _meant(name, [definition.states for definition in definitions], definitions, kind="state")


def role_meant(session: Session, work: UnitOfWork, name: str | None, *, workflow: str | None) -> str | None:
    """The code of a role, as `state_meant`."""
    definitions = _definitions(session, work, workflow)
    return _meant(name, [definition.roles for definition in definitions], definitions, kind="role")


def ministries_meant(session: Session, work: UnitOfWork, name: str | None) -> tuple[str, ...] | None:
    """A ministry and the agencies under it."""
    if name is None:
        return None
    directory = session.directory(work)
    code = _ministry(name, directory)
    return tuple(known for known in directory.ministries if code in directory.lineage(known))


def _definitions(session: Session, work: UnitOfWork, workflow: str | None) -> list[Definition]:
    """Those of the workflow asked for; where there is none of that name, all."""
    every = [session.definition(work, row.digest) for row in work.definitions.every("workflow")]
    return [definition for definition in every if definition.name == workflow] or every


def _meant(
    name: str | None, known: Iterable[Mapping[str, Any]], definitions: list[Definition], *, kind: str
) -> str | None:
    if name is None:
        return None
    names = _names((code, part.title) for parts in known for code, part in parts.items())
    found = _called(name, names)
    if not found:
        hint = did_you_mean(name, names)
        command = f"govflow workflow {_WHERE[kind]} {definitions[-1].name}" if definitions else _NO_DEFINITION
        raise NotFound(notice(f"views.unknown_{kind}", name=name, hint=hint, command=command))
    if len(found) > 1:
        raise BadInput.at(None, notice(f"views.ambiguous_{kind}", name=name, names=found))
    return found[0]


_WHERE = {"state": "show", "role": "matrix"}
_NO_DEFINITION = "govflow workflow list"


def _ministry(name: str, directory: Directory) -> str:
    names = _names(
        (ministry.code, (*ministry.title, *ministry.spellings)) for ministry in directory.ministries.values()
    )
    found = _called(name, names)
    return found[0] if len(found) == 1 else known_ministry(name, directory)


def _names(pairs: Iterable[tuple[str, Iterable[str]]]) -> Names:
    """The same code may be called differently by the definitions of a store."""
    names: dict[str, frozenset[str]] = {}
    for code, titles in pairs:
        names[code] = names.get(code, frozenset()) | {_plain(code), *map(_plain, titles)}
    return names


def _called(name: str, names: Names) -> list[str]:
    """The codes of what goes by the name; what has it as its very code goes before what is titled so."""
    wanted = _plain(name)
    by_code = [code for code in names if _plain(code) == wanted]
    return by_code or [code for code, called in names.items() if wanted in called]


def _plain(name: str) -> str:
    return normalize("NFKC", name).casefold().strip()
