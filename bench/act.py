"""The durable act: throughput and processor time of `govflow.act` beside `sqlite3` executing the same statements.

Authorisation, guards, version check, chained history, tally and idempotency, on one open connection, WAL + FULL.
The statements of every act are recorded beforehand; then both sides do act after act in turn, each on its own copy
of the store, and in the end both copies must hold the same rows.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import raw
import stage
import stopwatch
from figure import Bar, Figure, main

import govflow

ACTS = len(stage.MINISTRYS_PART)
PROPOSALS_A_ROUND = 5


def measure(folder: Path, sample: bool) -> list[Figure]:
    rounds = 6 if sample else 40
    store = stage.with_drafts(folder, PROPOSALS_A_ROUND * (rounds + 1))
    taken = _rounds(store, _recorded(store))
    ours, raw_ = stopwatch.each(taken, ACTS * PROPOSALS_A_ROUND)
    return [
        Figure(
            "durable act: throughput / raw sqlite3",
            stopwatch.throughput(taken),
            Bar("≥", 0.5, 0.85),
            f"{1 / ours.elapsed:,.0f} and {1 / raw_.elapsed:,.0f} acts a second",
        ),
        Figure(
            "durable act: processor time / raw sqlite3",
            stopwatch.processor(taken),
            Bar("≤", 6, 2),
            f"{ours.processor * 1e6:,.0f} and {raw_.processor * 1e6:,.0f} µs an act",
        ),
    ]


def _recorded(store: Path) -> list[list[raw.Executed]]:
    """What each act executes, act by act."""
    with raw.recorded(stage.copied(store, "act-recorded")) as (session, cursor):
        acts = stage.planned(session)
        cursor.taken()
        statements: list[list[raw.Executed]] = []
        for act in acts:
            govflow.act(act.session, act.command)
            statements.append(cursor.taken())
    return statements


def _rounds(store: Path, statements: Sequence[list[raw.Executed]]) -> list[stopwatch.Round]:
    """Every round but the first, in which both sides fill their caches."""
    ours, theirs = stage.copied(store, "act-govflow"), stage.copied(store, "act-raw")
    size = ACTS * PROPOSALS_A_ROUND
    with stage.opened(ours) as session, raw.Raw(theirs) as other:
        turns = [
            (partial(govflow.act, act.session, act.command), partial(other.replay, executed))
            for act, executed in zip(stage.planned(session), statements, strict=True)
        ]
        gc.freeze()  # what was recorded is not govflow's to look through for garbage
        rounds = [stopwatch.round_of(turns[start : start + size]) for start in range(0, len(turns), size)]
    raw.require_same(ours, theirs)
    return rounds[1:]


if __name__ == "__main__":
    sys.exit(main("The durable act", measure))
