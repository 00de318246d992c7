"""The log for operators: what one command was and came to, as one line of JSON. It has no text of anybody in it.

Names and references that are noted have the form of one, since what is typed in their place may be anything.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

VARIABLE = "GOVFLOW_LOG"
STDERR = "-"

_REFERENCE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*-[0-9][A-Za-z0-9-]*")
_LONGEST = 100
"""No name or reference that is noted is longer. What is typed may be of any length, and is not even looked at then."""

_NAME = re.compile(r"[A-Za-z0-9_.:-]+")
_REFERRING = ("reference", "references", "proposal", "meeting", "ballot", "decision", "number", "document")
"""The parameters of commands that hold references."""

_MOST = 100
"""At most so many references of one command are noted."""

_OUTCOMES: Mapping[int, str] = {0: "done", 3: "refused", 4: "refused", 8: "unknown", 130: "interrupted"}


class Journal:
    """What there is to note of one command; `target` is a file, `-`, or nothing."""

    __slots__ = ("_began", "codes", "command", "key", "office", "person", "references", "store", "target")

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.target = os.environ.get(VARIABLE, "")
        self.command = ""
        self.store: str | None = None
        self.person: str | None = None
        self.office: str | None = None
        self.key: str | None = None
        self.references: dict[str, None] = {}
        self.codes: tuple[str, ...] = ()

    def asked(self, command: str, given: Mapping[str, Any]) -> None:
        """What a command was given, as far as it is noted."""
        self.command = command
        self.key = _named(given.get("key"))
        for name in _REFERRING:
            self._refer(given.get(name))

    def answered(self, value: Any) -> None:
        """The store and the references of what was made, where the answer has them."""
        self.store = self.store or _named(_part(value, "store_id"))
        self._refer(_part(value, "reference"))
        for name in ("rows", "results"):
            items = _part(value, name)
            if isinstance(items, tuple):
                self._refer([_part(item, "reference") for item in items])

    def _refer(self, given: Any) -> None:
        for each in given if isinstance(given, (list, tuple)) else [given]:
            if len(self.references) < _MOST and _has_form(each, _REFERENCE):
                self.references[each] = None

    def line(self, exit_code: int) -> str:
        """One line that nothing can break: ASCII without control characters."""
        import json

        said = dict(self._said(exit_code))
        return json.dumps(said, ensure_ascii=True, separators=(",", ":")).replace("\x7f", "\\u007f") + "\n"

    def _said(self, exit_code: int) -> Iterator[tuple[str, Any]]:
        yield "time", datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        yield "command", self.command
        yield "store", self.store
        yield "person", _named(self.person)
        yield "office", _named(self.office)
        yield "references", list(self.references)
        yield "outcome", _OUTCOMES.get(exit_code, "failed")
        yield "codes", list(self.codes)
        yield "exit_code", exit_code
        yield "ms", round((time.monotonic() - self._began) * 1000)
        yield "key", self.key


def keep(line: str, path: str) -> None:
    """Add a line to the file, beside other processes. OSError where it cannot be whole; the next begins a new one."""
    # A pipe that nobody reads must not hold an act up.
    opened = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o600)
    try:
        text = ("\n" if _cut_off(path) else "") + line
        if os.write(opened, text.encode("ascii")) < len(text):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        os.close(opened)


def _cut_off(path: str) -> bool:
    """Whether a file ends within a line: what a full disk took no more of stays alone on its line."""
    if not os.path.isfile(path):
        return False
    with suppress(PermissionError), open(path, "rb") as kept:  # who may only add to it cannot know
        if kept.seek(0, os.SEEK_END):
            kept.seek(-1, os.SEEK_END)
            return kept.read(1) != b"\n"
    return False


def _named(value: Any) -> str | None:
    return value if _has_form(value, _NAME) else None


def _has_form(value: Any, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and form.fullmatch(value) is not None


def _part(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
