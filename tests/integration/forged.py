"""Forged entries: the changes or payload of one entry altered, every hash after it made to fit, and the row with it.
Nothing but what the entries say can give it away."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forging import unhindered

from govflow.domain.canonical import canonical
from govflow.domain.history import GENESIS, Entry, chained
from govflow.domain.plain import folded

Forge = Callable[[dict[str, Any]], object]
"""Alters what an entry says, in place: its parts by name, each as plain data."""


def forged(url: str, kind: str, *, seq: int, forge: Forge) -> None:
    """Alter one entry of every history of a kind."""
    with unhindered(Path(url)) as connection:
        subjects = connection.execute("SELECT DISTINCT subject FROM history WHERE kind = ?", [kind])
        for (subject,) in subjects.fetchall():
            _rechained(connection, kind, subject, seq=seq, forge=forge)


def _rechained(connection: sqlite3.Connection, kind: str, subject: str, *, seq: int, forge: Forge) -> None:
    columns = ", ".join(f'"{name}"' for name in Entry._fields)
    where = "kind = ? AND subject = ?"
    rows = connection.execute(f"SELECT {columns} FROM history WHERE {where} ORDER BY seq", [kind, subject])
    previous = GENESIS
    content: dict[str, Any] = {}
    for entry in [Entry(*row) for row in rows]:
        new = _altered(entry, forge) if entry.seq == seq else entry
        new = chained(new._replace(previous=previous))
        previous, content = new.hash, folded(content, new.read("changes").get(kind, {}))
        fields = ", ".join(f'"{name}" = ?' for name in Entry._fields)
        connection.execute(
            f"UPDATE history SET {fields} WHERE {where} AND seq = ?", [*new, kind, subject, new.seq]
        )
    if kind == "round":
        row = [canonical(content), content["state"], subject]
        connection.execute("UPDATE rounds SET content = ?, state = ? WHERE reference = ?", row)
    if kind == "proposal":
        connection.execute(
            "UPDATE proposals SET due_on = ? WHERE reference = ?", [content["due_on"], subject]
        )


def _altered(entry: Entry, forge: Forge) -> Entry:
    said = {
        "changes": entry.read("changes"),
        "payload": entry.read("payload"),
        "cause": entry.cause,
        "recorded_at": entry.recorded_at,
    }
    said = json.loads(json.dumps(said))  # parts of their own, to be altered
    forge(said)
    changes, payload = canonical(said["changes"]), canonical(said["payload"])
    plain = {"cause": said["cause"], "recorded_at": said["recorded_at"]}
    return entry._replace(changes=changes, payload=payload, **plain)
