"""An inquiry stops the clock: nothing is due until it is answered, and then goes on with the days that were left."""

from __future__ import annotations

import pytest
from government import Government, refused

import govflow
from govflow.errors import NotAuthorised, Refused
from govflow.services.deadlines.gone_up import GoneUp

QUESTION = "単価の根拠は何か。"


def in_coordination(cabinet: Government) -> str:
    """Due on 2025-05-13, after twenty working days; its opinions on 2025-04-24."""
    return cabinet.proposal(until="coordination")


def asked(cabinet: Government, day: str) -> str:
    reference = in_coordination(cabinet)
    cabinet.on(day).act("amb", "inquire", reference, question=QUESTION)
    return reference


def test_the_clock_stands_still_until_the_answer_and_goes_on_with_the_days_left(cabinet: Government) -> None:
    reference = in_coordination(cabinet)
    before = cabinet.shown(reference)
    assert before.due_on == "2025-05-13"
    cabinet.on("2025-04-17").act("amb", "inquire", reference, question=QUESTION)
    shown = cabinet.shown(reference)
    assert (shown.state, shown.due_on) == ("coordination", None)
    assert shown.paused is not None
    assert (shown.paused.since, shown.paused.days_left) == ("2025-04-17", 15)
    assert [role["en"] for role in shown.paused.waits_for] == ["PMO head"]
    (opinion,) = cabinet.steps(reference, "criteria_opinion")
    assert (opinion["due_on"], opinion["paused_left"]) == (None, 5)

    cabinet.on("2025-05-20")
    assert reference not in [
        line.reference for line in govflow.overdue(cabinet.onlooker).lines if not line.step
    ]
    cabinet.act("mof_pmo", "inquiry.answered", reference, reply="見積り三社の最低額です。")
    shown = cabinet.shown(reference)
    assert (shown.due_on, shown.paused) == ("2025-06-10", None)  # 15 working days after 20 May
    (opinion,) = cabinet.steps(reference, "criteria_opinion")
    assert (opinion["due_on"], opinion["paused_left"]) == ("2025-05-27", None)
    (inquiry,) = cabinet.steps(reference, "inquiry")
    assert (inquiry["subject"], inquiry["note"]) == (QUESTION, "見積り三社の最低額です。")
    assert cabinet.problems() == []


def test_the_receipt_says_who_has_to_answer_and_by_when_while_the_clock_stands_still(
    cabinet: Government,
) -> None:
    reference = in_coordination(cabinet)

    def next_of(receipt: govflow.Receipt) -> tuple[str | None, str | None]:
        return (receipt.next_role and receipt.next_role["en"], receipt.due_on)

    receipt = cabinet.on("2025-04-17").act("amb", "inquire", reference, question=QUESTION)
    assert next_of(receipt) == ("PMO head", "2025-04-24")
    assert [name["en"] for name in receipt.next] == ["Ko mof_pmo"]
    later = cabinet.on("2025-04-18").act("gadviser", "inquire", reference, question="利用者は何人か。")
    assert next_of(later) == ("PMO head", "2025-04-24"), "the first that is due"
    first, second = (step["number"] for step in cabinet.steps(reference, "inquiry"))
    one = cabinet.act("mof_pmo", f"inquiry#{first}.answered", reference, reply="三社です。")
    assert next_of(one) == ("PMO head", "2025-04-25")
    last = cabinet.act("mof_pmo", f"inquiry#{second}.answered", reference, reply="三百万人です。")
    assert next_of(last) == ("Administrative Management Bureau", cabinet.shown(reference).due_on)


def test_while_one_of_several_is_open_the_clock_stands_still(cabinet: Government) -> None:
    reference = asked(cabinet, "2025-04-17")
    cabinet.on("2025-04-18").act("gadviser", "inquire", reference, question="利用者は何人か。")
    first, second = (step["number"] for step in cabinet.steps(reference, "inquiry"))
    cabinet.act("mof_pmo", f"inquiry#{second}.answered", reference, reply="三百万人です。")
    assert cabinet.shown(reference).due_on is None
    cabinet.on("2025-04-21").act("mof_pmo", f"inquiry#{first}.answered", reference, reply="三社です。")
    assert cabinet.shown(reference).due_on == "2025-05-15"  # two working days later than before
    assert cabinet.problems() == []


def test_what_was_late_when_the_clock_stopped_is_as_late_afterwards(cabinet: Government) -> None:
    reference = asked(cabinet, "2025-05-15")  # two working days late
    cabinet.on("2025-06-02").act("mof_pmo", "inquiry.answered", reference, reply="三社です。")
    assert cabinet.shown(reference).due_on == "2025-05-29"
    assert govflow.why(cabinet.onlooker, reference).overdue == 2
    assert cabinet.problems() == []


def test_whoever_asked_takes_it_back_and_nobody_else(cabinet: Government) -> None:
    reference = asked(cabinet, "2025-04-17")
    assert (
        refused(NotAuthorised, cabinet.act, "mof_pmo", "inquiry.taken_back", reference)[0]
        == "acts.not_authorised"
    )
    assert refused(NotAuthorised, cabinet.act, "amb", "inquiry.answered", reference, reply="x")[0] == (
        "acts.not_authorised"
    )
    cabinet.act("amb", "inquiry.taken_back", reference)
    assert cabinet.shown(reference).due_on == "2025-05-13"
    assert refused(Refused, cabinet.act, "mof_pmo", "inquiry.answered", reference, reply="x")[0] == (
        "acts.no_such_trigger"
    )
    assert cabinet.problems() == []


def test_leaving_the_state_closes_the_inquiry_and_starts_the_new_clock(cabinet: Government) -> None:
    reference = asked(cabinet, "2025-04-17")
    cabinet.act("amb", "return", reference, issues=["単価の根拠を示すこと。"])
    shown = cabinet.shown(reference)
    assert (shown.state, shown.due_on, shown.paused) == ("draft", "2025-05-02", None)
    assert cabinet.answers(reference, "inquiry") == [("unanswered", None)]
    assert cabinet.problems() == []


def test_days_of_waiting_are_not_the_reviewers(cabinet: Government) -> None:
    reference = asked(cabinet, "2025-04-14")  # two working days in hand
    cabinet.on("2025-04-21").act("mof_pmo", "inquiry.answered", reference, reply="三社です。")
    assert govflow.why(cabinet.onlooker, reference).waited == 2
    cabinet.on("2025-04-22").act("gadviser", "criteria_opinion.meets", reference)
    cabinet.act("amb", "duplicate_check.none", reference)
    cabinet.act("amb", "complete", reference)
    (stage,) = (s for s in govflow.stats(cabinet.onlooker).stages if s.state == "coordination")
    assert (stage.visits, stage.working_days) == (1, 3)
    assert cabinet.problems() == []


def test_the_pmo_asks_whoever_drafted_it(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    cabinet.act("mof_pmo", "inquire", reference, question="昨年度との差は何か。")
    (mine,) = govflow.inbox(cabinet.person("mof_clerk")).lines
    assert (mine.step, mine.reference) == ("drafter_inquiry", reference)
    (theirs,) = govflow.inbox(cabinet.person("mof_pmo")).lines
    assert (theirs.due_on, theirs.paused_left) == (None, 10)
    cabinet.act("mof_clerk", "drafter_inquiry.answered", reference, reply="機器の更新分です。")
    assert cabinet.problems() == []


def test_an_inquiry_needs_a_question(cabinet: Government) -> None:
    reference = in_coordination(cabinet)
    assert refused(Refused, cabinet.act, "amb", "inquire", reference) == ["acts.missing_value"]


def test_after_the_decision_there_is_nothing_to_inquire(cabinet: Government) -> None:
    reference = cabinet.proposal(until="approved")
    told = refused(Refused, cabinet.act, "secretariat", "inquire", reference, question=QUESTION)
    assert told[0] == "acts.no_such_trigger"


def test_what_went_up_does_not_go_up_again_for_an_inquiry(cabinet: Government) -> None:
    reference = in_coordination(cabinet)
    first = govflow.sweep_deadlines(cabinet.on("2025-05-15").person("admin"))
    missed = {one.missed for one in first.escalated}
    assert missed == {"2025-04-24", "2025-05-13"}
    cabinet.act("amb", "inquire", reference, question=QUESTION)
    cabinet.on("2025-06-02").act("mof_pmo", "inquiry.answered", reference, reply="三社です。")
    assert cabinet.shown(reference).due_on == "2025-05-29"
    again = govflow.sweep_deadlines(cabinet.person("admin"))
    assert {one.what.partition("#")[0] for one in again.escalated} <= {"overdue_report"}
    assert "2025-05-29" in {one.missed for one in again.already}
    assert cabinet.problems() == []


def test_an_escalation_told_twice_over_an_inquiry_is_found(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = in_coordination(cabinet)
    govflow.sweep_deadlines(cabinet.on("2025-05-15").person("admin"))
    cabinet.act("amb", "inquire", reference, question=QUESTION)
    cabinet.on("2025-06-02").act("mof_pmo", "inquiry.answered", reference, reply="三社です。")
    with monkeypatch.context() as patched:
        patched.setattr(GoneUp, "has", lambda gone, missed: missed.day != "2025-05-29" or missed.number)
        assert [one.missed for one in govflow.sweep_deadlines(cabinet.person("admin")).escalated] == [
            "2025-05-29"
        ]
    assert "audit.escalation_differs" in cabinet.problems()
