"""The JSON Schema for editors and the loader take and refuse the same files."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from malformed import changed, mutations, required, without
from sample_definition import SAMPLE, sample, spoiled

from govflow.errors import BadInput
from govflow.reading.yaml_source import parse_yaml
from govflow.resources import bundled, workflow_files
from govflow.workflow.guards import REGISTRY
from govflow.workflow.loader import load_definition
from govflow.workflow.schema import definition_schema, schema_text

FULL = spoiled(
    "[{different_person_from: [submit]}]",
    "[{different_person_from: both}]",
    text=spoiled("steps:\n", "deeds:\n  authoring: [open, submit]\n  both: [authoring, revise]\nsteps:\n"),
)
"""The sample with groups of deeds."""

VALIDATOR = jsonschema.Draft202012Validator(definition_schema())


def test_the_shipped_schema_is_the_one_that_the_forms_give() -> None:
    assert (bundled("workflows") / "definition.schema.json").read_text(encoding="utf-8") == schema_text(
        definition_schema()
    )


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(definition_schema())


@pytest.mark.parametrize("name", sorted(workflow_files()))
def test_shipped_definitions_fit_the_schema(name: str) -> None:
    text = workflow_files()[name].read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(parse_yaml(text, file=name).plain())) == []


def test_the_schema_knows_every_guard() -> None:
    bare, *mappings = definition_schema()["$defs"]["guard"]["oneOf"]
    assert {*bare["enum"], *(key for one in mappings for key in one["properties"])} == set(REGISTRY)
    assert all(one["description"] for one in mappings)


def _loads(data: Any, templates: frozenset[str]) -> bool:
    text = json.dumps(data, ensure_ascii=False)
    try:
        load_definition(text, file="mutant.yaml", templates=templates)
    except BadInput:
        return False
    return True


def test_what_is_malformed_is_refused_by_both() -> None:
    data = parse_yaml(FULL, file="sample").plain()
    assert VALIDATOR.is_valid(data)
    assert _loads(data, frozenset({"letter"}))
    mutants = list(mutations(data))
    assert len(mutants) > 250
    for path, value in mutants:
        mutant = changed(data, path, value)
        assert not VALIDATOR.is_valid(mutant), (path, value)
        assert not _loads(mutant, frozenset({"letter"})), (path, value)


def test_what_the_schema_requires_the_loader_requires() -> None:
    data = parse_yaml(SAMPLE, file="sample").plain()
    paths = required(VALIDATOR.schema, data)
    assert len(paths) > 100
    for path in paths:
        copy = without(data, path)
        assert not VALIDATOR.is_valid(copy), path
        assert not _loads(copy, frozenset({"letter"})), path


@pytest.mark.parametrize("key", ["values", "dates", "deeds", "steps", "documents"])
def test_what_may_be_left_out_may_be_left_out_for_both(key: str) -> None:
    text = workflow_files()["town_purchase"].read_text(encoding="utf-8")
    data = parse_yaml(text, file="town").plain()
    assert key not in definition_schema()["required"]
    data.pop(key, None)
    assert VALIDATOR.is_valid(data)


def test_the_loader_takes_what_a_program_writes_from_plain_data() -> None:
    data = parse_yaml(SAMPLE, file="sample").plain()
    assert sample(json.dumps(data)).digest == sample().digest


@pytest.mark.parametrize(
    "deeds",
    [["open"], {"authoring": []}, {"authoring": ["open", "open"]}, {"authoring": [1]}, {"Authoring": ["open"]},
     {"draft.submit": ["open"]}, {"authoring": ["a.b.c"]}],
)  # fmt: skip
def test_what_is_no_group_of_deeds_is_refused_by_both(deeds: object) -> None:
    data = {**parse_yaml(FULL, file="sample").plain(), "deeds": deeds}
    assert not VALIDATOR.is_valid(data)
    assert not _loads(data, frozenset({"letter"}))
