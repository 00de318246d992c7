"""A session: one open store, one caller, one clock. Every service is handed one.

It owns what makes acts cheap: definitions by digest (they never change), the directory of a day by the
organisation's number with who stands in for whom in it, and the calendar. Nothing else is remembered between acts.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from govflow.domain.authority import Capacity
from govflow.domain.deadline import WorkingCalendar
from govflow.domain.organisation import Directory, Person
from govflow.domain.organisation_content import organisation_of
from govflow.domain.reading_policy import Post, posts_in
from govflow.errors import BadInput, NotAuthorised, NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.account import present_account
from govflow.services.clock import Clock, fixed_clock, local_day, moment_of, stamp, system_clock
from govflow.services.demonstration_clock import kept_clock, move_clock
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.domain.council.charter import Charter
    from govflow.store import Store, UnitOfWork


class _Known:
    """What the sessions of one open store have read of it and need not read again."""

    __slots__ = ("calendar", "charters", "definitions", "directories", "posts")

    def __init__(self) -> None:
        self.charters: dict[str, Charter] = {}
        self.definitions: dict[str, Definition] = {}
        self.directories: dict[tuple[int, date], Directory] = {}
        self.posts: dict[frozenset[str], tuple[Directory, tuple[Post, ...]]] = {}
        self.calendar: WorkingCalendar | None = None


class Moment(NamedTuple):
    """One reading of the clock: as the store keeps it, and the local day it falls on."""

    stamp: str
    day: date


class Session:
    """Use as a context manager; closing it closes the store.

    `account` is the operating-system account; `person` overrides it in demonstration stores only. `office`
    selects the office to act in when several fit. `clock` and `new_key` are injected.
    """

    def __init__(
        self,
        store: Store,
        *,
        account: str,
        person: str | None = None,
        office: str | None = None,
        clock: Clock = system_clock,
        new_key: Callable[[], str] = lambda: uuid.uuid4().hex,
        moved_to: datetime | None = None,
    ) -> None:
        self.store = store
        self.account = account
        self.office = office
        self.clock = clock
        self.new_key = new_key
        self._person = person
        self._moved_to = moved_to
        self._moment: Moment | None = None
        self._writing = False
        self._known = _Known()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    @contextmanager
    def writing(self, *, moves_clock: bool = True, alone: bool = False) -> Iterator[UnitOfWork]:
        """One write transaction; nothing stays unless `commit()` is said. It has one moment, read when first asked for:
        once the act holds its locks. A demonstration's clock that was moved moves with it. `alone`: nobody else acts
        meanwhile."""
        with self.store.begin(alone=alone) as work:
            if self._moved_to is not None and moves_clock:
                move_clock(work, self._moved_to)
            self._writing = True
            try:
                yield work
            finally:
                self._writing, self._moment = False, None

    def reading(self) -> UnitOfWork:
        """One transaction that only reads."""
        return self.store.reading()

    def stamp(self) -> str:
        """The present moment as the store keeps it."""
        return self._now().stamp

    def today(self) -> date:
        """The present day where the store's organisation is."""
        return self._now().day

    def _now(self) -> Moment:
        """The present moment, of a write transaction the one that it has."""
        moment = self._moment or self._read_clock()
        if self._writing:
            self._moment = moment
        return moment

    def _read_clock(self) -> Moment:
        now = self.clock()
        return Moment(stamp(now), local_day(now, self.store.info.timezone))

    def acting_as(self, person: str, *, office: str | None = None, clock: Clock | None = None) -> Session:
        """The same store with another caller: demonstration stores only."""
        if not self.store.info.demonstration:
            raise NotAuthorised(notice("session.demonstration_only", option="--as"))
        return self._like(person=person, office=office, clock=clock or self.clock)

    def in_office(self, office: str) -> Session:
        """The same caller, choosing one of the offices held."""
        return self._like(person=self._person, office=office, clock=self.clock)

    def _like(self, *, person: str | None, office: str | None, clock: Clock) -> Session:
        other = Session(
            self.store,
            account=self.account,
            person=person,
            office=office,
            clock=clock,
            new_key=self.new_key,
            moved_to=self._moved_to,
        )
        other._known = self._known
        if clock is self.clock:
            other._writing, other._moment = self._writing, self._moment
        return other

    def admits(self, capacity: Capacity) -> bool:
        """Whether the caller may act in it: with a chosen office, in that one only."""
        return self.office in (None, capacity.office)

    def directory(self, work: UnitOfWork) -> Directory:
        """The organisation as recorded now, on the present day."""
        return self.directory_on(work, self.today())

    def directory_on(self, work: UnitOfWork, day: date) -> Directory:
        """The organisation as recorded now, on any day."""
        number = work.organisation.latest_number()
        if (number, day) not in self._known.directories:
            content = work.organisation.get(number)
            if content is None:
                raise NotFound(notice("session.no_organisation"))
            if len(self._known.directories) > 64:
                self._known.directories.clear()
            self._known.directories[number, day] = Directory.on(organisation_of(json.loads(content)), day)
        return self._known.directories[number, day]

    def posts(self, directory: Directory, held: Collection[str]) -> tuple[Post, ...]:
        """The offices held and those stood in for; worked out anew only where the directory is another."""
        offices = frozenset(held)
        found = self._known.posts.get(offices)
        if found is None or found[0] is not directory:
            found = self._known.posts[offices] = (directory, tuple(posts_in(directory, offices)))
        return found[1]

    def person(self, directory: Directory) -> Person:
        """Who the caller is: the person named with `--as`, else the one the account belongs to."""
        if self._person is not None:
            if self._person not in directory.persons:
                hint = did_you_mean(self._person, directory.persons)
                raise NotFound(notice("session.unknown_person", person=self._person, hint=hint))
            return directory.persons[self._person]
        person = directory.person_of_account(self.account)
        if person is None:
            code = "session.unmapped_demonstration" if self.store.info.demonstration else "session.unmapped"
            raise NotAuthorised(notice(code, account=self.account))
        return person

    @property
    def onlooking(self) -> bool:
        """Whether nobody in particular looks on: in a demonstration, without the name of a person."""
        return not self._person and self.store.info.demonstration

    def person_if_known(self, directory: Directory) -> Person | None:
        """Who the caller is, or None where nobody in the organisation is."""
        if self._person is not None:
            return directory.persons.get(self._person)
        return directory.person_of_account(self.account)

    def definition(self, work: UnitOfWork, digest: str) -> Definition:
        """A stored definition by its digest."""
        if digest not in self._known.definitions:
            row = work.definitions.get("workflow", digest)
            if row is None:
                raise NotFound(notice("session.unknown_definition", digest=digest[:12]))
            self._known.definitions[digest] = _thawed(row.content, source=row.source, file=row.file)
        return self._known.definitions[digest]

    def charter(self, work: UnitOfWork, digest: str) -> Charter:
        """A stored charter of a body by its digest."""
        if digest not in self._known.charters:
            row = work.definitions.get("body", digest)
            if row is None:
                raise NotFound(notice("session.unknown_definition", digest=digest[:12]))
            self._known.charters[digest] = _thawed_charter(row.content, source=row.source, file=row.file)
        return self._known.charters[digest]

    def definition_in_force(self, work: UnitOfWork, name: str | None) -> Definition:
        """The definition of that name in force today; without a name, the only one there is."""
        names = work.definitions.names_in_force("workflow", self.today().isoformat())
        if name is None:
            if len(names) != 1:
                raise BadInput.at(None, notice("session.choose_workflow", names=names))
            name = names[0]
        digest = work.definitions.in_force("workflow", name, self.today().isoformat())
        if digest is None:
            raise NotFound(notice("session.unknown_workflow", name=name, hint=did_you_mean(name, names)))
        return self.definition(work, digest)

    def calendar(self, work: UnitOfWork) -> WorkingCalendar:
        """The working days the store was given."""
        if self._known.calendar is None:
            first, last = work.calendar.known()
            closed = (date.fromisoformat(day) for day in work.calendar.closed(first, last))
            self._known.calendar = WorkingCalendar(
                closed, first=date.fromisoformat(first), last=date.fromisoformat(last)
            )
        return self._known.calendar


def open_session(
    url: str,
    *,
    person: str | None = None,
    office: str | None = None,
    account: str | None = None,
    now: str | None = None,
    clock: Clock | None = None,
) -> Session:
    """Open a store that exists.

    `person` and `now` are for demonstration stores and refused elsewhere. There the clock stands still where it was
    last put; `now` moves it, for good once something is recorded. `clock` is for programs and tests.
    Raises StoreError (missing, locked, of another schema), NotAuthorised (`person` or `now` in a real store).
    """
    from govflow.store import open_store

    store = open_store(url)
    try:
        given = [option for option, value in (("--as", person), ("--now", now)) if value is not None]
        if given and not store.info.demonstration:
            raise NotAuthorised(*(notice("session.demonstration_only", option=option) for option in given))
        moved_to = moment_of(now, store.info.timezone) if now else None
        if clock is None and store.info.demonstration:
            clock = fixed_clock(moved_to) if moved_to else kept_clock(store)
    except BaseException:
        store.close()
        raise
    return Session(
        store,
        account=account or present_account(),
        person=person,
        office=office,
        clock=clock or system_clock,
        moved_to=moved_to,
    )


def _thawed(content: str, *, source: str, file: str) -> Definition:
    from govflow.workflow.resolved import definition_of

    return definition_of(json.loads(content), source=source, file=file)


def _thawed_charter(content: str, *, source: str, file: str) -> Charter:
    from govflow.workflow.council.charter_file import charter_of

    return charter_of(json.loads(content), source=source, file=file)
