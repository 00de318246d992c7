"""Putting right: what a correction comes to is saved and recorded, all of it in the transaction of the correction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.history import Entry
from govflow.domain.proposal import Proposal, Revision
from govflow.domain.step import Step
from govflow.services.acting.answering import answer_note
from govflow.services.acting.decided import Decided
from govflow.services.acting.effects import due_day
from govflow.services.acting.keeping import Kept, changes_of, save_steps
from govflow.services.acting.receipt import Receipt, receipt_of
from govflow.services.case import Case
from govflow.services.corrections import FIELDS, VALUES, Past, Slip, answered_step, corrected_by
from govflow.services.documents.freezing import naming
from govflow.services.documents.reissuing import reissued
from govflow.services.proposals.sealing import seal_for
from govflow.services.proposals.words import reindex
from govflow.services.recording import Actor, NewEntry, next_entry
from govflow.services.session import Session
from govflow.workflow.reserved import CORRECT

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Right(NamedTuple):
    """What is put right, in which capacity, and what the guards of the corrected act read."""

    past: Past
    entry: Entry
    slip: Slip
    actor: Actor
    facts: Mapping[str, Any]


def put_right(
    session: Session, work: UnitOfWork, case: Case, right: Right, *, note: str, key: str
) -> Receipt:
    """Save what was put right, append the entry, and issue the documents that told it anew."""
    before = case.proposal
    records = _records(before, right)
    steps = _steps(case, right)
    revision = _revised(session, case, right)
    content = revision.content if revision else case.content
    after = _after(case, right, records=records, revision=revision)
    new = NewEntry(
        CORRECT,
        right.actor,
        cause=right.slip.cause,
        from_state=before.state,
        to_state=before.state,
        definition=before.definition,
        revision=after.revision_digest,
        note=note,
        payload=right.slip.payload(),
        facts=right.facts,
        changes=changes_of(before, after, steps=steps, records=records),
    )
    entry = next_entry(session, case.subject, new, head=case.head)
    told = case._replace(content=content)
    rows = reissued(session, work, told, after, past=right.past, slip=right.slip, entry=entry, steps=steps)
    entry = naming(entry, rows)
    work.history.add(entry)
    work.proposals.save(after, before=before)
    save_steps(work, steps, known=case.steps)
    if revision is not None:
        work.revisions.add(revision._replace(recorded_at=entry.recorded_at))
        reindex(work, after, content, case.definition)
    for row in rows:
        work.documents.add(row)
    decided = Decided(CORRECT, right.actor, after, new.payload, new.facts, steps=steps, records=records)
    kept = Kept(entry, tuple(row.number for row in rows))
    return receipt_of(case, decided, kept=kept, key=key)


def _records(before: Proposal, right: Right) -> dict[str, Any]:
    """The records that the act kept, as they should have been."""
    if right.slip.part == FIELDS:
        return {}
    names = right.entry.read("changes").get("records", {})
    return {name: right.slip.over(before.records[name]) for name in names}


def _steps(case: Case, right: Right) -> tuple[Step, ...]:
    """The step that the act answered, with what it is remembered to have said."""
    answered = answered_step(right.entry) if right.slip.part == VALUES else None
    if answered is None:
        return ()
    said = right.slip.over(right.past.said(right.entry))
    note = "" if "note" in right.slip.changes else right.entry.note
    note = answer_note(case.definition, said, note)
    return tuple(step._replace(note=note) for step in case.steps if step.number == answered["number"])


def _revised(session: Session, case: Case, right: Right) -> Revision | None:
    """The content put right; when it is recorded, its entry says."""
    if right.slip.part != FIELDS:
        return None
    content = right.slip.over(case.content)
    return Revision.of(
        case.proposal.reference,
        case.proposal.revision + 1,
        content=content,
        recorded_at="",
        person=right.actor.person or "",
        seal=seal_for(session, case.definition, content),
    )


def _after(case: Case, right: Right, *, records: Mapping[str, Any], revision: Revision | None) -> Proposal:
    """The proposal put right: what others read of it, too. A due date that the act had set by what it said is set by
    what it should have said."""
    after = case.proposal._replace(records={**case.proposal.records, **records}, version=case.seq)
    if revision is not None:
        return after._replace(
            title=revision.content["title"],
            revision=revision.number,
            revision_digest=revision.digest,
            released=revision.number if after.released == after.revision else after.released,
        )
    due = _due(case, right, after.records)
    return after if due is None else after._replace(due_on=due)


def _due(case: Case, right: Right, records: Mapping[str, Any]) -> str | None:
    """The due date anew, where the last one to be set was that of the corrected act and its years are at stake."""
    setting = [each for each in right.past.entries if "due_on" in each.read("changes").get("proposal", {})]
    last = setting[-1] if setting else None
    if "fiscal_year" not in right.slip.changes or last is None:
        return None
    if right.entry.seq not in (last.seq, corrected_by(last)):
        return None
    ways = case.definition.transitions_of(right.entry.trigger, state=right.entry.from_state or "")
    way = next((way for way in ways if way.target == right.entry.to_state), None)
    if way is None:
        return None
    due = way.due or (case.definition.states[way.target].due if way.moves else None)
    day = date.fromisoformat(right.entry.effective_on)
    return due_day(due, definition=case.definition, today=day, calendar=case.calendar, records=records)
