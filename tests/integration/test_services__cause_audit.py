"""What moved a proposal by nobody's hand follows from what its entry names as the cause, or verification finds it."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from conditional import ESTIMATE, answer, approved
from deciding_council import close, decide, found_council, meeting, motion, vote
from government import Government

import govflow
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.services.acting import following
from govflow.services.council.acting import desk
from govflow.services.council.ballots import deciding

BALLOT, MEETING = "CIO-2025-B001", "CIO-2025-M001"
SOURCE = {"source": MEETING}
DIFFERS = ["audit.cause_differs"]


@pytest.fixture
def council(cabinet: Government) -> Government:
    return found_council(cabinet)


def put_to_vote(council: Government) -> str:
    """A motion that the council votes on in its meeting."""
    proposal = motion(council)
    secretariat = council.person("secretariat")
    held = meeting(council, "2025-04-14")
    govflow.call_item(secretariat, held, 1)
    govflow.open_in_sitting(secretariat, held, 1, asks=False)
    return proposal


def passed(council: Government) -> str:
    proposal = put_to_vote(council)
    vote(council, BALLOT, ("yes", "yes", "no"))
    close(council, BALLOT)
    return proposal


def moved(council: Government, proposal: str, occasion: str, cause: str, **more: Any) -> list[str]:
    """What verification finds once somebody let a proposal move on, with this for the cause."""
    council.fire(proposal, occasion, cause=cause, **more)
    return council.problems()


def test_what_a_ballot_and_a_meeting_brought_about_holds(council: Government) -> None:
    assert council.state(passed(council)) == "passed"
    assert council.problems() == []


@pytest.mark.parametrize(
    "cause", ["the chair", "ballot", "ballot ", "ballot CIO-2025-B099", "condition 1", "meeting x"]
)
def test_what_is_no_cause_is_found(council: Government, cause: str) -> None:
    assert "audit.cause_differs" in moved(council, put_to_vote(council), "passed", cause, **SOURCE)


def test_a_ballot_that_has_not_ended_moves_nothing(council: Government) -> None:
    assert moved(council, put_to_vote(council), "passed", f"ballot {BALLOT}", **SOURCE) == DIFFERS


def test_a_ballot_on_something_else_moves_nothing(council: Government) -> None:
    proposal = put_to_vote(council)
    decide(council)
    assert moved(council, proposal, "passed", "ballot CIO-2025-B002", **SOURCE) == DIFFERS


@pytest.mark.parametrize("told", [{"source": "CIO-2025-M009"}, {"amount": 1}])
def test_what_a_ballot_did_not_decide_is_found(
    council: Government, monkeypatch: pytest.MonkeyPatch, told: dict[str, Any]
) -> None:
    made = deciding.payload_of
    monkeypatch.setattr(deciding, "payload_of", lambda *of, **more: made(*of, **more) | told)
    passed(council)
    assert council.problems() == DIFFERS


def noting_otherwise(monkeypatch: pytest.MonkeyPatch, module: ModuleType, note: str) -> None:
    """From now on the record tells another reason than the act that moves a proposal."""
    made = module.fire

    def fired(*of: Any, payload: dict[str, Any], **more: Any) -> Any:
        return made(*of, payload={**payload, "note": note}, **more)

    monkeypatch.setattr(module, "fire", fired)


def test_the_reason_of_a_meeting_is_kept_with_the_proposal_and_holds(council: Government) -> None:
    proposal = motion(council)
    secretariat = council.person("secretariat")
    held = meeting(council, "2025-04-14")
    govflow.call_item(secretariat, held, 1)
    govflow.carry_over_item(secretariat, held, 1, reason="資料を待つ。")
    assert [entry["note"] for entry in govflow.history(council.onlooker, proposal)][-1] == "資料を待つ。"
    assert council.problems() == []


@pytest.mark.parametrize("note", ["", "根回しの結果"])
def test_another_reason_than_the_meetings_is_found(
    council: Government, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    motion(council)
    secretariat = council.person("secretariat")
    held = meeting(council, "2025-04-14")
    govflow.call_item(secretariat, held, 1)
    noting_otherwise(monkeypatch, desk, note)
    govflow.carry_over_item(secretariat, held, 1, reason="資料を待つ。")
    assert council.problems() == DIFFERS


def test_a_reason_that_the_ballot_does_not_tell_is_found(
    council: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    noting_otherwise(monkeypatch, desk, "根回しの結果")
    passed(council)
    assert set(council.problems()) == {*DIFFERS}


def test_another_reason_than_that_of_the_breach_is_found(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    condition = ESTIMATE | {"on_breach": "lapse"}
    reference = approved(cabinet, condition)
    noting_otherwise(monkeypatch, following, "別の理由")
    cabinet.act("secretariat", f"{answer(cabinet, reference, condition)}.not_met", reference, note="未提出")
    assert cabinet.state(reference) == "lapsed"
    assert cabinet.problems() == DIFFERS


@pytest.mark.parametrize("occasion", [Occasion.PASSED, Occasion.CARRIED_OVER])
def test_another_way_than_the_outcomes_is_found(
    council: Government, monkeypatch: pytest.MonkeyPatch, occasion: Occasion
) -> None:
    proposal = put_to_vote(council)
    monkeypatch.setattr(deciding, "OCCASION", {**deciding.OCCASION, Outcome.FAILED: occasion})
    vote(council, BALLOT, ("no", "no", "yes"))
    close(council, BALLOT)
    assert council.state(proposal) in ("passed", "ready")
    assert "audit.cause_differs" in council.problems()


def test_a_meeting_that_did_nothing_then_moves_nothing(council: Government) -> None:
    proposal = put_to_vote(council)
    council.on("2025-04-15")
    assert moved(council, proposal, "carried_over", f"meeting {MEETING}") == DIFFERS


def test_a_ballot_that_undid_no_decision_lets_nothing_lapse(council: Government) -> None:
    assert moved(council, passed(council), "lapsed", f"ballot {BALLOT}") == DIFFERS


def test_a_condition_that_nobody_found_broken_stops_nothing(council: Government) -> None:
    assert moved(council, passed(council), "breach_lapses", "condition 1", body=None, note="期限") == DIFFERS
