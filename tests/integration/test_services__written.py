"""Blocks, overrides, joint decisions, and what is decided in writing."""

from __future__ import annotations

import pytest
from balloting import CIOS, REFERENCE, close, load, load_council, opened, shown, vote, written
from government import Government, refused

import govflow
from govflow.errors import NotAuthorised, Refused


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries in force, on either database."""
    load_council(either)
    return either


def test_a_block_has_a_text_and_an_age_and_its_holder_clears_it(council: Government) -> None:
    load(council, "panel", rule="consensus")
    ballot = opened(council, body="panel", closes_at="2025-05-09T17:00")
    assert refused(Refused, vote, council, "mof_cio", "留保", ballot=ballot) == ["voting.block_without_text"]
    vote(council, "mof_cio", "留保", ballot=ballot, text="費用が不明")
    council.on("2025-04-17")
    seat = shown(council, ballot).seats[0]
    assert (seat.position, seat.text, seat.block_days) == ("block", "費用が不明", 7)
    assert refused(Refused, govflow.recuse, council.person("mof_cio"), ballot, reason="r") == [
        "voting.block_first"
    ]
    vote(council, "mof_cio", "abstain", ballot=ballot)
    vote(council, "mhlw_cio", ballot=ballot)
    vote(council, "mic_cio", ballot=ballot)
    assert close(council, ballot).told["outcome"] == "PASSED"
    assert council.problems() == []


def test_a_block_is_lifted_by_an_override_under_the_charters_rule(council: Government) -> None:
    load(council, "panel", rule="consensus", override="two_thirds")
    ballot = opened(council, body="panel")
    vote(council, "mof_cio", "block", ballot=ballot, text="費用が不明")
    vote(council, "mhlw_cio", ballot=ballot)
    vote(council, "mic_cio", ballot=ballot)
    second = opened(council, body="panel", override=ballot, closes_at="2025-04-11T17:00")
    for person, position in zip(CIOS, ("no", "yes", "yes"), strict=True):
        vote(council, person, position, ballot=second)
    assert close(council, second).told["overrides"] == ballot
    assert shown(council, ballot).overridden == second
    assert close(council, ballot).told["outcome"] == "FAILED"
    assert refused(Refused, opened, council, body="panel", override=ballot) == ["voting.no_block"]
    assert council.problems() == []


def test_a_charter_without_an_override_knows_none(council: Government) -> None:
    load(council, "panel", rule="consensus")
    ballot = opened(council, body="panel")
    vote(council, "mof_cio", "block", ballot=ballot, text="t")
    assert refused(Refused, opened, council, body="panel", override=ballot) == ["voting.no_override"]


def test_a_joint_decision_needs_every_body_on_the_same_text(council: Government) -> None:
    load(council, "panel")
    first = opened(council, jointly_with=["panel"])
    second = opened(council, body="panel", jointly_with=["cio_council"])
    other = opened(council, body="panel", question="別の問い", jointly_with=["cio_council"])
    for ballot in (first, second, other):
        vote(council, "mof_cio", ballot=ballot)
        vote(council, "mhlw_cio", ballot=ballot)
    assert close(council, other).told["awaits"] == ["cio_council"]
    waiting = close(council, first)
    assert (waiting.told["outcome"], waiting.told["awaits"], "decision" in waiting.told) == (
        "PASSED",
        ["panel"],
        False,
    )
    assert close(council, second).told["decision"] == "PN-2025-D001"
    assert shown(council, first).decision == "CIO-2025-D001"
    assert (
        refused(Refused, opened, council, jointly_with=["nobody", "cio_council"])
        == ["voting.no_such_body"] * 2
    )
    assert council.problems() == []


def test_one_body_that_fails_a_joint_text_fails_it_for_all(council: Government) -> None:
    load(council, "panel")
    first = opened(council, jointly_with=["panel"])
    second = opened(council, body="panel", jointly_with=["cio_council"])
    for person in ("mof_cio", "mhlw_cio"):
        vote(council, person, ballot=first)
        vote(council, person, "no", ballot=second)
    assert close(council, second).told["awaits"] == ["cio_council"]
    last = close(council, first)
    assert (last.told["outcome"], last.told["decision"], "awaits" in last.told) == (
        "PASSED",
        "CIO-2025-D001",
        False,
    )
    assert [line.outcome for line in govflow.list_decisions(council.onlooker)] == ["FAILED", "FAILED"]
    assert council.problems() == []


def test_in_writing_silence_is_assent_only_under_the_charters_rule_and_with_enough_answers(
    council: Government,
) -> None:
    assert refused(NotAuthorised, written, council, by="secretariat") == ["voting.not_chair"]
    wrong = refused(Refused, written, council, closes_at="2025-04-16T17:00", reason=" ")
    assert wrong == ["voting.reason_missing", "voting.closes_too_soon"]
    assert written(council).reference == REFERENCE
    vote(council, "mof_cio", "異議なし")
    council.on("2025-04-17T17:00")
    assert close(council).told["outcome"] == "NO_QUORUM"
    few = shown(council, REFERENCE).tally
    assert few is not None
    assert {"answers": True, "of": 3, "needed": 2, "attending": 1}.items() <= few.quorum.items()
    assert few.sentence["en"].startswith("Too few answers: 1 of 3 seats answered and 2 have to")
    second = written(council, closes_at="2025-04-25T17:00").reference
    vote(council, "mof_cio", ballot=second)
    vote(council, "mhlw_cio", ballot=second)
    council.on("2025-04-25T17:00")
    assert close(council, second).told["outcome"] == "PASSED"
    assert shown(council, second).tally.counts["silent"] == 1  # type: ignore[union-attr]
    assert council.problems() == []


def test_a_proposal_that_waits_is_decided_in_writing(council: Government) -> None:
    proposal = council.proposal(until="agenda_ready")
    written(council, proposal=proposal, question="")
    assert council.state(proposal) == "deliberation"
    for person in CIOS:
        vote(council, person)
    receipt = close(council)
    assert (receipt.told["proposal"], council.state(proposal)) == (proposal, "gcio_decision")
    assert council.shown(proposal).records["council"]["record"] == receipt.told["decision"]
    assert council.problems() == []


def test_where_the_proposal_has_left_the_ballot_can_only_be_withdrawn(council: Government) -> None:
    proposal = council.proposal(until="agenda_ready")
    written(council, proposal=proposal, question="")
    for person in CIOS:
        vote(council, person)
    council.fire(proposal, "carried_over", body="cio_council", cause="meeting CIO-2025-M001", source="議事録")
    assert refused(Refused, close, council) == ["voting.proposal_left"]
    govflow.withdraw_ballot(council.person("secretariat"), REFERENCE, reason="案件が戻された")
    assert council.state(proposal) == "agenda_ready"


def test_blocks_are_carried_over_to_the_next_ballot_on_the_proposal(council: Government) -> None:
    proposal = council.proposal(until="agenda_ready")
    written(council, proposal=proposal, question="", closes_at="2025-04-30T17:00")
    vote(council, "mof_cio", "block", text="費用が不明")
    vote(council, "mhlw_cio")
    council.on("2025-04-30T17:00")
    receipt = close(council)
    assert (receipt.told["outcome"], council.state(proposal)) == ("BLOCKED", "agenda_ready")
    again = written(council, proposal=proposal, question="", closes_at="2025-05-30T17:00").reference
    seat = shown(council, again).seats[0]
    assert (seat.position, seat.source, seat.block_days) == ("block", REFERENCE, 20)
    vote(council, "mof_cio", ballot=again)
    for person in ("mhlw_cio", "mic_cio"):
        vote(council, person, ballot=again)
    assert close(council, again).told["outcome"] == "PASSED"
    assert council.problems() == []


def test_in_writing_a_proposal_is_taken_that_waits_and_is_voted_on_once(council: Government) -> None:
    early = council.proposal(until="draft")
    assert refused(NotAuthorised, written, council, proposal=early)[0] == "read.closed"


def test_what_is_voted_on_or_was_decided_is_not_taken_up_in_writing(council: Government) -> None:
    proposal = council.proposal(until="agenda_ready")
    written(council, proposal=proposal, question="")
    assert refused(Refused, written, council, proposal=proposal) == ["register.is_being_decided"]
    for person in CIOS:
        vote(council, person)
    close(council)
    assert refused(Refused, written, council, proposal=proposal) == [
        "register.decided_already",
        "register.does_not_wait",
    ]


def test_a_written_ballot_that_is_withdrawn_lets_the_proposal_wait_again(council: Government) -> None:
    proposal = council.proposal(until="agenda_ready")
    written(council, proposal=proposal, question="")
    govflow.withdraw_ballot(council.person("secretariat"), REFERENCE, reason="会議を開ける")
    assert council.state(proposal) == "agenda_ready"
    assert council.problems() == []


def test_blocks_are_lifted_by_their_own_body_and_only_while_they_hold_it_up(council: Government) -> None:
    load(council, "panel", rule="consensus", override="two_thirds")
    load(council, "office", series="OF", override="simple_majority")
    ballot = opened(council, body="panel", closes_at="2025-04-11T17:00")
    vote(council, "mof_cio", "block", ballot=ballot, text="t")
    assert refused(Refused, opened, council, body="office", override=ballot) == ["voting.override_elsewhere"]
    govflow.withdraw_ballot(council.person("secretariat"), ballot, reason="r")
    assert refused(Refused, opened, council, body="panel", override=ballot) == ["voting.override_too_late"]


def test_outside_a_meeting_a_body_with_a_written_procedure_decides_by_it(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    with pytest.raises(Refused) as told:
        opened(cabinet, closes_at="2025-04-11T17:00")
    assert [each.code for each in told.value.notices] == ["paper.in_writing"]
    assert told.value.next_command == "govflow body show cio_council"
    assert written(cabinet).state == "open"
    shown_as = govflow.show_ballot(cabinet.onlooker, REFERENCE)
    assert (shown_as.mode, shown_as.reason) == ("written", "会議を開けない")


def test_what_is_not_asked_in_writing_waits_for_a_meeting_of_such_a_body(cabinet: Government) -> None:
    load(cabinet, "panel", rule="consensus", override="two_thirds")
    ballot = opened(cabinet, body="panel", closes_at="2025-04-11T17:00")
    vote(cabinet, "mof_cio", "block", ballot=ballot, text="t")
    for person in CIOS[1:]:
        vote(cabinet, person, ballot=ballot)
    cabinet.on("2025-04-11T17:00")
    number = close(cabinet, ballot)
    assert number.told["outcome"] == "BLOCKED"
    procedure = {"working_days": 5, "response": "1/2", "rule": "no_objection"}
    load(cabinet, "panel", version=2, override="two_thirds", written_procedure=procedure)
    assert refused(Refused, opened, cabinet, body="panel", override=ballot) == ["paper.in_a_meeting"]


def test_a_charter_may_admit_questions_by_a_day_beside_its_written_procedure(cabinet: Government) -> None:
    load(
        cabinet,
        "panel",
        written_procedure={"working_days": 5, "response": "1/2", "rule": "no_objection", "exclusive": False},
    )
    assert opened(cabinet, body="panel") == "PN-2025-B001"
    assert cabinet.problems() == []
