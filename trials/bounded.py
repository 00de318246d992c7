"""One call within bounds: what it lets through, a hang and a heap of memory are each a fault that is told."""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

SECONDS = 2.0
MEGABYTES = 256
_PROCESS = Path("/proc/self")


class Overtime(BaseException):
    """The time of a call is up. No `Exception`: nothing in the program may catch it."""


def fault_of(call: Callable[[], object], allowed: tuple[type[BaseException], ...] = ()) -> str:
    """What is wrong with how a call ends, empty where nothing is. A call that was slow is made once more: the machine
    may have been busy."""
    fault = _once(call, allowed)
    return _once(call, allowed) if fault.startswith("hang") else fault


def _once(call: Callable[[], object], allowed: tuple[type[BaseException], ...]) -> str:
    before = _peak_from_now()
    began = _own_time()
    try:
        with suppress(*allowed), _alarm(began):
            call()
    except Overtime:
        return f"hang: more than {SECONDS:g} s"
    except Exception as error:
        return _told(error)
    if _own_time() - began > SECONDS:
        return f"hang: {_own_time() - began:.1f} s"
    grown = (_peak() - before) // 1024
    return f"memory: {grown} MB" if grown > MEGABYTES else ""


def _told(error: Exception) -> str:
    """The error with where it was raised: what is told as one and the same is one finding."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = str(error).split("\n", 1)[0][:120]
    return f"let through {type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {said}"


@contextmanager
def _alarm(began: float) -> Iterator[None]:
    def ring(number: int, frame: FrameType | None) -> None:
        if _own_time() - began > SECONDS:
            raise Overtime

    previous = signal.signal(signal.SIGALRM, ring)
    # Again and again: where a destructor runs at that moment, the interpreter only notes what is raised.
    signal.setitimer(signal.ITIMER_REAL, SECONDS, SECONDS / 4)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _own_time() -> float:
    """Seconds that pass for this process alone: working or asleep, but not waiting for a processor that others have."""
    waited = int((_PROCESS / "schedstat").read_text().split()[1])
    return time.monotonic() - waited / 1e9


def _peak_from_now() -> int:
    """Forget the highest use of memory so far; the use now, in KiB."""
    (_PROCESS / "clear_refs").write_text("5")
    return _peak()


def _peak() -> int:
    for line in (_PROCESS / "status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    raise RuntimeError("the system does not tell the highest use of memory")
