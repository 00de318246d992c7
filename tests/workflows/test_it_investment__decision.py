"""Council, decision, withdrawal, and what follows a decision."""

from __future__ import annotations

import pytest
from ready_proposal import BEFORE_BUDGET, DEFINITION, NAME, READY, ready, records
from shipped_definition import FIRST_VERSION, attempted, codes, target

from govflow.workflow.engine import Blocked, Moved


def test_after_the_council_failed_no_approval_is_possible() -> None:
    facts = records(council={"trigger": "council_failed", "day": "2026-08-03", "amount": 40_000_000})
    assert codes(attempted(NAME, "approve", state="gcio_decision", role="government_cio", facts=facts)) == [
        ["guard.not_recorded"]
    ]
    assert (
        target(attempted(NAME, "reject", state="gcio_decision", role="government_cio", facts=facts))
        == "rejected"
    )


@pytest.mark.parametrize(
    ("amount", "leads_to"), [(39_999_999, "approved"), (40_000_000, "approved"), (40_000_001, None)]
)
def test_the_government_cio_may_reduce_the_councils_amount_but_not_raise_it(
    amount: int, leads_to: str | None
) -> None:
    facts = ready(payload={"amount": amount})
    assert (
        target(attempted(NAME, "approve", state="gcio_decision", role="government_cio", facts=facts))
        == leads_to
    )


def test_the_council_grants_no_more_than_is_asked_for() -> None:
    facts = ready(payload={"amount": 40_000_001})
    assert codes(attempted(NAME, "council_passed", state="deliberation", role="council", facts=facts)) == [
        ["guard.above_request"]
    ]


@pytest.mark.parametrize(
    ("trigger", "state", "role"),
    [("council_passed", "deliberation", "council"), ("approve", "gcio_decision", "government_cio")],
)
def test_a_condition_is_never_owned_by_those_who_verify_it(trigger: str, state: str, role: str) -> None:
    facts = ready(payload={"conditions": [{"text": "encrypt", "owner": "secretariat", "precedent": True}]})
    assert codes(attempted(NAME, trigger, state=state, role=role, facts=facts)) == [["guard.owner_verifies"]]


@pytest.mark.parametrize(("times", "asks"), [(0, ()), (1, ()), (2, ("escalation",)), (3, ("escalation",))])
def test_the_third_carry_over_is_reported_and_blocks_nothing(times: int, asks: tuple[str, ...]) -> None:
    facts = ready(times={"council_carried_over": times})
    answer = attempted(NAME, "council_carried_over", state="deliberation", role="council", facts=facts)
    assert isinstance(answer, Moved)
    assert (answer.transition.target, answer.transition.asks) == ("agenda_ready", asks)


@pytest.mark.parametrize(("times", "leads_to"), [(0, "coordination"), (1, None)])
def test_a_proposal_is_referred_back_once(times: int, leads_to: str | None) -> None:
    facts = ready(times={"refer_back": times})
    assert (
        target(attempted(NAME, "refer_back", state="gcio_decision", role="government_cio", facts=facts))
        == leads_to
    )


@pytest.mark.parametrize(("procedure", "days"), [("written", 5), ("meeting", None), (None, None)])
def test_the_way_of_deliberating_sets_the_due_date(procedure: str | None, days: int | None) -> None:
    facts = ready(payload={"procedure": procedure})
    answer = attempted(NAME, "call_item", state="on_agenda", role="council", facts=facts)
    assert isinstance(answer, Moved)
    assert (answer.transition.due.working_days if answer.transition.due else None) == days


BEFORE_ENDORSEMENT = ("draft", "pmo_check", "ministry_review")


@pytest.mark.parametrize("state", [*BEFORE_ENDORSEMENT, *BEFORE_BUDGET])
def test_the_pmo_withdraws_before_endorsement_and_the_ministry_cio_until_the_decision(state: str) -> None:
    for role, states in (("pmo_head", BEFORE_ENDORSEMENT), ("ministry_cio", BEFORE_BUDGET)):
        answer = attempted(NAME, "withdraw", state=state, role=role, facts=ready())
        assert target(answer) == ("withdrawn" if state in states else None)


@pytest.mark.parametrize("state", ["approved", "budgeted", "executing", "suspended", "evaluation"])
def test_after_the_decision_nothing_is_withdrawn(state: str) -> None:
    answer = attempted(NAME, "withdraw", state=state, role="ministry_cio", facts=ready())
    assert answer == Blocked(())


def test_once_the_item_is_called_the_chair_has_to_consent() -> None:
    takes = {t.source: t.takes for t in DEFINITION.transitions if t.trigger == "withdraw"}
    assert {state for state, taken in takes.items() if "chair_consent" in taken} == {
        "deliberation",
        "gcio_decision",
    }


@pytest.mark.parametrize(
    ("state", "today", "leads_to"),
    [
        ("approved", "2027-03-31", None),
        ("approved", "2027-04-01", "lapsed"),
        ("budgeted", "2028-03-31", None),
        ("budgeted", "2028-04-01", "lapsed"),
    ],
)
def test_nothing_lapses_before_its_fiscal_year_has_ended(
    state: str, today: str, leads_to: str | None
) -> None:
    assert (
        target(attempted(NAME, "lapse", state=state, role="secretariat", facts=ready(today=today)))
        == leads_to
    )


def test_a_carried_over_budget_lapses_a_year_later() -> None:
    facts = records(budget={"trigger": "carry_over", "day": "2028-03-20", "fiscal_year": 2028, "amount": 1})
    assert (
        target(
            attempted(
                NAME, "lapse", state="budgeted", role="secretariat", facts={**facts, "today": "2028-04-01"}
            )
        )
        is None
    )


@pytest.mark.parametrize("trigger", ["record_request", "record_budget"])
def test_no_more_than_the_approved_amount_is_requested_or_budgeted(trigger: str) -> None:
    facts = ready(payload={"amount": 40_000_001, "fiscal_year": 2027})
    role = "pmo_clerk" if trigger == "record_request" else "accounts"
    [told] = codes(attempted(NAME, trigger, state="approved", role=role, facts=facts))
    assert {*told} == {"guard.above_record"}


def test_execution_starts_after_specification_and_precedent_conditions_and_within_the_budget() -> None:
    condition = {"text": "encrypt", "precedent": True}
    decided = {**READY["records"]["decision"], "conditions": [condition]}
    facts = {**records(decision=decided), "visit": {}, "payload": {"amount": 39_000_001}}
    assert codes(attempted(NAME, "start", state="budgeted", role="pmo_head", facts=facts)) == [
        ["guard.not_done", "guard.conditions_open", "guard.above_percent"]
    ]


@pytest.mark.parametrize(
    ("precedent", "version", "waits"),
    [
        (True, 2, {"record_budget", "start"}),
        ("record_budget", 2, {"record_budget"}),
        ("start", 2, {"start"}),
        (False, 2, set()),
        (True, 1, {"start"}),
        ("start", 1, {"start"}),
    ],
)
def test_a_precedent_condition_holds_up_the_next_transition_or_the_one_that_it_names(
    precedent: bool | str, version: int, waits: set[str]
) -> None:
    decided = {**READY["records"]["decision"], "conditions": [{"text": "encrypt", "precedent": precedent}]}
    facts = {**records(decision=decided), "payload": {"amount": 1, "fiscal_year": 2027}}
    workflow = NAME if version == 2 else FIRST_VERSION
    asked = {
        act: codes(attempted(workflow, act, state=state, role=role, facts=facts))
        for act, state, role in (("record_budget", "approved", "accounts"), ("start", "budgeted", "pmo_head"))
    }
    assert {act for act, reasons in asked.items() if ["guard.conditions_open"] in reasons} == waits


def test_a_later_condition_does_not_hold_up_the_start() -> None:
    decided = {**READY["records"]["decision"], "conditions": [{"text": "report yearly", "precedent": False}]}
    facts = {**records(decision=decided), "payload": {"amount": 39_000_000}}
    assert target(attempted(NAME, "start", state="budgeted", role="pmo_head", facts=facts)) == "executing"


def test_nothing_is_closed_without_evaluation() -> None:
    facts = ready(visit={})
    assert codes(attempted(NAME, "close", state="evaluation", role="ministry_cio", facts=facts)) == [
        ["guard.not_done"]
    ]
