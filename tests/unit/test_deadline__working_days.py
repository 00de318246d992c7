"""Working days: never a weekend, never a closed day, never a guess about a year the calendar does not know."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.deadline import FOUND_KEPT, WorkingCalendar
from govflow.errors import BadInput

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
GOLDEN_WEEK = [date(2025, 4, 29), date(2025, 5, 3), date(2025, 5, 4), date(2025, 5, 5), date(2025, 5, 6)]
NEW_YEAR = [date(2025, 12, d) for d in (29, 30, 31)] + [date(2026, 1, d) for d in (1, 2, 3)]
JAPAN = WorkingCalendar(GOLDEN_WEEK + NEW_YEAR, first=FIRST, last=LAST)

days = st.dates(date(2024, 4, 1), date(2026, 12, 31))
closings = st.lists(days, max_size=60)
calendars = st.builds(lambda closed: WorkingCalendar(closed, first=FIRST, last=LAST), closings)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2025, 4, 28), 1, date(2025, 4, 30)),  # over Showa Day
        (date(2025, 5, 2), 1, date(2025, 5, 7)),  # over the weekend and two holidays
        (date(2025, 12, 26), 1, date(2026, 1, 5)),  # over the closing at the turn of the year
        (date(2025, 5, 30), 10, date(2025, 6, 13)),
        (date(2025, 5, 3), 0, date(2025, 5, 7)),  # no days: the next working day
        (date(2025, 5, 7), 0, date(2025, 5, 7)),
    ],
)
def test_due_dates_pass_over_weekends_holidays_and_the_closing(start: date, count: int, end: date) -> None:
    assert JAPAN.add(start, count) == end


@given(calendars, days, st.integers(0, 60))
def test_a_due_date_is_a_working_day(calendar: WorkingCalendar, start: date, count: int) -> None:
    assert calendar.is_working(calendar.add(start, count))


@given(calendars, days, st.integers(1, 60))
def test_between_counts_back_what_add_counted_on(calendar: WorkingCalendar, start: date, count: int) -> None:
    assert calendar.between(start, calendar.add(start, count)) == count


@given(calendars, days, st.integers(0, 30), st.integers(0, 30))
def test_days_may_be_added_in_two_steps(calendar: WorkingCalendar, start: date, one: int, other: int) -> None:
    first = calendar.on_or_after(start)
    assert calendar.add(calendar.add(first, one), other) == calendar.add(first, one + other)


@given(calendars, days, days)
def test_between_is_the_plain_count_of_working_days(
    calendar: WorkingCalendar, start: date, end: date
) -> None:
    count = max((end - start).days, 0)
    plain = sum(calendar.is_working(start + timedelta(days=n)) for n in range(1, count + 1))
    assert calendar.between(start, end) == plain


@given(calendars, days, days, days)
def test_between_adds_up(calendar: WorkingCalendar, one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    assert calendar.between(first, middle) + calendar.between(middle, last) == calendar.between(first, last)


@given(calendars, days)
def test_the_nearest_working_days_have_only_closed_days_before_or_after(
    calendar: WorkingCalendar, day: date
) -> None:
    later, earlier = calendar.on_or_after(day), calendar.on_or_before(day)
    assert earlier <= day <= later
    assert calendar.is_working(day) == (earlier == day == later)
    passed = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days)]
    assert not any(calendar.is_working(each) for each in passed if each != day)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2028, 1, 1), date(2910, 4, 1)])
def test_a_day_outside_the_known_years_is_refused(day: date) -> None:
    with pytest.raises(BadInput, match="outside the calendar"):
        JAPAN.is_working(day)
    with pytest.raises(BadInput, match="2024-01-01 to 2027-12-31"):
        JAPAN.on_or_after(day)


def test_a_due_date_beyond_the_known_years_is_refused_and_not_guessed() -> None:
    with pytest.raises(BadInput, match="outside the calendar"):
        JAPAN.add(date(2027, 12, 30), 5)
    with pytest.raises(BadInput, match="outside the calendar"):
        JAPAN.between(date(2027, 12, 30), date(2028, 1, 4))


@pytest.mark.parametrize(
    ("due", "today", "left"),
    [
        (date(2025, 5, 7), date(2025, 5, 7), 0),
        (date(2025, 5, 7), date(2025, 5, 2), 1),
        (date(2025, 5, 9), date(2025, 5, 2), 3),
        (date(2025, 5, 2), date(2025, 5, 3), -1),  # late from the morrow on, although no office was open
        (date(2025, 5, 2), date(2025, 5, 7), -1),
        (date(2025, 5, 2), date(2025, 5, 8), -2),
    ],
)
def test_what_is_left_is_counted_in_working_days_and_what_is_late_is_late_by_one_at_least(
    due: date, today: date, left: int
) -> None:
    assert JAPAN.days_left(due, today) == left


def test_both_ends_of_the_known_years_are_known() -> None:
    calendar = WorkingCalendar([], first=date(2025, 4, 1), last=date(2025, 4, 2))
    assert calendar.is_working(date(2025, 4, 1))
    assert calendar.is_working(date(2025, 4, 2))
    assert calendar.between(date(2025, 4, 1), date(2025, 4, 2)) == 1
    for day in (date(2025, 3, 31), date(2025, 4, 3)):
        with pytest.raises(BadInput, match="outside the calendar"):
            calendar.is_working(day)
    with pytest.raises(BadInput, match="outside the calendar"):
        calendar.between(date(2025, 3, 31), date(2025, 4, 1))


def test_a_saturday_and_a_sunday_are_closed_and_a_friday_and_a_monday_are_not() -> None:
    week = [JAPAN.is_working(date(2025, 6, 2) + timedelta(days=n)) for n in range(7)]
    assert week == [True, True, True, True, True, False, False]


def test_a_calendar_that_was_asked_much_answers_as_before() -> None:
    asked, fresh = (WorkingCalendar(GOLDEN_WEEK, first=FIRST, last=LAST) for _ in range(2))
    for count in range(FOUND_KEPT + 2):
        asked.add(FIRST + timedelta(days=count % 1000), count // 1000)
    assert asked.add(date(2025, 4, 28), 3) == fresh.add(date(2025, 4, 28), 3) == date(2025, 5, 2)
