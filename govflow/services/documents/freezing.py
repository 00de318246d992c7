"""Freezing: the documents that an act issues get their numbers and their contexts in the transaction of the act.

The entry of the act keeps the contexts' digests, so a context cannot hold the entry's hash: it is added when the
document is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from govflow.documents.dates import fiscal_year as shown_fiscal_year
from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.deadline import fiscal_year
from govflow.domain.history import Entry, rechained
from govflow.domain.number import Number
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.messages import LANGUAGES
from govflow.services.case import Case
from govflow.services.documents.context import document_context
from govflow.services.documents.kinds import Kind, kind_of
from govflow.services.documents.superseding import superseded
from govflow.services.names import Pair, pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DocumentRow, UnitOfWork


class Numbered(NamedTuple):
    """A document that an act is about to issue: its kind, and its number, taken in this transaction."""

    kind: Kind
    number: Number

    @classmethod
    def next(cls, session: Session, work: UnitOfWork, kind: Kind) -> Self:
        """The next of its series in the fiscal year of the act."""
        series, year = kind.series.en, fiscal_year(session.today())
        return cls(kind, Number(series, year, work.numbering.next(series, year)))

    @property
    def shown(self) -> Pair:
        """The number as documents print it."""
        year = shown_fiscal_year(self.number.year, "ja")
        japanese = f"{year}{self.kind.series.ja}第{self.number.serial}号"
        return {"ja": f"{japanese}（{self.number}）", "en": str(self.number)}


def frozen(
    session: Session,
    work: UnitOfWork,
    case: Case,
    after: Proposal,
    *,
    steps: Sequence[Step],
    entry: Entry,
    kinds: Sequence[str],
) -> tuple[DocumentRow, ...]:
    """The documents of a proposal that `entry` issues, numbered in this transaction, with their contexts as of it."""
    if not kinds:
        return ()
    context = document_context(case, after, steps=steps, entries=[*work.history.entries(case.subject), entry])
    numbered = [Numbered.next(session, work, kind_of(case.definition, name)) for name in kinds]
    return tuple(document_row(session, work, document, entry=entry, context=context) for document in numbered)


def document_row(
    session: Session, work: UnitOfWork, document: Numbered, *, entry: Entry, context: Mapping[str, Any]
) -> DocumentRow:
    """A document that `entry` issues, of what the entry's history is of; the last one like it issued before
    is superseded. Its heading is added to the context."""
    from govflow.store import DocumentRow

    kind, number = document
    told = {**context, **_heading(session, document, entry)}
    content = canonical(told)
    return DocumentRow(
        number=str(number),
        subject=entry.kind,
        reference=entry.subject,
        kind=kind.name,
        fiscal_year=number.year,
        serial=number.serial,
        seq=entry.seq,
        template=kind.template,
        context=content,
        context_digest=digest_of_text(content),
        issued_at=entry.recorded_at,
        supersedes=superseded(work.documents.of(entry.subject), context=told),
    )


def naming(entry: Entry, issued: Sequence[DocumentRow]) -> Entry:
    """The entry with the digests of the contexts that it froze."""
    if not issued:
        return entry
    return rechained(entry, changes={"documents": {row.number: row.context_digest for row in issued}})


def _heading(session: Session, document: Numbered, entry: Entry) -> dict[str, Any]:
    """What every document says of itself, and the templates that there are for it now."""
    from govflow.documents.sources import template_digest

    info = session.store.info
    return {
        "number": document.shown,
        "kind": document.kind.name,
        "title": pair(document.kind.title),
        "demonstration": info.demonstration,
        "issued_on": entry.effective_on,
        "issued_at": entry.recorded_at,
        "store": {"id": info.store_id},
        "templates": {lang: template_digest(document.kind.template, lang=lang) for lang in LANGUAGES},
    }
