"""From a text to a definition: strict reading, then lint, with every problem of both told at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from govflow.errors import BadInput
from govflow.messages import notice
from govflow.reading.node import Node
from govflow.workflow.deeds import without_groups
from govflow.workflow.definition import Definition
from govflow.workflow.forms import DEFINITION
from govflow.workflow.lint import lint
from govflow.workflow.locator import Locator
from govflow.workflow.opening import opened, refuse_problems
from govflow.workflow.resolved import sealed
from govflow.workflow.subject import Subject


class Limits(NamedTuple):
    """What a definition may be at most; larger ones are refused before they are read."""

    bytes: int = 256 * 1024
    depth: int = 32
    states: int = 500


LIMITS = Limits()


def load_definition(text: str, *, file: str, templates: Collection[str]) -> Definition:
    """The definition written in `text` (YAML); `templates` are the documents' templates that exist.

    Raises BadInput with every problem at its place. Only syntax, size and an unknown format end the search.
    """
    root, reader, record = opened(text, file=file, limit=LIMITS.bytes)
    _refuse_too_many_states(root)
    values = DEFINITION.read(reader, record)
    deeds = values.pop("deeds")
    written = Definition(**values, source=text, file=file, digest="")
    draft = without_groups(written, deeds)
    subject = Subject(draft, templates, Locator(root), written=written, deeds=deeds)
    refuse_problems(reader, lint(subject))
    return sealed(draft)


def _refuse_too_many_states(root: Node) -> None:
    entry = (root.entries or {}).get("states")
    count = len(entry.node.entries or ()) if entry else 0
    if entry and count > LIMITS.states:
        too_many = notice("workflow.too_many_states", count=count, limit=LIMITS.states)
        raise BadInput.at(entry.key_place, too_many)
