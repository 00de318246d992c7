"""What went up already: a due date goes up once, also where it is another day since an inquiry stopped its clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.history import Entry, Subject
from govflow.services.deadlines.missed import ESCALATE, Missed

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class GoneUp(NamedTuple):
    """The history of a proposal of which anything went up; of any other it is empty."""

    entries: Sequence[Entry]

    @classmethod
    def of(cls, work: UnitOfWork, reference: str) -> GoneUp:
        subject = Subject("proposal", reference)
        return cls(work.history.entries(subject) if work.history.of_trigger(subject, ESCALATE) else ())

    def has(self, missed: Missed) -> bool:
        """Whether that very date went up, or the one that it was before its clock stood still."""
        told = [entry for entry in self.entries if entry.trigger == ESCALATE]
        if any(entry.cause == missed.cause for entry in told):
            return True
        since = 0 if missed.number else max((e.seq for e in self.entries if _sets_date(e)), default=0)
        return any(entry.seq > since and entry.read("payload").get("missed") == missed.what for entry in told)


def _sets_date(entry: Entry) -> bool:
    """Whether an act set the proposal's due date. One that stops the clock or lets it go on changes the date and what
    is left of it together. A step has the date with which it was asked."""
    changed = entry.read("changes").get("proposal", {})
    return "state" in changed or ("due_on" in changed) != ("paused_left" in changed)
