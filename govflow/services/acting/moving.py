"""Moving: a trigger of the definition is attempted, and what would follow from it is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity, capacities
from govflow.domain.facts import Facts
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.effects import asked_steps, closed_steps, kept_record, next_proposal
from govflow.services.acting.payload import owners_of, payload_of, require_values
from govflow.services.acting.refusing import blocked, hindered, missing_notices
from govflow.services.case import Case
from govflow.services.recording import Actor
from govflow.services.session import Session
from govflow.workflow.definition import Transition
from govflow.workflow.engine import Blocked, Moved, Tried

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Attempt(NamedTuple):
    """What was asked of the kernel, and its answer."""

    payload: Mapping[str, Any]
    facts: Facts
    found: Moved | Blocked


def move(
    session: Session,
    work: UnitOfWork,
    case: Case,
    command: Act,
    *,
    candidates: tuple[Transition, ...],
    person: str,
) -> Decided:
    """Fire a trigger, which `candidates` has in this state, by a person's hand.

    Raises NotAuthorised or Refused with every reason, BadInput for its values.
    """
    held = _capacities(session, case, person, candidates)
    attempt = _attempt(work, case, command, candidates, person=person, held=held)
    if isinstance(attempt.found, Blocked):
        raise blocked(session, case, attempt.found, person=person, payload=attempt.payload)
    transition, capacity = attempt.found
    require_values(case, transition.takes, attempt.payload, trigger=command.trigger)
    return _moved(work, case, transition, attempt, actor=Actor(person, capacity))


def happen(
    work: UnitOfWork, case: Case, command: Act, *, candidates: tuple[Transition, ...], cause: str
) -> Decided:
    """Fire what nobody does: one of `candidates`, in their role. Raises Refused with every reason, BadInput."""
    role = candidates[0].roles[0]
    attempt = _attempt(work, case, command, candidates, person=None, held=(Capacity("", role),))
    if isinstance(attempt.found, Blocked):
        raise hindered(case, attempt.found.tried, attempt.payload)
    transition = attempt.found.transition
    if missing_notices(case, transition.takes, attempt.payload):
        raise hindered(case, [Tried(transition, role_missing=False, reasons=())], attempt.payload)
    return _moved(work, case, transition, attempt, actor=Actor(None, role=role))._replace(cause=cause)


def _attempt(
    work: UnitOfWork,
    case: Case,
    command: Act,
    candidates: tuple[Transition, ...],
    *,
    person: str | None,
    held: tuple[Capacity, ...],
) -> Attempt:
    payload = payload_of(work, case, command, _may_take(candidates), resolved=person is None)
    facts = case.facts(person=person, payload=payload)
    state = case.proposal.state
    found = case.kernel.attempt(command.trigger, state=state, facts=facts, capacities=held)
    return Attempt(payload, facts, found)


def _capacities(
    session: Session, case: Case, person: str, candidates: Sequence[Transition]
) -> tuple[Capacity, ...]:
    """The caller's capacities for the trigger of these; with a chosen office, only those of that office."""
    roles = [role for transition in candidates for role in transition.roles]
    matter = case.matter(candidates[0].trigger)
    found = capacities(case.directory, person, case.duties(roles), matter)
    return tuple(filter(session.admits, found))


def _moved(
    work: UnitOfWork, case: Case, transition: Transition, attempt: Attempt, *, actor: Actor
) -> Decided:
    payload, facts, _ = attempt
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
        capacity=actor.capacity,
    )
    return Decided(
        trigger=transition.trigger,
        actor=actor,
        after=next_proposal(case, transition, records=records),
        payload=payload,
        facts=facts.read_so_far,
        steps=(*closed_steps(case, transition), *asked),
        records=kept,
        issues=transition.issues,
    )


def _may_take(transitions: Iterable[Transition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for t in transitions for name in (*t.takes, *t.may_take)))
