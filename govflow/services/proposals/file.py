"""Proposal files: YAML or JSON with one proposal, CSV with many, read by the definition's fields.

Columns and keys are the fields' names or their titles in either language. Every problem of the file comes at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from govflow.domain.organisation import Directory
from govflow.errors import Place
from govflow.messages import notice
from govflow.reading import CSV_BYTES, Columns, Node, Reader, Record, parse_csv, read_bytes, read_document
from govflow.reading.node import Entry
from govflow.services.values import read_values
from govflow.workflow.definition import Definition

OWN_KEYS = ("key", "workflow")
"""What a file may say beside the content: the submitter's key, and which workflow it is for."""


class Submitted(NamedTuple):
    """One proposal of a file: the submitter's key, the content as plain data, and the node it was read from."""

    key: str
    content: Mapping[str, Any]
    node: Node

    @property
    def place(self) -> Place:
        return self.node.place


def read_proposals(
    path: Path,
    definition: Definition,
    directory: Directory,
    *,
    encoding: str = "utf-8",
    complete: bool = True,
) -> tuple[Submitted, ...]:
    """All proposals of a file. `complete` asks for every field that submission needs; drafts may lack them.

    Raises BadInput with every problem, exact to line and column.
    """
    reader = Reader(lenient_scalars=True)
    nodes = (
        _rows(path, definition, reader, encoding)
        if path.suffix.lower() == ".csv"
        else _document(path, definition, reader)
    )
    submitted = tuple(_submitted(reader, node, definition, directory, complete=complete) for node in nodes)
    _refuse_repeated_keys(reader, submitted)
    reader.raise_if_any()
    return submitted


def plain_workflow(path: Path) -> str | None:
    """The workflow a YAML or JSON file names for itself; CSV files name none."""
    if path.suffix.lower() == ".csv":
        return None
    named = read_document(path).plain()
    return named.get("workflow") if isinstance(named, dict) else None


def read_content(
    node: Node, definition: Definition, directory: Directory, *, complete: bool = False
) -> Submitted:
    """One proposal that a program hands over, read as strictly as a file's."""
    reader = Reader(lenient_scalars=True)
    submitted = _submitted(reader, node, definition, directory, complete=complete)
    reader.raise_if_any()
    return submitted


def _rows(path: Path, definition: Definition, reader: Reader, encoding: str) -> tuple[Node, ...]:
    names = _names(definition)
    table = parse_csv(
        read_bytes(path, limit=CSV_BYTES),
        file=str(path),
        encoding=encoding,
        columns=Columns((), (*OWN_KEYS, *names)),
        problems=reader,
    )
    if not table.rows:
        reader.problem(table.place, notice("submission.no_rows"))
        return ()
    _refuse_doubled(reader, table.rows[0], names)
    if all(names.get(column, column) == column for column in table.columns):
        return table.rows
    return tuple(_renamed(row, names) for row in table.rows)


def _document(path: Path, definition: Definition, reader: Reader) -> tuple[Node, ...]:
    """The one proposal of a YAML or JSON file, which may use the titles of fields as well."""
    node = read_document(path)
    if node.entries is None:
        return (node,)
    names = _names(definition)
    _refuse_doubled(reader, node, names)
    return (_renamed(node, names),)


def _names(definition: Definition) -> dict[str, str]:
    """Every name a field goes by, and the field."""
    return {alias: name for name in definition.fields for alias in _aliases(definition, name)}


def _refuse_doubled(reader: Reader, node: Node, names: Mapping[str, str]) -> None:
    """A field may be given under one of its names: of two, nobody could say which one counts."""
    first: dict[str, str] = {}
    for key, entry in (node.entries or {}).items():
        field = names.get(key, key)
        other = first.setdefault(field, key)
        if other != key:
            reader.problem(
                entry.key_place, notice("submission.doubled_field", field=field, first=other, second=key)
            )


def _aliases(definition: Definition, name: str) -> Iterable[str]:
    return dict.fromkeys((name, *definition.fields[name].title, *definition.fields[name].aliases))


def _renamed(row: Node, names: Mapping[str, str]) -> Node:
    entries: dict[str, Entry] = {
        names.get(column, column): entry for column, entry in (row.entries or {}).items()
    }
    return Node(entries, row.place)


def _submitted(
    reader: Reader, node: Node, definition: Definition, directory: Directory, *, complete: bool
) -> Submitted:
    record = reader.record(node)
    key = record.text("key", max_length=200)
    record.node("workflow")
    content = read_values(record, definition.fields.values(), directory)
    _require(record, definition, complete=complete)
    record.finish()
    return Submitted(key, content, node)


ALWAYS = ("title", "ministry", "fiscal_year")
"""What even a draft must say: without these nobody could find it or act on it."""


def _require(record: Record, definition: Definition, *, complete: bool) -> None:
    for name, field in definition.fields.items():
        needed = name in ALWAYS or (complete and field.required)
        if needed and not record.has(name):
            record.problem(name, notice("submission.missing_field", field=name, title=field.title))


def _refuse_repeated_keys(reader: Reader, submitted: Iterable[Submitted]) -> None:
    first: dict[str, Place] = {}
    for row in submitted:
        if row.key in first:
            reader.problem(
                row.place, notice("submission.repeated_key", key=row.key, first=str(first[row.key]))
            )
        elif row.key:
            first[row.key] = row.place
