"""How far a long command is: on a terminal one line that is rewritten, elsewhere a few plain lines."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Self

_EVERY_ON_TERMINAL = 0.1
_EVERY_ELSEWHERE = 5.0


class Progress:
    """Use as a context manager; `advance()` after each piece of work."""

    def __init__(self, label: str, write: Callable[[str], None], *, total: int, live: bool) -> None:
        self._label = label
        self._write = write
        self._total = total
        self._live = live
        self._done = 0
        self._shown = -1
        self._next = time.monotonic() + self._every

    @property
    def _every(self) -> float:
        return _EVERY_ON_TERMINAL if self._live else _EVERY_ELSEWHERE

    def __enter__(self) -> Self:
        self._show()
        return self

    def advance(self, pieces: int = 1) -> None:
        self._done += pieces
        if time.monotonic() >= self._next:
            self._show()

    def __exit__(self, *_: object) -> None:
        if self._done != self._shown:
            self._show()
        if self._live:
            self._write("\n")

    def _show(self) -> None:
        self._shown = self._done
        self._next = time.monotonic() + self._every
        line = f"{self._label} {self._done:,}/{self._total:,}"
        self._write(f"\r\x1b[K{line}" if self._live else f"{line}\n")
