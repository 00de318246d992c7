"""A meeting is called with a place, with seats, and in time; one that was held on paper is recorded afterwards."""

from __future__ import annotations

from sample_meeting import START, meeting
from sample_reasons import DAY, EARLIER, codes, only

from govflow.domain.council.meeting import Meeting
from govflow.domain.council.meeting_checks import cannot_call, cannot_cancel

DAY_AFTER = "2025-04-16"


def against(found: Meeting, *, now: str = EARLIER, earliest: str = DAY) -> list[str]:
    return codes(cannot_call(found, now=now, earliest=earliest))


def test_a_meeting_has_a_place_and_seats() -> None:
    assert against(meeting()) == []
    assert against(meeting()._replace(place="")) == ["no_place"]
    assert against(meeting(seats=())._replace(place="")) == ["no_place", "no_seats"]


def test_a_meeting_is_called_before_it_starts() -> None:
    assert against(meeting(), now=START) == ["in_past"]
    assert against(meeting(), now=f"{DAY_AFTER}T01:00:00.000000Z", earliest=DAY_AFTER) == ["in_past"]
    assert against(meeting()._replace(shortened="urgent"), now=START) == ["in_past"]


def test_a_notice_shorter_than_the_charters_takes_a_reason() -> None:
    why = only(cannot_call(meeting(), now=EARLIER, earliest=DAY_AFTER))
    assert (why.code, why.params) == ("meeting.short_notice", {"day": DAY, "earliest": DAY_AFTER})
    assert against(meeting()._replace(shortened="urgent"), earliest=DAY_AFTER) == []


def test_a_notice_that_is_long_enough_is_not_shortened() -> None:
    hurried = meeting()._replace(shortened="urgent")
    assert against(hurried, earliest=DAY) == ["notice_suffices"]
    assert against(hurried, earliest="2025-04-14") == ["notice_suffices"]
    assert against(meeting(), earliest="2025-04-14") == []


def test_a_meeting_on_paper_is_recorded_once_it_was_held_and_has_no_notice_to_shorten() -> None:
    held = meeting()._replace(on_paper="letter no. 7")
    assert against(held, now=START, earliest=DAY_AFTER) == []
    assert against(held, now=f"{DAY_AFTER}T01:00:00.000000Z") == []
    assert against(held, now=EARLIER) == ["paper_to_come"]
    assert against(held._replace(shortened="urgent"), now=START) == ["paper_shortened"]
    assert against(held._replace(place="", shortened="urgent")) == [
        "no_place",
        "paper_to_come",
        "paper_shortened",
    ]


def test_a_meeting_is_cancelled_with_a_reason() -> None:
    assert codes(cannot_cancel(meeting(), reason="a storm")) == []
    assert codes(cannot_cancel(meeting(), reason="")) == ["no_reason"]
