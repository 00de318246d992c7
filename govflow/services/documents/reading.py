"""Reading: documents as people get them, each text compared with its digest before it is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of_text
from govflow.domain.history import Subject
from govflow.errors import GovflowError, NotFound, VerificationFailed
from govflow.messages import Notice, Title, did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.documents.numbers import number_meant
from govflow.services.documents.openness import Documents
from govflow.services.names import Pair
from govflow.services.paging import first_of
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DocumentRow, Rendition, UnitOfWork

MEMO = "decision_memo"
"""The template of decision memos, whatever a workflow calls the kind."""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document as people read it. `text` is the canonical Markdown; digests are SHA-256. `outdated` says what has
    happened since, where it no longer is the last word: a newer one of its kind, or a return. `reference` is that of
    the proposal, meeting or ballot that it is of."""

    number: str
    reference: str
    kind: str
    title: Pair
    issued_at: str
    language: str
    text: str
    text_digest: str
    template_digest: str
    context_digest: str
    outdated: Notice | None = None


def document(session: Session, number: str, *, lang: str) -> IssuedDocument:
    """A document by its number, in either of its forms. NotFound when the store has none of that number, or when it is
    of a proposal that is closed; NotAuthorised with who may read it, VerificationFailed when its text was altered."""
    with session.reading() as work:
        documents = Documents(Reading(session, work))
        row = work.documents.get(number_meant(session, work, number))
        if row is None or documents.closed(row):  # what was issued tells how far a proposal is
            raise NotFound(notice("documents.unknown", number=number))
        documents.require(row)
        return _issued(work, row, lang)


def memo(session: Session, reference: str, *, lang: str, kind: str | None = None) -> IssuedDocument:
    """The newest decision memo of a proposal, or the newest document of `kind`. NotFound says what there is instead;
    NotAuthorised with who may read it; VerificationFailed when its text was altered."""
    with session.reading() as work:
        reading = Reading(session, work)
        reading.case(reference)  # first: that there is none yet tells where a proposal stands, too
        documents = Documents(reading)
        rows = work.documents.of(reference)
        wanted = [row for row in rows if (row.kind == kind if kind else row.template == MEMO)]
        if not wanted:
            raise _none_of_them([row for row in rows if documents.open(row)], reference, kind)
        documents.require(wanted[-1])
        return _issued(work, wanted[-1], lang)


def list_documents(
    session: Session, *, reference: str | None = None, limit: int = 100, after: str | None = None
) -> list[dict[str, Any]]:
    """The documents issued that the caller may read: all of one proposal, meeting or ballot in the order of issue,
    else a page of all by number, beginning `after` one. Number, what it is about, kind, title, time, digest of the
    context, what it supersedes."""
    with session.reading() as work:
        last = number_meant(session, work, after) if after else None
        documents = Documents(Reading(session, work))
        if reference:
            rows = [row for row in work.documents.of(reference) if documents.open(row)]
        else:
            rows = first_of(work.documents.list, documents.open, limit=limit, after=last).rows
    return [_listed(row) for row in rows]


def as_html(issued: IssuedDocument) -> str:
    """The document as one self-contained HTML page, derived from its Markdown, whose digest it carries."""
    from govflow.documents.html import to_html

    return to_html(
        issued.text, lang=issued.language, title=f"{issued.title[issued.language]} {issued.number}"
    )


def issued_as(row: DocumentRow, rendition: Rendition, *, outdated: Notice | None = None) -> IssuedDocument:
    """The document of a row in the language of a rendition."""
    return IssuedDocument(
        number=row.number,
        reference=row.reference,
        kind=row.kind,
        title=json.loads(row.context)["title"],
        issued_at=row.issued_at,
        language=rendition.language,
        text=rendition.text,
        text_digest=rendition.text_digest,
        template_digest=rendition.template_digest,
        context_digest=row.context_digest,
        outdated=outdated,
    )


def outdated(work: UnitOfWork, row: DocumentRow) -> Notice | None:
    """What came after a document: a newer one of its kind, or else an act that began the proposal anew."""
    newer = [other for other in work.documents.of(row.reference) if other.supersedes == row.number]
    if newer:
        return notice("documents.superseded", number=row.number, by=newer[0].number)
    trail = work.history.trail(Subject(row.subject, row.reference))
    back = [act for act in trail if act.seq > row.seq and act.to_state == trail[0].to_state != act.from_state]
    if back:
        return notice("documents.returned", number=row.number, day=back[0].effective_on, seq=back[0].seq)
    return None


def _issued(work: UnitOfWork, row: DocumentRow, lang: str) -> IssuedDocument:
    rendition = work.documents.rendition(row.number, lang)
    if rendition is None:
        raise NotFound(notice("documents.not_rendered", number=row.number))
    if digest_of_text(rendition.text) != rendition.text_digest:
        raise VerificationFailed(notice("documents.text_altered", number=row.number))
    return issued_as(row, rendition, outdated=outdated(work, row))


def _none_of_them(rows: Sequence[DocumentRow], reference: str, kind: str | None) -> GovflowError:
    """That there is none of the kind, and what there is instead."""
    if not rows:
        return NotFound(notice("documents.nothing_issued", reference=reference))
    newest = {row.kind: row for row in rows}
    said = {
        "reference": reference,
        "issued": [notice("documents.named", code=name, title=_title(row)) for name, row in newest.items()],
        "command": f"govflow memo {reference} --kind {rows[-1].kind}",
    }
    if kind is None:
        return NotFound(notice("documents.no_memo", **said))
    return NotFound(notice("documents.none_of_kind", kind=kind, hint=did_you_mean(kind, newest), **said))


def _title(row: DocumentRow) -> Title:
    title = json.loads(row.context)["title"]
    return Title(title["ja"], title["en"])


def _listed(row: DocumentRow) -> dict[str, Any]:
    context: Mapping[str, Any] = json.loads(row.context)
    return {
        "number": row.number,
        "subject": row.subject,
        "reference": row.reference,
        "kind": row.kind,
        "title": context["title"],
        "about": context[row.subject]["title"],
        "issued_at": row.issued_at,
        "context_digest": row.context_digest,
        "supersedes": row.supersedes,
    }
