"""A group stands for its deeds wherever a guard takes a deed, and every fault of one is told where it stands."""

from __future__ import annotations

import pytest
from sample_definition import SAMPLE, expected, problems, sample, spoiled, told

from govflow.workflow.definition import Definition
from govflow.workflow.resolved import content_of, definition_of

GROUPS = """\
deeds:
  authoring: [open, revise, submit]
  handling: [authoring, review.return, opinion]
steps:
"""
STEP, ACT = "{different_person_from: [submit]}", "{different_person_from: [draft.submit]}"


def grouped(step: str = "authoring", act: str = "[handling, draft.submit]", *, deeds: str = GROUPS) -> str:
    """The sample with two groups and its two guards on deeds."""
    text = spoiled("steps:\n", deeds)
    text = spoiled(STEP, f"{{different_person_from: {step}}}", text=text)
    return spoiled(ACT, f"{{different_person_from: {act}}}", text=text)


WRITTEN_OUT = grouped(
    "[open, revise, submit]", "[open, revise, submit, review.return, opinion, draft.submit]", deeds="steps:\n"
)


def deeds_barred(definition: Definition) -> list[object]:
    lists = [step.guards for step in definition.steps.values()]
    lists += [transition.guards for transition in definition.transitions]
    return [use.parameter for uses in lists for use in uses if use.name == "different_person_from"]


def test_a_group_is_replaced_by_its_deeds_in_its_place_and_order() -> None:
    assert deeds_barred(sample(grouped())) == [
        ("open", "revise", "submit"),
        ("open", "revise", "submit", "review.return", "opinion", "draft.submit"),
    ]
    assert deeds_barred(sample(grouped(act="[draft.submit, handling]")))[1] == (
        "draft.submit",
        *("open", "revise", "submit", "review.return", "opinion"),
    )


def test_groups_also_stand_in_the_guards_on_whether_a_step_is_asked() -> None:
    old = "when: [{field_is: {urgent: [false]}}]"
    text = spoiled(old, "when: [{different_person_from: handling}]", text=grouped())
    [use] = sample(text).steps["consultation"].when
    assert use.parameter == ("open", "revise", "submit", "review.return", "opinion")


def test_groups_are_a_way_of_writing_and_no_part_of_what_a_definition_means() -> None:
    definition, plain = sample(grouped()), sample(WRITTEN_OUT)
    assert content_of(definition) == content_of(plain)
    assert definition.digest == plain.digest
    assert "authoring" in definition.source
    back = definition_of(content_of(definition), source=definition.source, file=definition.file)
    assert back.digest == definition.digest


@pytest.mark.parametrize("deeds", ["deeds: {}\nsteps:\n", "deeds:\nsteps:\n"], ids=["empty", "blank"])
def test_a_section_without_groups_says_nothing(deeds: str) -> None:
    assert sample(spoiled("steps:\n", deeds)).digest == sample().digest


def test_one_deed_needs_no_brackets() -> None:
    text = grouped(deeds="deeds: {authoring: submit, handling: [authoring, revise]}\nsteps:\n")
    assert deeds_barred(sample(text)) == [("submit",), ("submit", "revise", "draft.submit")]


FAULTS = [
    ("unknown deed", "revise, submit]", "revise, ¦sumbit, submit]", "unknown_name"),
    ("unknown trigger in a state", "review.return", "¦review.submit", "unknown_name"),
    ("unknown group in a group", "[authoring, review", "[authoring, ¦authorin, review", "unknown_name"),
    ("itself", "[open, revise", "[¦authoring, open, revise", "group_not_before"),
    ("a later one", "[open, revise, submit]", "[open, revise, submit, ¦last]\n  last: [return]", "group_not_before"),
    ("deed doubled by a group", "review.return, opinion]", "review.return, opinion, ¦submit]", "deeds_doubled"),
    ("group after its deed", "[authoring, review", "[revise, ¦authoring, review", "deeds_doubled"),
    ("empty", "  handling:", "  idle: ¦[]\n  handling:", "empty_group"),
    ("blank", "  handling:", "  idle:¦ \n  handling:", "empty_group"),
    ("unused", "  handling:", "  ¦idle: [return]\n  handling:", "unused_name"),
    ("hyphen", "  handling:", "  ¦well-done: [return]\n  handling:", "malformed_name"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "code"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_of_a_group_is_told_where_it_stands_and_once(
    name: str, old: str, new: str, code: str
) -> None:
    text = spoiled(old, new, text=grouped())
    if name in ("empty", "blank"):
        text = text.replace("[handling,", "[handling, idle,")
    elif name == "hyphen":
        text = text.replace("[handling,", "[handling, well-done,")
    text, [(line, column)] = expected(text)
    assert problems(text) == [(line, column, f"workflow.{code}")]


UNREADABLE = [
    ("no mapping", GROUPS, "deeds: ¦[open]\nsteps:\n", "not_a_mapping"),
    ("no name", "[open, revise", "[open, ¦5, revise", "not_text"),
    ("deeds by name", "[open, revise, submit]", "¦{open: revise}", "not_text"),
    ("twice in a group", "revise, submit]", "revise, submit, ¦open]", "name_repeated"),
]


@pytest.mark.parametrize(("old", "new", "code"), [r[1:] for r in UNREADABLE], ids=[r[0] for r in UNREADABLE])
def test_what_is_no_group_is_told_where_it_stands_and_once(old: str, new: str, code: str) -> None:
    text = spoiled(old, new, text=grouped())
    if code == "not_a_mapping":
        text = text.replace("authoring}", "submit}").replace("[handling, ", "[")
    text, [(line, column)] = expected(text)
    assert problems(text) == [(line, column, f"reading.{code}")]


@pytest.mark.parametrize("name", ["submit", "opinion", "open"], ids=["trigger", "step", "own act"])
def test_no_group_has_the_name_of_a_deed(name: str) -> None:
    deeds = f"deeds:\n  handling: [{name}]\n  ¦{name}: [return]\nsteps:\n"
    text, [(line, column)] = expected(grouped(step=f"[{name}]", deeds=deeds))
    assert problems(text) == [(line, column, "workflow.group_named_as_deed")]


def test_no_group_has_the_name_of_a_trigger_in_a_state() -> None:
    deeds = "deeds:\n  ¦draft.submit: [return]\n  handling: [revise]\nsteps:\n"
    text, [(line, column)] = expected(grouped(step="[open]", deeds=deeds))
    assert {found[:2] for found in problems(text)} == {(line, column)}
    assert "workflow.group_named_as_deed" in {code for *_, code in problems(text)}


def test_a_group_named_like_the_guard_is_put_in_like_any_other() -> None:
    deeds = "deeds:\n  handling: [revise]\n  different_person_from: [open]\nsteps:\n"
    text, [(line, column)] = expected(
        grouped(step="[handling]", act="[different_person_from, ¦open]", deeds=deeds)
    )
    assert problems(text) == [(line, column, "workflow.deeds_doubled")]


def test_a_guard_has_each_deed_once_when_its_groups_are_put_in() -> None:
    text, [(line, column)] = expected(grouped(act="[handling, ¦revise]"))
    assert problems(text) == [(line, column, "workflow.deeds_doubled")]
    text, [(line, column)] = expected(grouped(act="[handling, ¦authoring]"))
    [(*found, sentence)] = told(text)
    assert found == [line, column, "workflow.deeds_doubled"]
    assert sentence.endswith(
        "With 'authoring', guard 'different_person_from' of transition 'decide' names open, revise, submit a"
        " second time. Name each deed once."
    )


def test_a_list_of_a_transition_with_several_sources_is_no_doubling() -> None:
    old = "roles: [clerk], may_take: [note, way]"
    text = spoiled(old, f"{old}, guards: [{{different_person_from: [authoring]}}]", text=grouped())
    assert problems(text) == []


def test_a_guard_with_an_unknown_group_is_told_the_likely_one() -> None:
    text, [(line, column)] = expected(grouped(act="[¦handlin, handling]"))
    [(*found, sentence)] = told(text)
    assert found == [line, column, "workflow.unknown_name"]
    assert "no trigger, step or group of deeds 'handlin' (did you mean 'handling'?)" in sentence


def test_an_unknown_deed_of_a_group_is_told_in_the_group_that_has_it() -> None:
    [(*_, sentence)] = told(spoiled("revise, submit]", "revise, sumbit]", text=grouped()))
    assert "'sumbit' (did you mean 'submit'?), which group of deeds 'authoring' names" in sentence


def test_all_faults_of_groups_are_told_at_once() -> None:
    deeds = (
        "deeds:\n  authoring: [open, ¦revize, submit]\n  ¦return: [¦later, revise]\n"
        "  later: ¦[]\n  ¦idle: [remark]\n  handling: [authoring, return, ¦submit, later]\nsteps:\n"
    )
    text, places = expected(grouped(deeds=deeds))
    assert {found[:2] for found in problems(text)} == set(places)
    assert len(problems(text)) == len(places)


def test_competing_transitions_are_compared_by_their_deeds() -> None:
    both = "".join(
        f"  - {mark}{{trigger: submit, from: review, to: done, roles: [{role}],"
        f" guards: [{{different_person_from: {deeds}}}]}}\n"
        for mark, role, deeds in (("", "clerk", "authoring"), ("¦", "head", "[open, revise, submit]"))
    )
    text = spoiled("  - trigger: decide", f"{both}  - trigger: decide", text=grouped())
    text, [(line, column)] = expected(text)
    assert problems(text) == [(line, column, "workflow.equal_guards")]


def test_without_groups_nothing_is_told_of_them() -> None:
    assert problems(SAMPLE) == problems(grouped()) == []
