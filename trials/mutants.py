"""Faults put into the rules one at a time, and whether the tests find them: `python trials/mutants.py`.

`--sample` takes every so many-th; names of modules, by their path below `govflow`, take those only. Survivors are
printed with their place: each is a gap in the tests, or a change that changes nothing. Of every module the least part
has to be found, of a sample that of all together; and where nothing is changed, its tests have to pass in the same way,
or whatever is wrong around them would count as found."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from compileall import compile_dir
from importlib import import_module
from itertools import groupby
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import NamedTuple

from judges import MODULES
from mutations import Mutant, mutants

ROOT = Path(__file__).parents[1]
SECONDS = 120
"""How long the tests may take over a fault; one over which they do not end is found."""

EVERY = {False: 1, True: 120}
"""Of how many faults one is taken, in full and in a sample."""

LEAN = {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "CI": "1"}
"""These tests need no plugin. With `CI`, Hypothesis takes the same examples each time,
and as long as it needs: a busy machine makes no fault."""

PLAIN = ("-q", "-x", "-p", "no:cacheprovider", "--assert=plain")
STORELESS = ("--noconftest",)
IN_A_FILE = ("-k", "not postgresql")
"""The fixtures of a store cost every run; where tests need one, it is a file."""


class Score(NamedTuple):
    """How many faults of a module were found, of how many."""

    found: int
    tried: int

    @property
    def part(self) -> float:
        return 100 * self.found / self.tried if self.tried else 100.0


def main() -> int:
    parser = argparse.ArgumentParser(description="Faults in the rules")
    parser.add_argument("--sample", action="store_true", help="a few of them only")
    parser.add_argument(
        "--least", type=float, default=85.0, metavar="PERCENT", help="the least part to be found"
    )
    parser.add_argument("modules", nargs="*", choices=[[], *MODULES], metavar="MODULE")
    options = parser.parse_args()
    os.environ |= LEAN
    for heavy in ("pytest", "hypothesis"):
        import_module(heavy)
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        taken = [*_faults(copy, options.modules or MODULES)][:: EVERY[options.sample]]
        scores = [*_scores(copy, taken)]
    whole = Score(sum(score.found for score in scores), sum(score.tried for score in scores))
    print(_line("all", whole))
    judged = [whole] if options.sample else scores
    return 0 if all(score.part >= options.least for score in judged) else 1


def _copied(folder: Path) -> Path:
    """The checkout as it stands, to be changed."""
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "*.db*", "docs"))
    for part in ("govflow", "tests"):  # known by what is in it: a fault may be as old and as long as the last
        compile_dir(copy / part, quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return copy


def _faults(copy: Path, names: Iterable[str]) -> Iterator[tuple[str, Mutant]]:
    """Every fault of each module."""
    for name in names:
        for mutant in mutants(_path(copy, name).read_text(encoding="utf-8")):
            yield name, mutant


def _path(copy: Path, name: str) -> Path:
    return copy / "govflow" / f"{name}.py"


def _scores(copy: Path, taken: Sequence[tuple[str, Mutant]]) -> Iterator[Score]:
    for name, faults in groupby(taken, key=itemgetter(0)):
        if not _passes(copy, MODULES[name]):
            sys.exit(f"the tests of {name} do not pass as they stand")
        yield _tried(copy, name, [mutant for _, mutant in faults])


def _tried(copy: Path, name: str, faults: Sequence[Mutant]) -> Score:
    survived = 0
    for mutant in _survivors(copy, name, faults):
        survived += 1
        print(f"  govflow/{name}.py:{mutant.line}: {mutant.said}", flush=True)
    score = Score(len(faults) - survived, len(faults))
    print(_line(name, score), flush=True)
    return score


def _line(name: str, score: Score) -> str:
    return f"{name:<32} {score.found:>4} of {score.tried:<4} {score.part:>5.1f} %"


def _survivors(copy: Path, name: str, faults: Iterable[Mutant]) -> Iterator[Mutant]:
    path = _path(copy, name)
    sound = path.read_text(encoding="utf-8")
    for mutant in faults:
        path.write_text(mutant.source, encoding="utf-8")
        if _passes(copy, MODULES[name]):
            yield mutant
    path.write_text(sound, encoding="utf-8")


def _passes(copy: Path, topics: Iterable[str]) -> bool:
    """Whether these tests pass, run to the first failure."""
    files = [_test(copy, topic) for topic in dict.fromkeys(topics)]
    needed = IN_A_FILE if any(path.parent.name == "integration" for path in files) else STORELESS
    run = get_context("fork").Process(target=_run, args=(copy, [*PLAIN, *needed, *map(str, files)]))
    run.start()
    run.join(SECONDS)
    if run.is_alive():
        run.kill()
        run.join()
    return run.exitcode == 0


def _run(copy: Path, arguments: list[str]) -> None:
    """Runs tests in a process of their own, which has pytest already and takes the program from the copy."""
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy)
    sys.path[:0] = [str(copy), str(copy / "tests")]
    sys.exit(import_module("pytest").main(arguments))


def _test(copy: Path, topic: str) -> Path:
    (found,) = (copy / "tests").glob(f"*/test_{topic}.py")
    return found


if __name__ == "__main__":
    sys.exit(main())
