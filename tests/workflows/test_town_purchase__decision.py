"""A tiny town: one step, one person in several offices, and still nobody decides on their own request."""

from __future__ import annotations

from typing import Any

import pytest
from shipped_definition import asking, attempted, codes, shipped, target

from govflow.domain.authority import Capacity
from govflow.domain.facts import Facts
from govflow.workflow.engine import Moved, kernel_of

NAME = "town_purchase"
DEFINITION = shipped(NAME)


def facts(**changes: Any) -> dict[str, Any]:
    return {
        "amount": 100_000,
        "visit": {"request": 1},
        "steps": {"funds": [asking("available", agrees=True)]},
        "done": {"request": ["kono"], "funds": ["kono"]},
        **changes,
    }


def test_the_whole_way_is_one_step() -> None:
    moving = {(t.source, t.trigger, t.target) for t in DEFINITION.transitions if t.moves}
    assert moving == {("draft", "decide", "decided"), ("draft", "decline", "declined")}


def test_clerk_and_accountant_may_be_one_person() -> None:
    assert DEFINITION.steps["funds"].guards == ()
    assert (
        target(attempted(NAME, "decide", state="draft", role="mayor", person="heiyama", facts=facts()))
        == "decided"
    )


def test_the_mayor_does_not_decide_on_an_own_request_or_confirmation() -> None:
    answer = attempted(NAME, "decide", state="draft", role="mayor", person="kono", facts=facts())
    assert codes(answer) == [["guard.same_person"]]


def test_a_person_in_several_offices_acts_in_the_fitting_one() -> None:
    held = [Capacity("town.accounts", "town_accountant"), Capacity("town.clerk", "town_clerk")]
    answer = kernel_of(DEFINITION).attempt(
        "request", state="draft", facts=Facts.of({"actor": {"person": "kono"}}), capacities=held
    )
    assert isinstance(answer, Moved)
    assert answer.capacity.office == "town.clerk"


def test_a_decision_needs_request_and_funds_and_no_more_than_asked() -> None:
    missing = facts(visit={}, steps={}, payload={"amount": 100_001})
    assert codes(attempted(NAME, "decide", state="draft", role="mayor", person="heiyama", facts=missing)) == [
        ["guard.not_done", "guard.not_concurred", "guard.above_request"]
    ]


@pytest.mark.parametrize("answer", ["lacking", None])
def test_without_funds_nothing_is_bought(answer: str | None) -> None:
    lacking = facts(steps={"funds": [asking(answer, agrees=False if answer else None)]})
    assert (
        target(attempted(NAME, "decide", state="draft", role="mayor", person="heiyama", facts=lacking))
        is None
    )
    assert (
        target(attempted(NAME, "decline", state="draft", role="mayor", person="heiyama", facts=lacking))
        == "declined"
    )


def test_the_town_issues_its_own_document() -> None:
    [document] = DEFINITION.documents.values()
    assert (document.name, document.template, document.series.en) == (
        "purchase_decision",
        "decision_memo",
        "PD",
    )
