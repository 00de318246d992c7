"""A declared conflict of interest between ballots about a decision or about a ballot, and when offices change hands."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from balloting import CIOS as PERSONS
from balloting import close, load, load_council
from balloting import opened as asked
from balloting import vote as voted
from doctored_ballots import changing, rewrite
from government import Government, refused
from sitting import CIOS, DAY, MEETING, motions, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, put, said

import govflow
from govflow.errors import Refused

OUT = ["voting.recused", "voting.conflicted"]


@pytest.fixture
def cio(cabinet: Government) -> Government:
    """The council of three ministries, which answers by a day too."""
    load_council(cabinet)
    return motions(cabinet)


@pytest.fixture
def panel(cabinet: Government) -> Government:
    """A body that decides by consensus and may lift a block, with one that was made."""
    load(cabinet, "panel", rule="consensus", override="two_thirds")
    voted(cabinet, "mof_cio", "block", ballot=asked(cabinet, body="panel"), text="費用")
    return cabinet


PANEL = "PN-2025-B001"


def recusals(cio: Government, ballot: str) -> list[tuple[str, str | None]]:
    """Which seats are out of a ballot, and since which."""
    seats = govflow.show_ballot(cio.onlooker, ballot).seats
    return [(seat.seat, seat.recused_in) for seat in seats if seat.recused_for is not None]


def declared(cio: Government, ballot: str, person: str = "mof_cio") -> None:
    govflow.recuse(cio.person(person), ballot, reason="親族")


def withdrawn(cio: Government, ballot: str) -> None:
    govflow.withdraw_ballot(secretariat(cio), ballot, reason="資料を待つ")


def reconsidered(cio: Government, number: str) -> str:
    return govflow.reconsider(secretariat(cio), number, new_facts="費用が倍になった").reference


def decided(cio: Government, *, without: str = "") -> str:
    """The number of a decision that was made, one seat being in conflict or not."""
    item_called(cio)
    put(cio, asks=False)
    if without:
        declared(cio, BALLOT, without)
    for seat, person in zip(CIOS, PERSONS, strict=True):
        if person != without:
            said(cio, seat, "yes")
    return str(govflow.close_ballot(secretariat(cio), BALLOT).told["decision"])


def offices_changed(cio: Government) -> None:
    """Who had one seat has another, and somebody new has the first."""
    cio.organise(
        persons=["mof_new"],
        without=["mof.cio", "mic.cio"],
        appointments=[
            {"person": "mof_new", "office": "mof.cio"},
            {"person": "mof_cio", "office": "mic.cio"},
        ],
    )


def test_who_changes_office_in_a_ballot_stays_in_conflict_and_the_successor_votes(cio: Government) -> None:
    asked(cio)
    declared(cio, BALLOT)
    offices_changed(cio)
    assert refused(Refused, voted, cio, "mof_cio", seat="mic.cio") == ["voting.conflicted"]
    declared(cio, BALLOT)
    assert refused(Refused, voted, cio, "mof_cio", seat="mic.cio") == OUT
    assert refused(Refused, declared, cio, BALLOT) == ["voting.recused_already"]
    voted(cio, "mof_new")
    govflow.unrecuse(cio.person("mof_cio"), BALLOT, reason="親族は応札しない")
    voted(cio, "mof_cio", seat="mic.cio")
    assert cio.problems() == []


def test_what_was_said_before_the_conflict_does_not_count_again_when_the_office_changes_hands(
    cio: Government,
) -> None:
    asked(cio)
    voted(cio, "mof_cio")
    declared(cio, BALLOT)
    offices_changed(cio)
    voted(cio, "mhlw_cio", "no")
    seats = govflow.show_ballot(cio.onlooker, BALLOT).seats
    assert [seat.position for seat in seats] == [None, "no", None]
    assert cio.problems() == []


def test_in_a_sitting_nobody_writes_down_or_objects_for_who_is_in_conflict_in_another_office(
    cio: Government,
) -> None:
    item_called(cio)
    put(cio)
    declared(cio, BALLOT)
    offices_changed(cio)
    govflow.leave(secretariat(cio), MEETING, ["mic.cio"])
    govflow.arrive(secretariat(cio), MEETING, ["mic.cio"])
    mover = cio.person("mof_cio")
    assert refused(Refused, govflow.object_to, mover, BALLOT, seat="mic.cio", text="費用") == [
        "voting.conflicted"
    ]
    govflow.object_to(cio.person("mhlw_cio"), BALLOT, text="費用")
    assert refused(Refused, said, cio, "mic.cio", "yes") == ["voting.conflicted"]
    assert cio.problems() == []


def test_who_has_no_office_when_the_matter_comes_back_is_out_of_any_taken_then(cio: Government) -> None:
    cio.organise(persons=["mof_new"])
    number = decided(cio, without="mof_cio")
    new = [{"person": "mof_new", "office": "mof.cio"}]
    cio.organise(persons=["mof_new"], without=["mof.cio"], appointments=new)
    again = reconsidered(cio, number)
    assert recusals(cio, again) == []
    back = [{"person": "mof_cio", "office": "mof.cio"}]
    cio.organise(persons=["mof_new"], without=["mof.cio"], appointments=back)
    assert refused(Refused, voted, cio, "mof_cio", ballot=again) == ["voting.conflicted"]
    assert cio.problems() == []


def test_what_was_declared_in_a_reconsideration_holds_in_the_next_one(cio: Government) -> None:
    number = decided(cio)
    first = reconsidered(cio, number)
    declared(cio, first)
    withdrawn(cio, first)
    second = reconsidered(cio, number)
    assert recusals(cio, second) == [("mof.cio", first)]
    assert refused(Refused, voted, cio, "mof_cio", ballot=second) == OUT
    assert cio.problems() == []


def test_what_was_taken_back_in_a_reconsideration_binds_no_longer_in_the_next_one(cio: Government) -> None:
    number = decided(cio, without="mof_cio")
    first = reconsidered(cio, number)
    assert recusals(cio, first) == [("mof.cio", BALLOT)]
    govflow.unrecuse(cio.person("mof_cio"), first, reason="親族は応札しない")
    withdrawn(cio, first)
    assert recusals(cio, reconsidered(cio, number)) == []
    assert cio.problems() == []


def test_a_proposal_whose_decision_was_rescinded_comes_back_with_the_conflicts_of_that(
    cio: Government,
) -> None:
    number = decided(cio)
    govflow.end_meeting(secretariat(cio), MEETING)
    again = reconsidered(cio, number)
    declared(cio, again)
    for person in PERSONS[1:]:
        voted(cio, person, ballot=again)
    close(cio, again)
    later = govflow.call_meeting(
        secretariat(cio), body="cio_council", at="2025-04-22T10:00", place="第一会議室"
    ).reference
    govflow.gather_items(secretariat(cio), later)
    cio.on("2025-04-22")
    govflow.open_meeting(secretariat(cio), later, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), later, 1)
    ballot = govflow.open_in_sitting(secretariat(cio), later, 1, asks=False).reference
    assert recusals(cio, ballot) == [("mof.cio", again)]
    assert cio.problems() == []


def test_an_override_beside_a_running_ballot_knows_its_conflicts_of_that_moment(panel: Government) -> None:
    declared(panel, PANEL, "mic_cio")
    panel.on("2025-04-11")
    override = asked(panel, body="panel", override=PANEL)
    assert recusals(panel, override) == [("mic.cio", PANEL)]
    panel.on("2025-04-14")
    declared(panel, PANEL, "mhlw_cio")
    assert recusals(panel, override) == [("mic.cio", PANEL)]
    assert panel.problems() == []


def test_what_was_declared_in_an_override_holds_in_the_next_one(panel: Government) -> None:
    override = asked(panel, body="panel", override=PANEL)
    declared(panel, override, "mic_cio")
    withdrawn(panel, override)
    assert recusals(panel, asked(panel, body="panel", override=PANEL)) == [("mic.cio", override)]
    assert panel.problems() == []


def test_the_last_word_counts_in_whichever_of_two_ballots_beside_each_other_it_was_said(
    panel: Government,
) -> None:
    declared(panel, PANEL, "mic_cio")
    panel.on("2025-04-11")
    first = asked(panel, body="panel", override=PANEL)
    withdrawn(panel, first)
    panel.on("2025-04-14")
    govflow.unrecuse(panel.person("mic_cio"), PANEL, reason="親族は応札しない")
    panel.on("2025-04-15")
    assert recusals(panel, asked(panel, body="panel", override=PANEL)) == []
    assert panel.problems() == []


def test_an_override_rewritten_so_that_who_is_in_conflict_votes_is_found(panel: Government) -> None:
    """Negative control."""
    declared(panel, PANEL, "mic_cio")
    panel.on("2025-04-11")
    override = asked(panel, body="panel", override=PANEL)
    copy = panel.folder / "copy.db"
    with closing(sqlite3.connect(panel.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    rewrite(copy, override, lambda told: [changing(told[0], recused={})])
    with govflow.open(str(copy), account="auditor") as session:
        found = [problem.code for problem in govflow.verify(session).problems]
    assert found == ["audit.impossible"]


def test_the_agenda_of_an_advisory_body_names_who_is_out_of_what_it_discusses(cio: Government) -> None:
    load(cio, "panel", powers=["advise"])
    meeting = govflow.call_meeting(
        secretariat(cio), body="panel", at=f"{DAY}T10:00", place="第一会議室"
    ).reference
    govflow.add_item(secretariat(cio), meeting, title="意見", section="discuss")
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), meeting, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), meeting, 1)
    ballot = govflow.open_in_sitting(secretariat(cio), meeting, 1, asks=False).reference
    declared(cio, ballot)
    [item] = govflow.show_meeting(cio.onlooker, meeting).agenda
    assert [(each.person["en"], each.ballot) for each in item.conflicts] == [("Ko mof_cio", ballot)]
    number = govflow.issue_document(secretariat(cio), meeting, "attendance").documents[0]
    assert "## 除斥の申出" in govflow.document(cio.onlooker, number, lang="ja").text
