"""Founding a store: its organisation, calendar and first definitions, and who did it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import Capacity
from govflow.domain.history import Subject
from govflow.domain.organisation import ADMINISTRATOR, Directory, Organisation
from govflow.errors import BadInput, NotAuthorised, StoreError
from govflow.messages import Notice, did_you_mean, notice
from govflow.resources import bundled, workflow_files
from govflow.services.account import present_account
from govflow.services.clock import Clock, fixed_clock, local_day, moment_of, stamp, system_clock
from govflow.services.council.charters.bodies import enactable as enactable_body
from govflow.services.council.charters.bodies import fitting_charters
from govflow.services.definitions import enactable, read_definition, workflow_path
from govflow.services.demonstration_clock import put_demonstration_clock
from govflow.services.enactment import Enactable, put_in_force
from govflow.services.organisation.administration import administrator_office
from govflow.services.organisation.file import read_organisation
from govflow.services.organisation.versions import delegation_problems, keep_organisation
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.session import Session
from govflow.services.stores.calendars import CalendarFile, calendar_digest, keep_calendar, read_calendar
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import Store


@dataclass(frozen=True, slots=True)
class Founding:
    """What a new store was founded with."""

    store_id: str
    url: str
    founder: str
    office: str
    demonstration: bool
    workflows: tuple[str, ...]
    bodies: tuple[str, ...]
    ministries: int
    offices: int
    persons: int


def create(
    url: str,
    *,
    organisation: Path,
    workflows: Sequence[str] = (),
    calendar: Path | None = None,
    demonstration: bool = False,
    account: str | None = None,
    person: str | None = None,
    now: str | None = None,
    clock: Clock = system_clock,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
) -> Founding:
    """Create a store. The founder is the person of the account, who must hold an administrator's office today;
    in a demonstration store `person` may name one, else the first administrator founds it, and `now` puts its clock.

    Without `workflows`, the shipped definitions that the organisation has offices for come into force; so do the
    shipped bodies.
    Raises BadInput (files), NotAuthorised (founder), StoreError (the store exists or cannot be made).
    """
    _demonstration_only(demonstration, {"--as": person, "--now": now})
    content = read_organisation(organisation)
    dates = read_calendar(calendar or bundled("workflows") / "calendars" / "japan.yaml")
    clock = fixed_clock(moment_of(now, dates.timezone) if now else clock())  # one act has one time
    directory = Directory.on(content, local_day(clock(), dates.timezone))
    founder = _founder(
        directory, account=account or present_account(), person=person, demonstration=demonstration
    )
    bodies = fitting_charters({office.role for office in content.offices})
    definitions = _definitions(content, workflows, bodies=[charter.name for charter in bodies])
    problems = delegation_problems(content, definitions)
    if problems:
        raise BadInput(problems)
    store = _new_store(
        url,
        store_id=new_id(),
        demonstration=demonstration,
        created_at=stamp(clock()),
        timezone=dates.timezone,
    )
    with store:
        if now:
            put_demonstration_clock(store, clock())
        given = [*map(enactable, definitions), *map(enactable_body, bodies)]
        return _found(store, content, dates, given, founder=founder, clock=clock)


def _new_store(url: str, **info: Any) -> Store:
    """A store with nothing in it; also one whose founding was cut short before it was filled."""
    from govflow.store import create_store, open_store

    try:
        return create_store(url, **info)
    except StoreError as exists:
        if exists.code != "store.exists":
            raise
        store = open_store(url)
        with store.reading() as work:
            cut_short = work.organisation.latest_number() == 0
        if cut_short and store.info.demonstration == info["demonstration"]:
            return store
        store.close()
        raise


def _found(
    store: Store,
    content: Organisation,
    dates: CalendarFile,
    given: Sequence[Enactable],
    *,
    founder: Actor,
    clock: Clock,
) -> Founding:
    """Fill a new store, in one transaction."""
    session = Session(store, account="", clock=clock)
    with store.begin() as work:
        keep_calendar(work, dates)
        keep_organisation(session, work, content, actor=founder)
        for each in given:
            put_in_force(session, work, each, day=session.today(), actor=founder)
        subject = Subject("store", store.info.store_id)
        append(
            session,
            work,
            subject,
            NewEntry(
                "found",
                founder,
                changes={
                    "demonstration": store.info.demonstration,
                    "timezone": store.info.timezone,
                    "created_at": store.info.created_at,
                    "calendar": calendar_digest(work),
                },
            ),
        )
        work.commit()
    return Founding(
        store_id=store.info.store_id,
        url=store.info.url,
        founder=founder.person or "",
        office=founder.capacity.office if founder.capacity else "",
        demonstration=store.info.demonstration,
        workflows=tuple(each.name for each in given if each.kind == "workflow"),
        bodies=tuple(each.name for each in given if each.kind == "body"),
        ministries=len(content.ministries),
        offices=len(content.offices),
        persons=len(content.persons),
    )


def _demonstration_only(demonstration: bool, options: Mapping[str, str | None]) -> None:
    given = [option for option, value in options.items() if value is not None]
    if given and not demonstration:
        raise NotAuthorised(*(notice("session.demonstration_only", option=option) for option in given))


def _founder(directory: Directory, *, account: str, person: str | None, demonstration: bool) -> Actor:
    known = directory.person_of_account(account)
    code = (
        person
        or (known.code if known else None)
        or (_first_administrator(directory) if demonstration else None)
    )
    if code is None:
        reason = "administration.no_administrator" if demonstration else "administration.founder_unmapped"
        raise NotAuthorised(notice(reason, account=account, day=directory.day))
    if code not in directory.persons:
        raise BadInput.at(
            None, notice("session.unknown_person", person=code, hint=did_you_mean(code, directory.persons))
        )
    office = administrator_office(directory, code)
    if office is None:
        raise NotAuthorised(
            notice(
                "administration.not_administrator",
                person=directory.persons[code].name,
                names=[directory.persons[p].name for p in _administrators(directory)],
            )
        )
    return Actor(code, Capacity(office, ADMINISTRATOR))


def _first_administrator(directory: Directory) -> str | None:
    return next(iter(_administrators(directory)), None)


def _administrators(directory: Directory) -> list[str]:
    return [p for office in directory.offices_with(ADMINISTRATOR) for p in directory.holders(office.code)]


def _definitions(
    content: Organisation, wanted: Sequence[str], *, bodies: Collection[str]
) -> list[Definition]:
    """The named definitions, or every shipped one whose roles all have an office or one of the bodies."""
    if wanted:
        return [read_definition(workflow_path(name)) for name in wanted]
    roles = {office.role for office in content.offices}
    shipped = [read_definition(path) for path in workflow_files().values()]
    fitting = [definition for definition in shipped if not _lacking(definition, roles, bodies)]
    if not fitting:
        raise BadInput.at(
            None,
            notice("administration.no_fitting_workflow", lacking=[_lack(d, roles, bodies) for d in shipped]),
        )
    return fitting


def _lack(definition: Definition, roles: Collection[str], bodies: Collection[str]) -> Notice:
    lacking = _lacking(definition, roles, bodies)
    return notice("administration.lacking_roles", workflow=definition.name, roles=lacking)


def _lacking(definition: Definition, roles: Collection[str], bodies: Collection[str]) -> list[str]:
    """The roles that nobody would fill."""
    every = definition.roles.values()
    return [
        role.name
        for role in every
        if (role.held and role.name not in roles) or (role.body and role.body not in bodies)
    ]
