"""Lint of returns and inquiries: each fault is found where it stands, and a sound definition has none."""

from __future__ import annotations

import pytest
from sample_definition import SAMPLE, expected, problems, spoiled

RETURNING = SAMPLE
for old, new in (
    (
        "values:\n",
        "values:\n"
        "  issues: {type: issues, title: {ja: 指摘, en: issues}}\n"
        "  replies: {type: replies, title: {ja: 回答, en: replies}}\n"
        "  question: {type: text, title: {ja: 照会事項, en: question}}\n",
    ),
    (
        "steps:\n",
        "steps:\n"
        "  inquiry:\n"
        "    title: {ja: 照会, en: inquiry}\n"
        "    role: clerk\n"
        "    about: question\n"
        "    pauses: true\n"
        "    due: {working_days: 5}\n"
        "    answers:\n"
        "      answered: {title: {ja: 回答, en: answered}, takes: [note]}\n"
        "      taken_back: {title: {ja: 取消し, en: taken back}, by_asker: true}\n",
    ),
    (
        "roles: [clerk], guards: [amount_stated]}",
        "roles: [clerk], guards: [amount_stated, {issues_answered: returned}], may_take: [replies]}",
    ),
    (
        "roles: [head, centre], takes: [note]}",
        "roles: [head, centre], takes: [issues], returns: returned}\n"
        "  - {trigger: inquire, from: review, roles: [head], takes: [question], asks: [inquiry]}",
    ),
    ("  remark: {ja: 備考", "  inquire: {ja: 照会, en: inquire}\n  remark: {ja: 備考"),
):
    RETURNING = spoiled(old, new, text=RETURNING)

FAULTS = [
    (
        "return that takes no issues",
        "takes: [issues], returns: ",
        "takes: [note], returns: ¦",
        "returns_without_issues",
    ),
    (
        "return that keeps what a decision keeps",
        "returns: returned",
        "returns: ¦decision",
        "record_of_two_kinds",
    ),
    (
        "reply to what is no return",
        "{issues_answered: returned}",
        "{issues_answered: ¦decision}",
        "answered_elsewhere",
    ),
    ("inquiry that lasts", "    pauses: true\n", "    ¦pauses: true\n    lasting: true\n", "pauses_for_good"),
    (
        "inquiry without a question",
        "takes: [question], asks: [inquiry]",
        "may_take: [question], asks: [¦inquiry]",
        "about_nothing",
    ),
    ("question that nothing is called", "    about: question\n", "    about: ¦questoin\n", "unknown_name"),
]


def test_returns_and_inquiries_are_sound() -> None:
    assert problems(RETURNING) == []


@pytest.mark.parametrize(("old", "new", "code"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_is_found_where_it_stands(old: str, new: str, code: str) -> None:
    text, places = expected(spoiled(old, new, text=RETURNING))
    assert (*places[0], f"workflow.{code}") in problems(text)


def test_issues_and_replies_have_their_types() -> None:
    text, [place] = expected(spoiled("  issues: {type: issues", "  issues: {type: ¦text", text=RETURNING))
    assert (*place, "workflow.wrong_type") in problems(text)
