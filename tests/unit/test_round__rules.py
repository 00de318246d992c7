"""A round: what stands against opening, rescheduling and closing it, which one holds, and who has answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from govflow.domain.round import (
    Round,
    RoundState,
    Standing,
    cannot_close,
    cannot_open,
    cannot_reschedule,
    governing,
    is_rival,
)
from govflow.messages import LANGUAGES, Notice, say

KNOWN = ("submission", "endorsement", "decision")
TODAY = "2025-04-10"
ROUND = Round(
    reference="R-2026",
    workflow="it_investment",
    fiscal_year=2026,
    definition="d",
    opened_at="2025-04-01T00:00:00Z",
    dates={"submission": "2025-06-30", "endorsement": "2025-07-31"},
    addressees=("mof", "mhlw"),
)
CLOSED = ROUND._replace(state=RoundState.CLOSED)
LATER = ROUND._replace(reference="R-2026-2", opened_at="2025-05-01T00:00:00Z")


def codes(reasons: Iterator[Notice]) -> list[str]:
    found = list(reasons)
    assert all(say(reason, lang) for reason in found for lang in LANGUAGES)
    return [reason.code.partition(".")[2] for reason in found]


def opening(one: Round, *rivals: Round, unasked: tuple[str, ...] = ()) -> list[str]:
    return codes(cannot_open(one, known=KNOWN, today=TODAY, unasked=unasked, rivals=rivals))


def rescheduling(one: Round, given: dict[str, str], *, note: str = "late") -> list[str]:
    return codes(cannot_reschedule(one, given, known=KNOWN, today=TODAY, note=note))


def test_a_round_with_dates_ahead_in_their_order_and_somebody_to_answer_is_opened() -> None:
    assert opening(ROUND) == []
    assert opening(ROUND._replace(dates={"submission": TODAY, "decision": TODAY})) == []


WRONG: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no date": ({"dates": {}}, ["no_dates"]),
    "a date of another workflow": ({"dates": {"election": "2025-06-30"}}, ["unknown_date"]),
    "yesterday": ({"dates": {"submission": "2025-04-09"}}, ["date_passed"]),
    "decided before submitted": (
        {"dates": {"decision": "2025-06-29", "submission": "2025-06-30"}},
        ["dates_out_of_order"],
    ),
    "nobody": ({"addressees": ()}, ["nobody_addressed"]),
    "all of it": ({"addressees": (), "dates": {}}, ["no_dates", "nobody_addressed"]),
}


@pytest.mark.parametrize(("changed", "told"), WRONG.values(), ids=WRONG)
def test_every_reason_against_a_new_round_is_told(changed: dict[str, Any], told: list[str]) -> None:
    assert opening(ROUND._replace(**changed)) == told


def test_an_addressee_with_nobody_to_answer_is_named() -> None:
    (told,) = cannot_open(ROUND, known=KNOWN, today=TODAY, unasked=("mof", "mhlw"), rivals=())
    assert told.code == "round.nobody_asked"
    assert told.params["ministries"] == ["mhlw", "mof"]


def test_a_name_is_given_once_and_one_round_at_a_time_calls_for_the_same_proposals() -> None:
    assert opening(ROUND, CLOSED) == ["name_taken"]
    assert opening(ROUND, CLOSED._replace(workflow="town_purchase")) == ["name_taken"]
    assert opening(LATER, ROUND) == ["still_open"]
    assert opening(LATER, CLOSED) == []


def test_the_same_proposals_are_those_of_one_workflow_and_year() -> None:
    assert is_rival(LATER, ROUND)
    assert not is_rival(ROUND, ROUND)
    assert not is_rival(LATER, CLOSED)
    assert not is_rival(LATER, ROUND._replace(workflow="town_purchase"))
    assert not is_rival(LATER, ROUND._replace(fiscal_year=2027))


def test_of_several_rounds_the_open_one_holds_else_the_one_opened_last() -> None:
    assert governing([]) is None
    newer = LATER._replace(state=RoundState.CLOSED)
    for rounds in ([(ROUND, 3), (newer, 2)], [(newer, 2), (ROUND, 3)]):
        held = governing(rounds)
        assert held is not None
        assert (held.said, held.closed) == ({"name": "R-2026", "version": 3}, False)
    for rounds in ([(CLOSED, 3), (newer, 2)], [(newer, 2), (CLOSED, 3)]):
        held = governing(rounds)
        assert held is not None
        assert (held.said, held.closed) == ({"name": "R-2026-2", "version": 2}, True)


def test_other_dates_need_a_reason_and_have_to_be_other_ones() -> None:
    assert rescheduling(ROUND, {"submission": "2025-07-15"}) == []
    assert rescheduling(ROUND, {"submission": "2025-06-30", "endorsement": "2025-08-15"}) == []
    assert rescheduling(ROUND, {"submission": "2025-06-30"}) == ["no_new_date"]
    assert rescheduling(ROUND, {}) == ["no_new_date"]
    assert rescheduling(ROUND, {"submission": "2025-07-15"}, note="") == ["no_note"]


def test_other_dates_have_to_fit_those_that_stay() -> None:
    assert rescheduling(ROUND, {"submission": "2025-08-01"}) == ["dates_out_of_order"]
    assert rescheduling(ROUND, {"endorsement": "2025-06-29"}) == ["dates_out_of_order"]
    assert rescheduling(ROUND, {"decision": "2025-07-31"}) == []


def test_dates_that_have_passed_may_stay_while_others_move() -> None:
    begun = ROUND._replace(dates={"submission": "2025-04-01", "endorsement": "2025-07-31"})
    assert rescheduling(begun, {"endorsement": "2025-08-31"}) == []


def test_a_closed_round_stays_as_it_is() -> None:
    assert rescheduling(CLOSED, {"submission": "2025-07-15"}) == ["is_closed"]
    assert codes(cannot_close(CLOSED, note="done")) == ["is_closed"]


def test_closing_needs_a_reason() -> None:
    assert codes(cannot_close(ROUND, note="all are in")) == []
    assert codes(cannot_close(ROUND, note="")) == ["no_note"]
    assert codes(cannot_close(CLOSED, note="")) == ["is_closed", "no_note"]


@pytest.mark.parametrize("stage", ["submitted", "endorsed", "decided"])
def test_whoever_put_anything_forward_has_answered(stage: str) -> None:
    closed = CLOSED._replace(answered={"mof": Standing({stage: 1}, {stage: 0})})
    assert closed.unanswered == ("mhlw",)


@pytest.mark.parametrize("counts", [{}, {"draft": 2}, {"dropped": 1}, {"submitted": 0}])
def test_drafts_and_what_was_withdrawn_answer_nothing(counts: dict[str, int]) -> None:
    closed = CLOSED._replace(answered={"mof": Standing(counts, {})})
    assert closed.unanswered == ("mof", "mhlw")
