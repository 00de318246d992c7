"""Ruled proposals verified: every due date is worked out again, with the dates of the round of then where one gave it;
and nothing came in after a round was closed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.history import Entry, Subject
from govflow.domain.pause import Clock, stopped
from govflow.domain.plain import folded, thawed
from govflow.domain.replay import Folded
from govflow.domain.round import Round, Ruled, governing
from govflow.services.acting.due_set import DueSet, clock_by
from govflow.services.acting.effects import due_day
from govflow.services.audit.clocks import clock_told
from govflow.services.audit.dues import Days, Given, else_due, moves
from govflow.services.audit.findings import Findings
from govflow.services.audit.timing import Act, LocalDays
from govflow.services.rounds.recounting import CAUSE
from govflow.services.session import Session
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import CORRECT

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

RESCHEDULE = "reschedule"

_BEARING = frozenset({"open", CORRECT, RESCHEDULE})
"""What may bear on a due date without a transition."""

_CLOCK = frozenset({"due_on", "paused_left"})

_NO_ROUND: list[Ruled | None] = [None]
_NO_DATES: list[Mapping[str, str]] = [{}]

Event = tuple[str, Round, int]
"""When a round became what it is at a version."""


class Held(NamedTuple):
    """Which round of a workflow and fiscal year held: the times at which another one did or it was changed, and what
    held before each of them and after the last."""

    times: list[str]
    ruled: list[Ruled | None]

    @staticmethod
    def by(events: list[Event]) -> Held:
        return Held([at for at, _, _ in events], [_governing(events[:n]) for n in range(len(events) + 1)])

    def at(self, moment: str) -> list[Ruled | None]:
        """What may have held then."""
        if not self.times:
            return self.ruled
        return self.ruled[bisect_left(self.times, moment) : bisect_right(self.times, moment) + 1]


class RuledProposals:
    """The proposals of a store, compared with the due dates of their definitions and with its rounds."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        days: LocalDays,
    ) -> None:
        self._session = session
        self._work = work
        self._findings = findings
        self._days = days
        self._events: list[Event] | None = None
        self._held_by: dict[tuple[str, int], Held] = {}

    def verify(self, acts: list[Act]) -> None:
        """Compare one proposal's acts with the rounds and due dates of their times."""
        given: Given | None = None
        for at, act in enumerate(acts, start=1):
            entry, definition = act.entry, act.definition
            if definition is None or _bears_on_nothing(act):
                continue
            with self._findings.checking("history proposal", entry.subject, entry.seq):
                given = Given.after(given, act, definition, days=self._days)
                held = self._held(act, definition)
                if held is None:
                    continue
                if entry.trigger == RESCHEDULE and not moves(entry):
                    past = (each.entry for each in acts[:at])
                    paused = given and given.paused(past, definition.pausing)
                    holds = self._rescheduled(act, definition, given=paused, held=held)
                else:
                    holds = self._due_holds(act, definition, given=given, held=held)
                if not holds:
                    self._say("due_differs", entry)

    def _held(self, act: Act, definition: Definition) -> list[Ruled | None] | None:
        """The rounds that an entry may have been under; None where it tells of another."""
        if definition.rounds is None:
            return _NO_ROUND
        entry, row = act.entry, act.after.row
        possible = self._possible(row["workflow"], row["fiscal_year"], entry.recorded_at)
        said = act.changes.get("round")
        if said is None and possible == _NO_ROUND:
            return _NO_ROUND
        held = [ruled for ruled in possible if (ruled and ruled.said) == said]
        closed = row.get("changes") is None and all(ruled and ruled.closed for ruled in possible)
        if closed and _comes_in(entry, act.before, definition):
            self._say("after_closing", entry)
        if said is not None and not held:
            self._say("other_round", entry)
            return None
        return held

    def _due_holds(
        self, act: Act, definition: Definition, *, given: Given | None, held: list[Ruled | None]
    ) -> bool:
        """Whether a proposal is due when it has to be. Of a clock that stands still or goes on, only what an act sets
        is asked here."""
        row, was = act.after.row, act.before.row
        stands = row.get("paused_left") is not None
        if stands or was.get("paused_left") is not None:
            sets = moves(act.entry) or (given is not None and given.last.entry is act.entry)
            if not sets:
                return True
        days = self._due(act, definition, given=given, held=held)
        if not stands:
            return row.get("due_on") in days
        clock = clock_told(row)
        calendar, possible = self._session.calendar(self._work), self._days.of(act.timed)
        clocks = (Clock(day, None) for day in days)
        return any(
            stopped(each, today=day, calendar=calendar) == clock for each in clocks for day in possible
        )

    def _rescheduled(
        self, act: Act, definition: Definition, *, given: Given | None, held: list[Ruled | None]
    ) -> bool:
        """Whether another date of a round gives this day, or leaves these days where the clock stands still."""
        rounds = [ruled for ruled in held if ruled and act.entry.cause == f"{CAUSE}{ruled.reference}"]
        if given is None or definition.rounds is None or given.last.due.date not in definition.rounds.dates:
            return False
        clock = clock_told(act.after.row)
        calendar = self._session.calendar(self._work)
        return any(
            clock == clock_by(given.last, ruled.dates, definition=definition, today=day, calendar=calendar)
            for day in given.days
            for ruled in rounds
        )

    def _due(
        self, act: Act, definition: Definition, *, given: Given | None, held: list[Ruled | None]
    ) -> Days:
        """When it may be due after an act."""
        worked_out = partial(self._day, definition)
        dates = _NO_DATES if held is _NO_ROUND else [ruled.dates if ruled else {} for ruled in held]
        if given is not None and given.last.entry is act.entry:
            by_round = definition.rounds is not None and given.last.due.date in definition.rounds.dates
            return given.worked_out(worked_out, dates if by_round else _NO_DATES)
        fresh = partial(self._fresh, act, definition, dates)
        return else_due(act.entry, act.before.row, given, fresh=fresh, worked_out=worked_out)

    def _fresh(self, act: Act, definition: Definition, dates: list[Mapping[str, str]]) -> Days:
        """When a draft is due that is opened now."""
        due = definition.states[definition.initial].due
        if due is None:
            return {None}
        given = Given(DueSet(act.entry, due, {}, {}), self._days.of(act.timed), True)
        return given.worked_out(partial(self._day, definition), dates)

    def _day(self, definition: Definition, due: DueSet, today: date, dates: Mapping[str, str]) -> str | None:
        calendar = self._session.calendar(self._work)
        return due_day(
            due.due, definition=definition, today=today, calendar=calendar, records=due.records, dates=dates
        )

    def _possible(self, workflow: str, fiscal_year: int, at: str) -> list[Ruled | None]:
        """The rounds that may have held at a moment: several where one was changed in the same instant."""
        held = self._held_by.get((workflow, fiscal_year))
        if held is None:
            events = [
                e for e in self._rounds() if (e[1].workflow, e[1].fiscal_year) == (workflow, fiscal_year)
            ]
            held = self._held_by[workflow, fiscal_year] = Held.by(events)
        return held.at(at)

    def _rounds(self) -> list[Event]:
        """What every round became, in the order of time; read when the first proposal asks."""
        if self._events is None:
            names = self._work.rounds.references()
            events = [event for name in names for event in _became(self._work, name)]
            self._events = sorted(events, key=lambda event: event[0])
        return self._events

    def _say(self, code: str, entry: Entry) -> None:
        self._findings.say(code, reference=entry.subject, seq=entry.seq)


def _bears_on_nothing(act: Act) -> bool:
    """Whether an act sets no due date and comes in nowhere by its nature, and says nothing of either."""
    return (
        not act.moves
        and not act.ways
        and act.entry.trigger not in _BEARING
        and _CLOCK.isdisjoint(act.row)
        and "round" not in act.changes
    )


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
