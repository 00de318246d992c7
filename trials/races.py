"""Many processes on one proposal and on different ones, on both databases: `python trials/races.py [--sample]`.

No update is lost, nothing comes back but done acts and typed conflicts, and what all of them saw of a proposal has one
order. Then histories are doctored, and each has to be rejected. `--seed` makes the pauses others."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from doctored_histories import DOCTORED
from linear import Saw, Seen, disorder
from postgresql import postgresql

import govflow
from govflow.domain.history import Subject
from govflow.errors import Conflict, GovflowError

ROOT = Path(__file__).parents[1]
MOMENT = "2025-06-02T10:00"
CLERK, OTHER = "sankaku.nana", "shikaku.yuki"
PROCESSES = 8
PAUSE = 0.004
"""Seconds between two things a process does, on average: with less of it the first one to come does everything."""


class Task(NamedTuple):
    """What one process does: so many things on each of some proposals in turn, in the hands of one of the clerks."""

    url: str
    part: str
    references: tuple[str, ...]
    things: int
    number: int
    seed: int
    start: float


class Found(NamedTuple):
    """What one process saw, by proposal, and what should not have come back."""

    process: int
    seen: dict[str, list[Seen]]
    strange: list[str]


def work(task: Task) -> Found:
    """One process: acts that expect what was seen last, acts that expect nothing, and looks."""
    chance = random.Random(task.seed * 1000 + task.number)
    seen: dict[str, list[Seen]] = {reference: [] for reference in task.references}
    known: dict[str, int] = {}
    strange: list[str] = []
    with _opened(task.url, CLERK if task.number % 2 else OTHER) as session:
        time.sleep(max(0.0, task.start - time.time()))
        for thing in range(task.things):
            reference = task.references[thing % len(task.references)]
            time.sleep(chance.expovariate(1 / PAUSE))
            expected = known.get(reference) if chance.random() < 0.5 else None
            look = chance.random() < 0.3
            key = f"{task.part}/{task.number}/{thing}"
            began = time.monotonic()
            try:
                one = _done(session, reference, None if look else key, expected)
            except Conflict as conflict:
                if conflict.code != "store.stale_version":
                    strange.append(f"{conflict.code}: {conflict}")
                    continue
                one = Seen(0.0, 0.0, expected, Saw.CONFLICT, None)
            except GovflowError as error:
                strange.append(f"{error.code}: {error}")
                continue
            except Exception as error:  # whatever it is, it should have been one of the above
                strange.append(repr(error))
                continue
            seen[reference].append(one._replace(began=began, ended=time.monotonic()))
            known[reference] = one.version or known.get(reference, 0)
    return Found(os.getpid(), seen, strange)


def _done(session: govflow.Session, reference: str, key: str | None, expected: int | None) -> Seen:
    if key is None:
        return Seen(0.0, 0.0, None, Saw.LOOKED, govflow.show(session, reference).version)
    act = govflow.Act(reference, "request", note=key, key=key, expected_version=expected)
    return Seen(0.0, 0.0, expected, Saw.DONE, govflow.act(session, act).seq, key)


def _opened(url: str, person: str) -> govflow.Session:
    clock = govflow.fixed_clock(govflow.moment_of(MOMENT, "Asia/Tokyo"))
    return govflow.open(url, person=person, clock=clock)


class Place(NamedTuple):
    """A store on one of the databases, with drafts in it."""

    name: str
    url: str
    references: tuple[str, ...]


@contextmanager
def places(folder: Path, drafts: int) -> Iterator[list[Place]]:
    """A store on each database."""
    with postgresql() as server:
        name = server.create()
        urls = {"SQLite": str(folder / "races.db"), "PostgreSQL": server.url(name)}
        yield [Place(name, url, _filled(url, drafts)) for name, url in urls.items()]


def _filled(url: str, drafts: int) -> tuple[str, ...]:
    clock = govflow.fixed_clock(govflow.moment_of(MOMENT, "Asia/Tokyo"))
    govflow.create(url, organisation=ROOT / "examples" / "town.yaml", demonstration=True, clock=clock)
    with _opened(url, CLERK) as session:
        contents = (
            {"title": f"備品 {number}", "ministry": "maruyama", "fiscal_year": 2025, "amount": 1000}
            for number in range(drafts)
        )
        rows = [
            govflow.submit(session, content, key=f"draft-{number}", draft=True)
            for number, content in enumerate(contents)
        ]
    return tuple(row.reference for row in rows)


class Part(NamedTuple):
    """Who acts on what: the proposals of each process, out of all, and whether others have them too."""

    title: str
    shared_out: Callable[[tuple[str, ...], int], tuple[str, ...]]
    shared: bool = True


PARTS = (
    Part("one proposal", lambda references, number: references[:1]),
    Part(
        "three proposals, in another order each", lambda references, number: _turned(references[1:4], number)
    ),
    Part(
        "different proposals",
        lambda references, number: references[4 + 2 * number : 6 + 2 * number],
        shared=False,
    ),
)
DRAFTS = 4 + 2 * PROCESSES


def _turned(references: tuple[str, ...], number: int) -> tuple[str, ...]:
    return tuple(random.Random(number).sample(references, len(references)))


class Told(NamedTuple):
    """What a part came to: what was seen of each proposal, and what the store says of it."""

    counts: Counter[str]
    faults: list[str]
    sound: list[tuple[list[Seen], list[str], int]]


def raced(pool: ProcessPoolExecutor, place: Place, part: Part, *, things: int, seed: int) -> Told:
    """A part on one database."""
    before = {reference: _acts(place, reference) for reference in place.references}
    start = time.time() + 0.5
    tasks = [
        Task(place.url, part.title, part.shared_out(place.references, number), things, number, seed, start)
        for number in range(PROCESSES)
    ]
    found = list(pool.map(work, tasks))
    counts: Counter[str] = Counter()
    faults = [strange for one in found for strange in one.strange]
    sound: list[tuple[list[Seen], list[str], int]] = []
    for reference in place.references:
        seen = [one for each in found for one in each.seen.get(reference, [])]
        first = len(before[reference])
        history = _acts(place, reference)[first:]
        counts.update(one.saw.value for one in seen)
        fault = disorder(seen, first=first, history=history)
        if fault:
            faults.append(f"{reference}: {fault}")
        elif len(history) >= 3:
            sound.append((seen, history, first))
    faults += _untried(
        part, conflicts=counts[Saw.CONFLICT.value], processes=len({one.process for one in found})
    )
    return Told(counts, faults, sound)


def _untried(part: Part, *, conflicts: int, processes: int) -> Iterator[str]:
    """Why what was found says nothing: those who act on the same meet, and others do not."""
    if processes < PROCESSES:
        yield f"only {processes} of {PROCESSES} processes did anything"
    if part.shared and not conflicts:
        yield "nobody was in anybody's way: this was no race"
    if conflicts and not part.shared:
        yield "a conflict with nobody"


def _acts(place: Place, reference: str) -> list[str]:
    """The keys of a proposal's acts as its history has them, each in the note of its entry."""
    with _opened(place.url, CLERK) as session, session.reading() as work:
        return [entry.note for entry in work.history.entries(Subject("proposal", reference))]


def rejected(sound: Sequence[tuple[list[Seen], list[str], int]]) -> Iterator[tuple[str, int]]:
    """Each way to doctor a history, and how many of the sound ones it makes are rejected."""
    for title, doctor in DOCTORED.items():
        told = (((*doctor(list(seen), list(history)), first)) for seen, history, first in sound)
        yield (
            title,
            sum(disorder(seen, first=first, history=history) is not None for seen, history, first in told),
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="Processes beside each other")
    parser.add_argument("--sample", action="store_true", help="a small part, in seconds")
    parser.add_argument("--seed", type=int, default=1, help="of the pauses between the acts")
    options = parser.parse_args()
    things = 12 if options.sample else 250
    holds = True
    sound: list[tuple[list[Seen], list[str], int]] = []
    folder = Path(tempfile.mkdtemp(prefix="govflow-races-"))
    print(f"{PROCESSES} processes, {things} things each, seed {options.seed}\n")
    try:
        with (
            places(folder, DRAFTS) as where,
            ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool,
        ):
            list(pool.map(time.sleep, [1.0] * PROCESSES))  # until each of them is there
            for place in where:
                for part in PARTS:
                    told = raced(pool, place, part, things=things, seed=options.seed)
                    sound += told.sound
                    holds &= not told.faults
                    print(_line(place, part, told), *told.faults, sep="\n  ", flush=True)
                holds &= _verified(place)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if _controlled(sound) and holds else 1


def _line(place: Place, part: Part, told: Told) -> str:
    counts = ", ".join(f"{told.counts[saw.value]:,} {saw.value}" for saw in Saw)
    return f"{place.name:<11} {part.title:<42} {counts}  {'ok' if not told.faults else 'DOES NOT HOLD'}"


def _verified(place: Place) -> bool:
    with _opened(place.url, CLERK) as session:
        found = govflow.verify(session)
    print(f"{place.name:<11} audit of {found.entries:,} entries  {'ok' if found.holds else 'DOES NOT HOLD'}")
    return found.holds


def _controlled(sound: Sequence[tuple[list[Seen], list[str], int]]) -> bool:
    """Whether every doctored history is rejected; without a sound one to doctor nothing was tried."""
    print(f"\nDoctored histories, each of which has to be rejected ({len(sound)} sound ones):")
    every = bool(sound)
    for title, count in rejected(sound):
        every &= count == len(sound)
        print(f"  {title:<78} {count} of {len(sound)}")
    return every


if __name__ == "__main__":
    sys.exit(main())
