"""Times of ballots: when what is recorded of them happened. What is recorded later did not happen before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.council.ballot_acts import ACTS, MADE_LATER
from govflow.domain.history import Entry, Subject

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Recorded(NamedTuple):
    """When something happened, and the entry that says so."""

    at: str
    entry: Entry

    def before(self, other: Entry) -> bool:
        """Whether it was recorded before another entry: in its own history, or at an earlier time."""
        mine = self.entry
        same = (mine.kind, mine.subject) == (other.kind, other.subject)
        return mine.seq < other.seq if same else mine.recorded_at < other.recorded_at


def moments(work: UnitOfWork, meeting: str) -> list[Recorded]:
    """What the histories of a meeting's ballots say of times."""
    ballots = [kept.value.reference for kept in work.ballots.found(meeting=meeting)]
    entries = (each for ballot in ballots for each in work.history.entries(Subject("ballot", ballot)))
    told = ((each, each.read("facts")) for each in entries)
    return [Recorded(str(facts["at"]), each) for each, facts in told if _sat(each.trigger, facts)]


def latest(told: list[Recorded], *, before: Entry | None = None) -> str:
    """The latest of some moments: of all, or of those that were recorded before an entry."""
    return max((each.at for each in told if before is None or each.before(before)), default="")


def _sat(trigger: str, facts: dict[str, object]) -> bool:
    """An act of the sitting: one that came of another, or was made later, says nothing of its times."""
    return facts.get("sitting") is not None and ACTS.get(trigger) not in MADE_LATER
