"""Turns: writers of one SQLite file queue, and each goes as soon as the one before it is done.

SQLite itself lets writers sleep and try again, for up to a tenth of a second at a time, and whoever comes when nobody
holds the file overtakes all who sleep. The queue is a lock that the kernel hands on in the order of asking and takes
from the dead. It only orders who tries: what keeps writers apart is SQLite's own lock, as where there is no queue.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread

try:
    import fcntl
except ImportError:  # pragma: no cover - systems without it have no queue
    fcntl = None  # type: ignore[assignment]  # looked at before each use


class Turns:
    """The queue of one connection to a file. It is the lock of the file's journal (`-wal`), which SQLite itself leaves
    unlocked and keeps for as long as anybody is connected: nothing has to be made and cleared away."""

    __slots__ = ("_held", "_journal", "_seconds")

    def __init__(self, file: Path, *, seconds: float) -> None:
        self._journal = file.with_name(f"{file.name}-wal")
        self._seconds = seconds
        self._held: int | None = None

    def take(self) -> bool:
        """Wait for the turn; False when it did not come in time. Where there is no queue, it is always one's turn."""
        handle = self._opened()
        if handle is None:
            return True
        if not _locked(handle) and not _Wait(handle).lasts(self._seconds):
            return False
        self._held = handle
        return True

    def give(self) -> None:
        """Let the next one go."""
        if self._held is not None:
            _give_back(self._held)
            self._held = None

    def _opened(self) -> int | None:
        """A handle of the journal's own, whose closing gives the lock back; None where there can be no queue."""
        if fcntl is None:
            return None
        with suppress(OSError):
            return os.open(self._journal, os.O_RDONLY | os.O_CLOEXEC)
        return None


def _locked(handle: int) -> bool:
    """Whether the lock was free and is now ours."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _give_back(handle: int) -> None:
    """Closing is not enough: a child that was forked meanwhile has the handle too, and may live on."""
    with suppress(OSError):  # a file system without locks
        fcntl.flock(handle, fcntl.LOCK_UN)
    os.close(handle)


class _Wait:
    """One place in the queue. The kernel's wait has no end of its own: it is done by a thread that can be left behind,
    and that gives back what nobody waits for any more."""

    __slots__ = ("_came", "_guard", "_handle", "_left")

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._guard = Lock()
        self._came = Event()
        self._left = False

    def lasts(self, seconds: float) -> bool:
        """Whether the lock came within so many seconds."""
        Thread(target=self._stand, name="govflow-turn", daemon=True).start()
        try:
            self._came.wait(seconds)
        except BaseException:  # the turn may have come with the interrupt, and nobody else would give it back
            if self._over():
                _give_back(self._handle)
            raise
        return self._over()

    def _over(self) -> bool:
        """Wait no more; whether the lock came before."""
        with self._guard:
            came = self._came.is_set()
            self._left = not came
        return came

    def _stand(self) -> None:
        with suppress(OSError):  # a file system without locks: SQLite's own way of waiting remains
            fcntl.flock(self._handle, fcntl.LOCK_EX)
        with self._guard:
            if not self._left:
                self._came.set()
                return
        _give_back(self._handle)
