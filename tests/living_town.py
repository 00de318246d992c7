"""A town of four persons and five offices, and what acts make of it."""

from __future__ import annotations

from datetime import date

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
from govflow.domain.organisation_acts import OrganisationAct, apply
from govflow.messages import LANGUAGES, Title, say

FOUNDED = date(2025, 4, 1)
DAY = "2025-08-01"
EVE = date(2025, 7, 31)
OFFICES = ("mayor", "deputy", "clerk", "administrator", "empty")
TOWN = Organisation(
    name=Title("町", "Town"),
    ministries=(Ministry("town", Title("町", "Town")),),
    roles=tuple(Role(code, Title(code, code)) for code in OFFICES),
    offices=tuple(Office(code, Title(code, code), code, "town") for code in OFFICES),
    persons=tuple(Person(code, Title(code, code.capitalize())) for code in ("aki", "natsu", "haru", "fuyu")),
    appointments=(
        Appointment("aki", "mayor", Term(FOUNDED, None)),
        Appointment("natsu", "deputy", Term(FOUNDED, None)),
        Appointment("haru", "clerk", Term(FOUNDED, date(2026, 3, 31))),
        Appointment("fuyu", "administrator", Term(FOUNDED, None)),
    ),
    absences=(
        Absence("aki", Term(date(2025, 7, 30), date(2025, 8, 8)), "出張"),
        Absence("aki", Term(date(2025, 9, 1), date(2025, 9, 5))),
    ),
    delegations=(
        Delegation("mayor", "deputy", "town_purchase", ("decide",), (), 100_000, Term(FOUNDED, None)),
    ),
    substitutions=(Substitution("mayor", ("deputy",), Term(FOUNDED, None)),),
    vacancies=("empty",),
)


def made(act: OrganisationAct, organisation: Organisation = TOWN) -> Organisation:
    applied = apply(act, organisation)
    assert applied.reasons == ()
    return applied.organisation


def reasons(act: OrganisationAct, organisation: Organisation = TOWN) -> list[str]:
    found = apply(act, organisation).reasons
    assert all(say(reason, lang) for reason in found for lang in LANGUAGES)
    return [reason.code.partition(".")[2] for reason in found]


def holders(organisation: Organisation, office: str, day: str) -> tuple[str, ...]:
    return Directory.on(organisation, date.fromisoformat(day)).holders(office)
