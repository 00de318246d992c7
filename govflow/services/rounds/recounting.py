"""Recounting: what waits for a date that a round sets or moves is due on the new one, by an entry of the system."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from govflow.domain.history import Subject
from govflow.domain.pause import Clock
from govflow.domain.round import Round, Ruled
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.due_set import DueSet, clock_by, due_set
from govflow.services.acting.keeping import keep
from govflow.services.case import Case, load_case
from govflow.services.clock import day_of
from govflow.services.recording import Actor
from govflow.services.rounds.desk import RoundDesk
from govflow.workflow.definition import Definition

CAUSE = "round "
"""What the cause of an entry begins with, before the round's name."""


def recounted(desk: RoundDesk, one: Round, before: Ruled | None, after: Ruled | None) -> int:
    """Give every proposal that waits for a date of the round the date that it has now, or the days left where its clock
    stands still. How many have another."""
    definition = desk.session.definition(desk.work, one.definition)
    old, new = (ruled.dates if ruled else {} for ruled in (before, after))
    moved = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    waiting = _waiting_for(definition, moved)
    answers = desk.work.answers.every(one.workflow, one.fiscal_year)
    rows = (row for row in answers if row.state in waiting)
    return sum(_recounted(desk, row.reference, old=old) for row in rows)


def _waiting_for(definition: Definition, dates: Collection[str]) -> set[str]:
    """The states whose due date may come from one of these dates."""
    states = {state.name for state in definition.states.values() if state.due and state.due.date in dates}
    return states | {one.target for one in definition.transitions if one.due and one.due.date in dates}


def _recounted(desk: RoundDesk, reference: str, *, old: Mapping[str, str]) -> bool:
    case = load_case(desk.session, desk.work, reference, lock=True)
    entries = desk.work.history.entries(Subject("proposal", reference))
    found = due_set(case.definition, entries)
    if found is None:
        return False
    new = case.round.dates if case.round else {}
    was, now = (_clock(desk, case, found, dates) for dates in (old, new))
    if (case.proposal.due_on, case.proposal.paused_left) != was or was == now:
        return False  # it has a date of its own by now, or none of the round's
    decided = Decided(
        trigger="reschedule",
        actor=Actor(None),
        after=case.proposal._replace(due_on=now.due_on, paused_left=now.left, version=case.seq),
        payload={},
        facts={},
        cause=f"{CAUSE}{desk.asked.reference}",
    )
    keep(desk.session, desk.work, case, command=Act(reference, "reschedule"), decided=decided)
    return True


def _clock(desk: RoundDesk, case: Case, found: DueSet, dates: Mapping[str, str]) -> Clock:
    today = day_of(found.entry.recorded_at, desk.session.store.info.timezone)
    return clock_by(found, dates, definition=case.definition, today=today, calendar=case.calendar)
