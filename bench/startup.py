"""Start-up: processor time of whole commands beside that of `python -c pass`, with bytecode cached.

The commands run one after the other, round by round, and each figure is the median of its rounds' ratios.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import stage
from figure import Bar, Figure, main

PASS = [sys.executable, "-c", "pass"]
BARS = {"govflow --help": Bar("≤", 6), "govflow submit FILE": Bar("≤", 35)}


def measure(folder: Path, sample: bool) -> list[Figure]:
    environment = _environment(folder)
    store = stage.copied(stage.founded(folder), "startup")
    taken = [
        {
            name: _spent(line, environment, folder / "said.txt")
            for name, line in _commands(folder, store, number).items()
        }
        for number in range(8 if sample else 26)
    ][1:]  # the first compiles
    return [
        Figure(
            f"{name}: processor time / python",
            median(times[name] / times["pass"] for times in taken),
            bar,
            f"{_milliseconds(taken, name)} and {_milliseconds(taken, 'pass')} ms",
        )
        for name, bar in BARS.items()
    ]


def _commands(folder: Path, store: Path, number: int) -> dict[str, list[str]]:
    """What one round runs; each round submits a proposal of its own."""
    file = folder / f"proposal-{number}.json"
    ministry = stage.MINISTRIES[0]
    content = stage.proposal(ministry, number)
    whole = {name: int(content[name]) for name in ("fiscal_year", "amount")}
    file.write_text(json.dumps({**content, **whole}, ensure_ascii=False), encoding="utf-8")
    person = _clerk(store, ministry)
    options = ["--store", str(store), "--as", person, "--now", stage.MOMENT.isoformat()]
    return {
        "pass": PASS,
        "govflow --help": [*_govflow(), "--help"],
        "govflow submit FILE": [*_govflow(), "submit", str(file), *options],
    }


def _clerk(store: Path, ministry: str) -> str:
    with stage.opened(store) as session, session.store.reading() as work:
        directory = session.directory(work)
    office, *_ = directory.responsible_offices("pmo_clerk", ministry)
    return directory.holders(office.code)[0]


def _govflow() -> list[str]:
    """The installed command beside this Python, else the checkout's."""
    installed = Path(sys.executable).with_name("govflow")
    return [str(installed)] if installed.exists() else [sys.executable, str(stage.CHECKOUT / "cli.py")]


def _environment(folder: Path) -> Mapping[str, str]:
    """This environment, with bytecode kept in the folder whatever it says about that."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _spent(line: list[str], environment: Mapping[str, str], log: Path) -> float:
    """Seconds of the processor that a command takes; what it says goes into the log."""
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    logged = [(os.POSIX_SPAWN_OPEN, 1, str(log), writing, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
    child = os.posix_spawn(line[0], line, environment, file_actions=logged)
    _, status, used = os.wait4(child, 0)
    if status:
        said = log.read_text(encoding="utf-8")
        raise RuntimeError(f"{' '.join(line)} ended with {os.waitstatus_to_exitcode(status)}: {said}")
    return used.ru_utime + used.ru_stime


def _milliseconds(taken: list[dict[str, float]], name: str) -> str:
    return f"{median(times[name] for times in taken) * 1e3:.0f}"


if __name__ == "__main__":
    sys.exit(main("Start-up", measure))
