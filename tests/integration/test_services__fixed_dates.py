"""Inquiries and fixed dates: a ministry gives itself no more time, and a round's other date reaches a stopped clock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from forged import Forge, forged
from forging import unhindered
from government import Government

import govflow

DATES = {
    "submission": date(2025, 5, 29),
    "endorsement": date(2025, 6, 27),
    "papers": date(2025, 7, 10),
    "meeting": date(2025, 7, 17),
}


def opened(cabinet: Government) -> None:
    govflow.open_round(cabinet.person("secretariat"), "R2026", fiscal_year=2026, dates=DATES)


def moved(cabinet: Government, **dates: date) -> int:
    secretariat = cabinet.person("secretariat")
    told = govflow.reschedule_round(secretariat, "R2026", dates=dates, note="様式の訂正").told
    assert isinstance(told["rescheduled"], int)
    return told["rescheduled"]


def reviewed(cabinet: Government, day: str, *, asked: str) -> str:
    """A proposal that the ministry reviews from one day on, with an inquiry of another."""
    reference = cabinet.on(day).proposal(until="ministry_review")
    cabinet.on(asked).act("mof_accounts", "inquire", reference, question="単価の根拠は何か。")
    return reference


def answered(cabinet: Government, day: str, reference: str) -> str | None:
    cabinet.on(day).act("mof_pmo", "inquiry.answered", reference, reply="三社の見積り。")
    assert cabinet.problems() == []
    return cabinet.shown(reference).due_on


def days_left(cabinet: Government, reference: str) -> int | None:
    paused = cabinet.shown(reference).paused
    assert paused is not None
    return paused.days_left


def test_a_ministry_gives_itself_no_more_time_than_the_fixed_date(cabinet: Government) -> None:
    reference = reviewed(cabinet, "2025-06-20", asked="2025-06-20")
    assert answered(cabinet, "2025-09-01", reference) == "2025-06-30"


@pytest.mark.parametrize(("day", "due"), [("2025-06-09", "2025-06-26"), ("2025-06-13", "2025-06-30")])
def test_working_days_are_given_back_up_to_the_fixed_date(cabinet: Government, day: str, due: str) -> None:
    reference = reviewed(cabinet, "2025-06-02", asked="2025-06-04")  # due on 2025-06-23
    assert answered(cabinet, day, reference) == due


def test_a_fixed_date_that_did_not_count_does_not_hold_afterwards(cabinet: Government) -> None:
    opened(cabinet)
    reference = reviewed(cabinet, "2025-07-01", asked="2025-07-01")  # due on 2025-07-23
    assert answered(cabinet, "2025-07-08", reference) == "2025-07-30"


def test_at_the_centre_the_days_of_waiting_are_given_back(cabinet: Government) -> None:
    opened(cabinet)
    reference = cabinet.on("2025-07-01").proposal(until="agenda_ready")
    cabinet.act("secretariat", "inquire", reference, question="利用者は何人か。")
    assert answered(cabinet, "2025-07-03", reference) == "2025-07-14"


def test_a_date_put_off_while_the_clock_stands_still_holds_when_it_goes_on(cabinet: Government) -> None:
    opened(cabinet)
    reference = reviewed(cabinet, "2025-06-20", asked="2025-06-23")
    assert days_left(cabinet, reference) == 4
    assert moved(cabinet, endorsement=date(2025, 7, 4)) == 1
    assert days_left(cabinet, reference) == 9
    assert cabinet.problems() == []
    assert answered(cabinet, "2025-06-26", reference) == "2025-07-04"


def test_a_date_brought_forward_while_the_clock_stands_still_holds_when_it_goes_on(
    cabinet: Government,
) -> None:
    opened(cabinet)
    reference = reviewed(cabinet, "2025-06-02", asked="2025-06-03")  # due on 2025-06-23
    assert moved(cabinet, endorsement=date(2025, 6, 16)) == 1
    assert days_left(cabinet, reference) == 9
    assert answered(cabinet, "2025-06-05", reference) == "2025-06-16"


def test_another_date_at_the_centre_is_reached_with_the_days_of_waiting(cabinet: Government) -> None:
    opened(cabinet)
    reference = cabinet.on("2025-07-01").proposal(until="agenda_ready")
    cabinet.act("secretariat", "inquire", reference, question="利用者は何人か。")
    assert moved(cabinet, papers=date(2025, 7, 14)) == 1
    assert answered(cabinet, "2025-07-03", reference) == "2025-07-16"


def test_another_date_after_an_answer_is_reached_with_the_days_of_waiting(cabinet: Government) -> None:
    opened(cabinet)
    reference = cabinet.on("2025-07-01").proposal(until="agenda_ready")
    cabinet.act("secretariat", "inquire", reference, question="利用者は何人か。")
    assert answered(cabinet, "2025-07-03", reference) == "2025-07-14"
    assert moved(cabinet, papers=date(2025, 7, 14)) == 1
    assert cabinet.shown(reference).due_on == "2025-07-16"
    cabinet.on("2025-07-04").act("secretariat", "inquire", reference, question="費用は誰が負うか。")
    assert moved(cabinet, papers=date(2025, 7, 15)) == 1
    assert answered(cabinet, "2025-07-07", reference) == "2025-07-18"


FORGED: dict[str, tuple[int, Forge, str]] = {
    "a later date than the fixed one": (
        0,
        lambda said: said["changes"]["proposal"].update(due_on="2025-07-09"),
        "audit.clock_differs",
    ),
    "more days left than the round's other date leaves": (
        1,
        lambda said: said["changes"]["proposal"].update(paused_left=19),
        "audit.due_differs",
    ),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forged_clock_is_found_though_its_chain_holds(cabinet: Government, what: str) -> None:
    opened(cabinet)
    reference = reviewed(cabinet, "2025-06-20", asked="2025-06-23")
    moved(cabinet, endorsement=date(2025, 7, 4))
    answered(cabinet, "2025-06-26", reference)
    before, forge, code = FORGED[what]
    last = govflow.history(cabinet.onlooker, reference)[-1]["seq"]
    forged(cabinet.url, "proposal", seq=last - before, forge=forge)
    assert code in cabinet.problems()


def test_another_date_of_no_round_is_found(cabinet: Government) -> None:
    opened(cabinet)
    cabinet.draft()
    moved(cabinet, submission=date(2025, 6, 5))
    with unhindered(Path(cabinet.url)) as connection:
        connection.execute("DELETE FROM rounds")
        connection.execute("DELETE FROM history WHERE kind = 'round'")
    assert "audit.other_round" in cabinet.problems()
