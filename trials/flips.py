"""One bit of a store's file turned over: is it found, or does it change nothing?

What a store holds is every row of every table, the text of its schema and the numbers in its header; SQLite's own look
at the pages belongs to it too, so that an index that leads astray is a change."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from small_town import MAYOR, session_of

import govflow
from govflow.errors import GovflowError
from govflow.services.audit import verification
from govflow.services.audit.findings import Findings


class Outcome(Enum):
    """What became of a flip; the last two are failures."""

    NOTHING = "without effect"
    REFUSED = "refused"
    FOUND = "found"
    UNDETECTED = "UNDETECTED"
    BURST = "BURST"


FAILURES = (Outcome.UNDETECTED, Outcome.BURST)


class Flip(NamedTuple):
    """The bit of a byte that was turned over."""

    offset: int
    bit: int


class Tried(NamedTuple):
    """A flip and what became of it; `said` is the first finding, the refusal, or what burst."""

    flip: Flip
    outcome: Outcome
    said: str = ""


class FirstFound(BaseException):
    """Enough was found."""


class _First(list[Any]):
    """Problems, of which the first one ends the verification."""

    def append(self, problem: Any) -> None:
        raise FirstFound(problem.code)

    def __iadd__(self, problems: Iterable[Any]) -> _First:  # type: ignore[misc,override]  # it adds nothing
        for problem in problems:
            self.append(problem)
        return self


class _Hasty(Findings):
    """Findings that end with the first one: a flip needs no second."""

    def __init__(self) -> None:
        super().__init__()
        self.problems = _First()


def flips_of(size: int, *, step: int, seed: int, every_bit: bool) -> Iterator[Flip]:
    """Each `step`-th byte of a file, beginning where the seed says, with one bit or all of them."""
    for offset in range(seed % step, size, step):
        chance = random.Random(f"{seed}/{offset}")
        yield from (Flip(offset, bit) for bit in (range(8) if every_bit else [chance.randrange(8)]))


def tried(original: bytes, flips: Sequence[Flip], *, path: Path) -> list[Tried]:
    """Every flip on a copy of its own, written to `path`."""
    path.write_bytes(original)
    sound = content(path)
    if sound is None:
        raise AssertionError("the store itself cannot be read")
    with patch.object(verification, "Findings", _Hasty):
        return [_one(original, flip, path=path, sound=sound) for flip in flips]


def _one(original: bytes, flip: Flip, *, path: Path, sound: str) -> Tried:
    altered = bytearray(original)
    altered[flip.offset] ^= 1 << flip.bit
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    path.write_bytes(altered)
    if content(path) == sound:
        return Tried(flip, Outcome.NOTHING)
    return Tried(flip, *_verified(path))


def _verified(path: Path) -> tuple[Outcome, str]:
    try:
        with session_of(path, MAYOR) as session:
            govflow.verify(session)
    except FirstFound as found:
        return Outcome.FOUND, str(found)
    except GovflowError as refused:
        return Outcome.REFUSED, refused.code
    except Exception as burst:  # whatever it is, it should have been one of the above
        return Outcome.BURST, repr(burst)
    return Outcome.UNDETECTED, ""


def content(path: Path) -> str | None:
    """The digest of everything a store holds, and of what SQLite says of its pages; None where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            connection.text_factory = bytes
            for statement in _statements(connection):
                digest.update(repr(connection.execute(statement).fetchall()).encode())
    except (sqlite3.Error, MemoryError, OverflowError, UnicodeDecodeError):
        return None
    return digest.hexdigest()


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name, sql"
    yield from (schema, "PRAGMA user_version", "PRAGMA application_id", "PRAGMA encoding")
    yield "PRAGMA integrity_check"
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for name in (name.decode() for (name,) in tables.fetchall()):
        if not name.startswith("proposal_search_"):  # how the index is kept; what it leads to is below
            yield f'SELECT * FROM "{name}"'
    for kind in ("instance", "row"):
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{kind}s USING fts5vocab(main, proposal_search, {kind})"
        )
        yield f"SELECT * FROM temp.{kind}s"
    for (term,) in connection.execute("SELECT term FROM temp.rows").fetchall():
        yield f"SELECT rowid FROM proposal_search WHERE proposal_search MATCH '\"{term.decode()}\"'"


def places(path: Path) -> dict[int, str]:
    """Which table or index each page belongs to."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT pageno, name FROM dbstat").fetchall())
