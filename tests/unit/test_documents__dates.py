"""Era dates are exact at every change of era and never run backwards."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.documents.dates import ERAS, day, fiscal_year, moment, until, wareki

ERA_DATE = re.compile(r"(明治|大正|昭和|平成|令和)(元|\d+)年(\d+)月(\d+)日")
FIRST_DAYS = {era.name: era.since for era in ERAS}
days = st.dates(min_value=date(1873, 1, 1), max_value=date(2999, 12, 31))


def read_back(text: str) -> date:
    found = ERA_DATE.fullmatch(text)
    assert found, text
    era, year, month, day_of_month = found.groups()
    years = 1 if year == "元" else int(year)
    return date(FIRST_DAYS[era].year + years - 1, int(month), int(day_of_month))


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2026-11-22", "令和8年11月22日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-08", "平成元年1月8日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1926-12-24", "大正15年12月24日"),
        ("1912-07-30", "大正元年7月30日"),
        ("1912-07-29", "明治45年7月29日"),
        ("1873-01-01", "明治6年1月1日"),
        ("1872-12-31", "1872年12月31日"),
    ],
)
def test_an_era_begins_and_ends_on_its_day(iso: str, expected: str) -> None:
    assert wareki(iso, "ja") == expected


@given(days)
def test_an_era_date_tells_exactly_its_day(value: date) -> None:
    assert read_back(wareki(value.isoformat(), "ja")) == value


@given(days)
def test_the_next_day_is_the_same_year_or_the_next_or_a_new_era(value: date) -> None:
    today, tomorrow = (
        ERA_DATE.match(wareki(d.isoformat(), "ja")) for d in (value, value + timedelta(days=1))
    )
    assert today
    assert tomorrow
    order = [era.name for era in reversed(ERAS)]

    def position(found: re.Match[str]) -> tuple[int, ...]:
        era, year, *rest = found.groups()
        return (order.index(era), 1 if year == "元" else int(year), *map(int, rest))

    assert position(today) < position(tomorrow)


def test_a_day_prints_beside_its_iso_date_in_japanese_and_plainly_in_english() -> None:
    assert day("2026-11-22", "ja") == "令和8年11月22日（2026-11-22）"
    assert day("2026-11-22", "en") == "22 November 2026"


def test_what_is_due_in_working_days_says_from_when_they_count() -> None:
    assert until(10, "ja") == "決定から10営業日以内"
    assert until(10, "en") == "10 working days after the decision"
    assert [until("2026-11-22", "en"), until(None, "en")] == ["22 November 2026", "not set"]


def test_a_day_that_is_not_there_is_not_set() -> None:
    assert [write(None, lang) for write in (day, wareki, moment) for lang in ("ja", "en")] == [
        "未設定",
        "not set",
    ] * 3


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2026, "令和8年度"),
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
        (1926, "大正15年度"),
        (1927, "昭和2年度"),
        (1912, "明治45年度"),
        (1872, "1872年度"),
    ],
)
def test_a_fiscal_year_is_named_after_the_era_of_its_first_day_save_reiwas_first(
    year: int, expected: str
) -> None:
    assert fiscal_year(year, "ja") == expected
    assert fiscal_year(year, "en") == f"FY{year}"


def test_a_moment_is_told_in_japans_time_even_across_midnight_and_new_year() -> None:
    assert moment("2026-12-31T15:04:59.999999Z", "ja") == "令和9年1月1日 00:04"
    assert moment("2026-12-31T14:59:00.000000Z", "en") == "31 December 2026, 23:59 JST"
