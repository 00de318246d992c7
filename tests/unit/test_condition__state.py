"""How far a condition has come, by the steps that report on it and verify it; working days become dates."""

from __future__ import annotations

from datetime import date

import pytest

from govflow.domain.condition import ConditionState, OnBreach, dated, precedes, state_of, term
from govflow.domain.deadline import WorkingCalendar
from govflow.domain.step import Step, StepState

CALENDAR = WorkingCalendar([date(2025, 4, 29)], first=date(2025, 1, 1), last=date(2026, 12, 31))
DAY = "2025-04-10"


def asked(state: StepState = StepState.OPEN, *, agrees: bool | None = None) -> Step:
    return Step(
        "MOF-2025-0001", 1, "condition", "centre", None, "x", state, 1, DAY, None, True, agrees=agrees
    )


OPEN, ANSWERED = asked(), StepState.ANSWERED
FULFILLED, REFUSED = asked(ANSWERED, agrees=True), asked(ANSWERED, agrees=False)


@pytest.mark.parametrize(
    ("verification", "report", "breach", "state"),
    [
        (OPEN, None, False, ConditionState.OPEN),
        (OPEN, OPEN, False, ConditionState.OPEN),
        (OPEN, REFUSED, False, ConditionState.OPEN),
        (OPEN, FULFILLED, False, ConditionState.REPORTED),
        (asked(ANSWERED, agrees=True), None, False, ConditionState.VERIFIED),
        (asked(ANSWERED, agrees=True), REFUSED, False, ConditionState.VERIFIED),
        (asked(ANSWERED, agrees=False), FULFILLED, False, ConditionState.NOT_MET),
        (asked(ANSWERED, agrees=False), FULFILLED, True, ConditionState.BREACHED),
        (asked(StepState.CANCELLED), FULFILLED, False, ConditionState.CANCELLED),
        (asked(StepState.UNANSWERED), None, False, ConditionState.CANCELLED),
    ],
)
def test_the_verification_tells_and_before_it_the_report(
    verification: Step, report: Step | None, breach: bool, state: ConditionState
) -> None:
    assert state_of(verification, report=report, breach=breach) is state


@pytest.mark.parametrize(
    ("due", "day"),
    [(0, "2025-04-28"), (1, "2025-04-30"), (3, "2025-05-02"), ("2025-05-05", "2025-05-05"), (None, None)],
)
def test_working_days_become_a_date_and_a_date_stays(due: int | str | None, day: str | None) -> None:
    (condition,) = dated([{"text": "x", "due": due}], today=date(2025, 4, 28), calendar=CALENDAR)
    assert condition == {"text": "x", "due": day}


def test_a_condition_precedes_what_waits_for_all_or_the_one_act_that_it_names() -> None:
    before = {
        stated: [act for act in ("record_budget", "start", None) if precedes({"precedent": stated}, act)]
        for stated in (True, False, "start")
    }
    assert before == {True: ["record_budget", "start", None], False: [], "start": ["start"]}


def test_what_was_not_stated_is_subsequent_and_merely_reported() -> None:
    old = {"text": "x", "due": None, "owner": None}
    assert term(old, "precedent") is False
    assert term(old, "on_breach") == OnBreach.REPORT
    assert term(old, "evidence") is None
