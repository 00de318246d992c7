"""Readers put wrong on purpose: what a trial of hostile input has to find out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from bounded import MEGABYTES, SECONDS


def _lets_through() -> None:
    int("nothing that is a number")


def _sleeps() -> None:
    time.sleep(SECONDS + 1)


def _turns() -> None:
    while True:
        pass


def _allocates() -> None:
    bytearray(b"x") * ((MEGABYTES + 44) * 1024 * 1024)


def _hides_its_sleep() -> None:
    """What catches everything must not catch the end of its time."""
    try:
        time.sleep(SECONDS + 1)
    except Exception:
        return


def controls() -> Iterator[tuple[str, Callable[[], None]]]:
    """Each with a title."""
    yield "a reader that lets an exception through", _lets_through
    yield "a reader that sleeps 3 s", _sleeps
    yield "a reader that never ends", _turns
    yield "a reader that takes 300 MB", _allocates
    yield "a reader that catches everything", _hides_its_sleep
