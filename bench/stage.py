"""The stage: demonstration stores on disk, proposals to fill them with, and the persons who act on them.

Everything is the same in every run, clock and keys included, so that two stores can be compared row by row.
"""

from __future__ import annotations

import csv
import os
import platform
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

import govflow
from govflow.store import Store
from govflow.store.address import Address
from govflow.store.connecting import database_at
from govflow.store.database import Database

CHECKOUT = Path(__file__).resolve().parent.parent
MOMENT = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)
"""A Monday morning in Tokyo on which every office of the example has its holder."""

MINISTRIES = ("mof", "mext", "mhlw", "mlit")
IN_MEMORY = ("tmpfs", "ramfs")


class ActOfRole(NamedTuple):
    """What somebody does: in which role, and the trigger."""

    role: str
    trigger: str


MINISTRYS_PART = (
    ActOfRole("pmo_clerk", "submit"),
    ActOfRole("pmo_head", "accept"),
    ActOfRole("executive_adviser", "adviser_opinion.favourable"),
    ActOfRole("ciso", "ciso_concurrence.concur"),
    ActOfRole("accounts", "accounts_concurrence.concur"),
    ActOfRole("deputy_cio", "deputy_cio_concurrence.concur"),
)
"""A proposal's way through its ministry: moves with and without guards, steps asked and answered. It ends before
the endorsement, whose document is rendered in a transaction of its own."""


class Planned(NamedTuple):
    """An act, the session of the person who does it, and that person."""

    session: govflow.Session
    command: govflow.Act
    person: str


@contextmanager
def disk_folder(wanted: Path | None = None) -> Iterator[Path]:
    """A new folder on a real disk, removed in the end: syncing to memory would cost nothing."""
    places = [wanted] if wanted else [Path(tempfile.gettempdir()), Path("/var/tmp"), CHECKOUT]
    place = next((p for p in places if p.is_dir() and file_system(p) not in IN_MEMORY), None)
    if place is None:
        raise SystemExit(
            f"no folder on a real disk among {', '.join(map(str, places))}: name one by --folder"
        )
    with tempfile.TemporaryDirectory(prefix="govflow-bench-", dir=place) as folder:
        yield Path(folder)


def file_system(place: Path) -> str:
    """The type of the file system that a folder is on, as Linux tells it; elsewhere `unknown`."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return "unknown"
    rows = (line.split() for line in mounts.read_text(encoding="utf-8").splitlines())
    within = [(point, kind) for _, point, kind, *_ in rows if place.resolve().is_relative_to(point)]
    return max(within, key=lambda mount: len(mount[0]))[1]


def surroundings(folder: Path) -> str:
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} processors, "
        f"{platform.system()}, {file_system(folder)}"
    )


def clock() -> datetime:
    return MOMENT


@contextmanager
def opened(store: Path) -> Iterator[govflow.Session]:
    """A session on a store whose clock stands still and whose keys are counted."""
    with on_database(database_at(Address.of(str(store)))) as session:
        yield session


@contextmanager
def on_database(database: Database) -> Iterator[govflow.Session]:
    """The same on a connection that was made already."""
    keys = count(1)
    with govflow.Session(
        Store(database), account="", clock=clock, new_key=lambda: f"key-{next(keys)}"
    ) as session:
        yield session


def founded(folder: Path) -> Path:
    """A demonstration store with the example's organisation and no proposals; made once in a folder."""
    store = folder / "founded.db"
    if not store.exists():
        organisation = CHECKOUT / "examples" / "organisation.yaml"
        govflow.create(
            str(store),
            organisation=organisation,
            workflows=["it_investment"],
            demonstration=True,
            clock=clock,
        )
    return store


def with_drafts(folder: Path, drafts: int) -> Path:
    """A demonstration store with as many drafts, shared out among the ministries."""
    store = copied(founded(folder), f"{drafts}-drafts")
    with opened(store) as session:
        for at, ministry in enumerate(MINISTRIES):
            rows = len(range(at, drafts, len(MINISTRIES)))
            file = proposals_file(folder, ministry, rows)
            govflow.submit_file(caller(session, "pmo_clerk", ministry), file, draft=True)
    return store


def copied(store: Path, name: str) -> Path:
    """A copy of a store that nobody has open."""
    return Path(shutil.copyfile(store, store.with_name(f"{name}.db")))


def proposals_file(folder: Path, ministry: str, rows: int) -> Path:
    """A file of a ministry's proposals, each as long as real ones are."""
    file = folder / f"{ministry}-{rows}.csv"
    proposals = [proposal(ministry, number) for number in range(rows)]
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [*proposal(ministry, 0)])
        writer.writeheader()
        writer.writerows(proposals)
    return file


def proposal(ministry: str, number: int) -> dict[str, str]:
    """One proposal as a file's row says it."""
    return {
        "key": f"{ministry}/{number}",
        "title": f"申請受付システム第{number}号の更改",
        "ministry": ministry,
        "fiscal_year": "2026",
        "kind": "renewal",
        "amount": str(80_000_000 + number * 1_000),
        "bureau": "大臣官房会計課情報システム室",
        "problem": "現行の申請受付は紙とメールに分かれており、受付から審査までに平均して十二日を要している。",
        "purpose": "申請の受付と審査を一つの仕組みにまとめ、国民の手続に要する時間と職員の負担を減らす。",
        "outline": "共通基盤の上に受付・審査・通知の機能を置き、既存の台帳を移したうえで、"
        "三か年で全国の窓口に展開する。移行の間は現行の仕組みと並べて動かし、件数と所要日数を毎月確かめる。",
    }


def planned(session: govflow.Session) -> list[Planned]:
    """The ministry's part for every proposal of the store, proposal by proposal."""
    with session.store.reading() as work:
        references = list(work.proposals.references())
    holding = cache(lambda role, ministry: holder(session, role, ministry))
    acting = cache(session.acting_as)
    return [
        Planned(
            acting(person), govflow.Act(reference, deed.trigger, key=f"{reference}/{deed.trigger}"), person
        )
        for reference in references
        for deed in MINISTRYS_PART
        for person in [holding(deed.role, reference.partition("-")[0].lower())]
    ]


def caller(session: govflow.Session, role: str, ministry: str) -> govflow.Session:
    """The session of whoever holds a role for a ministry."""
    return session.acting_as(holder(session, role, ministry))


def holder(session: govflow.Session, role: str, ministry: str) -> str:
    """Whoever holds a role for a ministry."""
    with session.store.reading() as work:
        directory = session.directory(work)
    offices = directory.responsible_offices(role, ministry)
    return next(person for office in offices for person in directory.holders(office.code))
