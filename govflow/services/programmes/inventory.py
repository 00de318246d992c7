"""Programmes in a store: importing the published inventory, and carrying live ones over as draft proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of
from govflow.domain.history import Subject
from govflow.domain.organisation import AUDITOR, Directory, Person
from govflow.domain.programme import Programme, Totals, is_live, totals
from govflow.errors import NotAuthorised
from govflow.messages import notice
from govflow.reading import Node
from govflow.services.access import Reading
from govflow.services.fitting import fitting_definition
from govflow.services.programmes.file import read_programmes
from govflow.services.proposals.file import Submitted, read_content
from govflow.services.proposals.intake import Intake
from govflow.services.proposals.submission import Submission
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.services.values import known_ministry, payload_node
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

SUBJECT = Subject("inventory", "programmes")

_PROGRAMME = "programme_id"
"""The field of a proposal that names the programme it carries on."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to; `totals` are of the whole file and count nothing twice."""

    file: str
    added: int
    changed: int
    unchanged: int
    totals: Totals
    dry_run: bool


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What a carry-over came to: the drafts opened or found, and the programmes that had ended before the year."""

    fiscal_year: int
    submission: Submission
    ended: int


def import_programmes(session: Session, path: Path, mapping: Path, *, dry_run: bool = False) -> Imported:
    """Take the programmes of a published file into the store's inventory; the same file again changes nothing.

    Raises BadInput with every problem of the file or its mapping, NotAuthorised for an unknown caller and an auditor.
    """
    with refusals_logged(session, "import", unless=dry_run), session.writing() as work:
        directory = session.directory(work)
        person = _importer(directory, session.person(directory))
        read = read_programmes(path, mapping, ministries=directory.organisation.ministries)
        known = {programme.key: programme for programme in work.programmes.all()}
        changed = [programme for programme in read if known.get(programme.key) != programme]
        work.programmes.put(changed)
        if changed:
            _record(session, work, path, read, person=person)
        if not dry_run:
            work.commit()
    added = sum(programme.key not in known for programme in read)
    return Imported(path.name, added, len(changed) - added, len(read) - len(changed), totals(read), dry_run)


def _importer(directory: Directory, person: Person) -> str:
    """Whoever has an account may import what is published anyway, but an auditor, who acts on nothing."""
    if any(office.role == AUDITOR for office in directory.offices_of(person.code)):
        raise NotAuthorised(notice("read.auditor", person=person.name))
    return person.code


def list_programmes(
    session: Session, *, ministry: str | None = None, live_in: int | None = None
) -> list[Programme]:
    """The inventory, by owner and by the year programmes are live in."""
    with session.reading() as work:
        owner = _ministry(session, work, ministry)
        return [
            programme
            for programme in work.programmes.all()
            if owner in (None, programme.owner) and (live_in is None or is_live(programme, live_in))
        ]


def carry_over(
    session: Session,
    *,
    fiscal_year: int,
    ministry: str | None = None,
    workflow: str | None = None,
    dry_run: bool = False,
) -> CarryOver:
    """Open a draft proposal for every live programme of a ministry (of all when none is named).

    A programme carried over before is recognised; what its owner has written since stays. Raises NotAuthorised
    where the caller may not open proposals of a ministry.
    """
    with refusals_logged(session, "open", unless=dry_run), session.writing() as work:
        owner = _ministry(session, work, ministry)
        definition = fitting_definition(session, work, workflow, fits=_of_programmes)
        mine = [programme for programme in work.programmes.all() if owner in (None, programme.owner)]
        live = [programme for programme in mine if is_live(programme, fiscal_year)]
        intake = Intake(session, work, definition)
        known = work.proposals.keys(definition.name)
        rows = [_row(programme, definition, intake, fiscal_year) for programme in live]
        fresh = intake.take([row for row in rows if row.key not in known])
        reading = Reading(session, work)
        there = (row for row in rows if row.key in known and reading.inside(known[row.key][0]))
        found = [intake.found(row, known[row.key][0]) for row in there]
        if not dry_run:
            work.commit()
    return CarryOver(
        fiscal_year, Submission(definition.name, (*fresh, *found), dry_run), len(mine) - len(live)
    )


def _of_programmes(definition: Definition) -> bool:
    """Whether the proposals of a workflow say which programme they carry on."""
    return _PROGRAMME in definition.fields


def _row(programme: Programme, definition: Definition, intake: Intake, fiscal_year: int) -> Submitted:
    """A draft from what is known already, for its owner to complete; only fields that the workflow has."""
    content = {
        name: value for name, value in _known(programme, fiscal_year).items() if name in definition.fields
    }
    key = f"{programme.source}/{programme.key}/{fiscal_year}"
    node: Node = payload_node({"key": key, **content}, source=f"programme {programme.key}")
    return read_content(node, definition, intake.directory)


def _known(programme: Programme, fiscal_year: int) -> Mapping[str, Any]:
    renewal = programme.start_year is not None and programme.start_year < fiscal_year
    known = {
        "title": programme.title,
        "ministry": programme.owner,
        "fiscal_year": fiscal_year,
        "kind": "renewal" if renewal else "new",
        "bureau": programme.bureau,
        "budget_holder": programme.holder,
        _PROGRAMME: programme.key,
        "amount": programme.budget,
        "previous_executed": programme.executed,
        "start_year": programme.start_year,
        "end_year": programme.end_year,
        "part_of": programme.part_of,
        "source": programme.source,
    }
    return {name: value for name, value in known.items() if value is not None}


def _record(
    session: Session, work: UnitOfWork, path: Path, read: Iterable[Programme], *, person: str
) -> None:
    digest = digest_of([programme._asdict() for programme in read])
    append(
        session,
        work,
        SUBJECT,
        NewEntry(
            "import",
            Actor(person),
            changes={"file": path.name, "digest": digest, "inventory": inventory_digest(work)},
        ),
    )


def inventory_digest(work: UnitOfWork) -> str:
    """The digest of all programmes of a store."""
    return digest_of([programme._asdict() for programme in work.programmes.all()])


def _ministry(session: Session, work: UnitOfWork, name: str | None) -> str | None:
    if name is None:
        return None
    return known_ministry(name, session.directory(work))
