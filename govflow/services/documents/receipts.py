"""Receipts: which ministries an act's notification goes to, and by when they are to say that they have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from govflow.domain.step import Step
from govflow.services.case import Case
from govflow.services.names import ministry_named
from govflow.workflow.definition import StepKind


def receipt(case: Case, steps: Iterable[Step]) -> dict[str, Any] | None:
    """Whom an answer to one of `steps` will ask, and within how many working days; None where it asks nobody."""
    kind = next((kind for kind in _following(case, steps) if kind.own_ministry), None)
    if kind is None:
        return None
    others = case.content.get(kind.for_each or "", ())
    notified = dict.fromkeys((case.proposal.ministry, *others))
    return {
        "ministries": [ministry_named(case.directory, code) for code in notified],
        "working_days": kind.due.working_days,
    }


def _following(case: Case, steps: Iterable[Step]) -> Iterator[StepKind]:
    """What the answers to steps will ask in their turn."""
    kinds = case.definition.steps
    for step in steps:
        for answer in kinds[step.name].answers.values():
            yield from (kinds[name] for name in answer.asks)
