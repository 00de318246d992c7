"""From a text to a definition: strict reading, then lint, with every problem of both told at once."""

from __future__ import annotations

from collections.abc import Collection

from govflow.errors import BadInput, Problem
from govflow.messages import notice
from govflow.reading.node import Node
from govflow.reading.record import Reader, Record
from govflow.reading.text import shown
from govflow.reading.yaml_source import parse_yaml
from govflow.workflow.deeds import without_groups
from govflow.workflow.definition import FORMAT, Definition, Limits
from govflow.workflow.forms import DEFINITION
from govflow.workflow.lint import lint
from govflow.workflow.locator import Locator
from govflow.workflow.resolved import sealed
from govflow.workflow.subject import Subject

LIMITS = Limits()


def load_definition(text: str, *, file: str, templates: Collection[str]) -> Definition:
    """The definition written in `text` (YAML); `templates` are the documents' templates that exist.

    Raises BadInput with every problem at its place. Only syntax, size and an unknown format end the search.
    """
    root = parse_yaml(text, file=file, limit=LIMITS.bytes)
    reader = Reader()
    record = reader.record(root)
    reader.raise_if_any()
    _refuse_unknown_format(record)
    _refuse_too_many_states(root)
    values = DEFINITION.read(reader, record)
    deeds = values.pop("deeds")
    written = Definition(**values, source=text, file=file, digest="")
    draft = without_groups(written, deeds)
    problems = _all_problems(reader, Subject(draft, templates, Locator(root), written=written, deeds=deeds))
    if problems:
        raise BadInput(problems)
    return sealed(draft)


def _all_problems(reader: Reader, subject: Subject) -> list[Problem]:
    """What cannot be read, and what lint finds elsewhere: a broken part is told once."""
    unread = {problem.place for problem in reader.problems}
    return [*reader.problems, *(problem for problem in lint(subject) if problem.place not in unread)]


def _refuse_unknown_format(record: Record) -> None:
    """A file of another format would only yield misleading problems."""
    node = record.node("format")
    if node is None:
        raise BadInput.at(record.place, notice("workflow.format_missing", format=FORMAT))
    if type(node.value) is not int or node.value != FORMAT:
        given = shown(node.plain())
        raise BadInput.at(node.place, notice("workflow.format_unknown", format=FORMAT, given=given))


def _refuse_too_many_states(root: Node) -> None:
    entry = (root.entries or {}).get("states")
    count = len(entry.node.entries or ()) if entry else 0
    if entry and count > LIMITS.states:
        too_many = notice("workflow.too_many_states", count=count, limit=LIMITS.states)
        raise BadInput.at(entry.key_place, too_many)
