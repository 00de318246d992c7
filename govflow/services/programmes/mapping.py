"""The mapping of a programme file: which column means what, what counts as not stated, and who owns what.

A mapping belongs to exactly one file of data; only it may turn a value such as 0 into "not stated".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from govflow.domain.organisation import Ministry
from govflow.errors import Place
from govflow.messages import did_you_mean, notice
from govflow.reading import Reader, Record, read_document

FORMAT = 1
MEANINGS = ("key", "title", "ministry", "bureau", "start_year", "end_year", "budget", "executed")
"""What the columns of a programme file can mean; the first three are needed."""

NEEDED = MEANINGS[:3]
BASES = ("name", "known")
"""How an owner is known: the programme's name has it (or an organ of it), or its subject leaves no doubt."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """That a programme belongs to another ministry than its row says, and how that is known."""

    programme: str
    owner: str
    basis: str
    place: Place


@dataclass(frozen=True, slots=True)
class Umbrella:
    """The programme that holds the budget of every programme whose name ends in `suffix`."""

    programme: str
    suffix: str
    place: Place


@dataclass(frozen=True, slots=True)
class ProgrammeMapping:
    """A mapping, checked. `columns` leads from meaning to column, `spellings` from a name to a code."""

    source: str
    licence: str
    fiscal_year: int
    columns: Mapping[str, str]
    not_stated: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]
    umbrella: Umbrella | None
    owners: tuple[Ownership, ...]


def read_mapping(path: Path, ministries: Iterable[Ministry]) -> ProgrammeMapping:
    """The mapping in a YAML or JSON file; BadInput with every problem of it."""
    reader = Reader()
    mapping = _mapping(reader.record(read_document(path)), _Known(tuple(ministries), reader))
    reader.raise_if_any()
    return mapping


class _Known:
    """The ministries there are, and where problems with them go."""

    def __init__(self, ministries: tuple[Ministry, ...], reader: Reader) -> None:
        self.codes = {ministry.code for ministry in ministries}
        self.names = {ministry.title.ja: ministry.code for ministry in ministries}
        self.names |= {text: ministry.code for ministry in ministries for text in ministry.spellings}
        self.reader = reader

    def check(self, code: str, place: Place) -> None:
        if code and code not in self.codes:
            hint = did_you_mean(code, self.codes)
            self.reader.problem(place, notice("programme.unknown_ministry", name=code, hint=hint))


def _mapping(record: Record, known: _Known) -> ProgrammeMapping:
    record.integer("format", minimum=FORMAT, maximum=FORMAT)
    columns = _columns(record)
    mapping = ProgrammeMapping(
        source=record.text("source"),
        licence=record.text("licence", multiline=True),
        fiscal_year=record.integer("fiscal_year", minimum=1900, maximum=2199),
        columns=columns,
        not_stated=_not_stated(record, columns, known=known),
        spellings=_spellings(record, known),
        umbrella=_umbrella(record),
        owners=_owners(record, known),
    )
    record.finish()
    return mapping


def _columns(record: Record) -> dict[str, str]:
    inner = record.record("columns")
    columns = {meaning: inner.text(meaning) for meaning in NEEDED}
    for meaning in MEANINGS[len(NEEDED) :]:
        if column := inner.optional_text(meaning):
            columns[meaning] = column
    inner.finish()
    return columns


def _not_stated(record: Record, columns: Mapping[str, str], *, known: _Known) -> dict[str, frozenset[str]]:
    """For each column the cell values that mean nothing is stated."""
    inner = record.optional_record("not_stated")
    if inner is None:
        return {}
    found = {column: frozenset(inner.texts(column)) for column in columns.values()}
    inner.finish()
    return found


def _spellings(record: Record, known: _Known) -> dict[str, str]:
    """The directory's own names, then the file's further ones."""
    found = dict(known.names)
    inner = record.optional_record("spellings")
    if inner is None:
        return found
    codes = inner.keys()
    for code in codes:
        known.check(code, inner.place_of(code))
        for text in inner.texts(code):
            other = found.setdefault(text, code)
            if other != code:
                said = notice("programme.spelling_repeated", name=text, other=other)
                known.reader.problem(inner.place_of(code), said)
    return found


def _umbrella(record: Record) -> Umbrella | None:
    inner = record.optional_record("umbrella")
    if inner is None:
        return None
    umbrella = Umbrella(inner.text("programme"), inner.text("suffix"), inner.place_of("programme"))
    inner.finish()
    return umbrella


def _owners(record: Record, known: _Known) -> tuple[Ownership, ...]:
    owners: dict[str, Ownership] = {}
    for each in record.records("owners", default=()):
        owned = Ownership(
            programme=each.text("programme"),
            owner=each.name("owner"),
            basis=each.choice("basis", BASES),
            place=each.place_of("programme"),
        )
        each.finish()
        known.check(owned.owner, each.place_of("owner"))
        first = owners.setdefault(owned.programme, owned)
        if first is not owned and owned.programme:
            said = notice("programme.owner_repeated", programme=owned.programme, first=str(first.place))
            known.reader.problem(owned.place, said)
    return tuple(owners.values())
