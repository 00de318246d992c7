"""What a ballot comes to, one edge case of the council's rules after the other."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sample_ballot import HALF, HALF_OF_SEATS, TWO_THIRDS, outcome, said, weighted

from govflow.domain.council.position import Position
from govflow.domain.council.roll import ONE, plain_weight
from govflow.domain.council.rule import (
    Base,
    ChairVote,
    QuorumBase,
    QuorumRule,
    Recusal,
    Rule,
    Silence,
    Tie,
    TieDefinition,
)
from govflow.domain.council.sentence import sentence
from govflow.domain.council.tally import Outcome, Quorum, tally
from govflow.messages import say

MAJORITY = Rule(Base.YES_NO, HALF)
CHAIRED = MAJORITY._replace(tie=Tie.CHAIR, chair_vote=ChairVote.BOTH)
PASSED, FAILED = Outcome.PASSED, Outcome.FAILED


def told(rule: Rule, answers: str, lang: str = "en", **more: object) -> str:
    return say(sentence(tally(rule, said(answers, **more))), lang)


# the formula


def test_without_a_quorum_in_the_rule_silence_is_short_of_a_majority_and_no_lack_of_people() -> None:
    assert tally(MAJORITY, said("--")).quorum == Quorum(of=2, needed=0, attending=0)
    assert outcome(MAJORITY, "--") is FAILED


def test_a_chair_who_only_casts_is_one_of_the_seats_that_the_quorum_is_a_part_of() -> None:
    """COUNCIL 2: not of those who are eligible."""
    for base, of in ((QuorumBase.SEATS, 4), (QuorumBase.ELIGIBLE, 3)):
        rule = CHAIRED._replace(
            chair_vote=ChairVote.CASTING_ONLY, quorum=QuorumRule(HALF, base=base, inclusive=True)
        )
        assert tally(rule, said("PYN-", chair="s1")).quorum == Quorum(of, needed=2, attending=3)


def test_six_of_nine_at_two_thirds_pass_when_inclusive_and_fail_when_strict() -> None:
    inclusive = Rule(Base.YES_NO, TWO_THIRDS, inclusive=True)
    assert outcome(inclusive, "YYYYYYNNN") is PASSED
    assert outcome(inclusive._replace(inclusive=False), "YYYYYYNNN") is FAILED


def test_what_is_needed_is_the_least_that_passes() -> None:
    assert tally(Rule(Base.SEATS, TWO_THIRDS, inclusive=True), said("YYYYYYNNN")).needed == 6 * ONE
    assert tally(Rule(Base.SEATS, TWO_THIRDS), said("YYYYYYNNN")).needed == 7 * ONE


@pytest.mark.parametrize("base", Base)
def test_nothing_passes_without_a_yes(base: Base) -> None:
    assert outcome(Rule(base, HALF, inclusive=True), "AA") is FAILED
    assert outcome(Rule(base, Fraction(1, 9), inclusive=True), "A") is FAILED
    assert "nobody is in favour" in told(Rule(base, HALF, inclusive=True), "AA")


@pytest.mark.parametrize(
    ("base", "answers", "weight"),
    [
        (Base.SEATS, "YNAP-RD", 7),
        (Base.ELIGIBLE, "YNAP-RD", 6),
        (Base.PRESENT, "YNAP-RD", 5),
        (Base.CAST, "YNAP-RD", 4),
        (Base.YES_NO, "YNAP-RD", 3),
    ],
)
def test_each_base_is_what_it_is_called_and_a_block_stands_where_a_no_would(
    base: Base, answers: str, weight: int
) -> None:
    assert tally(Rule(base, HALF), said(answers)).base == weight * ONE


def test_limits_on_heads_hold_beside_the_threshold() -> None:
    assert outcome(MAJORITY._replace(min_yes=3), "YYA") is FAILED
    assert outcome(MAJORITY._replace(max_no=1), "YYYNN") is FAILED
    both = told(MAJORITY._replace(min_yes=3, max_no=0), "YYN")
    assert "seats in favour: 2, where the rule asks for at least 3" in both
    assert "seats against or blocking: 1, where the rule allows 0" in both


def test_limits_count_heads_however_heavy_they_are() -> None:
    heavy = weighted(("Y", 10), ("N", 1))
    assert tally(MAJORITY, heavy).outcome is PASSED
    assert tally(MAJORITY._replace(min_yes=2), heavy).outcome is FAILED


def test_weights_decide_and_are_exact_at_any_size() -> None:
    assert tally(MAJORITY, weighted(("Y", 3), ("N", 1), ("N", 1))).outcome is PASSED
    huge = weighted(("Y", 10**18), ("N", 10**18 - 1))
    assert tally(MAJORITY, huge).outcome is PASSED
    assert plain_weight(tally(MAJORITY, huge).base) == 2 * 10**18 - 1
    assert plain_weight(2_500_000) == "2.5"


# 1: ties


def test_a_tie_exists_only_where_more_than_a_half_is_needed() -> None:
    assert outcome(CHAIRED, "YYNN") is Outcome.TIE_PENDING_CHAIR
    assert outcome(CHAIRED._replace(inclusive=True), "YYNN") is PASSED
    assert outcome(CHAIRED._replace(threshold=TWO_THIRDS), "YYNN") is FAILED


@pytest.mark.parametrize("base", [Base.CAST, Base.PRESENT, Base.ELIGIBLE, Base.SEATS])
def test_with_abstentions_equal_sides_are_short_of_a_wider_base_and_no_tie(base: Base) -> None:
    rule = CHAIRED._replace(base=base)
    assert outcome(rule, "YYNNA") is FAILED
    assert outcome(rule, "YYNN") is Outcome.TIE_PENDING_CHAIR, "two equal halves of the base"
    wide = rule._replace(tie_definition=TieDefinition.YES_EQ_NO)
    assert outcome(wide, "YYNNA") is Outcome.TIE_PENDING_CHAIR


def test_nobody_on_either_side_is_no_tie() -> None:
    assert outcome(CHAIRED, "AAA") is FAILED


def test_a_tie_that_fails_for_another_reason_is_not_put_to_the_chair() -> None:
    assert outcome(CHAIRED._replace(max_no=1), "YYNN") is FAILED


@pytest.mark.parametrize(
    ("tie", "expected", "words"),
    [
        (Tie.FAIL, FAILED, "a tie fails"),
        (Tie.STATUS_QUO, FAILED, "what is in force stays"),
        (Tie.CARRY_OVER, Outcome.NO_DECISION, "goes to the next meeting"),
        (Tie.CHAIR, Outcome.TIE_PENDING_CHAIR, "the casting vote of gcio is still needed"),
    ],
)
def test_a_tie_ends_as_the_rule_says(tie: Tie, expected: Outcome, words: str) -> None:
    rule = CHAIRED._replace(tie=tie)
    assert outcome(rule, "YN", chair="gcio") is expected
    assert words in told(rule, "YN", chair="gcio")


# 2: the casting vote


def test_the_casting_vote_breaks_a_tie() -> None:
    assert outcome(CHAIRED, "YN", chair="gcio", casting_vote=Position.YES) is PASSED
    assert outcome(CHAIRED, "YN", chair="gcio", casting_vote=Position.NO) is FAILED
    assert "the casting vote of gcio was against" in told(
        CHAIRED, "YN", chair="gcio", casting_vote=Position.NO
    )


def test_a_chair_who_only_casts_counts_for_the_quorum_and_for_nothing_else() -> None:
    rule = Rule(
        Base.ELIGIBLE,
        HALF,
        quorum=QuorumRule(Fraction(1), base=QuorumBase.ELIGIBLE, inclusive=True),
        tie=Tie.CHAIR,
        chair_vote=ChairVote.CASTING_ONLY,
    )
    result = tally(rule, said("PYYN", chair="s1"))
    assert (result.counts.heads.chair, result.base, result.outcome) == (1, 3 * ONE, PASSED)
    assert (result.quorum.of, result.quorum.attending) == (3, 4)
    assert outcome(rule, "PY-N", chair="s1") is FAILED, "the chair makes the quorum"
    assert outcome(rule, "-Y-N", chair="s1") is Outcome.NO_QUORUM


def test_a_chair_who_is_recused_or_away_hands_over() -> None:
    assert "the casting vote of the acting chair is still needed" in told(CHAIRED, "YNR", chair="s3")
    assert "the casting vote of the acting chair is still needed" in told(CHAIRED, "YN-", chair="s3")
    assert "the casting vote of s3 is still needed" in told(CHAIRED, "YNP", chair="s3")
    assert "the casting vote of the chair is still needed" in told(CHAIRED, "YN")


def test_a_casting_vote_overrides_neither_a_block_nor_the_quorum() -> None:
    cast = {"chair": "gcio", "casting_vote": Position.YES}
    assert outcome(CHAIRED._replace(blocking=True), "YYND", **cast) is Outcome.BLOCKED
    assert outcome(CHAIRED._replace(quorum=HALF_OF_SEATS), "YN---", **cast) is Outcome.NO_QUORUM


def test_a_recused_chair_is_a_recused_seat() -> None:
    rule = CHAIRED._replace(chair_vote=ChairVote.CASTING_ONLY)
    counts = tally(rule, said("RYYN", chair="s1")).counts
    assert (counts.heads.recused, counts.heads.chair) == (1, 0)


# 3: quorum and recusal


def test_without_a_quorum_nothing_is_decided_whatever_the_votes() -> None:
    rule = MAJORITY._replace(quorum=HALF_OF_SEATS)
    assert outcome(rule, "YY---") is Outcome.NO_QUORUM
    assert outcome(rule, "YYP---") is PASSED
    assert "2 of 5 seats take part and 3 have to, 1 more" in told(rule, "YY---")
    assert outcome(rule._replace(quorum=QuorumRule(HALF)), "YYP---") is Outcome.NO_QUORUM


@pytest.mark.parametrize("base", QuorumBase)
def test_recusal_shrinks_the_base_of_the_quorum_unless_it_counts_as_absence(base: QuorumBase) -> None:
    rule = MAJORITY._replace(quorum=QuorumRule(HALF, base=base, inclusive=True))
    assert outcome(rule, "YYRR--") is PASSED
    assert "recused: 2, left out of the base of the quorum" in told(rule, "YYRR--")
    absent = rule._replace(recusal=Recusal.ABSENT)
    assert outcome(absent, "YYRR--") is Outcome.NO_QUORUM
    assert "absent as far as the quorum goes" in told(absent, "YYRR--")


def test_recusal_shrinks_the_denominator_unless_the_recused_count_as_absent() -> None:
    rule = Rule(Base.ELIGIBLE, HALF)
    assert outcome(rule, "YYNR") is PASSED
    assert outcome(rule._replace(recusal=Recusal.ABSENT), "YYNR") is FAILED
    assert "recused: 1)" in told(rule, "YYNR")


# 10 and 21: blocks


def test_a_block_holds_up_what_would_pass_without_it() -> None:
    rule = MAJORITY._replace(blocking=True)
    assert outcome(rule, "YYYD") is Outcome.BLOCKED
    assert "until the blocks (1) are lifted" in told(rule, "YYYD")
    assert outcome(rule, "YYYY") is PASSED


def test_a_block_keeps_nothing_alive_that_is_lost_anyway() -> None:
    assert outcome(MAJORITY._replace(blocking=True), "YNNND") is FAILED
    assert outcome(CHAIRED._replace(blocking=True), "YNND") is Outcome.BLOCKED, "lifted, it is a tie"


def test_a_reservation_blocks_only_where_the_rule_says_so() -> None:
    assert outcome(MAJORITY, "YYD") is PASSED
    assert outcome(MAJORITY, "YDD") is FAILED
    assert outcome(MAJORITY._replace(max_no=0), "YYD") is FAILED, "it stands where a no would"


# 22 and silence


def test_assent_is_told_apart_from_a_yes_and_counts_as_one() -> None:
    result = tally(MAJORITY, said("YEEN"))
    assert (result.counts.heads.yes, result.counts.assent, result.outcome) == (3, 2, PASSED)
    assert "in favour by no objection: 2" in told(MAJORITY, "YEEN")


def test_silence_is_no_answer_unless_the_rule_makes_it_one_and_both_counts_are_told() -> None:
    rule = Rule(Base.PRESENT, HALF)
    assert outcome(rule, "YPP") is FAILED
    assent = tally(rule._replace(silence=Silence.ASSENT), said("YPP-"))
    assert (assent.counts.heads.yes, assent.counts.heads.none, assent.counts.silent) == (4, 0, 3)
    assert assent.outcome is PASSED
    abstain = tally(rule._replace(silence=Silence.ABSTAIN), said("YPP-"))
    assert (abstain.counts.heads.abstain, abstain.outcome) == (3, FAILED)
    assert "silent seats counted in favour: 3" in told(rule._replace(silence=Silence.ASSENT), "YPP-")
    assert "silent seats counted as abstaining: 3" in told(rule._replace(silence=Silence.ABSTAIN), "YPP-")


# 15: joint decisions, as far as one body's ballot can tell


def test_a_ballot_says_which_other_bodies_have_to_pass_the_same() -> None:
    joint = MAJORITY._replace(requires=("technology_committee",))
    assert "once technology_committee passed the same text too" in told(joint, "YYN")
    assert "technology_committee" not in told(joint, "YNN")


def test_the_sentence_has_the_numbers_in_both_languages() -> None:
    assert told(MAJORITY, "YYN") == "Passed: 2 in favour; of the votes for and against (3), 2 were needed."
    assert told(MAJORITY, "YYN", lang="ja") == "可決です：賛否の合計 3 に対して賛成 2（必要数 2）。"
    assert told(MAJORITY, "YNN") == (
        "Not passed: 1 in favour; of the votes for and against (3), 2 were needed, 1 more."
    )
