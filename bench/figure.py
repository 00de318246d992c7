"""A figure: what was measured, beside its bar. One line for people, one verdict for the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

GROSS = 2.0
"""How far beyond its bar a figure of a short sample has to be before it counts: short runs are noisy."""


class Bar(NamedTuple):
    """What a figure has to reach, and what it should. `sign` is `≥`, `≤` or `=`."""

    sign: str
    value: float
    aim: float | None = None

    def met_by(self, value: float, *, slack: float = 1.0) -> bool:
        """Whether `value` is within the bar, widened by the factor `slack`."""
        enough = value >= self.value / slack
        little = value <= self.value * slack
        return {"≥": enough, "≤": little, "=": enough and little}[self.sign]


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` None: it could not be measured here, and `detail` says why."""

    name: str
    value: float | None
    bar: Bar
    detail: str = ""

    def passes(self, *, sample: bool) -> bool:
        """Whether it may stand: a full run has to meet the bar, a sample must not miss it grossly."""
        return self.value is None or self.bar.met_by(self.value, slack=GROSS if sample else 1.0)

    def line(self) -> str:
        aim = "" if self.bar.aim is None else f"aim {self.bar.sign} {self.bar.aim:g}"
        measured = "-" if self.value is None else f"{self.value:.2f}"
        return (
            f"{self.name:<54} {measured:>6}   {self.bar.sign} {self.bar.value:<5g} {aim:<11} "
            f"{self._verdict():<12} {self.detail}"
        ).rstrip()

    def _verdict(self) -> str:
        if self.value is None:
            return "not measured"
        return "ok" if self.bar.met_by(self.value) else "MISSED"


Measure = Callable[[Path, bool], list[Figure]]
"""Takes figures in a folder on disk; True asks for a short sample."""


def main(title: str, *measures: Measure) -> int:
    """Take the figures that the command line asks for, and print each as soon as it is known."""
    from stage import disk_folder, surroundings

    parser = argparse.ArgumentParser(description=title)
    parser.add_argument(
        "--sample", action="store_true", help="a short run, which fails on gross breaches only"
    )
    parser.add_argument("--folder", type=Path, help="where to work (a folder on a real disk)")
    options = parser.parse_args()
    with disk_folder(options.folder) as folder:
        print(f"{title}{', a short sample' if options.sample else ''}\n{surroundings(folder)}\n", flush=True)
        figures = list(_printed(measures, folder, sample=options.sample))
    return 0 if all(figure.passes(sample=options.sample) for figure in figures) else 1


def _printed(measures: Iterable[Measure], folder: Path, *, sample: bool) -> Iterable[Figure]:
    for measure in measures:
        for figure in measure(folder, sample):
            print(figure.line(), flush=True)
            yield figure
