"""A meeting held on paper among others: what could be known when, whose words are whose, which times are possible."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from balloting import CIOS as PERSONS
from balloting import close, load, vote
from balloting import opened as asked
from doctored_ballots import again, rewrite
from doctored_rows import doctor
from government import Government, refused
from paper_meeting import DAY as PAPER
from paper_meeting import LATER, at, called, paper, tied
from sitting import CIOS, MEETING, MOTION, motion, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, put, said

import govflow
from govflow.domain.history import GENESIS, Entry, chained
from govflow.errors import NotAuthorised, Refused

SECOND = "CIO-2025-B002"


@pytest.fixture
def cio(cabinet: Government) -> Government:
    """The council with a rule that knows blocks."""
    load(cabinet, "cio_council", rule="consensus", series="CIO")
    govflow.load_workflow(cabinet.session, str(cabinet.write("motion.yaml", MOTION)))
    return cabinet


@pytest.fixture
def held(cabinet: Government) -> Government:
    called(cabinet)
    return cabinet


def test_a_blocked_ballot_is_not_its_own_predecessor(cio: Government) -> None:
    motion(cio)
    _recorded(cio, PAPER, LATER)
    put(cio, asks=False)
    said(cio, "mof.cio", "block", text="費用")
    govflow.record_positions(secretariat(cio), BALLOT, {}, others="yes")
    assert govflow.close_ballot(secretariat(cio), BALLOT).told["outcome"] == "BLOCKED"
    assert cio.problems() == []


@pytest.mark.parametrize("what", ["closed", "block", "conflict"])
def test_nobody_could_know_what_was_recorded_later(cio: Government, what: str) -> None:
    item_called(cio)
    desk = secretariat(cio)
    put(cio, asks=False)
    govflow.withdraw_ballot(desk, BALLOT, reason="x")
    govflow.carry_over_item(desk, MEETING, 1, reason="x")
    govflow.end_meeting(desk, MEETING)
    meeting = _recorded(cio, "2025-04-11", "2025-04-18")
    desk = secretariat(cio)
    closed = {"amount": "入札前"} if what == "closed" else None
    govflow.open_in_sitting(desk, meeting, 1, asks=False, at="10:10", closed=closed)
    if what == "block":
        said(cio, "mof.cio", "block", text="費用", ballot=SECOND, at="10:12")
        govflow.close_ballot(desk, SECOND, at="10:20")
    elif what == "conflict":
        govflow.recuse(desk, SECOND, seat="mof.cio", reason="親族", recorded_for=True, at="10:12")
        govflow.withdraw_ballot(desk, SECOND, reason="x", at="10:20")
    else:
        govflow.withdraw_ballot(desk, SECOND, reason="x", at="10:20")
    assert cio.problems() == []


def test_acts_that_leave_no_time_in_the_ballot_run_forward_too(held: Government) -> None:
    desk = secretariat(held)
    put(held, asks=False, at="10:10")
    held.organise(abolished=["mic.cio"])
    govflow.abolish_seat(desk, BALLOT, "mic.cio", reason="統合", at="10:30")
    assert refused(Refused, said, held, "mof.cio", "yes", at="10:20") == ["meeting.runs_back"]
    assert refused(Refused, govflow.leave, desk, MEETING, ["mof.cio"], at="10:20") == ["meeting.runs_back"]
    said(held, "mof.cio", "yes", at="10:31")
    assert held.problems() == []


def test_a_tie_that_waited_bounds_what_comes_after_its_papers_were_replaced(held: Government) -> None:
    desk = secretariat(held)
    put(held, asks=False, at="10:10")
    govflow.record_positions(desk, BALLOT, {"mof.cio": "yes", "mhlw.cio": "no"}, others="abstain", at="10:12")
    govflow.close_ballot(desk, BALLOT, at="10:30")
    govflow.add_paper(desk, MEETING, held.write("paper.txt", "new"), title="p", item=1)
    assert govflow.show_ballot(held.onlooker, BALLOT).state == "open"
    assert refused(Refused, said, held, "mof.cio", "yes", at="10:20") == ["meeting.runs_back"]
    assert held.problems() == []


def test_the_times_of_a_meeting_are_not_doctored_before_its_votes(cabinet: Government) -> None:
    paper(cabinet)
    desk = secretariat(cabinet)
    govflow.casting_vote(desk, BALLOT, "yes", reason="r", recorded_for=True, at="10:20")
    cabinet.on(f"{LATER}T15:00")
    govflow.leave(desk, MEETING, ["mof.cio"], at="10:40")
    govflow.end_meeting(desk, MEETING, at="11:00")
    assert cabinet.problems() == []
    found = (("10:40", "10:06", "meeting.runs_back"), ("11:00", "10:45", "meeting.record_end"))
    for time, earlier, reason in found:
        copy = _copied(cabinet)
        _moved(copy, at(time), at(earlier))
        assert _reasons(copy) == [reason]


def test_an_act_on_a_ballot_is_of_the_day_of_its_meeting(held: Government) -> None:
    assert refused(Refused, put, held, asks=False, at="2025-06-09T10:00") == ["paper.other_day"]
    put(held, asks=False, at=f"{PAPER}T10:10")
    assert refused(Refused, said, held, "mof.cio", "yes", at="2025-06-09T10:00") == ["paper.other_day"]
    assert held.problems() == []


def test_a_joint_decision_is_of_the_day_on_which_the_last_body_decided(cabinet: Government) -> None:
    called(cabinet)
    load(cabinet, "panel")
    desk = secretariat(cabinet)
    number = govflow.add_item(desk, MEETING, title="採用するか", section="decide").told["item"]
    govflow.call_item(desk, MEETING, number)
    first = govflow.open_in_sitting(desk, MEETING, number, asks=False, jointly_with=["panel"]).reference
    govflow.record_positions(desk, first, {}, others="yes")
    govflow.close_ballot(desk, first)
    second = asked(cabinet, body="panel", question="採用するか", jointly_with=["cio_council"])
    for person in PERSONS:
        vote(cabinet, person, "yes", ballot=second)
    close(cabinet, second)
    assert {line.decided_on for line in govflow.list_decisions(cabinet.onlooker)} == {LATER}
    assert cabinet.problems() == []


def test_nobody_speaks_into_a_meeting_weeks_after_it_was_held(held: Government) -> None:
    put(held, at="10:10")
    mine = held.person("mof_cio")
    assert refused(NotAuthorised, govflow.object_to, mine, BALLOT) == ["paper.said_there"]
    govflow.object_to(secretariat(held), BALLOT, seat="mhlw.cio", recorded_for=True)
    assert refused(NotAuthorised, govflow.cast, mine, BALLOT, "yes", at="10:12") == ["paper.said_there"]
    assert refused(NotAuthorised, govflow.recuse, mine, BALLOT, reason="r") == ["paper.said_there"]


def test_nor_does_its_chair_decide_a_tie_later(held: Government) -> None:
    tied(held)
    alone = refused(NotAuthorised, govflow.casting_vote, held.person("chair"), BALLOT, "yes", reason="r")
    assert alone == ["paper.chaired"]


def test_the_secretariat_records_for_who_sat_there_whatever_office_it_holds_since(
    cabinet: Government,
) -> None:
    called(cabinet)
    appointed = [
        {"person": "secretariat", "office": "mof.cio", "from": "2025-06-01"},
        {"person": "mof_cio", "office": "mof.cio", "from": "2025-04-01", "until": "2025-05-31"},
    ]
    cabinet.organise(without=["mof.cio"], appointments=appointed)
    put(cabinet, asks=False, at="10:10")
    said(cabinet, "mof.cio", "yes", at="10:12")
    [seat] = [each for each in govflow.show_ballot(cabinet.onlooker, BALLOT).seats if each.seat == "mof.cio"]
    assert (seat.voter or {})["en"] != (seat.recorder or {})["en"]
    assert cabinet.problems() == []


def test_a_note_says_what_the_act_says(cabinet: Government) -> None:
    paper(cabinet)
    desk = secretariat(cabinet)
    govflow.casting_vote(desk, BALLOT, "yes", reason="理由", recorded_for=True, at="10:20")
    copy = _copied(cabinet)
    rewrite(copy, BALLOT, again(lambda told: told))
    assert _reasons(copy) == []
    for entry in (0, -1):
        copy = _copied(cabinet)
        rewrite(copy, BALLOT, again(partial(_noting, entry)))
        assert "voting.record_note" in _reasons(copy)


def test_a_time_means_nothing_to_what_is_recorded_as_it_happens(cabinet: Government) -> None:
    paper(cabinet)
    session: Any = secretariat(cabinet)
    asks: list[tuple[Any, tuple[str, ...], dict[str, str]]] = [
        (govflow.open_ballot, (), {"body": "cio_council", "question": "q"}),
        (govflow.open_written, (), {"body": "cio_council", "closes_at": "2025-07-01T17:00", "reason": "r"}),
        (govflow.correct_position, (BALLOT, "mof.cio", "no"), {"reason": "r"}),
    ]
    for act, named, values in asks:
        with pytest.raises(TypeError, match="'at'"):
            act(session, *named, **values, at="10:30")


def test_a_casting_vote_waits_while_the_meeting_is_suspended(cabinet: Government) -> None:
    load(cabinet, "cio_council", series="CIO")
    govflow.load_workflow(cabinet.session, str(cabinet.write("motion.yaml", MOTION)))
    item_called(cabinet)
    put(cabinet, asks=False)
    desk = secretariat(cabinet)
    for seat, position in zip(CIOS, ("yes", "no", "abstain"), strict=True):
        said(cabinet, seat, position)
    assert govflow.close_ballot(desk, BALLOT).state == "waiting_for_casting_vote"
    assert govflow.leave(desk, MEETING, ["mof.cio", "mhlw.cio"]).told["state"] == "suspended"
    cast = {"reason": "r"}
    codes = refused(Refused, govflow.casting_vote, cabinet.person("chair"), BALLOT, "yes", **cast)
    assert codes == ["voting.not_in_session"]
    assert refused(Refused, govflow.end_meeting, desk, MEETING) == ["meeting.ballots_open"]
    assert govflow.close_ballot(desk, BALLOT).told["outcome"] == "NO_QUORUM"
    govflow.end_meeting(desk, MEETING)
    assert cabinet.problems() == []


def _recorded(cio: Government, day: str, later: str) -> str:
    """A meeting that was held on paper on a day, recorded later up to its first item."""
    cio.on(later)
    desk = secretariat(cio)
    held = {"body": "cio_council", "at": f"{day}T10:00", "place": "庁舎", "held_on_paper": "綴"}
    meeting = govflow.call_meeting(desk, **held).reference
    govflow.gather_items(desk, meeting)
    govflow.open_meeting(desk, meeting, seats=EVERYBODY, at="10:02")
    govflow.call_item(desk, meeting, 1, at="10:05")
    return meeting


def _noting(entry: int, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    told[entry] = told[entry] | {"note": "別の理由"}
    return told


def _copied(government: Government) -> Path:
    copy = government.folder / "copy.db"
    with closing(sqlite3.connect(government.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _reasons(path: Path) -> list[str]:
    """Why what is recorded is impossible, by what the auditor finds."""
    with govflow.open(str(path), account="auditor") as session:
        found = govflow.verify(session).problems
        return [getattr(problem.params.get("why"), "code", problem.code) for problem in found]


def _moved(path: Path, time: str, earlier: str) -> None:
    """A time of the meeting set earlier in its history, with a fitting chain, and in its row; that of its end stays."""
    where = f"kind = 'meeting' AND subject = '{MEETING}'"
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute(f"SELECT * FROM history WHERE {where} ORDER BY seq")]
    doctor(path, f"DELETE FROM history WHERE {where}")
    previous = GENESIS
    with closing(sqlite3.connect(path)) as connection, connection:
        for row in rows:
            changes = _earlier(row["changes"], time, earlier)
            entry = chained(Entry(**{**row, "changes": changes, "previous": previous, "hash": ""}))
            connection.execute(f"INSERT INTO history VALUES ({','.join('?' * len(entry))})", tuple(entry))
            previous = entry.hash
        [(content,)] = connection.execute("SELECT content FROM meetings WHERE reference = ?", (MEETING,))
        connection.execute("UPDATE meetings SET content = ?", (_earlier(content, time, earlier),))


def _earlier(content: str, time: str, earlier: str) -> str:
    ended = '"ended_at":"{}"'
    return content.replace(time, earlier).replace(ended.format(earlier), ended.format(time))
