"""Applying: what a change decided holds for the proposal that it changes, in the transaction that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govflow.domain.council.occasion import Occasion
from govflow.domain.proposal import Proposal
from govflow.errors import Refused
from govflow.messages import Notice, notice
from govflow.services.acting.decided import Decided
from govflow.services.acting.receipt import Receipt
from govflow.services.case import Case, load_case
from govflow.services.documents.context import is_provisional
from govflow.services.ratifying import to_be_ratified
from govflow.services.session import Session
from govflow.workflow.definition import Definition, Transition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def applied(session: Session, work: UnitOfWork, case: Case, decided: Decided, *, receipt: Receipt) -> Receipt:
    """The receipt of an act with what follows for a change that it approves: the change is done with, and what it
    changes has its amount and its conditions. It was locked as the case was loaded. What one alone has approved follows
    as it is ratified: nothing undoes it."""
    from govflow.services.acting.firing import fire

    after = decided.after
    record = terms_decided(decided.records)
    if after.changes is None or record is None:
        return receipt
    if not _applies(case.definition, after.state):
        return receipt
    if is_provisional(case.definition, work.history.trail(case.subject)):
        return receipt
    reasons = _against(session, work, after, record)
    if reasons and decided.cause is not None:  # nobody is there to be refused: what a body did stands
        return receipt
    if reasons:
        raise Refused(*reasons, next_command=f"govflow why {after.reference}")
    ended = fire(session, work, after.reference, Occasion.APPLIED, cause=f"proposal {after.changes}")
    before = work.proposals.get(after.changes)
    amended = fire(
        session,
        work,
        after.changes,
        Occasion.CHANGED,
        cause=f"proposal {after.reference}",
        payload=terms_of(after.reference, record, before=before.records if before else {}),
    )
    return receipt._replace(
        state=ended.state,
        state_title=ended.state_title,
        next_role=ended.next_role,
        next=ended.next,
        due_on=ended.due_on,
        filled_by=ended.filled_by,
        documents=(*receipt.documents, *ended.documents, *amended.documents),
    )


def _applies(definition: Definition, state: str) -> bool:
    """Whether what a change decided takes effect in a state."""
    return bool(definition.transitions_on(Occasion.APPLIED, state=state, body=None))


def _against(session: Session, work: UnitOfWork, change: Proposal, record: Mapping[str, Any]) -> list[Notice]:
    """Why what was decided on a change does not take effect: a body has still to ratify its part, or what it changes
    takes no change any more."""
    if waiting := _to_be_ratified_first(work, change):
        return waiting
    changed = load_case(session, work, change.changes or "", lock=True)
    terms = terms_of(change.reference, record, before=changed.proposal.records)
    facts = changed.facts(person=None, payload=terms)
    ways = changed.definition.transitions_on(Occasion.CHANGED, state=changed.proposal.state, body=None)
    hindered = [changed.kernel.hindrances(way, facts) for way in ways]
    if not hindered:
        return [notice("guard.gone", references=[changed.proposal.reference])]
    return [] if not all(hindered) else list(hindered[0])


def _to_be_ratified_first(work: UnitOfWork, change: Proposal) -> list[Notice]:
    decisions = to_be_ratified(work, change.reference)
    return (
        [notice("change.provisional", reference=change.reference, decisions=decisions)] if decisions else []
    )


def not_yet_applied(work: UnitOfWork, case: Case, way: Transition) -> list[Notice]:
    """Why an act of somebody cannot approve a change yet, whatever it says."""
    approves = way.records is not None and way.occasion is None
    if case.proposal.changes is None or not approves or not _applies(case.definition, way.target):
        return []
    return [] if is_provisional(case.definition, case.trail) else _to_be_ratified_first(work, case.proposal)


def terms_decided(records: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The record with an amount that an act kept."""
    kept = (record for record in records.values() if record.get("amount") is not None)
    return next(kept, None)


def terms_of(reference: str, record: Mapping[str, Any], *, before: Mapping[str, Any]) -> dict[str, Any]:
    """What a change brings to what it changes: its amount, and the conditions that are not set already."""
    known = {each["text"] for kept in before.values() for each in kept.get("conditions") or ()}
    conditions = [dict(each) for each in record.get("conditions") or () if each["text"] not in known]
    stated: dict[str, Any] = {"conditions": conditions} if conditions else {}
    return {"amount": record["amount"], "source": reference, **stated}
