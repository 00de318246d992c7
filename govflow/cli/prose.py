"""Sentences and small texts of the commands: paragraphs, names of persons, days and moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from govflow.cli.output import Output
from govflow.cli.width import wrap
from govflow.cli.wording import worded
from govflow.messages import Notice, Title, notice

Pair = Mapping[str, str]
"""A bilingual name as plain data."""


def paragraph(out: Output, said: Notice | Title | str, *, indent: int = 0) -> None:
    """A sentence broken into lines of the terminal's width."""
    for line in wrap(worded(said, out.lang), out.width - indent):
        out.text(" " * indent + line)


def blank(out: Output) -> None:
    """An empty line between two parts of an answer."""
    out.text("")


def title_of(pair: Pair) -> Title:
    """A bilingual name as the catalogue takes it."""
    return Title(pair["ja"], pair["en"])


def working_days(days: int) -> Notice:
    return notice("answer.working_day" if days == 1 else "answer.working_days", days=days)


def coded(code: str, title: Title, lang: str) -> Notice | str:
    """What is typed as `code`, with its title where that says more."""
    if title.in_language(lang) == code.replace("_", " "):
        return code
    return notice("answer.coded", code=code, title=title)


def actor(person: Pair, office: Pair | None, *, via: str | None, behalf: Pair | None) -> Notice | Title:
    """Somebody who has acted: the name, the office, and for whom where it was another's."""
    if office is None:
        return title_of(person)
    name, held = title_of(person), title_of(office)
    if behalf is None:
        return notice("answer.actor", person=name, office=held)
    return notice(f"answer.actor_{via}", person=name, office=held, behalf=title_of(behalf))


def listed(items: Sequence[object]) -> Notice:
    """Several things in one cell or sentence."""
    return notice("answer.listed", items=items)


def local_time(stamp: str, timezone: str) -> str:
    """`2025-04-07 10:30` where the store's organisation is."""
    return f"{datetime.fromisoformat(stamp).astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"
