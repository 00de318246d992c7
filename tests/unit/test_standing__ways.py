"""Who could act for an office on a day: as authority says, with what it goes by and every reason against it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.authority import Duty, Matter, Via, capacities
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
from govflow.domain.standing import Asked, Standing, standings
from govflow.messages import LANGUAGES, Title, say

DAY = date(2025, 8, 1)
ALWAYS, PAST, FUTURE = Term(None, None), Term(None, date(2025, 7, 31)), Term(date(2025, 8, 2), None)
OFFICES = ("a", "b", "c")
PERSONS = ("p", "q", "r")

terms = st.sampled_from([ALWAYS, PAST, FUTURE])
office = st.sampled_from(OFFICES)
person = st.sampled_from(PERSONS)
triggers = st.sampled_from([(), ("decide",), ("decline",)])
kinds = st.sampled_from([(), ("new",), ("renewal",)])
delegations = st.builds(
    Delegation,
    office,
    office,
    st.sampled_from(["w", "v"]),
    triggers,
    kinds,
    st.sampled_from([None, 5]),
    terms,
).filter(lambda d: d.office != d.to)
substitutions = st.builds(
    Substitution, office, st.lists(office, min_size=1, max_size=2, unique=True).map(tuple), terms
).filter(lambda s: s.office not in s.deputies)
organisations = st.builds(
    Organisation,
    st.just(Title("町", "Town")),
    st.just((Ministry("t", Title("町", "Town")),)),
    st.just(tuple(Role(code, Title(code, code)) for code in OFFICES)),
    st.just(tuple(Office(code, Title(code, code), code, "t") for code in OFFICES)),
    st.just(tuple(Person(code, Title(code, code)) for code in PERSONS)),
    st.lists(st.builds(Appointment, person, office, terms), max_size=5).map(tuple),
    st.lists(st.builds(Absence, person, terms), max_size=2).map(tuple),
    st.lists(delegations, max_size=3).map(tuple),
    st.lists(substitutions, max_size=2).map(tuple),
)
marks = st.sampled_from([frozenset(), frozenset({"important"}), frozenset({"precedent"})])
matters = st.builds(
    Matter,
    st.just("w"),
    st.just("decide"),
    st.sampled_from(["new", "renewal"]),
    st.sampled_from([4, 6]),
    marks,
)


def ways(organisation: Organisation, code: str, asked: Asked) -> list[Standing]:
    return list(standings(Directory.on(organisation, DAY), code, asked))


@given(organisations, matters)
def test_who_could_act_is_who_may(organisation: Organisation, matter: Matter) -> None:
    directory = Directory.on(organisation, DAY)
    for code in OFFICES:
        found = ways(organisation, code, Asked(*matter))
        able = {(way.person, way.held, way.via) for way in found if not way.reasons}
        allowed = {
            (person, capacity.office, capacity.via)
            for person in PERSONS
            for capacity in capacities(directory, person, [Duty(code, "t")], matter)
        }
        assert able == allowed


@given(organisations, matters)
def test_what_is_not_asked_stands_in_nobodys_way(organisation: Organisation, matter: Matter) -> None:
    for code in OFFICES:
        wide = {(w.person, w.held, w.via) for w in ways(organisation, code, Asked()) if not w.reasons}
        narrow = {
            (w.person, w.held, w.via) for w in ways(organisation, code, Asked(*matter)) if not w.reasons
        }
        assert narrow <= wide


@given(organisations, matters)
def test_every_way_goes_by_a_row_and_every_reason_can_be_said(
    organisation: Organisation, matter: Matter
) -> None:
    for code in OFFICES:
        for way in ways(organisation, code, Asked(*matter)):
            assert way.rows
            assert all(say(reason, lang) for reason in way.reasons for lang in LANGUAGES)


def test_all_that_stands_against_a_delegate_is_told() -> None:
    town = Organisation(
        Title("町", "Town"),
        (Ministry("t", Title("町", "Town")),),
        (Role("a", Title("a", "a")), Role("b", Title("b", "b"))),
        (Office("a", Title("a", "a"), "a", "t"), Office("b", Title("b", "b"), "b", "t")),
        (Person("p", Title("p", "p")),),
        (Appointment("p", "b", ALWAYS),),
        (Absence("p", ALWAYS),),
        (Delegation("a", "b", "w", ("decline",), (), 5, ALWAYS),),
    )
    asked = Asked("w", "decide", "new", 6, frozenset({"precedent"}))
    (way,) = ways(town, "a", asked)
    assert (way.person, way.via) == ("p", Via.DELEGATION)
    assert [reason.code for reason in way.reasons] == [
        "authority.delegation_other_trigger",
        "authority.delegation_marked",
        "authority.delegation_limit",
        "standing.absent",
    ]
