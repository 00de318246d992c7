"""Who may take a seat: its holder, or an alternate whom the charter names; and only who is there leaves."""

from __future__ import annotations

from collections.abc import Sequence

from sample_meeting import meeting, minute, sitting_of, there
from sample_reasons import EARLIER, EARLY, codes, moment, only

from govflow.domain.council.attendance import Arrival, arriving
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.meeting_checks import Coming, cannot_arrive, cannot_leave
from govflow.messages import notice

DAY_BEFORE, DAY_AFTER = "2025-04-14", "2025-04-16"
HELD = sitting_of("chair", "b", "c")


def own(seat: str, *, person: str = "") -> Coming:
    """A holder on the own seat."""
    return Coming(seat, seat, (person or f"{seat}_person",), person or f"{seat}_person")


def sent(seat: str, *, person: str = "x") -> Coming:
    """The alternate of a seat."""
    return Coming(seat, f"{seat}_alternate", (person,), person)


def against(*coming: Coming, found: Meeting = HELD) -> list[str]:
    return codes(cannot_arrive(found, coming, when=moment()))


def against_leaving(found: Meeting, seats: Sequence[str]) -> list[str]:
    return codes(cannot_leave(found, seats, when=moment()))


def test_before_the_opening_they_come_on_the_day_and_a_sitting_may_last_beyond_it() -> None:
    assert codes(cannot_arrive(meeting(), [own("a")], when=moment(EARLY))) == []
    before = moment(EARLIER, day=DAY_BEFORE)
    assert codes(cannot_arrive(meeting(), [own("a")], when=before)) == ["other_day"]
    assert codes(cannot_arrive(HELD, [own("a")], when=moment(minute(30), day=DAY_AFTER))) == []


def test_a_seat_is_taken_by_its_holder_or_its_alternate() -> None:
    assert against(own("a")) == []
    assert against(sent("a")) == []
    assert against(Coming("a", "b_alternate", ("x",), "x")) == ["no_alternate"]
    assert against(own("nobody")) == ["unknown_seat"]


def test_who_may_sit_in_is_told_where_somebody_else_would() -> None:
    stranger = Coming("a", "stranger", ("x",), "x")
    why = only(cannot_arrive(HELD, [stranger], when=moment()))
    assert why.params == {"seat": "a", "office": "stranger", "alternates": ["a_alternate"]}
    alone = HELD._replace(seats=tuple(seat._replace(alternates=()) for seat in HELD.seats))
    why = only(cannot_arrive(alone, [stranger], when=moment()))
    assert why.params["alternates"] == notice("answer.none")


def test_it_is_clear_which_holder_came() -> None:
    two = Coming("a", "a", ("x", "y"), None)
    assert against(two) == ["who_came"]
    assert against(two._replace(person="z")) == ["who_came"]
    assert against(two._replace(person="y")) == []
    assert against(Coming("a", "a", (), None)) == ["nobody_holds"]


def test_a_seat_is_taken_by_one_at_a_time() -> None:
    assert against(own("b")) == ["there_already"]
    assert against(Coming("b", "stranger", (), None)) == ["no_alternate", "there_already"]


def test_nobody_comes_or_goes_twice_in_one_act() -> None:
    assert against(own("a"), own("d"), own("a")) == ["seat_twice"]
    assert against_leaving(HELD, ["b", "c", "b", "b"]) == ["seat_twice"]


def test_who_holds_two_seats_may_take_both() -> None:
    assert against(own("a", person="x"), own("d", person="x")) == []
    assert against(own("d", person="b_person")) == []


def test_who_sits_in_for_another_has_that_seat_alone() -> None:
    why = only(cannot_arrive(HELD, [sent("a", person="b_person")], when=moment()))
    assert (why.code, why.params) == ("meeting.two_seats", {"person": "b_person", "seats": ["b", "a"]})
    assert "two_seats" in against(sent("a"), sent("d"))
    assert "two_seats" in against(sent("a"), own("d", person="x"))
    assert against(sent("a"), sent("d", person="y")) == []


def test_who_sits_in_takes_no_seat_of_the_own_until_then() -> None:
    found = arriving(HELD, [Arrival("a", "a_alternate", "x")], at=minute(0))
    assert against(own("d", person="x"), found=found) == ["two_seats"]
    assert against(own("d"), found=found) == []


def test_who_came_where_that_is_unclear_is_not_taken_for_one_person() -> None:
    first, second = (sent(seat)._replace(person=None) for seat in ("a", "d"))
    assert against(first, second) == ["who_came", "who_came"]


def test_who_leaves_was_there() -> None:
    assert against_leaving(HELD, ["b", "c"]) == []
    assert against_leaving(there(meeting(), "a"), ["a"]) == []
    assert against_leaving(HELD, ["a", "nobody", "b"]) == ["not_there", "unknown_seat"]
    assert against_leaving(HELD, []) == ["no_seat_named"]
