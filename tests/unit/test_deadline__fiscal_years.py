"""Fiscal years run from April to March; months later keep the day where the month has it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.deadline import end_of_fiscal_year, fiscal_year, months_later

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2025, 12, 31), 2025)]
)
def test_a_fiscal_year_begins_on_the_first_of_april(day: date, year: int) -> None:
    assert fiscal_year(day) == year


@given(days)
def test_a_fiscal_year_ends_on_its_last_day_and_the_next_begins_on_the_morrow(day: date) -> None:
    end = end_of_fiscal_year(fiscal_year(day))
    assert day <= end
    assert fiscal_year(end) == fiscal_year(day)
    assert fiscal_year(end + timedelta(days=1)) == fiscal_year(day) + 1


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 11, 30), 12, date(2026, 11, 30)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(days, st.integers(0, 600))
def test_months_later_moves_by_exactly_that_many_months(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
