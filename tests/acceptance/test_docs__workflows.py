"""docs/workflows.md explains every key, value type, guard and check that the loader knows, and no other."""

from __future__ import annotations

import pytest
from page_tables import names, tables
from pages import DOCS, files_of
from passages import written_guard

from govflow.domain.council.occasion import OF_A_BODY, OF_ITSELF, Occasion
from govflow.resources import template_names
from govflow.workflow.definition import Definition
from govflow.workflow.form import Form
from govflow.workflow.forms import DEFINITION, FORMS
from govflow.workflow.guards import REGISTRY
from govflow.workflow.lint import CHECKS
from govflow.workflow.loader import load_definition
from govflow.workflow.value import VALUE_TYPES

PAGE = DOCS / "workflows.md"
TABLES = tables(PAGE)
FORMAT = "format"
"""The one key that is read before the form of a definition is known."""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_every_key_is_explained_and_marked_if_it_has_to_be_there(form: Form) -> None:
    explained = {row.name: row.bold for row in TABLES[form.title]}
    if form is DEFINITION:
        assert explained.pop(FORMAT)
    assert explained == {key.name: key.required for key in form.keys}


def test_every_value_type_is_explained() -> None:
    assert names(TABLES["Value types"]) == list(VALUE_TYPES)


def test_every_guard_is_explained() -> None:
    assert [row.name for row in TABLES["Guards"]] == [written_guard(guard) for guard in REGISTRY.values()]
    assert all(row.cells[0] for row in TABLES["Guards"])


def test_every_occasion_is_explained_with_the_role_it_belongs_to() -> None:
    explained = {row.name: row.cells[0].strip("`") for row in TABLES["Occasions"]}
    assert explained == {**dict.fromkeys(OF_A_BODY, "body"), **dict.fromkeys(OF_ITSELF, "automatic")}
    assert list(explained) == [*Occasion]


def test_every_check_is_explained() -> None:
    passage = PAGE.read_text(encoding="utf-8").split("<!-- made: lint -->")[1].split("<!-- end -->")[0]
    lines = [line for line in passage.splitlines() if line]
    assert len(lines) == len(CHECKS)
    assert all(len(line) > 20 for line in lines)


def test_the_example_uses_most_of_the_format() -> None:
    """It would be a poor example if whole sections were missing; the console blocks run it to its end."""
    definition = example()
    for section in ("roles", "fields", "values", "dates", "steps", "documents", "triggers", "states"):
        assert getattr(definition, section), section
    assert any(step.for_each for step in definition.steps.values())
    assert any(step.lasting for step in definition.steps.values())
    assert any(transition.guards for transition in definition.transitions)


def example() -> Definition:
    text = files_of(PAGE.read_text(encoding="utf-8"))["grant.yaml"]
    return load_definition(text, file="grant.yaml", templates=template_names())
