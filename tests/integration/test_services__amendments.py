"""Amendments and the consent part: several questions about an item, one question about many."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government
from sitting import CIOS, DAY, MEETING, council, motion, opened, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, meeting_of, put, refused, said

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
    assert receipt.told["ballots"] == [f"CIO-2025-B00{n}" for n in (1, 2, 3)]
    assert [cio.state(each) for each in proposals].count("passed") == 3
    assert meeting_of(cio).items["2"].part.value == "discussion"
    assert refused(Refused, govflow.pass_consent, secretariat(cio), MEETING) == ["voting.nothing_to_consent"]
    assert [line.number for line in govflow.list_decisions(cio.session)] == [
        f"CIO-2025-D00{n}" for n in (1, 2, 3)
    ]
    assert cio.problems() == []


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
    amended = meeting_of(cio).items["1"].amendments
    assert [(each.outcome, each.moot) for each in amended.values()] == [
        ("PASSED", False),
        (None, True),
        ("PASSED", False),
        ("FAILED", False),
    ]
    put(cio)
    shown = govflow.show_ballot(cio.session, "CIO-2025-B004")
    assert (shown.amount, [each["text"] for each in shown.conditions]) == (
        30_000_000,
        ["四半期ごとに報告する"],
    )
    assert refused(Refused, move, "mof_cio", "return") == ["voting.question_put"]
    assert govflow.no_objection(secretariat(cio), "CIO-2025-B004").told["proposal"] == proposal
    assert cio.shown(proposal).records["council"]["amount"] == 30_000_000
    assert cio.problems() == []


def test_an_amendment_that_defers_ends_the_item(cio: Government) -> None:
    proposal = item_called(cio)
    govflow.move_amendment(cio.person("mof_cio"), MEETING, 1, kind="defer", text="次回に送る")
    put(cio, amendment=1)
    receipt = govflow.no_objection(secretariat(cio), BALLOT)
    assert (receipt.told["item_state"], cio.state(proposal)) == ("carried_over", "ready")
    assert "decision" not in receipt.told
    assert cio.problems() == []
