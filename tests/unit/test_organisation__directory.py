"""A directory answers for one day: who holds what, who is away, which offices answer for a ministry."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.organisation import (
    Absence,
    Appointment,
    Delegation,
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

T = Title("題", "title")
APRIL = date(2025, 4, 1)
MARCH = date(2026, 3, 31)
YEAR = Term(APRIL, MARCH)

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
terms = st.builds(Term, st.none() | days, st.none() | days)

ORGANISATION = Organisation(
    name=T,
    ministries=(Ministry("mof", T), Ministry("nta", T, parent="mof"), Ministry("bureau", T, parent="nta")),
    roles=(Role("cio", T), Role("pmo", T), Role("ciso", T)),
    offices=(
        Office("mof.cio", T, "cio", "mof"),
        Office("mof.pmo", T, "pmo", "mof"),
        Office("nta.pmo", T, "pmo", "nta"),
        Office("nta.pmo2", T, "pmo", "nta"),
    ),
    persons=(Person("p", T, ("root", "p")), Person("q", T)),
    appointments=(
        Appointment("p", "mof.cio", YEAR),
        Appointment("q", "mof.cio", Term(date(2026, 4, 1), None)),
        Appointment("p", "mof.pmo", Term(None, None), concurrent=True),
        Appointment("q", "mof.pmo", YEAR),
    ),
    absences=(Absence("p", Term(date(2025, 8, 1), date(2025, 8, 8))),),
    delegations=(Delegation("mof.cio", "mof.pmo", "w", (), (), None, YEAR),),
    substitutions=(
        Substitution("mof.cio", ("mof.pmo",), YEAR),
        Substitution("mof.cio", ("nta.pmo",), Term(date(2026, 4, 1), None)),
    ),
)


def on(year: int, month: int, day: int) -> Directory:
    return Directory.on(ORGANISATION, date(year, month, day))


def codes(offices: tuple[Office, ...]) -> list[str]:
    return [office.code for office in offices]


def test_both_ends_of_a_term_belong_to_it() -> None:
    assert [YEAR.covers(d) for d in (APRIL - timedelta(1), APRIL, MARCH, MARCH + timedelta(1))] == [
        False,
        True,
        True,
        False,
    ]


@given(terms, terms, days)
def test_a_day_is_in_the_shared_term_when_it_is_in_both(one: Term, other: Term, day: date) -> None:
    shared = one.shared_with(other)
    assert (shared is not None and shared.covers(day)) == (one.covers(day) and other.covers(day))


@given(terms, terms)
def test_terms_share_days_in_either_order(one: Term, other: Term) -> None:
    assert one.shared_with(other) == other.shared_with(one)


def test_a_successor_holds_the_office_from_the_first_day_of_the_new_term() -> None:
    assert on(2026, 3, 31).holders("mof.cio") == ("p",)
    assert on(2026, 4, 1).holders("mof.cio") == ("q",)
    assert on(2025, 3, 31).holders("mof.cio") == ()


def test_an_office_may_have_two_holders_and_a_person_two_offices() -> None:
    assert on(2025, 5, 1).holders("mof.pmo") == ("p", "q")
    assert codes(on(2025, 5, 1).offices_of("p")) == ["mof.cio", "mof.pmo"]
    assert codes(on(2026, 5, 1).offices_of("p")) == ["mof.pmo"]


def test_who_is_away_still_holds_the_office_but_is_not_present() -> None:
    away = on(2025, 8, 8)
    assert away.is_absent("p")
    assert away.holders("mof.pmo") == ("p", "q")
    assert away.present_holders("mof.pmo") == ("q",)
    assert on(2025, 8, 9).present_holders("mof.pmo") == ("p", "q")


def test_an_account_leads_to_its_person() -> None:
    directory = on(2025, 5, 1)
    person = directory.person_of_account("root")
    assert person is not None
    assert person.code == "p"
    assert directory.person_of_account("nobody") is None


def test_an_agency_answers_for_itself_where_it_has_the_office_and_else_its_parent_does() -> None:
    directory = on(2025, 5, 1)
    assert codes(directory.responsible_offices("pmo", "nta")) == ["nta.pmo", "nta.pmo2"]
    assert codes(directory.responsible_offices("pmo", "bureau")) == ["nta.pmo", "nta.pmo2"]
    assert codes(directory.responsible_offices("cio", "bureau")) == ["mof.cio"]
    assert directory.responsible_offices("ciso", "bureau") == ()
    assert directory.responsible_offices("cio", "unknown") == ()


def test_the_lineage_of_a_ministry_goes_up_to_the_top() -> None:
    assert list(on(2025, 5, 1).lineage("bureau")) == ["bureau", "nta", "mof"]


def test_every_office_of_a_role_is_found_whatever_its_ministry() -> None:
    assert codes(on(2025, 5, 1).offices_with("pmo")) == ["mof.pmo", "nta.pmo", "nta.pmo2"]


def test_delegations_and_substitutions_are_those_in_force_on_the_day() -> None:
    assert [d.to for d in on(2025, 5, 1).delegations_of("mof.cio")] == ["mof.pmo"]
    assert list(on(2026, 5, 1).delegations_of("mof.cio")) == []
    for year, deputy in ((2025, "mof.pmo"), (2026, "nta.pmo")):
        order = on(year, 5, 1).substitution_of("mof.cio")
        assert order is not None
        assert order.deputies == (deputy,)
    assert on(2025, 3, 1).substitution_of("mof.cio") is None


def test_an_organisation_and_its_directory_are_made_anew_and_never_changed() -> None:
    for made, field in ((ORGANISATION, "persons"), (on(2025, 5, 1), "day")):
        with pytest.raises(FrozenInstanceError):
            setattr(made, field, ())


def test_an_appointment_is_a_main_one_unless_it_says_so() -> None:
    assert not Appointment("p", "mof.cio", YEAR).concurrent
