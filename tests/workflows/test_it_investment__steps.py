"""The steps of the IT investment process, row by row: whom each is put to, by what, and for how long."""

from __future__ import annotations

import pytest
from shipped_definition import shipped

DEFINITION = shipped("it_investment")

# step | role | asked by | outlives its state | working days
STEPS = [
    ("adviser_opinion", "executive_adviser", "ministry_review", False, 10),
    ("ciso_concurrence", "ciso", "ministry_review", False, 10),
    ("accounts_concurrence", "accounts", "ministry_review", False, 10),
    ("deputy_cio_concurrence", "deputy_cio", "ministry_review", False, 10),
    ("duplicate_check", "amb", "coordination", False, 20),
    ("criteria_opinion", "cio_adviser", "coordination", False, 10),
    ("affected_ministry_opinion", "ministry_cio", "coordination", False, 10),
    ("technology_committee_opinion", "technology_committee", "coordination", False, 10),
    ("merge_agreement", "ministry_cio", "duplicate_check.merge", False, 10),
    ("inquiry", "pmo_head", "inquire", False, 5),
    ("drafter_inquiry", "pmo_clerk", "inquire", False, 5),
    ("escalation", "government_cio", "council_carried_over", True, 5),
    ("notification", "secretariat", "approve_in_emergency approve reject apply", True, 3),
    ("receipt", "pmo_head", "notification.notified", True, 5),
    (
        "condition_report",
        "pmo_head",
        "approve amend condition.unproven condition.not_met condition.breached",
        True,
        None,
    ),
    ("condition", "secretariat", "approve amend", True, None),
    ("breach_report", "government_cio", "lapse_for_breach condition.not_met condition.breached", True, 5),
    ("lapse_report", "government_cio", "council_lapsed", True, 5),
    ("post_review", "ministry_cio", "", True, 5),
    ("overdue_report", "ministry_cio", "", True, 5),
    ("specification_opinion", "executive_adviser", "budgeted", False, 10),
    ("review_decision", "ministry_cio", "review", False, 10),
]


def _askers(step: str) -> str:
    asking = [state.name for state in DEFINITION.states.values() if step in state.asks]
    asking += dict.fromkeys(t.trigger for t in DEFINITION.transitions if step in t.asks)
    asking += [
        f"{s.name}.{a.name}" for s in DEFINITION.steps.values() for a in s.answers.values() if step in a.asks
    ]
    return " ".join(asking)


@pytest.mark.parametrize(("step", "role", "askers", "lasting", "days"), STEPS, ids=[row[0] for row in STEPS])
def test_each_step_is_put_to_a_role(
    step: str, role: str, askers: str, lasting: bool, days: int | None
) -> None:
    found = DEFINITION.steps[step]
    assert (found.role, found.lasting, found.due.working_days) == (role, lasting, days)
    assert _askers(step) == askers


def test_there_are_no_other_steps() -> None:
    assert list(DEFINITION.steps) == [row[0] for row in STEPS]
