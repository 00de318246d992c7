"""Proposal files: YAML or JSON with one proposal, CSV with many, read by the definition's fields.

Columns and keys are the fields' names, their titles in either language or their aliases. Every problem of the file
comes at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from govflow.domain.organisation import Directory
from govflow.errors import Place
from govflow.messages import catalogue_text, notice
from govflow.reading import (
    CSV_BYTES,
    Node,
    Reader,
    Record,
    csv_header,
    parse_csv,
    read_bytes,
    read_document,
    shown,
)
from govflow.reading.node import Entry
from govflow.services.ground import Ground
from govflow.services.proposals.columns import OWN_KEYS, FieldNames, needed
from govflow.services.spelling import coded
from govflow.services.values import read_values
from govflow.workflow.definition import Definition


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
        _rows(path, FieldNames(definition, complete=complete), reader, encoding=encoding)
        if path.suffix.lower() == ".csv"
        else _document(path, FieldNames(definition), reader)
    )
    ground = Ground.of(directory, definition)
    submitted = tuple(_submitted(reader, node, definition, ground, complete=complete) for node in nodes)
    _refuse_repeated_keys(reader, submitted)
    reader.raise_if_any()
    return submitted


def plain_workflow(path: Path) -> str | None:
    """The workflow a YAML or JSON file names for itself; CSV files name none."""
    if path.suffix.lower() == ".csv":
        return None
    root = read_document(path)
    if root.entries is None:  # which is told where the proposal is read
        return None
    reader = Reader()
    name = reader.record(root).optional_text("workflow")
    reader.raise_if_any()
    return name or None


def names_of_file(path: Path, *, encoding: str = "utf-8") -> tuple[str, ...]:
    """What a file calls the fields of its proposals: the header of a CSV file, the keys of a YAML or JSON file."""
    if path.suffix.lower() == ".csv":
        return csv_header(read_bytes(path, limit=CSV_BYTES), file=str(path), encoding=encoding)
    return tuple(read_document(path).entries or ())


def read_content(
    node: Node, definition: Definition, directory: Directory, *, complete: bool = False
) -> Submitted:
    """One proposal that a program hands over, read as strictly as a file's."""
    reader = Reader(lenient_scalars=True)
    submitted = _submitted(reader, node, definition, Ground.of(directory, definition), complete=complete)
    reader.raise_if_any()
    return submitted


def _rows(path: Path, names: FieldNames, reader: Reader, *, encoding: str) -> tuple[Node, ...]:
    table = parse_csv(
        read_bytes(path, limit=CSV_BYTES),
        file=str(path),
        encoding=encoding,
        columns=names,
        problems=reader,
    )
    if not table.rows:
        reader.problem(table.place, notice("submission.no_rows"))
        return ()
    _refuse_doubled(reader, table.rows[0], names)
    rows = table.rows
    if any(names.meant(column) != column for column in table.columns):
        fields = {column: names.meant(column) or column for column in table.columns}
        rows = tuple(_renamed(row, fields) for row in rows)
    return tuple(row for row in rows if not _is_example(reader, row))


def _is_example(reader: Reader, row: Node) -> bool:
    """Whether a row is the template's own, which shows how to fill in the others: it is told, and not read."""
    entry = (row.entries or {}).get("key")
    examples = catalogue_text("submission.example_key")
    found = entry is not None and entry.node.value in examples
    if found:
        reader.problem(row.place, notice("submission.example_row"))
    return found


def _document(path: Path, names: FieldNames, reader: Reader) -> tuple[Node, ...]:
    """The one proposal of a YAML or JSON file, which may use the titles of fields as well."""
    node = read_document(path)
    if node.entries is None:
        return (node,)
    _refuse_doubled(reader, node, names)
    return (_renamed(node, {key: names.meant(key) or key for key in node.entries}),)


def _refuse_doubled(reader: Reader, node: Node, names: FieldNames) -> None:
    """A field may be given under one of its names: of two, nobody could say which one counts."""
    first: dict[str, str] = {}
    for key, entry in (node.entries or {}).items():
        field = names.meant(key) or key
        other = first.setdefault(field, key)
        if other != key:
            said = notice("submission.doubled_field", field=names.label(field), first=other, second=key)
            reader.problem(entry.key_place, said)


def _renamed(node: Node, fields: Mapping[str, str]) -> Node:
    entries: dict[str, Entry] = {fields[key]: entry for key, entry in (node.entries or {}).items()}
    return Node(entries, node.place)


def _submitted(
    reader: Reader, node: Node, definition: Definition, ground: Ground, *, complete: bool
) -> Submitted:
    record = reader.record(node)
    key = record.text("key", max_length=200)
    record.node("workflow")
    content = read_values(record, definition.fields.values(), ground)
    _require(record, definition, complete=complete)
    _refuse_unknown(reader, node, definition)
    return Submitted(key, content, node)


def _require(record: Record, definition: Definition, *, complete: bool) -> None:
    for name in needed(definition, complete=complete):
        if not record.has(name):
            label = coded(name, definition.fields[name].title)
            record.problem(name, notice("submission.missing_field", field=label))


def _refuse_unknown(reader: Reader, node: Node, definition: Definition) -> None:
    unknown = (node.entries or {}).keys() - {*OWN_KEYS, *definition.fields}
    names = FieldNames(definition) if unknown else None
    for key, entry in (node.entries or {}).items():
        if names and key in unknown:
            hint = names.near(key)
            reader.problem(entry.key_place, notice("submission.unknown_field", field=shown(key), hint=hint))


def _refuse_repeated_keys(reader: Reader, submitted: Iterable[Submitted]) -> None:
    first: dict[str, Place] = {}
    for row in submitted:
        if row.key in first:
            reader.problem(
                row.place, notice("submission.repeated_key", key=row.key, first=str(first[row.key]))
            )
        elif row.key:
            first[row.key] = row.place
