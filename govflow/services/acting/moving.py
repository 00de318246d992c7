"""Moving: a trigger of the definition is attempted, and what would follow from it is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity, capacities
from govflow.domain.facts import Facts
from govflow.errors import Refused
from govflow.messages import Notice
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.effects import asked_steps, closed_steps, kept_record, next_proposal
from govflow.services.acting.pausing import clocked
from govflow.services.acting.payload import owners_of, payload_of, require_values
from govflow.services.acting.refusing import blocked, hindered, missing_notices
from govflow.services.acting.returning import answering, returning
from govflow.services.case import Case
from govflow.services.recording import Actor
from govflow.services.rounds.ruling import closed_to
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
    late = _too_late(case, candidates)
    if isinstance(attempt.found, Blocked):
        refusal = blocked(session, case, attempt.found, person=person, payload=attempt.payload)
        raise type(refusal)(*refusal.notices, *late, next_command=refusal.next_command)
    if late:
        raise Refused(*late, next_command="govflow round list")
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


def _too_late(case: Case, candidates: Sequence[Transition]) -> tuple[Notice, ...]:
    """Why a draft that was never submitted is not any more: its round is closed. What was on its way once goes on, and
    to an end everything may come."""
    initial, states = case.definition.initial, case.definition.states
    onwards = any(one.moves and not states[one.target].end for one in candidates)
    been = any(row.from_state == initial and row.to_state != initial for row in case.trail)
    if case.proposal.state != initial or been or not onwards:
        return ()
    return closed_to(case.round, case.proposal.fiscal_year, changes=case.proposal.changes)


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
    kept |= returning(case, transition, payload) | answering(case, transition, payload)
    records = {**case.proposal.records, **kept}
    entered = case.definition.states[transition.target].asks if transition.moves else ()
    asks = (*entered, *transition.asks)
    carried = {**payload, **record, **_new_conditions(case, transition, record)}
    asked = asked_steps(
        case,
        asks,
        facts=facts,
        payload=carried,
        records=records,
        owners=owners_of(work, case, asks, carried),
        capacity=actor.capacity,
    )
    decided = Decided(
        trigger=transition.trigger,
        actor=actor,
        after=next_proposal(case, transition, records=records),
        payload=payload,
        facts=facts.read_so_far,
        steps=(*closed_steps(case, transition), *asked),
        records=kept,
        issues=transition.issues,
    )
    return clocked(work, case, decided)


def _new_conditions(case: Case, transition: Transition, record: Mapping[str, Any]) -> dict[str, Any]:
    """Where a record builds on itself, what it had carried is asked about already: only what is new."""
    if transition.records is None or transition.records != transition.builds_on or "conditions" not in record:
        return {}
    before = (case.proposal.records.get(transition.records) or {}).get("conditions", ())
    return {"conditions": record["conditions"][len(before) :]}


def _may_take(transitions: Iterable[Transition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for t in transitions for name in (*t.takes, *t.may_take)))
