"""Documents: numbered and frozen by the act that issues them, rendered once afterwards, read ever after."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from govflow.documents.dates import fiscal_year as shown_fiscal_year
from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.deadline import fiscal_year
from govflow.domain.history import Entry, Subject
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.errors import Conflict, DocumentError, NotFound
from govflow.messages import LANGUAGES, Notice, notice
from govflow.services.case import Case
from govflow.services.documents.context import document_context
from govflow.services.documents.numbers import number_meant
from govflow.services.names import Pair
from govflow.services.session import Session
from govflow.workflow.definition import DocumentKind

if TYPE_CHECKING:
    from govflow.store import DocumentRow, UnitOfWork


class Draft(NamedTuple):
    """A document that an act is about to issue: its kind and its number, allotted in this transaction."""

    kind: DocumentKind
    year: int
    serial: int

    @classmethod
    def numbered(cls, session: Session, work: UnitOfWork, case: Case, name: str) -> Self:
        kind = case.definition.documents[name]
        year = fiscal_year(session.today())
        return cls(kind, year, work.numbering.next(kind.series.en, year))

    @property
    def number(self) -> str:
        """`DM-2025-0012`: the series, the fiscal year of the act, the serial number in it."""
        return f"{self.kind.series.en}-{self.year}-{self.serial:04d}"

    @property
    def shown(self) -> Pair:
        year = shown_fiscal_year(self.year, "ja")
        return {"ja": f"{year}{self.kind.series.ja}第{self.serial}号（{self.number}）", "en": self.number}


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document as people read it. `text` is the canonical Markdown; digests are SHA-256."""

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
    drafts = [Draft.numbered(session, work, case, name) for name in kinds]
    return tuple(
        _row(session, case, after, draft, steps=steps, entries=entries, before=before) for draft in drafts
    )


def _row(
    session: Session,
    case: Case,
    after: Proposal,
    draft: Draft,
    *,
    steps: Sequence[Step],
    entries: Sequence[Entry],
    before: Sequence[DocumentRow],
) -> DocumentRow:
    """One document; the last of its kind issued before is superseded."""
    from govflow.store import DocumentRow

    info = session.store.info
    context = canonical(
        document_context(
            case,
            after,
            steps=steps,
            entries=entries,
            kind=draft.kind,
            number=draft.shown,
            store_id=info.store_id,
            demonstration=info.demonstration,
        )
    )
    earlier = [row.number for row in before if row.kind == draft.kind.name]
    return DocumentRow(
        number=draft.number,
        reference=after.reference,
        kind=draft.kind.name,
        fiscal_year=draft.year,
        serial=draft.serial,
        seq=entries[-1].seq,
        template=draft.kind.template,
        context=context,
        context_digest=digest_of_text(context),
        issued_at=entries[-1].recorded_at,
        supersedes=earlier[-1] if earlier else None,
    )


def render_pending(session: Session, *, numbers: Collection[str] | None = None) -> int:
    """Render what acts have issued and nobody has rendered yet (or only these `numbers`), in each language.

    Returns how many texts were rendered. Raises DocumentError for all that could not be; the acts stand.
    """
    with session.reading() as work:
        due = work.documents.unrendered(LANGUAGES)
    pending = [(row, language) for row, language in due if numbers is None or row.number in numbers]
    failed: list[Notice] = []
    for row, language in pending:
        try:
            _render(session, row, language)
        except DocumentError as error:  # one broken template must not hold up the other documents
            failed += error.notices
    if failed:
        raise DocumentError(*failed)
    return len(pending)


def document(session: Session, number: str, *, lang: str) -> IssuedDocument:
    """A document by its number, in either of its forms. NotFound when the store has none of that number."""
    with session.reading() as work:
        row = work.documents.get(number_meant(session, work, number))
        if row is None:
            raise NotFound(notice("documents.unknown", number=number))
        return _read(work, row, lang)


def memo(session: Session, reference: str, *, lang: str, kind: str | None = None) -> IssuedDocument:
    """The newest document of a proposal: of `kind`, else the decision memo, else whatever came last."""
    with session.reading() as work:
        if work.proposals.get(reference) is None:
            raise NotFound(notice("acts.unknown_reference", reference=reference))
        rows = work.documents.of(reference)
        wanted = [row for row in rows if row.kind == (kind or "decision_memo")] or ([] if kind else rows)
        if not wanted:
            raise NotFound(
                notice("documents.none_yet", reference=reference, kinds=[row.kind for row in rows])
            )
        return _read(work, wanted[-1], lang)


def list_documents(
    session: Session, *, reference: str | None = None, limit: int = 100, after: str | None = None
) -> list[dict[str, Any]]:
    """The documents issued, newest last: number, proposal, kind, title, time, digests."""
    with session.reading() as work:
        last = number_meant(session, work, after) if after else None
        rows = work.documents.of(reference) if reference else work.documents.list(limit=limit, after=last)
    return [_listed(row) for row in rows]


def as_html(issued: IssuedDocument) -> str:
    """The document as one self-contained HTML page, derived from its Markdown."""
    from govflow.documents.html import to_html

    return to_html(
        issued.text, lang=issued.language, title=f"{issued.title[issued.language]} {issued.number}"
    )


def _render(session: Session, row: DocumentRow, language: str) -> None:
    from govflow.documents.renderer import render
    from govflow.store import Rendition

    with session.reading() as work:
        act = work.history.entries(Subject("proposal", row.reference))[row.seq - 1]
    context = {**json.loads(row.context), "history": {"seq": act.seq, "hash": act.hash}}
    rendered = render(row.template, lang=language, context=context)
    rendition = Rendition(
        number=row.number,
        language=language,
        template_digest=rendered.template_digest,
        text=rendered.text,
        text_digest=digest_of_text(rendered.text),
        rendered_at=session.stamp(),
    )
    try:
        with session.writing(moves_clock=False) as work:
            if work.documents.rendition(row.number, language) is None:
                work.documents.add_rendition(rendition)
            work.commit()
    except Conflict:
        return  # somebody rendered it at this moment, from the same context


def _read(work: UnitOfWork, row: DocumentRow, lang: str) -> IssuedDocument:
    rendition = work.documents.rendition(row.number, lang)
    if rendition is None:
        raise NotFound(notice("documents.not_rendered", number=row.number))
    context: Mapping[str, Any] = json.loads(row.context)
    return IssuedDocument(
        number=row.number,
        reference=row.reference,
        kind=row.kind,
        title=context["title"],
        issued_at=row.issued_at,
        language=lang,
        text=rendition.text,
        text_digest=rendition.text_digest,
        template_digest=rendition.template_digest,
        context_digest=row.context_digest,
    )


def _listed(row: DocumentRow) -> dict[str, Any]:
    context: Mapping[str, Any] = json.loads(row.context)
    return {
        "number": row.number,
        "reference": row.reference,
        "kind": row.kind,
        "title": context["title"],
        "proposal": context["proposal"]["title"],
        "issued_at": row.issued_at,
        "context_digest": row.context_digest,
        "supersedes": row.supersedes,
    }
