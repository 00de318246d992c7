"""Syncs: how many times an act makes the disk write. Counted by strace over N and 2N acts, so that opening and
closing fall out; checkpoints are put off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import stage
from figure import Bar, Figure, main

import govflow
from govflow.store.address import Address
from govflow.store.connecting import database_at

NAME = "durable act: syncs of the disk"
ONE = Bar("=", 1)


def measure(folder: Path, sample: bool) -> list[Figure]:
    acts = 30 if sample else 120
    obstacle = _obstacle(folder)
    if obstacle is not None:
        return [Figure(NAME, None, ONE, obstacle)]
    store = stage.with_drafts(folder, 2 * acts // len(stage.MINISTRYS_PART))
    once, twice = (_syncs(folder, store, count) for count in (acts, 2 * acts))
    return [Figure(NAME, (twice - once) / acts, ONE, f"{once} syncs in {acts} acts, {twice} in {2 * acts}")]


def _obstacle(folder: Path) -> str | None:
    """Why nothing can be counted here; None when it can."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed (apt-get install strace)"
    tried = subprocess.run(
        [strace, "-f", "-o", os.devnull, sys.executable, "-c", "pass"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return f"strace may not trace here: {tried.stderr.strip()}" if tried.returncode else None


def _syncs(folder: Path, store: Path, count: int) -> int:
    trace = folder / f"syncs-{count}.txt"
    child = [sys.executable, __file__, "--act", str(stage.copied(store, f"syncs-{count}")), str(count)]
    subprocess.run(["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(trace), *child], check=True)
    # A call that another thread interrupts stands on two lines, of which the second says `resumed`.
    return sum("sync(" in line for line in trace.read_text(encoding="utf-8").splitlines())


def act_on(store: Path, count: int) -> None:
    """Do so many acts on a store without a checkpoint between them: what strace watches."""
    database = database_at(Address.of(str(store)))
    database.cursor.execute("PRAGMA wal_autocheckpoint = 0")
    with stage.on_database(database) as session:
        for planned in islice(stage.planned(session), count):
            govflow.act(planned.session, planned.command)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--act"]:
        act_on(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main("Syncs of the disk", measure))
