"""Ballots in a sitting: no objection first, who votes for a seat, what an outcome does."""

from __future__ import annotations

import pytest
from government import Government, refused
from sitting import CIOS, MEETING, council, kept, motion, opened, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, positions, put, said, vote

import govflow
from govflow.domain.council.item import ItemState
from govflow.errors import Conflict, NotAuthorised, Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def test_nobody_objects_and_every_seat_in_the_room_has_assented(cio: Government) -> None:
    proposal = item_called(cio, seats=("cas.chair", "mof.cio", "mhlw.cio"))
    assert put(cio) == BALLOT
    shown = govflow.show_ballot(cio.onlooker, BALLOT)
    assert (shown.state, shown.asked_at is not None) == ("asked", True)
    assert refused(Refused, vote, cio, "mof_cio") == ["voting.is_asked"]
    receipt = govflow.no_objection(cio.person("chair"), BALLOT)
    assert receipt.told == {
        "outcome": "PASSED",
        "decision": "CIO-2025-D001",
        "proposal": proposal,
        "proposal_state": "passed",
        "proposal_state_title": {"ja": "可決", "en": "passed"},
        "item": 1,
        "item_state": "done",
    }
    assert positions(cio) == ["assent", "assent", None]
    item = kept(cio).items["1"]
    assert (item.state, item.outcome, item.decision, item.ballots) == (
        ItemState.DONE,
        "passed",
        "CIO-2025-D001",
        (BALLOT,),
    )
    assert cio.problems() == []


def test_one_objection_turns_the_question_into_a_counted_ballot(cio: Government) -> None:
    proposal = item_called(cio)
    put(cio)
    assert refused(NotAuthorised, govflow.object_to, cio.person("mof_clerk"), BALLOT) == ["voting.not_holder"]
    govflow.object_to(cio.person("mof_cio"), BALLOT, text="費用が高い")
    assert govflow.show_ballot(cio.onlooker, BALLOT).objection == "mof.cio"
    assert refused(Refused, govflow.no_objection, secretariat(cio), BALLOT) == ["voting.is_open"]
    for person, position in (("mof_cio", "no"), ("mhlw_cio", "no"), ("mic_cio", "yes")):
        vote(cio, person, position)
    receipt = govflow.close_ballot(secretariat(cio), BALLOT)
    assert (receipt.told["outcome"], receipt.told["proposal_state"]) == ("FAILED", cio.state(proposal))
    assert receipt.told["decision"] == "CIO-2025-D001"
    assert cio.problems() == []


def test_the_secretariat_writes_down_what_seats_in_the_room_say(cio: Government) -> None:
    item_called(cio, seats=("cas.chair", "mof.cio", "mhlw.cio"))
    put(cio, asks=False)
    receipt = said(cio, "mof.cio", "no")
    assert (receipt.told["voter"], receipt.told["recorder"], receipt.office) == (
        "mof_cio",
        "secretariat",
        "cas.secretariat",
    )
    assert refused(Refused, said, cio, "mic.cio", "yes") == ["voting.nobody_there"]
    assert refused(
        NotAuthorised, govflow.cast, cio.person("mhlw_cio"), BALLOT, "yes", seat="mof.cio", recorded_for=True
    ) == ["voting.not_secretariat"]
    said(cio, "mof.cio", "abstain")
    vote(cio, "mof_cio", "yes")
    assert refused(Refused, said, cio, "mof.cio", "no") == ["voting.cast_in_person"]
    said(cio, "mhlw.cio", "yes")
    govflow.close_ballot(secretariat(cio), BALLOT)
    assert refused(
        Refused, govflow.correct_position, secretariat(cio), BALLOT, "mof.cio", "no", reason="r"
    ) == ["voting.not_recorded"]
    govflow.correct_position(secretariat(cio), BALLOT, "mhlw.cio", "abstain", reason="聞き違い")
    assert positions(cio) == ["yes", "abstain", None]
    with cio.session.reading() as work:
        rows = work.positions.of(BALLOT)
    assert [(row.seat, row.position, row.recorder) for row in rows] == [
        ("mof.cio", "no", "secretariat"),
        ("mof.cio", "abstain", "secretariat"),
        ("mof.cio", "yes", None),
        ("mhlw.cio", "yes", "secretariat"),
        ("mhlw.cio", "abstain", "secretariat"),
    ]
    assert cio.problems() == []


def test_a_correction_never_changes_the_outcome(cio: Government) -> None:
    item_called(cio)
    put(cio, asks=False)
    for seat, position in zip(CIOS, ("yes", "yes", "no"), strict=True):
        said(cio, seat, position)
    govflow.close_ballot(secretariat(cio), BALLOT)
    wrong = refused(Refused, govflow.correct_position, secretariat(cio), BALLOT, "mof.cio", "no", reason="r")
    assert wrong == ["voting.changes_outcome"]


def test_an_alternate_votes_for_the_seat_and_the_principal_always_wins(cio: Government) -> None:
    item_called(cio, seats=("cas.chair", "mhlw.cio", "mic.cio"))
    govflow.arrive(secretariat(cio), MEETING, ["mof.cio"], alternate="mof.dcio")
    put(cio, asks=False)
    receipt = vote(cio, "mof_dcio", "no")
    assert (receipt.told["seat"], receipt.told["via"], receipt.office) == ("mof.cio", "alternate", "mof.dcio")
    assert refused(Refused, vote, cio, "mof_cio") == ["voting.not_in_the_room"]
    govflow.leave(secretariat(cio), MEETING, ["mof.cio"])
    govflow.arrive(secretariat(cio), MEETING, ["mof.cio"])
    vote(cio, "mof_cio", "yes")
    assert positions(cio)[0] == "yes"
    govflow.leave(secretariat(cio), MEETING, ["mof.cio"])
    govflow.arrive(secretariat(cio), MEETING, ["mof.cio"], alternate="mof.dcio")
    assert refused(Refused, vote, cio, "mof_dcio", "no") == ["voting.principal_spoke"]
    assert cio.problems() == []


def test_without_a_quorum_at_the_close_nothing_is_decided_and_the_item_is_carried_over(
    cio: Government,
) -> None:
    proposal = item_called(cio)
    put(cio, asks=False)
    vote(cio, "mof_cio")
    govflow.leave(secretariat(cio), MEETING, ["mhlw.cio", "mic.cio"])
    assert refused(Refused, vote, cio, "mof_cio") == ["voting.not_in_session", "voting.voted_already"]
    receipt = govflow.close_ballot(secretariat(cio), BALLOT)
    assert (receipt.told["outcome"], receipt.told["item_state"]) == ("NO_QUORUM", "carried_over")
    assert (cio.state(proposal), "decision" in receipt.told) == ("ready", False)
    assert cio.problems() == []


def test_a_tie_waits_for_the_chair_and_then_moves_the_proposal_on(cio: Government) -> None:
    proposal = item_called(cio)
    put(cio, asks=False)
    vote(cio, "mof_cio")
    vote(cio, "mhlw_cio", "no")
    receipt = govflow.close_ballot(secretariat(cio), BALLOT)
    assert (receipt.state, receipt.told) == ("waiting_for_casting_vote", {"outcome": "TIE_PENDING_CHAIR"})
    assert cio.state(proposal) == "debate"
    assert refused(Refused, govflow.withdraw_ballot, secretariat(cio), BALLOT, reason="r") == [
        "voting.decided"
    ]
    cast = govflow.casting_vote(cio.person("chair"), BALLOT, "yes", reason="急を要する")
    assert (cast.told["outcome"], cio.state(proposal)) == ("PASSED", "passed")
    shown = govflow.show_ballot(cio.onlooker, BALLOT).casting
    assert shown is not None
    assert (shown.position, shown.recorder, shown.reason) == ("yes", None, "急を要する")
    assert cio.problems() == []


def test_while_a_ballot_runs_no_other_is_opened_on_the_item(cio: Government) -> None:
    item_called(cio)
    assert refused(Refused, put, cio, 2) == ["voting.no_question", "voting.item_not_called"]
    put(cio)
    assert refused(Refused, put, cio) == ["voting.running"]


def test_on_replaced_papers_everybody_votes_anew(cio: Government) -> None:
    proposal = motion(cio)
    opened(cio, seats=EVERYBODY)
    first = cio.write("plan.txt", "案")
    govflow.add_paper(secretariat(cio), MEETING, first, title="計画案", item=1)
    govflow.call_item(secretariat(cio), MEETING, 1)
    put(cio, asks=False)
    vote(cio, "mof_cio")
    govflow.add_paper(
        secretariat(cio), MEETING, cio.write("plan2.txt", "改案"), title="改案", item=1, replaces=1
    )
    assert positions(cio) == [None, None, None]
    for person in ("mof_cio", "mhlw_cio", "mic_cio"):
        vote(cio, person)
    assert govflow.close_ballot(secretariat(cio), BALLOT).told["proposal_state"] == cio.state(proposal)
    assert cio.problems() == []


def test_a_conflict_is_the_persons_own_is_taken_back_and_never_lifts_a_block(cio: Government) -> None:
    item_called(cio)
    put(cio, asks=False)
    assert refused(NotAuthorised, govflow.recuse, secretariat(cio), BALLOT, seat="mof.cio", reason="r") == [
        "voting.not_holder"
    ]
    govflow.recuse(secretariat(cio), BALLOT, seat="mof.cio", reason="親族", recorded_for=True)
    seat = govflow.show_ballot(cio.onlooker, BALLOT).seats[0]
    assert (seat.recused_for, seat.recused_by is not None) == ("親族", True)
    assert refused(Refused, vote, cio, "mof_cio") == ["voting.recused", "voting.conflicted"]
    govflow.unrecuse(cio.person("mof_cio"), BALLOT, reason="誤り")
    vote(cio, "mof_cio")
    assert cio.problems() == []


def test_a_ballot_that_most_may_not_vote_in_goes_to_the_body_above(cio: Government) -> None:
    proposal = item_called(cio)
    put(cio, asks=False)
    govflow.recuse(cio.person("mof_cio"), BALLOT, reason="r")
    assert refused(Refused, govflow.escalate_ballot, secretariat(cio), BALLOT, reason="r") == [
        "voting.can_be_decided"
    ]
    govflow.recuse(cio.person("mic_cio"), BALLOT, reason="r")
    assert refused(Refused, govflow.close_ballot, secretariat(cio), BALLOT) == ["ballot.most_recused"]
    receipt = govflow.escalate_ballot(secretariat(cio), BALLOT, reason="除斥が過半")
    assert (receipt.state, cio.state(proposal)) == ("escalated", "ready")
    assert govflow.show_ballot(cio.onlooker, BALLOT).ended_because == "除斥が過半"
    assert cio.problems() == []


def test_a_dry_run_does_everything_but_keep_it_and_a_stale_version_is_told(cio: Government) -> None:
    proposal = item_called(cio)
    put(cio)
    receipt = govflow.no_objection(secretariat(cio), BALLOT, dry_run=True)
    assert receipt.told["proposal_state"] == "passed"
    assert (cio.state(proposal), govflow.list_decisions(cio.onlooker)) == ("debate", [])
    assert refused(Conflict, govflow.no_objection, secretariat(cio), BALLOT, expected_version=7) == [
        "store.stale_version"
    ]
    assert govflow.no_objection(secretariat(cio), BALLOT, expected_version=1).told["outcome"] == "PASSED"
