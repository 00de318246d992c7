"""Sentences and small texts of the commands: paragraphs, names of persons, days and moments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from govflow.cli.output import Output
from govflow.cli.width import wrap
from govflow.cli.wording import worded
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Session


def paragraph(out: Output, said: Notice | str, *, indent: int = 0) -> None:
    """A sentence broken into lines of the terminal's width."""
    for line in wrap(worded(said, out.lang), out.width - indent):
        out.text(" " * indent + line)


def blank(out: Output) -> None:
    """An empty line between two parts of an answer."""
    out.text("")


def title_of(pair: Mapping[str, str]) -> Title:
    """A bilingual name as the catalogue takes it."""
    return Title(pair["ja"], pair["en"])


def working_days(days: int) -> Notice:
    return notice("answer.working_day" if days == 1 else "answer.working_days", days=days)


def holder(who: Mapping[str, Any]) -> Notice:
    """Somebody who may act: the name, the office, and how that comes about."""
    how = "absent" if who["absent"] else who["via"]
    return notice(f"answer.holder_{how}", name=title_of(who["name"]), office=who["office"])


def listed(items: list[Any]) -> Notice:
    """Several things in one cell or sentence."""
    return notice("answer.listed", items=items)


def local_time(stamp: str, session: Session) -> str:
    """`2025-04-07 10:30` where the store's organisation is."""
    zone = ZoneInfo(session.store.info.timezone)
    return f"{datetime.fromisoformat(stamp).astimezone(zone):%Y-%m-%d %H:%M}"
