"""Moments: the times that the ballots of meetings tell, read once for each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.history import Entry
from govflow.services.council.acting.times import Recorded, latest, moments

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Moments:
    """What the histories of ballots say of times."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._told: dict[str, list[Recorded]] = {}

    def latest(self, meeting: str, *, before: Entry) -> str:
        """The latest moment of a meeting's ballots that was recorded before an entry."""
        if meeting not in self._told:
            self._told[meeting] = moments(self._work, meeting)
        return latest(self._told[meeting], before=before)
