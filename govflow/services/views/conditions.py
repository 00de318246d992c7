"""The conditions of decisions, over all proposals: whose they are, by when, what was shown, who has verified it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.condition import ConditionState, state_of, term
from govflow.domain.step import Step, StepState
from govflow.errors import NotAuthorised
from govflow.services.access import Read, Reading
from govflow.services.case import Case
from govflow.services.conditions import condition_of, met_before, owner_duty, owner_title, report_on
from govflow.services.names import Pair, ministry_named, named, pair, titled
from govflow.services.paging import PAGE, first_of
from govflow.services.session import Session
from govflow.services.views.filters import ministries_meant
from govflow.workflow.definition import StepKind

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.conditions import Wanted
    from govflow.store.cursors import Place

SETTLED = (ConditionState.VERIFIED, ConditionState.CANCELLED)
"""States in which a condition is no longer overdue."""


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition. `number` is that of the step that verifies it (`condition#5`), `overdue` counts working days past
    the due date. `reports` is the role that is asked for a report where the `owner` is no office. `before` is the act
    that waits for a `precedent` one. `closed` is why it is not published, None where it is. `evidence` is what was
    asked for, `reported` what the owner has shown; `verifier` is who has answered, `verified_by` the role that is to.
    Dates are local."""

    reference: str
    title: str
    ministry: str
    ministry_title: Pair
    step: str
    number: int
    condition: str
    owner: Pair | None
    reports: Pair | None
    due_on: str | None
    overdue: int
    state: str
    precedent: bool
    before: Pair | None
    on_breach: str
    closed: str | None
    evidence: str | None
    reported: str | None
    reported_by: Pair | None
    reported_on: str | None
    verified_by: Pair
    verifier: Pair | None
    verifier_office: Pair | None
    verified_on: str | None
    note: str


@dataclass(frozen=True, slots=True)
class ConditionPage:
    """A page of conditions; `more` is the cursor to go on after it, None at the end."""

    conditions: tuple[ConditionLine, ...]
    more: str | None


def list_conditions(
    session: Session,
    *,
    reference: str | None = None,
    ministry: str | None = None,
    overdue: bool = False,
    limit: int = PAGE,
    after: str | None = None,
) -> ConditionPage:
    """The conditions of decisions, the earliest due first: of one proposal, of a ministry and the agencies under it, or
    only those past their due date and not verified; of proposals that the caller reads whole. NotFound for an unknown
    proposal or ministry, NotAuthorised for a proposal that is not open."""
    with session.reading() as work:
        cases = _Cases(Reading(session, work))
        if reference is not None:
            cases.reading.case(reference)
        wanted = _wanted(session, work)._replace(
            reference=reference,
            ministries=ministries_meant(session, work, ministry),
            unmet_before=session.today().isoformat() if overdue else None,
        )

        def read(limit: int, after: str | None) -> list[Place]:
            return work.conditions.page(wanted, limit=limit, after=after)

        found = first_of(read, cases.open, limit=limit, after=after)
        return ConditionPage(_lines(cases, found.rows), found.more)


class _Cases:
    """The cases of a page as they may be read, each looked at once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[str, Read | None] = {}

    def open(self, row: Place) -> bool:
        """Whether a condition may be read: it belongs to what happened to the proposal."""
        found = self.read(row.reference)
        return found is not None and any(step.number == row.number for step in found.case.steps)

    def read(self, reference: str) -> Read | None:
        """A proposal that is read whole; None for any other."""
        if reference not in self._known:
            self._known[reference] = self._whole(reference)
        return self._known[reference]

    def _whole(self, reference: str) -> Read | None:
        try:
            found = self.reading.case(reference)
        except NotAuthorised:
            return None
        return found if found.access.whole else None


def _wanted(session: Session, work: UnitOfWork) -> Wanted:
    """The steps that verify conditions, by all definitions of the store."""
    from govflow.store.conditions import Wanted

    definitions = [session.definition(work, row.digest) for row in work.definitions.every("workflow")]
    kinds = [kind for d in definitions for kind in d.steps.values() if d.each_condition(kind)]
    verifying = [kind for kind in kinds if not kind.to_owner]
    return Wanted({kind.name for kind in verifying}, {kind.role for kind in verifying})


def _lines(cases: _Cases, rows: list[Place]) -> tuple[ConditionLine, ...]:
    found = ((read.case, row.number) for row in rows if (read := cases.read(row.reference)))
    steps = ((case, step) for case, number in found for step in case.steps if step.number == number)
    return tuple(_line(case, step, kind) for case, step in steps if (kind := _verifies(case, step)))


def _verifies(case: Case, step: Step) -> StepKind | None:
    """The kind of a step that verifies a condition: another definition may call something else so."""
    kind = case.definition.steps[step.name]
    return kind if case.definition.each_condition(kind) and not kind.to_owner else None


def _line(case: Case, step: Step, kind: StepKind) -> ConditionLine:
    condition: Mapping[str, Any] = condition_of(case, step) or {}
    report = report_on(case, step)
    breach = step.answer is not None and kind.answers[step.answer].breach
    state = state_of(step, report=report, breach=breach)
    owner, before = condition.get("owner"), met_before(condition, case.definition)
    told = report if report and report.state is StepState.ANSWERED else None
    return ConditionLine(
        reference=step.reference,
        title=case.proposal.title,
        ministry=case.proposal.ministry,
        ministry_title=ministry_named(case.directory, case.proposal.ministry),
        step=step.name,
        number=step.number,
        condition=step.subject,
        owner=pair(owner_title(case, owner)) if owner else None,
        reports=_reports(case, report, owner),
        due_on=step.due_on,
        overdue=_late(case, step.due_on) if state not in SETTLED else 0,
        state=state.value,
        precedent=bool(term(condition, "precedent")),
        before=pair(before) if before else None,
        on_breach=term(condition, "on_breach"),
        closed=condition.get("closed"),
        evidence=condition.get("evidence"),
        reported=told.note if told else None,
        reported_by=named(case.directory, told.person) if told else None,
        reported_on=told.answered_on if told else None,
        verified_by=pair(case.definition.roles[step.role].title),
        verifier=named(case.directory, step.person),
        verifier_office=titled(case.directory, step.office),
        verified_on=step.answered_on,
        note=step.note,
    )


def _reports(case: Case, report: Step | None, owner: str | None) -> Pair | None:
    """The role that stands in for an owner who is no office."""
    if report is None or owner_duty(case, owner) is not None:
        return None
    return pair(case.definition.roles[report.role].title)


def _late(case: Case, due_on: str | None) -> int:
    """Working days past a due date."""
    if due_on is None:
        return 0
    return max(-case.calendar.days_left(date.fromisoformat(due_on), case.today), 0)
