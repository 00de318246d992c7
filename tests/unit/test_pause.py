"""A clock that is stopped and goes on has as many working days left as before, however late it was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.deadline import WorkingCalendar
from govflow.domain.pause import Clock, Span, days_paused, gone_on, resumed, stopped

CALENDAR = WorkingCalendar([date(2025, 4, 29)], first=date(2024, 1, 1), last=date(2027, 12, 31))
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31)).map(CALENDAR.on_or_after)


@given(due=DAYS, asked=DAYS, waited=st.integers(0, 60))
def test_what_was_left_is_left(due: date, asked: date, waited: int) -> None:
    answered = CALENDAR.on_or_after(asked + timedelta(days=waited))
    halted = stopped(Clock(due.isoformat(), None), today=asked, calendar=CALENDAR)
    assert halted == Clock(None, CALENDAR.days_left(due, asked))
    going = resumed(halted, today=answered, calendar=CALENDAR)
    assert going.due_on is not None
    assert CALENDAR.days_left(date.fromisoformat(going.due_on), answered) == halted.left


@given(due=DAYS, asked=DAYS, waited=st.integers(0, 60), latest=DAYS)
def test_no_waiting_carries_a_clock_behind_a_fixed_date(
    due: date, asked: date, waited: int, latest: date
) -> None:
    answered = CALENDAR.on_or_after(asked + timedelta(days=waited)).isoformat()
    spans = [Span(asked.isoformat(), answered)]
    free, bound = (
        gone_on(Clock(due.isoformat(), None), spans, latest=day, calendar=CALENDAR).due_on or ""
        for day in (None, latest.isoformat())
    )
    assert bound == min(free, latest.isoformat())


def test_a_pause_that_goes_on_leaves_days() -> None:
    spans = [Span("2025-04-07", "2025-04-09"), Span("2025-04-14", None)]
    stands = gone_on(Clock("2025-04-16", None), spans, latest=None, calendar=CALENDAR)
    assert stands == Clock(None, 4)  # due on the 18th after the first


def test_what_is_never_due_is_not_due_afterwards() -> None:
    never = Clock(None, None)
    assert stopped(never, today=date(2025, 4, 1), calendar=CALENDAR) == never
    assert resumed(never, today=date(2025, 4, 1), calendar=CALENDAR) == never


def test_days_on_which_several_waited_count_once() -> None:
    spans = [Span("2025-04-07", "2025-04-09"), Span("2025-04-08", "2025-04-10"), Span("2025-04-14", None)]
    assert days_paused(spans, until=date(2025, 4, 15), calendar=CALENDAR) == 3 + 1


@pytest.mark.parametrize(
    ("left", "answered", "due"),
    [
        (0, date(2025, 4, 12), "2025-04-14"),  # a Saturday: what was due that day is due on the Monday
        (0, date(2025, 4, 14), "2025-04-14"),
        (1, date(2025, 4, 12), "2025-04-14"),
        (-1, date(2025, 4, 12), "2025-04-11"),
        (-1, date(2025, 4, 14), "2025-04-11"),
        (-2, date(2025, 4, 14), "2025-04-10"),
    ],
)
def test_a_clock_goes_on_by_working_days_from_the_day_of_the_answer(
    left: int, answered: date, due: str
) -> None:
    assert resumed(Clock(None, left), today=answered, calendar=CALENDAR) == Clock(due, None)


def test_nothing_was_paused_before_the_first_inquiry_nor_after_the_day_asked_for() -> None:
    spans = [Span("2025-04-14", None)]
    assert days_paused(spans, until=date(2025, 4, 14), calendar=CALENDAR) == 0
    assert days_paused(spans, until=date(2025, 4, 10), calendar=CALENDAR) == 0
    assert days_paused([], until=date(2025, 4, 10), calendar=CALENDAR) == 0
