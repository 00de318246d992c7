"""Batches: how much faster acts from a file become with `--batch N`, beside `sqlite3` batching the same statements.

One transaction to an act, or one to N acts: both ways by govflow and by `sqlite3`, in turn, on copies of one store.
"""

from __future__ import annotations

import csv
import sys
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import raw
import stage
import stopwatch
from figure import Bar, Figure, main

import govflow

BATCH = 50


class Way(NamedTuple):
    """So many acts to a transaction, and what govflow then executes."""

    batch: int
    executed: list[raw.Executed]


def measure(folder: Path, sample: bool) -> list[Figure]:
    proposals, rounds = (25, 3) if sample else (100, 9)
    store = stage.with_drafts(folder, proposals)
    file = _acts_file(store, folder)
    ways = [Way(batch, _recorded(store, file, batch)) for batch in (1, BATCH)]
    taken = [[_round(store, file, way, number=number) for way in ways] for number in range(rounds)]
    ours, theirs = (_speed_ups(taken, side) for side in ("govflow", "raw"))
    ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    told = f"×{median(ours):.2f} and ×{median(theirs):.2f} by {BATCH} acts to a transaction"
    return [Figure("acts in batches: speed-up / raw sqlite3", ratio, Bar("≥", 0.5), told)]


def _speed_ups(taken: list[list[stopwatch.Round]], side: str) -> list[float]:
    """How many times faster a side becomes, round by round."""
    return [getattr(single, side).elapsed / getattr(batched, side).elapsed for single, batched in taken]


def _acts_file(store: Path, folder: Path) -> Path:
    """The ministry's part of every proposal as a file of acts."""
    file = folder / "acts.csv"
    with stage.opened(store) as session, file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["reference", "trigger", "person"])
        for _, command, person in stage.planned(session):
            rows.writerow([command.reference, command.trigger, person])
    return file


def _recorded(store: Path, file: Path, batch: int) -> list[raw.Executed]:
    with raw.recorded(stage.copied(store, f"batch-recorded-{batch}")) as (session, cursor):
        govflow.act_file(session, file, batch=batch, key="acts")
        return cursor.taken()


def _round(store: Path, file: Path, way: Way, *, number: int) -> stopwatch.Round:
    ours, theirs = stage.copied(store, "batch-govflow"), stage.copied(store, "batch-raw")
    with stage.opened(ours) as session, raw.Raw(theirs) as other:
        by_govflow = partial(govflow.act_file, session, file, batch=way.batch, key="acts")
        turn = (by_govflow, partial(other.replay, way.executed))
        taken = stopwatch.round_of([turn], first_by_raw=number % 2 == 1)
    raw.require_same(ours, theirs)
    return taken


if __name__ == "__main__":
    sys.exit(main("Acts in batches", measure))
