"""The JSON Schema of charters, for editors; built from the forms that the loader itself reads by."""

from __future__ import annotations

from typing import Any

from govflow.workflow.council.charter_forms import charter_forms
from govflow.workflow.schema import file_schema
from govflow.workflow.shape import DEFS


def body_schema() -> dict[str, Any]:
    """The schema as data; which rules come with govflow is for the loader to know."""
    forms = charter_forms({})
    return file_schema(forms[0], title="govflow charter of a body", forms=forms, defs=DEFS)
