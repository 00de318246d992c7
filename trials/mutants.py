"""Faults put into the council's rules one at a time, and whether the tests find them: `python trials/mutants.py`.

`--sample` takes every so many-th; names of modules of `govflow/domain/council` take those only. Survivors are printed
with their place: each is a gap in the tests, or a change that changes nothing."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mutations import Mutant, mutants

ROOT = Path(__file__).parents[1]
RULES = Path("govflow/domain/council")
SECONDS = 120
"""How long the tests may take over a fault; one over which they do not end is found."""

TESTS: Mapping[str, tuple[str, ...]] = {
    "tally": ("council__tally", "council__properties", "council__settled"),
    "ballot_voting": ("ballot__voting", "ballot__room", "ballot__ending", "ballot__everybody"),
    "ballot_closing": (
        "ballot__closing",
        "ballot__casting",
        "ballot__ending",
        "ballot__room",
        "ballot__voting",
    ),
    "ballot_recusing": (
        "ballot__declaring",
        "ballot__recusing",
        "ballot__ending",
        "ballot__room",
        "ballot__everybody",
    ),
    "attendance": ("meeting__presence", "meeting__attendance", "meeting__order"),
    "ballot_facts": ("ballot__voting", "ballot__room", "ballot__ending", "ballot__everybody"),
    "ballot_proceeding": (
        "ballot__proceeding",
        "ballot__joint",
        "ballot__ending",
        "ballot__room",
        "ballot__voting",
    ),
    "meeting_checks": (
        "meeting__acts",
        "meeting__called",
        "meeting__opened",
        "meeting__coming",
        "meeting__order",
        "meeting__attendance",
    ),
    "agenda_checks": (
        "meeting__acts",
        "meeting__items",
        "meeting__replies",
        "meeting__papers",
        "meeting__agenda",
        "meeting__order",
        "council__proxies",
    ),
}
"""The unit tests of each module, without `test_` and `.py`."""

EVERY = {False: 1, True: 40}
"""Of how many faults one is taken, in full and in a sample."""


LEAN = {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "CI": "1"}
"""These tests need no plugin, and no store: a fault takes half a second. With `CI`, Hypothesis takes the same examples
each time, and as long as it needs: a busy machine makes no fault."""


class Score(NamedTuple):
    """How many faults of a module were found, of how many."""

    found: int
    tried: int

    @property
    def part(self) -> float:
        return 100 * self.found / self.tried if self.tried else 100.0


def main() -> int:
    parser = argparse.ArgumentParser(description="Faults in the council's rules")
    parser.add_argument("--sample", action="store_true", help="a few of them only")
    parser.add_argument(
        "--least", type=float, default=0.0, metavar="PERCENT", help="the least part to be found"
    )
    parser.add_argument("modules", nargs="*", choices=[[], *TESTS], metavar="MODULE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        scores = [_tried(copy, name, every=EVERY[options.sample]) for name in options.modules or TESTS]
    whole = Score(sum(score.found for score in scores), sum(score.tried for score in scores))
    print(_line("all", whole))
    return 0 if whole.part >= options.least else 1


def _copied(folder: Path) -> Path:
    """The checkout as it stands, to be changed."""
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "*.db*", "docs"))
    return copy


def _tried(copy: Path, name: str, *, every: int) -> Score:
    path = copy / RULES / f"{name}.py"
    sound = path.read_text(encoding="utf-8")
    if not _passes(copy, name):
        sys.exit(f"{name}: its tests do not pass as it stands")
    taken = [*mutants(sound)][::every]
    survived = 0
    for mutant in _survivors(copy, path, taken):
        survived += 1
        print(f"  {RULES / path.name}:{mutant.line}: {mutant.said}", flush=True)
    path.write_text(sound, encoding="utf-8")
    score = Score(len(taken) - survived, len(taken))
    print(_line(name, score), flush=True)
    return score


def _line(name: str, score: Score) -> str:
    return f"{name:<20} {score.found:>4} of {score.tried:<4} {score.part:>5.1f} %"


def _survivors(copy: Path, path: Path, taken: list[Mutant]) -> Iterator[Mutant]:
    for mutant in taken:
        path.write_text(mutant.source, encoding="utf-8")
        if _passes(copy, path.stem):
            yield mutant


def _passes(copy: Path, name: str) -> bool:
    """Whether the tests of a module pass, run to the first failure."""
    files = [f"tests/unit/test_{topic}.py" for topic in TESTS[name]]
    told = {**os.environ, "PYTHONPATH": str(copy), **LEAN}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--noconftest", *files]
    try:
        done = subprocess.run(command, cwd=copy, env=told, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
