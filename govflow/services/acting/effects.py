"""What follows from an act: the next proposal, records, steps asked and closed. Pure; nothing is saved here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from govflow.domain.authority import Capacity, Duty, Via
from govflow.domain.condition import Condition, dated
from govflow.domain.deadline import WorkingCalendar, end_of_fiscal_year, fiscal_year, months_later
from govflow.domain.facts import Facts
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.errors import Refused
from govflow.messages import notice
from govflow.services.case import Case
from govflow.services.conditions import condition_of, owner_duty
from govflow.workflow.definition import Definition, Due, StepKind, Transition
from govflow.workflow.engine import stepped
from govflow.workflow.reserved import POST_REVIEW
from govflow.workflow.ways import takes_back

Records = Mapping[str, Any]

NOTHING: Mapping[str, str] = {}


def due_day(
    due: Due | None,
    *,
    definition: Definition,
    today: date,
    calendar: WorkingCalendar,
    records: Records,
    dates: Mapping[str, str] = NOTHING,
) -> str | None:
    """The earliest of what a due date gives, counted from `today`; None when it deliberately gives none. `dates` are
    those of a round: a yearly one that has passed holds where nothing else gives a day, a monthly one comes again."""
    if due is None:
        return None
    days: list[date] = []
    if due.working_days is not None:
        days.append(calendar.add(today, due.working_days))
    if due.months is not None:
        days.append(calendar.on_or_after(months_later(today, due.months)))
    if due.fiscal_year_end_of is not None:
        days.append(end_of_fiscal_year(_year_of(records.get(due.fiscal_year_end_of), today)))
    if due.date is not None:
        days += _named_day(due.date, definition, today, calendar=calendar, dates=dates, alone=not days)
    return min(days).isoformat() if days else None


def _named_day(
    name: str,
    definition: Definition,
    today: date,
    *,
    calendar: WorkingCalendar,
    dates: Mapping[str, str],
    alone: bool,
) -> Iterator[date]:
    """The day of a named date: the round's, else its next occurrence."""
    named = definition.dates[name]
    given = date.fromisoformat(dates[name]) if name in dates else None
    if given is None or (given < today and named.month is None):
        yield calendar.next_of(named, today)
    elif given >= today or alone:
        yield given


def _due(case: Case, due: Due | None, records: Records) -> str | None:
    return due_day(
        due,
        definition=case.definition,
        today=case.today,
        calendar=case.calendar,
        records=records,
        dates=round_dates(case, due),
    )


def round_dates(case: Case, due: Due | None) -> Mapping[str, str]:
    """Those of the round, where the due date is one that a round may set."""
    rounds = case.definition.rounds
    if due is None or rounds is None or due.date not in rounds.dates or case.round is None:
        return NOTHING
    return case.round.dates


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
        record["conditions"] = _added(case, carried.get("conditions", ()), payload.get("conditions", ()))
    return record


def _added(case: Case, carried: Sequence[Condition], given: Sequence[Condition]) -> list[Condition]:
    """Conditions add up. One that carries over cannot be set again: two of one text could not be told apart."""
    known = {condition["text"] for condition in carried}
    again = [condition["text"] for condition in given if condition["text"] in known]
    if again:
        raise Refused(notice("acts.conditions_carried", conditions=again))
    return [*carried, *dated(given, today=case.today, calendar=case.calendar)]


def next_proposal(case: Case, transition: Transition, *, records: Records) -> Proposal:
    """The proposal after a transition. An act that moves nothing keeps state and entry; it may set a new due date."""
    changed: dict[str, Any] = {"records": records, "version": case.seq}
    target = case.definition.states[transition.target]
    due = transition.due or (target.due if transition.moves else None)
    if due is not None or transition.moves:
        changed |= {"due_on": _due(case, due, records), "paused_left": None}
    if transition.moves:
        changed |= {"state": target.name, "role": target.role, "entered_seq": case.seq}
        changed["state_since"] = case.today.isoformat()
    if transition.opens_to is not None:
        reached = case.definition.policy.place_of(transition.opens_to)
        changed |= {"reach": max(reached, case.proposal.reach), "released": case.proposal.revision}
    return case.proposal._replace(**changed)


def closed_steps(case: Case, transition: Transition) -> tuple[Step, ...]:
    """Steps that leaving the state closes: unanswered ones are recorded as such; an end cancels lasting ones too, and
    so does the lapse that takes back the decision that they follow from."""
    if not transition.moves:
        return ()
    ends = case.definition.states[transition.target].end or takes_back(case.definition, transition)
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
    owners: Mapping[str, str] = NOTHING,
    about: Step | None = None,
    capacity: Capacity | None = None,
) -> tuple[Step, ...]:
    """The steps that `names` open: one each, or one for every ministry or condition of `for_each`, or for the
    ministry of the proposal that it refers to (`owners`: ministry by reference). What an answer `about` something opens
    is about the same. Last comes the post review (後閲) of an act done in a substitute's `capacity`."""
    asked: list[Step] = []
    for name in names:
        kind = case.definition.steps[name]
        if case.kernel.reasons(kind.when, facts):
            continue
        due = _due(case, kind.due, records)
        for aim in _aims(case, kind, payload, owners=owners, about=about):
            number = len(case.steps) + len(asked) + 1
            asked.append(put_step(case, kind, number=number, aim=aim._replace(due=aim.due or due)))
    if capacity is not None:
        asked += _post_review(case, capacity, number=len(case.steps) + len(asked) + 1)
    return tuple(asked)


class Aim(NamedTuple):
    """To whom one step is put, and about what."""

    duty: Duty
    subject: str = ""
    due: str | None = None


def _aims(
    case: Case,
    kind: StepKind,
    payload: Mapping[str, Any],
    *,
    owners: Mapping[str, str],
    about: Step | None,
) -> Iterator[Aim]:
    """To whom a kind is put: its own office, or each ministry or condition it is asked for."""
    if case.definition.each_condition(kind):
        yield from _of_conditions(case, kind, payload, about)
    elif kind.for_each is None:
        yield Aim(case.duty(kind.role), about.subject if about else payload.get(kind.about or "", ""))
    else:
        yield from _of_ministries(case, kind, payload, owners)


def _of_ministries(
    case: Case, kind: StepKind, payload: Mapping[str, Any], owners: Mapping[str, str]
) -> Iterator[Aim]:
    """Each ministry but the proposal's own, which is asked before the others where it is asked at all."""
    if kind.own_ministry:
        yield Aim(case.duty(kind.role))
    given = _each(case, kind, payload)
    if isinstance(given, str):
        yield Aim(Duty(kind.role, owners[given]), given)
        return
    yield from (Aim(Duty(kind.role, ministry)) for ministry in given if ministry != case.proposal.ministry)


def _of_conditions(
    case: Case, kind: StepKind, payload: Mapping[str, Any], about: Step | None
) -> Iterator[Aim]:
    """Each condition by its own due date; with an answer about one, that one alone."""
    known = condition_of(case, about) if about else None
    given = [known] if known else dated(_each(case, kind, payload), today=case.today, calendar=case.calendar)
    for condition in given:
        owner = owner_duty(case, condition.get("owner")) if kind.to_owner else None
        yield Aim(owner or case.duty(kind.role), condition["text"], condition.get("due"))


def _each(case: Case, kind: StepKind, payload: Mapping[str, Any]) -> Any:
    """The value that a step is asked for each of."""
    each = kind.for_each or ""
    return payload.get(each) or case.content.get(each) or ()


def put_step(case: Case, kind: StepKind, *, number: int, aim: Aim) -> Step:
    """An open step of a kind, asked today."""
    return Step(
        reference=case.proposal.reference,
        number=number,
        name=kind.name,
        role=aim.duty.role,
        ministry=aim.duty.ministry,
        subject=aim.subject,
        state=StepState.OPEN,
        asked_seq=case.seq,
        asked_on=case.today.isoformat(),
        due_on=aim.due,
        lasting=kind.lasting,
    )


def _post_review(case: Case, capacity: Capacity, *, number: int) -> Iterator[Step]:
    """The post review that an act of a substitute opens with the office it acted for, whose ministry may be
    another than the proposal's."""
    kind = case.definition.steps.get(POST_REVIEW)
    if kind is None or capacity.via is not Via.SUBSTITUTION or capacity.on_behalf_of is None:
        return
    office = case.directory.offices[capacity.on_behalf_of]
    duty = case.definition.roles[office.role].duty(office.ministry)
    yield put_step(case, kind, number=number, aim=Aim(duty, office.title.ja, _due(case, kind.due, {})))
