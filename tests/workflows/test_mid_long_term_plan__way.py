"""A ministry's plan: four persons in the line, advice that never blocks, a renewal that the ministry cannot feign."""

from __future__ import annotations

from typing import Any

import pytest
from shipped_definition import asking, attempted, codes, shipped, target

NAME = "mid_long_term_plan"
DEFINITION = shipped(NAME)

READY: dict[str, Any] = {
    "content": {"title": "t", "purpose": "p", "measures": "m"},
    "steps": {"advice": [asking("none")]},
    "visit": {"report_progress": 1},
}

WAY = [
    ("submit", "draft", "pmo_clerk", "pmo_check"),
    ("accept", "pmo_check", "pmo_head", "deputy_review"),
    ("agree", "deputy_review", "deputy_cio", "cio_decision"),
    ("decide", "cio_decision", "ministry_cio", "submitted"),
    ("publish", "submitted", "pmo_head", "published"),
    ("report_progress", "published", "pmo_clerk", "published"),
    ("renew", "published", "secretariat", "renewed"),
]

LINE = {
    "accept": ("open", "revise", "submit"),
    "agree": ("open", "revise", "submit", "pmo_check.accept"),
    "decide": ("open", "revise", "submit", "pmo_check.accept", "agree"),
    "renew": ("open", "revise", "submit", "pmo_check.accept", "agree", "decide", "report_progress"),
}


@pytest.mark.parametrize(("trigger", "state", "role", "leads_to"), WAY)
def test_the_way_is_open_to_its_role_alone(trigger: str, state: str, role: str, leads_to: str) -> None:
    roles = {
        other
        for other in DEFINITION.roles
        if target(attempted(NAME, trigger, state=state, role=other, facts=READY))
    }
    assert target(attempted(NAME, trigger, state=state, role=role, facts=READY)) == leads_to
    assert roles == ({"pmo_clerk", "pmo_head"} if trigger == "report_progress" else {role})


@pytest.mark.parametrize(("trigger", "state", "role", "leads_to"), [row for row in WAY if row[0] in LINE])
def test_whoever_put_it_forward_does_not_judge_it(trigger: str, state: str, role: str, leads_to: str) -> None:
    for deed in LINE[trigger]:
        facts = READY | {"done": {deed: ["kono"]}}
        refused = attempted(NAME, trigger, state=state, role=role, person="kono", facts=facts)
        assert codes(refused) == [["guard.same_person"]]
        assert (
            target(attempted(NAME, trigger, state=state, role=role, person="otsu", facts=facts)) == leads_to
        )


def test_the_check_wants_goals_and_measures_which_submission_does_not() -> None:
    required = [field.name for field in DEFINITION.fields.values() if field.required]
    bare = READY | {"content": {"title": "t"}}
    assert required == ["title", "ministry", "fiscal_year"]
    assert target(attempted(NAME, "submit", state="draft", role="pmo_clerk", facts=bare)) == "pmo_check"
    assert codes(attempted(NAME, "accept", state="pmo_check", role="pmo_head", facts=bare)) == [
        ["guard.incomplete"]
    ]


@pytest.mark.parametrize(
    ("advice", "today", "published"),
    [
        (None, "2026-06-01", False),
        (None, "2026-06-02", True),
        ("none", "2026-05-01", True),
        ("given", "2026-05-01", True),
    ],
)
def test_advice_is_waited_for_until_its_due_date_and_never_blocks(
    advice: str | None, today: str, published: bool
) -> None:
    facts = READY | {"today": today, "steps": {"advice": [asking(advice, due_on="2026-06-01")]}}
    moved = target(attempted(NAME, "publish", state="submitted", role="pmo_head", facts=facts))
    assert (moved == "published") is published


def test_a_published_edition_is_due_a_year_later_and_ends_by_the_secretariats_hand_alone() -> None:
    due = DEFINITION.states["published"].due
    assert due is not None
    assert due.months == 12
    ends = {one.trigger: one.roles for one in DEFINITION.transitions_from("published") if one.moves}
    assert ends == {"renew": ("secretariat",), "discontinue": ("secretariat",)}


def test_no_renewal_is_recorded_of_a_plan_whose_progress_nobody_reported() -> None:
    silent = READY | {"visit": {}}
    assert codes(attempted(NAME, "renew", state="published", role="secretariat", facts=silent)) == [
        ["guard.not_done"]
    ]


def test_what_the_ministry_misses_goes_up_to_its_cio_and_the_centre_answers_to_nobody_here() -> None:
    above = {name: role.escalates_to for name, role in DEFINITION.roles.items() if role.escalates_to}
    assert above == {"pmo_clerk": "pmo_head", "pmo_head": "ministry_cio", "deputy_cio": "ministry_cio"}
    assert DEFINITION.steps["overdue_report"].lasting
