"""Many oral positions at once: the secretariat writes them down in one act, all or none."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from balloting import load
from doctored_ballots import Told, again, rewrite
from government import Government, refused
from sitting import CIOS, DAY, MEETING, council, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, positions, put, said, vote

import govflow
from govflow.domain.history import Subject
from govflow.errors import BadInput, Conflict, NotAuthorised, Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council in session, with a counted ballot on a motion."""
    council(either)
    item_called(either)
    put(either, asks=False)
    return either


def test_all_positions_are_one_entry_with_voters_and_recorder_apart(cio: Government) -> None:
    given = {"mof.cio": "賛成", "mhlw.cio": ("no", "費用が不明"), "mic.cio": "a"}
    receipt = govflow.record_positions(secretariat(cio), BALLOT, given, key="k")
    assert list(receipt.told["recorded"].items()) == [*zip(CIOS, ("yes", "no", "abstain"), strict=True)]
    view = govflow.show_ballot(cio.onlooker, BALLOT)
    assert [seat.position for seat in view.seats] == ["yes", "no", "abstain"]
    assert [seat.text for seat in view.seats] == ["", "費用が不明", ""]
    assert {(s.recorder or {})["en"] for s in view.seats} == {"Ko secretariat"}
    assert [(s.voter or {})["en"] for s in view.seats] == ["Ko mof_cio", "Ko mhlw_cio", "Ko mic_cio"]
    with cio.session.reading() as work:
        triggers = [entry.trigger for entry in work.history.entries(Subject("ballot", BALLOT))]
    assert triggers == ["open", "record"]
    assert govflow.record_positions(secretariat(cio), BALLOT, given, key="k").repeated
    with pytest.raises(Conflict):
        govflow.record_positions(secretariat(cio), BALLOT, {**given, "mic.cio": "no"}, key="k")
    assert govflow.close_ballot(secretariat(cio), BALLOT).state == "waiting_for_casting_vote"
    assert cio.problems() == []


def test_the_others_are_who_can_vote_in_the_room_and_has_not_answered(cio: Government) -> None:
    vote(cio, "mof_cio", "abstain")
    govflow.leave(secretariat(cio), MEETING, ["mic.cio"])
    receipt = govflow.record_positions(secretariat(cio), BALLOT, {}, others="yes")
    assert receipt.told["recorded"] == {"mhlw.cio": "yes"}
    assert positions(cio) == ["abstain", "yes", None]
    assert refused(Refused, govflow.record_positions, secretariat(cio), BALLOT, {}, others="yes") == [
        "paper.no_others"
    ]
    assert cio.problems() == []


def test_a_recused_seat_is_not_among_the_others_and_a_named_one_is_taken_as_named(cio: Government) -> None:
    govflow.recuse(cio.person("mic_cio"), BALLOT, reason="親族")
    govflow.record_positions(secretariat(cio), BALLOT, {"mof.cio": "no"}, others="賛成")
    assert positions(cio) == ["no", "yes", None]
    assert cio.problems() == []


def test_every_reason_is_told_with_its_seat_and_nothing_is_kept(cio: Government) -> None:
    vote(cio, "mof_cio")
    govflow.leave(secretariat(cio), MEETING, ["mic.cio"])
    given = {"mof.cio": "no", "mic.cio": "yes", "mhlw.cio": "block", "nowhere": "yes"}
    with pytest.raises(Refused) as told:
        govflow.record_positions(secretariat(cio), BALLOT, given)
    found = [(each.params["seat"], each.params["why"].code) for each in told.value.notices]
    assert found == [
        ("mof.cio", "voting.cast_in_person"),
        ("mic.cio", "voting.nobody_there"),
        ("mhlw.cio", "voting.block_unknown"),
        ("mhlw.cio", "voting.block_without_text"),
        ("nowhere", "voting.unknown_seat"),
    ]
    assert positions(cio) == ["yes", None, None]
    assert "Seat mhlw.cio: " in str(told.value)


def test_a_word_that_means_nothing_an_empty_act_and_anybody_else_are_refused(cio: Government) -> None:
    desk = secretariat(cio)
    assert refused(BadInput, govflow.record_positions, desk, BALLOT, {"mof.cio": "maybe"}) == [
        "paper.of_seat"
    ]
    assert refused(BadInput, govflow.record_positions, desk, BALLOT, {}, others="maybe") == [
        "paper.of_others"
    ]
    assert refused(Refused, govflow.record_positions, desk, BALLOT, {}) == ["paper.nothing_said"]
    mine = {"mof.cio": "yes"}
    assert refused(NotAuthorised, govflow.record_positions, cio.person("mof_cio"), BALLOT, mine) == [
        "voting.not_secretariat"
    ]
    assert refused(BadInput, govflow.record_positions, desk, BALLOT, {"mof.cio": ("yes", "a\x00b")}) == [
        "acts.bad_text"
    ]
    govflow.close_ballot(desk, BALLOT)
    assert refused(Refused, govflow.record_positions, desk, BALLOT, mine)[0] == "voting.is_closed"


def test_in_a_meeting_held_on_paper_they_have_the_time_of_the_question(cabinet: Government) -> None:
    council(cabinet)
    cabinet.on("2025-06-10")
    desk = secretariat(cabinet)
    held = {"body": "cio_council", "at": f"{DAY}T10:00", "place": "庁舎", "held_on_paper": "議事録綴"}
    govflow.call_meeting(desk, **held)
    govflow.add_item(desk, MEETING, title="方針", section="decide")
    govflow.open_meeting(desk, MEETING, seats=EVERYBODY)
    govflow.call_item(desk, MEETING, 1)
    put(cabinet, asks=False, at="10:20")
    assert refused(Refused, govflow.record_positions, desk, BALLOT, {}, others="yes", at="10:10") == [
        "meeting.runs_back"
    ]
    govflow.record_positions(desk, BALLOT, {"mof.cio": "no"}, others="yes", at="10:25")
    view = govflow.show_ballot(cabinet.onlooker, BALLOT)
    assert {seat.at for seat in view.seats} == {f"{DAY}T01:25:00.000000Z"}
    assert cabinet.problems() == []


def test_outside_a_sitting_nothing_is_written_down_for_others(cabinet: Government) -> None:
    load(cabinet, "panel")
    ballot = govflow.open_ballot(secretariat(cabinet), body="panel", question="q").reference
    with pytest.raises(Refused) as told:
        govflow.record_positions(secretariat(cabinet), ballot, {"mof.cio": "yes"})
    assert [each.params["why"].code for each in told.value.notices] == ["voting.nobody_there"]


def test_a_position_slipped_in_among_many_is_found(cabinet: Government) -> None:
    council(cabinet)
    item_called(cabinet, seats=("cas.chair", "mof.cio", "mhlw.cio"))
    put(cabinet, asks=False)
    govflow.record_positions(secretariat(cabinet), BALLOT, {"mof.cio": "yes"}, others="no")
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)

    def slipped_in(told: list[Told]) -> list[Told]:
        there = told[1]["facts"]["sitting"]["there"]
        told[1]["facts"]["sitting"]["there"] = there | {"mic.cio": {"person": "mic_cio", "office": "mic.cio"}}
        return told

    for doctored, expected in ((lambda told: told, set()), (slipped_in, {"audit.impossible"})):
        rewrite(copy, BALLOT, again(doctored))
        with govflow.open(str(copy), account="auditor") as session:
            assert {problem.code for problem in govflow.verify(session).problems} >= expected
            assert bool(govflow.verify(session).problems) is bool(expected)


def test_what_was_only_written_down_may_be_written_down_otherwise(cio: Government) -> None:
    said(cio, "mof.cio", "yes")
    govflow.record_positions(secretariat(cio), BALLOT, {"mof.cio": "no"}, others="yes")
    assert positions(cio) == ["no", "yes", "yes"]
    assert govflow.show_ballot(cio.onlooker, BALLOT).seats[0].earlier == ("yes",)
    assert cio.problems() == []
