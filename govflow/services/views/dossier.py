"""The dossier of one proposal: how it stands, and its whole history. Reading only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govflow.domain.history import Entry
from govflow.domain.step import Step
from govflow.messages import notice
from govflow.services.access import Read, Reading, document_open, open_revisions, without
from govflow.services.case import Case
from govflow.services.corrections import FIELDS, Slip, corrected_by, shown_change
from govflow.services.council.matters.came_to import BodyOutcome, came_to
from govflow.services.deadlines.view import WentUp, escalations_of
from govflow.services.documents.context import is_provisional
from govflow.services.names import Pair, act_title, caused, ministry_named, named, pair, titled
from govflow.services.session import Session
from govflow.services.shown import shown_value
from govflow.services.views.changes import Linked, change_of, changed_by
from govflow.services.views.held_up import (
    OpenIssue,
    Paused,
    issues_to_answer,
    missing_fields,
    pause_of,
    sent_back_before,
)
from govflow.services.views.records import KeptRecord, kept_records
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposal whole: fields, records, steps, documents; bilingual names throughout. `records` are as the acts kept
    them; `kept` tells them by the proposal's own definition, in the order of days. `came_to` is what bodies came to on
    it, evaluations and decisions; `escalations` are the dates that were missed and went up. `paused`, `issues` and
    `missing` are as in `Why`; `compared_with` is the revision that was sent back, where another has come since.
    `closed` are the fields that the reader may not read, whether they say anything or not; where not `whole` is read,
    records are left out, and all steps but those put to the reader."""

    reference: str
    key: str
    title: str
    titles: Pair
    workflow: Pair
    definition: Mapping[str, Any]
    ministry: Pair
    state: str
    state_title: Pair
    since: str
    due_on: str | None
    amount: int | None
    version: int
    revision: Mapping[str, Any]
    fields: tuple[Mapping[str, Any], ...]
    records: Mapping[str, Any]
    kept: tuple[KeptRecord, ...]
    steps: tuple[Mapping[str, Any], ...]
    documents: tuple[str, ...]
    came_to: tuple[BodyOutcome, ...]
    whole: bool
    closed: tuple[Mapping[str, Any], ...]
    provisional: bool = False
    change_of: Linked | None = None
    changed_by: tuple[Linked, ...] = ()
    escalations: tuple[WentUp, ...] = ()
    paused: Paused | None = None
    issues: tuple[OpenIssue, ...] = ()
    missing: tuple[Pair, ...] = ()
    compared_with: int | None = None


def show(session: Session, reference: str) -> Dossier:
    """One proposal as it stands, as far as it is open to the caller. NotFound; NotAuthorised with who reads it."""
    with session.reading() as work:
        reading = Reading(session, work)
        read = reading.case(reference)
        case, proposal, definition = read.case, read.case.proposal, read.case.definition
        return Dossier(
            reference=proposal.reference,
            key=proposal.key,
            title=proposal.title,
            titles=titles_of(case),
            workflow=pair(definition.title),
            definition=_definition_view(definition),
            ministry=ministry_named(case.directory, proposal.ministry),
            state=proposal.state,
            state_title=pair(definition.states[proposal.state].title),
            since=proposal.state_since,
            due_on=proposal.due_on,
            amount=proposal.amount,
            version=proposal.version,
            revision={"number": proposal.revision, "digest": proposal.revision_digest},
            fields=_fields(case),
            records=proposal.records,
            kept=kept_records(case),
            steps=tuple(step_view(case, step) for step in case.steps),
            documents=tuple(
                row.number for row in work.documents.of(reference) if document_open(read, row.kind, row.seq)
            ),
            came_to=came_to(session, work, reference),
            provisional=is_provisional(definition, case.trail),
            change_of=change_of(reading, proposal),
            changed_by=changed_by(reading, reference),
            escalations=escalations_of(work, reference, definition, until=read.until),
            paused=pause_of(case),
            issues=issues_to_answer(case),
            missing=missing_fields(read),
            compared_with=_compared_with(work, read),
            whole=read.access.whole,
            closed=tuple(_closed(definition, name) for name in read.closed),
        )


def history(session: Session, reference: str) -> tuple[Mapping[str, Any], ...]:
    """The entries of a proposal's history that are open, oldest first, with names, hashes and the definition each was
    done under. NotFound; NotAuthorised for whoever does not read the whole proposal."""
    with session.reading() as work:
        read = Reading(session, work).whole_case(reference, what=notice("read.history"))
        case = read.case
        entries = [each for each in work.history.entries(case.subject) if each.seq <= read.until]
        corrections = [(corrected_by(entry), entry.seq) for entry in entries]
        return tuple(
            {"corrected_by": [by for of, by in corrections if of == entry.seq]}
            | _entry_view(read, entry, session.definition(work, entry.definition or case.definition.digest))
            for entry in entries
        )


def _compared_with(work: UnitOfWork, read: Read) -> int | None:
    """The revision that was sent back last, where it may be compared with the present one."""
    number = sent_back_before(read.case)
    return number if number is not None and number in open_revisions(work, read) else None


def titles_of(case: Case) -> Pair:
    """What a proposal is called in both languages; the original title where it states no English one."""
    title = case.proposal.title
    return {"ja": title, "en": str(case.content.get("title_en") or title)}


def step_view(case: Case, step: Step) -> dict[str, Any]:
    """A step for people: what was asked of whom, by when, and what came of it."""
    kind = case.definition.steps[step.name]
    ministry = case.directory.ministries.get(step.ministry or "")
    return {
        "number": step.number,
        "name": step.name,
        "title": pair(kind.title),
        "role": pair(case.definition.roles[step.role].title),
        "ministry": pair(ministry.title) if ministry else None,
        "subject": step.subject,
        "state": step.state.value,
        "answer": pair(kind.answers[step.answer].title) if step.answer else None,
        "answers": [f"{step.name}.{name}" for name, one in kind.answers.items() if not one.by_asker],
        "asker": pair(case.definition.roles[asker].title) if (asker := case.asker(step)) else None,
        "asker_answers": [f"{step.name}.{name}" for name, one in kind.answers.items() if one.by_asker],
        "note": step.note,
        "person": named(case.directory, step.person),
        "answered_on": step.answered_on,
        "due_on": step.due_on,
        "paused_left": step.paused_left,
    }


def _definition_view(definition: Definition) -> dict[str, Any]:
    return {"name": definition.name, "version": definition.version, "digest": definition.digest}


def _closed(definition: Definition, name: str) -> dict[str, Any]:
    field = definition.fields[name]
    return {"name": name, "title": pair(field.title), "restricted": bool(field.restricted)}


def _fields(case: Case) -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {
            "name": name,
            "title": pair(field.title),
            "value": value,
            "shown": shown_value(field, value, case.directory),
        }
        for name, field in case.definition.fields.items()
        if (value := case.content.get(name)) is not None
    )


def _corrects(read: Read, entry: Entry, definition: Definition) -> Mapping[str, Any] | None:
    """Which entry a correction is of, and what was and is said by name."""
    slip = Slip.of(entry) if corrected_by(entry) else None
    if slip is None:
        return None
    in_fields = slip.part == FIELDS
    known = definition.fields if in_fields else definition.values
    closed = read.closed if in_fields else read.access.closed_values
    changes = [
        {
            "name": name,
            "title": pair(known[name].title),
            **{side: shown_change(known[name], change[side], read.case.directory) for side in ("from", "to")},
        }
        for name, change in slip.changes.items()
        if name not in closed
    ]
    return {"entry": slip.number, "changes": changes}


def _said(payload: Mapping[str, Any], definition: Definition) -> list[Mapping[str, Any]]:
    """What an act says in words of its own beside its note: a question, an answer, evidence."""
    asked = {kind.about for kind in definition.steps.values()}
    return [
        {"name": name, "title": pair(value.title), "text": payload[name]}
        for name, value in definition.values.items()
        if name in payload and name != "note" and (value.type == "prose" or name in asked)
    ]


def _entry_view(read: Read, entry: Entry, definition: Definition) -> dict[str, Any]:
    case = read.case
    states, role = definition.states, definition.roles.get(entry.role or "")
    payload = without(entry.read("payload"), read.access.closed_values)
    return {
        "seq": entry.seq,
        "recorded_at": entry.recorded_at,
        "effective_on": entry.effective_on,
        "trigger": entry.trigger,
        "act": act_title(definition, entry),
        "from": pair(states[entry.from_state].title) if entry.from_state else None,
        "to": pair(states[entry.to_state].title) if entry.to_state else None,
        "moved": entry.from_state != entry.to_state,
        "person": named(case.directory, entry.person),
        "office": titled(case.directory, entry.office),
        "role": pair(role.title) if role else None,
        "cause": caused(entry.cause),
        "via": entry.via,
        "on_behalf_of": titled(case.directory, entry.on_behalf_of),
        "note": entry.note,
        "payload": payload,
        "said": _said(payload, definition),
        "corrects": _corrects(read, entry, definition),
        "definition": {**_definition_view(definition), "title": pair(definition.title)},
        "hash": entry.hash,
    }
