"""Lint finds every name that nothing declares, at its exact place, with the likely one."""

from __future__ import annotations

import pytest
from sample_definition import SAMPLE, expected, problems, spoiled, told

UNKNOWN = [
    ("initial state", "initial: draft", "initial: ¦drafft"),
    ("role of a transition", "roles: [head, centre]", "roles: [head, ¦center]"),
    ("role of a state", "en: draft}, role: clerk", "en: draft}, role: ¦clark"),
    ("role of a step", "role: centre\n", "role: ¦center\n"),
    ("source", "from: [draft, review]", "from: [draft, ¦reviews, review]"),
    ("value taken", "takes: [note]", "takes: [¦notes, note]"),
    ("value perhaps taken", "may_take: [note, way]", "may_take: [note, way, ¦wy]"),
    ("value of an answer", "takes: [others]", "takes: [others, ¦other]"),
    ("step asked by a state", "asks: [opinion]}", "asks: [opinion, ¦opinions]}"),
    ("step asked by a transition", "asks: [condition]", "asks: [condition, ¦conditon]"),
    ("step asked by an answer", "asks: [consultation]", "asks: [consultation, ¦consult]"),
    ("document", "issues: [notice]", "issues: [notice, ¦notise]"),
    ("date of a step", "{working_days: 10}", "{date: ¦closin}"),
    ("date of a state", "role: head, due: {working_days: 5}", "role: head, due: {date: ¦clossing}"),
    ("value for each", "for_each: others", "for_each: ¦note"),
    ("step of a guard", "{concurred: [opinion]}", "{concurred: [opinion, ¦opinon]}"),
    ("deed of a guard", "[draft.submit]", "[draft.submit, ¦draft.sumbit]"),
    ("deed in a state that has no such trigger", "[draft.submit]", "[¦review.submit]"),
    ("field of a guard", "guards: [amount_stated]", "guards: [{no_growth: ¦previus}]"),
    ("field of a list", "guards: [amount_stated]", "guards: [{complete: [amount, ¦titel]}]"),
    ("field as a key", "{urgent: [false]}", "{¦urgant: [false]}"),
    ("choice of a field", "{urgent: [false]}", "{kind: [old, ¦nwe]}"),
    ("choice of a field without choices", "{urgent: [false]}", "{title: ¦old}"),
    ("flag of a choice", "{urgent: [false]}", "{¦kind: true}"),
    ("answer of a step", "{concurred: [opinion]}", "{answer_is: {opinion: [agree, ¦agreed]}}"),
    ("trigger counted", "{concurred: [opinion]}", "{times_at_most: {¦retrun: 0}}"),
    ("trigger done here", "{concurred: [opinion]}", "{done_here: ¦remarks}"),
    ("trigger that records", "{concurred: [opinion]}", "{recorded_by: {decision: ¦decided}}"),
    ("role of a guard", "{concurred: [opinion]}", "{no_condition_owned_by: [¦hed]}"),
]


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN])
def test_an_unknown_name_is_told_where_it_stands(old: str, new: str) -> None:
    text, [(line, column)] = expected(spoiled(old, new))
    assert problems(text) == [(line, column, "workflow.unknown_name")]


RECORDS = [
    ("builds_on", "builds_on: decision", "builds_on: ¦decison"),
    ("amount_within", "{amount_within: decision}", "{amount_within: ¦desision}"),
    ("fiscal_year_end_of", "{fiscal_year_end_of: decision}", "{fiscal_year_end_of: ¦budget}"),
    ("fiscal_year_ended", "{concurred: [opinion]}", "{fiscal_year_ended: ¦budget}"),
    ("conditions_verified", "{concurred: [opinion]}", "{conditions_verified: {condition: ¦council}}"),
]


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in RECORDS], ids=[row[0] for row in RECORDS])
def test_a_record_that_no_act_keeps_is_unknown(old: str, new: str) -> None:
    text, [(line, column)] = expected(spoiled(old, new))
    assert problems(text) == [(line, column, "workflow.unknown_record")]


def test_an_answer_that_takes_values_keeps_a_record_under_its_step() -> None:
    assert problems(spoiled("{amount_within: decision}", "{fiscal_year_ended: opinion}")) == []


@pytest.mark.parametrize("deed", ["open", "revise"])
def test_the_acts_of_every_workflow_are_known_deeds_and_nothing_else(deed: str) -> None:
    assert problems(spoiled("[draft.submit]", f"[draft.submit, {deed}]")) == []
    for place in ("{times_at_most: {¦%s: 0}}", "{different_person_from: [¦draft.%s]}"):
        text, [(line, column)] = expected(spoiled("{concurred: [opinion]}", place % deed))
        assert problems(text) == [(line, column, "workflow.unknown_name")]


@pytest.mark.parametrize("name", ["open", "revise"])
def test_no_trigger_and_no_step_has_the_name_of_an_act_of_every_workflow(name: str) -> None:
    text, [(line, column)] = expected(
        SAMPLE.replace("remark,", f"{name},").replace("  remark:", f"  ¦{name}:")
    )
    [(*found, sentence)] = told(text)
    assert found == [line, column, "workflow.reserved_act"]
    assert "a proposal is opened, its draft revised" in sentence
    text, [(line, column)] = expected(
        SAMPLE.replace("consultation]", f"{name}]").replace("  consultation:", f"  ¦{name}:")
    )
    assert problems(text) == [(line, column, "workflow.reserved_act")]


OTHER = "  other: {type: reference, title: {ja: 相手の案件, en: other proposal}}\n"


def test_a_step_may_be_put_to_the_ministry_of_a_proposal_that_comes_with_the_answer() -> None:
    text = spoiled("  others: {type: ministries, title: {ja: 相手, en: others}}\n", OTHER)
    assert problems(text.replace("others", "other")) == []
    text = text.replace("takes: [others], asks: [consultation]", "asks: [¦consultation]")
    text = text.replace("may_take: [note, way]", "may_take: [note, way, others]")
    text, [(line, column)] = expected(text.replace("others", "other"))
    assert problems(text) == [(line, column, "workflow.fan_out_without_value")]


def test_a_step_may_be_put_to_the_ministry_of_a_proposal_that_the_content_names() -> None:
    text = spoiled("\nvalues:\n", f"\n{OTHER}values:\n")
    assert problems(spoiled("for_each: others", "for_each: other", text=text)) == []


def test_unknown_names_come_with_the_likely_one() -> None:
    [_, (line, column, _, sentence)] = told(spoiled("to: done\n", "to: dome\n"))
    assert sentence == (
        f"sample.yaml:{line}:{column}: There is no state 'dome' (did you mean 'done'?), which"
        " transition 'decide' names. Correct the name or define it."
    )
    [(_, _, _, sentence)] = told(spoiled("{concurred: [opinion]}", "{answered: [opinon]}"))
    assert (
        "There is no step 'opinon' (did you mean 'opinion'?), which guard 'answered' of transition 'decide' names."
        in sentence
    )


def test_a_fault_in_a_transition_of_several_sources_is_told_once() -> None:
    text, [(line, column)] = expected(spoiled("may_take: [note, way]", "may_take: [note, way, ¦wya]"))
    assert problems(text) == [(line, column, "workflow.unknown_name")]
