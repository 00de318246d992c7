"""Openness: which documents the caller may read, of proposals and of bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govflow.errors import NotAuthorised
from govflow.messages import notice
from govflow.services.access import Read, Reading, document_open
from govflow.services.council.matters.openness import of_body, require_body

if TYPE_CHECKING:
    from govflow.store import DocumentRow

PUBLISHED = frozenset(("ballot_record", "decision_text", "published_minutes"))
"""What a body issues for everybody: what is closed is left out of it."""


class Documents:
    """The documents of a store, for one caller."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._reads: dict[str, Read | NotAuthorised] = {}

    def open(self, row: DocumentRow) -> bool:
        """Whether a document may be read."""
        return next(self._against(row), None) is None

    def closed(self, row: DocumentRow) -> bool:
        """Whether a document is of a proposal of which nothing is open."""
        return row.subject == "proposal" and isinstance(self._read(row.reference), NotAuthorised)

    def require(self, row: DocumentRow) -> None:
        """NotAuthorised with who may read a document, where the caller may not."""
        for refusal in self._against(row):
            raise refusal

    def _against(self, row: DocumentRow) -> Iterator[NotAuthorised]:
        if row.subject == "proposal":
            yield from self._of_proposal(row)
            return
        body = self._body(row)
        if row.kind in PUBLISHED or of_body(self._reading, body):
            return
        try:
            require_body(self._reading, body, what=notice("read.document", number=row.number))
        except NotAuthorised as refusal:
            yield refusal

    def _of_proposal(self, row: DocumentRow) -> Iterator[NotAuthorised]:
        read = self._read(row.reference)
        if isinstance(read, NotAuthorised):
            yield read
        elif not document_open(read, row.kind, row.seq):
            yield NotAuthorised(
                notice(
                    "read.only_whole",
                    reference=row.reference,
                    what=notice("read.document", number=row.number),
                ),
                next_command=f"govflow show {row.reference}",
            )

    def _read(self, reference: str) -> Read | NotAuthorised:
        if reference not in self._reads:
            try:
                self._reads[reference] = self._reading.case(reference)
            except NotAuthorised as refusal:
                self._reads[reference] = refusal
        return self._reads[reference]

    def _body(self, row: DocumentRow) -> str:
        work = self._reading.work
        kept = (
            work.ballots.get(row.reference) if row.subject == "ballot" else work.meetings.get(row.reference)
        )
        return kept.value.body if kept else ""
