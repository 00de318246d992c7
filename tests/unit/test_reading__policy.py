"""Who reads what of a proposal: by the posts held or stood in for, how far it has opened, and what it was asked of."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

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
from govflow.domain.reading_policy import (
    NOTHING,
    Access,
    Asked,
    Audience,
    Policy,
    Post,
    Reader,
    Reading,
    Standing,
    access,
    posts_in,
    unstated_audiences,
)
from govflow.errors import Place
from govflow.messages import Title

DAY = date(2025, 7, 1)
ALWAYS, PAST = Term(None, None), Term(None, date(2025, 6, 30))
T = Title("題", "title")
NOWHERE = Place("", 0, 0)
FIELDS = frozenset({"title", "amount", "price"})


def audience(
    name: str, *roles: str, asked: bool = False, body: str | None = None, fields: str = ""
) -> Audience:
    return Audience(name, T, roles, asked, body, tuple(fields.split()), NOWHERE)


POLICY = Policy(
    workflow="w",
    fields=FIELDS,
    audiences=(
        audience("asked", asked=True, fields="title"),
        audience("centre", "centre", "price_board"),
        audience("council", body="council", fields="title amount price"),
    ),
    central=frozenset({"centre", "price_board"}),
    restricted={"price": ("accounts", "price_board")},
    restricted_values={"bid": ("accounts", "price_board"), "memo": ("clerk",)},
    stated=True,
)
DRAFT = Standing("mof", 0, None)
ENDORSED = Standing("mof", 2, 1)
PLACED = Standing("mof", 3, 1)


def post(role: str, *ministries: str, workflow: str | None = None) -> Reader:
    return Reader("somebody", (Post(role, frozenset(ministries), workflow),))


def opened(found: Access) -> tuple[set[str], set[str]]:
    """The fields, and the audiences by which they are open."""
    return set(found.fields), set(found.audiences)


def names(found: Access) -> set[str]:
    return set(found.fields)


def test_the_own_ministry_reads_it_as_it_stands_from_the_draft_on() -> None:
    for standing in (DRAFT, ENDORSED, PLACED):
        found = access(POLICY, post("clerk", "mof"), standing)
        assert (names(found), found.whole, found.inside) == ({"title", "amount"}, True, True)
        assert found.audiences == frozenset()
        assert found.closed_values == {"bid"}
        assert found.granted


def test_another_ministry_reads_nothing() -> None:
    assert access(POLICY, post("clerk", "mhlw"), PLACED) == NOTHING
    assert not NOTHING.granted
    assert not NOTHING.whole
    assert not NOTHING.inside


def test_a_restricted_field_is_open_to_its_roles_alone() -> None:
    found = access(POLICY, post("accounts", "mof"), DRAFT)
    assert names(found) == FIELDS
    assert found.closed_values == {"memo"}


def test_the_centre_reads_what_was_released_once_it_has_opened_to_it() -> None:
    assert access(POLICY, post("centre", "cas"), DRAFT) == NOTHING
    assert access(POLICY, post("centre", "cas"), DRAFT._replace(reach=2)) == NOTHING
    assert access(POLICY, post("centre", "cas"), ENDORSED._replace(reach=1)) == NOTHING
    for standing in (ENDORSED, PLACED):
        found = access(POLICY, post("centre", "cas"), standing)
        assert (names(found), found.whole, found.inside) == ({"title", "amount"}, True, False)
        assert found.audiences == {"centre"}
        assert found.closed_values == {"bid", "memo"}


def test_a_role_at_the_centre_reads_the_fields_restricted_to_it() -> None:
    assert names(access(POLICY, post("price_board", "cas"), ENDORSED)) == FIELDS


def test_an_office_at_the_centre_reads_its_own_ministrys_proposal_as_the_centre() -> None:
    assert access(POLICY, post("centre", "mof"), DRAFT) == NOTHING
    assert not access(POLICY, post("centre", "mof"), ENDORSED).inside


def test_who_administers_the_store_reads_nothing_of_the_own_ministry() -> None:
    assert access(POLICY, post("administrator", "mof"), PLACED) == NOTHING


def test_a_seat_reads_the_fields_named_for_it_once_it_is_placed_on_the_agenda() -> None:
    seat = Reader("somebody", (Post("professor", frozenset()),), frozenset({"council"}))
    assert access(POLICY, seat, ENDORSED) == NOTHING
    found = access(POLICY, seat, PLACED)
    assert (names(found), found.whole, found.inside) == ({"title", "amount"}, False, False)
    assert found.audiences == {"council"}
    assert access(POLICY, seat._replace(bodies=frozenset({"another"})), PLACED) == NOTHING


def test_a_role_that_a_seat_brings_nothing_for_opens_no_restricted_field() -> None:
    """Only who reads at the centre or in the own ministry reads by the role of the office."""
    seat = Reader("somebody", (Post("accounts", frozenset({"mhlw"})),), frozenset({"council"}))
    assert names(access(POLICY, seat, PLACED)) == {"title", "amount"}


def test_who_reads_in_several_audiences_reads_what_is_named_for_any() -> None:
    both = Reader("somebody", (Post("cio", frozenset({"mhlw"})),), frozenset({"council"}))
    asked = PLACED._replace(asked=(Asked("cio", "mhlw"),))
    found = access(POLICY, both, asked)
    assert opened(found) == ({"title", "amount"}, {"asked", "council"})
    central = Reader("somebody", (Post("centre", frozenset({"cas"})),), frozenset({"council"}))
    found = access(POLICY, central, PLACED)
    assert opened(found) == ({"title", "amount"}, {"centre", "council"})
    assert found.whole


def test_who_is_asked_reads_the_fields_named_for_that_whether_it_has_opened_or_not() -> None:
    asked = DRAFT._replace(asked=(Asked("cio", "mhlw"),))
    found = access(POLICY, post("cio", "mhlw"), asked)
    assert opened(found) == ({"title"}, {"asked"})
    assert not found.whole
    assert found.inside  # nothing has been released: what was put to them is what stands
    assert not access(POLICY, post("cio", "mhlw"), asked._replace(released=1)).inside
    for other in (post("cio", "moj"), post("clerk", "mhlw")):
        assert access(POLICY, other, asked) == NOTHING


def test_a_step_put_to_a_central_role_is_put_to_any_office_of_it() -> None:
    held = [Post("ciso", frozenset({"mof"})), Post("cio", frozenset({"mhlw", "moj"}))]
    assert Asked("cio", None).put_to(held)
    assert Asked("cio", "moj").put_to(held)
    assert not Asked("cio", "mof").put_to(held)
    assert not Asked("gcio", None).put_to(held)
    assert not Asked("cio", None).put_to([])


def test_an_auditor_reads_everything_in_every_state() -> None:
    found = access(POLICY, Reader("auditor", everything=True), DRAFT)
    assert names(found) == FIELDS
    assert found.closed_values == frozenset()
    assert found.audiences == {"asked", "centre", "council"}
    assert found.whole
    assert found.inside


def test_nobody_is_an_auditor_who_is_not_said_to_be() -> None:
    assert access(POLICY, Reader("somebody"), PLACED) == NOTHING


def test_a_post_stood_in_for_in_another_workflow_counts_for_nothing_here() -> None:
    assert access(POLICY, post("clerk", "mof", workflow="v"), DRAFT) == NOTHING
    assert access(POLICY, post("clerk", "mof", workflow="w"), DRAFT).inside


def test_where_a_definition_says_nothing_of_reading_the_centre_and_the_asked_read_from_the_draft_on() -> None:
    unstated = POLICY._replace(audiences=unstated_audiences(("centre",)), stated=False)
    found = access(unstated, post("centre", "cas"), DRAFT)
    assert (names(found), found.whole, found.inside) == ({"title", "amount"}, True, True)
    assert found.audiences == {"centre"}
    asked = DRAFT._replace(asked=(Asked("cio", "mhlw"),))
    assert access(unstated, post("cio", "mhlw"), asked).whole
    assert access(unstated, post("cio", "mhlw"), DRAFT) == NOTHING
    assert access(unstated, post("centre", "cas"), asked).audiences == {"centre"}
    assert access(unstated, post("centre", "cas"), ENDORSED).inside


def test_a_proposal_opens_to_one_audience_after_the_other() -> None:
    assert [POLICY.place_of(name) for name in (None, "asked", "centre", "council", "public")] == [
        0,
        1,
        2,
        3,
        0,
    ]


ORGANISATION = Organisation(
    name=T,
    ministries=(Ministry("mof", T), Ministry("nta", T, parent="mof"), Ministry("mhlw", T)),
    roles=(Role("cio", T), Role("deputy", T), Role("ciso", T), Role("other", T)),
    offices=(
        Office("mof.cio", T, "cio", "mof"),
        Office("mof.deputy", T, "deputy", "mof"),
        Office("nta.deputy", T, "deputy", "nta"),
        Office("mhlw.cio", T, "cio", "mhlw"),
    ),
    persons=tuple(Person(code, T) for code in "pqrs"),
    appointments=(Appointment("p", "mof.cio", ALWAYS), Appointment("q", "mof.deputy", ALWAYS)),
)
CIO = Post("cio", frozenset({"mof", "nta"}))
DEPUTY = Post("deputy", frozenset({"mof"}))


def posts(*held: str, **changed: object) -> list[Post]:
    organisation = replace(ORGANISATION, **changed)  # type: ignore[arg-type]  # whichever part is to differ
    return list(posts_in(Directory.on(organisation, DAY), held))


def test_an_office_answers_for_its_ministry_and_the_agencies_without_its_kind() -> None:
    assert posts("mof.cio") == [CIO]
    assert posts("mof.deputy") == [DEPUTY]
    assert posts("mof.cio", "mof.deputy") == [CIO, DEPUTY]
    assert posts() == []


def delegation(to: str, term: Term = ALWAYS, *, workflow: str = "w") -> Delegation:
    return Delegation("mof.cio", to, workflow, (), (), None, term)


def test_a_standing_delegate_reads_for_the_office_in_its_workflow() -> None:
    delegations = (
        delegation("mof.deputy"),
        delegation("mof.deputy", workflow="v"),
        delegation("mhlw.cio", workflow="u"),
        delegation("mof.deputy", PAST, workflow="t"),
    )
    found = posts("mof.deputy", delegations=delegations)
    assert found == [CIO._replace(workflow="w"), CIO._replace(workflow="v"), DEPUTY]


def test_who_holds_the_office_needs_no_delegation_to_it() -> None:
    found = posts("mof.cio", "mof.deputy", delegations=(delegation("mof.deputy"),))
    assert found == [CIO, DEPUTY]


ORDER = (Substitution("mof.cio", ("nta.deputy", "mof.deputy"), ALWAYS),)


@pytest.mark.parametrize(
    ("away", "expected"),
    [([], [DEPUTY]), (["p"], [CIO, DEPUTY]), (["q"], [DEPUTY])],
    ids=["nobody", "the holder", "somebody else"],
)
def test_a_substitute_reads_for_the_office_while_nobody_of_it_is_there(
    away: list[str], expected: list[Post]
) -> None:
    absences = tuple(Absence(person, Term(DAY, DAY)) for person in away)
    assert posts("mof.deputy", substitutions=ORDER, absences=absences) == expected


def test_a_substitute_reads_for_a_vacant_office_and_who_is_none_does_not() -> None:
    assert posts("mof.deputy", substitutions=ORDER, appointments=()) == [CIO, DEPUTY]
    assert posts("mhlw.cio", substitutions=ORDER, appointments=()) == [Post("cio", frozenset({"mhlw"}))]


def test_what_a_definition_says_of_reading_is_never_changed() -> None:
    centre = audience("centre", "centre")
    for said, name in ((centre, "roles"), (Reading({"centre": centre}, NOWHERE), "audiences")):
        with pytest.raises(FrozenInstanceError):
            setattr(said, name, ())
