"""Moving: a trigger of the definition is attempted, and what would follow from it is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import Capacity, capacities
from govflow.domain.facts import Facts
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.effects import asked_steps, closed_steps, kept_record, next_proposal
from govflow.services.acting.payload import owners_of, payload_of, require_values
from govflow.services.acting.refusing import blocked
from govflow.services.case import Case
from govflow.services.recording import Actor
from govflow.services.session import Session
from govflow.workflow.definition import Transition
from govflow.workflow.engine import Blocked, Moved

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def move(
    session: Session,
    work: UnitOfWork,
    case: Case,
    command: Act,
    *,
    candidates: tuple[Transition, ...],
    person: str,
) -> Decided:
    """Fire a trigger, which `candidates` has in this state.

    Raises NotAuthorised or Refused with every reason, BadInput for its values.
    """
    trigger, state = command.trigger, case.proposal.state
    payload = payload_of(work, case, command, _may_take(candidates))
    facts = case.facts(person=person, payload=payload)
    held = _capacities(session, case, person, candidates)
    found = case.kernel.attempt(trigger, state=state, facts=facts, capacities=held)
    if isinstance(found, Blocked):
        raise blocked(session, case, found, person=person, payload=payload)
    require_values(case, found.transition.takes, payload, trigger=trigger)
    return _moved(work, case, found, person=person, facts=facts, payload=payload)


def _capacities(
    session: Session, case: Case, person: str, candidates: Sequence[Transition]
) -> tuple[Capacity, ...]:
    """The caller's capacities for the trigger of these; with a chosen office, only those of that office."""
    roles = [role for transition in candidates for role in transition.roles]
    matter = case.matter(candidates[0].trigger)
    found = capacities(case.directory, person, case.duties(roles), matter)
    return tuple(filter(session.admits, found))


def _moved(
    work: UnitOfWork, case: Case, found: Moved, *, person: str, facts: Facts, payload: Mapping[str, Any]
) -> Decided:
    transition, capacity = found
    record = kept_record(case, transition, payload) if transition.records else {}
    kept = {transition.records: record} if transition.records else {}
    records = {**case.proposal.records, **kept}
    entered = case.definition.states[transition.target].asks if transition.moves else ()
    asks = (*entered, *transition.asks)
    carried = {**payload, **record}
    asked = asked_steps(
        case,
        asks,
        facts=facts,
        payload=carried,
        records=records,
        owners=owners_of(work, case, asks, carried),
        capacity=capacity,
    )
    return Decided(
        trigger=transition.trigger,
        actor=Actor(person, capacity),
        after=next_proposal(case, transition, records=records),
        payload=payload,
        facts=facts.read_so_far,
        steps=(*closed_steps(case, transition), *asked),
        records=kept,
        issues=transition.issues,
    )


def _may_take(transitions: Iterable[Transition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for t in transitions for name in (*t.takes, *t.may_take)))
