"""What a process does to some files, followed by strace: each write, sync, cut and removal of them; or one fails."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from faulty import Traced

CALLS = ("openat", "pwrite64", "write", "ftruncate", "fsync", "fdatasync", "unlink")
FAILING = ("pwrite64", "write", "ftruncate", "fsync", "fdatasync")
"""The calls that are let fail."""

_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((?:(?:AT_FDCWD<[^>]*>|\d+<([^>]*)>)(?:, )?)?(.*)\) += (-?\d+)(.*)$")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Call(NamedTuple):
    """One thing done to a file: what, where, and with which bytes."""

    name: str
    path: str
    data: bytes = b""
    offset: int = 0
    made: bool = False


def available() -> bool:
    """Whether strace is here and may follow a process."""
    found = shutil.which("strace")
    return (
        found is not None and subprocess.run([found, "-o", "/dev/null", "true"], check=False).returncode == 0
    )


def following(files: Sequence[Path], kept: Path, *, failing: str = "") -> Traced:
    """The child is followed in what it does to these files; with `failing`, such as `fsync:error=EIO:when=2`, one of
    its calls does not do what it should."""
    return Traced(partial(_followed, list(files), kept, failing))


@contextmanager
def _followed(files: list[Path], kept: Path, failing: str, child: int) -> Iterator[None]:
    asked = [
        "strace",
        "-f",
        "-p",
        str(child),
        "-o",
        str(kept),
        "-y",
        "-xx",
        "-s",
        "1000000",
        "-e",
        f"trace={','.join(CALLS)}",
    ]
    for file in files:
        asked += ["-P", str(file)]
    if failing:
        asked += ["-e", f"inject={failing}"]
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        for line in tracer.stderr:
            if "attached" in line:
                break
        try:
            yield
        finally:
            tracer.wait()


def calls_of(kept: Path) -> list[Call]:
    """What was done, in order; what failed is left out."""
    return [call for line in kept.read_text().splitlines() if (call := _call(line))]


def _call(line: str) -> Call | None:
    found = _CALL.match(line)
    if found is None or int(found[4]) < 0:
        return None
    name, path, rest, came_to = found[1], _text(found[2] or ""), found[3], found[5]
    if name == "openat":
        opened = re.match(r"<([^>]*)>", came_to)
        return Call(name, _text(opened[1]) if opened else "", made="O_CREAT" in rest)
    if name == "unlink":
        return Call(name, _bytes(rest).decode())
    if name == "ftruncate":
        return Call(name, path, offset=int(rest))
    if name in ("pwrite64", "write"):
        data = _bytes(rest)[: int(found[4])]
        return Call(name, path, data, int(rest.rpartition(", ")[2]) if name == "pwrite64" else 0)
    return Call(name, path)


def _bytes(text: str) -> bytes:
    found = _QUOTED.search(text)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _text(path: str) -> str:
    """A path as strace shows it, of which `-xx` makes hexadecimal."""
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path
