"""Who may act: holders of an office, standing delegates within their limits, substitutes while it is empty."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.authority import (
    Capacity,
    Duty,
    Holder,
    Matter,
    Via,
    absent_reason,
    capacities,
    delegation_bars,
    denial,
    who_may,
)
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
from govflow.messages import LANGUAGES, Title, say

DAY = date(2025, 7, 1)
ALWAYS = Term(None, None)
OFFICES = {"cio": "cio", "dcio": "dcio", "ciso": "ciso", "gcio": "gcio"}
CIO = Duty("cio", "mof")
MATTER = Matter("it_investment", "endorse", "renewal", 40_000_000)
DELEGATED = Delegation("cio", "dcio", "it_investment", ("endorse",), ("renewal",), 50_000_000, ALWAYS)
DEPUTIES = Substitution("cio", ("dcio", "ciso"), ALWAYS)


def directory(
    appointments: dict[str, str],
    *,
    absent: Iterable[str] = (),
    delegations: tuple[Delegation, ...] = (),
    substitutions: tuple[Substitution, ...] = (),
    former: tuple[Appointment, ...] = (),
) -> Directory:
    """A ministry with an agency below it; `appointments` leads from offices to persons named one after another."""
    people = dict.fromkeys(name for names in appointments.values() for name in names.split())
    people |= dict.fromkeys(appointment.person for appointment in former)
    people |= {"outsider": None}
    current = (Appointment(p, o, ALWAYS) for o, names in appointments.items() for p in names.split())
    organisation = Organisation(
        name=Title("例", "Example"),
        ministries=(
            Ministry("mof", Title("財務省", "Finance")),
            Ministry("nta", Title("国税庁", "Taxes"), parent="mof"),
        ),
        roles=tuple(Role(role, Title(role, role)) for role in OFFICES.values()),
        offices=tuple(Office(code, Title(code, code), role, "mof") for code, role in OFFICES.items()),
        persons=tuple(Person(name, Title(name, name.capitalize())) for name in people),
        appointments=(*former, *current),
        absences=tuple(Absence(person, Term(DAY, DAY)) for person in absent),
        delegations=delegations,
        substitutions=substitutions,
    )
    return Directory.on(organisation, DAY)


def actors(of: Directory, matter: Matter = MATTER, duty: Duty = CIO) -> dict[str, Via]:
    return {holder.person: holder.capacity.via for holder in who_may(of, duty, matter)}


def refusal(of: Directory, person: str, matter: Matter = MATTER, duty: Duty = CIO) -> str:
    reasons = denial(of, person, [duty], matter)
    assert capacities(of, person, [duty], matter) == ()
    assert len(reasons) == 1
    assert all(say(reasons[0], lang) for lang in LANGUAGES)
    return say(reasons[0], "en")


def test_a_holder_acts_for_the_own_office() -> None:
    found = who_may(directory({"cio": "kono"}), CIO, MATTER)
    assert found == (Holder("kono", Capacity("cio", "cio")),)


def test_the_parents_office_acts_for_an_agency_without_its_own() -> None:
    assert actors(directory({"cio": "kono"}), duty=Duty("cio", "nta")) == {"kono": Via.OWN}


def test_a_central_duty_falls_on_any_office_of_the_role() -> None:
    assert actors(directory({"gcio": "torano"}), duty=Duty("gcio", None)) == {"torano": Via.OWN}


def test_a_standing_delegate_acts_beside_the_holder_with_the_same_role() -> None:
    of = directory({"cio": "kono", "dcio": "otsuda"}, delegations=(DELEGATED,))
    assert who_may(of, CIO, MATTER)[1].capacity == Capacity("dcio", "cio", Via.DELEGATION, "cio")
    assert actors(of) == {"kono": Via.OWN, "otsuda": Via.DELEGATION}


@pytest.mark.parametrize(
    ("matter", "sentence"),
    [
        (MATTER._replace(workflow="town"), "covers the workflow it_investment only"),
        (MATTER._replace(trigger="decline"), "does not cover the act decline"),
        (MATTER._replace(kind="new"), "does not cover the kind new"),
        (MATTER._replace(amount=None), "the amount is not stated (limit: 50,000,000 yen)"),
        (MATTER._replace(amount=50_000_001), "50,000,001 yen is above the limit of 50,000,000 yen"),
        (MATTER._replace(marks=frozenset({"precedent"})), "marked precedent and goes up"),
    ],
)
def test_outside_the_delegation_the_delegate_is_told_what_bars(matter: Matter, sentence: str) -> None:
    of = directory({"cio": "kono", "dcio": "otsuda"}, delegations=(DELEGATED,))
    assert actors(of, matter) == {"kono": Via.OWN}
    assert sentence in refusal(of, "otsuda", matter)


@given(st.integers(0, 10**18), st.integers(0, 10**18))
def test_the_limit_itself_is_still_within_the_delegation(limit: int, amount: int) -> None:
    of = directory({"cio": "kono", "dcio": "otsuda"}, delegations=(DELEGATED._replace(amount_limit=limit),))
    assert ("otsuda" in actors(of, MATTER._replace(amount=amount))) == (amount <= limit)


def test_a_delegation_without_a_limit_reaches_amounts_that_are_not_stated() -> None:
    unlimited = DELEGATED._replace(amount_limit=None, triggers=(), kinds=())
    of = directory({"cio": "kono", "dcio": "otsuda"}, delegations=(unlimited,))
    assert actors(of, Matter("it_investment", "decline", "new", None))["otsuda"] is Via.DELEGATION


def test_every_reason_why_a_delegation_does_not_reach_is_told() -> None:
    far = Matter("town", "decline", "new", None, frozenset({"disputed", "urgent"}))
    bars = [*delegation_bars(DELEGATED, far)]
    assert [bar.code.partition("_")[2] for bar in bars] == [
        "other_workflow",
        "other_trigger",
        "other_kind",
        "marked",
        "amount_unstated",
    ]
    assert bars[3].params["marks"] == ["disputed"]
    assert [*delegation_bars(DELEGATED._replace(amount_limit=None), MATTER)] == []


def test_a_delegation_outside_its_term_gives_nothing() -> None:
    ended = DELEGATED._replace(term=Term(None, date(2025, 6, 30)))
    of = directory({"cio": "kono", "dcio": "otsuda"}, delegations=(ended,))
    assert actors(of) == {"kono": Via.OWN}
    assert "held by Kono" in refusal(of, "otsuda")


def test_a_substitute_acts_only_while_nobody_of_the_office_is_present() -> None:
    appointments = {"cio": "kono heida", "dcio": "otsuda"}
    one_away = directory(appointments, absent=["kono"], substitutions=(DEPUTIES,))
    assert actors(one_away) == {"kono": Via.OWN, "heida": Via.OWN}
    assert "Heida of cio (cio) is present" in refusal(one_away, "otsuda")
    both_away = directory(appointments, absent=["kono", "heida"], substitutions=(DEPUTIES,))
    assert actors(both_away)["otsuda"] is Via.SUBSTITUTION


def test_a_substitute_acts_on_behalf_of_the_office() -> None:
    of = directory({"cio": "kono", "dcio": "otsuda"}, absent=["kono"], substitutions=(DEPUTIES,))
    expected = (Capacity("dcio", "cio", Via.SUBSTITUTION, "cio"),)
    assert capacities(of, "otsuda", [CIO], MATTER) == expected


def test_substitutes_act_in_their_order() -> None:
    appointments = {"cio": "kono", "dcio": "otsuda", "ciso": "heida"}
    first = directory(appointments, absent=["kono"], substitutions=(DEPUTIES,))
    assert actors(first) == {"kono": Via.OWN, "otsuda": Via.SUBSTITUTION}
    assert "An earlier substitute".lower() in refusal(first, "heida").lower()
    second = directory(appointments, absent=["kono", "otsuda"], substitutions=(DEPUTIES,))
    assert actors(second) == {"kono": Via.OWN, "heida": Via.SUBSTITUTION}
    assert "you are recorded absent yourself" in refusal(second, "otsuda")


def test_a_vacant_office_is_filled_by_its_substitutes() -> None:
    of = directory({"dcio": "otsuda"}, substitutions=(DEPUTIES,))
    assert actors(of) == {"otsuda": Via.SUBSTITUTION}
    assert "is vacant; Otsuda may substitute" in refusal(of, "outsider")


def test_a_vacant_office_without_substitutes_says_so() -> None:
    assert "is vacant and nobody may substitute" in refusal(directory({"dcio": "otsuda"}), "outsider")


def test_what_is_marked_important_is_never_decided_by_a_substitute() -> None:
    of = directory({"cio": "kono", "dcio": "otsuda"}, absent=["kono"], substitutions=(DEPUTIES,))
    important = MATTER._replace(marks=frozenset({"important"}))
    assert actors(of, important) == {"kono": Via.OWN}
    assert "never decided by a substitute" in refusal(of, "otsuda", important)


@given(st.sets(st.sampled_from(["important", "exceptional", "precedent", "disputed", "urgent"])))
def test_any_open_mark_takes_a_matter_from_the_delegate(marks: set[str]) -> None:
    of = directory({"cio": "kono", "dcio": "otsuda"}, delegations=(DELEGATED,))
    found = actors(of, MATTER._replace(marks=frozenset(marks)))
    assert ("otsuda" in found) == (marks <= {"urgent"})


def test_the_own_office_comes_before_what_a_person_does_for_others() -> None:
    of = directory({"cio": "kono", "dcio": "kono"}, delegations=(DELEGATED,))
    found = capacities(of, "kono", [CIO], MATTER)
    assert [capacity.via for capacity in found] == [Via.OWN, Via.DELEGATION]


def test_a_person_outside_is_told_who_holds_the_office() -> None:
    assert "This needs the office cio (cio), held by Kono" in refusal(directory({"cio": "kono"}), "outsider")


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        (Term(None, date(2025, 6, 30)), "Your term in cio (cio) ended on 2025-06-30"),
        (Term(date(2025, 7, 2), None), "Your term in cio (cio) begins on 2025-07-02"),
        (Term(date(2025, 7, 2), date(2026, 6, 30)), "Your term in cio (cio) begins on 2025-07-02"),
    ],
)
def test_outside_the_term_the_person_is_told_its_dates(term: Term, sentence: str) -> None:
    of = directory({"cio": "kono"}, former=(Appointment("otsuda", "cio", term),))
    assert sentence in refusal(of, "otsuda")


def test_a_role_without_any_office_is_named() -> None:
    of = directory({"cio": "kono"})
    told = refusal(of, "kono", duty=Duty("missing", "nta"))
    assert "have an office with the role missing" in told
    assert "Taxes" in told
    assert "moon" in refusal(of, "kono", duty=Duty("missing", "moon"))
    assert "No office has the role missing" in refusal(of, "kono", duty=Duty("missing", None))


def test_every_duty_has_its_own_reason() -> None:
    of = directory({"cio": "kono", "gcio": "torano"})
    reasons = denial(of, "outsider", [CIO, Duty("gcio", None)], MATTER)
    assert [reason.params["code"] for reason in reasons] == ["cio", "gcio"]


people = st.lists(st.sampled_from(["a", "b", "c"]), unique=True, max_size=3).map(" ".join)
directories = st.builds(
    directory,
    st.fixed_dictionaries({"cio": people, "dcio": people, "ciso": people}),
    absent=st.lists(st.sampled_from(["a", "b", "c"]), unique=True),
    delegations=st.sampled_from([(), (DELEGATED,)]),
    substitutions=st.sampled_from([(), (DEPUTIES,)]),
)


@given(directories, st.sampled_from(["a", "b", "c", "outsider"]))
def test_capacities_and_who_may_agree_and_a_denial_always_has_a_reason(of: Directory, person: str) -> None:
    """Who is recorded absent may do nothing, although the office stays in the person's hands."""
    allowed = tuple(h.capacity for h in who_may(of, CIO, MATTER) if h.person == person)
    if of.is_absent(person):
        allowed = ()
    assert set(capacities(of, person, [CIO], MATTER)) == set(allowed)
    if not allowed:
        assert len(denial(of, person, [CIO], MATTER)) == 1


def test_a_holder_who_is_recorded_absent_is_told_until_when_and_what_helps() -> None:
    of = directory({"cio": "kono"}, absent=["kono"])
    told = refusal(of, "kono")
    assert f"recorded absent (until {DAY})" in told
    assert f"govflow org revoke absence kono --from {DAY}" in told
    assert "held by Kono" in refusal(of, "outsider")


@given(directories)
def test_a_substitute_never_acts_beside_a_holder_who_is_present(of: Directory) -> None:
    vias = {h.capacity.via for h in who_may(of, CIO, MATTER)}
    assert not (of.present_holders("cio") and Via.SUBSTITUTION in vias)


JULY = date(2025, 7, 9)


@pytest.mark.parametrize(
    ("terms", "until"),
    [
        ((ALWAYS,), None),
        ((Term(None, JULY), ALWAYS), None),
        ((Term(None, JULY), Term(None, DAY), Term(None, date(2025, 6, 1))), JULY),
        ((Term(DAY, DAY), Term(date(2025, 8, 1), None)), DAY),
    ],
)
def test_who_is_away_is_told_the_last_day_of_it_where_there_is_one(
    terms: tuple[Term, ...], until: date | None
) -> None:
    absences = (*(Absence("kono", term) for term in terms), Absence("outsider", ALWAYS))
    away = replace(directory({"cio": "kono"}).organisation, absences=absences)
    reason = absent_reason(Directory.on(away, DAY), "kono")
    assert reason.code == ("authority.absent" if until else "authority.absent_open")
    assert reason.params.get("until") == until
