"""Decisions with conditions for the tests: approved under them, and the steps that follow each."""

from __future__ import annotations

from typing import Any

from government import Government
from small_organisation import Json

ESTIMATE: Json = {"text": "見積りを出すこと", "due": "2025-10-31", "owner": "pmo_head", "evidence": "見積書"}
REPORT: Json = {"text": "四半期ごとに報告すること", "due": "2026-06-30", "owner": "pjmo"}


def approved(cabinet: Government, *conditions: Json, until: str = "approved", **content: Any) -> str:
    """A proposal that the Government CIO has approved under conditions."""
    reference = cabinet.proposal(until="gcio_decision", **content)
    cabinet.act("gcio", "approve", reference, conditions=[*conditions])
    cabinet.lead(reference, until)
    return reference


def answer(cabinet: Government, reference: str, condition: Json, step: str = "condition") -> str:
    """The last asking of a step about a condition, as the beginning of an answer: `condition#5`."""
    about = [s for s in cabinet.steps(reference, step) if s["subject"] == condition["text"]]
    return f"{step}#{about[-1]['number']}"
