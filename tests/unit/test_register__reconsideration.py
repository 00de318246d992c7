"""A decision is taken back by no less than it was made with."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from sample_ballot import rules

from govflow.domain.council.position import Position
from govflow.domain.council.reconsideration import weaker
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Base, QuorumBase, QuorumRule, Rule, Silence
from govflow.domain.council.tally import Standing, tally
from govflow.services.council.charters.rules import read_rule

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
MAJORITY = Rule(Base.PRESENT, HALF)


@pytest.mark.parametrize(
    "less",
    [
        Rule(Base.PRESENT, Fraction(1, 3)),
        Rule(Base.PRESENT, HALF, inclusive=True),
        Rule(Base.CAST, HALF),
        Rule(Base.YES_NO, HALF),
    ],
)
def test_a_lower_part_or_the_same_part_of_fewer_is_less(less: Rule) -> None:
    assert weaker(less, MAJORITY)
    assert not weaker(MAJORITY, less)


def test_what_bears_more_against_it_is_less() -> None:
    for stricter in (
        MAJORITY._replace(max_no=0),
        MAJORITY._replace(min_yes=2),
        MAJORITY._replace(blocking=True),
    ):
        assert weaker(MAJORITY, stricter)
        assert not weaker(stricter, MAJORITY)


def test_fewer_who_have_to_take_part_and_silence_as_assent_are_less() -> None:
    quorate = MAJORITY._replace(quorum=QuorumRule(HALF))
    for less in (
        MAJORITY,
        MAJORITY._replace(quorum=QuorumRule(Fraction(1, 3))),
        MAJORITY._replace(quorum=QuorumRule(HALF, inclusive=True)),
        MAJORITY._replace(quorum=QuorumRule(HALF, base=QuorumBase.ELIGIBLE)),
        quorate._replace(silence=Silence.ASSENT),
    ):
        assert weaker(less, quorate)
        assert not weaker(quorate, less)


def test_two_thirds_take_back_a_simple_majority_and_not_a_consensus() -> None:
    two_thirds = read_rule("two_thirds").rule
    assert not weaker(two_thirds, read_rule("simple_majority").rule)
    assert weaker(two_thirds, read_rule("consensus").rule)


@given(rules)
def test_no_rule_is_weaker_than_itself(rule: Rule) -> None:
    assert not weaker(rule, rule)


@given(rules, rules)
def test_with_everybody_there_and_saying_yes_or_no_the_stronger_rule_passes_nothing_that_the_weaker_fails(
    one: Rule, other: Rule
) -> None:
    """Where all are present and answer, every base is the same, so that only the thresholds differ."""
    if weaker(one, other):
        return
    for yes in range(8):
        answers = [Position.YES] * yes + [Position.NO] * (7 - yes)
        roll = Roll(tuple(Seat(f"s{n}", position) for n, position in enumerate(answers)))
        if tally(one, roll).standing is Standing.CARRIED:
            assert tally(other, roll).standing is Standing.CARRIED
