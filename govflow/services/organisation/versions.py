"""Organisations in a store: each load is a numbered version, kept whole, recorded as an administrator's act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import ADMINISTRATOR, Directory, Office, Organisation
from govflow.domain.organisation_content import content_of
from govflow.errors import BadInput, Problem
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.clock import day_of
from govflow.services.names import Pair, pair
from govflow.services.organisation.administration import administrator, refuse_gains
from govflow.services.organisation.file import read_organisation
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

SUBJECT = Subject("organisation", "organisation")


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office on one day: who holds it and who stands in."""

    office: str
    title: Pair
    role: str
    ministry: str
    holders: tuple[str, ...]
    names: tuple[Pair, ...]
    absent: tuple[str, ...]
    deputies: tuple[str, ...]
    delegated_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation on one day. `number` and `digest` name the version (None for a file) by which it is told;
    `number_then` is the one that was known on that day, where it is past (None: none was)."""

    name: Pair
    day: str
    number: int | None
    digest: str
    ministries: int
    offices: tuple[OfficeLine, ...]
    persons: int
    number_then: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load came to: the version's number, and the offices, persons and appointments that came or went.

    `accounts` says of every account that changed hands whose it was and whose it is: `nana: sankaku.nana → new.one`.
    """

    number: int
    digest: str
    changed: bool
    added: tuple[str, ...]
    removed: tuple[str, ...]
    accounts: tuple[str, ...]
    dry_run: bool


def check_organisation(path: Path, *, day: date) -> OrganisationView:
    """The organisation of a file on a day, once it has been found free of problems (BadInput lists them)."""
    organisation = read_organisation(path)
    return _view(organisation, day, number=None)


def show_organisation(session: Session, *, day: date | None = None) -> OrganisationView:
    """The store's organisation on a day (today when none is given)."""
    with session.reading() as work:
        directory = session.directory_on(work, day or session.today())
        number = work.organisation.latest_number()
        then = _known_on(session, work, directory.day) if directory.day < session.today() else number
        return replace(_view(directory.organisation, directory.day, number=number), number_then=then)


def _known_on(session: Session, work: UnitOfWork, day: date) -> int | None:
    """The number of the version that was the present one at the end of a day."""
    timezone = session.store.info.timezone
    made = {
        e.read("changes")["number"]: day_of(e.recorded_at, timezone) for e in work.history.entries(SUBJECT)
    }
    return max((number for number, recorded in made.items() if recorded <= day), default=None)


def load_organisation(session: Session, path: Path, *, dry_run: bool = False) -> Loaded:
    """Replace the organisation by a file's: an administrator's recorded act. The same organisation changes nothing.

    Raises BadInput (the file), NotAuthorised: also where the caller would gain by it and somebody else could load it.
    """
    organisation = read_organisation(path)
    text = canonical(content_of(organisation))
    with refusals_logged(session, "load", unless=dry_run), session.writing(alone=True) as work:
        directory = session.directory(work)
        actor = administrator(session, directory)
        check_for_store(session, work, organisation)
        refuse_gains(session, directory, organisation, person=actor.person)
        before, after = _names(directory.organisation), _names(organisation)
        accounts = _accounts_moved(directory.organisation, organisation)
        changed = text != canonical(content_of(directory.organisation))
        number = (
            keep_organisation(session, work, organisation, actor=actor)
            if changed
            else work.organisation.latest_number()
        )
        if not dry_run:
            work.commit()
    return Loaded(
        number,
        digest_of_text(text),
        changed,
        added=tuple(sorted(after - before)),
        removed=tuple(sorted(before - after)),
        accounts=accounts,
        dry_run=dry_run,
    )


def check_for_store(session: Session, work: UnitOfWork, organisation: Organisation) -> None:
    """What only the store can tell of an organisation: that somebody can still load the next one, and that its
    delegations speak of workflows in force."""
    problems = [Problem(None, said) for said in problems_for_store(session, work, organisation)]
    if not session.store.info.demonstration and not _reachable_administrators(organisation, session.today()):
        problems.append(Problem(None, notice("administration.nobody_left", day=session.today())))
    if problems:
        raise BadInput(problems)


def problems_for_store(session: Session, work: UnitOfWork, organisation: Organisation) -> list[Notice]:
    """What is wrong with the delegations of an organisation by the workflows in force."""
    names = work.definitions.names_in_force("workflow", session.today().isoformat())
    definitions = [session.definition_in_force(work, name) for name in names]
    return [problem.notice for problem in delegation_problems(organisation, definitions)]


def delegation_problems(organisation: Organisation, definitions: Iterable[Definition]) -> list[Problem]:
    """Standing delegations that would silently never apply: unknown workflows, triggers or kinds."""
    known = {definition.name: definition for definition in definitions}
    problems: list[Problem] = []
    for delegation in organisation.delegations:
        definition = known.get(delegation.workflow)
        if definition is None:
            wrong = [("workflow", delegation.workflow, list(known))]
        else:
            kinds = definition.fields["kind"].choices if "kind" in definition.fields else {}
            answers = (name for step in definition.steps.values() for name in step.answers)
            triggers = [*definition.triggers, *answers]
            wrong = [("triggers", name, triggers) for name in delegation.triggers if name not in triggers]
            wrong += [("kinds", name, list(kinds)) for name in delegation.kinds if name not in kinds]
        problems += (
            Problem(
                None,
                notice(
                    "administration.delegation_unknown",
                    office=delegation.office,
                    key=key,
                    name=name,
                    hint=did_you_mean(name, names),
                ),
            )
            for key, name, names in wrong
        )
    return problems


def _reachable_administrators(organisation: Organisation, day: date) -> list[str]:
    """The administrators of a day who have an account to act by."""
    directory = Directory.on(organisation, day)
    offices = directory.offices_with(ADMINISTRATOR)
    holders = [person for office in offices for person in directory.holders(office.code)]
    return [person for person in holders if directory.persons[person].accounts]


def keep_organisation(session: Session, work: UnitOfWork, organisation: Organisation, *, actor: Actor) -> int:
    """Add a version of the organisation and record that it was loaded; its number."""
    entry = keep_version(session, work, organisation, NewEntry("load", actor))
    return int(entry.read("changes")["number"])


def keep_version(session: Session, work: UnitOfWork, organisation: Organisation, new: NewEntry) -> Entry:
    """Add a version of the organisation and the entry of the act that made it, which says its number and digest."""
    text = canonical(content_of(organisation))
    digest = digest_of_text(text)
    number = work.organisation.latest_number() + 1
    work.organisation.add(number, digest=digest, content=text, recorded_at=session.stamp())
    changes = {"number": number, "digest": digest, **new.changes}
    return append(session, work, SUBJECT, new._replace(changes=changes))


def _view(organisation: Organisation, day: date, *, number: int | None) -> OrganisationView:
    directory = Directory.on(organisation, day)
    return OrganisationView(
        name=pair(organisation.name),
        day=day.isoformat(),
        number=number,
        digest=digest_of_text(canonical(content_of(organisation))),
        ministries=len(organisation.ministries),
        offices=tuple(_office(directory, office) for office in organisation.offices),
        persons=len(organisation.persons),
    )


def _office(directory: Directory, office: Office) -> OfficeLine:
    holders = directory.holders(office.code)
    substitution = directory.substitution_of(office.code)
    return OfficeLine(
        office=office.code,
        title=pair(office.title),
        role=office.role,
        ministry=office.ministry,
        holders=holders,
        names=tuple(pair(directory.persons[code].name) for code in holders),
        absent=tuple(code for code in holders if directory.is_absent(code)),
        deputies=substitution.deputies if substitution else (),
        delegated_to=tuple(delegation.to for delegation in directory.delegations_of(office.code)),
    )


def _names(organisation: Organisation) -> set[str]:
    """Everything a load can bring or take, as short names for people."""
    appointments: set[Any] = {f"{a.person} → {a.office}" for a in organisation.appointments}
    return {o.code for o in organisation.offices} | {p.code for p in organisation.persons} | appointments


def _accounts_moved(before: Organisation, after: Organisation) -> tuple[str, ...]:
    """An account is what says who somebody is. Those of persons who only come or go are told with the persons."""
    was, now = (
        {account: person.code for person in organisation.persons for account in person.accounts}
        for organisation in (before, after)
    )
    stay = {person.code for person in before.persons} & {person.code for person in after.persons}
    moved: list[str] = []
    for account in sorted(was.keys() | now.keys()):
        holders = {holder for holder in (was.get(account), now.get(account)) if holder}
        if was.get(account) != now.get(account) and (len(holders) == 2 or holders <= stay):
            moved.append(f"{account}: {was.get(account, '–')} → {now.get(account, '–')}")
    return tuple(moved)
