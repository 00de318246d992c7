"""Chains: every history as far as its hashes go, for checking millions of entries, and the rows that name their ends.

On SQLite the database itself puts together what a hash is made over: its JSON knows the escapes of the canonical form
and no others. Were anything otherwise, the hash would not fit, and whoever checks looks at the entry itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple

from sqlalchemy import text

from govflow.domain.history import PARTS, Entry, hashed_text
from govflow.store.database import Row
from govflow.store.session import Session
from govflow.store.statement import Statement


class Link(NamedTuple):
    """One entry: what its hash is made over in UTF-8, None where that is no text, and the hash that it claims."""

    kind: str
    subject: str
    seq: int
    recorded_at: str
    previous: str
    hash: str
    hashed: bytes | None


class Stray(NamedTuple):
    """A row that does not name the last entry of its history, or one of both without the other."""

    kind: str
    reference: str


_HEADED = {"proposal": "proposals", "meeting": "meetings", "ballot": "ballots"}
"""The kinds of histories that a row stands beside, and its table."""

_QUOTED = [f'"{name}"' for name in Entry._fields]
_FIRST_LINE = ", ".join(_QUOTED[: -len(PARTS) - 1])
HASHED_ON_SQLITE = " || char(10) || ".join((f"json_array({_FIRST_LINE})", *PARTS))
"""What the hash of an entry is made over, as `hashed_text` says."""

_FROM = "FROM history ORDER BY kind, subject, seq"

_ON_SQLITE = Statement(
    lambda: text(f"SELECT {', '.join(Link._fields[:-1])}, CAST({HASHED_ON_SQLITE} AS BLOB) {_FROM}")
)
_ENTRIES = Statement(lambda: text(f"SELECT {', '.join(_QUOTED)} {_FROM}"))


class _Strays(NamedTuple):
    """How rows are found that do not end with their history, how many there are, and histories without a row."""

    rows: Statement
    counting: Statement
    histories: Statement


def _strays(kind: str, table: str) -> _Strays:
    of_row = f"kind = '{kind}' AND subject = {table}.reference"
    without_row = f"NOT EXISTS (SELECT 1 FROM {table} WHERE reference = history.subject)"
    last = f"(SELECT max(seq) FROM history WHERE {of_row})"
    texts = (
        f"SELECT reference FROM {table} WHERE coalesce({last}, 0) <> version ORDER BY reference",
        f"SELECT count(*) FROM {table}",
        f"SELECT DISTINCT subject FROM history WHERE kind = '{kind}' AND {without_row} ORDER BY subject",
    )
    return _Strays(*(Statement(partial(text, each)) for each in texts))


_STRAYS = {kind: _strays(kind, table) for kind, table in _HEADED.items()}


class Chains:
    """The chains of every subject."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def links(self, *, quickly: bool) -> Iterator[Row]:
        """The fields of a `Link` for every entry, history by history, fetched as they are taken. Quickly, SQLite ends
        in a StoreError where a field holds bytes."""
        if quickly and self._session.database.address.dialect == "sqlite":
            return chain.from_iterable(self._session.chunks(_ON_SQLITE))
        return map(_link, self._session.stream(_ENTRIES))

    def strays(self, histories: Mapping[str, int]) -> Iterator[Stray]:
        """What does not stand where its history ends, where there are so many histories of each kind."""
        for kind, statements in _STRAYS.items():
            found = self._session.rows(statements.rows)
            count = self._session.one(statements.counting)
            if found or count != (histories.get(kind, 0),):
                found += self._session.rows(statements.histories)
            yield from (Stray(kind, str(reference)) for (reference,) in found)


def _link(row: Row) -> Row:
    entry = Entry._make(row)
    try:
        hashed = hashed_text(entry).encode()
    except (TypeError, ValueError):  # it holds what can never be in an entry, and has no hash
        hashed = None
    named = {name: getattr(entry, name) for name in Link._fields[:-1]}
    return Link._make({**named, "recorded_at": str(entry.recorded_at), "hashed": hashed}.values())
