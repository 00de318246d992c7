"""Missed dates that went up, one sentence each: what `why` and `show` say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.cli.prose import title_of
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import WentUp


def went_up(one: WentUp) -> Notice:
    """That a missed date went up, to whom and when."""
    what = notice("answer.coded", code=one.what, title=title_of(one.title))
    if one.to is None:
        return notice("deadline.went_nowhere", missed=one.missed, on=one.on, what=what)
    return notice("deadline.went_up", missed=one.missed, on=one.on, what=what, to=title_of(one.to))
