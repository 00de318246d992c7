"""A population: a store with any number of proposals that all went the same way, built without acting each time.

One proposal of each ministry is led on through the services, and its rows are written again for every other reference:
key, title, digests and hashes are made anew, tallies and counters multiplied, so that the whole record verifies. What
no verification compares (results under keys, the outbox) is not multiplied.
`python bench/population.py 20000 store.db` builds one.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import stage

import govflow
from govflow.domain.canonical import digest_of_text
from govflow.domain.history import GENESIS, Entry, chained
from govflow.domain.number import Number
from govflow.store.council_schema import metadata
from govflow.store.search import grams

NUMBER = 90_817_263
"""Stands for a proposal's own number in the key and title of those that are led on."""

MULTIPLIED = ("proposals", "unstated", "amount", "part_amount", "visits", "working_days")
"""What the tallies count."""

BATCH = 500

Rows = list[tuple[Any, ...]]
_BETWEEN = "\x1f"  # in no text that the store takes


def build(path: Path, proposals: int) -> Path:
    """A new store with as many proposals of eight entries each."""
    with TemporaryDirectory(dir=path.parent) as folder:
        path.write_bytes(_led(Path(folder)).read_bytes())
    each = proposals // len(stage.MINISTRIES)
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            store.execute(f"PRAGMA {setting}")
        store.execute("BEGIN")
        led = store.execute("SELECT reference FROM proposals ORDER BY reference").fetchall()
        for at, (reference,) in enumerate(led):
            _multiply(store, _read(store, reference), each, first=at * each)
        counts = ", ".join(f"{name} = {name} * {each}" for name in MULTIPLIED)
        store.execute(f"UPDATE tallies SET {counts}")
        store.execute("UPDATE numbering SET last = ? WHERE series LIKE 'reference:%'", [each])
        store.execute("COMMIT")
        store.execute("PRAGMA journal_mode = WAL")
    return path


def draft(ministry: str, number: int) -> dict[str, str]:
    """A proposal that is known by its number."""
    row = stage.proposal(ministry, 0)
    return {**row, "key": f"{ministry}/{number}", "title": f"申請受付システム第{number}号の更改"}


def submitted(session: govflow.Session, row: dict[str, str], folder: Path) -> str:
    """The reference under which a draft was taken."""
    file = folder / "draft.yaml"
    file.write_text("".join(f"{name}: {value}\n" for name, value in row.items()), "utf-8")
    return govflow.submit_file(session, file, draft=True).rows[0].reference


def _led(folder: Path) -> Path:
    """A store with one proposal of each ministry at the end of the ministry's part, half a day between acts."""
    store = stage.copied(stage.founded(folder), "led")
    moments = (stage.MOMENT + timedelta(hours=12 * number) for number in count(1))
    with stage.opened(store) as session:
        for ministry in stage.MINISTRIES:
            clerk = stage.holder(session, "pmo_clerk", ministry)
            row = draft(ministry, NUMBER)
            for said in (row, {**row, "problem": "窓口が混み合う。"}):
                submitted(session.acting_as(clerk, clock=_at(next(moments))), said, folder)
        for plan in stage.planned(session):
            govflow.act(session.acting_as(plan.person, clock=_at(next(moments))), plan.command)
    return store


def _at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


class Led(NamedTuple):
    """A proposal that was led on: its rows by the statement that adds such a row, and what it is found by."""

    reference: str
    rows: dict[str, Rows]
    entries: list[Entry]
    revisions: list[tuple[str, str]]
    grams: str

    def texts(self) -> list[str]:
        """Every text of every row, one after the other."""
        every = (*self.rows.values(), self.entries)
        return [value for rows in every for row in rows for value in row if isinstance(value, str)]


def _read(store: sqlite3.Connection, reference: str) -> Led:
    rows = {}
    for table in metadata.sorted_tables:
        for key in table.foreign_keys if table.name != "proposals" else [None]:
            if key is None or key.column.table.name == "proposals":
                names = ", ".join(column.name for column in table.columns)
                of = key.parent.name if key else "reference"
                found = store.execute(f"SELECT {names} FROM {table.name} WHERE {of} = ?", [reference])
                marks = ", ".join("?" * len(table.columns))
                rows[f"INSERT INTO {table.name} ({names}) VALUES ({marks})"] = found.fetchall()
    return Led(
        reference,
        {adding: found for adding, found in rows.items() if found},
        [
            Entry._make(row)
            for row in store.execute(f"{_ENTRIES} WHERE subject = ? ORDER BY seq", [reference])
        ],
        store.execute(
            "SELECT content || coalesce(seal, ''), digest FROM revisions WHERE reference = ?", [reference]
        ).fetchall(),
        store.execute(_GRAMS, [reference]).fetchone()[0],
    )


_NAMES = ", ".join(f'"{name}"' for name in Entry._fields)
_ENTRIES = f"SELECT {_NAMES} FROM history"
_ADD_ENTRY = f"INSERT INTO history ({_NAMES}) VALUES ({', '.join('?' * len(Entry._fields))})"
_GRAMS = (
    "SELECT grams FROM proposal_search JOIN proposal_texts ON number = proposal_search.rowid"
    " WHERE reference = ?"
)


def _multiply(store: sqlite3.Connection, led: Led, each: int, *, first: int) -> None:
    """Write the rows of one proposal again, up to the last reference of its ministry."""
    series, year, _ = Number.of(led.reference)
    template = _BETWEEN.join(led.texts())
    searched = _own_grams(NUMBER)
    last = store.execute("SELECT max(number) FROM proposal_texts").fetchone()[0]
    for begin in range(2, each + 1, BATCH):
        added: dict[str, Rows] = {adding: [] for adding in (*led.rows, _ADD_ENTRY)}
        indexed = []
        for serial in range(begin, min(begin + BATCH, each + 1)):
            reference, number = str(Number(series, year, serial)), f"{10_000_000 + first + serial}"
            texts = iter(_stamped(template, led, reference, number).split(_BETWEEN))
            for adding, rows in led.rows.items():
                added[adding] += _filled(rows, texts)
            added[_ADD_ENTRY] += _chain(_filled(led.entries, texts))
            indexed.append((last := last + 1, reference, led.grams.replace(searched, _own_grams(number))))
        for adding, rows in added.items():
            store.executemany(adding, rows)
        store.executemany("INSERT INTO proposal_texts VALUES (?, ?)", [row[:2] for row in indexed])
        store.executemany("INSERT INTO proposal_search (rowid, grams) VALUES (?1, ?3)", indexed)


def _stamped(template: str, led: Led, reference: str, number: str) -> str:
    """The texts with another reference and number, and the digests that follow from them."""
    texts = template.replace(led.reference, reference).replace(str(NUMBER), number)
    for content, digest in led.revisions:
        other = content.replace(led.reference, reference).replace(str(NUMBER), number)
        texts = texts.replace(digest, digest_of_text(other))
    return texts


def _filled(rows: Iterable[tuple[Any, ...]], texts: Iterator[str]) -> Rows:
    return [tuple(next(texts) if isinstance(value, str) else value for value in row) for row in rows]


def _chain(rows: Rows) -> Iterator[Entry]:
    previous = GENESIS
    for row in rows:
        entry = chained(Entry._make(row)._replace(previous=previous))
        previous = entry.hash
        yield entry


def _own_grams(number: int | str) -> str:
    """What the search index has of the number in a title."""
    return grams(f"第{number}号").removesuffix(" 号")


if __name__ == "__main__":
    build(Path(sys.argv[2]), int(sys.argv[1]))
