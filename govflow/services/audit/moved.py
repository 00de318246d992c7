"""What happened to a proposal by nobody's hand, as its history tells it."""

from __future__ import annotations

from typing import NamedTuple

from govflow.domain.council.occasion import Occasion
from govflow.domain.history import Entry
from govflow.domain.replay import Folded
from govflow.services.audit.timing import Timed


class Moved(NamedTuple):
    """What happened to a proposal on an occasion; `before` is what the proposal was until then."""

    act: Timed
    last: Entry | None
    before: Folded
    occasion: Occasion
    body: str | None

    @property
    def entry(self) -> Entry:
        return self.act.entry

    def noted(self, reason: str) -> bool:
        """Whether the entry tells this reason and no other, also as a value where its definition keeps it."""
        return {self.entry.note, self.entry.read("payload").get("note", reason)} == {reason}
