"""Moving: a trigger of the definition is attempted, and what follows from it is saved and recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import Capacity, capacities
from govflow.domain.canonical import fields_of
from govflow.domain.facts import Facts
from govflow.domain.history import rechained
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.services.acting.command import Act
from govflow.services.acting.effects import asked_steps, closed_steps, kept_record, next_proposal, post_review
from govflow.services.acting.payload import owners_of, payload_of, require_values
from govflow.services.acting.receipt import Receipt, receipt_of
from govflow.services.acting.refusing import blocked, unknown_trigger
from govflow.services.case import Case, step_row
from govflow.services.documents.issuing import frozen
from govflow.services.recording import Actor, next_entry
from govflow.services.session import Session
from govflow.workflow.definition import Transition
from govflow.workflow.engine import Blocked, Moved

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act comes to, before it is saved. `trigger` is the act's plain name, of a step's answer too."""

    trigger: str
    after: Proposal
    steps: tuple[Step, ...]
    records: Mapping[str, Any]
    answered: str | None = None


def move(session: Session, work: UnitOfWork, case: Case, command: Act, *, person: str, key: str) -> Receipt:
    """Fire a trigger. Raises NotAuthorised or Refused with every reason, BadInput for its values."""
    candidates = [
        t for t in case.definition.transitions_from(case.proposal.state) if t.trigger == command.trigger
    ]
    if not candidates:
        raise unknown_trigger(case, command.trigger)
    payload = payload_of(work, case, command, _may_take(candidates))
    facts = case.facts(person=person, payload=payload)
    held = held_capacities(
        session, case, person, roles=[r for t in candidates for r in t.roles], trigger=command.trigger
    )
    decided = case.kernel.attempt(command.trigger, state=case.proposal.state, facts=facts, capacities=held)
    if isinstance(decided, Blocked):
        raise blocked(session, case, decided, person=person, payload=payload)
    require_values(case, decided.transition.takes, payload, trigger=command.trigger)
    outcome = _outcome(session, work, case, decided, facts=facts, payload=payload, seq=case.head.seq + 1)
    return keep(
        session,
        work,
        case,
        command,
        outcome=outcome,
        actor=Actor(person, decided.capacity),
        facts=facts,
        payload=payload,
        issues=decided.transition.issues,
        key=key,
    )


def held_capacities(
    session: Session, case: Case, person: str, *, roles: Iterable[str], trigger: str
) -> tuple[Capacity, ...]:
    """The caller's capacities for these roles; with a chosen office, only those of that office."""
    found = capacities(case.directory, person, case.duties(roles), case.matter(trigger))
    return tuple(c for c in found if session.office in (None, c.office))


def keep(
    session: Session,
    work: UnitOfWork,
    case: Case,
    command: Act,
    *,
    outcome: Outcome,
    actor: Actor,
    facts: Facts,
    payload: Mapping[str, Any],
    issues: tuple[str, ...],
    key: str,
) -> Receipt:
    """Save what an act came to: proposal, steps, tallies, history entry, documents' frozen contexts, outbox."""
    before, after = case.proposal, outcome.after
    entry = next_entry(
        session,
        subject=case.subject,
        head=case.head,
        trigger=outcome.trigger,
        step=outcome.answered,
        actor=actor,
        effective_on=command.effective_on.isoformat() if command.effective_on else None,
        from_state=before.state,
        to_state=after.state,
        definition=before.definition,
        revision=after.revision_digest,
        note=command.note or payload.get("note", ""),
        payload=payload,
        facts=facts.read_so_far,
        changes=_changes(before, outcome),
    )
    issued = frozen(session, work, case, after, steps=outcome.steps, entry=entry, kinds=issues)
    if issued:
        digests = {row.number: row.context_digest for row in issued}
        entry = rechained(entry, changes={**entry.changes, "documents": digests})
    work.history.add(entry)
    work.proposals.save(after, expected_version=before.version)
    _save_steps(work, case, outcome.steps)
    if before.state != after.state:
        _move_tally(session, work, before, after)
        work.outbox.add("proposal.moved", after.reference, entry.hash, entry.recorded_at)
    for row in issued:
        work.documents.add(row)
    numbers = tuple(row.number for row in issued)
    return receipt_of(case, after, entry=entry, key=key, documents=numbers)


def _outcome(
    session: Session,
    work: UnitOfWork,
    case: Case,
    decided: Moved,
    *,
    facts: Facts,
    payload: Mapping[str, Any],
    seq: int,
) -> Outcome:
    transition = decided.transition
    calendar = session.calendar(work)
    kept: dict[str, Any] = {}
    if transition.records:
        kept[transition.records] = kept_record(case, transition, payload)
    records = {**case.proposal.records, **kept}
    after = next_proposal(case, transition, records=records, calendar=calendar, seq=seq)
    entered = case.definition.states[transition.target].asks if transition.moves else ()
    asks = (*entered, *transition.asks)
    carried = {**payload, **kept.get(transition.records or "", {})}
    asked = asked_steps(
        case,
        asks,
        facts=facts,
        payload=carried,
        owners=owners_of(work, case, asks, carried),
        calendar=calendar,
        records=records,
        seq=seq,
    )
    reviews = post_review(
        case, decided.capacity, calendar=calendar, number=len(case.steps) + len(asked) + 1, seq=seq
    )
    return Outcome(transition.trigger, after, (*closed_steps(case, transition), *asked, *reviews), kept)


def _changes(before: Proposal, outcome: Outcome) -> dict[str, Any]:
    """What the entry keeps beyond the state, enough to rebuild the proposal from its history."""
    changes: dict[str, Any] = {"proposal": changed_fields(before, outcome.after)}
    if outcome.records:
        changes["records"] = outcome.records
    if outcome.steps:
        changes["steps"] = [step_row(step) for step in outcome.steps]
    return changes


def changed_fields(before: Proposal, after: Proposal) -> dict[str, Any]:
    """The fields of the proposal's row that an act changed; records are kept apart."""
    old, new = fields_of(before), fields_of(after)
    return {name: value for name, value in new.items() if name != "records" and value != old[name]}


def _save_steps(work: UnitOfWork, case: Case, steps: Iterable[Step]) -> None:
    known = {step.number for step in case.steps}
    for step in steps:
        if step.number in known:
            work.steps.save(step)
        else:
            work.steps.add(step)


def _move_tally(session: Session, work: UnitOfWork, before: Proposal, after: Proposal) -> None:
    stayed = session.calendar(work).between(
        date.fromisoformat(before.state_since), date.fromisoformat(after.state_since)
    )
    work.tallies.move(
        before.workflow,
        before.ministry,
        from_state=before.state,
        to_state=after.state,
        amount=after.amount,
        counted=after.part_of is None,
        days=stayed,
    )


def _may_take(transitions: Iterable[Transition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for t in transitions for name in (*t.takes, *t.may_take)))
