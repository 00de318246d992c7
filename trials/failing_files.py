"""Failing files: each write and sync of SQLite's files runs out of disk, fails, or is the last thing a command does.

The command tells it by name and with the exit code that is documented; repeating it gives the first result, once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from contents import contents
from faulty import Doctored, Ran, ran
from kills import Tried, wrong_again
from stands import Stand, Stands
from tracing import FAILING, calls_of, following

WAYS = ("error=ENOSPC", "error=EIO", "signal=KILL")
NOTHING_DONE, UNKNOWN, NOT_RENDERED = 7, 8, 9
"""The exit codes of a store that failed: nothing was kept, nobody knows, and the act is done but its document has no
text yet."""


class Failure(NamedTuple):
    """The n-th call of a name, from 1, and what becomes of it."""

    call: str
    number: int
    way: str

    def __str__(self) -> str:
        return f"{self.call}:{self.way}:when={self.number}"


def files_of(at: Stand) -> list[Path]:
    """What SQLite writes for a store, and the folder whose entries they are."""
    return [at.folder, *(Path(at.url + ending) for ending in ("", "-wal", "-shm", "-journal"))]


def failures_of(one: Tried, stands: Stands) -> list[Failure]:
    """Every call that a run of the command makes, in every way that it can fail."""
    at = stands.copy()
    kept = at.folder.parent / "calls"
    ran(one.words, folder=at.folder, url=at.url, traced=following(files_of(at), kept))
    counts = Counter(call.name for call in calls_of(kept))
    return [Failure(call, n, way) for call in FAILING for n in range(1, counts[call] + 1) for way in WAYS]


def wrong_failing(
    one: Tried, failure: Failure, stands: Stands, *, deaf: bool = False
) -> tuple[str, str | None]:
    """How the command ended, and what does not hold after it; None where everything does."""
    at = stands.copy()
    traced = following(files_of(at), at.folder.parent / "calls", failing=str(failure))
    ended = ran(one.words, folder=at.folder, url=at.url, doctored=Doctored(deaf=deaf), traced=traced)
    left = contents(at.url)
    wrong = next(_wrong(one, ended, left), None)
    return _named(ended), wrong or wrong_again(one, at)


def _wrong(one: Tried, ended: Ran, left: str) -> Iterator[str]:
    if left not in one.states:
        yield "half done"
    if ended.code is None:
        if ended.out == one.clean.out and left != one.last:
            yield "acknowledged, and lost"
    else:
        yield from _answered_wrong(one, ended.code, left)
    if "Traceback" in ended.err or "Traceback" in ended.out:
        yield "a traceback"


def _answered_wrong(one: Tried, code: int, left: str) -> Iterator[str]:
    """What its exit code says that is not so."""
    if code == one.clean.code:
        if left != one.last and one.clean.code == 0:
            yield "acknowledged, and lost"
    elif code == NOT_RENDERED:
        if left == one.before or len(one.states) == 2:
            yield "it says that the act is done, and it is not"
    elif code not in (NOTHING_DONE, UNKNOWN):
        yield f"it ends with {code}"
    elif code == NOTHING_DONE and len(one.states) == 2 and left != one.before:
        yield "it says that nothing was kept, and it was"


def _named(ended: Ran) -> str:
    """How a command ended, in a word."""
    if ended.code is None:
        return "killed"
    if ended.code == 0:
        return "done all the same"
    try:
        return str(json.loads(ended.out)["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return f"exit code {ended.code}"
