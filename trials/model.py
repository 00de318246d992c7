"""A model in plain dicts against the store, on both databases: `python trials/model.py [--sample] [--steps N]`.

Whatever is done in any order, by whomever, the store does and refuses what the model does, and stands as it does. Then
the product is doctored, one thing at a time, and each has to be found. `--seed` draws other runs."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from model_doctored import DOCTORED, THEME_OF, doctored
from model_machine import Machine
from model_store import Places
from model_themes import THEMES
from model_world import Tally
from postgresql import postgresql

import govflow

RULES, RUNS = 60, 4
"""How many rules a run takes at most, and how many runs come of a seed; of the first of them comes little."""

FEW = 1_000
"""Below so many steps a seed gives two runs, so that they do not become many more."""

STEPS = {False: 20_000, True: 150}
"""How many steps are taken on each database, in full and in a sample."""

WITHIN = 4_000
"""Within how many steps a doctored product has to be found."""

SAMPLED = 3
"""How many doctored products a sample takes."""


def run(places: Places, tally: Tally, *, number: int, steps: int) -> str | None:
    """The runs that come of a seed, and what differed in one of them."""
    told: list[list[str]] = []

    class Run(Machine):
        def __init__(self) -> None:
            super().__init__()
            told.append(self.world.told)

        def has_enough(self) -> bool:
            return tally.steps >= steps

    Run.places, Run.tally = places, tally
    Run.about = [*THEMES][number % len(THEMES)]
    chosen = settings(
        max_examples=RUNS if steps >= FEW else 2,
        stateful_step_count=RULES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
        verbosity=Verbosity.quiet,
    )
    try:
        run_state_machine_as_test(seed(number)(Run), settings=chosen)
    except Exception as error:  # a difference, or what nobody thought of: either is told
        first = next(iter(getattr(error, "exceptions", ())), error)
        return "\n    ".join((*(told[-1][-12:] if told else ()), f"{type(first).__name__}: {first}"))
    return None


def walk(places: Places, tally: Tally, *, steps: int, first: int, apart: int = 1) -> str | None:
    """Runs until so many steps were taken, or one differs: what did, and the seed that does it again. The seeds are
    `apart` from each other."""
    number = first
    while tally.steps < steps:
        difference = run(places, tally, number=number, steps=steps)
        if difference:
            return f"--seed {number}:\n    {difference}"
        number += apart
    return None


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, Places]]:
    """Where stores are made, on each database."""
    (folder / "sqlite").mkdir()
    with postgresql() as server:
        yield {"SQLite": Places(folder / "sqlite", None), "PostgreSQL": Places(folder, server)}


def ways() -> set[tuple[str, str, str]]:
    """Every transition of the definition, for the coverage alone."""
    definition = govflow.show_workflow("it_investment")
    return {(one.source, one.trigger, one.target) for one in definition.transitions}


def covered(tally: Tally, *, sample: bool) -> bool:
    """Print how often each was done and refused, and which transitions nobody took. In full every one has to be."""
    names = sorted({name for name, _ in tally.kinds})
    print("\nDone and refused:")
    for name in names:
        print(f"  {name:<42} {tally.kinds[name, 'done']:>7,} {tally.kinds[name, 'refused']:>7,}")
    every = ways()
    left = sorted(way for way in every if way not in tally.ways)
    print(f"\nTransitions of it_investment taken: {len(every) - len(left)} of {len(every)}")
    for source, trigger, target in [] if sample else left:
        print(f"  not taken: {source} -- {trigger} -> {target}")
    return sample or not left


def walked(title: str, places: Places, tally: Tally, *, first: int) -> str | None:
    """The walk on which a doctored product is to be found."""
    if title not in THEME_OF:
        return walk(places, tally, steps=WITHIN, first=first)
    themes = [*THEMES]
    first += (themes.index(THEME_OF[title]) - first) % len(themes)
    return walk(places, tally, steps=WITHIN, first=first, apart=len(themes))


def controlled(places: Places, *, first: int, sample: bool) -> bool:
    """Whether every doctored product is found."""
    titles = [*DOCTORED][:SAMPLED] if sample else [*DOCTORED]
    print(f"\nDoctored products, each to be found within {WITHIN:,} steps:")
    found = 0
    for title in titles:
        tally = Tally()
        with doctored(title):
            difference = walked(title, places, tally, first=first)
        found += difference is not None and not tally.burst
        verdict = f"BURST, {tally.burst}" if tally.burst else f"after {tally.steps:,}"
        print(f"  {title:<58} {verdict if difference else 'NOT FOUND'}", flush=True)
    print(f"  found {found} of {len(titles)}")
    return found == len(titles)


def main() -> int:
    parser = argparse.ArgumentParser(description="The model against the store")
    parser.add_argument("--sample", action="store_true", help="a small part, in seconds")
    parser.add_argument("--steps", type=int, help="how many steps on each database")
    parser.add_argument("--seed", type=int, default=1, help="the first of the seeds")
    parser.add_argument("--sqlite", action="store_true", help="leave out PostgreSQL")
    options = parser.parse_args()
    steps = options.steps or STEPS[options.sample]
    folder = Path(tempfile.mkdtemp(prefix="govflow-model-"))
    holds, tally = True, Tally()
    print(f"{steps:,} steps on each database, seed {options.seed}\n")
    try:
        with databases(folder) as where:
            for name, places in where.items():
                if name == "PostgreSQL" and options.sqlite:
                    continue
                one, began = Tally(), time.monotonic()
                difference = walk(places, one, steps=steps, first=options.seed)
                tally.add(one)
                verdict = f"DIFFERS, {difference}" if difference else "as the model"
                print(
                    f"{name:<11} {one.steps:,} steps in {time.monotonic() - began:,.0f} s: {verdict}",
                    flush=True,
                )
                holds &= difference is None
            holds &= covered(tally, sample=options.sample)
            holds &= controlled(where["SQLite"], first=options.seed, sample=options.sample)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
