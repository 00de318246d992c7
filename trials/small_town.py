"""A store as small as it can be, with something in nearly every table: a town's, with one purchase decided, one asked
for, a refusal and a programme. Nothing but its moment is given: the same store each time, but for the hashes' order."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import govflow
from govflow.errors import Refused

ROOT = Path(__file__).parents[1]
MAYOR, CLERK, DEPUTY = "mayor", "nana", "yuki"
"""The accounts that act."""

PAGE = 1024

_CALENDAR = """\
format: 1
title: {ja: 休日, en: closed days}
country: JP
timezone: Asia/Tokyo
first_year: 2025
last_year: 2025
closings: []
"""
_PROGRAMMES = "number,name,owner\n1,道路台帳,丸山町\n2,住民の窓口,丸山町\n"
_MAPPING = """\
format: 1
source: list
licence: none
fiscal_year: 2025
columns: {key: number, title: name, ministry: owner}
not_stated: {}
spellings: {maruyama: [丸山町]}
owners: []
"""


def small_store(folder: Path) -> Path:
    """The store, in one file."""
    path = folder / "town.db"
    calendar, programmes, mapping = (
        _written(folder / name, text)
        for name, text in (
            ("calendar.yaml", _CALENDAR),
            ("list.csv", _PROGRAMMES),
            ("mapping.yaml", _MAPPING),
        )
    )
    govflow.create(
        str(path),
        organisation=ROOT / "examples" / "town.yaml",
        workflows=["town_purchase"],
        calendar=calendar,
        account=MAYOR,
        clock=_clock("09:00"),
        new_id=lambda: "small-town",
    )
    with session_of(path, CLERK) as session:
        first, _ = (_asked(session, title) for title in ("椅子", "机"))
        _refused(session, first)
    with session_of(path, DEPUTY) as session:
        govflow.act(session, govflow.Act(first, "available", key="funds"))
    with session_of(path, MAYOR) as session:
        govflow.act(session, govflow.Act(first, "decide", key="decide"))
        govflow.import_programmes(session, programmes, mapping)
    _packed(path)
    return path


def session_of(path: Path, account: str) -> govflow.Session:
    return govflow.open(str(path), account=account, clock=_clock("10:00"))


def _clock(time: str) -> govflow.Clock:
    return govflow.fixed_clock(govflow.moment_of(f"2025-06-02T{time}", "Asia/Tokyo"))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _asked(session: govflow.Session, title: str) -> str:
    content = {"title": title, "ministry": "maruyama", "fiscal_year": 2025, "amount": 1000}
    reference = govflow.submit(session, content, key=title, draft=True).reference
    govflow.act(session, govflow.Act(reference, "request", key=f"request {title}"))
    return reference


def _refused(session: govflow.Session, reference: str) -> None:
    """The clerk tries what is the mayor's."""
    try:
        govflow.act(session, govflow.Act(reference, "decide", key="too far"))
    except Refused:
        return
    raise AssertionError("a clerk decided")


def _packed(path: Path) -> None:
    """Into one file of small pages."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in (
            "PRAGMA journal_mode = DELETE",
            f"PRAGMA page_size = {PAGE}",
            "VACUUM",
            "PRAGMA journal_mode = WAL",
            "PRAGMA wal_checkpoint(TRUNCATE)",
        ):
            connection.execute(statement).fetchall()
