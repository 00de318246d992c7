"""Reissuing: the documents that told a slip are issued anew, tell that it was corrected, and supersede the old ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.canonical import canonical
from govflow.domain.history import Entry
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.services.case import Case
from govflow.services.corrections import FIELDS, Past, Slip, shown_change
from govflow.services.documents.context import document_context
from govflow.services.documents.freezing import Numbered, document_row
from govflow.services.documents.kinds import kind_of
from govflow.services.names import named, pair, titled
from govflow.services.session import Session
from govflow.workflow.reserved import CORRECT

if TYPE_CHECKING:
    from govflow.store import DocumentRow, UnitOfWork


class _Issue(NamedTuple):
    """A kind of document, and the act that it tells of."""

    kind: str
    act: Entry


def reissued(
    session: Session,
    work: UnitOfWork,
    case: Case,
    after: Proposal,
    *,
    past: Past,
    slip: Slip,
    entry: Entry,
    steps: Sequence[Step],
) -> tuple[DocumentRow, ...]:
    """The documents that the correction `entry` issues instead of those that told the slip."""
    rows: list[DocumentRow] = []
    told = _correction(case, slip, entry)
    for kind, act in _issues(case, work, past, slip):
        if act.step is not None and slip.part == FIELDS:
            continue  # a memo on one condition tells the answer, and of the content only what it is called
        entries = [_put_right(past, each, slip, entry) for each in past.entries]
        context = document_context(case, after, steps=steps, entries=entries[: act.seq])
        document = Numbered.next(session, work, kind_of(case.definition, kind))
        rows.append(
            document_row(session, work, document, entry=entry, context={**context, "correction": told})
        )
    return tuple(rows)


def _issues(case: Case, work: UnitOfWork, past: Past, slip: Slip) -> Iterator[_Issue]:
    """What the corrected act has issued; of a slip in the content, whatever was issued since it is there."""
    issued = {row.number: row.kind for row in work.documents.of(case.proposal.reference)}
    last: dict[str, Entry] = {}
    for act in past.entries[slip.number - 1 :]:
        if act.trigger == CORRECT or (slip.part != FIELDS and act.seq != slip.number):
            continue
        kinds = (issued[number] for number in act.read("changes").get("documents", {}) if number in issued)
        last |= dict.fromkeys(kinds, act)
    yield from (_Issue(kind, act) for kind, act in last.items())


def _put_right(past: Past, each: Entry, slip: Slip, correction: Entry) -> Entry:
    """The entry as it should have been said, for a document to tell; the history keeps it as it was said."""
    if slip.part == FIELDS or each.seq != slip.number:
        return each
    payload = slip.over(past.said(each))
    changes = each.read("changes")
    if "records" in changes:
        changes["records"] = {**changes["records"], **correction.read("changes").get("records", {})}
    note = payload["note"] if "note" in slip.changes else each.note
    return each._replace(payload=canonical(payload), changes=canonical(changes), note=note)


def _correction(case: Case, slip: Slip, entry: Entry) -> dict[str, Any]:
    known = case.definition.fields if slip.part == FIELDS else case.definition.values
    return {
        "day": entry.effective_on,
        "entry": entry.seq,
        "corrected": slip.number,
        "person": named(case.directory, entry.person),
        "office": titled(case.directory, entry.office),
        "reason": entry.note,
        "changes": [
            {
                "title": pair(known[name].title),
                "from": shown_change(known[name], change["from"], case.directory),
                "to": shown_change(known[name], change["to"], case.directory),
            }
            for name, change in slip.changes.items()
        ],
    }
