"""Words: the text that a proposal is found by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govflow.workflow.definition import Definition


def searchable(content: Mapping[str, Any], definition: Definition) -> str:
    """Every text in a content, single or in a list, but for the fields that only some roles read: nobody finds
    anything by those. They stand in the order of the fields' names, in which content is kept."""
    open_to_all = (value for name, value in sorted(content.items()) if not definition.fields[name].restricted)
    texts = (value if isinstance(value, list) else [value] for value in open_to_all)
    return "\n".join(text for several in texts for text in several if isinstance(text, str))
