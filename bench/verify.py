"""Verification: entries a second of the processor, replayed against their definitions and by their chains alone."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import population
import stage
from figure import Bar, Figure, main
from stopwatch import spent_on

import govflow


def measure(folder: Path, sample: bool) -> list[Figure]:
    proposals, times = (1_000, 3) if sample else (20_000, 3)
    store = population.build(folder / f"verified-{proposals}.db", proposals)
    return [
        _figure("audit verify: entries a second / 20,000", store, 20_000, times=times, replay=True),
        _figure("audit verify --chains-only: entries / 200,000", store, 200_000, times=times, replay=False),
    ]


def _figure(name: str, store: Path, aim: int, *, times: int, replay: bool) -> Figure:
    with stage.opened(store) as session:
        found = govflow.verify(session, replay=replay)  # warms
        if not found.holds:
            raise SystemExit(f"{store} does not hold")
        work = partial(govflow.verify, session, replay=replay)
        each = found.entries / min(spent_on(work).processor for _ in range(times))
    return Figure(name, each / aim, Bar("≥", 1.0), f"{each:,.0f} entries a second of the processor")


if __name__ == "__main__":
    sys.exit(main("Verification", measure))
