"""The resolved content of a definition: plain data without places and source, from which the digest is made.

The store keeps it as canonical JSON; a definition comes back from it without reading YAML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from govflow.domain.canonical import digest_of
from govflow.errors import Place
from govflow.workflow.definition import FORMAT, Definition
from govflow.workflow.forms import DEFINITION


def content_of(definition: Definition) -> dict[str, Any]:
    """Everything that the definition means; mappings are lists, so that their order survives sorted keys."""
    return DEFINITION.plain(definition)


def definition_of(content: Mapping[str, Any], *, source: str, file: str) -> Definition:
    """The definition again; its parts stand at line 0 of `file`."""
    values = DEFINITION.restore(content, Place(file, 0, 0))
    return sealed(Definition(**values, source=source, file=file, digest=""))


def sealed(draft: Definition) -> Definition:
    """The definition with the digest of what it means."""
    return replace(draft, digest=content_digest(content_of(draft)))


def content_digest(content: Mapping[str, Any]) -> str:
    """The digest of a resolved content of this format, whatever it is the content of."""
    return digest_of({"format": FORMAT, **content})
