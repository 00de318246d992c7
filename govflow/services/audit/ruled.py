"""Ruled proposals verified: every due date is worked out again, with the dates of the round of then where one gave it;
and nothing came in after a round was closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from govflow.domain.history import Entry, Subject
from govflow.domain.pause import Clock, stopped
from govflow.domain.plain import folded, thawed
from govflow.domain.replay import Folded, folding
from govflow.domain.round import Round, Ruled, governing
from govflow.services.acting.due_set import DueSet, clock_by
from govflow.services.acting.effects import due_day
from govflow.services.audit.clocks import clock_told
from govflow.services.audit.dues import Days, Given, else_due, moves
from govflow.services.audit.findings import Findings
from govflow.services.audit.pinned import pinned
from govflow.services.audit.timing import Timed, days_of, timed
from govflow.services.rounds.recounting import CAUSE
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

RESCHEDULE = "reschedule"

Event = tuple[str, Round, int]
"""When a round became what it is at a version."""


class RuledProposals:
    """The proposals of a store, compared with the due dates of their definitions and with its rounds."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        definition_of: Callable[[str], Definition],
    ) -> None:
        self._session = session
        self._work = work
        self._findings = findings
        self._definition_of = definition_of
        self._timezone = session.store.info.timezone
        self._events: list[Event] | None = None

    def verify(self, entries: list[Entry]) -> None:
        """Compare one proposal's entries with the rounds and due dates of their times."""
        given: Given | None = None
        for at, (act, before) in enumerate(zip(timed(entries), folding(entries), strict=True), start=1):
            with self._findings.checking(f"history proposal {act.entry.subject} {act.entry.seq}"):
                definition = pinned(self._definition_of, act.entry)
                if definition is None:
                    continue
                given = Given.after(given, act, before, definition, timezone=self._timezone)
                held = self._held(act.entry, before, definition)
                if held is None:
                    continue
                if act.entry.trigger == RESCHEDULE and not moves(act.entry):
                    paused = given and given.paused(entries[:at], definition.pausing)
                    holds = self._rescheduled(act.entry, before, definition, given=paused, held=held)
                else:
                    holds = self._due_holds(act, before, definition, given=given, held=held)
                if not holds:
                    self._say("due_differs", act.entry)

    def _held(self, entry: Entry, before: Folded, definition: Definition) -> list[Ruled | None] | None:
        """The rounds that an entry may have been under; None where it tells of another."""
        if definition.rounds is None:
            return [None]
        changes = entry.read("changes")
        row = {**before.row, **changes.get("proposal", {})}
        possible = self._possible(row["workflow"], row["fiscal_year"], entry.recorded_at)
        said = changes.get("round")
        held = [ruled for ruled in possible if (ruled and ruled.said) == said]
        closed = row.get("changes") is None and all(ruled and ruled.closed for ruled in possible)
        if closed and _comes_in(entry, before, definition):
            self._say("after_closing", entry)
        if said is not None and not held:
            self._say("other_round", entry)
            return None
        return held

    def _due_holds(
        self,
        act: Timed,
        before: Folded,
        definition: Definition,
        *,
        given: Given | None,
        held: list[Ruled | None],
    ) -> bool:
        """Whether a proposal is due when it has to be. Of a clock that stands still or goes on, only what an act sets
        is asked here."""
        was, now = before.row, {**before.row, **act.entry.read("changes").get("proposal", {})}
        sets = moves(act.entry) or (given is not None and given.last.entry is act.entry)
        clock = clock_told(now)
        if not sets and (clock.left, was.get("paused_left")) != (None, None):
            return True
        days = self._due(act, was, definition, given=given, held=held)
        if clock.left is None:
            return clock.due_on in days
        calendar, possible = self._session.calendar(self._work), days_of(act, self._timezone)
        clocks = (Clock(day, None) for day in days)
        return any(
            stopped(each, today=day, calendar=calendar) == clock for each in clocks for day in possible
        )

    def _rescheduled(
        self,
        entry: Entry,
        before: Folded,
        definition: Definition,
        *,
        given: Given | None,
        held: list[Ruled | None],
    ) -> bool:
        """Whether another date of a round gives this day, or leaves these days where the clock stands still."""
        rounds = [ruled for ruled in held if ruled and entry.cause == f"{CAUSE}{ruled.reference}"]
        if given is None or definition.rounds is None or given.last.due.date not in definition.rounds.dates:
            return False
        clock = clock_told({**before.row, **entry.read("changes").get("proposal", {})})
        calendar = self._session.calendar(self._work)
        return any(
            clock == clock_by(given.last, ruled.dates, definition=definition, today=day, calendar=calendar)
            for day in given.days
            for ruled in rounds
        )

    def _due(
        self,
        act: Timed,
        row: Mapping[str, Any],
        definition: Definition,
        *,
        given: Given | None,
        held: list[Ruled | None],
    ) -> Days:
        """When it may be due after an act."""
        worked_out = partial(self._day, definition)
        entry, dates = act.entry, [ruled.dates if ruled else {} for ruled in held]
        of_rounds = definition.rounds.dates if definition.rounds else ()
        by_round = given is not None and given.last.due.date in of_rounds
        if given is not None and given.last.entry is entry:
            return given.worked_out(worked_out, dates if by_round else [{}])
        fresh = partial(self._fresh, act, definition, dates)
        return else_due(entry, row, given, fresh=fresh, worked_out=worked_out)

    def _fresh(self, act: Timed, definition: Definition, dates: list[Mapping[str, str]]) -> Days:
        """When a draft is due that is opened now."""
        due = definition.states[definition.initial].due
        if due is None:
            return {None}
        given = Given(DueSet(act.entry, due, {}, {}), days_of(act, self._timezone), True)
        return given.worked_out(partial(self._day, definition), dates)

    def _day(self, definition: Definition, due: DueSet, today: date, dates: Mapping[str, str]) -> str | None:
        calendar = self._session.calendar(self._work)
        return due_day(
            due.due, definition=definition, today=today, calendar=calendar, records=due.records, dates=dates
        )

    def _possible(self, workflow: str, fiscal_year: int, at: str) -> list[Ruled | None]:
        """The rounds that may have held at a moment: several where one was changed in the same instant."""
        events = [
            event
            for event in self._rounds()
            if (event[1].workflow, event[1].fiscal_year) == (workflow, fiscal_year) and event[0] <= at
        ]
        sure = sum(event[0] < at for event in events)
        return [_governing(events[:count]) for count in range(sure, len(events) + 1)]

    def _rounds(self) -> list[Event]:
        """What every round became, in the order of time; read when the first proposal asks."""
        if self._events is None:
            names = self._work.rounds.references()
            events = [event for name in names for event in _became(self._work, name)]
            self._events = sorted(events, key=lambda event: event[0])
        return self._events

    def _say(self, code: str, entry: Entry) -> None:
        self._findings.say(code, reference=entry.subject, seq=entry.seq)


def dates_said(work: UnitOfWork, entry: Entry) -> Mapping[str, str]:
    """The dates of the round that an entry of a proposal names."""
    said = entry.read("changes").get("round") or {}
    became = _became(work, said["name"]) if said else ()
    return next((one.dates for _, one, version in became if version == said["version"]), {})


def _became(work: UnitOfWork, name: str) -> Iterator[Event]:
    content: dict[str, Any] = {}
    for entry in work.history.entries(Subject("round", name)):
        content = folded(content, entry.read("changes")["round"])
        yield entry.recorded_at, thawed(Round, content), entry.seq


def _governing(events: list[Event]) -> Ruled | None:
    """The round that holds after these."""
    return governing(list({one.reference: (one, version) for _, one, version in events}.values()))


def _comes_in(entry: Entry, before: Folded, definition: Definition) -> bool:
    """Whether a proposal is opened here, or leaves its first state for the first time, and not for an end."""
    if entry.trigger == "open" and entry.from_state is None:
        return True
    target = definition.states.get(entry.to_state or "")
    leaves = entry.from_state == definition.initial != entry.to_state
    return leaves and target is not None and not target.end and not before.been(definition.initial)
