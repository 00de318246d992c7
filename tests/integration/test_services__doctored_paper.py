"""Times and a chair that the record of a meeting held on paper does not allow are found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from doctored_ballots import Told, again, knowing, rewrite
from doctored_rows import problems
from government import Government
from paper_meeting import DAY, LATER, at, called, paper
from sitting import MEETING, council, secretariat
from sitting_ballots import BALLOT, EVERYBODY, put

import govflow
from govflow.domain.council.meeting import Meeting

DOCTORED = {
    "a vote before the ballot was opened": (2, "10:09"),
    "a vote after it was recorded": (2, "later"),
    "a close before the last vote": (4, "10:12"),
    "an opening before the item was called": (0, "10:04"),
}


@pytest.mark.parametrize("what", DOCTORED)
def test_another_time_than_the_record_of_the_meeting_allows_is_found(cabinet: Government, what: str) -> None:
    place, time = DOCTORED[what]
    paper(cabinet)
    copy = copied(cabinet)
    assert problems(copy) == set()
    stamp = "2025-07-01T00:00:00.000000Z" if time == "later" else at(time)

    def doctored(told: list[Told]) -> list[Told]:
        told[place] = knowing(told[place], at=stamp)
        if place == 0:
            ballot = told[0]["changes"]["ballot"] | {"opened_at": stamp}
            told[0] = told[0] | {"changes": told[0]["changes"] | {"ballot": ballot}}
        return told

    rewrite(copy, BALLOT, again(doctored))
    assert "audit.impossible" in problems(copy)


def test_a_casting_vote_recorded_for_who_did_not_chair_is_found(cabinet: Government) -> None:
    paper(cabinet)
    govflow.casting_vote(secretariat(cabinet), BALLOT, "yes", reason="r", recorded_for=True, at="10:20")
    copy = copied(cabinet)
    assert problems(copy) == set()

    def doctored(told: list[Told]) -> list[Told]:
        sitting = told[-1]["facts"]["sitting"] | {"presiding": "mof.cio"}
        told[-1] = knowing(told[-1], sitting=sitting)
        return told

    rewrite(copy, BALLOT, again(doctored))
    assert "audit.impossible" in problems(copy)


def test_a_ballot_put_before_the_one_that_was_recorded_before_it_is_found(cabinet: Government) -> None:
    called(cabinet)
    desk, second = secretariat(cabinet), "CIO-2025-B002"
    amendment: dict[str, Any] = {"kind": "amount", "text": "減額", "amount": 300, "seat": "mic.cio"}
    govflow.move_amendment(desk, MEETING, 1, **amendment, recorded_for=True, at="10:06")
    put(cabinet, amendment=1, asks=False, at="10:10")
    govflow.record_positions(desk, BALLOT, {}, others="no", at="10:20")
    govflow.close_ballot(desk, BALLOT, at="10:25")
    cabinet.on(f"{LATER}T17:00")
    put(cabinet, asks=False, at="10:30")
    copy = copied(cabinet)
    assert problems(copy) == set()

    def doctored(told: list[Told]) -> list[Told]:
        ballot = told[0]["changes"]["ballot"] | {"opened_at": at("10:15")}
        told[0] = knowing(told[0], at=at("10:15")) | {"changes": told[0]["changes"] | {"ballot": ballot}}
        return told

    rewrite(copy, second, again(doctored))
    assert "audit.impossible" in problems(copy)


def test_an_agenda_with_a_decision_that_was_made_after_the_meeting_is_found(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    council(cabinet)
    cabinet.on(DAY)
    given = {"body": "cio_council", "question": "回線を遮断する", "reason": "攻撃を受けている"}
    govflow.decide_in_emergency(cabinet.person("gcio"), **given)
    desk, held = secretariat(cabinet), {"body": "cio_council", "place": "庁舎", "held_on_paper": "議事録綴"}
    govflow.call_meeting(desk, **held, at="2025-04-10T10:00")
    with monkeypatch.context() as unaware:
        unaware.setattr(Meeting, "could_know", lambda *_: True)
        assert govflow.gather_items(desk, MEETING).told["count"] == 1
        govflow.open_meeting(desk, MEETING, seats=EVERYBODY)
        govflow.call_item(desk, MEETING, 1)
        put(cabinet)
        assert cabinet.problems() == []
    found = [str(each) for each in govflow.verify(cabinet.session).problems]
    assert len(found) == 2
    assert all("decided_later" in each for each in found)


def copied(government: Government) -> Path:
    """A copy of the store, to be doctored."""
    copy = government.folder / "copy.db"
    with closing(sqlite3.connect(government.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy
