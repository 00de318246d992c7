"""The council's outcome and the Government CIO's decision: who may decide what after what."""

from __future__ import annotations

from typing import Any

import pytest
from government import COUNCIL, Government, codes

from govflow.errors import Refused

CONDITION: dict[str, Any] = {
    "text": "見積りを出すこと",
    "due": "2025-10-31",
    "owner": "pmo_head",
    "precedent": True,
}


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        ("council_passed", "gcio_decision"),
        ("council_failed", "gcio_decision"),
        ("council_carried_over", "agenda_ready"),
        ("council_returned", "draft"),
    ],
)
def test_each_outcome_leads_where_it_must_and_is_kept(cabinet: Government, outcome: str, state: str) -> None:
    reference = cabinet.proposal(until="deliberation")
    assert cabinet.act("secretariat", outcome, reference, **COUNCIL).state == state
    kept = cabinet.shown(reference).records["council"]
    assert (kept["trigger"], kept["counts"], kept["record"]) == (outcome, {"yes": 20, "no": 1}, "議事録1")


def test_what_failed_in_the_council_is_never_approved(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.act("secretariat", "council_failed", reference, **COUNCIL)
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference)
    assert codes(refused.value) == ["guard.not_recorded"]
    assert cabinet.act("gcio", "reject", reference, note="否決を受けて。").state == "rejected"


def test_an_earlier_passing_does_not_outlive_a_later_failing(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.act("gcio", "refer_back", reference, note="再調整する。")
    cabinet.lead(reference, "deliberation")
    cabinet.act("secretariat", "council_failed", reference, **COUNCIL)
    with pytest.raises(Refused):
        cabinet.act("gcio", "approve", reference)


def test_the_council_does_not_grant_more_than_was_asked(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "council_passed", reference, **COUNCIL, amount=100_000_001)
    assert codes(refused.value) == ["guard.above_request"]


@pytest.mark.parametrize(
    ("given", "approved"), [(None, 80_000_000), (80_000_000, 80_000_000), (1, 1), (0, 0)]
)
def test_the_decision_keeps_the_councils_amount_or_reduces_it(
    cabinet: Government, given: int | None, approved: int
) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.act("secretariat", "council_passed", reference, **COUNCIL, amount=80_000_000)
    reduced: dict[str, Any] = {} if given is None else {"amount": given}
    cabinet.act("gcio", "approve", reference, **reduced)
    assert cabinet.shown(reference).records["decision"]["amount"] == approved


def test_the_decision_does_not_exceed_the_councils_amount(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    cabinet.act("secretariat", "council_passed", reference, **COUNCIL, amount=80_000_000)
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference, amount=80_000_001)
    assert codes(refused.value) == ["guard.above_record"]


def test_conditions_are_added_to_the_councils_and_none_is_lost(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    more = {**CONDITION, "text": "報告すること"}
    cabinet.act("secretariat", "council_passed", reference, **COUNCIL, conditions=[CONDITION])
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
    assert cabinet.act("chair", "call_item", meeting, procedure="meeting").due_on == "2025-04-10"
    assert cabinet.act("chair", "call_item", written, procedure="written").due_on == "2025-04-17"
