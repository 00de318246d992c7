"""Corrections verified: each was a second person's, of a slip that could still be put right by the rules of its act."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from govflow.domain.canonical import canonical
from govflow.domain.facts import Facts
from govflow.domain.history import Entry
from govflow.domain.proposal import Revision
from govflow.domain.replay import fold
from govflow.messages import Notice, notice
from govflow.services.audit.pinned import pinned
from govflow.services.corrections import VALUES, Past, Slip, against, corrected_by, done_with, roles_of
from govflow.services.righting import beyond
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import CORRECT


def correction_problems(
    definition_of: Callable[[str], Definition], entries: Sequence[Entry], revisions: Sequence[Revision]
) -> list[Notice]:
    """What does not hold in the corrections of a proposal."""
    made = (entry for entry in entries if entry.trigger == CORRECT and entry.step is None)
    contents = [revision.content for revision in revisions]
    return [problem for entry in made for problem in _told(definition_of, entries, contents, entry)]


def _told(
    definition_of: Callable[[str], Definition],
    entries: Sequence[Entry],
    contents: Sequence[Mapping[str, Any]],
    entry: Entry,
) -> list[Notice]:
    definition = pinned(definition_of, entry)
    if definition is None:
        return []
    reasons = list(_problems(Past(definition, entries[: entry.seq - 1], contents), entry))
    told = [reason for reason in reasons if reason is not None]
    found = notice("audit.correction_differs", reference=entry.subject, seq=entry.seq, reasons=told)
    return [found] if reasons else []


def _problems(past: Past, entry: Entry) -> Iterator[Notice | None]:
    """Every reason there is against it; None where there are no words for it."""
    slip = Slip.of(entry)
    corrected = past.entry(slip.number) if slip else None
    if slip is None or corrected is None or corrected_by(entry) != slip.number or not entry.note.strip():
        yield None
        return
    yield from against(past, slip, person=entry.person or "")
    yield from beyond(past, slip, person=entry.person or "")
    if not _same_office(past, corrected, entry) or not _as_changed(past, slip, corrected, entry):
        yield None
    if entry.person is not None and corrected.person is not None:
        yield from done_with(past.definition, corrected, Facts.recorded(entry.read("facts")))


def _same_office(past: Past, corrected: Entry, entry: Entry) -> bool:
    """Done in an own office of a role that could do the act."""
    own = (entry.via, entry.on_behalf_of) == ("own", None) and entry.person is not None
    return own and entry.role in roles_of(past.definition, corrected)


def _as_changed(past: Past, slip: Slip, corrected: Entry, entry: Entry) -> bool:
    """What was said before is what had been said; the records are put right by that and nothing else."""
    facts = entry.read("facts")
    changes = entry.read("changes")
    allowed = {"proposal", "records", "steps", "documents"}
    if slip.part != VALUES:
        row = {"title", "revision", "revision_digest", "released", "version"}
        whole = {*changes} <= {"proposal", "documents"} and {*changes["proposal"]} <= row
        return whole and _as_revised(past, slip, changes["proposal"])
    said = past.said(corrected)
    before = {name: each["from"] for name, each in slip.changes.items()}
    named = corrected.read("changes").get("records", {})
    records: Mapping[str, Any] = fold(past.entries).records
    expected = {name: slip.over(records.get(name, {})) for name in named}
    read = {f"payload.{name}": each["to"] for name, each in slip.changes.items()}
    return (
        canonical(before) == canonical({name: said.get(name) for name in before})
        and canonical(changes.get("records", {})) == canonical(expected)
        and {*changes} <= allowed
        and {*changes["proposal"]} <= {"version", "due_on"}
        and all(facts[path] == value for path, value in read.items() if path in facts)
    )


def _as_revised(past: Past, slip: Slip, row: Mapping[str, Any]) -> bool:
    """Whether the revision that it made is the one before put right, in what it says and nothing else."""
    number = len(past.revising)
    if len(past.contents) <= number:  # the revisions are told to differ
        return True
    before, after = past.contents[number - 1], past.contents[number]
    return (
        all(canonical(each["from"]) == canonical(before.get(name)) for name, each in slip.changes.items())
        and canonical(after) == canonical(slip.over(before))
        and row.get("title", before["title"]) == after["title"]
    )
