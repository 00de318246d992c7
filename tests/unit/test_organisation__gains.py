"""What somebody would gain by a change of the organisation is found by its effects, however it is come by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from living_town import DAY, FOUNDED, TOWN, made

from govflow.domain.organisation import (
    Organisation,
    Substitution,
    Term,
)
from govflow.domain.organisation_acts import (
    Absent,
    Appoint,
    Delegate,
    OrganisationAct,
    RevokeAppointment,
    Transfer,
    apply,
)
from govflow.domain.organisation_gain import gains
from govflow.messages import Title

GAINS: dict[str, tuple[OrganisationAct, str, list[str]]] = {
    "an office": (Appoint("natsu", "empty", DAY), "natsu", ["gains_office"]),
    "another's office": (Appoint("natsu", "empty", DAY), "fuyu", []),
    "an office that passes": (Transfer("aki", "natsu", DAY), "natsu", ["gains_office"]),
    "a delegation": (Delegate("clerk", "deputy", "w", DAY), "natsu", ["gains_delegation"]),
    "a wider delegation": (
        Delegate("mayor", "deputy", "town_purchase", DAY, triggers=("decide",), amount_limit=900_000),
        "natsu",
        ["gains_delegation"],
    ),
    "a delegation of all acts": (
        Delegate("mayor", "deputy", "town_purchase", DAY, amount_limit=9),
        "natsu",
        ["gains_delegation"],
    ),
    "a narrower delegation": (
        Delegate("mayor", "deputy", "town_purchase", DAY, None, ("decide",), ("desk",), 9),
        "natsu",
        [],
    ),
    "a delegation to an office of nobody": (Delegate("mayor", "empty", "w", DAY), "natsu", []),
    "the place of who is away": (Absent("aki", "2025-10-01"), "natsu", ["gains_place"]),
    "the place of who left": (RevokeAppointment("aki", "mayor", DAY), "natsu", ["gains_vacancy"]),
    "the place of nobody": (Transfer("aki", "haru", DAY), "natsu", []),
    "what ends": (RevokeAppointment("natsu", "deputy", DAY), "natsu", []),
    "the own absence": (Absent("natsu", DAY), "natsu", []),
    "an office that is not there": (Appoint("natsu", "depute", DAY), "natsu", []),
}


@pytest.mark.parametrize(("act", "person", "told"), GAINS.values(), ids=GAINS)
def test_what_somebody_gains_by_an_act_is_found(act: OrganisationAct, person: str, told: list[str]) -> None:
    assert gained(TOWN, apply(act, TOWN).organisation, person) == told


def gained(before: Organisation, after: Organisation, person: str) -> list[str]:
    return [said.code.partition(".")[2] for said in gains(before, after, person)]


def deputies(*codes: str, start: date | None = FOUNDED) -> Organisation:
    return replace(TOWN, substitutions=(Substitution("mayor", codes, Term(start, None)),))


def test_the_place_of_a_substitute_is_found_however_it_is_come_by() -> None:
    town = deputies("deputy", "administrator")
    assert gained(town, made(Absent("natsu", DAY), town), "fuyu") == ["gains_place"]
    assert gained(town, made(Absent("natsu", "2025-10-01"), town), "fuyu") == []
    assert gained(town, made(RevokeAppointment("natsu", "deputy", DAY), town), "fuyu") == ["gains_place"]
    away = made(Absent("haru", "2025-10-01", "2025-10-03"), town)
    absent = made(Absent("natsu", "2025-10-03"), away)
    assert gained(town, absent, "fuyu") == []
    assert gained(absent, made(Transfer("aki", "haru", "2025-10-01"), absent), "fuyu") == ["gains_place"]


def test_a_better_place_in_an_order_of_substitutes_is_a_gain_and_the_same_one_is_none() -> None:
    town = deputies("deputy", "clerk", "administrator")
    assert gained(TOWN, town, "fuyu") == ["gains_order"]
    assert gained(town, deputies("clerk", "administrator", "deputy"), "fuyu") == ["gains_order"]
    assert gained(town, deputies("clerk", "deputy", "administrator", start=None), "fuyu") == []
    assert gained(town, deputies("clerk", "deputy", "administrator"), "fuyu") == []
    assert gained(town, TOWN, "fuyu") == []


def test_the_own_office_becoming_another_one_is_a_gain_and_its_new_name_is_none() -> None:
    def changed(**how: Any) -> Organisation:
        return replace(
            TOWN, offices=tuple(o._replace(**how) if o.code == "clerk" else o for o in TOWN.offices)
        )

    assert gained(TOWN, changed(role="mayor"), "haru") == ["gains_office"]
    assert gained(TOWN, changed(title=Title("書記", "Scribe")), "haru") == []


GIVEN = TOWN.delegations[0]  # the mayor's to the deputy: to decide town purchases of 100,000 yen


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {}, []),
        ({}, {"workflow": "other"}, ["gains_delegation"]),
        ({}, {"triggers": ("decline",)}, ["gains_delegation"]),
        ({}, {"triggers": ("decide", "decline")}, ["gains_delegation"]),
        ({"triggers": ("decide", "decline")}, {}, []),
        ({"triggers": ()}, {}, []),
        ({}, {"triggers": ()}, ["gains_delegation"]),
        ({}, {"kinds": ("desk",)}, []),
        ({"kinds": ("desk",)}, {}, ["gains_delegation"]),
        ({"kinds": ("desk",)}, {"kinds": ("chair",)}, ["gains_delegation"]),
        ({"kinds": ("desk", "chair")}, {"kinds": ("chair",)}, []),
        ({}, {"amount_limit": 100_001}, ["gains_delegation"]),
        ({}, {"amount_limit": 99_999}, []),
        ({}, {"amount_limit": None}, ["gains_delegation"]),
        ({"amount_limit": None}, {}, []),
        ({"amount_limit": None}, {"amount_limit": None}, []),
    ],
)
def test_a_delegation_is_a_gain_as_far_as_it_reaches_beyond_the_earlier_one(
    before: dict[str, Any], after: dict[str, Any], told: list[str]
) -> None:
    had, have = (replace(TOWN, delegations=(GIVEN._replace(**changed),)) for changed in (before, after))
    assert gained(had, have, "natsu") == told


def test_who_holds_the_office_gains_nothing_by_a_delegation_and_a_delegate_does_by_the_office() -> None:
    both = made(Appoint("natsu", "mayor", FOUNDED.isoformat(), concurrent=True))
    assert gained(both, made(Delegate("mayor", "deputy", "other", DAY), both), "natsu") == []
    assert gained(TOWN, made(Appoint("natsu", "mayor", DAY, concurrent=True)), "natsu") == ["gains_office"]


def test_a_gain_is_told_once_by_its_first_day() -> None:
    later = made(Appoint("natsu", "empty", "2025-12-01", "2025-12-31"))
    twice = made(Appoint("natsu", "empty", DAY, "2025-08-31"), later)
    assert gained(TOWN, twice, "natsu") == ["gains_office"]
    gone = made(RevokeAppointment("aki", "mayor", DAY))
    (told,) = gains(TOWN, gone, "natsu")
    assert told.params["day"] == date(2025, 8, 9)  # until the 8th the mayor would have been away


def test_each_gain_is_told_with_what_it_is_about() -> None:
    more = made(Appoint("natsu", "empty", DAY), made(Appoint("natsu", "clerk", DAY)))
    assert {said.params["office"] for said in gains(TOWN, more, "natsu")} == {"empty", "clerk"}
    given = made(Delegate("clerk", "deputy", "w", DAY), made(Delegate("empty", "deputy", "w", DAY)))
    found = [(said.params["office"], said.params["to"]) for said in gains(TOWN, given, "natsu")]
    assert sorted(found) == [("clerk", "deputy"), ("empty", "deputy")]


def test_nobody_else_gains_by_an_account() -> None:
    after = replace(TOWN, persons=(TOWN.persons[0]._replace(accounts=("root",)), *TOWN.persons[1:]))
    assert gained(TOWN, after, "natsu") == []
    assert gained(after, after, "aki") == []
    assert gained(after, TOWN, "aki") == []
    assert gained(replace(TOWN, persons=TOWN.persons[1:]), after, "aki")[-1:] == ["gains_account"]


def test_an_account_that_moves_to_somebody_is_a_gain() -> None:
    after = replace(TOWN, persons=(TOWN.persons[0]._replace(accounts=("root",)), *TOWN.persons[1:]))
    assert [said.code for said in gains(TOWN, after, "aki")] == ["organisation_act.gains_account"]
