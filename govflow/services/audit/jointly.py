"""Joint decisions verified: what several ballots came to together is what each of them has decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import le, lt
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.council.ballot import DECIDED, Ballot
from govflow.domain.council.ballot_proceeding import Settle
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import folded, thawed
from govflow.messages import Notice
from govflow.services.council.matters.joint import awaited_among, closed_by, speaking_for, twice_among

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

Matter = tuple[object, frozenset[str], str]
"""What several bodies decide together: for what purpose, which bodies, and the digest of the text."""

_OF_THE_MATTER = frozenset({"reference", "matter", "joint", "proposal", "state", "outcome", "jointly"})


class State(NamedTuple):
    """A ballot as an entry left it."""

    recorded_at: str
    ballot: Ballot


class Jointly:
    """The joint ballots of a store by what they decide, each of them and of their histories read once."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._states: dict[str, list[State]] = {}

    def settled(self, ballot: Ballot, entry: Entry) -> bool:
        """Whether the act that settled a ballot names the one of every body that spoke for it on the same text
        then, each settled alike, with what it decided and closed."""
        act = thawed(Settle, entry.read("payload"))
        told = act.outcomes
        named = [each for each in self._same(ballot) if each.reference in told]
        alike = all((told[each.reference], ballot.jointly) == (each.outcome, each.jointly) for each in named)
        alike = alike and act.closed == closed_by(named)
        then = list(self._as_of(ballot, entry.recorded_at, sooner=True))
        alike = alike and all(_spoke(then, each) for each in named)
        return alike and len(named) == len(told) and {each.body for each in named} == ballot.bodies

    def opened_twice(self, ballot: Ballot, entry: Entry) -> Iterator[Notice]:
        """The ballot of the same body on the same text that waited as this one was opened. What ended at that moment is
        taken to have ended before."""
        if not ballot.joint:
            return
        there = {each.reference for each in self._as_of(ballot, entry.recorded_at, sooner=True)}
        then = [each for each in self._as_of(ballot, entry.recorded_at) if each.reference in there]
        yield from twice_among(then, ballot)

    def left_unsettled(self, ballot: Ballot, *, decided_at: str) -> bool:
        """Whether a ballot was the last to decide the text and nobody settled it. Of what happened at the same moment
        it is taken for the last."""
        if ballot.jointly in DECIDED or ballot.outcome not in DECIDED:
            return False
        then = list(self._as_of(ballot, decided_at))
        latest = speaking_for(then, ballot, ballot.body)
        return latest is not None and latest.reference == ballot.reference and not awaited_among(then, ballot)

    @cached_property
    def _by_matter(self) -> dict[Matter, list[Ballot]]:
        found: dict[Matter, list[Ballot]] = defaultdict(list)
        for kept in self._work.ballots.every():
            if kept.value.joint:
                found[_matter(kept.value)].append(kept.value)
        return found

    def _same(self, ballot: Ballot) -> Sequence[Ballot]:
        return self._by_matter.get(_matter(ballot), ())

    def _as_of(self, ballot: Ballot, moment: str, *, sooner: bool = False) -> Iterator[Ballot]:
        """The ballots on the same text as their histories had left them at a moment, or just before."""
        until = lt if sooner else le
        for each in self._same(ballot):
            past = [state.ballot for state in self._past(each.reference) if until(state.recorded_at, moment)]
            yield from past[-1:]

    def _past(self, reference: str) -> list[State]:
        if reference not in self._states:
            entries = self._work.history.entries(Subject("ballot", reference))
            self._states[reference] = list(_turns(entries))
        return self._states[reference]


def _spoke(then: Sequence[Ballot], ballot: Ballot) -> bool:
    """Whether no later ballot of its body spoke for that."""
    other = speaking_for(then, ballot, ballot.body)
    return other is None or other.turn <= ballot.turn


def _turns(entries: Sequence[Entry]) -> Iterator[State]:
    """What a ballot was from each entry on that changed what it decides, or what came of it."""
    content: dict[str, Any] = {}
    for entry in entries:
        changes = entry.read("changes")["ballot"]
        content = folded(content, changes)
        if not _OF_THE_MATTER.isdisjoint(changes):
            yield State(entry.recorded_at, thawed(Ballot, content))


def _matter(ballot: Ballot) -> Matter:
    return ballot.purpose, ballot.bodies, ballot.text_digest
