"""Totals of programmes count nothing twice, and what is not stated is never counted as zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.programme import Programme, is_live, totals

UMBRELLA = Programme(
    "4", "情報システムの整備", "digital", "digital", None, 2021, None, 100, 60, None, "RS2025"
)
PART = UMBRELLA._replace(key="11", title="共通基盤", owner="mof", budget=30, executed=20, part_of="4")
OTHER = UMBRELLA._replace(key="7", title="番号制度", budget=5, executed=None)
UNSTATED = OTHER._replace(key="8", budget=None, executed=0)

amounts = st.none() | st.integers(0, 10**18)
programmes = st.lists(
    st.builds(
        PART._replace,
        key=st.sampled_from("abcdefgh"),
        part_of=st.none() | st.sampled_from("ab"),
        budget=amounts,
        executed=amounts,
    ),
    unique_by=lambda programme: programme.key,
)


def test_a_part_is_not_counted_beside_its_umbrella() -> None:
    found = totals([UMBRELLA, PART, OTHER])
    assert (found.programmes, found.parts) == (3, 1)
    assert (found.budget, found.executed) == (105, 60)
    assert (found.parts_budget, found.parts_executed) == (30, 20)


def test_a_part_counts_where_its_umbrella_is_not_among_the_chosen() -> None:
    found = totals([PART, OTHER])
    assert (found.parts, found.budget, found.executed) == (0, 35, 20)


def test_what_is_not_stated_is_told_and_zero_is_zero() -> None:
    found = totals([OTHER, UNSTATED])
    assert (found.budget, found.budgets_not_stated, found.executed) == (5, 1, 0)


def test_no_programmes_come_to_nothing() -> None:
    assert set(totals([])) == {0}


@given(programmes)
def test_counted_and_parts_together_are_all_that_is_stated(chosen: list[Programme]) -> None:
    found = totals(chosen)
    assert found.budget + found.parts_budget == sum(p.budget or 0 for p in chosen)
    assert found.executed + found.parts_executed == sum(p.executed or 0 for p in chosen)


@given(programmes)
def test_the_order_of_programmes_does_not_matter(chosen: list[Programme]) -> None:
    assert totals(chosen) == totals(reversed(chosen))


@pytest.mark.parametrize(("end", "live"), [(None, True), (2024, False), (2025, True), (2026, True)])
def test_a_programme_is_live_until_the_end_of_its_last_year(end: int | None, *, live: bool) -> None:
    assert is_live(OTHER._replace(end_year=end), 2025) is live
