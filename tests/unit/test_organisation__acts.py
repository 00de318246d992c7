"""Acts on an organisation: each changes one thing of it from a day on, or says every reason why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from living_town import DAY, EVE, FOUNDED, OFFICES, TOWN, holders, made, reasons

from govflow.domain.organisation import (
    Absence,
    Directory,
    Person,
    Term,
)
from govflow.domain.organisation_acts import (
    ACTS,
    TRIGGER_OF,
    Absent,
    Appoint,
    Delegate,
    OrganisationAct,
    RevokeAbsence,
    RevokeAppointment,
    RevokeDelegation,
    Transfer,
    act_of,
    apply,
    payload_of,
)
from govflow.domain.organisation_check import organisation_problems
from govflow.domain.organisation_content import content_of, difference, organisation_of
from govflow.messages import Title


def test_the_town_is_sound() -> None:
    assert list(organisation_problems(TOWN)) == []


def test_an_appointment_fills_a_vacancy_from_its_day_on() -> None:
    after = made(Appoint("haru", "empty", DAY, concurrent=True))
    assert holders(after, "empty", "2025-07-31") == ()
    assert holders(after, "empty", DAY) == ("haru",)
    assert after.vacancies == ()
    assert difference(TOWN, after).keys() == {"appointments", "vacancies"}


def test_somebody_new_comes_with_a_name_and_accounts() -> None:
    after = made(Appoint("kei", "empty", DAY, newcomer=Title("圭", "Kei"), accounts=("kei",)))
    assert after.persons[-1] == Person("kei", Title("圭", "Kei"), ("kei",))


def test_an_appointment_ends_on_the_eve() -> None:
    after = made(RevokeAppointment("aki", "mayor", DAY))
    assert after.appointments[0].term == Term(FOUNDED, EVE)
    assert holders(after, "mayor", DAY) == ()
    assert after.vacancies == ("empty",)


def test_one_that_would_have_begun_on_the_day_goes_and_leaves_a_vacancy() -> None:
    after = made(RevokeAppointment("haru", "empty", DAY), made(Appoint("haru", "empty", DAY)))
    assert after == TOWN


def test_a_return_ends_the_absence_of_the_day_and_no_later_one() -> None:
    after = made(RevokeAbsence("aki", DAY))
    assert after.absences == (Absence("aki", Term(date(2025, 7, 30), EVE), "出張"), TOWN.absences[1])


def test_a_delegation_ends_and_another_act_of_it_stays() -> None:
    more = made(Delegate("mayor", "deputy", "town_purchase", DAY, triggers=("decline",)))
    after = made(RevokeDelegation("mayor", DAY, trigger="decide"), more)
    assert [d.triggers for d in after.delegations if d.term.covers(date(2025, 8, 1))] == [("decline",)]
    assert reasons(RevokeDelegation("mayor", DAY, workflow="other"), more) == ["no_delegation"]


WRONG: dict[str, tuple[OrganisationAct, list[str]]] = {
    "nobody and nothing known": (Appoint("aky", "mayer", DAY), ["unknown_joining", "unknown_office"]),
    "new and known": (Appoint("aki", "empty", DAY, newcomer=Title("秋", "Aki")), ["known_already"]),
    "twice": (Appoint("aki", "mayor", DAY), ["appointment_repeated"]),
    "until before from": (Appoint("aki", "empty", DAY, "2025-07-01"), ["until_before_from"]),
    "away already": (Absent("aki", DAY), ["absent_already", "absent_already"]),
    "who is away": (Absent("nobody", DAY), ["unknown_person"]),
    "itself": (Delegate("mayor", "mayor", "town_purchase", DAY), ["delegation_to_itself"]),
    "a circle": (Delegate("deputy", "mayor", "town_purchase", DAY), ["delegation_loop"]),
    "unknown ones": (Delegate("mayer", "depute", "town_purchase", DAY), ["unknown_office", "unknown_office"]),
    "the same again": (
        Delegate("mayor", "deputy", "town_purchase", DAY, None, ("decide",), (), 100_000),
        ["delegated_already"],
    ),
    "not held": (RevokeAppointment("haru", "mayor", DAY), ["no_appointment"]),
    "held no longer": (RevokeAppointment("haru", "clerk", "2026-04-01"), ["no_appointment"]),
    "not away": (RevokeAbsence("haru", DAY), ["no_absence"]),
    "no such delegation": (RevokeDelegation("clerk", DAY), ["no_delegation"]),
    "to nobody": (Transfer("aki", "", DAY), ["to_nobody"]),
    "to a stranger": (Transfer("aki", "kei", DAY), ["unknown_joining"]),
    "to the same": (Transfer("aki", "aki", DAY), ["to_the_same"]),
    "an office of another": (Transfer("aki", "haru", DAY, offices=("deputy",)), ["office_not_held"]),
    "of nothing": (Transfer("haru", "aki", "2026-04-01"), ["holds_nothing"]),
    "of and to nobody": (Transfer("x", "y", DAY), ["unknown_person", "unknown_joining", "holds_nothing"]),
}


@pytest.mark.parametrize(("act", "told"), WRONG.values(), ids=WRONG)
def test_every_reason_against_an_act_is_told_at_once(act: OrganisationAct, told: list[str]) -> None:
    assert reasons(act) == told


def test_the_last_who_ever_administers_stays() -> None:
    later = TOWN.appointments[3]._replace(term=Term(date.fromisoformat(DAY), None))
    town = replace(TOWN, appointments=(*TOWN.appointments[:3], later))
    assert reasons(RevokeAppointment("fuyu", "administrator", DAY), town) == ["administrator_unheld"]
    assert holders(made(Transfer("fuyu", "aki", DAY), town), "administrator", DAY) == ("aki",)


def test_an_absence_on_other_days_stands_in_no_ones_way() -> None:
    assert reasons(Absent("aki", "2025-08-09", "2025-08-31")) == []
    assert reasons(Absent("aki", "2025-09-05")) == ["absent_already"]
    assert reasons(Absent("haru", DAY)) == []


def test_an_absence_already_recorded_is_told_by_its_days_as_far_as_they_are_known() -> None:
    for term, days in (
        (Term(FOUNDED, EVE), (FOUNDED, EVE)),
        (Term(None, EVE), ("–", EVE)),
        (Term(FOUNDED, None), (FOUNDED, "–")),
    ):
        town = replace(TOWN, absences=(Absence("aki", term),))
        (told,) = apply(Absent("aki", "2025-07-01"), town).reasons
        assert (told.params["start"], told.params["until"]) == days


def test_an_act_that_ends_on_the_day_it_begins_lasts_that_day() -> None:
    assert reasons(Absent("haru", DAY, DAY)) == []
    assert reasons(Absent("haru", DAY, "2025-07-31")) == ["until_before_from"]


def test_the_same_delegation_may_be_given_again_for_other_days_or_other_acts() -> None:
    ended_once = made(RevokeDelegation("mayor", DAY))
    again = Delegate("mayor", "deputy", "town_purchase", DAY, None, ("decide",), (), 100_000)
    assert reasons(again, ended_once) == []
    assert reasons(again._replace(triggers=("decline",))) == []
    assert reasons(again._replace(amount_limit=1)) == []


def test_an_appointment_is_a_main_one_unless_it_says_so() -> None:
    assert not made(Appoint("haru", "empty", DAY)).appointments[-1].concurrent


days = st.dates(date(2025, 3, 1), date(2025, 12, 31)).map(date.isoformat)
people = st.sampled_from(["aki", "natsu", "haru", "fuyu", "nobody"])
offices = st.sampled_from([*OFFICES, "nowhere"])
maybe = st.one_of(st.none(), days)
acts = st.one_of(
    st.builds(Appoint, people, offices, days, maybe, st.booleans()),
    st.builds(Absent, people, days, maybe, st.sampled_from(["", "出張"])),
    st.builds(Delegate, offices, offices, st.just("town_purchase"), days, maybe),
    st.builds(RevokeAppointment, people, offices, days),
    st.builds(RevokeAbsence, people, days),
    st.builds(RevokeDelegation, offices, days),
    st.builds(Transfer, people, people, days, st.lists(offices, unique=True, max_size=2).map(tuple)),
)


@given(st.lists(acts, max_size=6))
def test_what_acts_make_is_always_a_sound_organisation(course: list[OrganisationAct]) -> None:
    present = TOWN
    for act in course:
        applied = apply(act, present)
        if not applied.reasons:
            assert list(organisation_problems(applied.organisation)) == []
            assert organisation_of(content_of(applied.organisation)) == applied.organisation
            assert difference(present, applied.organisation)
            present = applied.organisation


@given(acts)
def test_an_act_changes_nothing_before_its_day(act: OrganisationAct) -> None:
    applied = apply(act, TOWN)
    eve = date.fromisoformat(act.start) - timedelta(days=1)
    if not applied.reasons:
        before, after = Directory.on(TOWN, eve), Directory.on(applied.organisation, eve)
        for office in before.offices:
            assert after.holders(office) == before.holders(office)
            assert after.present_holders(office) == before.present_holders(office)
            assert len(after.delegations_of(office)) == len(before.delegations_of(office))


@given(acts)
def test_an_act_is_what_its_entry_keeps(act: OrganisationAct) -> None:
    assert act_of(TRIGGER_OF[type(act)], payload_of(act)) == act


def test_what_no_entry_keeps_is_no_act() -> None:
    assert set(TRIGGER_OF) == set(ACTS.values())
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("load", {}),
        ("absent", {"person": "aki"}),
        ("absent", {"x": 1}),
    ]
    for trigger, payload in wrong:
        with pytest.raises((LookupError, TypeError, ValueError)):
            act_of(trigger, payload)
