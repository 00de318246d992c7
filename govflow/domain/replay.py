"""Replay: what a proposal must look like, folded from its history alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from govflow.domain.history import Entry

ADDED: Mapping[str, Any] = {"reach": 0, "released": None}
"""What a proposal's row has and its oldest entries do not tell, as it was then."""


@dataclass(slots=True)
class Folded:
    """A proposal's row, records, steps (by number) and documents (digest by number) as its entries say, and the states
    that it has left."""

    row: dict[str, Any] = field(default_factory=lambda: dict(ADDED))
    records: dict[str, Any] = field(default_factory=dict)
    steps: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    revisions: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)

    def been(self, state: str) -> bool:
        """Whether the proposal has left a state before."""
        return state in self.left


def fold(entries: Iterable[Entry]) -> Folded:
    """Apply every entry's changes in order. The version is the number of the last entry."""
    folded = Folded()
    for _ in folding(entries, folded):
        pass  # what it was in between is of no interest
    return folded


def folding(entries: Iterable[Entry], folded: Folded | None = None) -> Iterator[Folded]:
    """The proposal as it was before each entry: one and the same, that grows as the entries are gone through."""
    folded = folded or Folded()
    for entry in entries:
        yield folded
        changes = entry.read("changes")
        folded.row.update(changes.get("proposal", {}))
        folded.records.update(changes.get("records", {}))
        folded.steps.update((step["number"], step) for step in changes.get("steps", ()))
        folded.documents.update(changes.get("documents", {}))
        if entry.from_state and entry.from_state != entry.to_state:
            folded.left.add(entry.from_state)
        if entry.revision and (not folded.revisions or folded.revisions[-1] != entry.revision):
            folded.revisions.append(entry.revision)
