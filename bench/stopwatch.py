"""The stopwatch: elapsed and processor time of two sides that take turns, and their ratios round by round."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds: on the clock, and of the processor by this process."""

    elapsed: float
    processor: float

    def plus(self, other: Spent) -> Spent:
        return Spent(self.elapsed + other.elapsed, self.processor + other.processor)


NOTHING = Spent(0.0, 0.0)


def spent_on(work: Callable[[], object]) -> Spent:
    elapsed, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - elapsed, time.process_time() - processor)


@dataclass(frozen=True, slots=True)
class Round:
    """What both sides spent on the same work."""

    govflow: Spent
    raw: Spent

    @property
    def throughput(self) -> float:
        """Govflow's throughput as a part of the raw one."""
        return self.raw.elapsed / self.govflow.elapsed

    @property
    def processor(self) -> float:
        """Govflow's processor time as a multiple of the raw one."""
        return self.govflow.processor / self.raw.processor


Turn = tuple[Callable[[], object], Callable[[], object]]
"""The same piece of work: govflow's way, and the raw one."""


def round_of(turns: Sequence[Turn], *, first_by_raw: bool = False) -> Round:
    """Both sides work piece by piece, and who goes first alternates."""
    ours = raw = NOTHING
    for number, (by_govflow, by_raw) in enumerate(turns, int(first_by_raw)):
        if number % 2:
            raw = raw.plus(spent_on(by_raw))
            ours = ours.plus(spent_on(by_govflow))
        else:
            ours = ours.plus(spent_on(by_govflow))
            raw = raw.plus(spent_on(by_raw))
    return Round(ours, raw)


def throughput(rounds: Sequence[Round]) -> float:
    return median(one.throughput for one in rounds)


def processor(rounds: Sequence[Round]) -> float:
    return median(one.processor for one in rounds)


def each(rounds: Sequence[Round], pieces: int) -> tuple[Spent, Spent]:
    """What one piece of a round took, on either side: the median over the rounds."""
    ours = [one.govflow for one in rounds]
    raw = [one.raw for one in rounds]
    return _per_piece(ours, pieces), _per_piece(raw, pieces)


def _per_piece(spent: Sequence[Spent], pieces: int) -> Spent:
    return Spent(median(s.elapsed for s in spent) / pieces, median(s.processor for s in spent) / pieces)
