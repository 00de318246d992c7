"""A role may be nobody's: a body's, or automatic. What then happens, happens on an occasion and by no hand."""

from __future__ import annotations

import json

import jsonschema
import pytest
from malformed import changed, mutations
from sample_council import COUNCIL
from sample_definition import SAMPLE, expected, problems, sample, spoiled

from govflow.domain.canonical import canonical
from govflow.domain.council.occasion import OF_A_BODY, OF_ITSELF, Occasion
from govflow.messages import LANGUAGES
from govflow.reading.yaml_source import parse_yaml
from govflow.workflow.definition import FilledBy
from govflow.workflow.diagram import mermaid
from govflow.workflow.matrix import matrix
from govflow.workflow.resolved import content_of, definition_of
from govflow.workflow.schema import definition_schema

DEFINITION = sample(COUNCIL)

CALL = "to: debate, roles: [council]"

FAULTS = [
    (
        "body that is central",
        "body: town_council}",
        "body: town_council, ¦central: true}",
        "role_filled_twice",
    ),
    ("automatic and central", "automatic: true}", "automatic: true, ¦central: true}", "role_filled_twice"),
    (
        "body that is automatic",
        "body: town_council}",
        "body: town_council, ¦automatic: true}",
        "role_filled_twice",
    ),
    (
        "step that asks a body",
        "    role: pmo_clerk\n    due",
        "    role: ¦council\n    due",
        "step_of_nobody",
    ),
    ("body beside an office", CALL, "to: debate, roles: [pmo_clerk, ¦council]", "fired_with_others"),
    ("two that are nobody's", CALL, "to: debate, roles: [¦council, breach]", "fired_with_others"),
    ("occasion left out", "- {trigger: call", "- ¦{trigger: call", "no_occasion"),
    (
        "occasion of an office's act",
        "roles: [pmo_clerk], takes: [note]}",
        "roles: [pmo_clerk], takes: [note], occasion: ¦passed}",
        "occasion_by_hand",
    ),
    ("breach in a body", "occasion: called", "occasion: ¦breach_lapses", "occasion_of_others"),
    ("a body's occasion of itself", "occasion: breach_lapses", "occasion: ¦lapsed", "occasion_of_others"),
    (
        "two triggers on one occasion",
        "  - {trigger: carry_out",
        "  - {trigger: pass, from: passed, to: done, roles: [council], occasion: passed}\n"
        "  - {trigger: fail, from: passed, to: done, roles: [council], occasion: failed}\n"
        "  - {trigger: halt, from: passed, to: done, roles: [council], occasion: ¦failed}\n"
        "  - {trigger: carry_out",
        "occasion_of_two_triggers",
    ),
    (
        "one trigger on two occasions",
        "  - {trigger: carry_out",
        "  - {trigger: ¦fail, from: agenda, to: done, roles: [council], occasion: lapsed}\n"
        "  - {trigger: carry_out",
        "trigger_of_two_kinds",
    ),
    (
        "trigger by hand and by a body",
        "  - {trigger: carry_out",
        "  - {trigger: ¦fail, from: passed, to: done, roles: [pmo_clerk]}\n  - {trigger: carry_out",
        "trigger_of_two_kinds",
    ),
    (
        "called where it cannot fail",
        "  - {trigger: carry_out",
        "  - {trigger: call, from: passed, to: ¦agenda, roles: [council], occasion: called}\n"
        "  - {trigger: carry_out",
        "without_way_on",
    ),
    (
        "opened by nobody",
        "  - {trigger: submit, from: draft, to: ready, roles: [pmo_clerk]}\n",
        "  - {trigger: submit, from: draft, to: ready, roles: [council], occasion: returned}\n",
        "opened_by_nobody",
    ),
    ("unknown occasion", "occasion: carried_over", "occasion: ¦carried", "reading"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_is_told_once_and_where_it_stands(name: str, old: str, new: str, code: str) -> None:
    text = spoiled(old, new, text=COUNCIL)
    if name == "occasion left out":
        text = spoiled(", occasion: called", "", text=text)
    if name == "two triggers on one occasion":
        text = spoiled("  stop: {ja", "  halt: {ja: 停止, en: halt}\n  stop: {ja", text=text)
    if name == "opened by nobody":
        text = spoiled("initial: draft", "initial: ¦draft", text=text)
    clean, [(line, column)] = expected(text)
    [(at, where, found)] = problems(clean)
    assert (at, where) == (line, column)
    assert found.startswith(f"{code}." if code == "reading" else f"workflow.{code}")


def test_what_is_on_an_agenda_may_be_taken_off_it() -> None:
    [(_, _, code)] = problems(spoiled("occasion: removed", "occasion: returned", text=COUNCIL))
    assert code == "workflow.without_way_on"


@pytest.mark.parametrize("end", ["passed", "failed", "carried_over"])
def test_whatever_is_called_passes_fails_or_is_carried_over(end: str) -> None:
    """An occasion that is taken for another leaves its own without a transition."""
    text = spoiled(f"occasion: {end}", "occasion: returned", text=COUNCIL)
    [(_, _, code)] = problems(text)
    assert code == "workflow.without_way_on"


def test_all_faults_are_told_at_once() -> None:
    text = COUNCIL
    for name in ("body that is central", "step that asks a body", "breach in a body"):
        old, new = next(row[1:3] for row in FAULTS if row[0] == name)
        text = spoiled(old, new.replace("¦", ""), text=text)
    assert [code.partition(".")[2] for _, _, code in problems(text)] == [
        "role_filled_twice",
        "step_of_nobody",
        "occasion_of_others",
    ]


def test_a_state_may_wait_for_a_body_and_for_who_prepares_its_meetings() -> None:
    assert DEFINITION.states["agenda"].role == "council"
    assert [t.occasion for t in DEFINITION.transitions_from("ready")] == ["placed"]
    assert DEFINITION.states["ready"].role == "pmo_clerk"


def test_who_has_nothing_to_do_and_nothing_to_prepare_is_waited_for_in_vain() -> None:
    waits = "議題, en: agenda}, role: "
    text, [(line, column)] = expected(spoiled(f"{waits}council", f"{waits}¦breach", text=COUNCIL))
    assert problems(text) == [(line, column, "workflow.idle_role")]


def test_who_fills_a_role_is_one_of_three() -> None:
    filled = {role.name: role.filled_by for role in DEFINITION.roles.values()}
    assert filled == {"pmo_clerk": FilledBy.OFFICE, "council": FilledBy.BODY, "breach": FilledBy.ITSELF}
    assert [role.name for role in DEFINITION.roles.values() if role.held] == ["pmo_clerk"]


def test_what_is_nobodys_is_of_no_ministry() -> None:
    assert {name: role.duty("mof").ministry for name, role in DEFINITION.roles.items()} == {
        "pmo_clerk": "mof",
        "council": None,
        "breach": None,
    }


@pytest.mark.parametrize(
    ("occasion", "state", "body", "trigger"),
    [
        (Occasion.PLACED, "ready", "town_council", "place"),
        (Occasion.PASSED, "debate", "town_council", "pass"),
        (Occasion.PASSED, "debate", "other_council", None),
        (Occasion.PASSED, "debate", None, None),
        (Occasion.PASSED, "agenda", "town_council", None),
        (Occasion.BREACH_LAPSES, "passed", None, "stop"),
        (Occasion.BREACH_LAPSES, "passed", "town_council", None),
    ],
)
def test_an_occasion_does_something_in_its_state_and_of_its_body_only(
    occasion: Occasion, state: str, body: str | None, trigger: str | None
) -> None:
    found = [one.trigger for one in DEFINITION.transitions_on(occasion, state=state, body=body)]
    assert found == ([trigger] if trigger else [])


def test_every_occasion_is_a_bodys_or_its_own() -> None:
    assert {*OF_A_BODY} | {*OF_ITSELF} == {*Occasion}
    assert {*OF_A_BODY} & {*OF_ITSELF} == set()


def test_it_comes_back_from_the_store_as_it_went() -> None:
    content = json.loads(canonical(content_of(DEFINITION)))
    back = definition_of(content, source=DEFINITION.source, file=DEFINITION.file)
    assert back.digest == DEFINITION.digest
    assert [t.occasion for t in back.transitions] == [t.occasion for t in DEFINITION.transitions]
    assert {role.name: role.filled_by for role in back.roles.values()} == {
        role.name: role.filled_by for role in DEFINITION.roles.values()
    }


def test_bodies_and_occasions_are_part_of_what_a_definition_means() -> None:
    fail = "to: done, roles: [council], occasion: failed"
    other = [("body: town_council", "body: upper_house"), (fail, fail.replace("done", "draft"))]
    assert all(sample(spoiled(old, new, text=COUNCIL)).digest != DEFINITION.digest for old, new in other)


def test_a_definition_that_says_nothing_of_them_means_what_it_always_meant() -> None:
    said = canonical(content_of(sample(SAMPLE)))
    assert all(f'"{key}"' not in said for key in ("body", "automatic", "occasion"))
    explicit = spoiled("en: centre}, central: true}", "en: centre}, central: true, automatic: false}")
    assert sample(explicit).digest == sample(SAMPLE).digest


def test_the_schema_and_the_loader_take_and_refuse_the_same() -> None:
    validator = jsonschema.Draft202012Validator(definition_schema())
    data = parse_yaml(COUNCIL, file="sample").plain()
    assert validator.is_valid(data)
    told = ("body", "automatic", "occasion")
    mutants = [(path, value) for path, value in mutations(data) if path and path[-1] in told]
    assert len(mutants) == 10
    for path, value in mutants:
        mutant = changed(data, path, value)
        assert not validator.is_valid(mutant), path
        assert problems(json.dumps(mutant, ensure_ascii=False)), path


def test_the_matrix_has_a_column_for_what_nobody_does() -> None:
    found = matrix(DEFINITION)
    assert found.cell("debate", "council").triggers == ("pass", "fail", "carry_over")
    assert found.cell("passed", "breach").triggers == ("stop",)
    assert found.cell("debate", "pmo_clerk").triggers == ()


def test_what_a_decision_asked_does_not_outlast_its_lapse() -> None:
    found = matrix(DEFINITION)
    assert found.cell("passed", "pmo_clerk").steps == ("follow_up",)
    assert found.cell("ready", "pmo_clerk").steps == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_diagram_names_the_body_where_others_have_their_role(lang: str) -> None:
    drawn = mermaid(DEFINITION, lang=lang)
    body = DEFINITION.roles["council"].title.in_language(lang)
    label = DEFINITION.triggers["pass"].in_language(lang)
    [arrow] = [line for line in drawn.splitlines() if "debate --> passed" in line]
    assert label in arrow
    assert body in arrow
