"""The rules of the IT investment process, tried out: who may not act, what comes first, what is never possible."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from shipped_definition import asking, attempted, codes, shipped, target

from govflow.workflow.engine import Blocked, Moved

NAME = "it_investment"
DEFINITION = shipped(NAME)

READY: dict[str, Any] = {
    "amount": 40_000_000,
    "content": {
        "title": "t",
        "purpose": "p",
        "amount": 40_000_000,
        "kind": "renewal",
        "previous_amount": 40_000_000,
    },
    "payload": {},
    "steps": {
        "ciso_concurrence": [asking("concur", agrees=True)],
        "accounts_concurrence": [asking("concur", agrees=True)],
        "deputy_cio_concurrence": [asking("concur", agrees=True)],
        "duplicate_check": [asking("none", agrees=True)],
        "criteria_opinion": [asking("meets")],
        "affected_ministry_opinion": [],
        "technology_committee_opinion": [],
        "specification_opinion": [asking("favourable")],
        "condition": [],
    },
    "records": {
        "council": {"trigger": "council_passed", "day": "2026-08-03", "amount": 40_000_000, "conditions": []},
        "decision": {"trigger": "approve", "day": "2026-08-05", "amount": 40_000_000, "conditions": []},
        "budget": {
            "trigger": "record_budget",
            "day": "2027-03-01",
            "fiscal_year": 2027,
            "amount": 39_000_000,
        },
    },
    "visit": {"record_request": 1, "check_specification": 1, "evaluate": 1},
    "today": "2026-08-05",
}


def ready(**changes: Any) -> dict[str, Any]:
    return {**READY, **changes}


def steps(**changes: Any) -> dict[str, Any]:
    return ready(steps={**READY["steps"], **changes})


def records(**changes: Any) -> dict[str, Any]:
    return ready(records={**READY["records"], **changes})


WAY = [
    ("submit", "draft", "pjmo", "pmo_check"),
    ("accept", "pmo_check", "pmo_head", "ministry_review"),
    ("endorse", "ministry_review", "ministry_cio", "intake"),
    ("accept", "intake", "secretariat", "coordination"),
    ("fast_track", "intake", "secretariat", "agenda_ready"),
    ("complete", "coordination", "amb", "agenda_ready"),
    ("place", "agenda_ready", "secretariat", "on_agenda"),
    ("call_item", "on_agenda", "council_chair", "deliberation"),
    ("council_passed", "deliberation", "secretariat", "gcio_decision"),
    ("approve", "gcio_decision", "government_cio", "approved"),
    ("record_budget", "approved", "accounts", "budgeted"),
    ("start", "budgeted", "pmo_head", "executing"),
    ("complete", "executing", "pjmo", "evaluation"),
    ("close", "evaluation", "ministry_cio", "closed"),
]


@pytest.mark.parametrize(("trigger", "state", "role", "leads_to"), WAY)
def test_the_ordinary_way_is_open(trigger: str, state: str, role: str, leads_to: str) -> None:
    assert target(attempted(NAME, trigger, state=state, role=role, facts=ready())) == leads_to


@pytest.mark.parametrize(("state", "role"), list(product(DEFINITION.states, DEFINITION.roles)))
def test_no_role_does_what_the_table_does_not_give_it(state: str, role: str) -> None:
    allowed = {t.trigger for t in DEFINITION.transitions_from(state) if role in t.roles}
    for trigger in DEFINITION.triggers:
        answer = attempted(NAME, trigger, state=state, role=role, facts=ready())
        if trigger not in allowed:
            assert isinstance(answer, Blocked)
            assert all(tried.role_missing for tried in answer.tried)


# -- separation of duties

MINISTRY_DEEDS = ("submit", "pmo_check.accept", "endorse")
CENTRAL_ROLES = {"secretariat", "amb", "council_chair", "government_cio"}
BEFORE_BUDGET = ("intake", "coordination", "agenda_ready", "on_agenda", "deliberation", "gcio_decision")


def test_whoever_acts_for_the_centre_has_done_none_of_the_ministrys_acts() -> None:
    for transition in DEFINITION.transitions:
        if transition.source in BEFORE_BUDGET and CENTRAL_ROLES & set(transition.roles):
            bars = [use.parameter for use in transition.guards if use.name == "different_person_from"]
            assert bars == [MINISTRY_DEEDS], transition.trigger


@pytest.mark.parametrize("deed", MINISTRY_DEEDS)
@pytest.mark.parametrize(
    ("trigger", "state", "role", "leads_to"), [row for row in WAY if row[2] in CENTRAL_ROLES]
)
def test_one_person_never_acts_on_both_sides(
    trigger: str, state: str, role: str, leads_to: str, deed: str
) -> None:
    facts = ready(done={deed: ["kono"]})
    assert ["guard.same_person"] in codes(
        attempted(NAME, trigger, state=state, role=role, person="kono", facts=facts)
    )
    assert target(attempted(NAME, trigger, state=state, role=role, person="heiyama", facts=facts)) == leads_to


def test_a_clerk_of_the_secretariat_may_take_the_same_proposal_in_again() -> None:
    facts = ready(done={"accept": ["heiyama"], "intake.accept": ["heiyama"]})
    answer = attempted(NAME, "accept", state="intake", role="secretariat", person="heiyama", facts=facts)
    assert isinstance(answer, Moved)


def test_submission_acceptance_and_endorsement_are_three_persons() -> None:
    submitted = ready(done={"submit": ["kono"]})
    assert codes(
        attempted(NAME, "accept", state="pmo_check", role="pmo_head", person="kono", facts=submitted)
    ) == [["guard.same_person"]]
    accepted = ready(done={"submit": ["kono"], "accept": ["otsukawa"], "pmo_check.accept": ["otsukawa"]})
    for person in ("kono", "otsukawa"):
        answer = attempted(
            NAME, "endorse", state="ministry_review", role="ministry_cio", person=person, facts=accepted
        )
        assert codes(answer) == [["guard.same_person"]]


def test_the_councils_chair_may_decide_as_government_cio() -> None:
    facts = ready(done={"call_item": ["heiyama"]})
    answer = attempted(
        NAME, "approve", state="gcio_decision", role="government_cio", person="heiyama", facts=facts
    )
    assert target(answer) == "approved"


def test_the_submitter_concurs_with_nothing() -> None:
    for name in ("ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence"):
        [guard] = DEFINITION.steps[name].guards
        assert (guard.name, guard.parameter) == ("different_person_from", ("submit",))


def test_the_budget_is_recorded_by_a_second_person() -> None:
    facts = ready(done={"record_request": ["kono"]}, payload={"amount": 1, "fiscal_year": 2027})
    answer = attempted(NAME, "record_budget", state="approved", role="accounts", person="kono", facts=facts)
    assert codes(answer) == [["guard.same_person"]]


def test_who_completed_the_project_does_not_evaluate_it() -> None:
    facts = ready(done={"executing.complete": ["kono"]})
    answer = attempted(NAME, "evaluate", state="evaluation", role="pmo_head", person="kono", facts=facts)
    assert codes(answer) == [["guard.same_person"]]


# -- what has to come first


def test_the_amount_may_be_missing_at_submission_but_not_in_the_pmo_check() -> None:
    facts = ready(amount=None)
    assert target(attempted(NAME, "submit", state="draft", role="pmo_clerk", facts=facts)) == "pmo_check"
    assert codes(attempted(NAME, "accept", state="pmo_check", role="pmo_head", facts=facts)) == [
        ["guard.amount_not_stated"]
    ]


@pytest.mark.parametrize("step", ["ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence"])
def test_an_objection_or_silence_of_a_concurring_office_blocks_the_endorsement(step: str) -> None:
    for answer in (asking("object", agrees=False), asking(None)):
        facts = steps(**{step: [answer]})
        tried = attempted(NAME, "endorse", state="ministry_review", role="ministry_cio", facts=facts)
        assert codes(tried) == [["guard.not_concurred"]]


@pytest.mark.parametrize("opinion", [None, "unfavourable"])
def test_the_advisers_opinion_never_blocks(opinion: str | None) -> None:
    facts = steps(adviser_opinion=[asking(opinion)])
    tried = attempted(NAME, "endorse", state="ministry_review", role="ministry_cio", facts=facts)
    assert target(tried) == "intake"


@pytest.mark.parametrize(
    ("content", "amount", "reason"),
    [
        ({"kind": "new"}, 40_000_000, "guard.fields_differ"),
        ({"previous_amount": 39_999_999}, 40_000_000, "guard.grown"),
        ({"previous_amount": None}, 40_000_000, "guard.previous_not_stated"),
        ({"previous_amount": 10**9}, 50_000_001, "guard.amount_above"),
        ({"purpose": ""}, 40_000_000, "guard.incomplete"),
    ],
)
def test_only_small_renewals_without_growth_skip_the_coordination(
    content: Any, amount: int, reason: str
) -> None:
    facts = ready(content={**READY["content"], **content}, amount=amount)
    assert codes(attempted(NAME, "fast_track", state="intake", role="secretariat", facts=facts)) == [[reason]]


@pytest.mark.parametrize(
    "opinion", ["criteria_opinion", "affected_ministry_opinion", "technology_committee_opinion"]
)
def test_the_coordination_waits_for_opinions_until_their_date_only(opinion: str) -> None:
    facts = steps(**{opinion: [asking(None, due_on="2026-06-01")]})
    before = attempted(
        NAME, "complete", state="coordination", role="amb", facts={**facts, "today": "2026-06-01"}
    )
    assert codes(before) == [["guard.not_settled"]]
    after = attempted(
        NAME, "complete", state="coordination", role="amb", facts={**facts, "today": "2026-06-02"}
    )
    assert target(after) == "agenda_ready"


@pytest.mark.parametrize(
    ("answer", "leads_to"),
    [
        ("none", "agenda_ready"),
        ("share", "agenda_ready"),
        ("justified", "agenda_ready"),
        ("merge", None),
        (None, None),
    ],
)
def test_the_duplicate_check_has_to_be_done_and_a_merger_is_not_passed_on(
    answer: str | None, leads_to: str | None
) -> None:
    facts = steps(duplicate_check=[asking(answer)])
    assert target(attempted(NAME, "complete", state="coordination", role="amb", facts=facts)) == leads_to


def test_a_merger_takes_both_ministry_cios() -> None:
    agreed, refused = asking("agree", agrees=True), asking("refuse", agrees=False)
    found = [asking("merge")]

    def merge(agreement: list[Any], check: list[Any] = found, person: str = "kono", **facts: Any) -> Any:
        values = {**steps(duplicate_check=check, merge_agreement=agreement), **facts}
        return attempted(
            NAME, "merge", state="coordination", role="ministry_cio", person=person, facts=values
        )

    assert target(merge([agreed])) == "merged"
    assert target(merge([agreed, agreed])) == "merged"
    assert target(merge([agreed, refused])) is None
    assert target(merge([])) is None
    assert target(merge([agreed], check=[asking("none", agrees=True)])) is None
    assert codes(merge([agreed], done={"merge_agreement": ["kono"]})) == [["guard.same_person"]]


def test_the_technology_committee_is_asked_only_where_standards_are_concerned() -> None:
    [condition] = DEFINITION.steps["technology_committee_opinion"].when
    assert (condition.name, condition.parameter) == ("field_is", {"standards_concerned": (True,)})


def test_every_affected_ministry_is_asked_on_its_own() -> None:
    assert DEFINITION.steps["affected_ministry_opinion"].for_each == "affected_ministries"
    assert DEFINITION.steps["merge_agreement"].for_each == "other_ministries"
    assert DEFINITION.steps["condition"].for_each == "conditions"


# -- council and decision


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
    assert codes(
        attempted(NAME, "council_passed", state="deliberation", role="secretariat", facts=facts)
    ) == [["guard.above_request"]]


@pytest.mark.parametrize(
    ("trigger", "state", "role"),
    [("council_passed", "deliberation", "secretariat"), ("approve", "gcio_decision", "government_cio")],
)
def test_a_condition_is_never_owned_by_those_who_verify_it(trigger: str, state: str, role: str) -> None:
    facts = ready(payload={"conditions": [{"text": "encrypt", "owner": "secretariat", "precedent": True}]})
    assert codes(attempted(NAME, trigger, state=state, role=role, facts=facts)) == [["guard.owner_verifies"]]


@pytest.mark.parametrize(("times", "asks"), [(0, ()), (1, ()), (2, ("escalation",)), (3, ("escalation",))])
def test_the_third_carry_over_is_reported_and_blocks_nothing(times: int, asks: tuple[str, ...]) -> None:
    facts = ready(times={"council_carried_over": times})
    answer = attempted(NAME, "council_carried_over", state="deliberation", role="secretariat", facts=facts)
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
    answer = attempted(NAME, "call_item", state="on_agenda", role="council_chair", facts=facts)
    assert isinstance(answer, Moved)
    assert (answer.transition.due.working_days if answer.transition.due else None) == days


# -- withdrawal

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


# -- after the decision


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
    assert codes(attempted(NAME, trigger, state="approved", role=role, facts=facts)) == [
        ["guard.above_record"]
    ]


def test_execution_starts_after_specification_and_precedent_conditions_and_within_the_budget() -> None:
    condition = {"text": "encrypt", "precedent": True}
    decided = {**READY["records"]["decision"], "conditions": [condition]}
    facts = {**records(decision=decided), "visit": {}, "payload": {"amount": 39_000_001}}
    assert codes(attempted(NAME, "start", state="budgeted", role="pmo_head", facts=facts)) == [
        ["guard.not_done", "guard.conditions_open", "guard.above_record"]
    ]


def test_a_later_condition_does_not_hold_up_the_start() -> None:
    decided = {**READY["records"]["decision"], "conditions": [{"text": "report yearly", "precedent": False}]}
    facts = {**records(decision=decided), "payload": {"amount": 39_000_000}}
    assert target(attempted(NAME, "start", state="budgeted", role="pmo_head", facts=facts)) == "executing"


def test_nothing_is_closed_without_evaluation() -> None:
    facts = ready(visit={})
    assert codes(attempted(NAME, "close", state="evaluation", role="ministry_cio", facts=facts)) == [
        ["guard.not_done"]
    ]
