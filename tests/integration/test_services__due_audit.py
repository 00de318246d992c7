"""Whoever rewrites when something is due, or on which day it was asked or answered, is found out."""

from __future__ import annotations

from typing import Any

import pytest
from forged import forged
from government import Government

import govflow

LATER = "2099-03-31"


def due(said: dict[str, Any]) -> None:
    said["changes"]["proposal"]["due_on"] = LATER


def last_of(cabinet: Government, reference: str) -> int:
    return int(govflow.history(cabinet.onlooker, reference)[-1]["seq"])


def corrected(cabinet: Government, reference: str, by: str, entry: int, **values: Any) -> int:
    wanted = govflow.Correction(reference, "桁を誤った。", entry=entry, values=values)
    return govflow.correct(cabinet.person(by), wanted).seq


@pytest.fixture
def office(cabinet: Government) -> Government:
    """The cabinet, with second persons in a ministry."""
    posts = {"second_clerk": "mof.clerk", "second_accounts": "mof.accounts", "third_accounts": "mof.accounts"}
    cabinet.organise(
        persons=[*posts],
        appointments=[{"person": p, "office": o, "from": "2025-04-01"} for p, o in posts.items()],
    )
    return cabinet


@pytest.mark.parametrize("until", ["draft", "ministry_review", "coordination"])
def test_another_due_date_than_the_definition_gives_is_found(cabinet: Government, until: str) -> None:
    reference = cabinet.proposal(until=until)
    assert cabinet.problems() == []
    forged(cabinet.url, "proposal", seq=last_of(cabinet, reference), forge=due)
    assert "audit.due_differs" in cabinet.problems()


def test_a_due_date_that_nothing_sets_is_found(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.none", reference)
    assert cabinet.problems() == []
    forged(cabinet.url, "proposal", seq=last_of(cabinet, reference), forge=due)
    assert cabinet.problems() == ["audit.due_differs"]


def test_another_due_date_than_a_correction_comes_to_is_found(office: Government) -> None:
    reference = office.proposal(until="approved")
    entry = office.act("mof_clerk", "record_request", reference, amount=90_000_000).seq
    seq = corrected(office, reference, "second_clerk", entry, amount=95_000_000)
    assert office.problems() == []
    forged(office.url, "proposal", seq=seq, forge=due)
    assert "audit.due_differs" in office.problems()


def test_a_year_that_was_corrected_moves_the_due_date_each_time_and_nowhere_else(office: Government) -> None:
    reference = office.proposal(until="approved")
    office.act("mof_clerk", "record_request", reference, amount=90_000_000)
    budget = {"amount": 90_000_000, "fiscal_year": 2028}
    entry = office.act("mof_accounts", "record_budget", reference, **budget).seq
    for person, year in (("second_accounts", 2027), ("third_accounts", 2026)):
        seq = corrected(office, reference, person, entry, fiscal_year=year)
        assert office.shown(reference).due_on == f"{year + 1}-03-31"
    assert office.problems() == []
    forged(office.url, "proposal", seq=seq, forge=due)
    assert "audit.due_differs" in office.problems()


def test_a_question_that_was_asked_on_another_day_is_found(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.on("2025-04-17").act("amb", "inquire", reference, question="単価の根拠は何か。")
    assert cabinet.problems() == []

    def earlier(said: dict[str, Any]) -> None:
        said["changes"]["proposal"]["paused_left"] += 1
        for step in said["changes"]["steps"]:
            if step["name"] == "inquiry":
                step["asked_on"] = "2025-04-16"
            else:
                step["paused_left"] += 1

    forged(cabinet.url, "proposal", seq=last_of(cabinet, reference), forge=earlier)
    problems = cabinet.problems()
    assert "audit.step_misdated" in problems
    assert "audit.clock_differs" not in problems


def test_an_answer_that_was_given_on_another_day_is_found(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.on("2025-04-17").act("amb", "duplicate_check.none", reference)

    def earlier(said: dict[str, Any]) -> None:
        said["changes"]["steps"][0]["answered_on"] = "2025-04-16"

    forged(cabinet.url, "proposal", seq=last_of(cabinet, reference), forge=earlier)
    assert "audit.step_misdated" in cabinet.problems()
