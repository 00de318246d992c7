"""Bulk import: `govflow.submit_file` on a long CSV file beside `sqlite3` writing the same rows.

Govflow reads and checks the file and decides; the raw side is handed every INSERT and UPDATE ready-made, each
with its parameters, in one transaction. Both ways to import are taken: as drafts, and submitted at once.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import raw
import stage
import stopwatch
from figure import Bar, Figure, main

import govflow

MINISTRY = stage.MINISTRIES[0]


def measure(folder: Path, sample: bool) -> list[Figure]:
    rows, rounds = (300, 3) if sample else (2_000, 7)
    file = stage.proposals_file(folder, MINISTRY, rows)
    return [
        _figure("bulk import of drafts", folder, file, rows=rows, rounds=rounds, draft=True),
        _figure("bulk import and submission", folder, file, rows=rows, rounds=rounds, draft=False),
    ]


def _figure(name: str, folder: Path, file: Path, *, rows: int, rounds: int, draft: bool) -> Figure:
    store = stage.founded(folder)
    written = _written(store, file, draft=draft)
    taken = [_round(store, file, written, draft=draft, number=number) for number in range(rounds)]
    ours, raw_ = stopwatch.each(taken, rows)
    return Figure(
        f"{name}: throughput / raw",
        stopwatch.throughput(taken),
        Bar("≥", 0.25),
        f"{1 / ours.elapsed:,.0f} and {1 / raw_.elapsed:,.0f} proposals a second",
    )


def _written(store: Path, file: Path, *, draft: bool) -> list[raw.Executed]:
    """What the import writes, its one transaction included."""
    with raw.recorded(stage.copied(store, "bulk-recorded")) as (session, cursor):
        clerk = stage.caller(session, "pmo_clerk", MINISTRY)
        cursor.taken()
        govflow.submit_file(clerk, file, draft=draft)
        return [executed for executed in cursor.taken() if executed.writes]


def _round(
    store: Path, file: Path, written: list[raw.Executed], *, draft: bool, number: int
) -> stopwatch.Round:
    """One import on either side, into stores that hold nothing yet; who goes first alternates."""
    ours, theirs = stage.copied(store, "bulk-govflow"), stage.copied(store, "bulk-raw")
    with stage.opened(ours) as session, raw.Raw(theirs) as other:
        clerk = stage.caller(session, "pmo_clerk", MINISTRY)
        turn = (partial(govflow.submit_file, clerk, file, draft=draft), partial(other.replay, written))
        taken = stopwatch.round_of([turn], first_by_raw=number % 2 == 1)
    raw.require_same(ours, theirs)
    return taken


if __name__ == "__main__":
    sys.exit(main("Bulk import", measure))
