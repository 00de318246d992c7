"""Before a sitting: replies, alternates and proxies against the quorum, and the papers by their digests."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from government import Government, refused
from sitting import CIOS, DAY, MEETING, QUORUM, called, council, kept, motion, opened, secretariat

import govflow
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def test_replies_forecast_who_comes_who_is_sent_and_who_is_silent(cio: Government) -> None:
    called(cio)
    govflow.reply(cio.person("mof_cio"), MEETING)
    govflow.reply(
        secretariat(cio), MEETING, seat="mhlw.cio", alternate="mhlw.dcio", recorded_for=True, note="出張"
    )
    found = govflow.forecast(cio.onlooker, MEETING)
    assert (found.coming, found.alternates, found.away) == (("mof.cio",), ("mhlw.cio",), ())
    assert found.silent == ("cas.chair", "mic.cio")
    assert (found.attending, found.needed, found.of, found.held) == (2, 2, 3, True)
    given = kept(cio).replies["mhlw.cio"]
    assert (given.person, given.recorder, given.comes) == ("mhlw_cio", "secretariat", True)
    govflow.reply(cio.person("mof_cio"), MEETING, attends=False)
    assert govflow.forecast(cio.onlooker, MEETING).held is False
    govflow.reply(cio.person("mof_cio"), MEETING, attends=True)
    govflow.reply(cio.person("chair"), MEETING)
    receipt = govflow.open_meeting(secretariat(cio.on(DAY)), MEETING, as_replied=True)
    assert (receipt.told["attending"], receipt.told["chair"]["en"]) == (2, "office cas.chair")
    assert sorted((s.seat, s.office) for s in kept(cio).stays.values()) == [
        ("cas.chair", "cas.chair"),
        ("mhlw.cio", "mhlw.dcio"),
        ("mof.cio", "mof.cio"),
    ]
    assert cio.problems() == []


def test_a_reply_that_cannot_be_is_refused(cio: Government) -> None:
    called(cio)
    holder = cio.person("mof_cio")
    assert refused(Refused, govflow.reply, holder, MEETING, attends=True, alternate="mof.pmo") == [
        "meeting.comes_and_sends",
        "meeting.no_alternate",
    ]
    assert refused(NotAuthorised, govflow.reply, holder, MEETING, seat="mic.cio") == ["meeting.not_holder"]
    assert refused(NotFound, govflow.reply, holder, MEETING, seat="mof.ci") == ["meeting.no_such_seat"]
    assert refused(NotAuthorised, govflow.reply, holder, MEETING, seat="mic.cio", recorded_for=True) == [
        "meeting.not_officer"
    ]
    assert refused(Refused, govflow.reply, secretariat(cio), MEETING, recorded_for=True) == [
        "meeting.name_the_seat"
    ]
    assert refused(NotFound, govflow.reply, holder, "CIO-2025-M01") == ["meeting.unknown"]
    cio.organise(without=["mof.dcio"])
    assert refused(Refused, govflow.reply, holder, MEETING, alternate="mof.dcio") == ["meeting.nobody_holds"]
    assert kept(cio).replies == {}


def test_proxies_are_not_known_to_a_charter_that_does_not_say_so(cio: Government) -> None:
    called(cio)
    assert refused(Refused, govflow.give_proxy, cio.person("mof_cio"), MEETING, to="mic.cio") == [
        "meeting.no_proxies"
    ]


def test_a_seat_lets_another_vote_for_it_where_the_charter_knows_proxies(cio: Government) -> None:
    from govflow.resources import body_files

    text = body_files()["cio_council"].read_text(encoding="utf-8")
    text = text.replace("version: 1\n", "version: 2\n").replace("notice:", "proxies: {at_most: 1}\nnotice:")
    govflow.load_body(cio.session, str(cio.write("proxies.yaml", text)))
    called(cio)
    receipt = govflow.give_proxy(cio.person("mof_cio"), MEETING, to="mic.cio")
    assert receipt.told == {"seat": "mof.cio", "holder": "mic.cio"}
    assert refused(Refused, govflow.give_proxy, cio.person("mhlw_cio"), MEETING, to="mic.cio") == [
        "meeting.too_many_proxies"
    ]
    assert govflow.forecast(cio.onlooker, MEETING).seats[1].proxy == "mic.cio"
    assert cio.problems() == []


def paper(cio: Government, name: str, text: str, **more: Any) -> govflow.CouncilReceipt:
    return govflow.add_paper(secretariat(cio), MEETING, cio.write(name, text), **more)


def test_papers_are_known_by_their_digests_and_replaced(cio: Government) -> None:
    motion(cio)
    meeting = opened(cio)
    first = paper(cio, "plan.pdf", "plan", title="計画", item=1)
    assert first.told["digest"] == hashlib.sha256(b"plan").hexdigest()
    before = govflow.list_papers(cio.onlooker, meeting)
    second = paper(cio, "plan2.pdf", "other plan", replaces=1)
    after = govflow.list_papers(cio.onlooker, meeting)
    assert [(p.paper, p.item, p.title, p.tabled, p.replaces, p.replaced_by) for p in after.papers] == [
        (1, 1, "計画", True, None, 2),
        (2, 1, "計画", True, 1, None),
    ]
    assert before.digest != after.digest
    assert second.told["reopened"] == []
    assert refused(Refused, paper, cio, "plan3.pdf", "x", replaces=1) == ["meeting.replaced_already"]
    assert refused(Refused, paper, cio, "plan3.pdf", "other plan", replaces=2) == ["meeting.same_paper"]
    assert refused(Refused, paper, cio, "plan3.pdf", "x", item=7) == [
        "meeting.no_title",
        "meeting.unknown_item",
    ]
    assert refused(Refused, paper, cio, "plan3.pdf", "x", replaces=9) == [
        "meeting.no_title",
        "meeting.unknown_paper",
    ]
    assert refused(BadInput, govflow.add_paper, secretariat(cio), MEETING, Path("missing.pdf")) == [
        "reading.file_missing"
    ]
    assert cio.problems() == []


def test_a_folder_is_compared_with_the_pack(cio: Government, tmp_path: Path) -> None:
    called(cio)
    for name in ("one", "two", "three"):
        paper(cio, f"{name}.pdf", name, title=name)
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "first.pdf").write_bytes(b"one")
    (folder / "two.pdf").write_bytes(b"altered")
    (folder / "notes.txt").write_bytes(b"mine")
    found = govflow.check_papers(cio.session, MEETING, folder)
    assert (found.found, found.differ, found.missing, found.unknown) == ((1,), (2,), (3,), ("notes.txt",))
    assert found.complete is False
    (folder / "two.pdf").write_bytes(b"two")
    (folder / "three.pdf").write_bytes(b"three")
    assert govflow.check_papers(cio.session, MEETING, folder).complete
    assert refused(BadInput, govflow.check_papers, cio.session, MEETING, folder / "no") == [
        "meeting.no_folder"
    ]


def test_a_meeting_held_on_paper_is_recorded_afterwards_with_its_own_times(cio: Government) -> None:
    on_paper = {"at": "2025-04-08T10:00", "held_on_paper": "第1回議事録"}
    meeting = called(cio, **on_paper)
    desk = secretariat(cio)
    govflow.add_item(desk, meeting, title="方針", section="report")
    govflow.open_meeting(desk, meeting, seats=QUORUM)
    govflow.arrive(desk, meeting, ["mic.cio"], at="10:20")
    govflow.note_item(desk, meeting, 1, at="2025-04-08T10:30")
    assert refused(Refused, govflow.leave, desk, meeting, ["mic.cio"], at="10:10") == ["meeting.runs_back"]
    assert refused(Refused, govflow.leave, desk, meeting, ["mic.cio"], at="2025-04-11T10:10") == [
        "meeting.ahead_of_clock"
    ]
    govflow.end_meeting(desk, meeting, at="11:00")
    found = govflow.show_meeting(cio.onlooker, meeting)
    assert (found.on_paper, found.state) == ("第1回議事録", "ended")
    assert (found.opened_at, found.ended_at) == (
        "2025-04-08T01:00:00.000000Z",
        "2025-04-08T02:00:00.000000Z",
    )
    assert [line.on_paper for line in govflow.list_meetings(cio.onlooker)] == ["第1回議事録"]
    assert cio.problems() == []


def test_a_meeting_is_shown_with_what_became_of_its_items(cio: Government) -> None:
    motion(cio)
    meeting = opened(cio)
    desk = secretariat(cio)
    govflow.arrive(desk, meeting, ["mic.cio"], alternate="mic.dcio")
    govflow.carry_over_item(desk, meeting, 1, reason="時間切れ")
    govflow.end_meeting(desk, meeting)
    later = called(cio, at="2025-04-30T10:00")
    govflow.gather_items(desk, later)
    shown = govflow.show_meeting(cio.onlooker, later)
    [item] = shown.agenda
    assert [(one.meeting, one.item, one.state, one.note) for one in item.earlier] == [
        (meeting, 1, "carried_over", "時間切れ")
    ]
    over = govflow.show_meeting(cio.onlooker, meeting)
    assert [(seat.seat, len(seat.stays)) for seat in over.seats] == [
        ("cas.chair", 1),
        *((c, 1) for c in CIOS),
    ]
    assert over.seats[3].stays[0].alternate == "mic.dcio"
    lines = govflow.list_meetings(cio.onlooker, body="cio_council", state="called")
    assert [(line.meeting, line.items) for line in lines] == [(later, 1)]
    assert refused(NotFound, govflow.list_meetings, cio.onlooker, body="cio_counsil") == ["body.not_in_force"]
    assert refused(BadInput, govflow.list_meetings, cio.onlooker, state="begun") == ["meeting.unknown_word"]


def test_a_cancelled_meeting_gives_its_proposals_back(cio: Government) -> None:
    reference = motion(cio)
    called(cio)
    govflow.gather_items(secretariat(cio), MEETING)
    assert refused(Refused, govflow.cancel_meeting, secretariat(cio), MEETING, reason=" ") == [
        "meeting.no_reason"
    ]
    govflow.cancel_meeting(secretariat(cio), MEETING, reason="台風")
    assert (kept(cio).cancelled, cio.state(reference)) == ("台風", "ready")
    assert refused(Refused, govflow.gather_items, secretariat(cio), MEETING) == ["meeting.wrong_state"]
    assert cio.problems() == []


def test_a_key_makes_repeating_safe(cio: Government) -> None:
    called(cio, key="k")
    again = govflow.call_meeting(
        secretariat(cio), body="cio_council", at=f"{DAY}T10:00", place="第一会議室", key="k"
    )
    assert (again.reference, again.repeated) == (MEETING, True)
    with pytest.raises(Conflict):
        called(cio, key="k", place="別室")
    assert [line.meeting for line in govflow.list_meetings(cio.onlooker)] == [MEETING]
