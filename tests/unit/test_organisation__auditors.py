"""Whoever audits acts for nobody: no other office beside it, nothing delegated to it or by it, no substitution."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from living_town import FOUNDED, TOWN

from govflow.domain.organisation import Appointment, Delegation, Office, Person, Role, Substitution, Term
from govflow.domain.organisation_check import organisation_problems
from govflow.messages import Title

ALWAYS = Term(None, None)
TITLE = Title("監査", "Audit")
AUDITED = replace(
    TOWN,
    roles=(*TOWN.roles, Role("auditor", TITLE)),
    offices=(
        *TOWN.offices,
        Office("audit", TITLE, "auditor", "town"),
        Office("audit2", TITLE, "auditor", "town"),
    ),
    persons=(*TOWN.persons, Person("kei", TITLE)),
    appointments=(*TOWN.appointments, Appointment("kei", "audit", Term(FOUNDED, date(2025, 9, 30)))),
    vacancies=("empty", "audit2"),
)


def told(**changed: Any) -> list[tuple[tuple[str | int, ...], str]]:
    return [(path, said.code) for path, said in organisation_problems(replace(AUDITED, **changed))]


def also(office: str, term: Term) -> dict[str, Any]:
    rows = (*AUDITED.appointments, Appointment("kei", office, term))
    return {"appointments": rows, "vacancies": tuple(set(AUDITED.vacancies) - {office})}


def test_an_auditor_with_no_other_office_is_sound() -> None:
    assert told() == []


@pytest.mark.parametrize("term", [ALWAYS, Term(date(2025, 9, 30), None), Term(None, FOUNDED)])
def test_who_audits_holds_no_other_office_on_any_day_of_it(term: Term) -> None:
    assert told(**also("clerk", term)) == [(("appointments", 5, "office"), "organisation.auditor_acts")]


@pytest.mark.parametrize("term", [Term(date(2025, 10, 1), None), Term(None, date(2025, 3, 31))])
def test_who_audits_may_have_held_another_office_before_and_may_afterwards(term: Term) -> None:
    assert told(**also("clerk", term)) == []


def test_two_auditing_offices_may_be_in_one_hand() -> None:
    assert told(**also("audit2", ALWAYS)) == []


@pytest.mark.parametrize(("office", "to"), [("audit", "clerk"), ("clerk", "audit")])
def test_an_auditing_office_delegates_nothing_and_nothing_is_delegated_to_it(office: str, to: str) -> None:
    rows = (Delegation(office, to, "w", (), (), None, ALWAYS),)
    assert told(delegations=rows) == [(("delegations", 0), "organisation.auditor_stands_in")]


@pytest.mark.parametrize(
    ("office", "deputies"), [("audit", ("clerk",)), ("clerk", ("audit",)), ("clerk", ("deputy", "audit"))]
)
def test_nobody_substitutes_for_an_auditor_and_an_auditor_for_nobody(
    office: str, deputies: tuple[str, ...]
) -> None:
    rows = (Substitution(office, deputies, ALWAYS),)
    assert told(substitutions=rows) == [(("substitutions", 0), "organisation.auditor_stands_in")]


def test_each_auditing_office_is_named() -> None:
    rows = (Delegation("audit2", "audit", "w", (), (), None, ALWAYS),)
    found = [said.params["office"] for _, said in organisation_problems(replace(AUDITED, delegations=rows))]
    assert found == ["audit", "audit2"]
