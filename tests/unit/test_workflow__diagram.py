"""Diagram and matrix say what the definition says, and titles stay titles."""

from __future__ import annotations

import re

import pytest
from sample_definition import SAMPLE, sample, spoiled

from govflow.messages import say
from govflow.workflow.diagram import mermaid
from govflow.workflow.matrix import Cell, matrix
from govflow.workflow.timing import due_words
from govflow.workflow.ways import asked_in, steps_asked_in


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_state_is_drawn_once_and_every_transition_is_an_arrow(lang: str) -> None:
    definition = sample()
    drawn = mermaid(definition, lang=lang)
    assert drawn.startswith("stateDiagram-v2\n")
    for name in definition.states:
        assert len(re.findall(rf'^    state ".+" as {name}$', drawn, re.MULTILINE)) == 1
    for transition in definition.transitions:
        title = definition.triggers[transition.trigger].in_language(lang)
        assert f"    {transition.source} --> {transition.target} : {title}" in drawn
    assert "    [*] --> draft\n" in drawn
    assert "    done --> [*]\n" in drawn


def test_a_state_shows_who_acts_and_by_when() -> None:
    assert 'state "審査<br/>長、5営業日以内" as review' in mermaid(sample(), lang="ja")
    assert 'state "review<br/>head, within 5 working days" as review' in mermaid(sample(), lang="en")
    assert 'state "done" as done' in mermaid(sample(), lang="en")


def test_an_arrow_shows_who_may_act() -> None:
    assert "review --> draft : 差戻し（長、中央）" in mermaid(sample(), lang="ja")


def test_transitions_that_differ_only_in_guards_are_one_arrow() -> None:
    other = "  - {trigger: submit, from: draft, to: review, roles: [clerk], guards: [{amount_at_most: 5}]}\n"
    drawn = mermaid(sample(spoiled("  - {trigger: submit", f"{other}  - {{trigger: submit")), lang="en")
    assert drawn.count("draft --> review : submit") == 1


def test_a_title_cannot_break_out_of_its_label() -> None:
    hostile = '"{ja: x, en: y}"; A --> B <script> #quot'
    text = SAMPLE.replace("{ja: 起案, en: draft}", "{ja: 起案, en: '" + hostile + "'}")
    [line] = [line for line in mermaid(sample(text), lang="en").splitlines() if line.endswith(" as draft")]
    label = line.removeprefix('    state "').removesuffix('" as draft')
    assert not set('"<>{}:') & set(label.replace("<br/>", ""))


@pytest.mark.parametrize("keyword", ["end", "state", "note", "direction"])
def test_a_state_may_be_called_like_a_word_of_the_drawing_language(keyword: str) -> None:
    text = SAMPLE.replace("  done: {", f"  {keyword}: {{").replace("to: done", f"to: {keyword}")
    drawn = mermaid(sample(text), lang="en")
    assert f'state "done" as {keyword}_\n' in drawn
    assert f"{keyword}_ --> [*]" in drawn


@pytest.mark.parametrize(
    ("due", "english", "japanese"),
    [
        ("{working_days: 5}", "within 5 working days", "5営業日以内"),
        ("{working_days: 0}", "the same day", "当日"),
        ("{months: 12}", "within 12 months", "12か月以内"),
        ("{date: closing}", "by 31 May", "5月31日"),
        ("{fiscal_year_end_of: decision}", "by the end of the fiscal year", "年度末"),
        ("{none: {ja: 随時, en: any time}}", "no due date (any time)", "期限なし（随時）"),
    ],
)
def test_due_dates_read_in_both_languages(due: str, english: str, japanese: str) -> None:
    definition = sample(spoiled("role: head, due: {working_days: 5}", f"role: head, due: {due}"))
    found = definition.states["review"].due
    assert found is not None
    [words] = due_words(found, definition.dates)
    assert (say(words, "en"), say(words, "ja")) == (english, japanese)


def test_a_monthly_date_reads_as_such() -> None:
    definition = sample(spoiled("{month: 5, day: 31}", "{day: 15}"))
    [_, words] = due_words(definition.steps["consultation"].due, definition.dates)
    assert (say(words, "en"), say(words, "ja")) == ("by day 15 of the month", "毎月15日")


def test_the_matrix_holds_every_permission_and_no_other() -> None:
    found = matrix(sample())
    assert found.states == ("draft", "review", "done")
    assert found.roles == ("clerk", "head", "centre")
    assert found.cells == {
        ("draft", "clerk"): Cell(("submit", "remark"), ()),
        ("review", "clerk"): Cell(("remark",), ()),
        ("review", "head"): Cell(("return", "decide"), ("opinion", "consultation")),
        ("review", "centre"): Cell(("return",), ()),
        ("done", "centre"): Cell((), ("condition",)),
    }
    assert found.cell("done", "head") == Cell()


def test_lasting_steps_stand_in_every_later_state_but_the_ends() -> None:
    text = spoiled(
        "to: review, roles: [clerk], ",
        "to: review, roles: [clerk], may_take: [conditions], asks: [condition], ",
    )
    found = matrix(sample(text))
    assert found.cell("review", "centre") == Cell(("return",), ("condition",))
    assert found.cell("draft", "centre").steps == ("condition",)
    assert "opinion" not in found.cell("draft", "head").steps
    assert found.cell("done", "centre").steps == ("condition",)
    ended = matrix(sample(text.replace("    asks: [condition]\n", "")))
    assert ended.cell("done", "centre") == Cell()


def test_an_answer_to_a_lasting_step_asks_in_later_states_too() -> None:
    text = spoiled(
        "en: done}, end: true}",
        "en: done}, role: clerk, due: {working_days: 1}}\n  over: {title: {ja: 終, en: over}, end: true}",
    )
    text += "  - {trigger: submit, from: done, to: over, roles: [clerk]}\n"
    text = spoiled("    for_each: others\n", "", text=text)
    text = spoiled(
        "    role: head\n    due: {working_days: 10}\n",
        "    role: head\n    lasting: true\n    due: {working_days: 10}\n",
        text=text,
    )
    assert asked_in(sample(text))["done"] == ("condition", "opinion", "consultation")


def test_steps_are_asked_by_states_acts_and_answers() -> None:
    definition = sample()
    assert steps_asked_in(definition, "review") == ("opinion", "consultation")
    assert steps_asked_in(definition, "done") == ("condition",)
    assert steps_asked_in(definition, "draft") == ()
