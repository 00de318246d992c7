"""Keeping: what an act comes to is saved and recorded, all of it in the transaction of the act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.history import Entry
from govflow.domain.proposal import Proposal
from govflow.domain.round import Ruled
from govflow.domain.step import Step
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.pausing import paused_days
from govflow.services.case import Case
from govflow.services.documents.freezing import frozen, naming
from govflow.services.proposals.words import reindex
from govflow.services.recording import NewEntry, next_entry
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


NO_RECORDS: Mapping[str, Any] = {}
ABSENT = object()
"""What each field of a proposal was before there was one: equal to no value."""


class Kept(NamedTuple):
    """The entry of an act, and the numbers of the documents that it issued."""

    entry: Entry
    documents: tuple[str, ...]


def keep(session: Session, work: UnitOfWork, case: Case, *, command: Act, decided: Decided) -> Kept:
    """Save the proposal, its steps, tallies and frozen documents, append the entry, and put a move in the outbox."""
    before, after = case.proposal, decided.after
    entry = next_entry(session, case.subject, _new_entry(case, command, decided), head=case.head)
    issued = frozen(session, work, case, after, steps=decided.steps, entry=entry, kinds=decided.issues)
    entry = naming(entry, issued)
    work.history.add(entry)
    work.proposals.save(after, before=before)
    save_steps(work, decided.steps, known=case.steps)
    if before.released not in (None, after.released):
        reindex(work, after, case.content, case.definition)
    if before.state != after.state:
        tally(work, before, after, days=_stayed(case, after))
        work.outbox.add("proposal.moved", after.reference, entry.hash, entry.recorded_at)
    for row in issued:
        work.documents.add(row)
    return Kept(entry, tuple(row.number for row in issued))


def changes_of(
    before: Proposal | None,
    after: Proposal,
    *,
    steps: Iterable[Step] = (),
    records: Mapping[str, Any] = NO_RECORDS,
    ruled: Ruled | None = None,
) -> dict[str, Any]:
    """What an entry keeps beyond the state, enough to rebuild the proposal from its history: the fields of its row that
    changed (all of them when it is new), the records kept, the steps asked, answered and closed, and the round
    that it went by."""
    was: Sequence[Any] = before or [ABSENT] * len(after)
    row = zip(Proposal._fields, was, after, strict=True)
    changes: dict[str, Any] = {
        "proposal": {name: new for name, old, new in row if name != "records" and new != old}
    }
    if before is None and after.paused_left is None:
        del changes["proposal"]["paused_left"]
    if records:
        changes["records"] = records
    if rows := step_rows(steps):
        changes["steps"] = rows
    if ruled is not None:
        changes["round"] = ruled.said
    return changes


def step_rows(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Steps as a history entry keeps them; one whose clock runs says nothing of a pause."""
    return [_step_row(step) for step in steps]


def _step_row(step: Step) -> dict[str, Any]:
    row = step._asdict()
    row["state"] = step.state.value
    if step.paused_left is None:
        del row["paused_left"]
    return row


def _new_entry(case: Case, command: Act, decided: Decided) -> NewEntry:
    return NewEntry(
        trigger=decided.trigger,
        actor=decided.actor,
        step=decided.step,
        cause=decided.cause,
        effective_on=command.effective_on,
        from_state=case.proposal.state,
        to_state=decided.after.state,
        definition=case.proposal.definition,
        revision=decided.after.revision_digest,
        note=command.note or decided.payload.get("note", ""),
        payload=decided.payload,
        facts=decided.facts,
        changes=changes_of(
            case.proposal,
            decided.after,
            steps=decided.steps,
            records=decided.records,
            ruled=case.ruling.named,
        ),
    )


def save_steps(work: UnitOfWork, steps: Iterable[Step], *, known: Iterable[Step] = ()) -> None:
    """Save the known ones and add the others."""
    numbered = {step.number: step for step in known}
    for step in steps:
        if step.number in numbered:
            work.steps.save(step, before=numbered[step.number])
        else:
            work.steps.add(step)


def tally(work: UnitOfWork, before: Proposal | None, after: Proposal, *, days: int | None = None) -> None:
    """Count the proposal where it is now instead of where it was; `days` is the stay that ended, if one did."""
    if before is None:
        _tally(work, after, leaving=None, entering=after.state)
    elif (before.amount, before.part_of) == (after.amount, after.part_of):
        _tally(work, after, leaving=before.state, entering=after.state, days=days)
    else:
        _tally(work, before, leaving=before.state, entering=None, days=days)
        _tally(work, after, leaving=None, entering=after.state)


def _tally(
    work: UnitOfWork,
    proposal: Proposal,
    *,
    leaving: str | None,
    entering: str | None,
    days: int | None = None,
) -> None:
    work.tallies.move(
        proposal.workflow,
        proposal.ministry,
        from_state=leaving,
        to_state=entering,
        amount=proposal.amount,
        counted=proposal.part_of is None,
        days=days,
    )


def _stayed(case: Case, after: Proposal) -> int:
    """How many working days somebody had it in hand: not those on which an answer was waited for."""
    since, until = map(date.fromisoformat, (case.proposal.state_since, after.state_since))
    return case.calendar.between(since, until) - paused_days(case, until=until)
