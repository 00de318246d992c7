"""The council's outcome and the Government CIO's decision: who may decide what after what."""

from __future__ import annotations

from typing import Any

import pytest
from government import COUNCIL, Government, codes

import govflow
from govflow.errors import NotAuthorised, Refused

CONDITION: dict[str, Any] = {
    "text": "見積りを出すこと",
    "due": "2025-10-31",
    "owner": "pmo_head",
    "precedent": True,
}


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        ("passed", "gcio_decision"),
        ("failed", "gcio_decision"),
        ("carried_over", "agenda_ready"),
        ("returned", "draft"),
    ],
)
def test_each_outcome_leads_where_it_must_and_is_kept(cabinet: Government, outcome: str, state: str) -> None:
    reference = cabinet.proposal(until="deliberation")
    assert cabinet.fire(reference, outcome, **COUNCIL).state == state
    kept = cabinet.shown(reference).records["council"]
    assert (kept["trigger"], kept["counts"]) == (f"council_{outcome}", {"yes": 20, "no": 1})
    assert kept["record"] == "議事録1"


@pytest.mark.parametrize("outcome", ["passed", "failed"])
def test_a_decision_of_the_council_has_its_source_and_its_votes(cabinet: Government, outcome: str) -> None:
    reference = cabinet.proposal(until="deliberation")
    with pytest.raises(Refused) as refused:
        cabinet.fire(reference, outcome)
    assert [notice.params["value"] for notice in refused.value.notices] == ["source", "counts"]


@pytest.mark.parametrize("outcome", ["carried_over", "returned"])
def test_what_is_not_decided_may_have_no_votes_and_no_number(cabinet: Government, outcome: str) -> None:
    reference = cabinet.proposal(until="deliberation")
    assert cabinet.fire(reference, outcome, source="CIO連絡会議(第1回)").moved


@pytest.mark.parametrize("state", ["gcio_decision", "approved"])
def test_what_lapses_waits_for_the_council_again_and_its_conditions_are_cancelled(
    cabinet: Government, state: str
) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.fire(reference, "passed", **COUNCIL, conditions=[CONDITION])
    cabinet.lead(reference, state)
    assert cabinet.fire(reference, "lapsed", source="CIO連絡会議(第2回)").state == "agenda_ready"
    assert {step[0] for step in cabinet.answers(reference, "condition")} <= {"cancelled"}
    cabinet.lead(reference, "approved")
    assert cabinet.problems() == []


@pytest.mark.parametrize("state", ["agenda_ready", "on_agenda", "deliberation"])
def test_what_the_council_does_is_nobodys_act(cabinet: Government, state: str) -> None:
    reference = cabinet.proposal(until=state)
    triggers = {p.trigger: p.occasion for p in govflow.why(cabinet.onlooker, reference).possible}
    fired = [trigger for trigger, occasion in triggers.items() if occasion]
    assert fired
    for trigger in fired:
        for person in ("secretariat", "gcio", "mof_cio"):
            with pytest.raises(Refused) as refused:
                cabinet.act(person, trigger, reference)
            assert codes(refused.value) == ["acts.not_by_hand_body"]
        with pytest.raises(NotAuthorised) as closed:
            cabinet.act(
                "chair", trigger, reference
            )  # no body is loaded, and so the chair reads nothing of it
        assert "read.closed" in codes(closed.value)


def test_the_secretariat_sees_what_waits_for_an_agenda_and_nobody_what_is_on_it(cabinet: Government) -> None:
    waiting, placed = cabinet.proposal(until="agenda_ready"), cabinet.proposal(until="on_agenda")
    boxes = {person: inbox_of(cabinet, person) for person in ("secretariat", "chair", "gcio", "mof_cio")}
    assert waiting in boxes["secretariat"]
    assert all(placed not in box for box in boxes.values())
    assert govflow.why(cabinet.onlooker, placed).filled_by == "body"


def inbox_of(cabinet: Government, person: str) -> set[str]:
    return {line.reference for line in govflow.inbox(cabinet.person(person)).lines}


@pytest.mark.parametrize("state", ["approved", "budgeted", "executing", "suspended"])
def test_a_breach_that_lapses_ends_what_was_approved(cabinet: Government, state: str) -> None:
    reference = cabinet.proposal(until="executing" if state == "suspended" else state)
    if state == "suspended":
        cabinet.act("gcio", "suspend", reference, note="事故の調査のため。")
    told = cabinet.fire(reference, "breach_lapses", body=None, note="見積りがない。")
    assert (told.state, cabinet.shown(reference).records["breach"]["note"]) == ("lapsed", "見積りがない。")
    assert cabinet.problems() == []


def test_a_breach_that_suspends_stops_what_is_carried_out_until_the_government_cio_resumes_it(
    cabinet: Government,
) -> None:
    reference = cabinet.proposal(until="executing")
    assert cabinet.fire(reference, "breach_suspends", body=None).state == "suspended"
    assert cabinet.act("gcio", "resume", reference, note="対策を確認した。").state == "executing"


@pytest.mark.parametrize("state", ["approved", "budgeted", "evaluation"])
def test_what_is_not_carried_out_cannot_be_suspended(cabinet: Government, state: str) -> None:
    reference = cabinet.proposal(until=state)
    with pytest.raises(Refused) as refused:
        cabinet.fire(reference, "breach_suspends", body=None)
    assert codes(refused.value) == ["acts.no_occasion"]


def test_what_failed_in_the_council_is_never_approved(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.fire(reference, "failed", **COUNCIL)
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference)
    assert codes(refused.value) == ["guard.not_recorded"]
    assert cabinet.act("gcio", "reject", reference, note="否決を受けて。").state == "rejected"


def test_an_earlier_passing_does_not_outlive_a_later_failing(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.act("gcio", "refer_back", reference, note="再調整する。")
    cabinet.lead(reference, "deliberation")
    cabinet.fire(reference, "failed", **COUNCIL)
    with pytest.raises(Refused):
        cabinet.act("gcio", "approve", reference)


def test_the_council_does_not_grant_more_than_was_asked(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    with pytest.raises(Refused) as refused:
        cabinet.fire(reference, "passed", **COUNCIL, amount=100_000_001)
    assert codes(refused.value) == ["guard.above_request"]


@pytest.mark.parametrize(
    ("given", "approved"), [(None, 80_000_000), (80_000_000, 80_000_000), (1, 1), (0, 0)]
)
def test_the_decision_keeps_the_councils_amount_or_reduces_it(
    cabinet: Government, given: int | None, approved: int
) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.fire(reference, "passed", **COUNCIL, amount=80_000_000)
    reduced: dict[str, Any] = {} if given is None else {"amount": given}
    cabinet.act("gcio", "approve", reference, **reduced)
    assert cabinet.shown(reference).records["decision"]["amount"] == approved


def test_the_decision_does_not_exceed_the_councils_amount(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.fire(reference, "passed", **COUNCIL, amount=80_000_000)
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference, amount=80_000_001)
    assert codes(refused.value) == ["guard.above_record"]


def test_conditions_are_added_to_the_councils_and_none_is_lost(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    more = {**CONDITION, "text": "報告すること"}
    cabinet.fire(reference, "passed", **COUNCIL, conditions=[CONDITION])
    cabinet.act("gcio", "approve", reference, conditions=[more])
    kept = cabinet.shown(reference).records["decision"]["conditions"]
    assert [condition["text"] for condition in kept] == ["見積りを出すこと", "報告すること"]


def test_a_matter_is_referred_back_once_only(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    assert cabinet.act("gcio", "refer_back", reference, note="再調整する。").state == "coordination"
    cabinet.lead(reference, "gcio_decision")
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "refer_back", reference, note="もう一度。")
    assert codes(refused.value) == ["guard.too_often"]


def test_a_request_stays_within_the_decision_and_a_budget_within_the_request(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.act("gcio", "approve", reference, amount=50_000_000)
    with pytest.raises(Refused):
        cabinet.act("mof_clerk", "record_request", reference, amount=50_000_001)
    cabinet.act("mof_clerk", "record_request", reference, amount=40_000_000)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_accounts", "record_budget", reference, amount=40_000_001, fiscal_year=2026)
    assert codes(refused.value) == ["guard.above_record"]
    budget = cabinet.act("mof_accounts", "record_budget", reference, amount=40_000_000, fiscal_year=2026)
    assert budget.state == "budgeted"


def test_an_approval_lapses_only_after_the_fiscal_year(cabinet: Government) -> None:
    reference = cabinet.proposal(until="approved")
    with pytest.raises(Refused) as refused:
        cabinet.on("2026-03-31").act("secretariat", "lapse", reference)
    assert codes(refused.value) == ["guard.year_not_ended"]
    assert cabinet.on("2026-04-01").act("secretariat", "lapse", reference).state == "lapsed"


def test_a_called_item_is_withdrawn_only_with_the_chairs_consent(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_cio", "withdraw", reference, note="方針を改める。")
    assert [notice.params["value"] for notice in refused.value.notices] == ["chair_consent"]
    receipt = cabinet.act("mof_cio", "withdraw", reference, note="方針を改める。", chair_consent="4月10日")
    assert receipt.state == "withdrawn"


def test_before_the_call_it_is_withdrawn_by_the_ministry_alone(cabinet: Government) -> None:
    for state in ("intake", "coordination", "agenda_ready", "on_agenda"):
        reference = cabinet.proposal(until=state)
        assert cabinet.act("mof_cio", "withdraw", reference, note="不要。").state == "withdrawn"


def test_a_small_renewal_without_growth_goes_by_the_fast_track(cabinet: Government) -> None:
    small = {"amount": 50_000_000, "previous_amount": 50_000_000}
    reference = cabinet.proposal(until="intake", **small)
    assert cabinet.act("secretariat", "fast_track", reference).state == "agenda_ready"
    for more in ({"amount": 50_000_001}, {"previous_amount": 49_999_999}, {"kind": "new"}):
        other = cabinet.proposal(until="intake", **{**small, **more})
        with pytest.raises(Refused):
            cabinet.act("secretariat", "fast_track", other)


def test_written_procedure_gives_five_working_days(cabinet: Government) -> None:
    meeting, written = (cabinet.proposal(until="on_agenda") for _ in range(2))
    assert cabinet.fire(meeting, "called", procedure="meeting").due_on == "2025-04-10"
    assert cabinet.fire(written, "called", procedure="written").due_on == "2025-04-17"
