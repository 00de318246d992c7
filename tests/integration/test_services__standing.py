"""Who could act on any day, past or future, as it was known then and as it is known now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from government import ADMINISTRATOR, Government, refused

import govflow
from govflow.errors import BadInput, NotFound

TODAY = "2025-04-10"
MAY = "2025-05-01"
DEPUTIES = [{"office": "mof.cio", "deputies": ["mof.dcio"], "from": "2025-04-01"}]


def change(
    cabinet: Government, act: Any, *, by: str = ADMINISTRATOR, **how: Any
) -> govflow.OrganisationChange:
    return govflow.change_organisation(cabinet.person(by), act, **how)


def able(found: govflow.Standings) -> list[tuple[str | None, str]]:
    return [(way.person, way.via) for way in found.able]


def test_a_past_day_is_told_as_it_was_known_then_and_as_it_is_known_now(cabinet: Government) -> None:
    cabinet.organise(substitutions=DEPUTIES)
    asked = govflow.StandingAsked(office="mof.cio")
    cabinet.on("2025-04-20")
    change(cabinet, govflow.Absent("mof_cio", "2025-04-15", "2025-04-18"), note="記録が遅れた")
    found = govflow.who_could_act(cabinet.onlooker, asked, day=date(2025, 4, 16))
    assert found.differs
    assert found.then is not None
    assert able(found.then) == [("mof_cio", "own")]
    assert able(found.now) == [("mof_dcio", "substitution")]
    (away,) = [b for way in found.now.able for b in way.basis if b.section == "absences"]
    assert (away.since.number, away.since.backdated, away.since.note) == (3, True, "記録が遅れた")
    same = govflow.who_could_act(cabinet.onlooker, asked, day=date(2025, 4, 19))
    assert (same.differs, able(same.now)) == (False, [("mof_cio", "own")])


def test_a_future_day_is_told_by_what_is_recorded(cabinet: Government) -> None:
    change(cabinet, govflow.Transfer("mof_cio", "mof_dcio", MAY))
    found = govflow.who_could_act(
        cabinet.onlooker, govflow.StandingAsked(office="mof.cio"), day=date.fromisoformat(MAY)
    )
    assert (found.then, able(found.now)) == (None, [("mof_dcio", "own")])
    (former,) = found.now.unable
    assert [reason.code for reason in former.reasons] == ["standing.ended"]
    (basis,) = former.basis
    assert (basis.since.number, basis.changed and basis.changed.number) == (1, 2)


def test_of_a_past_day_an_office_since_abolished_and_who_held_it_are_told(cabinet: Government) -> None:
    cabinet.on("2025-05-20")
    cabinet.organise(abolished=["mic.adviser"])
    for asked in (govflow.StandingAsked(office="mic.adviser"), govflow.StandingAsked(person="mic_adviser")):
        found = govflow.who_could_act(cabinet.onlooker, asked, day=date(2025, 4, 15))
        assert found.then is not None
        assert (able(found.then), able(found.now)) == ([("mic_adviser", "own")], [])
        assert found.differs
        assert len(refused(NotFound, govflow.who_could_act, cabinet.onlooker, asked)) == 1


def test_who_could_act_on_a_proposal_goes_by_what_the_proposal_is(cabinet: Government) -> None:
    change(cabinet, govflow.Delegate("mof.cio", "mof.dcio", "it_investment", TODAY, amount_limit=50_000_000))
    large, small = (
        cabinet.proposal(until="ministry_review"),
        cabinet.proposal(until="ministry_review", amount=1),
    )

    def ways(reference: str) -> list[tuple[str | None, str]]:
        asked = govflow.StandingAsked(reference=reference, trigger="endorse")
        return able(govflow.who_could_act(cabinet.onlooker, asked).now)

    assert ways(large) == [("mof_cio", "own")]
    assert ways(small) == [("mof_cio", "own"), ("mof_dcio", "delegation")]
    own = govflow.who_could_act(cabinet.onlooker, govflow.StandingAsked(person="mof_dcio")).now
    assert [(way.office, way.via) for way in own.able] == [("mof.cio", "delegation"), ("mof.dcio", "own")]


WRONG_QUESTIONS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "nothing": ({}, BadInput, "standing.ask_for_one"),
    "two things": ({"office": "mof.cio", "person": "mof_cio"}, BadInput, "standing.ask_for_one"),
    "an unknown office": ({"office": "mof.cia"}, NotFound, "standing.unknown_office"),
    "an unknown person": ({"person": "mof_cia"}, NotFound, "standing.unknown_person"),
    "an unknown proposal": ({"reference": "MOF-2026-0009"}, NotFound, "acts.unknown_reference"),
}


@pytest.mark.parametrize(("asked", "error", "code"), WRONG_QUESTIONS.values(), ids=WRONG_QUESTIONS)
def test_a_question_about_nothing_known_is_refused(
    cabinet: Government, asked: dict[str, Any], error: type[Any], code: str
) -> None:
    told = refused(error, govflow.who_could_act, cabinet.onlooker, govflow.StandingAsked(**asked))
    assert told == [code]


def test_a_past_day_is_shown_with_the_version_that_was_known(cabinet: Government) -> None:
    cabinet.on(MAY)
    change(cabinet, govflow.Absent("mof_cio", MAY))
    then = [
        govflow.show_organisation(cabinet.session, day=date.fromisoformat(day)).number_then
        for day in ("2025-03-31", "2025-04-30", MAY, "2025-05-02")
    ]
    assert then == [None, 1, 2, 2]
