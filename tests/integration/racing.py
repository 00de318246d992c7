"""Processes that act on one store at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, NamedTuple

import govflow
from govflow.errors import GovflowError


class Attempt(NamedTuple):
    """What one process tries: a function of the public API, by name, in the hands of a person at a moment."""

    url: str
    person: str
    moment: str
    act: str
    said: tuple[Any, ...]


def attempted(attempt: Attempt, start: float) -> str:
    """What came of it: the act, or the code of the refusal."""
    clock = govflow.fixed_clock(govflow.moment_of(attempt.moment, "Asia/Tokyo"))
    with govflow.open(attempt.url, person=attempt.person, clock=clock) as own:
        time.sleep(max(0.0, start - time.time()))
        try:
            getattr(govflow, attempt.act)(own, *attempt.said)
        except GovflowError as refused:
            return refused.code
        return "done"


@contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes that are ready to act."""
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        list(pool.map(time.sleep, [0.1] * count))
        yield pool


def race(pool: ProcessPoolExecutor, attempts: list[Attempt]) -> list[str]:
    """What came of attempts that begin at the same moment."""
    start = time.time() + 0.6
    return list(pool.map(attempted, attempts, [start] * len(attempts)))
