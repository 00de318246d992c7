"""Terms that begin and end: what an act leaves of a row, and the days on which anything turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from living_town import TOWN

from govflow.domain.organisation import Absence, Appointment, Person, Term
from govflow.domain.organisation_terms import (
    begun,
    covers,
    ended,
    is_over,
    joined,
    term_of,
    turn_days,
    with_vacancies,
)
from govflow.messages import Title

DAY, FIRST, LAST = "2025-08-01", date(2025, 4, 1), date(2026, 3, 31)
YEAR = Term(FIRST, LAST)
ALWAYS = Term(None, None)


def test_days_of_an_act_are_texts_and_one_that_is_not_given_is_open() -> None:
    assert term_of("2025-04-01", "2026-03-31") == YEAR
    assert term_of("2025-04-01", None) == Term(FIRST, None)
    assert term_of(None, None) == ALWAYS


def test_a_term_covers_its_days_and_is_over_after_the_last() -> None:
    days = ("2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01")
    assert [covers(YEAR, day) for day in days] == [False, True, True, False]
    assert [is_over(YEAR, day) for day in days] == [False, False, False, True]
    assert not is_over(ALWAYS, DAY)


def test_what_is_left_of_a_term_begins_on_the_day_or_when_it_would_have() -> None:
    assert begun(YEAR, DAY) == Term(date(2025, 8, 1), LAST)
    assert begun(ALWAYS, DAY) == Term(date(2025, 8, 1), None)
    assert begun(Term(date(2025, 9, 1), None), DAY) == Term(date(2025, 9, 1), None)


def test_something_turns_on_the_first_day_of_a_term_and_on_the_day_after_its_last() -> None:
    assert turn_days([YEAR]) == {FIRST, date(2026, 4, 1)}
    assert turn_days([ALWAYS]) == {date.min}
    assert turn_days([Term(FIRST, date.max), Term(FIRST, None)]) == {FIRST}
    assert turn_days([]) == set()


def test_the_wanted_rows_end_on_the_eve_and_the_others_stay() -> None:
    rows = tuple(Absence(who, YEAR) for who in ("aki", "haru"))
    found = ended(rows, lambda row: row.person == "aki", DAY)
    assert found == (Absence("aki", Term(FIRST, date(2025, 7, 31))), rows[1])
    assert ended((Absence("aki", ALWAYS),), lambda _: True, DAY) == (
        Absence("aki", Term(None, date(2025, 7, 31))),
    )


def test_a_row_that_would_begin_on_the_day_or_later_goes() -> None:
    rows = tuple(Absence("aki", Term(date(2025, month, 1), None)) for month in (7, 8, 9))
    assert [row.term.start for row in ended(rows, lambda _: True, DAY)] == [date(2025, 7, 1)]


def test_who_is_new_comes_last_and_who_is_known_does_not_come_again() -> None:
    kei = Person("kei", Title("圭", "Kei"), ("kei",))
    assert joined(TOWN, "kei", newcomer=kei.name, accounts=("kei",)).persons == (*TOWN.persons, kei)
    assert joined(TOWN, "aki", newcomer=None, accounts=()) == TOWN


def test_vacant_is_what_nobody_ever_holds_in_the_order_it_was_listed() -> None:
    nobody = replace(TOWN, appointments=(Appointment("aki", "deputy", YEAR),))
    assert with_vacancies(nobody, before=("empty", "deputy", "clerk")).vacancies == (
        "empty",
        "clerk",
        "mayor",
        "administrator",
    )
    assert with_vacancies(TOWN, before=()).vacancies == ("empty",)
