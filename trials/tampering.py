"""Somebody who may write to the store's file: `python trials/tampering.py [--sample] [--seed N] [--jobs N]`.

Every byte of a small store is turned over in one bit, and each copy has to be found out by the verification or hold
what the store held. Then an insider tries what they can by name. Then checks are taken out of the verification, and the
trial has to find that out. `--every-bit` turns over all eight bits, `--only` takes one part."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from blinded import BLINDED, blinded, unverified
from flips import FAILURES, Flip, Outcome, Tried, flips_of, places, tried
from insider import ATTACKS, Attacked, attacked
from small_town import PAGE, small_store

EVERY = {False: 1, True: 97}
"""Of how many bytes one is turned over, in full and in a sample."""

SHOWN = 20
"""How many failures are printed."""

PARTS = ("bytes", "insider", "control")


def main() -> int:
    parser = argparse.ArgumentParser(description="A store that somebody tampers with")
    parser.add_argument("--sample", action="store_true", help="few bytes only")
    parser.add_argument("--seed", type=int, default=1, help="which bits, and which bytes of a sample")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes")
    parser.add_argument("--every-bit", action="store_true", help="all eight bits of each byte")
    parser.add_argument("--only", choices=PARTS, help="one part")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="govflow-tampering-"))
    try:
        path = small_store(folder)
        size = path.stat().st_size
        flips = [*flips_of(size, step=EVERY[options.sample], seed=options.seed, every_bit=options.every_bit)]
        parts = {
            "bytes": lambda: _bytes(path, flips, jobs=options.jobs, seed=options.seed),
            "insider": lambda: _insider(path),
            "control": lambda: _control(path),
        }
        held = [part() for name, part in parts.items() if options.only in (None, name)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(held) else 1


def _bytes(path: Path, flips: Sequence[Flip], *, jobs: int, seed: int) -> bool:
    """Whether no flip went undetected."""
    print(f"A store of {path.stat().st_size:,} bytes, {len(flips):,} bits turned over, seed {seed}")
    original = path.read_bytes()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        shares = [flips[at::jobs] for at in range(jobs)]
        copies = [path.with_name(f"copy-{number}.db") for number in range(jobs)]
        done = [one for share in pool.map(_share, [original] * jobs, shares, copies) for one in share]
    counts = Counter(one.outcome for one in done)
    print(*(f"  {outcome.value:<16}{counts[outcome]:>9,}" for outcome in Outcome), sep="\n")
    failures = sorted(one for one in done if one.outcome in FAILURES)
    print(*_lines(path, failures[:SHOWN]), sep="\n", end="\n" if failures else "")
    return bool(done) and not failures


def _share(original: bytes, flips: Sequence[Flip], path: Path) -> list[Tried]:
    return tried(original, flips, path=path)


def _lines(path: Path, failures: Sequence[Tried]) -> list[str]:
    where = places(path)
    return [
        f"  byte {one.flip.offset}, bit {one.flip.bit}: page {(page := one.flip.offset // PAGE + 1)}"
        f" of {where.get(page, 'nothing')}: {one.outcome.value} {one.said}"
        for one in failures
    ]


def _insider(path: Path) -> bool:
    """Whether every attack was found by what it has to be found by."""
    print(f"\nAn insider with {len(ATTACKS)} attacks, found by")
    return all([_told(attacked(path, name)) for name in ATTACKS])


def _told(one: Attacked) -> bool:
    print(f"  {one.name:<66}{'yes' if one.holds else 'NO':<5}{', '.join(one.found) or 'nothing'}", flush=True)
    return one.holds


def _control(path: Path) -> bool:
    """Whether each check that is taken out of the verification is missed by some attack."""
    print("\nChecks taken out of the verification, each of which has to be missed")
    return all([*(_missed(path, name) for name in BLINDED), _flips_missed(path)])


def _flips_missed(path: Path) -> bool:
    """Whether bits turned over are told as undetected where nothing is verified."""
    flips = [*flips_of(path.stat().st_size, step=EVERY[True], seed=1, every_bit=False)]
    with unverified():
        done = tried(path.read_bytes(), flips, path=path.with_name("unverified.db"))
    passed = sum(one.outcome is Outcome.UNDETECTED for one in done)
    verdict = "missed" if passed else "NOT MISSED"
    print(f"  {'all of them, for bits turned over':<34}{verdict:<12}{passed:,} of {len(done):,}")
    return passed > 0


def _missed(path: Path, name: str) -> bool:
    with blinded(name):
        passed = [attack for attack in BLINDED[name].attacks if not attacked(path, attack).holds]
    print(f"  {name:<34}{'missed' if passed else 'NOT MISSED':<12}{'; '.join(passed)}", flush=True)
    return bool(passed)


if __name__ == "__main__":
    sys.exit(main())
