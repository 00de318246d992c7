"""A programme file: the rows of a published review, read strictly through the mapping made for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from govflow.domain.organisation import Ministry
from govflow.domain.programme import Programme
from govflow.errors import Place
from govflow.messages import did_you_mean, notice
from govflow.reading import CSV_BYTES, Columns, Node, Reader, Record, parse_csv, read_bytes
from govflow.services.programmes.mapping import ProgrammeMapping, read_mapping

FIRST_YEAR, LAST_YEAR = 1868, 2199


def read_programmes(
    csv_path: Path, mapping_path: Path, *, ministries: Iterable[Ministry]
) -> tuple[Programme, ...]:
    """Every programme of the file in its order; BadInput with every problem of the mapping or of the rows."""
    mapping = read_mapping(mapping_path, ministries)
    reader = Reader(lenient_scalars=True)
    columns = Columns(required=tuple(mapping.columns.values()))
    data = read_bytes(csv_path, limit=CSV_BYTES)
    table = parse_csv(data, file=str(csv_path), columns=columns, problems=reader)
    rows = _Rows(mapping, reader)
    programmes = tuple(rows.programme(row) for row in table.rows)
    rows.check_mapping()
    reader.raise_if_any()
    return programmes


class _Rows:
    """Turns rows into programmes and remembers where each key stands."""

    def __init__(self, mapping: ProgrammeMapping, reader: Reader) -> None:
        self._mapping = mapping
        self._reader = reader
        self._owners = {owned.programme: owned.owner for owned in mapping.owners}
        self._places: dict[str, Place] = {}

    def programme(self, row: Node) -> Programme:
        cells = _Cells(self._reader.record(row), self._mapping)
        key, title = cells.text("key"), cells.text("title")
        holder = self._ministry(cells)
        programme = Programme(
            key=key,
            title=self._own_title(title),
            owner=self._owners.get(key, holder),
            holder=holder,
            bureau=cells.optional_text("bureau"),
            start_year=cells.year("start_year"),
            end_year=cells.year("end_year"),
            budget=cells.yen("budget"),
            executed=cells.yen("executed"),
            part_of=self._part_of(key, title),
            source=self._mapping.source,
        )
        self._check(programme, cells)
        return programme

    def check_mapping(self) -> None:
        """What the mapping names has to be in the file, or it is the mapping of another one."""
        named = [(owned.programme, owned.place) for owned in self._mapping.owners]
        if umbrella := self._mapping.umbrella:
            named.append((umbrella.programme, umbrella.place))
        for programme, place in named if self._places else ():
            if programme not in self._places:
                hint = did_you_mean(programme, self._places)
                said = notice("programme.unknown_programme", programme=programme, hint=hint)
                self._reader.problem(place, said)

    def _own_title(self, title: str) -> str:
        """The name without the umbrella's suffix, which names the budget item and not the programme."""
        return title.removesuffix(self._mapping.umbrella.suffix) if self._mapping.umbrella else title

    def _part_of(self, key: str, title: str) -> str | None:
        umbrella = self._mapping.umbrella
        if umbrella is None or key == umbrella.programme or not title.endswith(umbrella.suffix):
            return None
        return umbrella.programme

    def _ministry(self, cells: _Cells) -> str:
        name = cells.text("ministry")
        code = self._mapping.spellings.get(name)
        if code is None and name:
            hint = did_you_mean(name, self._mapping.spellings)
            cells.problem("ministry", "unknown_spelling", name=name, hint=hint)
        return code or ""

    def _check(self, programme: Programme, cells: _Cells) -> None:
        first = self._places.setdefault(programme.key, cells.place("key"))
        if programme.key and first != cells.place("key"):
            cells.problem("key", "key_repeated", key=programme.key, first=str(first))
        start, end = programme.start_year, programme.end_year
        if start is not None and end is not None and end < start:
            cells.problem("end_year", "years_reversed", start=start, end=end)


class _Cells:
    """One row, asked by meaning; a cell that the mapping calls not stated reads as empty."""

    def __init__(self, record: Record, mapping: ProgrammeMapping) -> None:
        self._record = record
        self._columns: Mapping[str, str] = mapping.columns
        self._not_stated = mapping.not_stated

    def place(self, meaning: str) -> Place:
        return self._record.place_of(self._columns[meaning])

    def problem(self, meaning: str, name: str, /, **params: object) -> None:
        self._record.problem(self._columns[meaning], notice(f"programme.{name}", **params))

    def text(self, meaning: str) -> str:
        return self._record.text(self._columns[meaning])

    def optional_text(self, meaning: str) -> str | None:
        return self._record.optional_text(self._columns[meaning]) if self._stated(meaning) else None

    def year(self, meaning: str) -> int | None:
        if not self._stated(meaning):
            return None
        return self._record.optional_integer(self._columns[meaning], minimum=FIRST_YEAR, maximum=LAST_YEAR)

    def yen(self, meaning: str) -> int | None:
        return self._record.yen(self._columns[meaning]) if self._stated(meaning) else None

    def _stated(self, meaning: str) -> bool:
        column = self._columns.get(meaning)
        if column is None:
            return False
        node = self._record.node(column)
        return node is not None and node.value not in self._not_stated.get(column, ())
