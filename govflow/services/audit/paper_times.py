"""Times of ballots that were held on paper: what was recorded of one after another happened in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.council.ballot_acts import ACTS, MADE_LATER
from govflow.domain.history import Subject

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Recorded(NamedTuple):
    """When something was recorded, and when it happened."""

    recorded_at: str
    at: str


class PaperTimes:
    """What the histories of a meeting's ballots say of times, read once for each meeting."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._recorded: dict[str, list[Recorded]] = {}

    def latest(self, meeting: str, *, before: str) -> str:
        """The latest moment of the meeting's ballots that was recorded before another."""
        if meeting not in self._recorded:
            self._recorded[meeting] = self._read(meeting)
        return max((each.at for each in self._recorded[meeting] if each.recorded_at < before), default="")

    def _read(self, meeting: str) -> list[Recorded]:
        ballots = [kept.value.reference for kept in self._work.ballots.found(meeting=meeting)]
        entries = (
            each for ballot in ballots for each in self._work.history.entries(Subject("ballot", ballot))
        )
        return [
            Recorded(each.recorded_at, str(each.read("facts")["at"]))
            for each in entries
            if _sat(each.trigger, each.read("facts"))
        ]


def _sat(trigger: str, facts: dict[str, object]) -> bool:
    """An act of the sitting: one that came of another, or was made later, says nothing of its times."""
    return facts.get("sitting") is not None and ACTS.get(trigger) not in MADE_LATER
