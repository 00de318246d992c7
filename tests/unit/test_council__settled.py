"""A ballot may be closed early exactly when no answer that is still out can change how it ends."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from sample_ballot import HALF, HALF_OF_SEATS, rolls, rules, said

from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll
from govflow.domain.council.rule import Base, QuorumRule, Rule, Tie, TieDefinition
from govflow.domain.council.sentence import sentence
from govflow.domain.council.settled import outstanding, settled
from govflow.domain.council.tally import Outcome, tally
from govflow.messages import say

MAJORITY = Rule(Base.YES_NO, HALF)


def every_end(rule: Rule, roll: Roll) -> set[Outcome]:
    """How the ballot ends for every single way of answering."""
    out = [seat.name for seat in outstanding(rule, roll)]
    positions = [each for each in Position if rule.blocking or each is not Position.BLOCK]
    ends = set()
    for answers in product(positions, repeat=len(out)):
        given_ = dict(zip(out, answers, strict=True))
        seats = (
            seat._replace(
                position=given_[seat.name],
                written=not seat.present and given_[seat.name] is not Position.NONE,
            )
            if seat.name in given_
            else seat
            for seat in roll.seats
        )
        ends.add(tally(rule, roll._replace(seats=tuple(seats))).outcome)
    return ends


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("YYYPP", True), ("YYPP", False), ("YYNPP", False), ("NNNPP", True), ("NPP", False), ("YYN", True)],
)
def test_a_majority_is_settled_once_the_rest_cannot_turn_it(answers: str, expected: bool) -> None:
    assert settled(tally(MAJORITY, said(answers))) is expected


def test_where_one_may_block_nothing_is_settled_before_all_have_answered() -> None:
    assert not settled(tally(MAJORITY._replace(blocking=True), said("YYYYYP")))


def test_whoever_may_still_write_may_still_make_the_quorum() -> None:
    no_quorum = said("YY---")
    assert settled(tally(MAJORITY._replace(quorum=HALF_OF_SEATS), no_quorum))
    written = QuorumRule(HALF, inclusive=True, count_written=True)
    assert not settled(tally(MAJORITY._replace(quorum=written), no_quorum))


def test_the_sentence_says_whether_the_rest_matters() -> None:
    assert "no answer yet: 2, which cannot change the outcome" in say(
        sentence(tally(MAJORITY, said("YYYPP"))), "en"
    )
    assert "no answer yet: 2, which may change the outcome" in say(
        sentence(tally(MAJORITY, said("YYNPP"))), "en"
    )


def test_a_tie_between_the_extremes_keeps_a_ballot_open() -> None:
    """All answering alike fails either way, but one yes more would make the sides equal."""
    rule = Rule(Base.SEATS, HALF, tie=Tie.CARRY_OVER, tie_definition=TieDefinition.YES_EQ_NO)
    roll = said("NAAAAAPP")
    assert every_end(rule, roll) == {Outcome.FAILED, Outcome.NO_DECISION}
    assert not settled(tally(rule, roll))


@settings(deadline=None)
@given(rules, rolls(most=4))
def test_what_is_called_settled_ends_alike_in_every_single_case(rule: Rule, roll: Roll) -> None:
    if settled(tally(rule, roll)):
        assert len(every_end(rule, roll)) == 1


@settings(deadline=None)
@given(rules, rolls(most=4))
def test_what_ends_alike_in_every_single_case_is_called_settled_where_seats_are_equal(
    rule: Rule, roll: Roll
) -> None:
    equal = roll._replace(seats=tuple(seat._replace(weight=1) for seat in roll.seats))
    wide = rule.tie_definition is TieDefinition.YES_EQ_NO
    if not wide and len(every_end(rule, equal)) == 1:
        assert settled(tally(rule, equal))
