"""Who sits on a body on a day: by the offices of the organisation, their holders, and those who may sit in."""

from __future__ import annotations

from datetime import date

from sample_charter import charter, spoiled

from govflow.domain.council.charter import Charter
from govflow.domain.council.seats import BodySeat, seats_on
from govflow.domain.organisation import (
    Absence,
    Appointment,
    Directory,
    Ministry,
    Office,
    Organisation,
    Person,
    Role,
    Substitution,
    Term,
)
from govflow.messages import Title

TITLE = Title("名", "name")
OFFICES = {"cas.head": "head", "cas.second": "second", "mof.member": "member", "mof.deputy": "deputy"} | {
    "moj.member": "member"
}
ALWAYS = Term(None, None)


def directory(day: date = date(2025, 6, 1), offices: dict[str, str] | None = None) -> Directory:
    codes = OFFICES if offices is None else offices
    return Directory.on(
        Organisation(
            name=TITLE,
            ministries=tuple(Ministry(code, TITLE) for code in ("cas", "mof", "moj")),
            roles=tuple(Role(role, TITLE) for role in dict.fromkeys(codes.values())),
            offices=tuple(Office(code, TITLE, role, code[:3]) for code, role in codes.items()),
            persons=(Person("a", TITLE), Person("b", TITLE), Person("c", TITLE)),
            appointments=(
                Appointment("a", "mof.member", Term(None, date(2025, 6, 30))),
                Appointment("b", "mof.member", Term(date(2025, 7, 1), None)),
                Appointment("c", "cas.head", ALWAYS),
            ),
            absences=(Absence("c", ALWAYS),),
            substitutions=(Substitution("cas.head", ("cas.second", "mof.deputy"), ALWAYS),),
        ),
        day,
    )


def seat(charter: Charter, name: str, at: Directory) -> BodySeat:
    [found] = [each for each in seats_on(charter, at) if each.name == name]
    return found


def test_each_office_of_a_role_has_a_seat_and_a_single_one_its_own() -> None:
    seats = seats_on(charter(), directory())
    assert [(s.name, s.kind) for s in seats] == [
        ("cas.head", "chair"),
        ("cas.second", "second"),
        ("mof.member", "members"),
        ("moj.member", "members"),
    ]
    assert [s.voting for s in seats] == [False, True, True, True]
    assert [s.weight for s in seats] == [1_000_000, 1_000_000, 2_500_000, 2_500_000]


def test_the_holder_is_the_one_of_the_day_and_a_seat_may_be_vacant() -> None:
    held = {
        day: seat(charter(), "mof.member", directory(day)).holders
        for day in (date(2025, 6, 30), date(2025, 7, 1))
    }
    assert list(held.values()) == [("a",), ("b",)]
    assert [s.name for s in seats_on(charter(), directory()) if s.vacant] == ["cas.second", "moj.member"]


def test_whoever_may_sit_in_is_of_the_seats_ministry() -> None:
    assert seat(charter(), "mof.member", directory()).alternates == ("mof.deputy",)
    assert seat(charter(), "moj.member", directory()).alternates == ()


def test_where_the_charter_names_no_alternates_the_substitutes_sit_in() -> None:
    assert seat(charter(), "cas.head", directory()).alternates == ("cas.second", "mof.deputy")
    assert seat(charter(), "cas.second", directory()).alternates == ()


def test_seats_are_there_for_their_term_with_both_of_its_ends() -> None:
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2027, 3, 31), date(2027, 4, 1)]
    counts = [sum(s.kind == "members" for s in seats_on(charter(), directory(day))) for day in days]
    assert counts == [0, 2, 2, 0]


def test_one_seat_of_an_office_that_is_not_there_is_vacant_and_says_whose_it_is() -> None:
    found = seat(charter(), "head", directory(offices={"moj.member": "member"}))
    assert (found.office, found.vacant, found.voting) == (None, True, False)


def test_an_office_never_has_two_seats() -> None:
    text = spoiled("role: second}", "office: mof.member}")
    seats = seats_on(charter(text), directory())
    assert [(s.name, s.kind) for s in seats if s.name == "mof.member"] == [("mof.member", "second")]


def test_one_seat_is_one_also_where_its_role_has_several_offices() -> None:
    offices = {**OFFICES, "moj.head": "head"}
    assert [s.name for s in seats_on(charter(), directory(offices=offices)) if s.kind == "chair"] == [
        "cas.head"
    ]
