"""Whom a proposal opened to, made again: each entry changes it as its transition says, and no other does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from govflow.domain.history import Entry
from govflow.domain.replay import ADDED
from govflow.messages import Notice, notice
from govflow.services.audit.pinned import pinned
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import CORRECT


def opening_problems(definition_of: Callable[[str], Definition], entries: Iterable[Entry]) -> list[Notice]:
    """The entries of a proposal that opened it otherwise than their definitions say, or did not."""
    problems: list[Notice] = []
    row: dict[str, Any] = dict(ADDED)
    for entry in entries:
        before, corrected = (row["reach"], row["released"]), row.get("revision")
        row.update(entry.read("changes").get("proposal", {}))
        if entry.trigger == CORRECT and before[1] == corrected:
            expected = {(before[0], row["revision"])}  # what others read was put right
        else:
            expected = _after(definition_of, entry, before=before, revision=row.get("revision"))
        if (row["reach"], row["released"]) not in expected:
            problems.append(notice("audit.opening_differs", reference=entry.subject, seq=entry.seq))
    return problems


def _after(
    definition_of: Callable[[str], Definition],
    entry: Entry,
    *,
    before: tuple[int, int | None],
    revision: int | None,
) -> set[tuple[int, int | None]]:
    """How far the proposal may be open after an entry, by the transitions that may have been done."""
    if entry.step is not None or entry.from_state is None:
        return {before}
    definition = pinned(definition_of, entry)
    if definition is None:
        return {before}
    ways = definition.transitions_of(entry.trigger, state=entry.from_state)
    places = {definition.policy.place_of(way.opens_to) for way in ways if way.target == entry.to_state} or {0}
    return {(max(place, before[0]), revision) if place else before for place in places}
