"""Returns verified: what was kept of them, what was replied, and what had changed since, against the revisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govflow.domain.history import Entry
from govflow.domain.proposal import Revision
from govflow.domain.returned import changed_fields, replied
from govflow.services.acting.returning import answers_to
from govflow.services.audit.timing import Act
from govflow.services.corrections import corrected_by
from govflow.workflow.definition import Definition, Transition

Records = Mapping[str, Any]

_CHANGED, _ISSUES = "changed.", '"issues"'


def misreturned(acts: Sequence[Act], revisions: Sequence[Revision]) -> Iterator[int]:
    """The entries that tell of a return, of replies or of what had changed otherwise than it was."""
    entries = [act.entry for act in acts]
    if not any(_ISSUES in entry.payload or _ISSUES in entry.changes for entry in entries):
        yield from (entry.seq for entry in entries if _CHANGED in entry.facts and _tells_of_change(entry))
        return
    contents = {revision.number: revision.content for revision in revisions}
    for act in acts:
        entry, definition = act.entry, act.definition
        if definition is None or not definition.returns:
            continue
        was = {name: act.before.records.get(name) for name in definition.returns}
        kept = act.changes.get("records", {})
        told = {name: kept[name] for name in definition.returns if name in kept}
        number = act.before.row.get("revision", 1)
        if not all(
            (
                _changed_as_told(entry, was, contents, number),
                _kept_as_given(entry, was, told, definition=definition, number=number),
            )
        ):
            yield entry.seq


def _tells_of_change(entry: Entry) -> bool:
    """Whether an entry of what was never sent back tells of changes since."""
    facts = entry.read("facts")
    return any(told is not None for path, told in facts.items() if path.startswith(_CHANGED))


def _changed_as_told(
    entry: Entry, records: Records, contents: Mapping[int, Mapping[str, Any]], number: int
) -> bool:
    """The fields that its guards took for changed since a return are those that had changed."""
    for path, told in entry.read("facts").items():
        if path.startswith(_CHANGED):
            record = records.get(path.removeprefix(_CHANGED))
            made = changed_fields(contents[record["revision"]], contents[number]) if record else None
            if told != made:
                return False
    return True


def _kept_as_given(entry: Entry, was: Records, told: Records, *, definition: Definition, number: int) -> bool:
    """A return keeps the issues that came with it and where it came from; a reply stands with its issue, and nothing
    else of an earlier return changes."""
    if corrected_by(entry) is not None:
        return True  # what a correction made of it is compared with what it says it corrects
    leaving = definition.transitions_of(entry.trigger, state=entry.from_state or "")
    returning = _returning(leaving) if entry.step is None else None
    payload = entry.read("payload")
    if (returning in told) is not (returning is not None):
        return False
    for name, record in told.items():
        if name == returning:
            made = {"state": entry.from_state, "revision": number, "issues": payload.get("issues", [])}
        else:
            made = {"issues": _answered(was, name, payload.get("replies", []), leaving)}
            made = {**(was.get(name) or {}), **made}
        if any(record.get(key) != value for key, value in made.items()):
            return False
    return True


def _returning(transitions: Sequence[Transition]) -> str | None:
    return next((one.returns for one in transitions if one.returns), None)


def _answered(
    was: Records, name: str, replies: Sequence[Mapping[str, Any]], leaving: Sequence[Transition]
) -> list[Any]:
    """The issues of a return with what an act replied."""
    names = answers_to(leaving[0]) if leaving else ()
    changed = replied({of: record for of, record in was.items() if record}, names, replies)
    issues: list[Any] = (changed.get(name) or was.get(name) or {}).get("issues", [])
    return issues
