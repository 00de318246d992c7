"""Who administers from day to day, and on which days a change would leave it to one alone or to nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from living_town import DAY, FOUNDED, TOWN, made

from govflow.domain.administrators import Administrators, days_left_to, days_without, turns_from
from govflow.domain.organisation import Appointment, Organisation, Term
from govflow.domain.organisation_acts import Appoint, RevokeAppointment

AUGUST = date.fromisoformat(DAY)
TWO = made(Appoint("haru", "administrator", DAY, "2025-08-31"))
LATER = date(2025, 9, 1)


def administrators(organisation: Organisation, *, real: bool = False) -> Administrators:
    return Administrators(organisation, real=real)


def with_account(person: str, organisation: Organisation = TWO) -> Organisation:
    persons = (p._replace(accounts=(p.code,)) if p.code == person else p for p in organisation.persons)
    return replace(organisation, persons=tuple(persons))


def test_whoever_holds_an_administrators_office_administers_while_the_term_lasts() -> None:
    both = administrators(TWO)
    assert both.on(date(2025, 7, 31)) == ["fuyu"]
    assert both.on(AUGUST) == ["fuyu", "haru"]
    assert both.on(date(2025, 8, 31)) == ["fuyu", "haru"]
    assert both.on(LATER) == ["fuyu"]


def test_in_a_real_store_nobody_without_an_account_can() -> None:
    assert administrators(with_account("haru"), real=True).on(AUGUST) == ["haru"]
    assert administrators(TWO, real=True).on(AUGUST) == []


def test_who_holds_the_office_twice_is_one_administrator() -> None:
    again = Appointment("fuyu", "administrator", Term(AUGUST, None))
    town = replace(TOWN, appointments=(*TOWN.appointments, again))
    assert administrators(town).on(AUGUST) == ["fuyu"]


def test_the_days_looked_at_are_the_present_one_and_those_on_which_one_comes_or_goes() -> None:
    assert administrators(TWO).turns() == {FOUNDED, AUGUST, LATER}
    assert turns_from(date(2025, 7, 1), administrators(TOWN), administrators(TWO)) == [
        date(2025, 7, 1),
        AUGUST,
        LATER,
    ]
    assert turns_from(AUGUST, administrators(TWO)) == [AUGUST, LATER]


def left_to(person: str, before: Organisation, after: Organisation, *, day: date = AUGUST) -> list[date]:
    return list(days_left_to(person, administrators(before), administrators(after), day=day))


def test_it_is_found_when_somebody_would_administer_alone_who_did_not_before() -> None:
    alone = made(RevokeAppointment("haru", "administrator", "2025-08-11"), TWO)
    assert left_to("fuyu", TWO, alone) == [date(2025, 8, 11)]
    assert left_to("haru", TWO, alone) == []
    assert left_to("fuyu", TWO, TWO) == []
    assert left_to("fuyu", TOWN, TOWN) == []


def test_to_take_the_only_administrators_place_is_to_be_left_alone_and_to_come_beside_is_not() -> None:
    handed = made(
        RevokeAppointment("fuyu", "administrator", DAY), made(Appoint("haru", "administrator", DAY))
    )
    assert left_to("haru", TOWN, handed) == [AUGUST]
    assert left_to("haru", TOWN, TWO) == []


def without(before: Organisation, after: Organisation) -> list[date]:
    return list(days_without(administrators(before), administrators(after), day=AUGUST))


def test_the_days_on_which_nobody_would_administer_any_more_are_found() -> None:
    gap = made(RevokeAppointment("fuyu", "administrator", DAY), TWO)
    assert without(TOWN, gap) == [LATER]
    assert without(TOWN, TWO) == []
    assert without(gap, gap) == []
