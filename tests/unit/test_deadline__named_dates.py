"""Dates that come round: 31 May, the 15th of each month; moved off closed days forwards or back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.deadline import NamedDate, WorkingCalendar
from govflow.errors import BadInput

FIRST, LAST = date(2024, 1, 1), date(2029, 12, 31)
NEW_YEAR = [
    date(y, m, d) for y in range(2023, 2030) for m, d in ((12, 29), (12, 30), (12, 31), (1, 2), (1, 3))
]
WORKING = WorkingCalendar(NEW_YEAR + [date(y, 1, 1) for y in range(2024, 2030)], first=FIRST, last=LAST)

starts = st.dates(date(2024, 1, 10), date(2026, 12, 31))
named_dates = st.builds(NamedDate, st.none() | st.integers(1, 12), st.integers(1, 31), forward=st.booleans())


@pytest.mark.parametrize(
    ("named", "start", "due"),
    [
        (NamedDate(5, 31), date(2024, 4, 1), date(2024, 5, 31)),
        (NamedDate(5, 31), date(2024, 5, 31), date(2024, 5, 31)),
        (NamedDate(5, 31), date(2024, 6, 1), date(2025, 6, 2)),  # 31 May 2025 is a Saturday
        (NamedDate(5, 31, forward=False), date(2024, 6, 1), date(2025, 5, 30)),
        (NamedDate(5, 31), date(2025, 6, 1), date(2025, 6, 2)),  # the Saturday before moves to the Monday
        (NamedDate(5, 31), date(2025, 6, 3), date(2026, 6, 1)),
        (NamedDate(5, 31, forward=False), date(2025, 5, 31), date(2026, 5, 29)),
        (NamedDate(12, 31), date(2026, 1, 2), date(2026, 1, 5)),  # last year's, moved over the closing
        (NamedDate(None, 15), date(2025, 5, 16), date(2025, 6, 16)),
        (NamedDate(None, 15, forward=False), date(2025, 5, 16), date(2025, 6, 13)),
        (NamedDate(None, 31), date(2025, 4, 1), date(2025, 4, 30)),  # a short month's last day
        (NamedDate(2, 29), date(2025, 1, 10), date(2025, 2, 28)),
    ],
)
def test_the_next_occurrence_is_found(named: NamedDate, start: date, due: date) -> None:
    assert named.next_after(start, WORKING) == due


@given(named_dates, starts)
def test_the_next_occurrence_is_a_working_day_on_or_after_the_start(named: NamedDate, start: date) -> None:
    due = named.next_after(start, WORKING)
    assert due >= start
    assert WORKING.is_working(due)


@given(named_dates, starts)
def test_asking_on_the_day_itself_gives_the_same_day(named: NamedDate, start: date) -> None:
    due = named.next_after(start, WORKING)
    assert named.next_after(due, WORKING) == due


@given(named_dates, starts, st.integers(0, 400))
def test_a_later_start_never_gives_an_earlier_date(named: NamedDate, start: date, days: int) -> None:
    later = start + timedelta(days=days)
    assert named.next_after(start, WORKING) <= named.next_after(later, WORKING)


@given(named_dates, starts)
def test_the_next_occurrence_is_never_further_than_the_round_and_its_closed_days(
    named: NamedDate, start: date
) -> None:
    longest = 31 if named.month is None else 366
    assert (named.next_after(start, WORKING) - start).days <= longest + 7


def test_the_first_year_of_the_calendar_is_as_good_as_any_other() -> None:
    assert NamedDate(5, 31).next_after(date(2024, 1, 10), WORKING) == date(2024, 5, 31)


def test_an_occurrence_beyond_the_known_years_is_refused() -> None:
    with pytest.raises(BadInput, match="outside the calendar"):
        NamedDate(5, 31).next_after(date(2029, 6, 4), WORKING)


def test_what_could_have_moved_in_from_before_the_known_years_is_not_guessed() -> None:
    with pytest.raises(BadInput, match="outside the calendar"):
        NamedDate(12, 31).next_after(date(2024, 1, 2), WORKING)
