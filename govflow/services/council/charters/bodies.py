"""Bodies: checking their charters, putting them into force, listing them, and showing who sits on one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from govflow.domain.council.charter import Charter
from govflow.domain.council.rule import Rule
from govflow.domain.council.seats import offices_of
from govflow.domain.organisation import AUDITOR, Directory
from govflow.errors import BadInput, NotFound, Problem
from govflow.messages import did_you_mean, notice
from govflow.reading import DOCUMENT_BYTES, read_text
from govflow.resources import body_files, rule_files
from govflow.services.council.charters.body_view import BodyView, body_view
from govflow.services.council.charters.rules import read_rule
from govflow.services.enactment import Enactable, enact
from govflow.services.names import Pair, pair
from govflow.services.session import Session
from govflow.services.shipped import file_meant
from govflow.workflow.council.charter_file import charter_content, head_of, load_charter
from govflow.workflow.council.charter_lint import Body

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One charter of a list; `in_force` says whether it is in force in the store today. When it was just loaded,
    `lacking_roles` are those that no office of the organisation has yet."""

    name: str
    version: int
    title: Pair
    powers: tuple[str, ...]
    parent: str | None
    digest: str
    file: str
    in_force: bool
    lacking_roles: tuple[str, ...] = ()


def check_body(name: str, *, session: Session | None = None) -> BodyLine:
    """What a charter is, once it has been found free of problems. Its parent is one of the shipped bodies, or with
    a session one in force in the store."""
    if session is None:
        return _line(read_charter(body_path(name), bodies=_shipped_heads()), in_force=False)
    with session.reading() as work:
        charter = read_charter(
            body_path(name), bodies=_heads(charters_in_force(session, work, session.today()))
        )
    return _line(charter, in_force=False)


def shipped_bodies() -> list[BodyLine]:
    """The bodies that come with govflow."""
    return [_line(charter, in_force=False) for charter in shipped_charters()]


def list_bodies(session: Session) -> list[BodyLine]:
    """The charters of the store, each version once, with what is in force today."""
    with session.reading() as work:
        present = {row.digest for row in work.definitions.all_in_force("body", session.today().isoformat())}
        rows = work.definitions.every("body")
        return [_line(session.charter(work, row.digest), in_force=row.digest in present) for row in rows]


def show_body(name: str, *, session: Session | None = None, day: date | None = None) -> BodyView:
    """A body with its seats on a day (today when none is given), by the charter in force then and the organisation
    as it is recorded now; without a session the charter alone, of a shipped body or a file."""
    if session is None:
        return body_view(read_charter(body_path(name), bodies=_shipped_heads()))
    with session.reading() as work:
        directory = session.directory_on(work, day or session.today())
        return body_view(charter_in_force(session, work, name, day=directory.day), directory)


def load_body(
    session: Session, name: str, *, from_day: date | None = None, dry_run: bool = False
) -> BodyLine:
    """Put a charter into force from a day on: an administrator's recorded act.

    Raises BadInput (the file), NotAuthorised, Conflict (the version was loaded with other content).
    """

    def read(work: UnitOfWork, directory: Directory, day: date) -> tuple[Enactable, BodyLine]:
        charter = read_charter(body_path(name), bodies=_heads(charters_in_force(session, work, day)))
        if problems := list(_seat_problems(charter, directory)):
            raise BadInput(problems)
        lacking = tuple(role for role in charter.roles if not directory.offices_with(role))
        line = replace(_line(charter, in_force=day == session.today()), lacking_roles=lacking)
        return enactable(charter), line

    return enact(session, read, from_day=from_day, dry_run=dry_run)


def charter_in_force(session: Session, work: UnitOfWork, name: str, *, day: date | None = None) -> Charter:
    """The charter of a body on a day, today where none is given. NotFound with what was probably meant."""
    on = (day or session.today()).isoformat()
    digest = work.definitions.in_force("body", name, on)
    if digest is None:
        names = work.definitions.names_in_force("body", on)
        raise NotFound(notice("body.not_in_force", name=name, hint=did_you_mean(name, names), day=on))
    return session.charter(work, digest)


def charters_in_force(session: Session, work: UnitOfWork, day: date) -> list[Charter]:
    """Every body of the store on a day."""
    rows = work.definitions.all_in_force("body", day.isoformat())
    return [session.charter(work, row.digest) for row in rows]


def shipped_charters() -> list[Charter]:
    """The charters that come with govflow, each checked among all of them."""
    bodies, presets = _shipped_heads(), _presets()
    return [read_charter(path, bodies=bodies, presets=presets) for path in body_files().values()]


def fitting_charters(roles: Collection[str]) -> list[Charter]:
    """The shipped charters whose roles are all among `roles`, and likewise their parents'."""
    fit = {charter.name: charter for charter in shipped_charters() if set(charter.roles) <= set(roles)}

    def whole(charter: Charter) -> bool:
        return charter.parent is None or (charter.parent in fit and whole(fit[charter.parent]))

    return [charter for charter in fit.values() if whole(charter)]


def read_charter(
    path: Path, *, bodies: Mapping[str, Body], presets: Mapping[str, Rule] | None = None
) -> Charter:
    """A charter's file, read strictly and linted; BadInput with every problem."""
    text = read_text(path, limit=DOCUMENT_BYTES)
    known = _presets() if presets is None else presets
    return load_charter(text, file=str(path), presets=known, bodies=bodies, elsewhere=body_files())


def enactable(charter: Charter) -> Enactable:
    """A charter as it is put into force."""
    return Enactable(
        "body",
        charter.name,
        charter.version,
        digest=charter.digest,
        source=charter.source,
        file=charter.file,
        content=charter_content(charter),
    )


def body_path(name: str) -> Path:
    """A shipped body by name, or any file by its path: both have the same rights."""
    return file_meant(name, body_files(), unknown="body.unknown_file")


def _seat_problems(charter: Charter, directory: Directory) -> Iterator[Problem]:
    """What only an organisation can tell of seats: offices that are not there, several where there is one seat, and
    one with two seats."""
    taken: dict[str, str] = {}
    for name, kind in charter.seats.items():
        offices = offices_of(kind, directory)
        if kind.office is not None and not offices:
            hint = did_you_mean(kind.office, directory.offices)
            yield Problem(None, notice("body.unknown_office", seat=name, office=kind.office, hint=hint))
        if kind.role is not None and len(offices) > 1:
            codes = [office.code for office in offices]
            yield Problem(None, notice("body.several_offices", seat=name, role=kind.role, offices=codes))
        if kind.office is not None and any(office.role == AUDITOR for office in offices):
            yield Problem(None, notice("body.auditors_seat", role=AUDITOR))
        for office in offices if kind.term.covers(directory.day) else ():
            if office.code in taken:
                other = taken[office.code]
                yield Problem(None, notice("body.office_twice", office=office.code, first=other, seat=name))
            taken.setdefault(office.code, name)


def _heads(charters: Iterable[Charter]) -> dict[str, Body]:
    return {charter.name: Body(charter.parent, charter.series.en) for charter in charters}


def _shipped_heads() -> dict[str, Body]:
    return {
        name: head_of(read_text(path, limit=DOCUMENT_BYTES), file=str(path))
        for name, path in body_files().items()
    }


def _presets() -> dict[str, Rule]:
    return {name: read_rule(name).rule for name in rule_files()}


def _line(charter: Charter, *, in_force: bool) -> BodyLine:
    return BodyLine(
        name=charter.name,
        version=charter.version,
        title=pair(charter.title),
        powers=tuple(power.value for power in charter.powers),
        parent=charter.parent,
        digest=charter.digest,
        file=charter.file,
        in_force=in_force,
    )
