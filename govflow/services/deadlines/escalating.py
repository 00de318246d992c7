"""Escalating: one missed date of a proposal goes one office up, by an entry of the system, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.step import Step
from govflow.messages import Title
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.effects import Aim, due_day, put_step
from govflow.services.acting.keeping import keep
from govflow.services.case import Case, load_case
from govflow.services.deadlines.gone_up import GoneUp
from govflow.services.deadlines.missed import ESCALATE, Missed, missed_in
from govflow.services.names import Pair, pair
from govflow.services.recording import Actor
from govflow.services.session import Session
from govflow.workflow.reserved import OVERDUE_REPORT

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

TOPIC = "deadline.missed"

CLOSED = "–"
"""What stands for the state, step or role of a proposal that is not open to whoever sweeps."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """A missed date that went up. `what` is the state or step (`pmo_check`, `condition#4`), of a ballot or meeting the
    date that it has; `to` None: nobody is above. `step` is the report that was asked, due on `due_on`."""

    reference: str
    what: str
    title: Pair
    missed: str
    role: str
    role_title: Pair
    to: str | None
    to_title: Pair | None
    step: int | None
    due_on: str | None

    @property
    def closed(self) -> bool:
        """Whether the proposal is not open to whoever reads this: reference and date are all that is told."""
        return self.what == CLOSED


def escalated(
    session: Session, work: UnitOfWork, *, reference: str, number: int, by: str
) -> Escalation | None:
    """Escalate what is missed of a proposal, in a transaction that the caller commits; None where that is not missed
    any more, or went up already."""
    case = load_case(session, work, reference, lock=True)
    missed = next((each for each in missed_in(case) if each.number == number), None)
    if missed is None or GoneUp.of(work, reference).has(missed):
        return None
    steps = tuple(_report(case, missed))
    decided = Decided(
        trigger=ESCALATE,
        actor=Actor(None),
        after=case.proposal._replace(version=case.seq),
        payload=payload_of(case, missed, by=by),
        facts={},
        steps=steps,
        cause=missed.cause,
    )
    kept = keep(session, work, case, command=Act(reference, ESCALATE), decided=decided)
    work.outbox.add(TOPIC, reference, kept.entry.hash, kept.entry.recorded_at)
    return _told(case, missed, steps[0] if steps else None)


def payload_of(case: Case, missed: Missed, *, by: str) -> dict[str, str | None]:
    """What an entry says of the escalation; `by` let the deadlines be swept."""
    above = case.definition.roles[missed.role].escalates_to
    return {"missed": missed.what, "on": missed.day, "from": missed.role, "to": above, "by": by}


def _report(case: Case, missed: Missed) -> list[Step]:
    """The report that the role one office up is asked to answer; none where nobody is above."""
    above = case.definition.roles[missed.role].escalates_to
    kind = case.definition.steps.get(OVERDUE_REPORT)
    if above is None or kind is None:
        return []
    due = due_day(kind.due, definition=case.definition, today=case.today, calendar=case.calendar, records={})
    about = next((step.subject for step in case.steps if step.number == missed.number), "")
    aim = Aim(case.definition.roles[above].duty(missed.ministry), report_subject(missed, about), due)
    return [put_step(case, kind, number=len(case.steps) + 1, aim=aim)]


def report_subject(missed: Missed, about: str) -> str:
    """What a report is about: the date that was missed first, also where the report on it was missed in turn."""
    return about if missed.name == OVERDUE_REPORT else f"{missed.what} {missed.day}"


def _told(case: Case, missed: Missed, report: Step | None) -> Escalation:
    definition = case.definition
    parts = definition.steps if missed.number else definition.states
    above = definition.roles[missed.role].escalates_to
    title: Title = parts[missed.name].title
    return Escalation(
        reference=case.proposal.reference,
        what=missed.what,
        title=pair(title),
        missed=missed.day,
        role=missed.role,
        role_title=pair(definition.roles[missed.role].title),
        to=above,
        to_title=pair(definition.roles[above].title) if above else None,
        step=report.number if report else None,
        due_on=report.due_on if report else None,
    )
