"""Pausing: while a step that stops the clock is open, the proposal and its state's other steps are not due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.pause import Clock, Span, days_paused, resumed, stopped
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.services.acting.decided import Decided
from govflow.services.acting.due_set import due_set, latest_by
from govflow.services.acting.effects import round_dates
from govflow.services.case import Case

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def clocked(work: UnitOfWork, case: Case, decided: Decided) -> Decided:
    """What an act comes to, with the clocks that it stops or lets go on."""
    waiting = bool(waited_for(case, decided))
    if not waiting and not case.pausing_steps:
        return decided
    changed = {step.number: step for step in decided.steps}
    for step in _open_after(case, decided):
        if not step.lasting and step.name not in case.definition.pausing:
            due_on, left = _clock(case, step, halts=waiting)
            if (due_on, left) != (step.due_on, step.paused_left):
                changed[step.number] = step._replace(due_on=due_on, paused_left=left)
    latest = None if waiting or decided.after.paused_left is None else _latest(work, case)
    due_on, left = _clock(case, decided.after, halts=waiting, latest=latest)
    after = decided.after._replace(due_on=due_on, paused_left=left)
    return decided._replace(after=after, steps=tuple(changed.values()))


def waited_for(case: Case, decided: Decided) -> list[Step]:
    """The steps that stop the clock, once an act is done."""
    return [step for step in _open_after(case, decided) if step.name in case.definition.pausing]


def _open_after(case: Case, decided: Decided) -> list[Step]:
    steps = {step.number: step for step in (*case.steps, *decided.steps)}
    return [step for step in steps.values() if step.state is StepState.OPEN]


def _clock(case: Case, thing: Proposal | Step, *, halts: bool, latest: str | None = None) -> Clock:
    clock = Clock(thing.due_on, thing.paused_left)
    if halts:
        return stopped(clock, today=case.today, calendar=case.calendar)
    return resumed(clock, today=case.today, calendar=case.calendar, latest=latest)


def _latest(work: UnitOfWork, case: Case) -> str | None:
    """The fixed date that the proposal has all the same."""
    found = due_set(case.definition, work.history.entries(case.subject))
    if found is None:
        return None
    dates = round_dates(case, found.due)
    return latest_by(found, dates, definition=case.definition, today=found.day, calendar=case.calendar)


def paused_days(case: Case, *, until: date) -> int:
    """The working days of the present stay on which the clock stood still."""
    asked = (step for step in case.steps if step.name in case.definition.pausing)
    spans = [
        Span(step.asked_on, step.answered_on) for step in asked if step.asked_seq > case.proposal.entered_seq
    ]
    return days_paused(spans, until=until, calendar=case.calendar)
