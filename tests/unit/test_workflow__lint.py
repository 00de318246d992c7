"""Each check of lint finds its fault at the exact line and column, and nothing else is told beside it."""

from __future__ import annotations

import pytest
from sample_definition import SAMPLE, expected, problems, spoiled

from govflow.workflow import (
    lint_acts,
    lint_conditions,
    lint_content,
    lint_deeds,
    lint_guards,
    lint_names,
    lint_occasions,
    lint_reading,
    lint_returns,
    lint_rounds,
    lint_states,
)
from govflow.workflow.lint import CHECKS

OTHERS = [
    ("unused role", "  centre: {", "  ¦spare: {title: {ja: 予備, en: spare}}\n  centre: {", "unused_name"),
    (
        "unused value",
        "  way: {",
        "  ¦spare: {type: text, title: {ja: 予備, en: spare}}\n  way: {",
        "unused_name",
    ),
    ("unused date", "  closing: {", "  ¦spare: {day: 1}\n  closing: {", "unused_name"),
    ("unused trigger", "  submit: {", "  ¦spare: {ja: 予備, en: spare}\n  submit: {", "unused_name"),
    ("unused step", "asks: [condition]\n    ", "", "unused_name"),
    ("unused document", "issues: [notice]\n    ", "", "unused_name"),
    ("dot in a name", "records: decision\n", "records: ¦final.decision\n", "malformed_name"),
    ("hyphen in an answer", "      met: {", "      ¦well-met: {", "malformed_name"),
    ("hyphen in a definition's name", "name: sample", "name: ¦my-sample", "malformed_name"),
    ("hyphen in a choice", "new: {ja: 新規", "¦brand-new: {ja: 新規", "malformed_name"),
    ("transition without roles", "to: review, roles: [clerk], ", "to: review, ", "no_roles"),
    ("empty roles", "to: review, roles: [clerk]", "to: review, ¦roles: []", "no_roles"),
    ("value taken twice", "takes: [note]}", "takes: [note], may_take: [¦note]}", "taken_twice"),
    ("guard on a value not taken", "[amount_stated]", "[¦{given: way}]", "value_not_taken"),
    ("amount not taken", "[amount_stated]", "[¦within_request]", "value_not_taken"),
    ("record that is missing", "    records: decision\n    builds_on: decision\n", "", "builds_nothing"),
    (
        "step for each of nothing",
        "takes: [note]}",
        "takes: [note], asks: [¦condition]}",
        "fan_out_without_value",
    ),
    (
        "state that asks for each of nothing",
        "asks: [opinion]}",
        "asks: [opinion, ¦condition]}",
        "fan_out_without_value",
    ),
    (
        "field that must be there",
        "  fiscal_year: {type: year, required: true",
        "  year: {type: year",
        "field_missing",
    ),
    ("field that must be required", "year, required: true", "year, ¦required: false", "field_not_required"),
    (
        "type of a field",
        "previous amount}}\n  urgent",
        "x}}\n  marks: {type: ¦text, title: {ja: x, en: x}}\n  urgent",
        "wrong_type",
    ),
    ("type of a value", "note: {type: prose", "note: {type: ¦text", "wrong_type"),
    (
        "choice without choices",
        ", choices: {paper: {ja: 書面, en: paper}, met: {ja: 会議, en: met}}",
        "",
        "choice_without_choices",
    ),
    (
        "choices of a text",
        "  note: {type: prose,",
        "  note: {type: prose, ¦choices: {a: {ja: a, en: a}},",
        "choices_elsewhere",
    ),
    (
        "alias of another field",
        "ministry: {type: ministry,",
        "ministry: {type: ministry, aliases: [府省庁, ¦件名],",
        "alias_taken",
    ),
    (
        "alias that is a field",
        "ministry: {type: ministry,",
        "ministry: {type: ministry, aliases: [¦amount],",
        "alias_taken",
    ),
    ("judged", "kind: {type: choice,", "kind: {type: choice, ¦correctable: true,", "correctable_decides"),
    (
        "due and none",
        "due: {working_days: 10}",
        "due: {working_days: 10, ¦none: {ja: 無, en: none}}",
        "due_and_none",
    ),
    ("empty due", "due: {working_days: 10}", "due: ¦{}", "due_says_nothing"),
    ("no such date", "  closing: {month: 5, day: 31}", "  ¦closing: {month: 6, day: 31}", "no_such_date"),
    ("no 30 February", "  closing: {month: 5, day: 31}", "  ¦closing: {month: 2, day: 30}", "no_such_date"),
    ("missing template", "template: letter", "template: ¦postcard", "no_template"),
    ("state without due", "role: head, due: {working_days: 5}, ", "role: head, ", "state_without_due"),
    (
        "state without role",
        "role: head, due: {working_days: 5}",
        "due: {working_days: 5}",
        "state_without_role",
    ),
    ("end with a role", "end: true", "end: true, ¦role: head", "end_waits"),
    ("end with a due date", "end: true", "end: true, ¦due: {working_days: 1}", "end_waits"),
    ("end that is left", "from: [draft, review]", "from: [draft, review, ¦done]", "end_left"),
]

# Where the fault is something missing, the part that lacks it is marked here by a passage of the spoiled text.
STANDS_AT = {
    "unused step": "condition:\n    title",
    "unused document": "notice: {title",
    "transition without roles": "{trigger: submit",
    "record that is missing": "",
    "field that must be there": "fields:",
    "choice without choices": "way: {",
    "state without due": "review: {title",
    "state without role": "review: {title",
}


@pytest.mark.parametrize(("name", "old", "new", "code"), OTHERS, ids=[row[0] for row in OTHERS])
def test_a_fault_is_told_where_it_stands(name: str, old: str, new: str, code: str) -> None:
    text = spoiled(old, new)
    if name == "record that is missing":
        text = text.replace("{amount_within: decision}", "within_request")
        text = text.replace("asks: [condition]\n", "builds_on: ¦opinion\n    asks: [condition]\n")
        text = text.replace("{fiscal_year_end_of: decision}", "{working_days: 3}")
    elif name == "dot in a name":
        text = text.replace("builds_on: decision", "builds_on: final.decision")
        text = text.replace(": decision}", ": final.decision}")
    elif name in STANDS_AT:
        text = spoiled(STANDS_AT[name], "¦" + STANDS_AT[name], text=text)
    clean, [(line, column)] = expected(text)
    assert problems(clean) == [(line, column, f"workflow.{code}")]


def test_a_step_may_not_have_a_triggers_name() -> None:
    text, [(line, column)] = expected(
        SAMPLE.replace("opinion", "remark", 1).replace("  remark:\n", "  ¦remark:\n", 1)
    )
    assert (line, column, "workflow.step_named_as_trigger") in problems(text)


def test_an_unguarded_transition_comes_last() -> None:
    free = "  - {trigger: return, from: review, to: done, roles: [head]}\n"
    bound = "  - ¦{trigger: return, from: review, to: draft, roles: [head], guards: [amount_stated]}\n"
    text = spoiled("  - {trigger: remark", f"{free}{bound}  - {{trigger: remark")
    old = "  - {trigger: return, from: review, to: draft, roles: [head, centre], takes: [note]}\n"
    text, [(line, column)] = expected(spoiled(old, "", text=text))
    assert problems(text) == [(line, column, "workflow.never_tried")]


def test_the_same_trigger_from_another_state_may_be_unguarded_too() -> None:
    added = "  - {trigger: return, from: draft, to: done, roles: [head]}\n  - {trigger: remark"
    assert problems(spoiled("  - {trigger: remark", added)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        (", guards: [amount_stated]", ", guards: [amount_stated]"),
        (
            ", guards: [amount_stated, {times_at_most: {submit: 1, remark: 2}}]",
            ", guards: [{times_at_most: {remark: 2, submit: 1}}, amount_stated]",
        ),
    ],
    ids=["none", "one", "in another order"],
)
def test_equal_guards_of_one_trigger_and_source_are_told(first: str, second: str) -> None:
    both = (
        f"  - {{trigger: submit, from: review, to: done, roles: [clerk]{first}}}\n"
        f"  - ¦{{trigger: submit, from: review, to: draft, roles: [head]{second}}}\n  - trigger: decide"
    )
    text, [(line, column)] = expected(spoiled("  - trigger: decide", both))
    assert problems(text) == [(line, column, "workflow.equal_guards")]


def test_more_than_ten_required_fields_are_too_many() -> None:
    more = "".join(
        f"  extra{n}: {{type: text, ¦required: true, title: {{ja: 追加, en: extra}}}}\n" for n in range(9)
    )
    text, places = expected(spoiled("values:\n  note", f"{more}values:\n  note"))
    assert problems(text) == [(line, column, "workflow.too_many_required") for line, column in places[7:]]


def test_a_step_without_answers_is_told() -> None:
    text, [(line, column)] = expected(
        spoiled("    answers:\n      met: {title: {ja: 済, en: met}, agrees: true}", "    answers: ¦{}")
    )
    assert problems(text) == [(line, column, "workflow.no_answers")]


def test_the_post_review_is_asked_by_no_part() -> None:
    step = (
        "steps:\n  post_review:\n    title: {ja: 後閲, en: post review}\n    role: head\n"
        "    due: {working_days: 5}\n    answers: {seen: {title: {ja: 済, en: seen}}}\n"
    )
    assert problems(spoiled("steps:\n", step)) == []


def test_every_check_is_in_the_table() -> None:
    modules = (
        lint_names,
        lint_deeds,
        lint_states,
        lint_acts,
        lint_conditions,
        lint_occasions,
        lint_guards,
        lint_returns,
        lint_content,
        lint_rounds,
        lint_reading,
    )
    public = {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if callable(value)
        and not name.startswith("_")
        and getattr(value, "__module__", "") == module.__name__
    }
    assert set(public.values()) == set(CHECKS)


def test_the_sample_is_sound() -> None:
    assert problems(SAMPLE) == []
