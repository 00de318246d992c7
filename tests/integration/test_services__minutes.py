"""Minutes: drawn up from the record, sent round, corrected, signed by two members, published without what is closed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from doctored_rows import doctor
from government import Government, refused
from sitting import CIOS, MEETING, called, council, motion, opened, secretariat

import govflow
from govflow.domain.council.minutes import Minutes
from govflow.errors import NotAuthorised, Refused

UNTIL = date(2025, 4, 18)
AFTERWARDS = "2025-04-21"
EVERYBODY = ("cas.chair", *CIOS)
SPOKEN = "委員から費用の内訳について質問があり、事務局が説明した。"
SECRET = "未公表の調達価格に言及があった。"


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def held(government: Government) -> str:
    """A meeting that has ended, with one motion that was carried over and one report."""
    motion(government, title="年金記録システム")
    meeting = opened(government, seats=EVERYBODY)
    desk = secretariat(government)
    govflow.call_item(desk, meeting, 1)
    govflow.carry_over_item(desk, meeting, 1, reason="資料の追加を待つ")
    govflow.add_item(desk, meeting, title="進捗の報告", section="report")
    govflow.note_item(desk, meeting, 2, note="了承した。")
    govflow.end_meeting(desk, meeting)
    return meeting


def circulated(government: Government) -> str:
    """A draft that goes round."""
    meeting = held(government)
    govflow.draft_minutes(secretariat(government), meeting)
    govflow.circulate_minutes(secretariat(government), meeting, until=UNTIL)
    return meeting


def signed(government: Government, *persons: str) -> str:
    """Minutes signed once they have gone round."""
    meeting = circulated(government)
    government.on(AFTERWARDS)
    for person in persons or ("mof_cio", "mic_cio"):
        govflow.sign_minutes(government.person(person), meeting)
    return meeting


def minutes(government: Government, meeting: str = MEETING) -> Minutes:
    with government.session.reading() as work:
        kept = work.meetings.get(meeting)
    assert kept is not None
    return kept.value.minutes


def text(government: Government, number: str, lang: str = "ja") -> str:
    return govflow.document(government.onlooker, number, lang=lang).text


def test_a_draft_is_drawn_up_from_the_record(cio: Government) -> None:
    meeting = held(cio)
    govflow.add_remark(secretariat(cio), meeting, 1, text=SPOKEN)
    number = govflow.draft_minutes(secretariat(cio), meeting).told["document"]
    assert number == "CIO-MN-2025-0001"
    ja, en = text(cio, number), text(cio, number, "en")
    for told, words in (
        (
            ja,
            (
                "第一会議室",
                "職mof.cio",
                "甲 mof_cio",
                "年金記録システム",
                "次の会議に継続した",
                SPOKEN,
                "了承した",
            ),
        ),
        (en, ("office mof.cio", "Ko mof_cio", "carried over to the next meeting", SPOKEN)),
    ):
        assert [word for word in words if word not in told] == []
    assert cio.problems() == []


def test_minutes_of_a_meeting_that_goes_on_are_not_drawn_up(cio: Government) -> None:
    called(cio)
    assert refused(Refused, govflow.draft_minutes, secretariat(cio), MEETING) == ["minutes.not_ended"]
    assert refused(Refused, govflow.add_remark, secretariat(cio), MEETING, 1, text=" ") == [
        "minutes.not_opened",
        "minutes.no_item",
        "minutes.no_text",
    ]
    for act in (govflow.draft_minutes, govflow.publish_minutes):
        assert refused(NotAuthorised, act, cio.person("mof_cio"), MEETING) == ["meeting.not_officer"]


def test_members_ask_for_corrections_while_the_draft_goes_round(cio: Government) -> None:
    meeting = held(cio)
    member = cio.person("mhlw_cio")
    assert refused(Refused, govflow.correct_minutes, member, meeting, text="x") == ["minutes.not_circulated"]
    assert refused(Refused, govflow.circulate_minutes, secretariat(cio), meeting, until=date(2025, 4, 1)) == [
        "minutes.no_draft",
        "minutes.until_past",
    ]
    govflow.draft_minutes(secretariat(cio), meeting)
    govflow.circulate_minutes(secretariat(cio), meeting, until=UNTIL)
    receipt = govflow.correct_minutes(member, meeting, text="発言の趣旨は費用ではなく時期である。")
    assert receipt.told == {"document": "CIO-MN-2025-0001", "number": 1}
    assert refused(NotAuthorised, govflow.correct_minutes, cio.person("mof_clerk"), meeting, text="x") == [
        "minutes.not_member"
    ]
    cio.on(AFTERWARDS)
    assert refused(Refused, govflow.correct_minutes, cio.person("mhlw_cio"), meeting, text="x") == [
        "minutes.too_late"
    ]
    assert refused(Refused, govflow.sign_minutes, cio.person("mof_cio"), meeting) == [
        "minutes.record_changed"
    ]
    again = govflow.draft_minutes(secretariat(cio), meeting).told["document"]
    assert "費用ではなく時期" in text(cio, again)
    govflow.sign_minutes(cio.person("mof_cio"), meeting)
    assert cio.problems() == []


def test_a_remark_stands_in_place_of_the_one_that_it_replaces(cio: Government) -> None:
    meeting, desk = held(cio), secretariat(cio)
    govflow.add_remark(desk, meeting, 1, text="誤記")
    govflow.add_remark(desk, meeting, 1, text=SPOKEN, replaces=1)
    for item, number in ((1, 1), (2, 2), (1, 9)):
        assert refused(Refused, govflow.add_remark, desk, meeting, item, text="x", replaces=number) == [
            "minutes.no_remark"
        ]
    draft = text(cio, govflow.draft_minutes(desk, meeting).told["document"])
    assert SPOKEN in draft
    assert "誤記" not in draft


def test_two_members_who_attended_sign_and_nobody_else_does(cio: Government) -> None:
    meeting = circulated(cio)
    assert refused(Refused, govflow.sign_minutes, cio.person("mof_cio"), meeting) == [
        "minutes.still_circulated"
    ]
    cio.on(AFTERWARDS)
    for person in ("secretariat", "mof_clerk", "mof_dcio"):
        assert refused(NotAuthorised, govflow.sign_minutes, cio.person(person), meeting) == [
            "minutes.not_attended"
        ]
    assert govflow.sign_minutes(cio.person("mof_cio"), meeting).told["signed"] == 1
    assert refused(Refused, govflow.sign_minutes, cio.person("mof_cio"), meeting) == ["minutes.signed_by_you"]
    assert refused(Refused, govflow.publish_minutes, secretariat(cio), meeting) == ["minutes.not_signed"]
    govflow.sign_minutes(cio.person("mic_cio"), meeting)
    assert refused(Refused, govflow.sign_minutes, cio.person("chair"), meeting) == ["minutes.signed_by_all"]
    assert [each.person for each in minutes(cio).signatures] == ["mof_cio", "mic_cio"]
    assert cio.problems() == []


def test_a_member_who_is_of_the_secretariat_too_does_not_sign(cio: Government) -> None:
    meeting = circulated(cio)
    cio.organise(appointments=[{"person": "mof_cio", "office": "cas.secretariat"}])
    cio.on(AFTERWARDS)
    assert refused(Refused, govflow.sign_minutes, cio.person("mof_cio"), meeting) == ["minutes.own_draft"]


def test_since_the_first_signature_nothing_changes(cio: Government) -> None:
    meeting = signed(cio, "mof_cio")
    desk, before = secretariat(cio), minutes(cio)
    for act, more in (
        (govflow.draft_minutes, {}),
        (govflow.add_remark, {"item": 1, "text": "x"}),
        (govflow.circulate_minutes, {"until": date(2025, 5, 1)}),
    ):
        assert refused(Refused, act, desk, meeting, **more) == ["minutes.signed_already"]
    assert minutes(cio) == before


def test_the_public_version_has_no_closed_remark_and_names_the_digests_of_the_full_one(
    cio: Government,
) -> None:
    meeting = held(cio)
    desk = secretariat(cio)
    govflow.add_remark(desk, meeting, 1, text=SPOKEN)
    govflow.add_remark(desk, meeting, 1, text=SECRET, closed=True)
    full = govflow.draft_minutes(desk, meeting).told["document"]
    govflow.circulate_minutes(desk, meeting, until=UNTIL)
    cio.on(AFTERWARDS)
    for person in ("mof_cio", "mic_cio"):
        govflow.sign_minutes(cio.person(person), meeting)
    receipt = govflow.publish_minutes(secretariat(cio), meeting)
    public = receipt.told["document"]
    assert public == "CIO-MP-2025-0001"
    assert SECRET in text(cio, full)
    for lang in ("ja", "en"):
        told = text(cio, public, lang)
        assert (SPOKEN in told, SECRET in told) == (True, False)
        source = govflow.document(cio.onlooker, full, lang=lang)
        assert source.text_digest in told
        assert (source.context_digest, source.number) == (receipt.told["full_digest"], receipt.told["full"])
    assert govflow.document(cio.onlooker, public, lang="ja").context_digest == receipt.told["digest"]
    assert SECRET not in context(cio, public)
    assert refused(Refused, govflow.publish_minutes, secretariat(cio), meeting) == [
        "minutes.published_already"
    ]
    assert cio.problems() == []


def context(government: Government, number: str) -> str:
    """What a document was rendered from."""
    with government.session.reading() as work:
        row = work.documents.get(number)
    assert row is not None
    return row.context


def test_a_meeting_held_on_paper_says_so_in_its_minutes(cio: Government) -> None:
    cio.on("2025-04-20")
    desk = secretariat(cio)
    meeting = govflow.call_meeting(
        desk, body="cio_council", at="2025-04-15T10:00", place="庁舎", held_on_paper="議事録綴 第3号"
    ).reference
    govflow.open_meeting(desk, meeting, seats=EVERYBODY, at="10:00")
    govflow.end_meeting(desk, meeting, at="11:30")
    number = govflow.draft_minutes(desk, meeting).told["document"]
    assert "議事録綴 第3号" in text(cio, number)
    assert "held on paper" in text(cio, number, "en")
    assert cio.problems() == []


def test_signatures_that_were_written_into_the_row_are_found(cabinet: Government) -> None:
    meeting = signed(council(cabinet), "mof_cio")
    assert cabinet.problems() == []
    with cabinet.session.reading() as work:
        kept = work.meetings.get(meeting)
        assert kept is not None
        row = work.meetings.row(kept.value, kept.version)
    content = json.loads(row["content"])
    content["minutes"]["signatures"] *= 2
    changed = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    doctor(cabinet.url, f"UPDATE meetings SET content = '{changed}'")
    assert cabinet.problems() == ["audit.row_differs"]
