"""What follows from an act: the next proposal, records, steps asked and closed. Pure; nothing is saved here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from govflow.domain.authority import Capacity, Via
from govflow.domain.deadline import WorkingCalendar, end_of_fiscal_year, fiscal_year, months_later
from govflow.domain.facts import Facts
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.services.case import Case
from govflow.workflow.definition import POST_REVIEW, Definition, Due, StepKind, Transition
from govflow.workflow.engine import stepped

Records = Mapping[str, Any]

NOBODY: Mapping[str, str] = {}


def due_day(
    due: Due | None, *, definition: Definition, today: date, calendar: WorkingCalendar, records: Records
) -> str | None:
    """The earliest of what a due date gives, counted from `today`; None when it deliberately gives none."""
    if due is None:
        return None
    days: list[date] = []
    if due.working_days is not None:
        days.append(calendar.add(today, due.working_days))
    if due.months is not None:
        days.append(calendar.on_or_after(months_later(today, due.months)))
    if due.date is not None:
        days.append(definition.dates[due.date].next_after(today, calendar))
    if due.fiscal_year_end_of is not None:
        days.append(end_of_fiscal_year(_year_of(records.get(due.fiscal_year_end_of), today)))
    return min(days).isoformat() if days else None


def _due(case: Case, due: Due | None, records: Records) -> str | None:
    return due_day(due, definition=case.definition, today=case.today, calendar=case.calendar, records=records)


def _year_of(record: Any, today: date) -> int:
    if isinstance(record, Mapping):
        return int(record.get("fiscal_year") or fiscal_year(date.fromisoformat(record["day"])))
    return fiscal_year(today)


def kept_record(case: Case, transition: Transition, payload: Mapping[str, Any]) -> dict[str, Any]:
    """What the act keeps under its record's name. Amount and conditions carry over from the record it builds on;
    without one, the amount is what the proposal asks for."""
    base = case.proposal.records.get(transition.builds_on) if transition.builds_on else None
    carried = base or {"amount": case.proposal.amount, "conditions": []}
    record = {**payload, "trigger": transition.trigger, "day": case.today.isoformat()}
    given = {*transition.takes, *transition.may_take}
    if "amount" in given:
        record["amount"] = payload.get("amount", carried.get("amount"))
    if "conditions" in given:
        record["conditions"] = [*carried.get("conditions", ()), *payload.get("conditions", ())]
    return record


def next_proposal(case: Case, transition: Transition, *, records: Records) -> Proposal:
    """The proposal after a transition. An act that moves nothing keeps state and entry; it may set a new due date."""
    changed: dict[str, Any] = {"records": records, "version": case.seq}
    target = case.definition.states[transition.target]
    due = transition.due or (target.due if transition.moves else None)
    if due is not None or transition.moves:
        changed["due_on"] = _due(case, due, records)
    if transition.moves:
        changed |= {"state": target.name, "role": target.role, "entered_seq": case.seq}
        changed["state_since"] = case.today.isoformat()
    return case.proposal._replace(**changed)


def closed_steps(case: Case, transition: Transition) -> tuple[Step, ...]:
    """Steps that leaving the state closes: unanswered ones are recorded as such; an end cancels lasting ones too."""
    if not transition.moves:
        return ()
    ends = case.definition.states[transition.target].end
    return tuple(_closed(step) for step in case.open_steps if ends or not step.lasting)


def _closed(step: Step) -> Step:
    trigger = "cancel" if step.lasting else "close_unanswered"
    return stepped(step, trigger)


def asked_steps(
    case: Case,
    names: Iterable[str],
    *,
    facts: Facts,
    payload: Mapping[str, Any],
    records: Records,
    owners: Mapping[str, str] = NOBODY,
    capacity: Capacity | None = None,
) -> tuple[Step, ...]:
    """The steps that `names` open: one each, or one for every ministry or condition of `for_each`, or for the
    ministry of the proposal that it refers to (`owners`: ministry by reference). Last comes the post review (後閲)
    of an act done in a substitute's `capacity`."""
    asked: list[Step] = []
    for name in names:
        kind = case.definition.steps[name]
        if case.kernel.reasons(kind.when, facts):
            continue
        due = _due(case, kind.due, records)
        for aimed in _aims(case, kind, payload, owners):
            number = len(case.steps) + len(asked) + 1
            asked.append(_step(case, kind, number=number, due=due, **aimed))
    if capacity is not None:
        asked += _post_review(case, capacity, number=len(case.steps) + len(asked) + 1)
    return tuple(asked)


def _aims(
    case: Case, kind: StepKind, payload: Mapping[str, Any], owners: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """To whom a kind is put: its own office, or each ministry or condition it is asked for."""
    own = case.duty(kind.role).ministry
    if kind.for_each is None:
        yield {"ministry": own, "subject": ""}
        return
    given = payload.get(kind.for_each) or case.content.get(kind.for_each) or ()
    if isinstance(given, str):
        yield {"ministry": owners[given], "subject": given}
        return
    for item in given:
        if isinstance(item, Mapping):
            yield {"ministry": own, "subject": item["text"], "due_on": item["due"]}
        elif item != case.proposal.ministry:
            yield {"ministry": item, "subject": ""}


def _step(
    case: Case,
    kind: StepKind,
    *,
    number: int,
    due: str | None,
    ministry: str | None,
    subject: str,
    due_on: str | None = None,
) -> Step:
    return Step(
        reference=case.proposal.reference,
        number=number,
        name=kind.name,
        role=kind.role,
        ministry=ministry,
        subject=subject,
        state=StepState.OPEN,
        asked_seq=case.seq,
        asked_on=case.today.isoformat(),
        due_on=due_on or due,
        lasting=kind.lasting,
    )


def _post_review(case: Case, capacity: Capacity, *, number: int) -> Iterator[Step]:
    """The post review that an act of a substitute opens with the office it acted for, whose ministry may be
    another than the proposal's."""
    kind = case.definition.steps.get(POST_REVIEW)
    if kind is None or capacity.via is not Via.SUBSTITUTION or capacity.on_behalf_of is None:
        return
    office = case.directory.offices[capacity.on_behalf_of]
    central = case.definition.roles[office.role].central
    ministry = None if central else office.ministry
    due = _due(case, kind.due, {})
    step = _step(case, kind, number=number, due=due, ministry=ministry, subject=office.title.ja)
    yield step._replace(role=office.role)
