"""The authoritative table of the IT investment process, row by row: state, act, roles, target, guards, values."""

from __future__ import annotations

from collections import Counter

import pytest
from shipped_definition import shipped

from govflow.domain.deadline import NamedDate
from govflow.workflow.definition import Transition

DEFINITION = shipped("it_investment")

PMO = "pmo_clerk pmo_head"
CENTRAL = "different_person_from"
BACK = "returned_from unchanged_since"

AMENDED = ("approved", "budgeted", "executing", "suspended")
"""Where a change may amend what was decided."""

SUPPLEMENT = "times_at_least conditions_verified amount_within different_person_from"

# state | act | roles | leads to | guards | takes
TABLE = [
    ("draft", "submit", "pmo_clerk pjmo", "pmo_check", "required_stated issues_answered", ""),
    ("draft", "discard", "pmo_clerk pjmo", "discarded", "", ""),
    ("draft", "council_lapsed", "council", "draft", "", "source"),
    ("draft", "withdraw", PMO, "withdrawn", "", "note"),
    ("pmo_check", "accept", "pmo_head", "ministry_review", "amount_stated different_person_from", ""),
    ("pmo_check", "return", "pmo_head", "draft", "", "issues"),
    ("pmo_check", "inquire", "pmo_head", "pmo_check", "", "question"),
    ("pmo_check", "council_lapsed", "council", "pmo_check", "", "source"),
    ("pmo_check", "withdraw", PMO, "withdrawn", "", "note"),
    ("ministry_review", "endorse", "ministry_cio", "coordination", f"concurred {CENTRAL} {BACK}", ""),
    ("ministry_review", "endorse", "ministry_cio", "agenda_ready", f"concurred {CENTRAL} {BACK}", ""),
    (
        "ministry_review",
        "endorse",
        "ministry_cio",
        "gcio_decision",
        f"concurred {CENTRAL} returned_from recorded_by unchanged_since",
        "",
    ),
    ("ministry_review", "endorse", "ministry_cio", "intake", "concurred different_person_from", ""),
    ("ministry_review", "return", "ministry_cio", "draft", "", "issues"),
    (
        "ministry_review",
        "inquire",
        "ministry_cio deputy_cio ciso accounts executive_adviser",
        "ministry_review",
        "",
        "question",
    ),
    ("ministry_review", "council_lapsed", "council", "ministry_review", "", "source"),
    ("ministry_review", "decline", "ministry_cio", "not_put_forward", "", "note"),
    ("ministry_review", "withdraw", PMO, "withdrawn", "", "note"),
    ("intake", "accept", "secretariat", "coordination", f"complete {CENTRAL}", ""),
    (
        "intake",
        "fast_track",
        "secretariat",
        "agenda_ready",
        f"complete field_is amount_at_most no_growth {CENTRAL}",
        "",
    ),
    ("intake", "return", "secretariat", "draft", CENTRAL, "issues"),
    ("intake", "inquire", "secretariat", "intake", CENTRAL, "question"),
    (
        "intake",
        "approve_in_emergency",
        "council",
        "approved",
        f"complete stands {CENTRAL}",
        "source",
    ),
    ("intake", "withdraw", "ministry_cio", "withdrawn", "", "note"),
    ("coordination", "complete", "amb", "agenda_ready", f"answer_is settled {CENTRAL}", ""),
    ("coordination", "merge", "ministry_cio", "merged", "answer_is concurred another_agrees stands", ""),
    ("coordination", "return", "amb", "draft", CENTRAL, "issues"),
    (
        "coordination",
        "inquire",
        "amb secretariat cio_adviser technology_committee",
        "coordination",
        CENTRAL,
        "question",
    ),
    ("coordination", "withdraw", "ministry_cio", "withdrawn", "", "note"),
    ("agenda_ready", "place", "council", "on_agenda", "", "source"),
    ("agenda_ready", "inquire", "secretariat", "agenda_ready", CENTRAL, "question"),
    ("agenda_ready", "withdraw", "ministry_cio", "withdrawn", "", "note"),
    ("on_agenda", "call_item", "council", "deliberation", "payload_is", ""),
    ("on_agenda", "call_item", "council", "deliberation", "", ""),
    ("on_agenda", "pull", "council", "agenda_ready", "", ""),
    ("on_agenda", "inquire", "secretariat", "on_agenda", CENTRAL, "question"),
    ("on_agenda", "withdraw", "ministry_cio", "withdrawn", "", "note"),
    (
        "deliberation",
        "council_passed",
        "council",
        "gcio_decision",
        "within_request no_condition_owned_by",
        "source counts",
    ),
    ("deliberation", "council_failed", "council", "gcio_decision", "", "source counts"),
    ("deliberation", "council_carried_over", "council", "agenda_ready", "times_at_least", "source"),
    ("deliberation", "council_carried_over", "council", "agenda_ready", "", "source"),
    ("deliberation", "council_returned", "council", "draft", "", "source"),
    ("deliberation", "inquire", "secretariat", "deliberation", CENTRAL, "question"),
    ("deliberation", "withdraw", "ministry_cio", "withdrawn", "", "note chair_consent"),
    (
        "gcio_decision",
        "approve",
        "government_cio",
        "approved",
        f"recorded_by amount_within stands no_condition_owned_by {CENTRAL}",
        "",
    ),
    ("gcio_decision", "reject", "government_cio", "rejected", CENTRAL, "note"),
    ("gcio_decision", "refer_back", "government_cio", "coordination", f"times_at_most {CENTRAL}", "note"),
    ("gcio_decision", "return", "government_cio", "draft", CENTRAL, "issues"),
    ("gcio_decision", "inquire", "government_cio cio_adviser", "gcio_decision", CENTRAL, "question"),
    ("gcio_decision", "council_lapsed", "council", "agenda_ready", "", "source"),
    ("gcio_decision", "withdraw", "ministry_cio", "withdrawn", "", "note chair_consent"),
    ("approved", "record_request", PMO, "approved", "amount_within", "amount"),
    (
        "approved",
        "record_budget",
        "accounts",
        "budgeted",
        "done_here recorded_by conditions_verified amount_within amount_within different_person_from",
        "amount fiscal_year",
    ),
    ("approved", "council_ratified", "council", "approved", "recorded_by", "source"),
    ("approved", "council_lapsed", "council", "intake", "recorded_by", "source"),
    ("approved", "council_lapsed", "council", "agenda_ready", "", "source"),
    ("approved", "apply", "change", "applied", "recorded_by", ""),
    *((state, "amend", "change", state, "recorded_by", "amount source") for state in AMENDED),
    *(
        (state, "record_budget", "accounts", state, SUPPLEMENT, "amount fiscal_year")
        for state in AMENDED[1:3]
    ),
    ("approved", "lapse_for_breach", "breach", "lapsed", "", ""),
    ("approved", "lapse", "secretariat", "lapsed", "fiscal_year_ended", ""),
    ("budgeted", "check_specification", PMO, "budgeted", "settled", ""),
    (
        "budgeted",
        "start",
        "pmo_head",
        "executing",
        "done_here conditions_verified no_suspending_breach amount_within_percent amount_within",
        "amount",
    ),
    ("budgeted", "council_lapsed", "council", "suspended", "", "source"),
    ("budgeted", "carry_over", "accounts", "budgeted", "amount_within", "fiscal_year note"),
    ("budgeted", "lapse_for_breach", "breach", "lapsed", "", ""),
    ("budgeted", "lapse", "secretariat", "lapsed", "fiscal_year_ended", ""),
    ("executing", "review", PMO, "executing", "", "executed fiscal_year"),
    ("executing", "suspend", "ministry_cio government_cio", "suspended", "", "note"),
    ("executing", "terminate", "government_cio", "terminated", "", "note"),
    ("executing", "complete", "pjmo", "evaluation", "issues_answered", ""),
    ("executing", "suspend_for_breach", "breach", "suspended", "", ""),
    ("executing", "council_lapsed", "council", "suspended", "", "source"),
    ("executing", "lapse_for_breach", "breach", "lapsed", "", ""),
    ("suspended", "lapse_for_breach", "breach", "lapsed", "", ""),
    ("suspended", "resume", "government_cio", "executing", "times_at_least different_person_from", "note"),
    ("suspended", "resume", "government_cio", "budgeted", "different_person_from", "note"),
    ("suspended", "terminate", "government_cio", "terminated", "", "note"),
    (
        "evaluation",
        "evaluate",
        PMO,
        "evaluation",
        "different_person_from",
        "kpi_results usage satisfaction savings",
    ),
    ("evaluation", "close", "ministry_cio", "closed", "done_here different_person_from", ""),
    ("evaluation", "return", "ministry_cio", "executing", "", "issues"),
]

# state | who must act next | due
DUE = [
    ("draft", "pmo_clerk", {"date": "submission"}),
    ("pmo_check", "pmo_head", {"working_days": 10}),
    ("ministry_review", "ministry_cio", {"working_days": 15, "date": "endorsement"}),
    ("intake", "secretariat", {"working_days": 3}),
    ("coordination", "amb", {"working_days": 20}),
    ("agenda_ready", "secretariat", {"date": "papers"}),
    ("on_agenda", "council", {"date": "meeting"}),
    ("deliberation", "council", {"working_days": 0}),
    ("gcio_decision", "government_cio", {"working_days": 5}),
    ("approved", "pmo_head", {"date": "budget_request", "fiscal_year_end_of": "decision"}),
    ("budgeted", "pmo_head", {"fiscal_year_end_of": "budget"}),
    ("executing", "pmo_head", {"date": "review"}),
    ("suspended", "government_cio", {"working_days": 60}),
    ("evaluation", "pmo_head", {"months": 12}),
]

ENDS = {"discarded", "not_put_forward", "merged", "withdrawn", "rejected", "lapsed", "terminated", "closed"}
ENDS |= {"applied"}


def _row(transition: Transition) -> tuple[str, ...]:
    guards = " ".join(use.name for use in transition.guards)
    roles, takes = " ".join(transition.roles), " ".join(transition.takes)
    return (transition.source, transition.trigger, roles, transition.target, guards, takes)


def test_the_definition_holds_the_tables_rows_and_no_other() -> None:
    assert Counter(map(_row, DEFINITION.transitions)) == Counter(TABLE)


@pytest.mark.parametrize(("state", "role", "due"), DUE, ids=[row[0] for row in DUE])
def test_each_state_waits_for_a_role_until_a_day(state: str, role: str, due: dict[str, object]) -> None:
    found = DEFINITION.states[state]
    assert found.role == role
    assert found.due is not None
    keys = ("working_days", "months", "date", "fiscal_year_end_of")
    assert {key: value for key in keys if (value := getattr(found.due, key)) is not None} == due


def test_every_other_state_is_an_end() -> None:
    assert {state.name for state in DEFINITION.states.values() if state.end} == ENDS
    assert set(DEFINITION.states) == ENDS | {row[0] for row in DUE}


def test_the_rounds_dates() -> None:
    assert DEFINITION.dates == {
        "submission": NamedDate(5, 31, True),
        "endorsement": NamedDate(6, 30, True),
        "papers": NamedDate(None, 15, False),
        "meeting": NamedDate(None, 25, True),
        "budget_request": NamedDate(8, 31, False),
        "review": NamedDate(6, 30, True),
    }


def test_which_roles_are_central() -> None:
    central = {role.name for role in DEFINITION.roles.values() if role.central}
    assert central == {
        "secretariat",
        "amb",
        "cio_adviser",
        "technology_committee",
        "government_cio",
    }


def test_few_fields_are_mandatory() -> None:
    required = [field.name for field in DEFINITION.fields.values() if field.required]
    assert required == ["title", "ministry", "fiscal_year", "kind"]


def test_decisions_issue_memo_record_and_notification_and_the_endorsement_its_letter() -> None:
    issued = {t.trigger: t.issues for t in DEFINITION.transitions if t.issues}
    decision = ("decision_memo", "decision_record", "notification")
    alone = dict.fromkeys(("approve_in_emergency", "council_ratified"), ("notification",))
    assert issued == {"endorse": ("endorsement",), "approve": decision, "reject": decision, **alone}


def test_the_council_leaves_one_record_that_the_approval_builds_on() -> None:
    outcomes = [t for t in DEFINITION.transitions if t.trigger.startswith("council_")]
    kept = [t for t in outcomes if t.records == "council" and t.trigger != "council_lapsed"]
    assert {t.trigger for t in outcomes} - {t.trigger for t in kept} == {
        "council_lapsed",
        "council_ratified",
    }
    told = {"source", "record", "counts", "conditions", "amount"}
    assert all({*t.takes, *t.may_take} - {"issues"} == told for t in kept)
    [approve] = [t for t in DEFINITION.transitions if t.trigger == "approve"]
    assert (approve.records, approve.builds_on) == ("decision", "council")


def test_a_written_procedure_has_five_working_days() -> None:
    written, meeting = [t for t in DEFINITION.transitions if t.trigger == "call_item"]
    assert written.due is not None
    assert written.due.working_days == 5
    assert meeting.due is None
