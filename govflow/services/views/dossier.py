"""The dossier of one proposal: how it stands, and its whole history. Reading only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govflow.domain.history import Entry, Subject
from govflow.domain.step import Step
from govflow.services.case import Case, load_case
from govflow.services.council.matters.came_to import BodyOutcome, came_to
from govflow.services.names import Pair, act_title, caused, ministry_named, named, pair, titled
from govflow.services.session import Session
from govflow.services.shown import shown_value
from govflow.services.views.records import KeptRecord, kept_records
from govflow.workflow.definition import Definition


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposal whole: fields, records, steps, documents; bilingual names throughout. `records` are as the acts kept
    them; `kept` tells them by the proposal's own definition, in the order of days. `came_to` is what bodies came to on
    it, evaluations and decisions."""

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


def show(session: Session, reference: str) -> Dossier:
    """One proposal as it stands."""
    with session.reading() as work:
        case = load_case(session, work, reference)
        proposal, definition = case.proposal, case.definition
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
            documents=tuple(row.number for row in work.documents.of(reference)),
            came_to=came_to(session, work, reference),
        )


def history(session: Session, reference: str) -> tuple[Mapping[str, Any], ...]:
    """Every entry of a proposal's history, oldest first, with names, hashes and the definition it was done under."""
    with session.reading() as work:
        case = load_case(session, work, reference)
        entries = work.history.entries(Subject("proposal", reference))
        return tuple(
            _entry_view(case, entry, session.definition(work, entry.definition or case.definition.digest))
            for entry in entries
        )


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
        "answers": [f"{step.name}.{name}" for name in kind.answers],
        "note": step.note,
        "person": named(case.directory, step.person),
        "answered_on": step.answered_on,
        "due_on": step.due_on,
    }


def _definition_view(definition: Definition) -> dict[str, Any]:
    return {"name": definition.name, "version": definition.version, "digest": definition.digest}


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


def _entry_view(case: Case, entry: Entry, definition: Definition) -> Mapping[str, Any]:
    states, role = definition.states, definition.roles.get(entry.role or "")
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
        "payload": entry.read("payload"),
        "definition": {**_definition_view(definition), "title": pair(definition.title)},
        "hash": entry.hash,
    }
