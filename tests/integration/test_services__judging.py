"""Judging: whoever has judged a proposal prepares nothing of it afterwards."""

from __future__ import annotations

import pytest
from government import Government, refused

import govflow
from govflow.errors import Refused
from govflow.services.acting import correcting

OFFICES = ("mof.pmo", "mof.accounts", "mof.clerk")


@pytest.fixture
def judge(cabinet: Government) -> str:
    """Somebody in three offices of the ministry."""
    appointments = [
        {"person": "judge", "office": office, "concurrent": office != OFFICES[0], "from": "2025-04-01"}
        for office in OFFICES
    ]
    cabinet.organise(persons=["judge"], appointments=appointments)
    return "judge"


def rewrite(cabinet: Government, reference: str, *, by: str) -> govflow.Receipt:
    wanted = govflow.Correction(reference, "誤字", fields={"title": "年金記録システムの更改"})
    return govflow.correct(cabinet.person(by), wanted)


def test_who_has_concurred_answers_no_inquiry_for_the_proposal(cabinet: Government, judge: str) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act(judge, "accounts_concurrence.concur", reference)
    cabinet.act("mof_cio", "inquire", reference, question="単価の根拠は何か。")
    told = refused(Refused, cabinet.act, judge, "inquiry.answered", reference, reply="三社の見積り")
    assert told == ["guard.same_person"]
    cabinet.act("mof_pmo", "inquiry.answered", reference, reply="三社の見積り")
    assert cabinet.problems() == []


def test_who_has_concurred_before_a_return_answers_no_inquiry_of_the_drafter(
    cabinet: Government, judge: str
) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act(judge, "accounts_concurrence.concur", reference)
    cabinet.act("mof_cio", "return", reference, issues=["amount: 根拠を示すこと。"])
    cabinet.act("mof_clerk", "submit", reference, replies=["1: 添えた"])
    cabinet.act("mof_pmo", "inquire", reference, question="何を添えたか。")
    told = refused(Refused, cabinet.act, judge, "drafter_inquiry.answered", reference, reply="見積書")
    assert told == ["guard.same_person"]


def test_who_has_concurred_puts_nothing_right_in_what_was_judged(
    cabinet: Government, judge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And were the program to forget it, verification would not."""
    reference = cabinet.proposal(until="ministry_review", title="年禁記録システムの更改")
    cabinet.act(judge, "accounts_concurrence.concur", reference)
    assert refused(Refused, rewrite, cabinet, reference, by=judge) == ["correct.judged"]
    monkeypatch.setattr(correcting, "beyond", lambda *_, **__: ())
    rewrite(cabinet, reference, by=judge)
    assert cabinet.problems() == ["audit.correction_differs"]


def test_who_has_judged_nothing_puts_a_slip_right(cabinet: Government, judge: str) -> None:
    reference = cabinet.proposal(until="ministry_review", title="年禁記録システムの更改")
    rewrite(cabinet, reference, by=judge)
    assert cabinet.shown(reference).title == "年金記録システムの更改"
    assert cabinet.problems() == []
