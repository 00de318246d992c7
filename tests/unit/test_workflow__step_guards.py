"""Guards about steps: concurrence, answers, opinions waited for, conditions verified."""

from __future__ import annotations

from typing import Any

import pytest
from sample_guard import (
    AGREED,
    OPEN,
    PASSED_ON,
    REFUSED,
    UNANSWERED,
    asking,
    decided,
    met,
    reason,
)

from govflow.messages import say


@pytest.mark.parametrize(
    ("askings", "expected"),
    [
        ([AGREED], True),
        ([AGREED, AGREED], True),
        ([], False),
        (None, False),
        ([OPEN], False),
        ([UNANSWERED], False),
        ([REFUSED], False),
        ([PASSED_ON], False),
        ([AGREED, REFUSED], False),
        ([AGREED, OPEN], False),
    ],
)
def test_concurrence_means_asked_and_all_agreed(askings: Any, expected: bool) -> None:
    assert met("concurred", ("opinion",), steps={"opinion": askings}) is expected


@pytest.mark.parametrize(
    ("askings", "expected"),
    [
        ([AGREED], True),
        ([REFUSED, PASSED_ON], True),
        ([], False),
        ([OPEN], False),
        ([AGREED, UNANSWERED], False),
    ],
)
def test_answered_means_asked_and_all_answered_whatever_they_say(askings: Any, expected: bool) -> None:
    assert met("answered", ("opinion",), steps={"opinion": askings}) is expected


@pytest.mark.parametrize(
    ("askings", "today", "expected"),
    [
        ([OPEN], "2026-05-11", False),
        ([OPEN], "2026-05-12", True),
        ([asking("open", due_on=None)], "2099-01-01", False),
        ([AGREED, UNANSWERED], "2026-05-01", True),
        ([AGREED, OPEN], "2026-05-01", False),
        ([], "2026-05-01", True),
        (None, "2026-05-01", True),
    ],
)
def test_settled_means_that_nothing_is_waited_for(askings: Any, today: str, expected: bool) -> None:
    assert met("settled", ("opinion",), steps={"opinion": askings}, today=today) is expected


def test_a_missing_concurrence_names_the_step_the_role_and_the_date() -> None:
    why = reason("concurred", ("opinion", "consultation"), steps={"opinion": [OPEN, REFUSED]})
    assert why is not None
    assert say(why, "en") == (
        "Not everybody has agreed: opinion (head) is open (due 2026-05-11), opinion (head) was answered 'refuses',"
        " consultation (head) has not been asked for"
    )
    assert "意見（長）は未回答です（期限 2026-05-11）" in say(why, "ja")


@pytest.mark.parametrize(
    ("askings", "expected"),
    [([AGREED], True), ([PASSED_ON, AGREED], True), ([REFUSED], False), ([AGREED, OPEN], False), ([], False)],
)
def test_an_answer_has_to_be_one_of_those_named(askings: Any, expected: bool) -> None:
    assert met("answer_is", {"opinion": ("agree", "pass_on")}, steps={"opinion": askings}) is expected


@pytest.mark.parametrize(
    ("conditions", "askings", "expected"),
    [
        ([], [], True),
        ([("report yearly", False)], [], True),
        ([("encrypt", True)], [], False),
        ([("encrypt", True)], [asking("open", subject="encrypt")], False),
        ([("encrypt", True)], [asking(agrees=False, subject="encrypt")], False),
        ([("encrypt", True)], [asking(subject="another")], False),
        ([("encrypt", True)], [asking(subject="encrypt")], True),
        ([("encrypt", True), ("publish", True)], [asking(subject="encrypt")], False),
        (
            [("encrypt", True), ("report", False)],
            [asking(subject="encrypt"), asking("open", subject="report")],
            True,
        ),
    ],
)
def test_precedent_conditions_have_to_be_verified_one_by_one(
    conditions: Any, askings: Any, expected: bool
) -> None:
    facts = {"records": decided(*conditions), "steps": {"condition": askings}}
    assert met("conditions_verified", {"condition": "decision"}, **facts) is expected


@pytest.mark.parametrize(
    ("precedent", "act", "expected"),
    [
        (True, "decide", False),
        (True, "close", False),
        (True, None, False),
        (False, "decide", True),
        ("decide", "decide", False),
        ("decide", "close", True),
        ("decide", None, True),
    ],
)
def test_a_precedent_condition_hinders_every_act_that_waits_or_the_one_it_names(
    precedent: bool | str, act: str | None, expected: bool
) -> None:
    facts = {"records": decided(("encrypt", precedent)), "steps": {"condition": []}, "act": act}
    assert met("conditions_verified", {"condition": "decision"}, **facts) is expected


def test_conditions_of_a_decision_that_was_not_taken_hinder_nothing() -> None:
    assert met("conditions_verified", {"condition": "decision"}, records={}, steps={})


BROKEN = asking(answer="broken", agrees=False, subject="encrypt")


@pytest.mark.parametrize(
    ("on_breach", "askings", "expected"),
    [
        ("suspend", [BROKEN], False),
        ("suspend", [asking(answer="met", subject="encrypt"), BROKEN], False),
        ("report", [BROKEN], True),
        (None, [BROKEN], True),
        ("suspend", [asking(answer="met", subject="encrypt")], True),
        ("suspend", [asking("open", answer=None, subject="encrypt")], True),
        ("suspend", [{**BROKEN, "subject": "another"}], True),
        ("suspend", [{**BROKEN, "subject": "another"}, asking("open", answer=None, subject="encrypt")], True),
        ("suspend", [], True),
    ],
)
def test_only_the_breach_of_a_condition_that_suspends_stops_it(
    on_breach: str | None, askings: Any, expected: bool
) -> None:
    records = {"decision": {"conditions": [{"text": "encrypt", "on_breach": on_breach}]}}
    facts: dict[str, Any] = {"records": records, "steps": {"condition": askings}}
    assert met("no_suspending_breach", {"condition": "decision"}, **facts) is expected


def test_without_a_decision_no_condition_of_it_is_broken() -> None:
    assert met("no_suspending_breach", {"condition": "decision"}, records={}, steps={"condition": [BROKEN]})


def test_every_broken_condition_is_named() -> None:
    conditions = [{"text": text, "on_breach": "suspend"} for text in ("encrypt", "report", "publish")]
    askings = [BROKEN, asking(answer="met", subject="report"), {**BROKEN, "subject": "publish"}]
    facts: dict[str, Any] = {
        "records": {"decision": {"conditions": conditions}},
        "steps": {"condition": askings},
    }
    why = reason("no_suspending_breach", {"condition": "decision"}, **facts)
    assert why is not None
    assert why.params["conditions"] == ["encrypt", "publish"]


@pytest.mark.parametrize(
    ("evidence", "fulfilled", "expected"),
    [("a certificate", True, True), ("a certificate", False, False), ("", False, True), (None, True, True)],
)
def test_what_asks_for_evidence_is_reported_before_it_is_verified(
    evidence: str | None, fulfilled: bool, expected: bool
) -> None:
    assert met("reported", condition={"evidence": evidence, "reported": fulfilled}) is expected


@pytest.mark.parametrize(
    ("due", "code"),
    [
        (None, "guard.never_due"),
        ("2026-05-12", "guard.not_overdue"),
        ("2026-05-11", "guard.not_overdue"),
        ("2026-05-10", None),
    ],
)
def test_a_condition_is_late_from_the_day_after_its_date(due: str | None, code: str | None) -> None:
    why = reason("overdue", condition={"due_on": due}, today="2026-05-11")
    assert (why.code if why else None) == code


def test_who_once_answered_and_is_asked_again_has_not_answered() -> None:
    again = asking("open", answer="agree")
    assert not met("answer_is", {"opinion": ("agree",)}, steps={"opinion": [again]})
    assert not met("concurred", ("opinion",), steps={"opinion": [again]})
