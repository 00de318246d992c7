"""What holds of every rule and every roll."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from sample_ballot import fractions, rolls, rules

from govflow.domain.council.position import Position
from govflow.domain.council.roll import ONE, Roll, Seat
from govflow.domain.council.rule import Base, Rule, TieDefinition
from govflow.domain.council.sentence import sentence
from govflow.domain.council.tally import Outcome, tally
from govflow.messages import LANGUAGES, say


@given(rules, rolls())
def test_every_seat_is_in_exactly_one_column(rule: Rule, roll: Roll) -> None:
    counts = tally(rule, roll).counts
    assert sum(counts.heads) == counts.heads.seats == len(roll.seats)
    assert sum(counts.weights) == sum(seat.weight for seat in roll.seats)


@given(rules, rolls(), st.randoms())
def test_the_order_of_the_seats_does_not_matter(rule: Rule, roll: Roll, random: st.DataObject) -> None:
    shuffled = list(roll.seats)
    random.shuffle(shuffled)
    one, other = tally(rule, roll), tally(rule, roll._replace(seats=tuple(shuffled)))
    assert (one.outcome, one.counts, one.base, one.needed, one.quorum) == (
        other.outcome,
        other.counts,
        other.base,
        other.needed,
        other.quorum,
    )


@given(rules, rolls())
def test_turning_a_no_into_a_yes_never_loses_a_passed_ballot(rule: Rule, roll: Roll) -> None:
    if tally(rule, roll).outcome is Outcome.PASSED:
        for index, seat in enumerate(roll.seats):
            if seat.position is Position.NO:
                seats = [*roll.seats]
                seats[index] = seat._replace(position=Position.YES)
                assert tally(rule, roll._replace(seats=tuple(seats))).outcome is Outcome.PASSED


@given(rules, rolls(), st.integers(2, 10**6))
def test_scaling_all_weights_keeps_the_outcome(rule: Rule, roll: Roll, factor: int) -> None:
    scaled = roll._replace(seats=tuple(seat._replace(weight=seat.weight * factor) for seat in roll.seats))
    one, other = tally(rule, roll), tally(rule, scaled)
    assert one.outcome is other.outcome
    assert one.base * factor == other.base


@given(rules, rolls())
def test_the_outcome_is_the_written_formula(rule: Rule, roll: Roll) -> None:
    """Passed iff the yes exceeds its part of the base, with the limits on heads, no standing block, and a quorum."""
    result = tally(rule, roll)
    yes, fraction = result.counts.weights.yes, rule.threshold
    left, right = yes * fraction.denominator, result.base * fraction.numerator
    passes = (
        (left > right or (rule.inclusive and left == right))
        and result.counts.heads.yes >= max(rule.min_yes, 1)
        and (rule.max_no is None or result.counts.heads.against <= rule.max_no)
        and not (rule.blocking and result.counts.heads.block)
        and result.quorum.held
    )
    assert (result.outcome is Outcome.PASSED) == passes


@given(st.integers(1, 200), st.data(), fractions, st.booleans())
def test_fractions_agree_with_whole_numbers(
    seats: int, data: st.DataObject, fraction: Fraction, inclusive: bool
) -> None:
    yes = data.draw(st.integers(0, seats))
    roll = Roll(tuple(Seat(f"s{n}", Position.YES if n < yes else Position.NO) for n in range(seats)))
    result = tally(Rule(Base.SEATS, fraction, inclusive=inclusive), roll)
    part, whole = seats * fraction.numerator, fraction.denominator
    enough = (n for n in range(1, seats + 2) if n * whole > part or (inclusive and n * whole == part))
    least = next(enough)
    assert result.needed == least * ONE
    assert (result.outcome is Outcome.PASSED) == (yes >= least)


@given(rules, rolls())
def test_a_tie_is_two_equal_sides_and_nothing_else(rule: Rule, roll: Roll) -> None:
    result = tally(rule, roll)
    if result.outcome in (Outcome.TIE_PENDING_CHAIR, Outcome.NO_DECISION):
        weights = result.counts.weights
        assert weights.yes == weights.against > 0
        assert rule.tie_definition is TieDefinition.YES_EQ_NO or result.base == 2 * weights.yes
        assert rule.threshold == Fraction(1, 2)
        assert not rule.inclusive


@given(rules, rolls())
def test_every_outcome_has_its_sentence(rule: Rule, roll: Roll) -> None:
    said = sentence(tally(rule, roll))
    for lang in LANGUAGES:
        text = say(said, lang)
        assert text.endswith(("。", "."))
        assert not text.endswith((": .", "：。"))
        assert "None" not in text
