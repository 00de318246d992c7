"""What a proposal changes, and by which ones it is changed: both sides tell of each other, as far as they are open."""

from __future__ import annotations

from dataclasses import dataclass

from govflow.domain.proposal import Proposal
from govflow.errors import NotAuthorised
from govflow.services.access import Reading
from govflow.services.names import Pair, pair


@dataclass(frozen=True, slots=True)
class Linked:
    """Another proposal, and where it stands; of one that is closed to the reader nothing but its reference."""

    reference: str
    title: str | None
    state: str | None
    state_title: Pair | None


def change_of(reading: Reading, proposal: Proposal) -> Linked | None:
    """What it changes."""
    return _linked(reading, proposal.changes) if proposal.changes else None


def changed_by(reading: Reading, reference: str) -> tuple[Linked, ...]:
    """The changes of it, the first one first."""
    return tuple(_linked(reading, other.reference) for other in reading.work.proposals.changing(reference))


def _linked(reading: Reading, reference: str) -> Linked:
    try:
        case = reading.case(reference).case
    except NotAuthorised:
        return Linked(reference, None, None, None)
    state = case.definition.states[case.proposal.state]
    return Linked(reference, case.proposal.title, state.name, pair(state.title))
