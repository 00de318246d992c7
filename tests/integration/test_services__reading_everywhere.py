"""In every state of an IT investment, everybody is shown each field that is open to them and told no other anywhere.

`show` is asked by every reader in every situation; all other views by one reader of each kind, each time another.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

import pytest
from government import Government
from reading_events import eventful
from reading_looks import PUBLISHED, looked_at, publishes, views
from reading_marks import ACTS, EVERY, MARKED, PROCEEDINGS, SAID_ANYWAY, tells, written
from reading_rules import READERS, is_seated, kind_of, may_read
from reading_situations import BESIDE, MADE, STRAIGHT, along, begun, off
from reading_views import SHOWS
from small_organisation import CENTRE, POSTS

import govflow
from govflow.domain.reading_policy import Reader
from govflow.errors import NotAuthorised
from govflow.services.readers import reader_of
from govflow.store import UnitOfWork

FIELDS = (*EVERY, ACTS, PROCEEDINGS)
SITUATIONS = (*STRAIGHT, *BESIDE, *MADE, "eventful")

Cell = tuple[str, str]
Leak = tuple[str, str, str]

TOLD_IN_DOCUMENTS = frozenset(FIELDS) - {"planned_price", "vulnerabilities"}
"""What the documents may tell that are open to whoever reads a part."""

TO_READERS_OF_A_PART = ("DM", "NT", "memo")

DECIDED = ("provisional", "not ratified", "eventful")
"""Where a body has come to something."""

BALLOTS = ("list_ballots", "show_ballot")

TELL_NOTHING_MORE = {
    "inbox": "it has what waits for its reader, who reads what it tells",
    "decision_text": "what a body came to is published",
    "show_decision": "as the text of it",
    "list_decisions": "as the text of them",
    "list_commitments": "it has positions in what is published",
    "list_documents": "it tells of the documents of bodies what is published",
    "list_meetings": "it has no titles",
    "list_rounds": "it has dates",
    "organisation_history": "it has references, and the organisation is public",
}
"""Views that tell of a proposal no more than everybody is told, or than who it waits for reads."""


def shown(government: Government, reference: str, situation: str) -> dict[Cell, bool]:
    """Whether each reader is shown each field just as the rules have it."""
    whole = {each["name"]: each["value"] for each in government.shown(reference).fields}
    assert {name: whole[name] for name in EVERY} == EVERY
    cells = {}
    for person in READERS:
        try:
            told = govflow.show(government.person(person), reference).fields
        except NotAuthorised:
            told = ()
        values = {each["name"]: each["value"] for each in told}
        cells |= {
            (person, name): values.get(name) == (value if may_read(person, situation, name) else None)
            for name, value in whole.items()
        }
    return cells


def lookers(situation: str) -> Iterator[str]:
    """One reader of each kind: in each situation another."""
    turn = SITUATIONS.index(situation)
    kinds = {person: repr(kind_of(person, situation, FIELDS)) for person in READERS}
    for _, alike in groupby(sorted(READERS, key=kinds.__getitem__), kinds.__getitem__):
        persons = list(alike)
        yield persons[turn % len(persons)]


def leaks(government: Government, reference: str, situation: str) -> Iterator[Leak]:
    """Who is told what, and where, and may not read it."""
    documents = [str(row["number"]) for row in govflow.list_documents(government.onlooker)]
    for person in lookers(situation):
        session = government.person(person)
        open_fields = {name for name in FIELDS if may_read(person, situation, name)}
        for name, view in views(session, reference, documents):
            told = tells(looked_at(view)) - open_fields - allowed(person, name, situation, open_fields)
            yield from ((person, name, field) for field in sorted(told))
        for field in MARKED.keys() - open_fields:
            found = govflow.list_proposals(session, govflow.Filters(text=written(EVERY[field])[0])).lines
            if reference in {line.reference for line in found}:
                yield person, "search", field


def allowed(person: str, view: str, situation: str, open_fields: set[str]) -> frozenset[str]:
    """What is told beside what the proposal itself tells: documents open to readers of a part, what a body publishes or
    tells its members of its ballots, which ministries there are, and to administrators references."""
    if situation in DECIDED and (publishes(view) or (view in BALLOTS and is_seated(person))):
        return frozenset(PUBLISHED)
    if open_fields and any(each in view for each in TO_READERS_OF_A_PART):
        return TOLD_IN_DOCUMENTS
    if view == "organisation_history":
        return frozenset({"budget_holder"})
    return frozenset({"predecessor"} if person == "admin" and view in ("list_outbox", "handover") else ())


def wrong(government: Government, reference: str, situation: str) -> list[object]:
    cells = shown(government, reference, situation)
    assert cells.keys() >= {(person, name) for person in READERS for name in EVERY}
    return [*(cell for cell, right in cells.items() if not right), *leaks(government, reference, situation)]


def test_on_the_straight_way_everybody_is_told_what_is_open_and_nothing_else(cabinet: Government) -> None:
    reference = begun(cabinet)
    for state in along(cabinet, reference):
        assert wrong(cabinet, reference, state) == [], state


@pytest.mark.parametrize("situation", BESIDE)
def test_off_the_straight_way_everybody_is_told_what_is_open_and_nothing_else(
    cabinet: Government, situation: str
) -> None:
    assert wrong(cabinet, off(cabinet, situation), situation) == []


@pytest.mark.parametrize("situation", MADE)
def test_of_what_is_provisional_or_a_change_everybody_is_told_what_is_open_and_nothing_else(
    cabinet: Government, situation: str
) -> None:
    state, made = MADE[situation]
    reference = made(cabinet)
    assert cabinet.state(reference) == state
    assert wrong(cabinet, reference, situation) == []


def test_of_what_much_has_happened_to_nobody_is_told_what_is_closed(cabinet: Government) -> None:
    assert list(leaks(cabinet, eventful(cabinet), "eventful")) == []


def test_a_reader_of_everything_who_should_not_be_is_found_out_in_every_view(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = eventful(cabinet)
    for module in [each for name, each in sys.modules.items() if name.startswith("govflow.")]:
        if getattr(module, "reader_of", None) is reader_of:
            monkeypatch.setattr(module, "reader_of", everything)
    leaking = {view.partition(" ")[0] for _, view, _ in leaks(cabinet, reference, "eventful")}
    assert leaking == {"search", *SHOWS} - TELL_NOTHING_MORE.keys()


def everything(session: govflow.Session, work: UnitOfWork, *, every_office: bool = False) -> Reader:
    return reader_of(session, work, every_office=every_office)._replace(everything=True)


def test_every_state_every_reader_and_every_field_is_looked_at() -> None:
    content = govflow.workflow_content("it_investment")
    states = {*STRAIGHT, *(state for state, *_ in BESIDE.values()), *(state for state, _ in MADE.values())}
    assert states == {state["name"] for state in content["states"]}
    assert {*EVERY, "changes"} == {field["name"] for field in content["fields"]}
    assert set(SAID_ANYWAY) < set(EVERY)
    roles = {role["name"] for role in content["roles"]} - {"council", "breach", "change"}
    assert roles == {*POSTS.values(), *CENTRE.values()} - {"council_chair", "administrator"}
    assert set(READERS) == {f"{m}_{post}" for m in ("mof", "mhlw", "mic") for post in POSTS} | {
        *CENTRE,
        "auditor",
    }


def test_over_the_situations_every_reader_looks_at_every_view() -> None:
    assert {person for situation in SITUATIONS for person in lookers(situation)} == set(READERS)
