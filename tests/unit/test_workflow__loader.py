"""A definition is read strictly: every problem at once, each where it stands, and none twice."""

from __future__ import annotations

import pytest
from sample_definition import FILE, SAMPLE, TEMPLATES, expected, problems, sample, spoiled, told

from govflow.domain.deadline import NamedDate
from govflow.errors import BadInput
from govflow.messages import Title, say
from govflow.workflow.definition import Due, GuardUse
from govflow.workflow.loader import load_definition


def test_a_definition_says_what_its_file_says() -> None:
    definition = sample()
    assert (definition.name, definition.version, definition.title) == ("sample", 1, Title("見本", "sample"))
    assert list(definition.states) == ["draft", "review", "done"]
    assert list(definition.fields)[:4] == ["title", "ministry", "fiscal_year", "amount"]
    assert definition.fields["title"].aliases == ("件名",)
    assert definition.dates["closing"] == NamedDate(5, 31, True)
    assert definition.roles["centre"].central
    assert not definition.roles["head"].central
    assert definition.steps["condition"].lasting
    assert definition.steps["opinion"].answers["pass_on"].agrees is None
    assert definition.documents["notice"].series == Title("通", "N")
    assert definition.source == SAMPLE
    assert len(definition.digest) == 64


def test_every_part_knows_its_place() -> None:
    definition = sample()
    lines = SAMPLE.splitlines()
    for named in (
        definition.roles,
        definition.fields,
        definition.steps,
        definition.states,
        definition.documents,
    ):
        for name, part in named.items():
            assert lines[part.place.line - 1][part.place.column - 1 :].startswith(f"{name}:")
    for transition in definition.transitions:
        line = lines[transition.place.line - 1]
        assert f"trigger: {transition.trigger}" in line


def test_a_list_of_sources_makes_one_transition_each_in_order() -> None:
    remarks = [t for t in sample().transitions if t.trigger == "remark"]
    assert [(t.source, t.target, t.moves) for t in remarks] == [
        ("draft", "draft", False),
        ("review", "review", False),
    ]


@pytest.mark.parametrize("to", [", to: same", ""], ids=["same", "omitted"])
def test_an_act_without_target_moves_nothing(to: str) -> None:
    definition = sample(spoiled("from: [draft, review], roles", f"from: [draft, review]{to}, roles"))
    assert all(not t.moves for t in definition.transitions if t.trigger == "remark")


def test_guards_keep_their_parameters() -> None:
    definition = sample()
    decide = next(t for t in definition.transitions if t.trigger == "decide")
    assert [(use.name, use.parameter) for use in decide.guards] == [
        ("concurred", ("opinion",)),
        ("different_person_from", ("draft.submit",)),
        ("amount_within", "decision"),
    ]
    [use] = definition.steps["consultation"].when
    assert use == GuardUse("field_is", {"urgent": (False,)}, use.place)


def test_due_dates_say_when_or_why_not() -> None:
    definition = sample()
    due = definition.steps["consultation"].due
    assert due == Due(5, None, "closing", None, None, due.place)
    draft = definition.states["draft"].due
    assert draft is not None
    assert draft.reason == Title("随時", "any time")


STRUCTURE = [
    ("unknown key", "version: 1", "version: 1\n¦vrsion: 2", "reading.key_unknown"),
    (
        "unknown key of a transition",
        "issues: [notice]",
        "¦isues: [notice]\n    issues: [notice]",
        "reading.key_unknown",
    ),
    ("missing title", "{title: {ja: 担当, en: clerk}}", "¦{}", "reading.required"),
    ("half a title", "{ja: 見本, en: sample}", "¦{ja: 見本}", "reading.required"),
    ("version as text", "version: 1", 'version: ¦"1"', "reading.number_quoted"),
    ("flag as text", "central: true", "central: ¦yes", "reading.not_a_flag"),
    ("unknown type", "previous: {type: yen", "previous: {type: ¦yin", "reading.not_a_choice"),
    ("unknown guard", "guards: [amount_stated]", "guards: [¦amount_statd]", "workflow.guard_unknown"),
    (
        "guard without its parameter",
        "[amount_stated]",
        "[¦amount_at_most]",
        "workflow.guard_without_parameter",
    ),
    (
        "guard with an empty parameter",
        "[amount_stated]",
        "[{complete: ¦[]}]",
        "workflow.guard_without_parameter",
    ),
    (
        "parameter too many",
        "[amount_stated]",
        "[¦{amount_stated: true}]",
        "workflow.guard_takes_no_parameter",
    ),
    (
        "two guards in one",
        "[amount_stated]",
        "[¦{amount_at_most: 1, amount_at_least: 1}]",
        "workflow.guard_form",
    ),
    ("guard as a number", "[amount_stated]", "[¦5]", "workflow.guard_form"),
    (
        "guards without a list",
        "guards: [amount_stated]",
        "guards: ¦amount_stated",
        "workflow.guards_not_a_list",
    ),
    ("negative yen", "[amount_stated]", "[{amount_at_most: ¦-1}]", "reading.integer_out_of_range"),
    ("count as text", "[amount_stated]", "[{times_at_most: {submit: ¦once}}]", "reading.not_a_number"),
    ("choice as a number", "{urgent: [false]}", "{urgent: [¦0]}", "workflow.not_a_choice"),
    ("due in words", "due: {working_days: 10}", "due: ¦10 days", "reading.not_a_mapping"),
    (
        "answers as a list",
        "    answers:\n      met: {title: {ja: 済, en: met}, agrees: true}",
        "    answers: ¦[met]",
        "reading.not_a_mapping",
    ),
    ("month 13", "{month: 5, day: 31}", "{month: ¦13, day: 31}", "reading.integer_out_of_range"),
    ("roll aside", "{month: 5, day: 31}", "{month: 5, day: 31, roll: ¦aside}", "reading.not_a_choice"),
    ("hidden character", "ja: 見本, en: sample}", "ja: ¦見\u200b本, en: sample}", "reading.text_unfit"),
    ("role as a number", "en: draft}, role: clerk", "en: draft}, role: ¦5", "reading.not_text"),
]


@pytest.mark.parametrize(
    ("old", "new", "code"), [row[1:] for row in STRUCTURE], ids=[row[0] for row in STRUCTURE]
)
def test_a_structural_problem_is_told_where_it_stands_and_once(old: str, new: str, code: str) -> None:
    text, [(line, column)] = expected(spoiled(old, new))
    found = [problem for problem in problems(text) if problem[2] != "workflow.unused_name"]
    assert found == [(line, column, code)]


def test_all_problems_of_structure_and_meaning_are_told_at_once() -> None:
    text = spoiled("version: 1", "version: ¦one")
    text = spoiled("guards: [amount_stated]", "guards: [¦amount_statd]", text=text)
    text = spoiled("template: letter", "template: ¦leter", text=text)
    text = spoiled("takes: [note]", "takes: [¦nte]", text=text)
    text, places = expected(text)
    codes = [
        "reading.not_a_number",
        "workflow.no_template",
        "workflow.guard_unknown",
        "workflow.unknown_name",
    ]
    assert problems(text) == [
        (line, column, code) for (line, column), code in zip(places, codes, strict=True)
    ]


def test_a_sentence_begins_with_its_place() -> None:
    [(line, column, _, sentence)] = told(spoiled("template: letter", "template: leter"))
    assert sentence.startswith(f"{FILE}:{line}:{column}: ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "reading.document_empty"),
        ("- a\n", "reading.not_a_mapping"),
        ("name: x\n", "workflow.format_missing"),
        ("format: 2\n", "workflow.format_unknown"),
        ("format: 1.0\n", "workflow.format_unknown"),
        ("format: true\n", "workflow.format_unknown"),
        ("format: 1\n  name: x\n", "reading.yaml_syntax"),
        ("format: 1\nformat: 1\n", "reading.key_repeated"),
        ("format: &a 1\nname: *a\n", "reading.yaml_anchor"),
    ],
)
def test_what_is_no_definition_at_all_ends_the_search_early(text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        load_definition(text, file=FILE, templates=TEMPLATES)
    assert caught.value.code == code


def test_an_empty_definition_lacks_everything_it_must_have() -> None:
    keys = {
        say(problem.notice, "en")
        for problem in _caught("format: 1\n").problems
        if problem.notice.code == "reading.required"
    }
    for key in (
        "name",
        "version",
        "title",
        "initial",
        "roles",
        "fields",
        "triggers",
        "states",
        "transitions",
    ):
        assert any(f"'{key}'" in sentence for sentence in keys), key


def _caught(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        load_definition(text, file=FILE, templates=TEMPLATES)
    return caught.value


def test_more_than_500_states_are_refused_before_they_are_read() -> None:
    states = "".join(f"  s{n}: {{}}\n" for n in range(501))
    text, [(line, column)] = expected(f"format: 1\n¦states:\n{states}")
    assert problems(text) == [(line, column, "workflow.too_many_states")]


def test_500_states_are_not_too_many() -> None:
    states = "".join(f"  s{n}: {{}}\n" for n in range(500))
    assert "workflow.too_many_states" not in {
        code for _, _, code in problems(f"format: 1\nstates:\n{states}")
    }


def test_more_than_256_kib_are_refused() -> None:
    assert _caught(SAMPLE + "#" * 256 * 1024).code == "reading.too_large"


def test_more_than_32_levels_are_refused() -> None:
    assert _caught("format: 1\nname: " + "[" * 40 + "]" * 40 + "\n").code == "reading.too_deep"
