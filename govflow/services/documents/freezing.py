"""Freezing: the documents that an act issues get their numbers and their contexts in the transaction of the act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Self

from govflow.documents.dates import fiscal_year as shown_fiscal_year
from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.deadline import fiscal_year
from govflow.domain.history import Entry
from govflow.domain.number import Number
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.services.case import Case
from govflow.services.documents.context import document_context
from govflow.services.names import Pair
from govflow.services.session import Session
from govflow.workflow.definition import DocumentKind

if TYPE_CHECKING:
    from govflow.store import DocumentRow, UnitOfWork


class Numbered(NamedTuple):
    """A document that an act is about to issue: its kind, and its number, taken in this transaction."""

    kind: DocumentKind
    number: Number

    @classmethod
    def next(cls, session: Session, work: UnitOfWork, kind: DocumentKind) -> Self:
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
    """The documents that `entry` issues, numbered in this transaction and with their contexts as of it.

    The entry keeps the contexts' digests, so a context cannot hold the entry's hash: it is added when it is rendered.
    """
    if not kinds:
        return ()
    before = work.documents.of(after.reference)
    entries = [*work.history.entries(case.subject), entry]
    numbered = [Numbered.next(session, work, case.definition.documents[name]) for name in kinds]
    return tuple(
        _row(session, case, after, document, steps=steps, entries=entries, before=before)
        for document in numbered
    )


def _row(
    session: Session,
    case: Case,
    after: Proposal,
    document: Numbered,
    *,
    steps: Sequence[Step],
    entries: Sequence[Entry],
    before: Sequence[DocumentRow],
) -> DocumentRow:
    """One document; the last of its kind issued before is superseded."""
    from govflow.store import DocumentRow

    kind, number = document
    info = session.store.info
    context = canonical(
        document_context(
            case,
            after,
            steps=steps,
            entries=entries,
            kind=kind,
            number=document.shown,
            store_id=info.store_id,
            demonstration=info.demonstration,
        )
    )
    earlier = [row.number for row in before if row.kind == kind.name]
    return DocumentRow(
        number=str(number),
        subject="proposal",
        reference=after.reference,
        kind=kind.name,
        fiscal_year=number.year,
        serial=number.serial,
        seq=entries[-1].seq,
        template=kind.template,
        context=context,
        context_digest=digest_of_text(context),
        issued_at=entries[-1].recorded_at,
        supersedes=earlier[-1] if earlier else None,
    )
