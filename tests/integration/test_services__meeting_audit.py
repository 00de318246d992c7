"""Verification finds what could not have happened in a meeting, also where every hash and row was made to fit."""

from __future__ import annotations

import pytest
from doctored_rows import doctor
from government import Government
from rechained import Alter, by, saying, told_anew
from sitting import DAY, MEETING, QUORUM, called, council, motion, secretariat

import govflow
from govflow.messages import say


@pytest.fixture
def held(cabinet: Government) -> Government:
    """A meeting that was held: called (1), gathered for (2), replied to (3), opened (4), an item called (5), left (6),
    resumed (8) after an arrival (7), and ended (9)."""
    cio = council(cabinet)
    motion(cio)
    called(cio)
    desk = secretariat(cio)
    govflow.gather_items(desk, MEETING)
    govflow.reply(cio.person("mof_cio"), MEETING)
    cio.on(DAY)
    govflow.open_meeting(desk, MEETING, seats=QUORUM)
    cio.on(f"{DAY}T10:10")
    govflow.call_item(desk, MEETING, 1)
    cio.on(f"{DAY}T10:20")
    govflow.leave(desk, MEETING, ["mof.cio"])
    govflow.arrive(desk, MEETING, ["mic.cio"])
    govflow.resume_meeting(desk, MEETING)
    govflow.end_meeting(desk, MEETING)
    assert cio.problems() == []
    return cio


LATER = "2026-01-01T00:00:00.000000Z"
DOCTORED: dict[str, tuple[int, Alter]] = {
    "called by who may not": (1, by(person="mof_cio", office="mof.cio", role="ministry_cio")),
    "called by who did not hold the office": (1, by(person="gcio")),
    "called on shorter notice": (1, saying(day="2025-04-11")),
    "called without a seat": (1, saying(seats=[])),
    "called as if it were open": (1, saying(state="open")),
    "replied for a seat of others": (3, by(person="mhlw_cio", office="mhlw.cio")),
    "opened on other seats": (4, saying(chairs=["mof.cio"])),
    "opened with who did not hold the seat": (4, saying(stays={"2": {"person": "gcio"}})),
    "opened with too few": (4, saying(stays={"3": {"until": "2025-04-15T01:00:00.000000Z"}})),
    "called with who was not there": (5, saying(items={"1": {"present": [*QUORUM, "mic.cio"]}})),
    "called later than it was recorded": (5, saying(items={"1": {"called_at": LATER}})),
    "left without a word about the quorum": (6, saying(state="open", pauses=[])),
    "came as an alternate of nobody's": (7, saying(stays={"4": {"office": "mic.pmo"}})),
    "presided over by who may not": (8, saying(chair="mof.cio")),
    "ended with an item left": (9, saying(items={"1": {"state": "listed"}})),
    "another state than it says": (9, by(to_state="open")),
}


@pytest.mark.parametrize("what", DOCTORED)
def test_a_history_that_was_told_anew_is_found(held: Government, what: str) -> None:
    seq, alter = DOCTORED[what]
    told_anew(held.folder / "store.db", MEETING, seq=seq, alter=alter)
    found = govflow.verify(held.session).problems
    assert {problem.code for problem in found} & {"audit.impossible", "audit.step_state_differs"}
    assert all(say(problem, lang) for problem in found for lang in ("ja", "en"))


def test_telling_it_anew_as_it_was_is_no_finding(held: Government) -> None:
    """Negative control of the tool."""
    told_anew(held.folder / "store.db", MEETING, seq=5, alter=saying())
    assert held.problems() == []


ROWS = {
    "state": ("UPDATE meetings SET state = 'open'", "audit.row_differs"),
    "content": ("UPDATE meetings SET content = '{}'", "audit.row_differs"),
    "version": ("UPDATE meetings SET version = 3", "audit.row_differs"),
    "history": ("DELETE FROM history WHERE kind = 'meeting'", "audit.without_history"),
    "counter": ("UPDATE numbering SET last = 2 WHERE series LIKE 'meeting:%'", "audit.counter_differs"),
    "entry": ("UPDATE history SET note = 'x' WHERE kind = 'meeting' AND seq = 5", "history.altered"),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_row_that_was_altered_is_found(held: Government, what: str) -> None:
    statement, code = ROWS[what]
    doctor(held.folder / "store.db", statement)
    assert code in held.problems()


def test_a_proposal_moved_by_a_meeting_that_did_not_have_it_is_found(held: Government) -> None:
    other = motion(held, "m2")
    held.fire(other, "placed", cause=f"meeting {MEETING}")
    assert held.problems() == ["audit.other_agenda"]


def test_an_item_whose_proposal_was_never_moved_is_found(held: Government) -> None:
    other = motion(held, "m2")
    called(held, at="2025-04-30T10:00")
    govflow.add_item(secretariat(held), "CIO-2025-M002", title="動議", section="decide")
    path = held.folder / "store.db"
    told_anew(path, "CIO-2025-M002", seq=2, alter=saying(items={"1": {"proposal": other}}))
    assert held.problems() == ["audit.other_agenda"]
