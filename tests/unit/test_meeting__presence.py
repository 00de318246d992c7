"""Who is on which seat and in what office, and what a quorum is counted of: each case by its numbers."""

from __future__ import annotations

from fractions import Fraction

from sample_meeting import RULE, START, fraction_rule, meeting, minute, seat, sitting_of, there

from govflow.domain.council.attendance import (
    Arrival,
    arriving,
    ended,
    expected,
    leaving,
    opened,
    own_seats,
    present_seats,
    presiding,
    quorum,
    quorum_of,
    resumed,
    seat_of,
    sitting,
    suspended,
    watched,
)
from govflow.domain.council.meeting import MeetingState, Pause, Proxy, Reply, Stay
from govflow.domain.council.tally import Quorum

ALTERNATE = Arrival("b", "b_alternate", "b_alternate_person")
WITH_PROXIES = fraction_rule(Fraction(1, 2), inclusive=True, proxies=True)


def proxy(giver: str, holder: str, *items: int) -> Proxy:
    return Proxy(giver, holder, items, f"{giver}_person", None, START)


def says(name: str, *, attends: bool, alternate: str | None = None) -> Reply:
    return Reply(name, attends, alternate, "", f"{name}_person", None, START)


def test_who_sits_on_a_seat_is_who_came_last_and_has_not_left() -> None:
    found = arriving(leaving(there(meeting(), "a", "b"), ["b"], at=minute(2)), [ALTERNATE], at=minute(3))
    assert sitting(found, "a") == Stay(1, "a", "a", "a_person", START)
    assert sitting(found, "b") == Stay(3, "b", "b_alternate", "b_alternate_person", minute(3))
    assert sitting(found, "c") is None
    assert present_seats(found) == ("a", "b")


def test_who_comes_is_numbered_after_whoever_came_before() -> None:
    found = there(there(meeting(), "a"), "b", "c", at=minute(2))
    assert [*found.stays] == ["1", "2", "3"]
    assert [(stay.number, stay.seat) for stay in found.every_stay()] == [(1, "a"), (2, "b"), (3, "c")]


def test_who_leaves_has_been_there_until_then_and_nobody_else_leaves() -> None:
    found = leaving(there(meeting(), "a", "b"), ["b", "c"], at=minute(2))
    assert {stay.seat: stay.until for stay in found.every_stay()} == {"a": None, "b": minute(2)}
    again = leaving(found, ["b"], at=minute(9))
    assert again == found


def test_a_seat_is_held_in_person_only_by_its_holder() -> None:
    found = arriving(there(meeting(), "a"), [ALTERNATE], at=START)
    assert own_seats(found) == {"a"}


def test_before_the_meeting_is_opened_nobody_presides_over_it() -> None:
    called = there(meeting(), "deputy")
    assert called.chair is None
    assert presiding(called) == "deputy"
    begun = opened(called, at=minute(1))
    assert (begun.state, begun.opened_at, begun.chair) == (MeetingState.OPEN, minute(1), "deputy")


def test_an_alternate_of_the_chair_does_not_preside() -> None:
    found = arriving(meeting(), [Arrival("deputy", "deputy_alternate", "x")], at=START)
    assert presiding(found) is None
    assert opened(found, at=START).chair is None


def test_without_a_quorum_in_the_rule_one_of_those_who_vote_is_needed() -> None:
    no_quorum = RULE._replace(quorum=None)
    for rule in (None, no_quorum):
        assert quorum_of(meeting(), rule, ["chair", "a", "b"]) == Quorum(of=6, needed=1, attending=2)
        assert quorum_of(meeting(), rule, []).held is False
    alone = meeting(seats=["chair"])
    assert quorum_of(alone, RULE, ["chair"]) == Quorum(of=0, needed=1, attending=0)


def test_a_quorum_is_of_the_seats_that_vote_whatever_their_weight() -> None:
    assert quorum_of(meeting(), RULE, ["chair", "a", "b"]) == Quorum(of=6, needed=3, attending=2)
    heavy = (seat("a")._replace(weight=5_000_000), seat("b"), seat("c"), seat("d"))
    assert quorum_of(meeting()._replace(seats=heavy), RULE, ["a"]) == Quorum(of=4, needed=2, attending=1)


def test_proxies_are_counted_only_for_the_whole_meeting_of_holders_in_person_and_by_the_rule() -> None:
    found = there(meeting(), "a")._replace(
        proxies={"c": proxy("c", "a"), "d": proxy("d", "a", 1), "e": proxy("e", "b")}
    )
    found = arriving(found, [ALTERNATE], at=START)
    assert quorum(found, WITH_PROXIES).attending == 3
    assert quorum(found, RULE).attending == 2
    assert quorum(found, None).attending == quorum(found, RULE._replace(quorum=None)).attending == 2


def test_the_seat_of_a_person_is_the_own_one_else_the_office_in_which_the_person_sat() -> None:
    found = leaving(arriving(meeting(), [ALTERNATE], at=START), ["b"], at=minute(1))
    assert seat_of(found, "a_person") == "a"
    assert seat_of(found, "b_alternate_person") == "b_alternate"
    assert seat_of(found, "nobody") is None
    also_in = arriving(found, [Arrival("b", "b_alternate", "c_person")], at=minute(2))
    assert seat_of(also_in, "c_person") == "c"


def test_a_meeting_that_lost_its_quorum_says_when_and_why() -> None:
    few = leaving(sitting_of("deputy", "a", "b"), ["a"], at=minute(3))
    found = watched(few, RULE, at=minute(3))
    assert found.state is MeetingState.SUSPENDED
    assert found.pauses == (Pause(minute(3), "", quorum=True, unchaired=False),)
    assert watched(found, RULE, at=minute(4)) == found


def test_a_pause_comes_after_those_before_it_and_only_the_last_is_over_when_the_meeting_goes_on() -> None:
    first = resumed(suspended(sitting_of("deputy"), Pause(minute(1), "lunch")), at=minute(2))
    second = suspended(first, Pause(minute(3), "alarm"))
    assert second.state is MeetingState.SUSPENDED
    found = resumed(second, at=minute(4))
    assert found.state is MeetingState.OPEN
    assert found.pauses == (
        Pause(minute(1), "lunch", until=minute(2)),
        Pause(minute(3), "alarm", until=minute(4)),
    )


def test_at_the_end_everybody_leaves_a_lasting_pause_is_over_and_who_presided_is_kept() -> None:
    paused = suspended(sitting_of("deputy", "a"), Pause(minute(1), "lunch", until=minute(2)))
    found = ended(suspended(paused, Pause(minute(3), "alarm")), at=minute(5))
    assert (found.state, found.ended_at, found.chair) == (MeetingState.ENDED, minute(5), "deputy")
    assert [stay.until for stay in found.every_stay()] == [minute(5), minute(5)]
    assert [pause.until for pause in found.pauses] == [minute(2), minute(5)]


def test_the_forecast_counts_an_alternate_as_present_but_not_as_holding_a_proxy() -> None:
    coming = {"a": says("a", attends=True), "b": says("b", attends=False, alternate="b_alternate")}
    found = meeting()._replace(replies=coming, proxies={"c": proxy("c", "a"), "d": proxy("d", "b")})
    told = expected(found, WITH_PROXIES)
    assert (told.coming, told.alternates) == (("a",), ("b",))
    assert told.quorum == Quorum(of=6, needed=3, attending=3)


def test_who_comes_in_person_is_not_counted_as_sending_an_alternate() -> None:
    replies = {"a": says("a", attends=True, alternate="a_alternate")}
    told = expected(meeting()._replace(replies=replies), None)
    assert (told.coming, told.alternates, told.away) == (("a",), (), ())
    assert told.quorum == Quorum(of=6, needed=1, attending=1)
