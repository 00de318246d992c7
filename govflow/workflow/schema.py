"""The JSON Schema of definitions, for editors; built from the forms that the loader itself reads by."""

from __future__ import annotations

import json
from typing import Any

from govflow.workflow.definition import FORMAT
from govflow.workflow.forms import DEFINITION, FORMS
from govflow.workflow.guard_list import GUARD_SCHEMA
from govflow.workflow.shape import DEFS


def definition_schema() -> dict[str, Any]:
    """The schema as data. It knows how a definition is written; what it may mean is for lint to say."""
    top = DEFINITION.schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:govflow:definition:{FORMAT}",
        "title": "govflow workflow definition",
        **top,
        "properties": {"format": {"const": FORMAT}, **top["properties"]},
        "required": ["format", *top["required"]],
        "$defs": {
            **{name: dict(schema) for name, schema in DEFS.items()},
            "guard": GUARD_SCHEMA,
            **{form.title: form.schema() for form in FORMS if form is not DEFINITION},
        },
    }


def schema_text() -> str:
    """The schema as the file `definition.schema.json` holds it."""
    return json.dumps(definition_schema(), ensure_ascii=False, indent=2) + "\n"
