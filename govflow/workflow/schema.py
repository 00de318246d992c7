"""JSON Schemas of files, for editors; built from the forms that the loader itself reads by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from govflow.workflow.definition import FORMAT
from govflow.workflow.form import Form
from govflow.workflow.forms import DEFINITION, FORMS
from govflow.workflow.guard_list import GUARD_SCHEMA
from govflow.workflow.shape import DEFS


def definition_schema() -> dict[str, Any]:
    """The schema of workflow definitions as data."""
    defs = {**DEFS, "guard": GUARD_SCHEMA}
    return file_schema(DEFINITION, title="govflow workflow definition", forms=FORMS, defs=defs)


def file_schema(
    top: Form, *, title: str, forms: Iterable[Form], defs: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """A schema as data. It knows how such a file is written; what it may mean is for lint to say."""
    written = top.schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:govflow:{top.title}:{FORMAT}",
        "title": title,
        **written,
        "properties": {"format": {"const": FORMAT}, **written["properties"]},
        "required": ["format", *written["required"]],
        "$defs": {
            **{name: dict(schema) for name, schema in defs.items()},
            **{form.title: form.schema() for form in forms if form is not top},
        },
    }


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as its file (`definition.schema.json`) holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
