"""Replay: what a proposal must look like, folded from its history alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, NamedTuple

from govflow.domain.history import Entry

ADDED: Mapping[str, Any] = {"reach": 0, "released": None}
"""What a proposal's row has and its oldest entries do not tell, as it was then."""

NOTHING: Mapping[Any, Any] = {}


class Folded(NamedTuple):
    """A proposal's row, records, steps (by number) and documents (digest by number) as its entries say, and the states
    that it has left. What an entry does not change is the same before and after it."""

    row: Mapping[str, Any] = ADDED
    records: Mapping[str, Any] = NOTHING
    steps: Mapping[int, Mapping[str, Any]] = NOTHING
    documents: Mapping[str, str] = NOTHING
    revisions: tuple[str, ...] = ()
    left: frozenset[str] = frozenset()

    def been(self, state: str) -> bool:
        """Whether the proposal has left a state before."""
        return state in self.left

    def after(self, entry: Entry) -> Folded:
        """The proposal as it is after one more entry."""
        row, records, steps, documents, revisions, left = self
        changes = entry.read("changes")
        if "proposal" in changes:
            row = {**row, **changes["proposal"]}
        if "records" in changes:
            records = {**records, **changes["records"]}
        if "steps" in changes:
            steps = {**steps, **{step["number"]: step for step in changes["steps"]}}
        if "documents" in changes:
            documents = {**documents, **changes["documents"]}
        if entry.from_state and entry.from_state != entry.to_state:
            left = left | {entry.from_state}
        if entry.revision and entry.revision not in revisions[-1:]:
            revisions = (*revisions, entry.revision)
        return Folded(row, records, steps, documents, revisions, left)


def fold(entries: Iterable[Entry]) -> Folded:
    """Apply every entry's changes in order. The version is the number of the last entry."""
    return reduce(Folded.after, entries, Folded())


def folding(entries: Iterable[Entry]) -> Iterator[Folded]:
    """The proposal as it was before each entry."""
    folded = Folded()
    for entry in entries:
        yield folded
        folded = folded.after(entry)
