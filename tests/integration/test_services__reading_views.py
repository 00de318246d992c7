"""Everything that shows something of a proposal is asked by everybody: on a council's day, while it is redrafted."""

from __future__ import annotations

from typing import Any

import pytest
from forged import forged
from government import ADMINISTRATOR, Government
from reading_day import MINISTRY, decided, marked_proposal, on, sat
from reading_looks import PUBLISHED, looked_at, publishes, told, views
from reading_marks import MARKED, written
from reading_rules import READERS, may_read
from reading_views import NEITHER, SHOWS
from sitting import MEETING, called, secretariat

import govflow
from govflow.errors import BadInput, NotAuthorised, NotFound


@pytest.fixture
def marked(cabinet: Government) -> tuple[Government, str]:
    return marked_proposal(cabinet)


AGAIN = {
    name: f"{value}改" if isinstance(value, str) else value
    for name, value in MARKED.items()
    if name in ("title", "title_en", "purpose", "outline", "problem", "risks", "schedule")
} | {"amount": 87_000_001}
"""What a redraft says anew; what others may not be told before it is endorsed."""


def leaks(
    government: Government, reference: str, state: str, *, told: dict[str, Any], published: bool = False
) -> set[tuple[str, str, str]]:
    """Who is told what of these fields, and where, that they may not read in a state; `published`: a body has come to
    something."""
    documents = [str(row["number"]) for row in govflow.list_documents(government.onlooker)]
    found: set[tuple[str, str, str]] = set()
    for person in (*READERS, ADMINISTRATOR):
        session = government.person(person)
        closed = {field for field in told if not may_read(person, state, field)}
        for name, view in views(session, reference, documents):
            text = looked_at(view)
            hidden = closed - PUBLISHED if published and publishes(name) else closed
            found |= {
                (person, name, field) for field in hidden if any(m in text for m in written(told[field]))
            }
    return found


def test_on_the_councils_day_nobody_is_told_in_any_view_what_is_closed(
    marked: tuple[Government, str],
) -> None:
    government, reference = marked
    sat(government, reference)
    assert leaks(government, reference, "deliberation", told=MARKED) == set()
    decided(government)
    chair = secretariat(government)
    govflow.end_meeting(chair, MEETING)
    govflow.draft_minutes(chair, MEETING)
    state = government.state(reference)
    assert leaks(government, reference, state, told=MARKED, published=True) == set()


def test_every_view_that_shows_something_is_walked(marked: tuple[Government, str]) -> None:
    government, reference = marked
    sat(government, reference)
    names = {name.partition(" ")[0] for name, _ in views(government.onlooker, reference, ["EN-2025-0001"])}
    assert names >= SHOWS - {"decision_text", "show_decision"}
    assert not names & NEITHER.keys()


def test_while_it_is_redrafted_nobody_outside_is_told_the_draft(marked: tuple[Government, str]) -> None:
    government, reference = marked
    returned(government, reference)
    outside = [person for person in READERS if not person.startswith("mof_") and person != "auditor"]
    found = {leak for leak in leaks(government, reference, "draft", told=AGAIN) if leak[0] in outside}
    assert found == set()
    assert leaks(government, reference, "intake", told=MARKED) == set()


def returned(government: Government, reference: str) -> None:
    """Endorsed, sent back by the centre, and written anew."""
    on(government, reference, *MINISTRY)
    government.act("secretariat", "return", reference, note="補うこと")
    redrafted(government, reference, AGAIN)


def redrafted(government: Government, reference: str, anew: dict[str, Any]) -> None:
    clerk = government.person("mof_clerk")
    content = {**MARKED, **anew, "ministry": "mof", "fiscal_year": 2026, "kind": "renewal"}
    content["affected_ministries"] = ["mhlw"]
    govflow.submit(clerk, content, key=govflow.show(clerk, reference).key, draft=True)


def test_others_compare_what_was_endorsed_and_no_draft(marked: tuple[Government, str]) -> None:
    government, reference = marked
    returned(government, reference)
    centre, clerk = government.person("secretariat"), government.person("mof_clerk")
    assert govflow.compare(clerk, reference).new.number == 2
    with pytest.raises(BadInput):
        govflow.compare(centre, reference)
    with pytest.raises(NotFound):
        govflow.compare(centre, reference, old=1, new=2)
    redrafted(government, reference, {**AGAIN, "purpose": "三度目の目的"})
    on(government, reference, *MINISTRY)
    found = govflow.compare(centre, reference)
    assert (found.old.number, found.new.number) == (1, 3)
    assert not {"planned_price", "vulnerabilities"} & {field.name for field in found.fields}
    with pytest.raises(NotAuthorised):
        govflow.compare(government.person("mhlw_cio"), reference)


def test_what_the_ministry_sends_back_to_itself_while_redrafting_is_its_own(
    marked: tuple[Government, str],
) -> None:
    government, reference = marked
    returned(government, reference)
    on(government, reference, "draft", "pmo_check")
    government.act("mof_cio", "return", reference, issues=[{"text": "内部の指摘"}])
    for view in (govflow.show, govflow.why, govflow.history):
        assert "内部の指摘" not in told(view(government.person("secretariat"), reference))
        assert "内部の指摘" in told(view(government.person("mof_clerk"), reference))


def test_of_a_change_that_is_closed_others_are_told_the_reference_alone(
    marked: tuple[Government, str],
) -> None:
    government, _ = marked
    reference = government.proposal(until="gcio_decision")
    government.act("gcio", "approve", reference)
    linked = govflow.change(
        government.person("mof_pjmo"), reference, values={"title": "大きくした件"}
    ).reference
    (closed,) = govflow.show(government.person("secretariat"), reference).changed_by
    (opened,) = govflow.show(government.person("mof_pmo"), reference).changed_by
    assert closed == govflow.Linked(linked, None, None, None)
    assert (opened.title, opened.state) == ("大きくした件", "draft")


def test_a_slip_put_right_in_what_was_endorsed_is_put_right_for_all(marked: tuple[Government, str]) -> None:
    government, reference = marked
    on(government, reference, *MINISTRY)
    slip = govflow.Correction(reference, "誤字", fields={"title": "正しい件名"})
    govflow.correct(government.person("mof_pjmo"), slip)
    assert govflow.show(government.person("secretariat"), reference).title == "正しい件名"
    assert government.problems() == []


def test_a_draft_is_put_on_no_agenda(marked: tuple[Government, str]) -> None:
    government, reference = marked
    called(government)
    with pytest.raises(NotAuthorised) as told_so:
        govflow.add_item(secretariat(government), MEETING, proposal=reference, section="discuss")
    assert told_so.value.notices[0].code == "read.closed"


def test_a_handover_names_references_to_whoever_reads_no_proposals(marked: tuple[Government, str]) -> None:
    government, reference = marked
    by_administrator = govflow.handover(government.session, 3).work
    by_successor = govflow.handover(government.person("mof_cio"), 3).work
    assert [each["reference"] for each in by_administrator] == [reference]
    assert {each["title"]["en"] for each in by_administrator} == {"(not open)"}
    assert [each["title"]["ja"] for each in by_successor] == [MARKED["title"]]


@pytest.mark.parametrize("released", [None, 7])
def test_an_opening_that_no_act_made_is_found(marked: tuple[Government, str], released: int | None) -> None:
    government, reference = marked
    on(government, reference, *MINISTRY)
    last = govflow.history(government.onlooker, reference)[-1]["seq"]
    forged(
        government.url,
        "proposal",
        seq=last,
        forge=lambda said: said["changes"]["proposal"].update(released=released),
    )
    assert "audit.opening_differs" in government_problems(government)


def government_problems(government: Government) -> list[str]:
    return [problem.code for problem in govflow.verify(government.session).problems]
