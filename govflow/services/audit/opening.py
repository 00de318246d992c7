"""Whom a proposal opened to, made again: each entry changes it as its transition says, and no other does."""

from __future__ import annotations

from collections.abc import Iterable

from govflow.messages import Notice, notice
from govflow.services.audit.timing import Act
from govflow.workflow.reserved import CORRECT

Opening = tuple[int, int | None]
"""How far a proposal is open, and with which revision."""

_OPENING = frozenset({"reach", "released", "revision"})


def opening_problems(acts: Iterable[Act]) -> list[Notice]:
    """The entries of a proposal that opened it otherwise than their definitions say, or did not."""
    return [
        notice("audit.opening_differs", reference=act.entry.subject, seq=act.entry.seq)
        for act in acts
        if act.ways or not _OPENING.isdisjoint(act.row)
        if (act.after.row["reach"], act.after.row["released"]) not in _possible(act)
    ]


def _possible(act: Act) -> set[Opening]:
    """How far the proposal may be open after an entry, by the transitions that may have been done."""
    was, now = act.before.row, act.after.row
    before: Opening = (was["reach"], was["released"])
    if act.entry.trigger == CORRECT and was["released"] == was.get("revision"):
        return {(was["reach"], now["revision"])}  # what others read was put right
    if act.definition is None or all(way.opens_to is None for way in act.ways):
        return {before}
    places = {act.definition.policy.place_of(way.opens_to) for way in act.ways}
    return {(max(place, was["reach"]), now.get("revision")) if place else before for place in places}
