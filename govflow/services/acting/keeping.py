"""Keeping: what an act comes to is saved and recorded, all of it in the transaction of the act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.history import Entry, rechained
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.case import Case
from govflow.services.documents.issuing import frozen
from govflow.services.recording import Deed, next_entry
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DocumentRow, UnitOfWork


class Kept(NamedTuple):
    """The entry of an act, and the numbers of the documents that it issued."""

    entry: Entry
    documents: tuple[str, ...]


def keep(session: Session, work: UnitOfWork, case: Case, *, command: Act, decided: Decided) -> Kept:
    """Save the proposal, its steps, tallies and frozen documents, append the entry, and put a move in the outbox."""
    before, after = case.proposal, decided.after
    entry = next_entry(session, case.subject, _deed(case, command, decided), head=case.head)
    issued = frozen(session, work, case, after, steps=decided.steps, entry=entry, kinds=decided.issues)
    entry = _naming(entry, issued)
    work.history.add(entry)
    work.proposals.save(after, expected_version=before.version)
    _save_steps(work, case, decided.steps)
    if before.state != after.state:
        _move_tally(work, case, after)
        work.outbox.add("proposal.moved", after.reference, entry.hash, entry.recorded_at)
    for row in issued:
        work.documents.add(row)
    return Kept(entry, tuple(row.number for row in issued))


def changed_fields(before: Proposal, after: Proposal) -> dict[str, Any]:
    """The fields of the proposal's row that an act changed; records are kept apart."""
    pairs = zip(Proposal._fields, before, after, strict=True)
    return {name: new for name, old, new in pairs if name != "records" and new != old}


def step_rows(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Steps as a history entry keeps them."""
    return [{**step._asdict(), "state": step.state.value} for step in steps]


def _deed(case: Case, command: Act, decided: Decided) -> Deed:
    return Deed(
        trigger=decided.trigger,
        actor=decided.actor,
        step=decided.step,
        effective_on=command.effective_on,
        from_state=case.proposal.state,
        to_state=decided.after.state,
        definition=case.proposal.definition,
        revision=decided.after.revision_digest,
        note=command.note or decided.payload.get("note", ""),
        payload=decided.payload,
        facts=decided.facts,
        changes=_changes(case.proposal, decided),
    )


def _changes(before: Proposal, decided: Decided) -> dict[str, Any]:
    """What the entry keeps beyond the state, enough to rebuild the proposal from its history."""
    changes: dict[str, Any] = {"proposal": changed_fields(before, decided.after)}
    if decided.records:
        changes["records"] = decided.records
    if decided.steps:
        changes["steps"] = step_rows(decided.steps)
    return changes


def _naming(entry: Entry, issued: Sequence[DocumentRow]) -> Entry:
    """The entry with the digests of the contexts that it froze."""
    if not issued:
        return entry
    return rechained(entry, changes={"documents": {row.number: row.context_digest for row in issued}})


def _save_steps(work: UnitOfWork, case: Case, steps: Iterable[Step]) -> None:
    known = {step.number for step in case.steps}
    for step in steps:
        if step.number in known:
            work.steps.save(step)
        else:
            work.steps.add(step)


def _move_tally(work: UnitOfWork, case: Case, after: Proposal) -> None:
    before = case.proposal
    stayed = case.calendar.between(
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
