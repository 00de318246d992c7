"""A definition's content is what it means: it survives the store, and its digest follows the meaning alone."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_definition import FILE, SAMPLE, sample, spoiled

from govflow.domain.canonical import canonical, digest_of
from govflow.errors import Place
from govflow.resources import template_names, workflow_files
from govflow.workflow.definition import FORMAT, Definition
from govflow.workflow.loader import load_definition
from govflow.workflow.resolved import content_of, definition_of


def _through_the_store(definition: Definition) -> Definition:
    content = json.loads(canonical(content_of(definition)))
    return definition_of(content, source=definition.source, file=definition.file)


def _without_places(value: Any) -> Any:
    """The same parts, all standing at line 0 as those from the store do."""
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items()}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_without_places(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _without_places(getattr(value, field.name)) for field in fields(value) if field.init
        }
        return replace(value, **{**changed, **({"place": Place(FILE, 0, 0)} if "place" in changed else {})})
    return value


def test_a_definition_comes_back_from_the_store_as_it_went() -> None:
    definition = sample()
    assert _through_the_store(definition) == _without_places(definition)


@pytest.mark.parametrize("name", ["it_investment", "mid_long_term_plan", "town_purchase"])
def test_a_shipped_definition_comes_back_with_its_digest_and_order(name: str) -> None:
    path = workflow_files()[name]
    definition = load_definition(path.read_text(encoding="utf-8"), file=FILE, templates=template_names())
    back = _through_the_store(definition)
    assert back == _without_places(definition)
    assert list(back.states) == list(definition.states)
    assert list(back.fields) == list(definition.fields)


def test_the_digest_covers_the_content_and_the_format() -> None:
    definition = sample()
    assert definition.digest == digest_of({"format": FORMAT, **content_of(definition)})


def test_comments_layout_and_file_name_do_not_change_the_digest() -> None:
    other = SAMPLE.replace("states:\n", "# comment\nstates:\n\n").replace("roles: [clerk]", "roles: clerk")
    assert sample(other).digest == sample().digest


CHANGES = st.sampled_from(
    [
        ("version: 1", "version: 2"),
        ("ja: 見本, en: sample", "ja: 見本帖, en: sample"),
        ("central: true", "central: false"),
        ("due: {working_days: 10}", "due: {working_days: 11}"),
        ("due: {working_days: 10}", "due: {months: 10}"),
        ("month: 5, day: 31}", "month: 5, day: 31, roll: back}"),
        ("guards: [amount_stated]", "guards: [{amount_at_most: 7}]"),
        ("guards: [amount_stated]", "guards: [{times_at_least: {submit: 1, return: 0}}]"),
        ("{urgent: [false]}", "{urgent: [true, false]}"),
        ("roles: [head, centre]", "roles: [centre, head]"),
        ("lasting: true", "lasting: false"),
        ("takes: [note]", "may_take: [note]"),
        ("agrees: false", "agrees: true"),
        ("aliases: [件名]", "aliases: [件名, 名称]"),
        ("builds_on: decision\n", "builds_on: opinion\n"),
    ]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(CHANGES, min_size=1, unique_by=lambda change: change[0]))
def test_every_change_of_meaning_changes_the_digest_and_survives_the_store(
    changes: list[tuple[str, str]],
) -> None:
    text = SAMPLE
    for old, new in changes:
        text = spoiled(old, new, text=text)
    definition = sample(text)
    assert definition.digest != sample().digest
    assert _through_the_store(definition) == _without_places(definition)
    assert _through_the_store(definition).digest == definition.digest


def test_the_order_of_states_is_part_of_the_content() -> None:
    names = [state["name"] for state in content_of(sample())["states"]]
    assert names == ["draft", "review", "done"]


def test_content_holds_no_places() -> None:
    assert "place" not in canonical(content_of(sample()))
