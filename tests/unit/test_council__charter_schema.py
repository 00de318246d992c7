"""The published schema of charters and the loader refuse the same malformed files."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from malformed import changed, mutations, required, without
from sample_charter import BODIES, CHARTER, PRESETS

from govflow.errors import BadInput
from govflow.reading import parse_yaml
from govflow.resources import body_files, bundled
from govflow.workflow.council.charter_file import load_charter
from govflow.workflow.council.charter_schema import body_schema
from govflow.workflow.schema import schema_text

VALIDATOR = jsonschema.Draft202012Validator(body_schema())
SAMPLE: Any = parse_yaml(CHARTER, file="sample").plain()


def loads(data: Any) -> bool:
    text = json.dumps(data, ensure_ascii=False)
    try:
        load_charter(text, file="mutant.yaml", presets=PRESETS, bodies=BODIES)
    except BadInput:
        return False
    return True


def test_the_shipped_schema_is_the_one_that_the_forms_give() -> None:
    kept = (bundled("workflows") / "body.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(body_schema())


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(body_schema())


@pytest.mark.parametrize("name", sorted(body_files()))
def test_shipped_charters_fit_the_schema(name: str) -> None:
    text = body_files()[name].read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(parse_yaml(text, file=name).plain())) == []


def test_the_loader_takes_what_a_program_writes_from_plain_data() -> None:
    assert VALIDATOR.is_valid(SAMPLE)
    assert loads(SAMPLE)


def test_what_is_malformed_is_refused_by_both() -> None:
    mutants = [(path, changed(SAMPLE, path, value)) for path, value in mutations(SAMPLE)]
    assert len(mutants) > 60
    taken = [(path, kind) for path, mutant in mutants for kind in takers(mutant)]
    assert taken == []


def takers(mutant: Any) -> list[str]:
    """Which of the two would take it."""
    takes = {"schema": VALIDATOR.is_valid(mutant), "loader": loads(mutant)}
    return [name for name, taken in takes.items() if taken]


def test_what_the_schema_requires_the_loader_requires() -> None:
    paths = required(VALIDATOR.schema, SAMPLE)
    assert len(paths) > 30
    assert [(path, takers(without(SAMPLE, path))) for path in paths if takers(without(SAMPLE, path))] == []


@pytest.mark.parametrize(
    "part",
    [
        {"powers": []},
        {"powers": ["decide", "decide"]},
        {"rule": 5},
        {"notice": {"working_days": 0}},
        {"seats": {"a": {"title": {"ja": "席", "en": "seat"}}}},
        {"seats": {"a": {"title": {"ja": "席", "en": "seat"}, "each": "x", "office": "y"}}},
        {"written_procedure": {"working_days": 5, "response": 0.5}},
    ],
)
def test_what_a_part_may_not_be_it_may_not_be_for_both(part: dict[str, Any]) -> None:
    assert takers({**SAMPLE, **part}) == []
