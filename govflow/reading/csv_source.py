"""CSV bytes to a table of positioned rows: RFC 4180 strictly, LF or CRLF, UTF-8 or cp932.

A cell's place is the line on which its record begins and the number of its field.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from govflow.errors import BadInput, Place
from govflow.messages import Notice, did_you_mean, notice
from govflow.reading.limits import COLUMNS, CSV_BYTES, refuse_oversize
from govflow.reading.node import Entry, Node
from govflow.reading.problems import Problems
from govflow.reading.text import shown

# What the user may ask for, and the codec that also drops a byte order mark.
_CODECS = {"utf-8": "utf-8-sig", "cp932": "cp932"}
# Possessive: what was read is not read again in another way, so that a text without an end is refused in one go.
_FIELD = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\r\n]*+))(,|\r?\n|\Z)')
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')
_BARE_END = re.compile(r'[",\r\n]')
_BROKEN = re.compile("[\udc80-\udcff]")
_UNFIT = re.compile("[\0\udc80-\udcff]")
_FOREIGN = re.compile("[^\0-\x7f]")
# What the codec makes of the bytes that cp932 leaves unused; no file means them.
_CP932_UNUSED = re.compile("[\x80\uf8f0-\uf8f3]")
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


class Heading(Protocol):
    """What a header has to be."""

    def problems(self, header: Sequence[str], /) -> Iterable[tuple[int, Notice]]:
        """Everything wrong with the columns of a header, each with the number of its field."""


class Columns(NamedTuple):
    """The columns a file must have, and those it may have: the plain `Heading`."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def problems(self, header: Sequence[str], /) -> Iterator[tuple[int, Notice]]:
        """Columns that are not known, and those that are missing."""
        known = (*self.required, *self.optional)
        absent = [name for name in known if name not in header]
        for field, name in enumerate(header, 1):
            if name.strip() and name not in known:
                hint = did_you_mean(name, absent)
                yield field, notice("reading.column_unknown", name=shown(name), hint=hint, known=known)
        for name in self.required:
            if name not in header:
                yield 1, notice("reading.column_missing", name=name)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows; a row is a node that maps each column to its cell."""

    columns: tuple[str, ...]
    rows: tuple[Node, ...]
    place: Place


class _Cells(Mapping[str, Entry]):
    """The entries of one row, made when asked for: a table is mostly cells, and most are read once."""

    __slots__ = ("_fields", "_heads", "_place")

    def __init__(self, heads: Mapping[str, Place], fields: list[str], *, place: Place) -> None:
        self._heads = heads
        self._fields = fields
        self._place = place

    def __getitem__(self, column: str) -> Entry:
        head = self._heads[column]
        place = Place(self._place.file, self._place.line, head.column)
        cell = Node(self._fields[head.column - 1], place)
        return Entry(head, cell)

    def __iter__(self) -> Iterator[str]:
        return iter(self._heads)

    def __len__(self) -> int:
        return len(self._heads)


class _Line(NamedTuple):
    """One record as written, and the line on which it begins."""

    number: int
    fields: list[str]


def parse_csv(
    data: bytes,
    *,
    file: str,
    encoding: str = "utf-8",
    columns: Heading | None = None,
    problems: Problems | None = None,
) -> Table:
    """The table in `data`; BadInput with every problem of its form.

    Given `problems` (a `Reader`, say), problems go there instead, and the sound rows are returned, so
    that the caller can tell what is wrong in the cells at the same time. Where none is sound there is
    nothing more to tell: a table without rows is that of a file which has none.
    """
    refuse_oversize(len(data), file, limit=CSV_BYTES)
    collected = Problems() if problems is None else problems
    table = _Parser(_decoded(data, file, encoding=encoding), file, problems=collected).table(columns)
    if problems is None or not table.rows:
        collected.raise_if_any()
    return table


def csv_header(data: bytes, *, file: str, encoding: str = "utf-8") -> tuple[str, ...]:
    """What the columns of a table are called, before anybody asks whether they are right; none where nothing can be
    read. BadInput for another encoding, as `parse_csv`."""
    lines = _Parser(_decoded(data, file, encoding=encoding), file, problems=Problems()).lines()
    first = next(lines, None)
    return () if first is None else tuple(first.fields)


def _decoded(data: bytes, file: str, *, encoding: str) -> str:
    """Undecodable bytes stay in as lone surrogates and are reported with their cell."""
    if encoding not in _CODECS:
        hint = did_you_mean(encoding, _CODECS)
        said = notice("reading.encoding_unknown", value=shown(encoding), known=tuple(_CODECS), hint=hint)
        raise BadInput.at(None, said)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise BadInput.at(Place(file, 1, 1), notice("reading.encoding_utf16"))
    text = data.decode(_CODECS[encoding], "surrogateescape")
    looks_wrong, other = (_looks_like_cp932, "cp932") if encoding == "utf-8" else (_looks_like_utf8, "utf-8")
    if not data.isascii() and looks_wrong(data, text):
        said = notice("reading.encoding_other", encoding=encoding, other=other)
        raise BadInput.at(_first_foreign(text, file), said)
    return text


def _looks_like_cp932(data: bytes, as_utf8: str) -> bool:
    """Sound cp932, while what is not ASCII is mostly broken as UTF-8 (not just a byte or two of it)."""
    broken = len(as_utf8) - len(_BROKEN.sub("", as_utf8))
    as_cp932 = _decoded_or_empty(data, "cp932")
    sound = as_cp932 != "" and not _CP932_UNUSED.search(as_cp932)
    return sound and 2 * broken > len(as_utf8) - len(_FOREIGN.sub("", as_utf8))


def _looks_like_utf8(data: bytes, _as_cp932: str) -> bool:
    """Sound UTF-8 with Japanese in it; as cp932 that often reads without an error, as nonsense."""
    return _JAPANESE.search(_decoded_or_empty(data, "utf-8")) is not None


def _decoded_or_empty(data: bytes, encoding: str) -> str:
    try:
        return data.decode(_CODECS[encoding])
    except UnicodeDecodeError:
        return ""


def _first_foreign(text: str, file: str) -> Place:
    """Line and field of the first character outside ASCII, as far as a wrong encoding lets us tell."""
    found = _FOREIGN.search(text)
    before = text[: found.start()] if found else ""
    return Place(file, before.count("\n") + 1, before[before.rfind("\n") + 1 :].count(",") + 1)


class _Parser:
    """Splits one text; after a broken record it goes on with the next line."""

    def __init__(self, text: str, file: str, *, problems: Problems) -> None:
        self._text = text
        self._file = file
        self._problems = problems

    def table(self, columns: Heading | None) -> Table:
        lines = self.lines()
        header = next(lines, None)
        if header is None:
            if not self._problems.problems:
                self._problems.note(Place(self._file, 1, 1), "csv_empty")
            return Table((), (), Place(self._file, 1, 1))
        if len(header.fields) > COLUMNS:
            place = self._place(header.number, COLUMNS + 1)
            self._problems.note(place, "csv_many_columns", found=len(header.fields), limit=COLUMNS)
            return Table((), (), place)
        sound = self._header_is_sound(header, columns)
        rows = tuple(self._rows(header, lines))
        return Table(tuple(header.fields), rows if sound else (), self._place(header.number, 1))

    def _rows(self, header: _Line, lines: Iterator[_Line]) -> Iterator[Node]:
        heads = {name: self._place(header.number, field) for field, name in enumerate(header.fields, 1)}
        for line in lines:
            if self._row_is_sound(line, len(header.fields)):
                yield self._row(line, heads)

    def _row(self, line: _Line, heads: Mapping[str, Place]) -> Node:
        place = self._place(line.number, 1)
        return Node(_Cells(heads, line.fields, place=place), place)

    def _row_is_sound(self, line: _Line, expected: int) -> bool:
        found = len(line.fields)
        if found != expected:
            code = "csv_too_few" if found < expected else "csv_too_many"
            place = self._place(line.number, min(found, expected + 1))
            self._problems.note(place, code, expected=expected, found=found)
        return self._cells_are_sound(line) and found == expected

    def _cells_are_sound(self, line: _Line) -> bool:
        unfit = [(i, found) for i, text in enumerate(line.fields, 1) if (found := _UNFIT.search(text))]
        for field, found in unfit:
            code = "csv_nul" if found.group() == "\0" else "csv_undecodable"
            byte = f"0x{ord(found.group()) & 0xFF:02X}"
            self._problems.note(self._place(line.number, field), code, byte=byte, field=field)
        return not unfit

    def _header_is_sound(self, header: _Line, columns: Heading | None) -> bool:
        before = len(self._problems.problems)
        self._cells_are_sound(header)
        self._refuse_repeated(header)
        if columns is not None:
            for field, said in columns.problems(header.fields):
                self._problems.problem(self._place(header.number, field), said)
        return len(self._problems.problems) == before

    def _refuse_repeated(self, header: _Line) -> None:
        first: dict[str, int] = {}
        for field, name in enumerate(header.fields, 1):
            if not name.strip():
                self._problems.note(self._place(header.number, field), "column_unnamed", field=field)
            elif first.setdefault(name, field) != field:
                place = self._place(header.number, field)
                self._problems.note(place, "column_repeated", name=shown(name), first=first[name])

    def lines(self) -> Iterator[_Line]:
        """The records that can be split; blank lines carry nothing and are passed over."""
        text, at, number = self._text, 0, 1
        while at < len(text):
            end, fields = self._split(at, number)
            if fields is not None and (len(fields) > 1 or text[at:end].strip("\r\n")):
                yield _Line(number, fields)
            number += text.count("\n", at, end)
            at = end

    def _split(self, at: int, number: int) -> tuple[int, list[str] | None]:
        """One record from `at`: where the next begins, and the fields (None if it is broken)."""
        fields: list[str] = []
        while found := _FIELD.match(self._text, at):
            quoted, bare, end = found.groups()
            fields.append(bare if quoted is None else quoted.replace('""', '"'))
            at = found.end()
            if end != ",":
                return at, fields
        return self._refuse_broken(at, self._place(number, len(fields) + 1)), None

    def _refuse_broken(self, at: int, place: Place) -> int:
        """Says why no field begins at `at`; answers where to go on."""
        text = self._text
        quoted = _QUOTED.match(text, at)
        if text[at] == '"' and not quoted:
            self._problems.note(place, "csv_unclosed_quote", field=place.column)
            return len(text)
        stop = _BARE_END.search(text, at)
        after = quoted.end() if quoted else stop.start() if stop else at
        code = "csv_line_end" if text[after] == "\r" else "csv_after_quote" if quoted else "csv_stray_quote"
        self._problems.note(place, code, field=place.column)
        line_end = text.find("\n", after)
        return len(text) if line_end < 0 else line_end + 1

    def _place(self, line: int, field: int) -> Place:
        return Place(self._file, line, field)
