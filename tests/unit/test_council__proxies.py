"""Who speaks for a seat that is not there, and whom the quorum counts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sample_ballot import HALF

from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Base, QuorumRule, Rule
from govflow.domain.council.tally import Outcome, tally

ALL = QuorumRule(Fraction(1), inclusive=True)
RULE = Rule(Base.PRESENT, HALF)
HOLDER = Seat("mof", Position.YES, proxy_for=("mext",))
PRINCIPAL = Seat("mext", present=False)


def of(*seats: Seat) -> tuple[int, int]:
    """Yes and no."""
    counts = tally(RULE, Roll(seats)).counts
    return counts.heads.yes, counts.heads.no


def test_a_proxy_speaks_for_a_seat_that_is_away() -> None:
    assert of(HOLDER, PRINCIPAL) == (2, 0)


def test_the_principal_always_wins_in_either_order() -> None:
    wrote = PRINCIPAL._replace(position=Position.NO, written=True)
    assert of(HOLDER, wrote) == of(wrote, HOLDER) == (1, 1)


def test_a_principal_who_came_speaks_for_itself_or_not_at_all() -> None:
    assert of(HOLDER, PRINCIPAL._replace(present=True)) == (1, 0)


def test_the_recusal_of_the_principal_is_that_of_its_proxy_for_the_seat() -> None:
    assert of(HOLDER, PRINCIPAL._replace(recused=True)) == (1, 0)


def test_the_proxys_own_conflict_bars_it_for_the_principal_too() -> None:
    assert of(HOLDER._replace(recused=True, position=Position.NONE), PRINCIPAL) == (0, 0)


def test_a_proxy_is_used_in_the_room() -> None:
    assert of(HOLDER._replace(present=False, written=True), PRINCIPAL) == (1, 0)


def test_a_vote_by_proxy_or_in_writing_belongs_to_those_present() -> None:
    wrote = Seat("mhlw", Position.NO, present=False, written=True)
    away = Seat("meti", present=False)
    assert tally(RULE, Roll((HOLDER, PRINCIPAL, wrote, away))).counts.present == 3 * wrote.weight


@pytest.mark.parametrize("count_proxy", [True, False])
@pytest.mark.parametrize("count_written", [True, False])
def test_the_quorum_counts_proxies_and_written_ballots_only_where_the_rule_says_so(
    count_proxy: bool, count_written: bool
) -> None:
    rule = RULE._replace(quorum=ALL._replace(count_proxy=count_proxy, count_written=count_written))
    wrote = Seat("mhlw", Position.NO, present=False, written=True)
    result = tally(rule, Roll((HOLDER, PRINCIPAL, wrote)))
    assert result.quorum.attending == 1 + count_proxy + count_written
    assert (result.outcome is Outcome.PASSED) == (count_proxy and count_written)


def test_a_paper_that_says_nothing_is_no_written_ballot() -> None:
    rule = RULE._replace(quorum=ALL._replace(count_written=True))
    blank = Seat("mhlw", present=False, written=True)
    assert tally(rule, Roll((HOLDER, blank))).quorum.attending == 1
