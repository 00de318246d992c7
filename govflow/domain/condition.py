"""Conditions: what a decision asks of an owner by a day, and how far that has come.

As it is kept, a condition is plain data: `text`, `owner` (a role, an office or free words), `due` (an ISO date; working
days until it is kept), `evidence` (what will show it), `precedent` (True: to be met before any act that waits for
conditions; or the one act that does) and `on_breach`; `closed` is why it is not published, where it is not. Those kept
before some of this was asked for lack it: ask `term`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from govflow.domain.deadline import WorkingCalendar
from govflow.domain.step import Step, StepState

Condition = Mapping[str, Any]


class OnBreach(StrEnum):
    """What follows when a condition is broken. Every breach is reported; the other two stop the proposal as well."""

    SUSPEND = "suspend"
    LAPSE = "lapse"
    REPORT = "report"


class ConditionState(StrEnum):
    """How far a condition has come. `NOT_MET`: its verifier says that it is not met yet, which breaks nothing."""

    OPEN = "open"
    REPORTED = "reported"
    VERIFIED = "verified"
    NOT_MET = "not_met"
    BREACHED = "breached"
    CANCELLED = "cancelled"


_TERMS: Condition = {"precedent": False, "on_breach": OnBreach.REPORT.value}


def term(condition: Condition, name: str) -> Any:
    """One term of a condition; where it was not stated, what then holds."""
    return condition.get(name) or _TERMS.get(name)


def precedes(condition: Condition, act: str | None) -> bool:
    """Whether an act that waits for conditions has to wait for this one."""
    precedent = term(condition, "precedent")
    return precedent is True or (act is not None and precedent == act)


def dated(conditions: Iterable[Condition], *, today: date, calendar: WorkingCalendar) -> list[dict[str, Any]]:
    """The conditions with working days turned into the dates to which they lead from `today`."""
    return [
        {**condition, "due": calendar.add(today, condition["due"]).isoformat()}
        if isinstance(condition.get("due"), int)
        else {**condition}
        for condition in conditions
    ]


def state_of(verification: Step, *, report: Step | None, breach: bool) -> ConditionState:
    """Where a condition stands by the step that verifies it and the last one that reports on it. `breach`: the answer
    to the first says that the condition is broken."""
    if verification.state is StepState.ANSWERED:
        if verification.agrees:
            return ConditionState.VERIFIED
        return ConditionState.BREACHED if breach else ConditionState.NOT_MET
    if verification.state is not StepState.OPEN:
        return ConditionState.CANCELLED
    return ConditionState.REPORTED if report is not None and report.agrees else ConditionState.OPEN
