"""Meetings in a store: called with notice, opened with a quorum, and recorded as people come and go."""

from __future__ import annotations

import pytest
from government import Government, refused
from sitting import CIOS, DAY, MEETING, QUORUM, called, council, kept, motion, opened, secretariat

import govflow
from govflow.domain.council.item import ItemState, Part
from govflow.domain.council.meeting import MeetingState
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def test_a_meeting_is_called_with_the_charters_notice(cio: Government) -> None:
    assert called(cio) == MEETING
    meeting = kept(cio)
    assert (meeting.state, meeting.day, meeting.shortened) == (MeetingState.CALLED, DAY, "")
    assert [seat.name for seat in meeting.seats] == ["cas.chair", *CIOS]
    assert meeting.chairs == ("cas.chair",)
    assert refused(Refused, called, cio, at="2025-04-14T10:00") == ["meeting.short_notice"]
    short = called(cio, at="2025-04-14T10:00", shortened="予算編成の期限のため")
    assert (short, kept(cio, short).shortened) == ("CIO-2025-M002", "予算編成の期限のため")
    assert cio.problems() == []


def test_a_call_is_refused_with_every_reason(cio: Government) -> None:
    assert refused(Refused, called, cio, at="2025-04-09T10:00", place=" ") == [
        "meeting.no_place",
        "meeting.in_past",
    ]
    assert refused(Refused, called, cio, shortened="急ぐ") == ["meeting.notice_suffices"]
    assert refused(Refused, called, cio, held_on_paper="議事録") == ["meeting.paper_to_come"]
    assert refused(BadInput, called, cio, at="tomorrow") == ["session.bad_now"]
    assert refused(NotFound, called, cio, body="cio_counsil") == ["body.not_in_force"]
    said = {"body": "cio_council", "at": f"{DAY}T10:00", "place": "x"}
    for person in ("chair", "mof_cio", "admin"):
        assert refused(NotAuthorised, govflow.call_meeting, cio.person(person), **said) == [
            "meeting.not_officer"
        ]
    assert called(cio) == MEETING


def test_the_agenda_is_computed_from_what_waits(cio: Government) -> None:
    first, second = motion(cio, "m1"), motion(cio, "m2", ministry="mhlw")
    called(cio)
    receipt = govflow.gather_items(secretariat(cio), MEETING, part="consent")
    assert receipt.told == {"count": 2, "returning": 0, "left_out": []}
    assert [(item.proposal, item.part) for item in kept(cio).agenda()] == [
        (second, Part.CONSENT),
        (first, Part.CONSENT),
    ]
    assert (cio.state(first), cio.state(second)) == ("agenda", "agenda")
    assert govflow.gather_items(secretariat(cio), MEETING).told["count"] == 0
    assert cio.problems() == []


def test_items_are_added_moved_taken_out_and_removed(cio: Government) -> None:
    reference = motion(cio)
    called(cio)
    desk = secretariat(cio)
    govflow.add_item(desk, MEETING, proposal=reference, part="consent")
    govflow.add_item(desk, MEETING, title="情勢")
    govflow.add_item(desk, MEETING, title="共通方針", section="decide")
    govflow.move_items(desk, MEETING, [2], section="report")
    assert [item.number for item in kept(cio).agenda()] == [1, 3, 2]
    govflow.move_items(desk, MEETING, [3], part="consent", to=1)
    assert [item.number for item in kept(cio).agenda()] == [3, 1, 2]
    govflow.take_out_item(cio.person("mic_cio"), MEETING, 1)
    assert kept(cio).items["1"].part is Part.DISCUSSION
    assert refused(Refused, govflow.take_out_item, cio.person("mic_cio"), MEETING, 1) == [
        "meeting.not_consent"
    ]
    assert refused(NotAuthorised, govflow.take_out_item, cio.person("mof_clerk"), MEETING, 3) == [
        "meeting.not_holder"
    ]
    assert refused(Refused, govflow.remove_item, desk, MEETING, 1, reason=" ") == ["meeting.no_reason"]
    govflow.remove_item(desk, MEETING, 1, reason="資料の不備")
    assert (kept(cio).items["1"].state, cio.state(reference)) == (ItemState.REMOVED, "ready")
    assert cio.problems() == []


def test_what_comes_back_is_marked_with_where_it_was(cio: Government) -> None:
    reference = motion(cio)
    meeting = opened(cio)
    govflow.add_item(secretariat(cio), meeting, title="情勢")
    receipt = govflow.end_meeting(secretariat(cio), meeting)
    assert receipt.told["carried_over"] == [1, 2]
    assert cio.state(reference) == "ready"
    later = called(cio, at="2025-04-30T10:00")
    told = govflow.gather_items(secretariat(cio), later).told
    assert (told["count"], told["returning"]) == (2, 2)
    assert [item.earlier for item in kept(cio, later).agenda()] == [(f"{meeting}/1",), (f"{meeting}/2",)]
    assert cio.problems() == []


def test_below_the_quorum_nothing_is_opened_or_recorded(cio: Government) -> None:
    called(cio)
    before = kept(cio)
    desk = secretariat(cio.on(DAY))
    for seats, reasons in (
        (["mof.cio"], ["meeting.no_quorum", "meeting.nobody_presides"]),
        (["cas.chair", "mof.cio"], ["meeting.no_quorum"]),
        (["mof.cio", "mhlw.cio"], ["meeting.nobody_presides"]),
    ):
        assert refused(Refused, govflow.open_meeting, desk, MEETING, seats=seats) == reasons
    assert kept(cio) == before
    receipt = govflow.open_meeting(desk, MEETING, seats=QUORUM)
    assert receipt.told == {
        "of": 3,
        "needed": 2,
        "attending": 2,
        "state": "open",
        "chair": {"ja": "職cas.chair", "en": "office cas.chair"},
    }


def test_a_meeting_is_opened_on_its_day_only(cio: Government) -> None:
    called(cio)
    wrong = refused(Refused, govflow.open_meeting, secretariat(cio), MEETING, seats=QUORUM)
    assert wrong == ["meeting.other_day"]


def test_a_departure_that_loses_the_quorum_suspends_the_meeting_in_the_same_act(cio: Government) -> None:
    meeting = opened(cio)
    desk = secretariat(cio)
    receipt = govflow.leave(desk, meeting, ["mof.cio"])
    assert receipt.state == "suspended"
    [pause] = kept(cio).pauses
    assert (pause.quorum, pause.unchaired, pause.until) == (True, False, None)
    assert refused(Refused, govflow.resume_meeting, desk, meeting) == ["meeting.no_quorum"]
    govflow.arrive(desk, meeting, ["mic.cio"])
    assert govflow.resume_meeting(desk, meeting).state == "open"
    govflow.leave(desk, meeting, ["cas.chair"])
    assert [(pause.quorum, pause.unchaired) for pause in kept(cio).pauses] == [(True, False), (False, True)]
    assert cio.problems() == []


def test_an_alternate_of_the_charter_counts_and_others_do_not(cio: Government) -> None:
    called(cio)
    desk = secretariat(cio.on(DAY))
    assert refused(Refused, govflow.arrive, desk, MEETING, ["mof.cio"], alternate="mof.pmo") == [
        "meeting.no_alternate"
    ]
    govflow.arrive(desk, MEETING, ["mof.cio"], alternate="mof.dcio")
    assert refused(Refused, govflow.arrive, desk, MEETING, ["mof.cio"]) == ["meeting.there_already"]
    govflow.open_meeting(desk, MEETING, seats=["cas.chair", "mic.cio"])
    stays = kept(cio).stays.values()
    assert [(stay.seat, stay.office, stay.person) for stay in stays] == [
        ("mof.cio", "mof.dcio", "mof_dcio"),
        ("cas.chair", "cas.chair", "chair"),
        ("mic.cio", "mic.cio", "mic_cio"),
    ]


def test_an_item_is_called_once_and_freezes_who_is_there(cio: Government) -> None:
    reference = motion(cio)
    meeting = opened(cio)
    desk = secretariat(cio)
    govflow.call_item(cio.person("chair"), meeting, 1)
    item = kept(cio).items["1"]
    assert (item.state, item.present, cio.state(reference)) == (ItemState.CALLED, QUORUM, "debate")
    assert refused(Refused, govflow.call_item, desk, meeting, 1) == ["meeting.item_settled"]
    assert refused(Refused, govflow.call_item, desk, meeting, 9) == ["meeting.unknown_item"]
    govflow.carry_over_item(desk, meeting, 1, reason="資料を待つ")
    assert (kept(cio).items["1"].state, cio.state(reference)) == (ItemState.CARRIED_OVER, "ready")
    assert cio.problems() == []


def test_reports_are_noted_and_decisions_are_not(cio: Government) -> None:
    motion(cio)
    meeting = opened(cio)
    desk = secretariat(cio)
    number = govflow.add_item(desk, meeting, title="進捗", section="report").told["item"]
    govflow.note_item(desk, meeting, number, note="了承")
    item = kept(cio).items[str(number)]
    assert (item.state, item.note, item.present) == (ItemState.DONE, "了承", QUORUM)
    assert refused(Refused, govflow.note_item, desk, meeting, 1) == ["meeting.is_to_be_decided"]


def test_an_act_on_another_version_or_as_a_trial_keeps_nothing(cio: Government) -> None:
    called(cio)
    desk = secretariat(cio)
    with pytest.raises(Conflict):
        govflow.add_item(desk, MEETING, title="情勢", expected_version=2)
    assert govflow.add_item(desk, MEETING, title="情勢", expected_version=1, dry_run=True).told["item"] == 1
    assert kept(cio).items == {}
    assert govflow.show_meeting(cio.onlooker, MEETING).version == 1


def test_who_calls_without_a_place_is_told_the_whole_command(cio: Government) -> None:
    with pytest.raises(Refused) as told:
        called(cio, place=" ")
    assert told.value.next_command == "govflow meeting call cio_council --at TIME --place PLACE"
