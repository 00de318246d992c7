"""Asking one guard about facts, over the sample definition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from sample_definition import sample, spoiled

from govflow.domain.facts import Facts
from govflow.messages import Notice
from govflow.workflow.guards import REGISTRY

DEFINITION = sample(
    spoiled(
        "      met: {title: {ja: 済, en: met}, agrees: true}\n",
        "      met: {title: {ja: 済, en: met}, agrees: true}\n"
        "      broken: {title: {ja: 違反, en: broken}, agrees: false, breach: true}\n",
    )
)
YEN = st.integers(0, 10**18)
PEOPLE = st.sampled_from(["kono", "otsukawa", "heiyama"])


def reason(name: str, parameter: Any = None, /, **facts: Any) -> Notice | None:
    return REGISTRY[name].check(Facts.of(facts), parameter, DEFINITION)


def met(name: str, parameter: Any = None, /, **facts: Any) -> bool:
    return reason(name, parameter, **facts) is None


def asking(
    state: str = "answered",
    *,
    answer: str | None = "agree",
    agrees: bool | None = True,
    due_on: str | None = "2026-05-11",
    subject: str = "",
) -> Mapping[str, Any]:
    return {"subject": subject, "state": state, "answer": answer, "agrees": agrees, "due_on": due_on}


OPEN = asking("open", answer=None, agrees=None)
AGREED = asking()
REFUSED = asking(answer="refuse", agrees=False)
PASSED_ON = asking(answer="pass_on", agrees=None)
UNANSWERED = asking("unanswered", answer=None, agrees=None)


def decided(*conditions: tuple[str, bool | str]) -> dict[str, Any]:
    return {
        "decision": {"conditions": [{"text": text, "precedent": precedent} for text, precedent in conditions]}
    }
