"""Amendments and the consent part: several questions about an item, one question about many."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, refused
from sitting import CIOS, DAY, MEETING, council, kept, motion, opened, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, put, said

import govflow
from govflow.errors import Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def test_the_consent_part_goes_through_under_one_question(cio: Government) -> None:
    proposals = [motion(cio, key=f"m{n}") for n in range(1, 5)]
    govflow_meeting = govflow.call_meeting(
        secretariat(cio), body="cio_council", at=f"{DAY}T10:00", place="第一会議室"
    ).reference
    govflow.gather_items(secretariat(cio), govflow_meeting, part="consent")
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), MEETING, seats=EVERYBODY)
    receipt = govflow.pass_consent(secretariat(cio), MEETING, without=[2])
    assert receipt.told["decisions"] == [
        {
            "item": item,
            "ballot": f"CIO-2025-B00{n}",
            "outcome": "PASSED",
            "decision": f"CIO-2025-D00{n}",
        }
        for n, item in enumerate((1, 3, 4), start=1)
    ]
    assert receipt.told["ballots"] == [f"CIO-2025-B00{n}" for n in (1, 2, 3)]
    assert [cio.state(each) for each in proposals].count("passed") == 3
    assert kept(cio).items["2"].part.value == "discussion"
    assert refused(Refused, govflow.pass_consent, secretariat(cio), MEETING) == ["voting.nothing_to_consent"]
    assert [line.number for line in govflow.list_decisions(cio.onlooker)] == [
        f"CIO-2025-D00{n}" for n in (1, 2, 3)
    ]
    assert cio.problems() == []


def test_a_condition_that_could_not_be_passed_is_not_moved(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    cabinet.proposal(until="agenda_ready")
    opened(cabinet, seats=EVERYBODY)
    govflow.call_item(secretariat(cabinet), MEETING, 1)

    def move(**condition: Any) -> govflow.CouncilReceipt:
        mover = cabinet.person("mof_cio")
        return govflow.move_amendment(
            mover, MEETING, 1, kind="condition", text="条件", condition={"text": "報告する", **condition}
        )

    assert refused(Refused, move, owner="secretariat") == ["guard.owner_verifies"]
    move(owner="mof.pmo")
    assert refused(Refused, move) == ["voting.condition_repeated"]


def test_what_was_resolved_is_kept_although_it_is_due_in_the_past_by_the_close(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    proposal = cabinet.proposal(until="agenda_ready")
    opened(cabinet, seats=EVERYBODY)
    govflow.call_item(secretariat(cabinet), MEETING, 1)
    stated = {"text": "報告する", "due": DAY}
    mover = cabinet.person("mof_cio")
    govflow.move_amendment(mover, MEETING, 1, kind="condition", text="条件", condition=stated)
    put(cabinet, amendment=1)
    govflow.no_objection(secretariat(cabinet), BALLOT)
    put(cabinet)
    cabinet.on("2025-04-16")
    govflow.no_objection(secretariat(cabinet), "CIO-2025-B002")
    assert cabinet.state(proposal) == "gcio_decision"
    assert cabinet.problems() == []


def test_a_condition_in_working_days_is_printed_as_such(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    cabinet.proposal(until="agenda_ready")
    opened(cabinet, seats=EVERYBODY)
    govflow.call_item(secretariat(cabinet), MEETING, 1)
    mover, stated = cabinet.person("mof_cio"), {"text": "報告する", "due": 10}
    govflow.move_amendment(mover, MEETING, 1, kind="condition", text="条件", condition=stated)
    put(cabinet, amendment=1)
    receipt = govflow.no_objection(secretariat(cabinet), BALLOT)
    texts = [govflow.document(cabinet.onlooker, number, lang="ja").text for number in receipt.documents]
    assert any("決定から10営業日以内" in text for text in texts)


def test_amendments_are_voted_first_and_the_main_question_is_the_amended_text(either: Government) -> None:
    cio = either
    govflow.load_body(cio.session, "cio_council")
    proposal = cio.proposal(until="agenda_ready")
    opened(cio, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), MEETING, 1)

    def move(person: str, kind: str, **more: Any) -> govflow.CouncilReceipt:
        return govflow.move_amendment(cio.person(person), MEETING, 1, kind=kind, text=f"{kind}", **more)

    assert refused(Refused, move, "mof_cio", "amount", amount=600_000_000) == [
        "voting.amendment_only_reduces"
    ]
    assert refused(Refused, move, "mof_cio", "amount") == ["voting.amendment_amount"]
    move("mof_cio", "condition", condition={"text": "四半期ごとに報告する", "owner": "mof.pmo"})
    move("mhlw_cio", "amount", amount=40_000_000)
    move("mic_cio", "amount", amount=30_000_000)
    move("mic_cio", "defer")
    assert refused(Refused, put, cio) == ["voting.amendment_first"]
    assert refused(Refused, put, cio, amendment=2) == ["voting.amendment_first"]
    put(cio, amendment=4)
    govflow.object_to(cio.person("mof_cio"), BALLOT)
    for seat in CIOS:
        said(cio, seat, "no")
    govflow.close_ballot(secretariat(cio), BALLOT)
    for number, amendment in ((2, 3), (3, 1)):
        put(cio, amendment=amendment)
        govflow.no_objection(secretariat(cio), f"CIO-2025-B00{number}")
    amended = kept(cio).items["1"].amendments
    assert [(each.outcome, each.moot) for each in amended.values()] == [
        ("PASSED", False),
        (None, True),
        ("PASSED", False),
        ("FAILED", False),
    ]
    put(cio)
    shown = govflow.show_ballot(cio.onlooker, "CIO-2025-B004")
    assert (shown.amount, [each["text"] for each in shown.conditions]) == (
        30_000_000,
        ["四半期ごとに報告する"],
    )
    assert refused(Refused, move, "mof_cio", "return") == ["voting.question_put"]
    assert govflow.no_objection(secretariat(cio), "CIO-2025-B004").told["proposal"] == proposal
    assert cio.shown(proposal).records["council"]["amount"] == 30_000_000
    [item] = govflow.show_meeting(cio.onlooker, MEETING).agenda
    assert item.amended_amount == 30_000_000
    [came_to] = cio.shown(proposal).came_to
    assert (came_to.body, came_to.outcome, came_to.decision) == ("cio_council", "PASSED", "CIO-2025-D001")
    assert cio.problems() == []


def test_an_amendment_that_defers_ends_the_item(cio: Government) -> None:
    proposal = item_called(cio)
    govflow.move_amendment(cio.person("mof_cio"), MEETING, 1, kind="defer", text="次回に送る")
    put(cio, amendment=1)
    receipt = govflow.no_objection(secretariat(cio), BALLOT)
    assert (receipt.told["item_state"], cio.state(proposal)) == ("carried_over", "ready")
    assert "decision" not in receipt.told
    assert cio.problems() == []


def moved(cio: Government, kind: str = "amount", **more: Any) -> govflow.CouncilReceipt:
    return govflow.move_amendment(cio.person("mof_cio"), MEETING, 1, kind=kind, text="修正", **more)


def test_an_amendment_without_a_decision_carries_the_item_over(cio: Government) -> None:
    proposal = item_called(cio)
    moved(cio, amount=300)
    put(cio, amendment=1, asks=False)
    govflow.leave(secretariat(cio), MEETING, ["mof.cio", "mic.cio"])
    receipt = govflow.close_ballot(secretariat(cio), BALLOT)
    assert (receipt.told["outcome"], receipt.told["item_state"]) == ("NO_QUORUM", "carried_over")
    assert (cio.state(proposal), kept(cio).items["1"].amendments["1"].outcome) == ("ready", None)
    assert cio.problems() == []


def test_an_amendment_whose_ballot_is_withdrawn_is_voted_on_again(cio: Government) -> None:
    item_called(cio)
    moved(cio, amount=300)
    put(cio, amendment=1, asks=False)
    govflow.withdraw_ballot(secretariat(cio), BALLOT, reason="誤って開いた")
    assert refused(Refused, put, cio) == ["voting.amendment_first"]
    govflow.no_objection(secretariat(cio), put(cio, amendment=1))
    assert kept(cio).items["1"].amendments["1"].outcome == "PASSED"
    assert cio.problems() == []


def test_an_amount_is_reduced_from_what_it_was_amended_to(cio: Government) -> None:
    item_called(cio)
    moved(cio, amount=300)
    govflow.no_objection(secretariat(cio), put(cio, amendment=1))
    assert refused(Refused, moved, cio, amount=400) == ["voting.amendment_only_reduces"]
    moved(cio, amount=200)


def test_a_return_is_moved_only_where_the_workflow_knows_it(cio: Government) -> None:
    item_called(cio)
    assert refused(Refused, moved, cio, "return") == ["voting.no_return"]
    moved(cio, "defer")


def test_withdrawing_a_ballot_leaves_item_and_proposal_where_they_are(either: Government) -> None:
    cio = either
    govflow.load_body(cio.session, "cio_council")
    proposal = cio.proposal(until="agenda_ready")
    opened(cio, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), MEETING, 1)
    put(cio, asks=False)
    receipt = govflow.withdraw_ballot(secretariat(cio), BALLOT, reason="誤って開いた")
    assert (receipt.told["item_state"], cio.state(proposal)) == ("called", "deliberation")
    again = put(cio, asks=False)
    cio.act("mof_cio", "withdraw", proposal, note="不要", chair_consent="議長了承")
    assert refused(Refused, govflow.close_ballot, secretariat(cio), again) == ["voting.proposal_left"]
    receipt = govflow.withdraw_ballot(secretariat(cio), again, reason="案件の取下げ")
    assert (receipt.told["outcome"], receipt.told["item_state"]) == ("WITHDRAWN", "done")
    item = kept(cio).items["1"]
    assert (item.state, item.outcome, item.decision) == ("done", None, None)
    assert cio.state(proposal) == "withdrawn"
    assert cio.problems() == []


def test_a_report_is_not_put_to_the_vote(cio: Government) -> None:
    govflow.call_meeting(secretariat(cio), body="cio_council", at=f"{DAY}T10:00", place="第一会議室")
    govflow.add_item(secretariat(cio), MEETING, title="報告", section="report")
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), MEETING, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), MEETING, 1)
    assert refused(Refused, put, cio) == ["voting.not_to_decide"]
