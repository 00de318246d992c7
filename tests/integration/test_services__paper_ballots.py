"""Ballots of a meeting that was held on paper: they have the times, the members and the chair of its day."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, refused
from paper_meeting import DAY, LATER, at, tied
from sitting import CIOS, MEETING, council, kept, motion, opened, secretariat
from sitting import DAY as TODAY
from sitting_ballots import BALLOT, EVERYBODY, positions, put, said

import govflow
from govflow.domain.history import Subject
from govflow.errors import BadInput, NotAuthorised, Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council, with a meeting that was held on paper weeks ago and is recorded up to the first item; the chair and
    a member have been replaced since, and a member who was there was absent in the days after."""
    council(either)
    motion(either)
    either.on(LATER)
    new = [("mof.cio", "new_cio"), ("cas.chair", "new_chair")]
    either.organise(
        without=[office for office, _ in new],
        persons=[person for _, person in new],
        appointments=[
            *({"person": person, "office": office, "from": "2025-05-30"} for office, person in new),
            *(
                {"person": person, "office": office, "from": "2025-04-01", "until": "2025-05-29"}
                for office, person in (("mof.cio", "mof_cio"), ("cas.chair", "chair"))
            ),
        ],
        absences=[{"person": "mic_cio", "from": LATER, "reason": "出張"}],
    )
    desk = secretariat(either)
    govflow.call_meeting(
        desk, body="cio_council", at=f"{DAY}T10:00", place="庁舎", held_on_paper="議事録綴 第3号"
    )
    govflow.gather_items(desk, MEETING)
    govflow.open_meeting(desk, MEETING, seats=EVERYBODY, at="10:02")
    govflow.call_item(desk, MEETING, 1, at="10:05")
    return either


def entries(cio: Government, ballot: str = BALLOT) -> list[tuple[str, str, str]]:
    """Each act on a ballot: what, when it happened, and the day on which it was recorded."""
    with cio.session.reading() as work:
        told = work.history.entries(Subject("ballot", ballot))
        return [(e.trigger, e.read("facts")["at"], e.recorded_at[:10]) for e in told]


def test_every_act_has_the_time_at_which_it_happened(cio: Government) -> None:
    desk = secretariat(cio)
    put(cio, at="10:10")
    govflow.object_to(desk, BALLOT, seat="mhlw.cio", recorded_for=True, at="10:11")
    govflow.recuse(desk, BALLOT, seat="mic.cio", reason="親族", recorded_for=True, at="10:12")
    govflow.unrecuse(desk, BALLOT, seat="mic.cio", reason="誤り", recorded_for=True, at="10:13")
    said(cio, "mof.cio", "yes", at=f"{DAY}T10:14")
    said(cio, "mic.cio", "yes")
    govflow.close_ballot(desk, BALLOT, at="10:20")
    acts = ("open", "object", "recuse", "unrecuse", "cast", "cast", "close")
    times = ("10:10", "10:11", "10:12", "10:13", "10:14", "10:14", "10:20")
    assert entries(cio) == [(act, at(time), LATER) for act, time in zip(acts, times, strict=True)]
    view = govflow.show_ballot(cio.onlooker, BALLOT)
    assert (view.opened_at, view.asked_at, view.closed_at) == (at("10:10"), at("10:10"), at("10:20"))
    assert [seat.at for seat in view.seats] == [at("10:14"), None, at("10:14")]
    taken = govflow.list_commitments(cio.onlooker, body="cio_council")
    assert [line.at for line in taken] == [at("10:14")] * 2
    assert cio.problems() == []


def test_without_a_time_it_was_right_after_what_is_recorded(cio: Government) -> None:
    put(cio)
    govflow.no_objection(secretariat(cio), BALLOT)
    view = govflow.show_ballot(cio.onlooker, BALLOT)
    assert (view.opened_at, view.closed_at, positions(cio)) == (at("10:05"), at("10:05"), ["assent"] * 3)
    govflow.end_meeting(secretariat(cio), MEETING, at="11:00")
    assert cio.problems() == []


def test_times_run_forward_through_the_meeting_and_all_of_its_ballots(cio: Government) -> None:
    desk = secretariat(cio)
    assert refused(Refused, put, cio, at="10:04") == ["meeting.runs_back"]
    put(cio, asks=False, at="10:10")
    assert refused(Refused, said, cio, "mof.cio", "yes", at="10:09") == ["meeting.runs_back"]
    assert refused(Refused, said, cio, "mof.cio", "yes", at="2025-06-11T10:00") == [
        "paper.other_day",
        "meeting.ahead_of_clock",
    ]
    assert refused(BadInput, said, cio, "mof.cio", "yes", at="noon") == ["session.bad_now"]
    said(cio, "mof.cio", "yes", at="10:12")
    wrong = {"at": "10:11", "seat": "mof.cio", "reason": " ", "recorded_for": True}
    told = refused(Refused, govflow.recuse, desk, BALLOT, **wrong)
    assert told == ["meeting.runs_back", "voting.reason_missing"]
    assert refused(Refused, govflow.leave, desk, MEETING, ["mic.cio"], at="10:11") == ["meeting.runs_back"]
    govflow.close_ballot(desk, BALLOT, at="10:20")
    govflow.end_meeting(desk, MEETING)
    assert govflow.show_meeting(cio.onlooker, MEETING).ended_at == at("10:20")
    assert cio.problems() == []


def test_a_correction_is_made_when_it_is_recorded_and_moves_no_time_of_the_meeting(cio: Government) -> None:
    desk = secretariat(cio)
    put(cio, asks=False, at="10:10")
    for seat in CIOS:
        said(cio, seat, "yes")
    govflow.close_ballot(desk, BALLOT, at="10:20")
    govflow.correct_position(desk, BALLOT, "mic.cio", "abstain", reason="書き誤り")
    assert entries(cio)[-1][1].startswith(LATER)
    govflow.end_meeting(desk, MEETING, at="11:00")
    assert cio.problems() == []


def test_a_tie_is_decided_by_who_chaired_then_and_recorded_by_the_secretariat(cio: Government) -> None:
    tied(cio)
    assert govflow.show_ballot(cio.onlooker, BALLOT).chair == "cas.chair"
    for person in ("chair", "new_chair"):
        alone = refused(NotAuthorised, govflow.casting_vote, cio.person(person), BALLOT, "yes", reason="r")
        assert alone == ["paper.chaired"]
    recorded: dict[str, Any] = {"reason": "必要", "recorded_for": True, "at": "10:16"}
    theirs = refused(NotAuthorised, govflow.casting_vote, cio.person("mof_pmo"), BALLOT, "yes", **recorded)
    assert theirs == ["voting.not_secretariat"]
    receipt = govflow.casting_vote(secretariat(cio), BALLOT, "yes", **recorded)
    assert (receipt.state, receipt.told["outcome"]) == ("closed", "PASSED")
    with cio.session.reading() as work:
        kept = work.ballots.get(BALLOT)
    cast = kept and kept.value.casting
    assert cast is not None
    assert (cast.person, cast.office, cast.recorder, cast.at) == (
        "chair",
        "cas.chair",
        "secretariat",
        at("10:16"),
    )
    number = next(number for number in receipt.documents if "-BR-" in number)
    text = govflow.document(cio.onlooker, number, lang="ja").text
    assert " 甲 chair、記録 甲 secretariat）が裁決しました：賛成" in text
    assert cio.problems() == []


def test_nobody_is_recorded_as_the_chair_who_was_not_there(cio: Government) -> None:
    tied(cio)
    govflow.leave(secretariat(cio), MEETING, ["cas.chair"])
    recorded: dict[str, Any] = {"reason": "r", "recorded_for": True}
    assert refused(Refused, govflow.casting_vote, secretariat(cio), BALLOT, "no", **recorded) == [
        "voting.not_in_session",
        "paper.nobody_chaired",
    ]
    govflow.escalate_ballot(secretariat(cio), BALLOT, reason="議長がいない", at="10:30")
    assert govflow.show_ballot(cio.onlooker, BALLOT).closed_at == at("10:30")
    assert cio.problems() == []


def test_a_decision_is_of_the_day_of_the_meeting_and_consent_and_amendments_of_its_times(
    cio: Government,
) -> None:
    desk = secretariat(cio)
    govflow.move_amendment(
        desk,
        MEETING,
        1,
        kind="amount",
        text="減額",
        amount=300,
        seat="mic.cio",
        recorded_for=True,
        at="10:07",
    )
    assert refused(Refused, put, cio, amendment=1, at="10:06") == ["meeting.runs_back"]
    put(cio, amendment=1, asks=False, at="10:08")
    for seat in CIOS:
        said(cio, seat, "no")
    govflow.close_ballot(desk, BALLOT, at="10:09")
    number = govflow.add_item(desk, MEETING, title="一括", section="decide", part="consent").told["item"]
    consent = govflow.pass_consent(desk, MEETING, at="10:30")
    [ballot] = consent.told["ballots"]
    view = govflow.show_ballot(cio.onlooker, ballot)
    assert (view.opened_at, view.closed_at) == (at("10:30"), at("10:30"))
    held = kept(cio)
    assert held.items[str(number)].called_at == at("10:30")
    assert held.items["1"].amendments["1"].at == at("10:07")
    [line] = govflow.list_decisions(cio.onlooker)
    assert (line.number, line.decided_on) == (view.decision, DAY)
    assert cio.problems() == []


def test_elsewhere_an_act_on_a_ballot_is_recorded_when_it_happens(cabinet: Government) -> None:
    council(cabinet)
    motion(cabinet)
    opened(cabinet, seats=EVERYBODY)
    desk = secretariat(cabinet)
    govflow.call_item(desk, MEETING, 1)
    assert refused(Refused, put, cabinet, at="10:30") == ["paper.not_on_paper"]
    assert refused(Refused, govflow.pass_consent, desk, MEETING, at="10:30")[0] == "paper.not_on_paper"
    moved: dict[str, Any] = {"kind": "defer", "text": "t", "seat": "mof.cio", "recorded_for": True}
    assert refused(Refused, govflow.move_amendment, desk, MEETING, 1, **moved, at="10:30") == [
        "paper.not_on_paper"
    ]
    put(cabinet, asks=False)
    assert refused(Refused, said, cabinet, "mof.cio", "yes", at=f"{TODAY}T09:00") == ["paper.not_on_paper"]
    said(cabinet, "mof.cio", "yes")
    said(cabinet, "mhlw.cio", "no")
    govflow.close_ballot(desk, BALLOT)
    written: dict[str, Any] = {"reason": "r", "recorded_for": True}
    assert refused(Refused, govflow.casting_vote, desk, BALLOT, "yes", **written) == ["paper.chair_casts"]
    assert govflow.casting_vote(cabinet.person("chair"), BALLOT, "yes", reason="r").state == "closed"
    assert cabinet.problems() == []


def test_a_meeting_on_paper_takes_up_nothing_that_was_decided_or_left_after_it(cabinet: Government) -> None:
    council(cabinet)
    desk = secretariat(cabinet)
    opened(cabinet, seats=EVERYBODY)
    govflow.add_item(desk, MEETING, title="運営要領の改正", section="decide")
    govflow.end_meeting(desk, MEETING)
    cabinet.on(DAY)
    motion(cabinet, key="before")
    given = {"body": "cio_council", "question": "回線を遮断する", "reason": "攻撃を受けている"}
    number = govflow.decide_in_emergency(cabinet.person("gcio"), **given).told["decision"]
    held = {"body": "cio_council", "place": "庁舎", "held_on_paper": "議事録綴 第2号"}
    early = govflow.call_meeting(desk, **held, at="2025-04-10T10:00").reference
    assert govflow.gather_items(desk, early).told["count"] == 1
    govflow.open_meeting(desk, early, seats=EVERYBODY)
    [item] = govflow.show_meeting(cabinet.onlooker, early).agenda
    assert (item.proposal is not None, item.earlier) == (True, ())
    govflow.call_item(desk, early, 1)
    known = {"meeting": early, "item": 1, "new_facts": "新しい事実"}
    assert "register.decided_later" in refused(Refused, govflow.reconsider, desk, number, **known)
    on_the_day = govflow.call_meeting(desk, **held, at=f"{DAY}T09:00").reference
    assert govflow.gather_items(desk, on_the_day).told["count"] == 2
    assert cabinet.problems() == []
