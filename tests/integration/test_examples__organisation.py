"""The shipped organisations are sound, and whoever the processes ask for is there on every day of the example."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from govflow.domain.authority import Duty, Matter, Via, who_may
from govflow.domain.organisation import Directory, Organisation
from govflow.domain.organisation_content import content_of, organisation_of
from govflow.services.organisation.file import read_organisation

EXAMPLES = Path(__file__).parents[2] / "examples"
LOCAL_ROLES = (
    "pmo_clerk",
    "pjmo",
    "pmo_head",
    "ministry_cio",
    "deputy_cio",
    "ciso",
    "accounts",
    "executive_adviser",
)
CENTRAL_ROLES = (
    "secretariat",
    "amb",
    "cio_adviser",
    "technology_committee",
    "council_chair",
    "government_cio",
    "deputy_government_cio",
    "committee_member",
    "auditor",
    "administrator",
)
RENEWAL = Matter("it_investment", "endorse", "renewal", 50_000_000)
EVERY_MONTH = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(3, 27)] + [date(2027, 3, 31)]


@cache
def government() -> Organisation:
    return read_organisation(EXAMPLES / "organisation.yaml")


def on(day: date) -> Directory:
    return Directory.on(government(), day)


@pytest.mark.parametrize("name", ["organisation.yaml", "town.yaml"])
def test_a_shipped_organisation_survives_the_store(name: str) -> None:
    organisation = read_organisation(EXAMPLES / name)
    assert organisation_of(content_of(organisation)) == organisation


def test_all_45_bodies_are_there_with_verified_corporate_numbers_only() -> None:
    assert len(government().ministries) == 45
    assert sum(ministry.corporate_number is not None for ministry in government().ministries) == 30


def test_agencies_belong_to_their_parent_bodies() -> None:
    parents = {ministry.code: ministry.parent for ministry in government().ministries}
    expected = {
        "rinya": "maff",
        "jfa": "maff",
        "fdma": "mic",
        "jcg": "mlit",
        "bunka": "mext",
        "psia": "moj",
        "nta": "mof",
        "jpo": "meti",
        "atla": "mod",
        "nra": "env",
        "npa": "npsc",
        "digital": None,
    }
    assert {code: parents[code] for code in expected} == expected


@pytest.mark.parametrize("day", EVERY_MONTH)
def test_somebody_fills_every_role_for_every_ministry(day: date) -> None:
    directory = on(day)
    duties = [Duty(role, m.code) for m in government().ministries for role in LOCAL_ROLES]
    duties += [Duty(role, None) for role in CENTRAL_ROLES]
    missing = [duty for duty in duties if not who_may(directory, duty, RENEWAL)]
    assert missing == [Duty("executive_adviser", "jbaudit")]  # a vacancy that blocks nothing


@pytest.mark.parametrize("day", EVERY_MONTH)
def test_separate_duties_find_separate_persons_in_every_ministry(day: date) -> None:
    directory = on(day)
    for ministry in government().ministries:
        persons = [
            who_may(directory, Duty(role, ministry.code), RENEWAL)[0].person
            for role in ("pmo_clerk", "pmo_head", "ministry_cio", "deputy_cio", "accounts")
        ]
        assert len(set(persons)) == len(persons), ministry.code


def test_the_centre_shares_no_person_with_the_ministries() -> None:
    directory = on(date(2025, 8, 1))
    roles = {office.code: office.role for office in government().offices}
    for person in government().persons:
        held = {roles[office.code] in CENTRAL_ROLES for office in directory.offices_of(person.code)}
        assert held <= {True} or held <= {False}, person.code


def test_the_government_cio_chairs_the_council() -> None:
    directory = on(date(2025, 8, 1))
    assert directory.holders("cas.gcio") == directory.holders("cas.council_chair") == ("torano.hikari",)


def test_two_persons_hold_the_secretariat() -> None:
    assert len(on(date(2025, 8, 1)).holders("cas.secretariat")) == 2


def test_a_term_ends_and_the_successor_follows_without_a_gap() -> None:
    before, after = date(2025, 7, 31), date(2025, 8, 1)
    assert before + timedelta(days=1) == after
    assert len(on(before).holders("mhlw.cio")) == len(on(after).holders("mhlw.cio")) == 1
    assert on(before).holders("mhlw.cio") != on(after).holders("mhlw.cio")


def test_the_deputy_substitutes_while_the_cio_of_mofa_is_abroad() -> None:
    duty = Duty("ministry_cio", "mofa")
    vias = {day: [h.capacity.via for h in who_may(on(day), duty, RENEWAL)] for day in EVERY_MONTH[:6]}
    assert vias[date(2025, 8, 1)] == [Via.OWN, Via.SUBSTITUTION]
    assert vias[date(2025, 7, 1)] == vias[date(2025, 9, 1)] == [Via.OWN]


def test_the_deputy_cio_of_maff_endorses_small_renewals_only() -> None:
    directory, duty = on(date(2025, 8, 1)), Duty("ministry_cio", "rinya")

    def vias(matter: Matter) -> list[Via]:
        return [holder.capacity.via for holder in who_may(directory, duty, matter)]

    assert vias(RENEWAL) == [Via.OWN, Via.DELEGATION]
    assert vias(RENEWAL._replace(amount=50_000_001)) == [Via.OWN]
    assert vias(RENEWAL._replace(trigger="decline")) == [Via.OWN]


def test_a_vacant_post_has_a_substitute() -> None:
    directory = on(date(2025, 8, 1))
    assert directory.holders("iha.ciso") == ()
    found = who_may(directory, Duty("ciso", "iha"), RENEWAL)
    assert [holder.capacity.via for holder in found] == [Via.SUBSTITUTION]


def test_in_a_small_body_the_deputy_cio_is_the_ciso_too() -> None:
    directory = on(date(2025, 8, 1))
    assert directory.holders("ppc.ciso") == directory.holders("ppc.dcio")


def test_persons_have_different_names_and_codes() -> None:
    assert len({person.name for person in government().persons}) == len(government().persons)
    for person in government().persons:
        assert person.code == person.name.en.replace(" ", ".").lower()


def test_in_the_town_three_persons_hold_every_office_but_the_auditors() -> None:
    town = read_organisation(EXAMPLES / "town.yaml")
    directory = Directory.on(town, date(2026, 4, 1))
    assert len(town.persons) == 3
    assert all(len(directory.offices_of(person.code)) == 2 for person in town.persons)
    assert [o.code for o in town.offices if not directory.holders(o.code)] == ["auditor"]
    roles = {role.code for role in town.roles}
    assert roles == {"town_clerk", "town_accountant", "mayor", "auditor", "administrator"}
