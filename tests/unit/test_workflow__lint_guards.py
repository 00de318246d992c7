"""Lint tells guards that nothing in a definition could ever meet, where they stand, and leaves the others alone."""

from __future__ import annotations

import pytest
from sample_definition import SAMPLE, expected, problems, spoiled, told

GUARD = "{concurred: [opinion]}"

NEVER_MET = [
    ("done here by leaving", "{done_here: [remark, ¦return]}", "left_when_done"),
    ("done here elsewhere", "{done_here: ¦submit}", "left_when_done"),
    ("recorded by another", "{recorded_by: {decision: ¦return}}", "recorded_by_others"),
    ("recorded by one and another", "{recorded_by: {decision: [decide, ¦submit]}}", "recorded_by_others"),
    ("recorded by a step's answers", "{recorded_by: {opinion: ¦decide}}", "recorded_by_others"),
    ("record without an amount", "{amount_within: ¦opinion}", "recorded_without_amount"),
    ("amounts", "{amount_at_least: 2}\n      - {¦amount_at_most: 1}", "empty_bounds"),
    ("amounts the other way round", "{amount_at_most: 1}\n      - {¦amount_at_least: 2}", "empty_bounds"),
    (
        "times",
        "{times_at_least: {submit: 3}}\n      - {times_at_most: {remark: 9, ¦submit: 2}}",
        "empty_bounds",
    ),
    ("conditions of a single step", "{conditions_verified: {¦opinion: decision}}", "not_each_condition"),
    ("conditions of ministries", "{conditions_verified: {¦consultation: decision}}", "not_each_condition"),
    ("agreement asked only afterwards", "{concurred: [opinion, ¦condition]}", "never_asked"),
    ("opinion asked only afterwards", "{answered: ¦condition}", "never_asked"),
    ("answer asked only afterwards", "{answer_is: {¦condition: met}}", "never_asked"),
]


@pytest.mark.parametrize(("guard", "code"), [row[1:] for row in NEVER_MET], ids=[row[0] for row in NEVER_MET])
def test_a_guard_that_can_never_be_met_is_told_where_it_stands(guard: str, code: str) -> None:
    text, [(line, column)] = expected(spoiled(GUARD, guard))
    assert problems(text) == [(line, column, f"workflow.{code}")]


SOUND = [
    "{done_here: remark}",
    "{recorded_by: {decision: decide}}",
    "{amount_at_least: 2}\n      - {amount_at_most: 2}",
    "{times_at_least: {submit: 2}}\n      - {times_at_most: {submit: 2, remark: 0}}",
    "{conditions_verified: {condition: decision}}",
    "{answered: [opinion, consultation]}",
    "{settled: [condition]}",
]


@pytest.mark.parametrize("guard", SOUND)
def test_a_guard_that_may_be_met_is_left_alone(guard: str) -> None:
    assert problems(spoiled(GUARD, guard)) == []


def test_a_step_that_nothing_asks_is_told_with_the_guard_that_waits_for_it() -> None:
    text = spoiled(
        "role: head, due: {working_days: 5}, asks: [opinion]}", "role: head, due: {working_days: 5}}"
    )
    text = spoiled("\n  opinion:", "\n  ¦opinion:", text=spoiled(GUARD, "{concurred: [¦opinion]}", text=text))
    text, [step, guard] = expected(text)
    assert problems(text) == [(*step, "workflow.unused_name"), (*guard, "workflow.never_asked")]


def test_steps_that_only_each_other_ask_are_never_asked() -> None:
    text = spoiled(
        "role: head, due: {working_days: 5}, asks: [opinion]}", "role: head, due: {working_days: 5}}"
    )
    old = "agree: {title: {ja: 同意, en: agrees}, agrees: true}\n  condition:"
    new = "agree: {title: {ja: 同意, en: agrees}, agrees: true, asks: [opinion]}\n  condition:"
    text, [(line, column)] = expected(
        spoiled(old, new, text=spoiled(GUARD, "{answered: [¦opinion]}", text=text))
    )
    assert problems(text) == [(line, column, "workflow.never_asked")]


def test_a_step_asked_before_a_return_may_have_been_answered_by_then() -> None:
    assert problems(spoiled("[amount_stated]", "[amount_stated, {answered: [opinion]}]")) == []


def test_a_substitutes_act_may_have_asked_for_the_post_review_anywhere() -> None:
    step = (
        "steps:\n  post_review:\n    title: {ja: 後閲, en: post review}\n    role: head\n"
        "    due: {working_days: 5}\n    answers: {seen: {title: {ja: 済, en: seen}}}\n"
    )
    text = spoiled("steps:\n", step)
    assert problems(spoiled(GUARD, "{answered: [post_review]}", text=text)) == []


def test_where_an_unknown_state_would_lead_nobody_knows() -> None:
    text = spoiled("to: review, roles", "to: ¦reviw, roles", text=spoiled(GUARD, "{answered: [condition]}"))
    codes = {code for _, _, code in problems(text.replace("¦", ""))}
    assert (
        "workflow.never_asked" in codes
    )  # the step is asked at the end, from which nothing unknown is reached
    text = SAMPLE.replace("to: draft", "to: draftt").replace("[amount_stated]", "[{answered: [opinion]}]")
    assert {code for _, _, code in problems(text)} == {"workflow.unknown_name"}


def test_guards_of_steps_are_looked_at_too() -> None:
    old = "guards: [{different_person_from: [submit]}]"
    new = "guards: [{amount_at_least: 3}, {¦amount_at_most: 2}]"
    text, [(line, column)] = expected(spoiled(old, new))
    assert problems(text) == [(line, column, "workflow.empty_bounds")]


def test_whoever_keeps_the_record_is_named() -> None:
    [(*_, sentence)] = told(spoiled(GUARD, "{recorded_by: {decision: return}}"))
    assert sentence.endswith(
        "names 'return', which does not keep the record 'decision'. Name one that does: decide"
    )


def test_a_state_whose_role_may_do_nothing_there_is_told() -> None:
    text, [(line, column)] = expected(spoiled("en: draft}, role: clerk", "en: draft}, role: ¦centre"))
    assert problems(text) == [(line, column, "workflow.idle_role")]


def test_a_role_that_only_answers_a_step_has_something_to_do() -> None:
    asks = "role: head, due: {working_days: 5}, asks: [opinion]}"
    text = spoiled(asks, asks.replace("head", "clerk")).replace(
        "roles: [clerk], may_take: [note, way]", "roles: [head], may_take: [note, way]"
    )
    marked = spoiled("en: review}, role: clerk", "en: review}, role: ¦clerk", text=text)
    marked, [(line, column)] = expected(marked)
    assert problems(marked) == [(line, column, "workflow.idle_role")]
    assert (
        problems(
            spoiled("意見, en: opinion}\n    role: head", "意見, en: opinion}\n    role: clerk", text=text)
        )
        == []
    )
