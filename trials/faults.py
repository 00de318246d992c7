"""Every writing command is killed, runs out of disk, and loses power: `python trials/faults.py [--sample] [PART …]`.

`kills`: before and after each of its SQL statements, on both databases. What was committed before is there and nothing
else; repeating the command under its key gives the first result, once. `writes`: each write and sync of SQLite's files
fails or is the last. `power`: of what was not synced any part is lost. Each part puts something wrong on purpose, which
has to be found out. `--every K` takes each K-th fault, `--seed` says from where; `--without strace` leaves out what
needs it."""

from __future__ import annotations

import argparse
import gc
import importlib
import pkgutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import tracing
from fault_parts import PARTS, TRACED, Asked
from faulty import elsewhere
from kills import ROOT
from stands import Stands

import govflow


def warmed() -> None:
    """Everything is imported, and a store was founded and verified, so that a child begins at once."""
    for found in pkgutil.walk_packages(govflow.__path__, "govflow."):
        if ".migrations." not in found.name:
            importlib.import_module(found.name)
    from govflow.cli import main

    stands = Stands()
    said = StringIO()
    try:
        with elsewhere(*stands.main), redirect_stdout(said), redirect_stderr(said):
            main(
                [
                    "init",
                    "--org",
                    str(ROOT / "examples" / "town.yaml"),
                    "--demonstration",
                    "--now",
                    "2025-06-02",
                ]
            )
            main(["audit", "verify"])
    finally:
        stands.close()
    gc.collect()
    gc.freeze()


def main() -> int:
    parser = argparse.ArgumentParser(description="Killed, out of disk, out of power")
    parser.add_argument("--sample", action="store_true", help="a few faults of every command, in seconds")
    parser.add_argument("--every", type=int, default=1, metavar="K", help="each K-th fault")
    parser.add_argument("--seed", type=int, default=1, help="where to begin, and what a cut leaves")
    parser.add_argument("--page", action="append", default=[], help="only the commands of this page")
    parser.add_argument("--command", action="append", default=[], help="only this one, such as `ballot cast`")
    parser.add_argument("--without", action="append", default=[], choices=["strace"])
    parser.add_argument("part", nargs="*", help=", ".join(PARTS))
    given = parser.parse_args()
    if unknown := set(given.part) - PARTS.keys():
        parser.error(f"no part is called {', '.join(sorted(unknown))}: {', '.join(PARTS)}")
    asked = Asked(given.sample, given.every, given.seed, tuple(given.page), tuple(given.command))
    print(f"seed {asked.seed}, {'a sample' if asked.sample else f'each {asked.every}. fault'}\n")
    warmed()
    traced = tracing.available()
    held = [
        _held(part, asked, traced=traced, may_miss="strace" in given.without) for part in given.part or PARTS
    ]
    return 0 if all(held) else 1


def _held(part: str, asked: Asked, *, traced: bool, may_miss: bool) -> bool:
    if part in TRACED and (may_miss or not traced):
        print(f"NOT TRIED: {part}, which needs strace{'' if may_miss else ': see --without'}\n")
        return may_miss
    holds = PARTS[part](asked)
    print(f"  {'ok' if holds else 'DOES NOT HOLD'}\n", flush=True)
    return holds


if __name__ == "__main__":
    sys.exit(main())
