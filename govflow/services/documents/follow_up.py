"""What a follow-up memo tells: one condition of a decision, what was shown for it, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from govflow.domain.history import Entry
from govflow.domain.step import Step, StepState
from govflow.services.breach import breach_of
from govflow.services.case import Case
from govflow.services.conditions import condition_of, report_on
from govflow.services.documents.conditions import condition_told
from govflow.services.names import both, named, pair, titled

JsonDict = dict[str, Any]


def follow_up(case: Case, entries: Sequence[Entry], *, steps: Sequence[Step]) -> JsonDict | None:
    """What the last of `entries` says of a condition by answering a step; None where it does not."""
    act = entries[-1]
    answered = next((s for s in steps if s.name == act.step and s.state is StepState.ANSWERED), None)
    condition = condition_of(case, answered) if answered else None
    if answered is None or condition is None:
        return None
    kind = case.definition.steps[answered.name]
    given = kind.answers[act.trigger]
    breach = breach_of(case, answered, given)
    return {
        "condition": condition_told(condition, case.directory, case.definition),
        "met": given.agrees is True,
        "answer": pair(given.title),
        "note": answered.note,
        "report": _report(case, report_on(case, answered)),
        "consequence": both(breach.told(case)) if breach else None,
        "decision": _decision(case, entries, text=condition["text"]),
    }


def _report(case: Case, report: Step | None) -> JsonDict | None:
    """What the owner last reported."""
    if report is None or report.answer is None:
        return None
    return {
        "answer": pair(case.definition.steps[report.name].answers[report.answer].title),
        "evidence": report.note,
        "person": named(case.directory, report.person),
        "office": titled(case.directory, report.office),
        "day": report.answered_on,
    }


def _decision(case: Case, entries: Sequence[Entry], *, text: str) -> JsonDict | None:
    """The last act that kept the condition: what it was, on which day, and the documents that it issued."""
    last = next((entry for entry in reversed(entries) if text in _texts(entry)), None)
    if last is None:
        return None
    return {
        "title": pair(case.definition.triggers[last.trigger]),
        "day": last.effective_on,
        "documents": sorted(last.read("changes").get("documents", {})),
    }


def _texts(entry: Entry) -> Iterator[str]:
    for record in entry.read("changes").get("records", {}).values():
        yield from (condition["text"] for condition in record.get("conditions") or ())
