"""The next meeting takes what was carried over; then the whole record is verified."""

from __future__ import annotations

from meeting_day.agenda import Way
from meeting_day.convening import PLACE
from meeting_day.day import AGAIN, BODY, CHAIR, MEETING, NEXT, VOTING, Day

CARRIED_OVER = (Way.DISPERSED, Way.UNREACHED)


def what_was_carried_over_comes_back(day: Day) -> None:
    """Marked as returning, with what became of it before."""
    day.do("meeting call", BODY, at=AGAIN, place=PLACE)
    day.do("meeting gather", NEXT)
    items, before = day.items(NEXT), day.items(MEETING)
    assert {*items} == {plan.programme for plan in day.going(*CARRIED_OVER)}
    for programme, item in items.items():
        (earlier,) = item["earlier"]
        assert (earlier["meeting"], earlier["item"]) == (MEETING, before[programme]["item"])
        assert earlier["state"] == "carried_over"


def it_is_decided_and_the_numbers_go_on(day: Day) -> None:
    numbers = [line["number"] for line in day.see("decision list", body=BODY)]
    day.on(AGAIN)
    day.do("meeting open", NEXT, seats=[CHAIR, *VOTING])
    day.do("meeting move", NEXT, *(item["item"] for item in day.items(NEXT).values()), part="consent")
    day.do("ballot consent", NEXT)
    day.do("meeting end", NEXT)
    assert {day.states()[plan.programme] for plan in day.going(*CARRIED_OVER)} == {"gcio_decision"}
    more = [line["number"] for line in day.see("decision list", body=BODY)][len(numbers) :]
    assert more == [f"CIO-2025-D{len(numbers) + nth:03d}" for nth in (1, 2)]


def the_record_holds(day: Day) -> None:
    assert day.see("audit verify")["problems"] == []
