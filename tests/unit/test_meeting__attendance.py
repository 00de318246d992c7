"""Who is there follows from who came and went; the quorum follows from that."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_meeting import RULE, SEATS, START, fraction_rule, meeting, minute, sitting_of, there

from govflow.domain.council.attendance import (
    Arrival,
    arriving,
    ended,
    expected,
    leaving,
    present_seats,
    presiding,
    quorum,
    quorum_of,
    resumed,
    sitting,
    watched,
)
from govflow.domain.council.meeting import Meeting, MeetingState, Proxy, Reply

moves = st.lists(st.tuples(st.sampled_from(SEATS), st.booleans()), max_size=40)
fractions = st.builds(Fraction, st.integers(1, 6), st.integers(6, 8))


def after(walk: list[tuple[str, bool]], *, start: Meeting) -> Meeting:
    """Seats come and go, one a minute; who is there does not come, who is not does not go."""
    found = start
    for number, (name, comes) in enumerate(walk, start=1):
        if comes and sitting(found, name) is None:
            found = there(found, name, at=minute(number))
        elif not comes and sitting(found, name) is not None:
            found = leaving(found, [name], at=minute(number))
    return found


@given(moves)
def test_who_is_there_is_who_came_and_has_not_gone(walk: list[tuple[str, bool]]) -> None:
    latest = dict(walk)
    assert present_seats(after(walk, start=meeting())) == tuple(
        name for name in SEATS if latest.get(name, False)
    )


@given(moves)
def test_the_stays_of_a_seat_never_overlap(walk: list[tuple[str, bool]]) -> None:
    found = after(walk, start=meeting())
    for name in SEATS:
        stays = [stay for stay in found.stays.values() if stay.seat == name]
        for earlier, later in pairwise(stays):
            assert earlier.until is not None
            assert earlier.since < earlier.until <= later.since


@given(moves, fractions, st.booleans())
def test_the_quorum_is_a_part_of_the_voting_seats(
    walk: list[tuple[str, bool]], fraction: Fraction, inclusive: bool
) -> None:
    found = after(walk, start=meeting())
    latest = dict(walk)
    attending = sum(latest.get(name, False) for name in SEATS[1:])
    part = Fraction(attending, 6)
    counted = quorum(found, fraction_rule(fraction, inclusive=inclusive))
    assert (counted.of, counted.attending) == (6, attending)
    assert counted.held is (part >= fraction if inclusive else part > fraction)


@given(moves)
def test_an_open_meeting_has_its_quorum_and_a_chair_or_is_suspended(walk: list[tuple[str, bool]]) -> None:
    found = sitting_of(*SEATS)
    for number, (name, comes) in enumerate(walk, start=1):
        at = minute(number)
        found = watched(after([(name, comes)], start=found), RULE, at=at)
        sound = quorum(found, RULE).held and found.chair is not None
        assert sound or found.state is MeetingState.SUSPENDED
        if sound and found.state is MeetingState.SUSPENDED:
            found = resumed(found, at=at)
    over = ended(found, at=minute(50))
    assert present_seats(over) == ()
    assert all(pause.until for pause in over.pauses)


def test_without_a_quorum_in_the_rule_one_who_votes_has_to_be_there() -> None:
    assert quorum_of(meeting(), None, ["chair"]).held is False
    assert quorum_of(meeting(), RULE._replace(quorum=None), ["a"]).held is True
    assert quorum_of(meeting(seats=["chair"]), RULE, ["chair"]).held is False


def test_the_first_of_the_chairs_in_person_presides_and_the_deputy_until_then() -> None:
    found = sitting_of("deputy", "a", "b")
    assert found.chair == "deputy"
    assert there(found, "chair", at=minute(5)).chair == "chair"
    alternate = arriving(found, [Arrival("chair", "chair_alternate", "x")], at=minute(5))
    assert alternate.chair == "deputy"
    assert presiding(leaving(found, ["deputy"], at=minute(9))) is None


def test_only_an_open_meeting_is_suspended() -> None:
    called = there(meeting(), "a")
    assert watched(called, RULE, at=minute(3)) == called
    sound = sitting_of("deputy", "a", "b")
    assert watched(sound, RULE, at=minute(3)) == sound


def test_a_departure_says_why_the_meeting_is_suspended() -> None:
    def pause_without(*gone: str) -> tuple[bool, bool]:
        found = leaving(sitting_of("deputy", "a", "b"), gone, at=minute(3))
        [pause] = watched(found, RULE, at=minute(3)).pauses
        return (pause.quorum, pause.unchaired)

    assert pause_without("a") == (True, False)
    assert pause_without("deputy") == (True, True)
    four = leaving(sitting_of("deputy", "a", "b", "c"), ["deputy"], at=minute(3))
    [pause] = watched(four, RULE, at=minute(3)).pauses
    assert (pause.quorum, pause.unchaired) == (False, True)


@pytest.mark.parametrize(("proxies", "attending"), [(False, 2), (True, 3)])
def test_proxies_count_for_the_quorum_where_the_rule_says_so(proxies: bool, attending: int) -> None:
    rule = fraction_rule(Fraction(1, 2), inclusive=True, proxies=proxies)
    given_to_a = Proxy("c", "a", (), "c_person", None, START)
    for_one_item = Proxy("d", "b", (1,), "d_person", None, START)
    found = there(meeting(), "a", "b")._replace(proxies={"c": given_to_a, "d": for_one_item})
    assert quorum(found, rule).attending == attending


def test_the_forecast_tells_who_comes_sends_stays_away_or_is_silent() -> None:
    def said(name: str, *, attends: bool, alternate: str | None = None) -> Reply:
        return Reply(name, attends, alternate, "", f"{name}_person", None, START)

    replies = {
        "a": said("a", attends=True),
        "b": said("b", attends=False, alternate="b_alternate"),
        "c": said("c", attends=False),
    }
    found = expected(meeting()._replace(replies=replies), RULE)
    assert found[:4] == (("a",), ("b",), ("c",), ("chair", "deputy", "d", "e"))
    assert (found.quorum.attending, found.quorum.needed, found.quorum.held) == (2, 3, False)
