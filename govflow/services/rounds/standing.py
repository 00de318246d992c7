"""Standing: how far each addressee of a round is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from govflow.domain.organisation import Directory
from govflow.domain.round import NOTHING_YET, Round, Standing
from govflow.workflow.definition import Definition


class Counted(Protocol):
    """A proposal as far as it counts."""

    @property
    def ministry(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def part_of(self) -> str | None: ...


class Answered(NamedTuple):
    """A proposal of a history, as far as it counts."""

    ministry: str
    state: str
    amount: int | None
    part_of: str | None


def standings(
    answers: Iterable[Counted], definition: Definition, *, addressed: Mapping[str, str]
) -> dict[str, Standing]:
    """By addressee; `addressed` says which of them answers for a ministry. What an umbrella contains has no amount."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    amounts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in (each for each in answers if each.ministry in addressed):
        stage = stage_in(definition, each.state)
        counts[addressed[each.ministry]][stage] += 1
        amounts[addressed[each.ministry]][stage] += 0 if each.part_of else each.amount or 0
    return {name: Standing(dict(counts[name]), dict(amounts[name])) for name in counts}


def stage_in(definition: Definition, state: str) -> str:
    """How far a proposal in a state is."""
    rounds = definition.rounds
    return rounds.stage_of(state, initial=definition.initial) if rounds else "dropped"


def addressed_by(one: Round, directory: Directory) -> dict[str, str]:
    """By ministry, the addressee that answers for it: itself, or the first above it."""
    addressees = set(one.addressees)
    found = {
        name: next((above for above in directory.lineage(name) if above in addressees), None)
        for name in directory.ministries
    }
    return {name: above for name, above in found.items() if above is not None} | {
        name: name for name in addressees
    }


def at_closing(one: Round, known: Mapping[str, Standing]) -> dict[str, Standing]:
    """How far every addressee is, also who has nothing."""
    return {name: known.get(name, NOTHING_YET) for name in one.addressees}
