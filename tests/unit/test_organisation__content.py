"""The canonical content of an organisation loses nothing, through JSON and back."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.canonical import canonical
from govflow.domain.organisation import (
    Absence,
    Appointment,
    Delegation,
    Ministry,
    Office,
    Organisation,
    Person,
    Role,
    Substitution,
    Term,
)
from govflow.domain.organisation_content import content_of, organisation_of
from govflow.messages import Title

codes = st.text("abc.-_1", min_size=1, max_size=8)
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
titles = st.builds(Title, words, words)
days = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
terms = st.builds(Term, days, days)
several = st.lists(codes, max_size=3).map(tuple)


def lists(kind: type, *fields: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.builds(kind, *fields), max_size=3).map(tuple)


organisations = st.builds(
    Organisation,
    titles,
    ministries=lists(Ministry, codes, titles, st.none() | codes, st.none() | codes, several),
    roles=lists(Role, codes, titles),
    offices=lists(Office, codes, titles, codes, codes),
    persons=lists(Person, codes, titles, several),
    appointments=lists(Appointment, codes, codes, terms, st.booleans()),
    absences=lists(Absence, codes, terms, words),
    delegations=lists(
        Delegation, codes, codes, codes, several, several, st.none() | st.integers(0, 10**18), terms
    ),
    substitutions=lists(Substitution, codes, several, terms),
    vacancies=several,
)


@given(organisations)
def test_content_gives_back_the_same_organisation_through_canonical_json(organisation: Organisation) -> None:
    assert organisation_of(json.loads(canonical(content_of(organisation)))) == organisation


@given(organisations, organisations)
def test_two_organisations_share_their_content_only_when_they_are_equal(
    one: Organisation, other: Organisation
) -> None:
    assert (canonical(content_of(one)) == canonical(content_of(other))) == (one == other)


def test_the_order_of_ministries_belongs_to_the_content() -> None:
    title = Title("例", "Example")
    mof, mic = Ministry("mof", title), Ministry("mic", title)
    forwards = Organisation(title, (mof, mic), (), (), (), ())
    backwards = Organisation(title, (mic, mof), (), (), (), ())
    assert canonical(content_of(forwards)) != canonical(content_of(backwards))
