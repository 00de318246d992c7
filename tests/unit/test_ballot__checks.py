"""What may not be done to a ballot, and that every reason is told."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.council.ballot import (
    Ballot,
    BallotSeat,
    BallotState,
    Given,
    Matter,
    Mode,
    Purpose,
    Via,
    roll_of_ballot,
    tally_of_ballot,
)
from govflow.domain.council.ballot_checks import (
    Wanted,
    cannot_cast,
    cannot_cast_vote_of_chair,
    cannot_close,
    cannot_recuse,
    cannot_withdraw,
)
from govflow.domain.council.position import Position
from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import Base, ChairVote, QuorumRule, Rule, Tie
from govflow.domain.council.tally import Outcome
from govflow.domain.plain import changed, folded, plain, thawed
from govflow.messages import Notice

RULE = Rule(Base.YES_NO, Fraction(1, 2), tie=Tie.CHAIR, chair_vote=ChairVote.BOTH)
BEFORE, AT, CLOSES = "2025-04-10T01:00", "2025-04-10T02:00", "2025-04-10T03:00"
SEATS = tuple(BallotSeat(name, (f"{name}_person",), ONE) for name in "abc")
BALLOT = Ballot(
    reference="X-2025-B001",
    body="x",
    charter="d",
    mode=Mode.OPEN,
    purpose=Purpose.QUESTION,
    matter=Matter("q"),
    rule={},
    seats=SEATS,
    chairs=("chair", "deputy"),
    opened_at=BEFORE,
    closes_at=CLOSES,
)


def codes(notices: list[Notice]) -> list[str]:
    return [said.code.removeprefix("voting.").removeprefix("ballot.") for said in notices]


def wanted(seat: str = "a", position: Position = Position.YES, **more: Any) -> Wanted:
    person = f"{seat}_person"
    return Wanted(seat, position, "", AT, (person,), person, None)._replace(**more)


def cast(ballot: Ballot, seat: str, position: str = "yes", **more: Any) -> Ballot:
    given = Given(seat, Position(position), f"{seat}_person", seat, Via.OWN, None, "", AT)
    return ballot.taking(given._replace(**more))


def closed(ballot: Ballot, outcome: str = "PASSED") -> Ballot:
    return ballot.closing(Outcome(outcome), CLOSES)


def recused(ballot: Ballot, *seats: str) -> Ballot:
    for seat in seats:
        ballot = ballot.recusing(seat, "r")
    return ballot


def test_the_holder_of_a_seat_votes_for_it() -> None:
    assert cannot_cast(BALLOT, RULE, wanted()) == []


@pytest.mark.parametrize(
    ("rule", "more", "said"),
    [
        (RULE, {"seat": "z"}, ["unknown_seat"]),
        (RULE, {"person": "b_person"}, ["voter_unclear"]),
        (RULE, {"person": None, "holders": ()}, ["voter_unclear"]),
        (RULE, {"position": Position.NONE}, ["no_position"]),
        (RULE, {"position": Position.BLOCK, "text": "t"}, ["block_unknown"]),
        (RULE._replace(blocking=True), {"position": Position.BLOCK}, ["block_without_text"]),
        (RULE._replace(blocking=True), {"position": Position.BLOCK, "text": "t"}, []),
        (
            RULE,
            {"position": Position.BLOCK, "person": "b"},
            ["voter_unclear", "block_unknown", "block_without_text"],
        ),
    ],
)
def test_a_position_is_refused_for_every_reason(rule: Rule, more: dict[str, Any], said: list[str]) -> None:
    assert codes(cannot_cast(BALLOT, rule, wanted(**more))) == said


@pytest.mark.parametrize(
    ("at", "said"), [("2025-04-10T02:59", []), (CLOSES, ["too_late"]), ("2026", ["too_late"])]
)
def test_at_the_instant_of_the_deadline_it_is_too_late(at: str, said: list[str]) -> None:
    assert codes(cannot_cast(BALLOT, RULE, wanted(at=at))) == said
    assert codes(cannot_recuse(BALLOT, seat="a", reason="r", at=at)) == said


def test_a_closed_ballot_takes_nothing() -> None:
    done = closed(BALLOT)
    assert codes(cannot_cast(done, RULE, wanted())) == ["not_open"]
    assert codes(cannot_recuse(done, seat="z", reason="", at=AT)) == [
        "not_open",
        "unknown_seat",
        "reason_missing",
    ]
    assert codes(cannot_close(done, RULE, at=CLOSES)) == ["not_open"]
    assert codes(cannot_withdraw(done, reason="")) == ["not_open", "reason_missing"]


def test_a_recused_seat_neither_votes_nor_counts() -> None:
    ballot = recused(cast(BALLOT, "a"), "a")
    assert codes(cannot_cast(ballot, RULE._replace(revote=True), wanted())) == ["recused"]
    assert codes(cannot_recuse(ballot, seat="a", reason="r", at=AT)) == ["recused_already"]
    assert [seat.position for seat in roll_of_ballot(ballot, RULE).seats] == [Position.NONE] * 3


def test_a_chair_who_only_casts_does_not_vote_but_takes_part() -> None:
    rule = RULE._replace(chair_vote=ChairVote.CASTING_ONLY)
    ballot = BALLOT._replace(chairs=("a", "b"))
    assert codes(cannot_cast(ballot, rule, wanted("a"))) == ["chair_only_casts"]
    assert cannot_cast(recused(ballot, "a"), rule, wanted("c")) == []
    assert codes(cannot_cast(recused(ballot, "a"), rule, wanted("b"))) == ["chair_only_casts"]
    assert [seat.present for seat in roll_of_ballot(ballot, rule).seats] == [True, False, False]


@pytest.mark.parametrize(
    ("before", "more", "revote", "said"),
    [
        ({}, {}, False, ["voted_already"]),
        ({}, {}, True, []),
        ({}, {"recorder": "s"}, True, ["cast_in_person"]),
        ({}, {"recorder": "s"}, False, ["cast_in_person"]),
        ({"recorder": "s"}, {"recorder": "s"}, False, []),
        ({"recorder": "s"}, {}, False, []),
        ({"person": "earlier"}, {}, False, []),
        ({"person": "earlier"}, {"recorder": "s"}, False, []),
    ],
)
def test_who_may_change_what_a_seat_said(
    before: dict[str, Any], more: dict[str, Any], revote: bool, said: list[str]
) -> None:
    ballot = cast(BALLOT, "a", **before)
    assert codes(cannot_cast(ballot, RULE._replace(revote=revote), wanted(**more))) == said


def test_before_its_time_a_ballot_closes_only_if_nothing_can_change_it() -> None:
    one, two = cast(BALLOT, "a"), cast(cast(BALLOT, "a"), "b")
    assert codes(cannot_close(one, RULE, at=AT)) == ["not_settled"]
    assert cannot_close(two, RULE, at=AT) == []
    assert codes(cannot_close(two, RULE._replace(revote=True), at=AT)) == ["not_settled"]
    assert cannot_close(one, RULE, at=CLOSES) == []
    assert cannot_close(BALLOT._replace(closes_at=None), RULE, at=AT) == []


def test_answers_that_are_out_could_still_make_the_quorum() -> None:
    rule = RULE._replace(quorum=QuorumRule(Fraction(1, 2), inclusive=True))
    one = cast(BALLOT, "a")
    assert tally_of_ballot(one, rule).outcome is Outcome.NO_QUORUM
    assert codes(cannot_close(one, rule, at=AT)) == ["not_settled"]
    assert cannot_close(cast(one, "b"), rule, at=AT) == []


def test_most_seats_recused_there_is_no_tally() -> None:
    ballot = recused(BALLOT, "a", "b")
    assert codes(cannot_close(ballot, RULE, at=CLOSES)) == ["most_recused"]
    assert cannot_withdraw(ballot, reason="r") == []
    ended = ballot.withdrawn(AT)
    assert (ended.state, ended.outcome) == (BallotState.WITHDRAWN, Outcome.WITHDRAWN)


def test_a_casting_vote_is_the_acting_chairs_after_the_close_with_a_reason() -> None:
    tied = closed(cast(cast(BALLOT, "a"), "b", "no"), "TIE_PENDING_CHAIR")
    assert tied.state is BallotState.WAITING

    def said(ballot: Ballot, office: str, position: Position = Position.NO, reason: str = "r") -> list[str]:
        offices = frozenset({office})
        return codes(cannot_cast_vote_of_chair(ballot, offices=offices, position=position, reason=reason))

    assert said(tied, "chair") == []
    assert said(tied, "deputy") == ["not_chair"]
    assert said(tied._replace(recused={"chair": "r"}), "deputy") == []
    assert said(tied._replace(recused={"chair": "r", "deputy": "r"}), "deputy") == ["not_chair"]
    assert said(BALLOT, "a", Position.ABSTAIN, "") == [
        "not_waiting",
        "not_chair",
        "casting_decides",
        "reason_missing",
    ]
    cast_now = tied.broken(Position.NO, Outcome.FAILED)
    assert (cast_now.state, cast_now.outcome, cast_now.casting_vote) == (
        BallotState.CLOSED,
        Outcome.FAILED,
        Position.NO,
    )


def test_nobody_votes_for_a_seat_that_is_not_theirs() -> None:
    """Every way in which up to four persons may hold three seats, each voting for each."""
    people = ("p", "q", "r", "s")
    tried = 0
    for held in product(people, repeat=len(SEATS)):
        for (seat, holder), person in product(zip(SEATS, held, strict=True), people):
            found = cannot_cast(BALLOT, RULE, wanted(seat.name, holders=(holder,), person=person))
            assert (found == []) is (person == holder)
            tried += 1
    assert tried == 4**3 * 3 * 4


def test_a_ballot_is_the_same_after_it_was_kept() -> None:
    ballot = closed(recused(cast(BALLOT._replace(casting_vote=Position.YES), "a", "block", text="t"), "b"))
    assert thawed(Ballot, mapping_of(canonical(plain(ballot)))) == ballot


def test_only_what_changed_is_said_and_makes_the_same_ballot_again() -> None:
    first, second = cast(BALLOT, "a"), cast(cast(BALLOT, "a"), "b")
    changes = changed(first, second)
    assert (changes["given"], [*changes["positions"]], len(changes)) == (2, ["b"], 2)
    assert thawed(Ballot, folded(folded({}, changed(None, first)), changes)) == second
