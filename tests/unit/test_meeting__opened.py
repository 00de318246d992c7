"""A meeting opens on its day and at its time, with a quorum and somebody who presides; so it goes on, until its end."""

from __future__ import annotations

import pytest
from sample_meeting import RULE, START, meeting, minute, sitting_of, there
from sample_reasons import EARLIER, EARLY, codes, moment, only

from govflow.domain.council.attendance import opened, suspended
from govflow.domain.council.meeting import Meeting, Pause
from govflow.domain.council.meeting_checks import (
    When,
    cannot_end,
    cannot_go_on,
    cannot_open,
    cannot_resume,
    cannot_suspend,
)
from govflow.messages import notice

ENOUGH = ("chair", "a", "b", "c")
DAY_BEFORE, DAY_AFTER = "2025-04-14", "2025-04-16"


def against_opening(*seats: str, when: When, reason: str = "") -> list[str]:
    before = there(meeting(), *seats, at=when.at)
    return codes(cannot_open(before, opened(before, at=when.at), RULE, when=when, reason=reason))


def paused(found: Meeting) -> Meeting:
    return suspended(found, Pause(START, "a break"))


def test_a_meeting_opens_from_its_time_on_and_earlier_with_a_reason() -> None:
    assert against_opening(*ENOUGH, when=moment(START)) == []
    assert against_opening(*ENOUGH, when=moment(minute(20))) == []
    assert against_opening(*ENOUGH, when=moment(EARLY)) == ["before_its_time"]
    assert against_opening(*ENOUGH, when=moment(EARLY), reason="all are here") == []


def test_a_meeting_opens_on_its_day_whatever_the_reason() -> None:
    assert against_opening(*ENOUGH, when=moment(EARLIER, day=DAY_BEFORE)) == ["other_day"]
    assert against_opening(*ENOUGH, when=moment(EARLIER, day=DAY_BEFORE), reason="why not") == ["other_day"]
    assert against_opening(*ENOUGH, when=moment(minute(9), day=DAY_AFTER)) == ["other_day"]


def test_a_meeting_opens_with_a_quorum_and_somebody_who_presides() -> None:
    assert against_opening("chair", "a", "b", when=moment()) == ["no_quorum"]
    assert against_opening("a", "b", "c", when=moment()) == ["nobody_presides"]
    assert against_opening(when=moment(EARLY)) == ["before_its_time", "no_quorum", "nobody_presides"]


def test_a_lack_of_a_quorum_is_told_with_its_numbers() -> None:
    why = only(cannot_go_on(sitting_of("chair", "a"), RULE))
    assert why.code == "meeting.no_quorum"
    assert {name: why.params[name] for name in ("of", "needed", "attending", "missing")} == {
        "of": 6,
        "needed": 3,
        "attending": 1,
        "missing": 2,
    }


def test_who_could_preside_is_told_where_nobody_does() -> None:
    found = sitting_of("a", "b", "c")
    assert only(cannot_go_on(found, RULE)).params["chairs"] == ["chair", "deputy"]
    assert only(cannot_go_on(found._replace(chairs=()), RULE)).params["chairs"] == notice("answer.none")


def test_a_question_is_put_while_the_meeting_can_go_on() -> None:
    assert codes(cannot_go_on(sitting_of(*ENOUGH), RULE)) == []
    assert codes(cannot_go_on(sitting_of(), RULE)) == ["no_quorum", "nobody_presides"]
    assert codes(cannot_go_on(paused(sitting_of()), RULE)) == ["wrong_state"]


def test_a_sitting_is_suspended_with_a_reason() -> None:
    assert codes(cannot_suspend(sitting_of(*ENOUGH), reason="a break", when=moment())) == []
    assert codes(cannot_suspend(sitting_of(*ENOUGH), reason="", when=moment())) == ["no_reason"]


def test_a_suspended_sitting_is_resumed_once_it_can_go_on() -> None:
    assert codes(cannot_resume(paused(sitting_of(*ENOUGH)), RULE, when=moment())) == []
    assert codes(cannot_resume(paused(sitting_of("a", "b")), RULE, when=moment())) == [
        "no_quorum",
        "nobody_presides",
    ]
    assert codes(cannot_resume(sitting_of("a", "b"), RULE, when=moment())) == ["wrong_state"]


@pytest.mark.parametrize("found", [sitting_of(*ENOUGH), paused(sitting_of("a"))])
def test_a_sitting_ends_when_its_ballots_have_an_outcome_with_a_quorum_or_without(found: Meeting) -> None:
    assert codes(cannot_end(found, ballots=[], when=moment())) == []
    why = only(cannot_end(found, ballots=("TC-2025-B001", "TC-2025-B002"), when=moment()))
    assert (why.code, why.params) == ("meeting.ballots_open", {"ballots": ["TC-2025-B001", "TC-2025-B002"]})
