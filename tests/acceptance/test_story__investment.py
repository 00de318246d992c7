"""The way of an investment: from a PMO's draft to the Government CIO's decision, and on to each end."""

from __future__ import annotations

import re
from typing import Any

import pytest
from government import COUNCIL, ROUTE, Government

import govflow
from govflow.errors import Refused

CONDITION: dict[str, Any] = {
    "text": "単価を見直した見積りを出すこと",
    "due": "2025-10-31",
    "owner": "pmo_head",
    "precedent": True,
}
SPECIFIED: dict[str, Any] = {"text": "仕様書を公開すること", "owner": "pjmo", "precedent": "start"}


def test_a_proposal_goes_the_whole_way_and_the_record_holds(either: Government) -> None:
    reference = either.draft()
    for state, following in zip(ROUTE, [*list(ROUTE)[1:], "closed"], strict=True):
        assert either.state(reference) == state
        either.lead(reference, following)
    assert either.state(reference) == "closed"
    assert either.problems() == []
    assert len(govflow.history(either.onlooker, reference)) == 1 + sum(map(len, ROUTE.values()))


def test_reduced_and_conditional_it_goes_on_as_its_conditions_are_verified(either: Government) -> None:
    reference = either.proposal(until="deliberation", affected_ministries=None)
    either.fire(reference, "passed", **COUNCIL, amount=80_000_000, conditions=[CONDITION])
    either.act(
        "gcio", "approve", reference, amount=70_000_000, conditions=[SPECIFIED], note="さらに減額する。"
    )
    memo = govflow.memo(either.onlooker, reference, lang="ja").text
    assert "7,000万円" in memo
    assert re.search(f"{CONDITION['text']} .* 先行条件（予算の記録まで） ", memo)
    assert re.search(f"{SPECIFIED['text']} .* 先行条件（執行開始まで） ", memo)
    either.act("secretariat", "notification.notified", reference)
    either.act("mof_clerk", "record_request", reference, amount=70_000_000)
    with pytest.raises(Refused):
        either.act("mof_accounts", "record_budget", reference, amount=65_000_000, fiscal_year=2026)
    first, second = (f"condition#{step['number']}" for step in either.steps(reference, "condition"))
    either.act("secretariat", f"{first}.verified", reference, note="見積りを確認した。")
    either.act("mof_accounts", "record_budget", reference, amount=65_000_000, fiscal_year=2026)
    either.act("mof_adviser", "specification_opinion.favourable", reference)
    either.act("mof_clerk", "check_specification", reference)
    with pytest.raises(Refused):
        either.act("mof_pmo", "start", reference, amount=65_000_000)
    either.act("secretariat", f"{second}.verified", reference, note="公開を確認した。")
    with pytest.raises(Refused):
        either.act("mof_pmo", "start", reference, amount=65_000_001)
    assert either.act("mof_pmo", "start", reference, amount=65_000_000).state == "executing"
    assert either.problems() == []


def test_returned_it_is_completed_and_submitted_again_as_a_new_revision(either: Government) -> None:
    reference = either.draft(key="k", amount=None)
    either.act("mof_clerk", "submit", reference)
    with pytest.raises(Refused):
        either.act("mof_pmo", "accept", reference)
    either.act("mof_pmo", "return", reference, note="要求額を示すこと。")
    either.draft(key="k", amount=90_000_000)
    either.lead(reference, "approved")
    shown = either.shown(reference)
    assert (shown.revision["number"], shown.records["decision"]["amount"]) == (2, 90_000_000)
    assert either.problems() == []


def test_failed_in_the_council_it_is_rejected_and_the_ministry_is_told(either: Government) -> None:
    reference = either.proposal(until="deliberation")
    either.fire(reference, "failed", **COUNCIL)
    receipt = either.act("gcio", "reject", reference, note="効果が費用に見合わない。")
    assert (receipt.state, receipt.next) == ("rejected", ())
    assert (
        "効果が費用に見合わない。"
        in govflow.memo(either.onlooker, reference, lang="ja", kind="notification").text
    )
    either.act("secretariat", "notification.notified", reference)


def test_carried_over_three_times_it_is_reported_and_then_decided(either: Government) -> None:
    reference = either.draft()
    for _ in range(3):
        either.lead(reference, "deliberation")
        either.fire(reference, "carried_over", **COUNCIL)
    either.act("gcio", "escalation.instructed", reference, note="次の会議で結論を出すこと。")
    either.lead(reference, "approved")
    assert either.problems() == []


def test_suspended_it_is_resumed_reviewed_and_closed(either: Government) -> None:
    reference = either.proposal(until="executing")
    either.act("mof_cio", "suspend", reference, note="事故の調査のため。")
    either.act("gcio", "resume", reference, note="対策を確認した。")
    either.act("mof_clerk", "review", reference, executed=40_000_000, fiscal_year=2026)
    either.act("mof_cio", "review_decision.improve", reference, note="利用を増やすこと。")
    either.lead(reference, "closed")
    assert either.problems() == []
