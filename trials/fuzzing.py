"""Spoiled inputs by the hundred thousand: `python trials/fuzzing.py [--sample] [--executions N] [--seed N] [TARGET …]`.

Whatever a reader is fed with, it takes it or refuses it as govflow refuses: no other exception, no 2 s, no 256 MB.
Every input is made from the seed, the target and its number alone, and `--repeat TARGET:NUMBER` makes it again."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bounded import MEGABYTES, SECONDS, fault_of
from fuzz_commands import commands, made, take
from fuzz_targets import PROPOSAL, ROWS, Target, targets
from hostile import grounded
from hostile_controls import controls
from hostile_ground import CLERK, ROOT

import govflow
from govflow.errors import GovflowError

SAMPLE, ALL = 10_000, 1_000_000
MOST_TOLD = 20


class Finding(NamedTuple):
    """An input that is not taken as it has to be."""

    target: str
    number: int
    fault: str
    given: Any


def fed(target: Target, seed: int, numbers: range) -> Iterator[Finding]:
    """What is found; each place in the program once."""
    told: set[str] = set()
    for number in numbers:
        given = target.make(Random(f"{seed} {target.name} {number}"))
        fault = fault_of(lambda given=given: target.take(given), (GovflowError,))  # type: ignore[misc]
        place = _place(fault)
        if fault and place not in told:
            told.add(place)
            yield Finding(target.name, number, fault, smaller(target, given, place))


def smaller(target: Target, given: Any, place: str, *, tries: int = 200) -> Any:
    """The input without the parts that it takes no part in the fault, as far as a few tries go."""
    if isinstance(given, dict) or place == "hang":
        return given
    piece = len(given) // 2
    while piece and tries:
        at = 0
        while at < len(given) and tries:
            shorter, tries = given[:at] + given[at + piece :], tries - 1
            same = _place(fault_of(lambda shorter=shorter: target.take(shorter), (GovflowError,))) == place  # type: ignore[misc]
            given, at = (shorter, at) if same else (given, at + piece)
        piece //= 2
    return given


def _place(fault: str) -> str:
    """A fault without what differs from input to input."""
    return fault.split(":", 1)[0] if not fault.startswith("let through") else ":".join(fault.split(":")[:2])


def doctored(target: Target, do: Callable[[], None]) -> Target:
    """A target that does something it must not with one input in seven."""

    def take(given: Any) -> object:
        if len(repr(given)) % 7 == 0:
            do()
        return target.take(given)

    return target._replace(take=take)


def controlled(every: Sequence[Target], seed: int) -> bool:
    """Whether each way to put a reader wrong is found, an exception in every target."""
    print(
        f"\nDoctored, each of which has to be found (over {SECONDS:g} s, over {MEGABYTES} MB, an exception):"
    )
    found = tried = 0
    for title, do in controls():
        wrong = every if "exception" in title else [target for target in every if target.name == "json"]
        names = [target.name for target in wrong if _found_out(doctored(target, do), seed)]
        found, tried = found + len(names), tried + len(wrong)
        print(f"  {title:<40} {len(names)} of {len(wrong)}")
    return found == tried > 0


def _found_out(target: Target, seed: int) -> bool:
    return any(
        fault_of(lambda given=given: target.take(given), (GovflowError,))  # type: ignore[misc]
        for given in (target.make(Random(f"{seed} doctored {number}")) for number in range(40))
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Spoiled inputs for every reader")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="only these")
    parser.add_argument("--sample", action="store_true", help=f"{SAMPLE:,} executions")
    parser.add_argument("--executions", type=int, default=ALL, help="of all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", metavar="TARGET:NUMBER", help="make one input again, and show it")
    options = parser.parse_args()
    before, folder = os.getcwd(), Path(tempfile.mkdtemp(prefix="govflow-fuzzing-"))
    try:
        with _ground(folder) as session:
            every = [*targets(session, folder), _command_lines()]
            if options.repeat:
                return _repeated(every, options.repeat, options.seed)
            count = SAMPLE if options.sample else options.executions
            chosen = [target for target in every if not options.targets or target.name in options.targets]
            sound = all([_run(target, count, options.seed) for target in chosen])
            return 0 if controlled(every, options.seed) and sound and chosen else 1
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)


def _ground(folder: Path) -> govflow.Session:
    """The store with its proposals, and files for command lines to name; the trial runs among them."""
    os.chdir(ROOT)
    grounded(folder)
    os.chdir(folder)
    Path("proposal.yaml").write_text(PROPOSAL, "utf-8")
    Path("rows.csv").write_text(ROWS, "utf-8")
    return govflow.open(str(folder / "hostile.db"), person=CLERK)


def _command_lines() -> Target:
    known = commands()
    return Target("command line", 10, lambda chance: made(chance, known), take)


def _run(target: Target, count: int, seed: int) -> bool:
    """One target's share; what is found is told at once."""
    numbers = range(max(1, count * target.share // 1000))
    began, found = time.monotonic(), 0
    for finding in fed(target, seed, numbers):
        found += 1
        if found <= MOST_TOLD:
            print(
                f"  {finding.fault}\n    {_short(finding.given)}",
                f"    --seed {seed} --repeat '{target.name}:{finding.number}'",
                sep="\n",
            )
    spent = time.monotonic() - began
    verdict = "ok" if not found else f"DOES NOT HOLD ({found})"
    print(
        f"{target.name:<20} {len(numbers):>9,} executions {len(numbers) / spent:>8,.0f}/s  {verdict}",
        flush=True,
    )
    return not found


def _repeated(every: Sequence[Target], wanted: str, seed: int) -> int:
    name, _, number = wanted.rpartition(":")
    target = next(target for target in every if target.name == name)
    given = target.make(Random(f"{seed} {name} {number}"))
    print(repr(given))
    target.take(given)
    return 0


def _short(given: Any) -> str:
    text = repr(given)
    return text if len(text) <= 400 else f"{text[:400]} … ({len(text):,} characters)"


if __name__ == "__main__":
    sys.exit(main())
