"""Who may do what in the IT investment process: the ordinary way, no other role, never one person on both sides."""

from __future__ import annotations

from itertools import product

import pytest
from ready_proposal import BEFORE_BUDGET, DEFINITION, NAME, WAY, ready
from shipped_definition import attempted, codes, target

from govflow.workflow.engine import Blocked, Moved


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


AUTHORS = ("open", "revise", "submit")
PREPARERS = (*AUTHORS, "drafter_inquiry", "pmo_check.accept", "inquiry")
MINISTRY_DEEDS = (*PREPARERS, "endorse")
CENTRAL_ROLES = {"secretariat", "amb", "government_cio"}


def test_whoever_acts_for_the_centre_has_done_none_of_the_ministrys_acts() -> None:
    for transition in DEFINITION.transitions:
        if transition.source in BEFORE_BUDGET and CENTRAL_ROLES & set(transition.roles):
            bars = [use.parameter for use in transition.guards if use.name == "different_person_from"]
            assert bars == [MINISTRY_DEEDS], transition.trigger


def test_what_nobody_does_compares_no_persons() -> None:
    """But in an emergency, which one decides alone."""
    fired = [t for t in DEFINITION.transitions if t.occasion not in (None, "decided_alone")]
    assert all(use.name != "different_person_from" for transition in fired for use in transition.guards)


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


@pytest.mark.parametrize("deed", AUTHORS)
@pytest.mark.parametrize(
    ("trigger", "state", "role"),
    [("accept", "pmo_check", "pmo_head"), ("endorse", "ministry_review", "ministry_cio")],
)
def test_an_author_takes_no_responsibility_for_the_own_work(
    trigger: str, state: str, role: str, deed: str
) -> None:
    answer = attempted(
        NAME, trigger, state=state, role=role, person="kono", facts=ready(done={deed: ["kono"]})
    )
    assert codes(answer) == [["guard.same_person"]]


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


@pytest.mark.parametrize(
    ("deed", "trigger", "state", "role"),
    [
        ("drafter_inquiry", "accept", "pmo_check", "pmo_head"),
        ("drafter_inquiry", "endorse", "ministry_review", "ministry_cio"),
        ("inquiry", "endorse", "ministry_review", "ministry_cio"),
    ],
)
def test_an_answer_to_an_inquiry_is_not_judged_by_whoever_gave_it(
    deed: str, trigger: str, state: str, role: str
) -> None:
    facts = ready(done={deed: ["kono"]})
    answer = attempted(NAME, trigger, state=state, role=role, person="kono", facts=facts)
    assert ["guard.same_person"] in codes(answer)


def test_the_endorsing_cio_does_not_decide_and_others_of_the_council_may() -> None:
    facts = ready(done={"endorse": ["kono"]})
    endorsing = attempted(
        NAME, "approve", state="gcio_decision", role="government_cio", person="kono", facts=facts
    )
    assert codes(endorsing) == [["guard.same_person"]]
    answer = attempted(
        NAME, "approve", state="gcio_decision", role="government_cio", person="heiyama", facts=facts
    )
    assert target(answer) == "approved"


def test_whoever_wrote_submitted_accepted_or_answered_for_it_concurs_with_nothing() -> None:
    for name in ("ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence"):
        [guard] = DEFINITION.steps[name].guards
        assert (guard.name, guard.parameter) == ("different_person_from", PREPARERS)


def test_the_budget_is_recorded_by_a_second_person() -> None:
    facts = ready(done={"record_request": ["kono"]}, payload={"amount": 1, "fiscal_year": 2027})
    answer = attempted(NAME, "record_budget", state="approved", role="accounts", person="kono", facts=facts)
    assert codes(answer) == [["guard.same_person"]]


def test_who_completed_the_project_does_not_evaluate_it() -> None:
    facts = ready(done={"executing.complete": ["kono"]})
    answer = attempted(NAME, "evaluate", state="evaluation", role="pmo_head", person="kono", facts=facts)
    assert codes(answer) == [["guard.same_person"]]
