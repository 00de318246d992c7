"""A row is of the act whose time it says; where the clock had run back, also of the earlier time that it then said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sample_definition import sample
from sample_entry import entry

from govflow.domain.history import Entry
from govflow.services.audit.timing import LocalDays, Timed, acts_of, misdated, same_act, timed

EARLIER, AT, LATER = (f"2025-05-01T0{hour}:00:00.000000Z" for hour in (1, 2, 3))
DAY_BEFORE = "2025-04-30T01:00:00.000000Z"
TOKYO = "Asia/Tokyo"
DEFINITION = sample()


def act(at: str = AT, *, before: str = EARLIER, effective_on: str = "2025-05-01") -> Timed:
    return Timed(entry(2, recorded_at=at, effective_on=effective_on), before)


RAN_BACK = act(before=AT)
"""The clock showed less than the entry before, whose time this one therefore has."""


@pytest.mark.parametrize(
    ("of", "at", "may"),
    [
        (act(), AT, True),
        (act(), EARLIER, False),
        (act(), DAY_BEFORE, False),
        (act(), LATER, False),
        (RAN_BACK, AT, True),
        (RAN_BACK, EARLIER, True),
        (RAN_BACK, LATER, False),
    ],
)
def test_when_a_row_may_have_been_recorded(of: Timed, at: str, may: bool) -> None:
    assert of.recorded(at) is may


def test_each_entry_follows_the_time_of_the_one_before_it() -> None:
    first, second, third = (entry(seq, recorded_at=at) for seq, at in ((1, EARLIER), (2, AT), (3, LATER)))
    told = [(each.entry.seq, each.before) for each in timed([first, second, third])]
    assert told == [(1, ""), (2, EARLIER), (3, AT)]
    assert [*timed([])] == []


def test_each_act_of_a_proposal_is_told_with_what_it_found_and_what_it_left() -> None:
    titles = [
        entry(seq, recorded_at=at, changes={"proposal": {"title": at}}) for seq, at in ((1, EARLIER), (2, AT))
    ]
    first, second = acts_of(titles, lambda _: DEFINITION)
    assert (first.timed, second.timed) == tuple(timed(titles))
    assert (first.entry, second.entry) == tuple(titles)
    assert (first.before.row.get("title"), first.after.row["title"]) == (None, EARLIER)
    assert (second.before, second.after.row["title"]) == (first.after, AT)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (act(), act(before=DAY_BEFORE), True),
        (act(), act(LATER), False),
        (act(EARLIER, before=DAY_BEFORE), RAN_BACK, True),
        (RAN_BACK, act(EARLIER, before=DAY_BEFORE), True),
        (RAN_BACK, act(LATER, before=AT), False),
        (act(LATER, before=AT), RAN_BACK, False),
        (act(EARLIER, before=DAY_BEFORE), act(LATER, before=AT), False),
    ],
)
def test_entries_of_two_histories_are_of_one_act_where_one_clock_could_show_both(
    one: Timed, other: Timed, same: bool
) -> None:
    assert same_act(one, other) is same


def test_the_day_of_an_act_is_the_local_one() -> None:
    late = act("2025-05-01T15:30:00.000000Z", effective_on="2025-05-01")
    assert LocalDays(TOKYO).of(late) == {date(2025, 5, 2)}
    assert LocalDays("UTC").of(late) == {date(2025, 5, 1)}


def test_where_the_clock_had_run_back_the_day_may_be_the_one_that_the_act_was_for() -> None:
    back = act(before=AT, effective_on="2025-04-30")
    days = LocalDays(TOKYO)
    assert days.of(back) == {date(2025, 5, 1), date(2025, 4, 30)}
    assert days.of(act(effective_on="2025-04-30")) == {date(2025, 5, 1)}
    assert days.of(act(before=AT, effective_on="2025-04-29")) == {date(2025, 5, 1), date(2025, 4, 29)}


def step(number: int = 1, **said: Any) -> dict[str, Any]:
    return {
        "number": number,
        "name": "opinion",
        "subject": "",
        "answer": None,
        "asked_on": "2025-05-01",
        "answered_on": None,
    } | said


def misdated_among(entries: list[Entry]) -> list[int]:
    return [*misdated(acts_of(entries, lambda _: DEFINITION), LocalDays(TOKYO))]


def told(seq: int, *steps: dict[str, Any], day: str = "2025-05-01", **more: Any) -> Entry:
    changes = {"steps": [*steps]} if steps else {}
    return entry(seq, recorded_at=f"{day}T01:00:00.000000Z", effective_on=day, changes=changes, **more)


ANSWER = {"answer": "agree", "answered_on": "2025-05-02"}
ASKED = told(1, step())


def test_what_was_asked_and_answered_on_the_days_of_its_acts_holds() -> None:
    answered = told(2, step(**ANSWER), day="2025-05-02", step="opinion", trigger="agree")
    assert misdated_among([ASKED, answered, told(3, day="2025-05-03")]) == []


@pytest.mark.parametrize("day", ["2025-04-30", "2025-05-02"])
def test_a_step_asked_on_another_day_than_its_act_is_found(day: str) -> None:
    assert misdated_among([told(1), told(2, step(asked_on=day))]) == [2]


def test_one_wrong_day_among_right_ones_is_found() -> None:
    assert misdated_among([told(1, step(), step(2, asked_on="2025-04-30"))]) == [1]


def test_an_answer_on_another_day_than_its_act_is_found() -> None:
    late = told(2, step(**ANSWER), day="2025-05-03", step="opinion", trigger="agree")
    assert misdated_among([ASKED, late]) == [2]


def test_a_day_told_before_may_be_told_again() -> None:
    again = told(2, step(due_on="2025-06-01"), day="2025-05-02")
    assert misdated_among([ASKED, again]) == []


def test_an_answer_that_repeats_the_day_of_an_earlier_one_is_found() -> None:
    """The step says nothing new, but the entry is an answer of its own."""
    first = told(2, step(**ANSWER), day="2025-05-02", step="opinion", trigger="agree")
    second = told(3, step(**ANSWER), day="2025-05-05", step="opinion", trigger="agree")
    assert misdated_among([ASKED, first, second]) == [3]
