"""Documents: their frozen contexts, and the texts rendered from them, once for each language. Append-only.

What still has to be rendered is a small list beside them, so that looking for it costs the same at any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from sqlalchemy import bindparam, select

from govflow.messages import LANGUAGES
from govflow.store.record import Record
from govflow.store.schema import documents, renditions, renditions_due
from govflow.store.seals import Seals
from govflow.store.session import Session
from govflow.store.statement import ZERO, Statement


class DocumentRow(NamedTuple):
    """An issued document. `subject` is the kind of what it is of (`proposal`, `meeting`, `ballot`), `reference` which
    one; `seq` is the entry of its history that issued it; `context` is canonical JSON."""

    number: str
    subject: str
    reference: str
    kind: str
    fiscal_year: int
    serial: int
    seq: int
    template: str
    context: str
    context_digest: str
    issued_at: str
    supersedes: str | None

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind this one."""
        return self.number


class Rendition(NamedTuple):
    """A document's text in one language, with the digests of text and template."""

    number: str
    language: str
    template_digest: str
    text: str
    text_digest: str
    rendered_at: str


_ROW = Record(DocumentRow)
_RENDITION = Record(Rendition)
_Rows: TypeAlias = list[DocumentRow]

_all = select(*_ROW.columns(documents))
_ADD = Statement(documents.insert)
_GET = Statement(lambda: _all.where(documents.c.number == bindparam("number")))
_OF = Statement(
    lambda: _all.where(documents.c.reference == bindparam("reference")).order_by(
        documents.c.seq, documents.c.issued_at, documents.c.number
    )
)
_PAGE = Statement(
    lambda: (
        _all.where(documents.c.number > bindparam("after"))
        .order_by(documents.c.number)
        .limit(bindparam("limit"))
        .offset(ZERO)
    )
)
_EVERY = Statement(lambda: _all.order_by(documents.c.number))
_ADD_DUE = Statement(renditions_due.insert)
_NO_LONGER_DUE = Statement(
    lambda: renditions_due.delete().where(
        renditions_due.c.number == bindparam("number"), renditions_due.c.language == bindparam("language")
    )
)
_DUE = Statement(
    lambda: (
        select(*_ROW.columns(documents), renditions_due.c.language)
        .join_from(renditions_due, documents)
        .order_by(documents.c.number, renditions_due.c.language)
    )
)
_EVERY_DUE = Statement(lambda: select(renditions_due.c.number, renditions_due.c.language))
_DUE_OF = Statement(
    lambda: (
        select(*_ROW.columns(documents), renditions_due.c.language)
        .join_from(renditions_due, documents)
        .where(renditions_due.c.number == bindparam("number"))
        .order_by(renditions_due.c.language)
    )
)
_ADD_RENDITION = Statement(renditions.insert)
_RENDITION_OF = Statement(
    lambda: select(*_RENDITION.columns(renditions)).where(
        renditions.c.number == bindparam("number"), renditions.c.language == bindparam("language")
    )
)
_RENDITIONS_OF = Statement(
    lambda: select(*_RENDITION.columns(renditions)).where(renditions.c.number == bindparam("number"))
)
_RENDITIONS_WITH = Statement(
    lambda: select(*_RENDITION.columns(renditions)).where(renditions.c.text_digest == bindparam("digest"))
)


class Documents:
    """The documents of the store and their renditions."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seals = Seals(session)

    def add(self, row: DocumentRow) -> None:
        """Issue a document: from now on its renditions are due in every language."""
        self._session.run(_ADD, _ROW.params(row))
        for language in LANGUAGES:
            self._session.run(_ADD_DUE, {"number": row.number, "language": language})

    def get(self, number: str) -> DocumentRow | None:
        row = self._session.one(_GET, {"number": number})
        return _ROW.of(row) if row else None

    def of(self, reference: str) -> _Rows:
        """The documents of a proposal, a meeting or a ballot in the order they were issued."""
        return [_ROW.of(row) for row in self._session.rows(_OF, {"reference": reference})]

    def list(self, limit: int, after: str | None = None) -> _Rows:
        """One page of all documents by number; `after` is the last number of the page before."""
        return [_ROW.of(row) for row in self._session.rows(_PAGE, {"limit": limit, "after": after or ""})]

    def every(self) -> Iterator[DocumentRow]:
        """Every document by number, fetched as they are taken."""
        return map(_ROW.of, self._session.stream(_EVERY))

    def unrendered(
        self, languages: Sequence[str], *, numbers: Iterable[str] | None = None
    ) -> Sequence[tuple[DocumentRow, str]]:
        """What was issued and not yet rendered, with the language that is missing; of these `numbers` only, where they
        are given: nothing else is then looked at."""
        if numbers is None:
            rows = self._session.rows(_DUE)
        else:
            due = (self._session.rows(_DUE_OF, {"number": number}) for number in dict.fromkeys(numbers))
            rows = [row for found in due for row in found]
        return [(_ROW.of(row[:-1]), row[-1]) for row in rows if row[-1] in languages]

    def due(self) -> Sequence[tuple[str, str]]:
        """The number and language of every text to be rendered."""
        return [(number, language) for number, language in self._session.rows(_EVERY_DUE)]

    def add_rendition(self, rendition: Rendition) -> None:
        params = _RENDITION.params(rendition)
        self._session.run(_ADD_RENDITION, params)
        self._seals.add("renditions", params)
        self._session.run(_NO_LONGER_DUE, {"number": rendition.number, "language": rendition.language})

    def rendition(self, number: str, language: str) -> Rendition | None:
        row = self._session.one(_RENDITION_OF, {"number": number, "language": language})
        return _RENDITION.of(row) if row else None

    def renditions(self, number: str) -> Mapping[str, Rendition]:
        """All texts of a document, by language."""
        rows = map(_RENDITION.of, self._session.rows(_RENDITIONS_OF, {"number": number}))
        return {rendition.language: rendition for rendition in rows}

    def renditions_with(self, digest: str) -> Sequence[Rendition]:
        """Texts by their digest, found by reading through all of them."""
        return [_RENDITION.of(row) for row in self._session.rows(_RENDITIONS_WITH, {"digest": digest})]
