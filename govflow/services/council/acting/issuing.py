"""Issuing: the documents that the acts at a desk issue, each by the next entry of its meeting or ballot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.council.charter import Charter
from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import Directory
from govflow.services.council.acting.document_frame import frame
from govflow.services.documents.freezing import Numbered, document_row, naming
from govflow.services.documents.kinds import kind_under
from govflow.services.recording import NewEntry, next_entry
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Issue(NamedTuple):
    """A document that is to be issued, under a charter."""

    charter: Charter
    document: Numbered
    context: Mapping[str, Any]


class Issuing:
    """What is still to be issued in one transaction, by the reference of what it is of."""

    def __init__(self, session: Session, work: UnitOfWork, directory: Directory) -> None:
        self.session = session
        self.work = work
        self.directory = directory
        self._waiting: dict[str, list[Issue]] = {}

    def add(self, reference: str, charter: Charter, kind: str, *, context: Mapping[str, Any]) -> str:
        """Let the next entry of a meeting or ballot issue a document. Its number, which is taken now."""
        document = Numbered.next(self.session, self.work, kind_under(charter, kind))
        self._waiting.setdefault(reference, []).append(Issue(charter, document, context))
        return str(document.number)

    def append(self, subject: Subject, new: NewEntry) -> Entry:
        """Append an entry, with the documents that wait for it."""
        entry = next_entry(self.session, subject, new, head=self.work.history.head(subject))
        issued = [
            document_row(
                self.session,
                self.work,
                document,
                entry=entry,
                context={**context, **frame(self.directory, charter, entry)},
            )
            for charter, document, context in self._waiting.pop(subject.id, ())
        ]
        entry = naming(entry, issued)
        self.work.history.add(entry)
        for row in issued:
            self.work.documents.add(row)
        return entry
