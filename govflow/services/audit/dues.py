"""Due dates worked out again: on which day a proposal may be due after an entry, by what gave it its due date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from govflow.domain.history import Entry
from govflow.services.acting.due_set import DueSet, due_of
from govflow.services.audit.timing import Act, LocalDays
from govflow.services.corrections import VALUES, Slip, corrected_by
from govflow.workflow.definition import Definition

Dates = Mapping[str, str]
Days = set[str | None]
WorkedOut = Callable[[DueSet, date, Dates], str | None]
"""The day that a due date gives, counted from a day, with the dates of a round."""


class Given(NamedTuple):
    """What gave a proposal its due date, rounds aside, and the days on which that may have been. `stands`: nothing has
    set it otherwise since, but corrections of what gave it."""

    last: DueSet
    days: frozenset[date]
    stands: bool

    @staticmethod
    def after(given: Given | None, act: Act, definition: Definition, *, days: LocalDays) -> Given | None:
        """What gave it after an act, if anything has yet."""
        entry = act.entry
        changed, due = "due_on" in act.row, due_of(definition, entry)
        if due is not None:
            last = DueSet(entry, due, act.after.row, act.after.records)
            return Given(last, days.of(act.timed), changed)
        if given is None or not changed or corrected_by(entry) == given.last.entry.seq:
            return given
        return given._replace(stands=False)

    def paused(self, entries: Iterable[Entry], pausing: frozenset[str]) -> Given:
        """With the pauses since, up to the last of the entries."""
        return self._replace(last=self.last.paused(entries, pausing))

    def worked_out(self, worked_out: WorkedOut, dates: Iterable[Dates]) -> Days:
        return {worked_out(self.last, day, each) for each in dates for day in self.days}


def moves(entry: Entry) -> bool:
    """Whether an entry brings a proposal into a state."""
    return entry.step is None and entry.from_state != entry.to_state


def else_due(
    entry: Entry,
    row: Mapping[str, Any],
    given: Given | None,
    *,
    fresh: Callable[[], Days],
    worked_out: WorkedOut,
) -> Days:
    """When a proposal that had this row may be due after an entry that gives no due date of its own: as before, but
    where it moves on, was revised for another year, where `fresh` are the due dates of what begins then, or where the
    year was corrected that its due date came from."""
    kept: Days = {row.get("due_on")}
    if moves(entry):
        return {None}
    if entry.trigger == "revise" and "fiscal_year" in entry.read("changes").get("proposal", {}):
        return kept | fresh()
    slip = Slip.of(entry) if corrected_by(entry) is not None else None
    if slip is None or given is None or not given.stands or slip.number != given.last.entry.seq:
        return kept
    if slip.part != VALUES or "fiscal_year" not in slip.changes:
        return kept
    records = {**given.last.records, **entry.read("changes").get("records", {})}
    day = date.fromisoformat(given.last.entry.effective_on)
    return {worked_out(given.last._replace(records=records), day, {})}
