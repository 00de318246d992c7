"""Opening a file of this package's format: what ends the search for problems at once, and all problems together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govflow.errors import BadInput, Problem
from govflow.messages import notice
from govflow.reading.limits import DOCUMENT_BYTES
from govflow.reading.node import Node
from govflow.reading.record import Reader, Record
from govflow.reading.text import shown
from govflow.reading.yaml_source import parse_yaml
from govflow.workflow.definition import FORMAT


class Opened(NamedTuple):
    """A file's content, who collects its problems, and the view of it that is read."""

    root: Node
    reader: Reader
    record: Record


def opened(text: str, *, file: str, limit: int = DOCUMENT_BYTES) -> Opened:
    """The mapping written in `text` (YAML). BadInput: no YAML, no mapping, too large, or of an unknown format."""
    root = parse_yaml(text, file=file, limit=limit)
    reader = Reader()
    record = reader.record(root)
    reader.raise_if_any()
    _refuse_unknown_format(record)
    return Opened(root, reader, record)


def refuse_problems(reader: Reader, found: Iterable[Problem]) -> None:
    """BadInput with what cannot be read, and what lint found elsewhere: a broken part is told once."""
    unread = {problem.place for problem in reader.problems}
    for problem in found:
        if problem.place not in unread:
            reader.problem(*problem)
    reader.raise_if_any()


def _refuse_unknown_format(record: Record) -> None:
    """A file of another format would only yield misleading problems."""
    node = record.node("format")
    if node is None:
        raise BadInput.at(record.place, notice("workflow.format_missing", format=FORMAT))
    if type(node.value) is not int or node.value != FORMAT:
        given = shown(node.plain())
        raise BadInput.at(node.place, notice("workflow.format_unknown", format=FORMAT, given=given))
