"""Histories told anew: an entry altered, every hash after it made to fit, and the row folded from it. Nothing but what
the entries say can give it away."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from forging import unhindered

from govflow.domain.canonical import canonical
from govflow.domain.history import GENESIS, Entry, chained
from govflow.domain.plain import folded

Alter = Callable[[Entry, dict[str, Any]], Entry]
"""Makes another entry of one and its changes."""


def told_anew(path: Path, subject: str, *, seq: int, alter: Alter) -> None:
    """Alter one entry of a meeting and let everything else agree with it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        columns = ", ".join(f'"{name}"' for name in Entry._fields)
        where = "kind = 'meeting' AND subject = ?"
        rows = connection.execute(f"SELECT {columns} FROM history WHERE {where} ORDER BY seq", [subject])
        previous, content = GENESIS, {}
        for entry in [Entry(*row) for row in rows]:
            new = alter(entry, entry.read("changes")["meeting"]) if entry.seq == seq else entry
            new = chained(new._replace(previous=previous))
            previous, content = new.hash, folded(content, new.read("changes")["meeting"])
            fields = ", ".join(f'"{name}" = ?' for name in Entry._fields)
            connection.execute(
                f"UPDATE history SET {fields} WHERE {where} AND seq = ?", [*new, subject, new.seq]
            )
        state, day = content["state"], content["day"]
        row = [canonical(content), state, day, subject]
        connection.execute("UPDATE meetings SET content = ?, state = ?, day = ? WHERE reference = ?", row)
        for _, trigger in triggers:
            connection.execute(trigger)


def saying(**changes: Any) -> Alter:
    """An entry whose changes have these values; a dictionary is laid over what is there."""

    def alter(entry: Entry, said: dict[str, Any]) -> Entry:
        return entry._replace(changes=canonical({"meeting": _laid(said, changes)}))

    return alter


def by(**fields: Any) -> Alter:
    """An entry with other columns."""
    return lambda entry, said: entry._replace(**fields)


def _laid(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: _laid(below.get(key), each) for key, each in above.items()}}
    return json.loads(json.dumps(above))


def last_told_anew(path: Path, reference: str, alter: Callable[[Entry], Entry]) -> None:
    """Alter the last entry of a proposal, with a hash that fits; the row beside it stays as it is."""
    with unhindered(path) as connection:
        columns = ", ".join(f'"{name}"' for name in Entry._fields)
        where = "kind = 'proposal' AND subject = ?"
        query = f"SELECT {columns} FROM history WHERE {where} ORDER BY seq DESC LIMIT 1"
        last = Entry(*connection.execute(query, [reference]).fetchone())
        fields = ", ".join(f'"{name}" = ?' for name in Entry._fields)
        values = [*chained(alter(last)), reference, last.seq]
        connection.execute(f"UPDATE history SET {fields} WHERE {where} AND seq = ?", values)
