"""Scale: what an act and the everyday views cost in a store of a million proposals, beside one of ten thousand.

Both stores are built first, of proposals with eight entries each (`--large` says how many instead of a million; that
takes a quarter of an hour and eighteen gigabytes). Then the same work is done on both by turns, with everything warm,
and the processor's time is compared.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import population
import stage
from figure import Bar, Figure, main
from stopwatch import Spent, round_of

import govflow

MINISTRY = stage.MINISTRIES[0]
RARE = "気象衛星"
"""What few proposals speak of, and as many of them in either store."""


class Side(NamedTuple):
    """An open store, and the drafts in it that nobody has submitted yet."""

    session: govflow.Session
    drafts: Iterator[str]
    reference: str


VIEWS: dict[str, Callable[[Side], object]] = {
    "inbox": lambda side: govflow.inbox(stage.caller(side.session, "ministry_cio", MINISTRY)),
    "history": lambda side: govflow.history(side.session, side.reference),
    "show": lambda side: govflow.show(side.session, side.reference),
    "why": lambda side: govflow.why(side.session, side.reference),
    "stats": lambda side: govflow.stats(side.session),
    "overdue": lambda side: govflow.overdue(side.session),
    "list": lambda side: govflow.list_proposals(side.session),
    "list --text": lambda side: govflow.list_proposals(side.session, govflow.Filters(text=RARE)),
}


def act(side: Side) -> object:
    clerk = stage.caller(side.session, "pmo_clerk", MINISTRY)
    return govflow.act(clerk, govflow.Act(next(side.drafts), "submit"))


def measure(folder: Path, sample: bool, *, large: int | None = None) -> list[Figure]:
    sizes = (300, 3_000) if sample else (10_000, large or 1_000_000)
    rounds, times = (5, 10) if sample else (15, 20)
    with ExitStack() as opened:
        few, many = (_side(opened, folder, proposals, drafts=(rounds + 1) * times) for proposals in sizes)
        return [
            _figure(
                f"{name}: {sizes[1]:,} / {sizes[0]:,} proposals", do, (few, many), rounds=rounds, times=times
            )
            for name, do in {"act": act, **VIEWS}.items()
        ]


def _side(opened: ExitStack, folder: Path, proposals: int, *, drafts: int) -> Side:
    store = population.build(folder / f"{proposals}.db", proposals)
    session = opened.enter_context(stage.opened(store))
    file = _drafts(folder, drafts)
    taken = govflow.submit_file(stage.caller(session, "pmo_clerk", MINISTRY), file, draft=True)
    rows = iter(taken.rows)
    return Side(session, (row.reference for row in rows), f"{MINISTRY.upper()}-2026-0007")


def _drafts(folder: Path, rows: int) -> Path:
    """A file of drafts, twenty of which speak of something rare."""
    file = folder / "drafts.csv"
    made = [stage.proposal(MINISTRY, number) for number in range(rows)]
    for row in islice(made, 20):
        row["title"] = f"{RARE}運用システムの更改"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [*made[0]])
        writer.writeheader()
        writer.writerows(made)
    return file


def _figure(
    name: str, do: Callable[[Side], object], sides: tuple[Side, Side], *, rounds: int, times: int
) -> Figure:
    small, great = sides
    turns = [(lambda: do(great), lambda: do(small))] * times
    round_of(turns)  # warms both
    taken = [round_of(turns, first_by_raw=bool(number % 2)) for number in range(rounds)]
    ours = median(_each(one.govflow, times) for one in taken)
    others = median(_each(one.raw, times) for one in taken)
    return Figure(
        name, median(one.processor for one in taken), Bar("≤", 1.25), f"{ours:,.0f} and {others:,.0f} µs"
    )


def _each(spent: Spent, times: int) -> float:
    return spent.processor / times * 1_000_000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--large", type=int)
    options, sys.argv[1:] = parser.parse_known_args()
    sys.exit(
        main(
            "Scale of govflow",
            lambda folder, sample: measure(folder, sample, large=options.large),
        )
    )
