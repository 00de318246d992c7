"""A ballot's history rewritten by somebody with write access to the file: chain, row and positions all fit."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from doctored_rows import doctor
from forging import unhindered

from govflow.domain.canonical import canonical
from govflow.domain.council.ballot import Ballot, taken
from govflow.domain.council.ballot_acts import ACTS
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.history import GENESIS, Entry, chained
from govflow.domain.plain import changed, folded, plain, thawed
from govflow.services.council.charters.rules import rule_in
from govflow.store import PositionRow

PARTS = ("payload", "facts", "changes")

Told = dict[str, Any]
Doctored = Callable[[list[Told]], list[Told]]


def rewrite(path: Path, ballot: str, doctored: Doctored) -> None:
    """The history of a ballot as it was doctored, with everything recomputed that can be."""
    told = doctored(_entries(path, ballot))
    doctor(path, f"DELETE FROM history WHERE kind = 'ballot' AND subject = '{ballot}'")
    with unhindered(path) as connection:
        connection.execute("DELETE FROM positions WHERE ballot = ?", (ballot,))
        entries = list(_chained(told))
        _insert(connection, "history", entries)
        states = list(_states(entries))
        rows = [
            PositionRow.of(after, given)
            for before, after in zip([None, *states], states, strict=False)
            for given in taken(before, after)
        ]
        _insert(connection, "positions", rows)
        after = states[-1]
        kept = {**plain(after), "about": after.about, "version": len(states)}
        kept["content"] = canonical(plain(after))
        names = [row[1] for row in connection.execute("PRAGMA table_info(ballots)")]
        connection.execute("DELETE FROM ballots WHERE reference = ?", (ballot,))
        marks = ",".join("?" * len(names))
        connection.execute(f"INSERT INTO ballots VALUES ({marks})", [kept[name] for name in names])


def changing(told: Told, **changes: Any) -> Told:
    """An entry that made something else of the ballot."""
    return told | {"changes": told["changes"] | {"ballot": told["changes"]["ballot"] | changes}}


def said(told: Told, **payload: Any) -> Told:
    """An entry of which the act said something else."""
    return told | {"payload": told["payload"] | payload}


def knowing(told: Told, **facts: Any) -> Told:
    """An entry with other facts."""
    return told | {"facts": told["facts"] | facts}


def made(before: Ballot, entry: Told) -> Ballot:
    """What the act of an entry makes, whether it was permitted or not; the decision stays as it was told."""
    act = thawed(ACTS[entry["trigger"]], entry["payload"])
    after = act.done(before, rule_in(before.rule), thawed(Facts, entry["facts"]))
    return after._replace(decision=entry["changes"]["ballot"].get("decision", after.decision))


def again(change: Doctored) -> Doctored:
    """Every act done again after a change, so that each entry makes what it says."""
    return lambda entries: _done_again(change(entries))


def by(entry: Told, person: str, office: str, role: str) -> Told:
    """An entry of somebody else, whose facts say so too."""
    entry = entry | {"person": person, "office": office, "role": role}
    return knowing(entry, person=person, office=office, role=role)


def _done_again(entries: list[Told]) -> list[Told]:
    """Every act done again on what the one before made."""
    content: Told = {}
    before: Ballot | None = None
    for entry in entries:
        after = thawed(Ballot, entry["changes"]["ballot"]) if before is None else made(before, entry)
        entry["changes"] = entry["changes"] | {"ballot": changed(before, after)}
        entry["from_state"], entry["to_state"] = before and before.state.value, after.state.value
        content, before = folded(content, entry["changes"]["ballot"]), after
    return entries


def _entries(path: Path, ballot: str) -> list[Told]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(
            "SELECT * FROM history WHERE kind = 'ballot' AND subject = ? ORDER BY seq", (ballot,)
        )
        return [dict(row) | {part: json.loads(row[part]) for part in PARTS} for row in rows]


def _chained(told: list[Told]) -> Iterator[Entry]:
    previous = GENESIS
    for seq, each in enumerate(told, start=1):
        parts = {part: canonical(each[part]) for part in PARTS}
        entry = chained(Entry(**{**each, **parts, "seq": seq, "previous": previous, "hash": ""}))
        previous = entry.hash
        yield entry


def _states(entries: list[Entry]) -> Iterator[Ballot]:
    content: Told = {}
    for entry in entries:
        content = folded(content, entry.read("changes")["ballot"])
        yield thawed(Ballot, content)


def _insert(connection: sqlite3.Connection, table: str, rows: list[Any]) -> None:
    for row in rows:
        connection.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", tuple(row))
