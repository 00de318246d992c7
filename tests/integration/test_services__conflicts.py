"""A declared conflict of interest lasts: in every later ballot of the body on the matter, until it is taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from balloting import load_council
from doctored_ballots import changing, rewrite
from government import Government, refused
from sitting import CIOS, DAY, MEETING, council, motion, motions, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, put, said

import govflow
from govflow.errors import Refused

SECOND, THIRD = "CIO-2025-B002", "CIO-2025-B003"
LATER = "CIO-2025-M002"


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def declared(cio: Government, ballot: str = BALLOT, person: str = "mof_cio", reason: str = "親族") -> None:
    govflow.recuse(cio.person(person), ballot, reason=reason)


def end(cio: Government, meeting: str = MEETING) -> None:
    govflow.end_meeting(secretariat(cio), meeting)


def held_again(cio: Government, day: str = "2025-04-22", meeting: str = LATER) -> None:
    """The next meeting, with everybody there and the first of what was carried over called."""
    govflow.call_meeting(secretariat(cio), body="cio_council", at=f"{day}T10:00", place="第一会議室")
    govflow.gather_items(secretariat(cio), meeting)
    cio.on(day)
    govflow.open_meeting(secretariat(cio), meeting, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), meeting, 1)


def put_again(cio: Government, meeting: str = LATER) -> str:
    return govflow.open_in_sitting(secretariat(cio), meeting, 1, asks=False).reference


def recusals(cio: Government, ballot: str) -> list[tuple[str, str, str | None]]:
    """Who is out of a ballot, for what reason and since which ballot."""
    seats = govflow.show_ballot(cio.onlooker, ballot).seats
    return [(seat.seat, seat.recused_for, seat.recused_in) for seat in seats if seat.recused_for is not None]


def carried_over(cio: Government, *, without: str = "", reason: str = "親族") -> None:
    """A motion that was voted on with one seat in conflict, and came back on the next agenda."""
    item_called(cio)
    put(cio, asks=False)
    declared(cio, reason=reason)
    if without:
        govflow.unrecuse(cio.person("mof_cio"), BALLOT, reason=without)
    govflow.withdraw_ballot(secretariat(cio), BALLOT, reason="資料を待つ")
    govflow.carry_over_item(secretariat(cio), MEETING, 1, reason="資料を待つ")
    end(cio)


def test_who_declared_a_conflict_is_out_of_the_next_ballot_on_the_proposal_in_another_meeting(
    cio: Government,
) -> None:
    carried_over(cio)
    held_again(cio)
    assert put_again(cio) == SECOND
    assert recusals(cio, SECOND) == [("mof.cio", "親族", BALLOT)]
    assert refused(Refused, govflow.cast, cio.person("mof_cio"), SECOND, "yes") == [
        "voting.recused",
        "voting.conflicted",
    ]
    assert refused(Refused, govflow.recuse, cio.person("mof_cio"), SECOND, reason="r") == [
        "voting.recused_already"
    ]
    for person in ("mhlw_cio", "mic_cio"):
        govflow.cast(cio.person(person), SECOND, "yes")
    assert govflow.close_ballot(secretariat(cio), SECOND).told["outcome"] == "PASSED"
    tally = govflow.show_ballot(cio.onlooker, SECOND).tally
    assert tally is not None
    assert tally.counts["R"] == 1
    assert cio.problems() == []


def test_a_question_without_a_proposal_keeps_its_conflicts_where_it_is_carried_over(cio: Government) -> None:
    meeting = govflow.call_meeting(
        secretariat(cio), body="cio_council", at=f"{DAY}T10:00", place="第一会議室"
    ).reference
    govflow.add_item(secretariat(cio), meeting, title="運営要領の改正", section="decide")
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), meeting, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), meeting, 1)
    put(cio, asks=False)
    declared(cio)
    govflow.withdraw_ballot(secretariat(cio), BALLOT, reason="修正のため")
    govflow.carry_over_item(secretariat(cio), MEETING, 1, reason="修正のため")
    end(cio)
    held_again(cio)
    put_again(cio)
    assert recusals(cio, SECOND) == [("mof.cio", "親族", BALLOT)]
    assert cio.problems() == []


def test_a_conflict_that_was_taken_back_with_a_reason_binds_no_longer(cio: Government) -> None:
    carried_over(cio, without="親族は応札しない")
    held_again(cio)
    put_again(cio)
    assert recusals(cio, SECOND) == []
    assert cio.problems() == []


def test_it_is_taken_back_where_it_was_carried_over_and_then_for_good(cio: Government) -> None:
    carried_over(cio)
    held_again(cio)
    put_again(cio)
    assert refused(Refused, govflow.unrecuse, cio.person("mof_cio"), SECOND, reason=" ") == [
        "voting.reason_missing"
    ]
    govflow.unrecuse(cio.person("mof_cio"), SECOND, reason="親族は応札しない")
    govflow.cast(cio.person("mof_cio"), SECOND, "yes")
    govflow.withdraw_ballot(secretariat(cio), SECOND, reason="図表の差替え")
    put_again(cio)
    assert recusals(cio, THIRD) == []
    assert cio.problems() == []


def test_a_successor_in_the_office_is_free_and_the_person_is_bound_in_any_other(cio: Government) -> None:
    carried_over(cio)
    cio.organise(
        persons=["mof_new"],
        without=["mof.cio", "mic.cio"],
        appointments=[
            {"person": "mof_new", "office": "mof.cio"},
            {"person": "mof_cio", "office": "mic.cio"},
        ],
    )
    held_again(cio)
    put_again(cio)
    assert recusals(cio, SECOND) == [("mic.cio", "親族", BALLOT)]
    govflow.cast(cio.person("mof_new"), SECOND, "yes")
    assert refused(Refused, govflow.cast, cio.person("mof_cio"), SECOND, "yes") == [
        "voting.recused",
        "voting.conflicted",
    ]
    assert cio.problems() == []


def test_it_is_the_conflict_of_this_matter_and_body_alone(cio: Government) -> None:
    motion(cio, key="m2")
    carried_over(cio)
    held_again(cio)
    govflow.call_item(secretariat(cio), LATER, 2)
    other = govflow.open_in_sitting(secretariat(cio), LATER, 2, asks=False).reference
    assert recusals(cio, other) == []
    assert cio.problems() == []


def test_an_amendment_and_the_main_question_are_one_matter(cio: Government) -> None:
    item_called(cio)
    govflow.move_amendment(
        secretariat(cio),
        MEETING,
        1,
        kind="amount",
        seat="mic.cio",
        text="減額",
        amount=400,
        recorded_for=True,
    )
    put(cio, amendment=1, asks=False)
    declared(cio)
    for seat in ("mhlw.cio", "mic.cio"):
        said(cio, seat, "yes")
    govflow.close_ballot(secretariat(cio), BALLOT)
    put(cio, asks=False)
    assert recusals(cio, SECOND) == [("mof.cio", "親族", BALLOT)]
    assert cio.problems() == []


def test_a_reconsideration_is_of_the_same_matter(either: Government) -> None:
    cio = motions(either)
    load_council(cio)
    item_called(cio)
    put(cio, asks=False)
    declared(cio)
    for seat in CIOS[1:]:
        said(cio, seat, "yes")
    number = govflow.close_ballot(secretariat(cio), BALLOT).told["decision"]
    again = govflow.reconsider(secretariat(cio), number, new_facts="費用が倍になった").reference
    assert recusals(cio, again) == [("mof.cio", "親族", BALLOT)]
    assert cio.problems() == []


def test_the_consent_part_does_not_have_the_assent_of_who_is_in_conflict(cio: Government) -> None:
    carried_over(cio)
    govflow.call_meeting(secretariat(cio), body="cio_council", at="2025-04-22T10:00", place="第一会議室")
    govflow.gather_items(secretariat(cio), LATER, part="consent")
    cio.on("2025-04-22")
    govflow.open_meeting(secretariat(cio), LATER, seats=EVERYBODY)
    govflow.pass_consent(secretariat(cio), LATER)
    seats = govflow.show_ballot(cio.onlooker, SECOND).seats
    assert [seat.position for seat in seats] == [None, "assent", "assent"]
    assert recusals(cio, SECOND) == [("mof.cio", "親族", BALLOT)]
    assert cio.problems() == []


def test_agenda_and_attendance_name_who_is_out_of_a_matter_and_do_not_say_why(cio: Government) -> None:
    carried_over(cio)
    held_again(cio)
    [item] = govflow.show_meeting(cio.onlooker, LATER).agenda
    [conflict] = item.conflicts
    assert (conflict.person["en"], conflict.reason, conflict.ballot) == ("Ko mof_cio", "親族", BALLOT)
    for kind in ("attendance", "agenda"):
        number = govflow.issue_document(secretariat(cio), LATER, kind).documents[0]
        text = govflow.document(cio.onlooker, number, lang="ja").text
        assert "## 除斥の申出" in text
        assert BALLOT in text
        assert "親族" not in text  # the reason is in `ballot show`
    assert cio.problems() == []


def test_minutes_in_full_and_in_public_name_who_was_out_of_a_matter(cio: Government) -> None:
    carried_over(cio)
    drafted = govflow.draft_minutes(secretariat(cio), MEETING).told["document"]
    govflow.circulate_minutes(secretariat(cio), MEETING, until=date(2025, 4, 16))
    cio.on("2025-04-17")
    for person in ("mof_cio", "mic_cio"):
        govflow.sign_minutes(cio.person(person), MEETING)
    public = govflow.publish_minutes(secretariat(cio), MEETING).told["document"]
    for number in (drafted, public):
        text = govflow.document(cio.onlooker, number, lang="ja").text
        assert "除斥の申出" in text
        assert BALLOT in text[text.index("除斥の申出") :].split("##")[0]
    assert cio.problems() == []


def test_a_ballot_rewritten_so_that_who_is_in_conflict_votes_is_found(cabinet: Government) -> None:
    """Negative control."""
    carried_over(council(cabinet))
    held_again(cabinet)
    put_again(cabinet)
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    rewrite(copy, SECOND, lambda told: [changing(told[0], recused={})])
    with govflow.open(str(copy), account="auditor") as session:
        found = [problem.code for problem in govflow.verify(session).problems]
    assert found == ["audit.impossible"]
