"""Writers beside each other: acts on different proposals of one SQLite store, by several processes at once.

Shipped waiting (a queue, `govflow.store.turn`) beside SQLite's own (`busy_timeout`), in turn, on copies of one store.
Every process does its acts, with a pause before each, as people's commands have; those on its first proposal come
before the clock starts, since they load what all later ones share. A pause is, on average, as long as an act of each of
the others takes: together they ask for just what can be done one after the other. With less nobody waits; more only
makes every queue longer.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

import stage
from figure import Bar, Figure, main

import govflow
from govflow.store import sqlite
from govflow.store.turn import Turns

PROCESSES = 8
WARMING = 3.0
"""Seconds that the processes have for the acts that are not timed."""


class Timed(NamedTuple):
    """What one process saw: how long each act took, and when it was through."""

    acts: list[float]
    through: float


class Side(NamedTuple):
    """What all of them came to."""

    per_second: float
    p50: float
    p99: float
    worst: float


class NoTurns:
    """SQLite's own waiting: nobody queues."""

    def __init__(self, _file: Path, *, seconds: float) -> None:
        self.seconds = seconds

    def take(self) -> bool:
        return True

    def give(self) -> None:
        """There was no turn."""


def measure(folder: Path, sample: bool) -> list[Figure]:
    proposals, rounds = (4, 1) if sample else (16, 5)
    store = stage.with_drafts(folder, PROCESSES * proposals)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        list(pool.map(time.sleep, [0.2] * PROCESSES))
        alone = pool.submit(_acts, stage.copied(store, "alone"), 0, time.time(), pause=0.0, queue=True)
        pause = (PROCESSES - 1) * median(alone.result().acts)
        taken = [_round(pool, store, pause, first=number % 2) for number in range(rounds)]
    ours, theirs = zip(*taken, strict=True)
    ratio = median(one.per_second / other.per_second for one, other in taken)
    late = median(one.p99 / other.p99 for one, other in taken)
    return [
        Figure(
            "8 writers: throughput / busy_timeout",
            ratio,
            Bar("≥", 1.5),
            f"{_told(ours)}, after pauses of {pause * 1000:.1f} ms",
        ),
        Figure("8 writers: p99 / busy_timeout", late, Bar("≤", 1.0), f"beside {_told(theirs)}"),
    ]


def _round(pool: ProcessPoolExecutor, store: Path, pause: float, *, first: int) -> tuple[Side, Side]:
    """The same work in both ways, on copies."""
    sides: dict[bool, Side] = {}
    for queue in (True, False) if first else (False, True):
        copy = stage.copied(store, f"contention-{'queue' if queue else 'plain'}")
        for left in ("-wal", "-shm"):
            copy.with_name(copy.name + left).unlink(missing_ok=True)
        start = time.time() + WARMING
        parts = range(PROCESSES)
        waiting = [pool.submit(_acts, copy, part, start, pause=pause, queue=queue) for part in parts]
        sides[queue] = _side(waiting, start)
    return sides[True], sides[False]


def _side(waiting: Sequence[Future[Timed]], start: float) -> Side:
    found = [one.result() for one in waiting]
    acts = sorted(taken for timed in found for taken in timed.acts)
    spent = max(timed.through for timed in found) - start
    return Side(len(acts) / spent, median(acts), acts[int(len(acts) * 0.99)], acts[-1])


def _acts(store: Path, part: int, start: float, *, pause: float, queue: bool) -> Timed:
    """One process: the ministry's part for every eighth proposal."""
    sqlite.Turns = Turns if queue else NoTurns  # type: ignore[misc, assignment]  # one process serves both sides
    pauses = random.Random(part)
    taken: list[float] = []
    with stage.opened(store) as session:
        mine = _shared_out(stage.planned(session), part)
        warming, timed = mine[: len(stage.MINISTRYS_PART)], mine[len(stage.MINISTRYS_PART) :]
        for planned in warming:
            govflow.act(planned.session, planned.command)
        time.sleep(max(0.0, start - time.time()))
        for planned in timed:
            time.sleep(pause * pauses.expovariate(1))
            began = time.perf_counter()
            govflow.act(planned.session, planned.command)
            taken.append(time.perf_counter() - began)
    return Timed(taken, time.time())


def _shared_out(planned: Sequence[stage.Planned], part: int) -> list[stage.Planned]:
    """What one process does: all acts on its own proposals."""
    acts = len(stage.MINISTRYS_PART)
    return [one for at, one in enumerate(planned) if at // acts % PROCESSES == part]


def _told(sides: Sequence[Side]) -> str:
    def middle(name: str) -> float:
        return median(getattr(side, name) for side in sides)

    times = ", ".join(f"{name} {middle(name) * 1000:.1f} ms" for name in ("p50", "p99", "worst"))
    return f"{middle('per_second'):.0f} acts/s, {times}"


if __name__ == "__main__":
    sys.exit(main("Writers beside each other", measure))
