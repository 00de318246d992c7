"""The parts of the trial of faults: each says what it tried and what does not hold, and whether everything does."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import stories
from contents import contents
from doctored_products import DOCTORED, found_out, may_be_doctored
from failing_files import failures_of, wrong_failing
from faulty import ran
from kills import ROOT, Tried, faults_of, few_of, told, verified, wrong_after
from postgresql import PostgresqlServer, postgresql
from power_cuts import Recovery, Session, acted, cuts, recorded
from stands import Stands

SMALL = "record.md"
"""The story that a sample tries on the second database, and whose files fail."""
SAMPLED = 15
"""How many failures of files a sample is of, and how many cuts in a hundred."""
CONTROLS = 10
"""On how many commands each way to doctor the product is tried."""


class Asked(NamedTuple):
    """What is to be tried: a sample, or each K-th fault, of these pages and commands or of all."""

    sample: bool
    every: int
    seed: int
    pages: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.pages and not self.commands

    def takes(self, story: stories.Story) -> bool:
        return not self.pages or story.name in self.pages


class Score:
    """What was tried, and what did not hold."""

    def __init__(self) -> None:
        self.tried = 0
        self.wrong: list[str] = []
        self.commands: set[str] = set()
        self.ended: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.doctored = 0

    def takes(self, one: Tried) -> None:
        """A command is one of those tried once it was done: to be refused is less."""
        if one.clean.code == 0:
            self.commands.add(one.path)

    def told(self, what: str) -> None:
        print(
            f"  {what}: {self.tried:,} faults, {len(self.wrong)} that do not hold", *self.wrong, sep="\n    "
        )

    def found_every(self, titles: Mapping[str, object], asked: Asked) -> bool:
        """Whether each way to doctor the product was found out on every command that it was tried on."""
        if not asked.whole and not self.doctored:
            print("  Of what was asked for nothing can be doctored: without a control")
            return True
        print(f"  Doctored products, each of which has to be found out on {self.doctored} commands:")
        for title in titles:
            print(f"    {title:<52} {self.found[title]} of {self.doctored}")
        return self.doctored > 0 and all(self.found[title] == self.doctored for title in titles)


def kills_hold(asked: Asked) -> bool:
    """Killed before and after each statement."""
    score = Score()
    print("Killed before and after the statements of a command")
    _killed(asked, score, server=None)
    with postgresql() as server:
        _killed(asked, score, server=server)
    missing = sorted(stories.writing().keys() - score.commands)
    if missing and asked.whole:
        score.wrong.append(f"no story has: {', '.join(missing)}")
    score.told(f"{len(score.commands)} of {len(stories.writing())} writing commands")
    return score.found_every(DOCTORED, asked) and not score.wrong


def _killed(asked: Asked, score: Score, *, server: PostgresqlServer | None) -> None:
    for story in filter(asked.takes, stories.stories()):
        if asked.sample and server and story.name != SMALL:
            continue
        with _telling(story, score, server=server) as (stands, commands):
            for one in commands:
                if not asked.commands or one.path in asked.commands:
                    _kill(one, stands, asked, score=score)


@contextmanager
def _telling(
    story: stories.Story, score: Score, *, server: PostgresqlServer | None = None
) -> Iterator[tuple[Stands, Iterator[Tried]]]:
    """A story is told; what was tried meanwhile is said, and the record in the end is verified."""
    stands = Stands(server)
    start, before = time.monotonic(), score.tried
    try:
        yield stands, told(story, stands)
        if score.tried > before and not verified(stands.main):
            score.wrong.append(f"{story.name}: the record does not hold in the end")
    finally:
        stands.close()
    count, seconds = score.tried - before, time.monotonic() - start
    if count:
        print(f"  {stands.database:<11} {story.name:<16} {count:>7,} faults {seconds:6.0f} s", flush=True)


def _kill(one: Tried, stands: Stands, asked: Asked, *, score: Score) -> None:
    known = one.path in score.commands
    if asked.sample and known and stands.database == "SQLite":
        return
    score.takes(one)
    every = faults_of(one)[asked.seed % asked.every :: asked.every]
    for fault in few_of(one) if asked.sample else every:
        score.tried += 1
        wrong = wrong_after(one, fault, stands)
        if wrong:
            when = f"{'after' if fault.after else 'before'} statement {fault.number}"
            said = one.clean.said[fault.number - 1]
            score.wrong.append(f"{stands.database}, {one.line}\n      killed {when}, {said}: {wrong}")
    if not known and score.doctored < (2 if asked.sample else CONTROLS) and may_be_doctored(one):
        score.doctored += 1
        score.found.update(title for title, found in found_out(one, stands) if found)


DEAF = "a COMMIT that failed is taken for done"


def writes_hold(asked: Asked) -> bool:
    """Each write and sync fails."""
    score = Score()
    print("Each write and each sync of SQLite's files runs out of disk, fails, or is the last")
    for story in filter(asked.takes, stories.stories()):
        if asked.sample and asked.whole and story.name != SMALL:
            continue
        with _telling(story, score) as (stands, commands):
            for one in commands:
                fresh = one.path not in score.commands and (not asked.commands or one.path in asked.commands)
                if fresh and (may_be_doctored(one) or not asked.sample):
                    _fail(one, stands, asked, score=score)
    score.told(f"{len(score.commands)} of {len(stories.writing())} writing commands")
    print(
        "  They ended:", *(f"{name} {count:,}" for name, count in sorted(score.ended.items())), sep="\n    "
    )
    return score.found_every({DEAF: ...}, asked) and not score.wrong


def _fail(one: Tried, stands: Stands, asked: Asked, *, score: Score) -> None:
    score.takes(one)
    failures = failures_of(one, stands)
    step = len(failures) // SAMPLED if asked.sample else asked.every
    for failure in failures[asked.seed % step :: step]:
        score.tried += 1
        ended, wrong = wrong_failing(one, failure, stands)
        score.ended[ended] += 1
        if wrong:
            score.wrong.append(f"{one.line}\n      {failure}, {ended}: {wrong}")
    if may_be_doctored(one) and score.doctored < (1 if asked.sample else CONTROLS):
        score.doctored += 1
        syncs = (each for each in failures if "sync" in each.call and "error" in each.way)
        score.found[DEAF] += any(wrong_failing(one, failure, stands, deaf=True)[1] for failure in syncs)


LESS = "synchronous=NORMAL"


def power_holds(asked: Asked) -> bool:
    """The power is cut."""
    print("The power is cut while a session acts; what was not synced is there in part, torn at sectors")
    shipped, lost = Score(), Score()
    stands = Stands()
    try:
        reference = _asked_for(stands)
        _cut(stands, reference, asked, synchronous="", score=shipped)
        _cut(stands, reference, asked, synchronous="NORMAL", score=lost)
    finally:
        stands.close()
    shipped.told("with the settings as shipped")
    losses = sum("lost" in wrong for wrong in lost.wrong)
    print(f"  Control: with {LESS}, where losses have to be seen: {losses:,} of {lost.tried:,} lose an act")
    return losses > 0 and not shipped.wrong and shipped.tried > 0


def _asked_for(stands: Stands) -> str:
    """A purchase in the town, on which a session can act."""
    folder, url = stands.main
    (folder / "desk.yaml").write_text(DESK, encoding="utf-8")
    town = str(ROOT / "examples" / "town.yaml")
    ran(["init", "--org", town, "--demonstration", "--now", "2025-06-02"], folder=folder, url=url)
    ran(["submit", "desk.yaml", "--as", "sankaku.nana"], folder=folder, url=url)
    stands.keep()
    return "MARUYAMA-2025-0001"


DESK = "key: desk-2025\ntitle: 受付の机\nministry: maruyama\nfiscal_year: 2025\namount: 80000\n"


def _cut(stands: Stands, reference: str, asked: Asked, *, synchronous: str, score: Score) -> None:
    session = Session(6 if asked.sample else 150, synchronous)
    at = stands.copy()
    held = [contents(at.url), *acted(session, at, reference)]
    at = stands.copy()
    files = {at.url: Path(at.url).read_bytes()}
    calls = recorded(session, at, reference)
    if contents(at.url) != held[-1] or len(set(held)) != session.acts + 1:
        score.wrong.append("the session that was recorded came to something else")
    recovery = Recovery(at, held)
    some = random.Random(asked.seed)
    for cut in cuts(calls, files, each=4, seed=asked.seed):
        if asked.sample and some.random() > SAMPLED / 100:
            continue
        score.tried += 1
        wrong = recovery.wrong(cut)
        if wrong:
            score.wrong.append(f"after call {cut.calls}: {wrong}")


PARTS: Mapping[str, Callable[[Asked], bool]] = {
    "kills": kills_hold,
    "writes": writes_hold,
    "power": power_holds,
}
TRACED = ("writes", "power")
"""The parts that need strace."""
