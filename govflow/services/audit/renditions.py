"""Texts verified: each against its digest, and against what the templates that made it make of the frozen context."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from govflow.domain.canonical import digest_of_text
from govflow.domain.history import Entry, Subject
from govflow.errors import DocumentError
from govflow.messages import LANGUAGES
from govflow.services.audit.findings import Findings
from govflow.services.documents.rendering import (
    bound_templates,
    changes_of,
    rendered_from,
    rendition_subject,
)

if TYPE_CHECKING:
    from govflow.store import DocumentRow, Rendition, UnitOfWork


class Issuing(Protocol):
    """The entry that issued a document, as its history has it."""

    @property
    def seq(self) -> int: ...

    @property
    def hash(self) -> str: ...

    @property
    def context_digest(self) -> str: ...


class Text(NamedTuple):
    """One text of a document."""

    number: str
    language: str


class Renditions:
    """The texts of a store, compared with their documents and with what `recorded` gathered."""

    def __init__(self, work: UnitOfWork, findings: Findings) -> None:
        self._work = work
        self._findings = findings
        self._recorded: dict[Subject, list[Entry]] = {}
        self.pending: list[Text] = []
        self.unproven: list[Text] = []

    def recorded(self, entry: Entry) -> None:
        """Take in what says of a text that it was made with other templates than its context names."""
        self._recorded.setdefault(Subject(entry.kind, entry.subject), []).append(entry)

    def check(self, row: DocumentRow, issuing: Issuing | None) -> None:
        """Compare the texts of a document; a language without one is still to be rendered. An altered context, which
        is reported already, cannot tell what they are to be. Nothing makes texts in other languages."""
        if issuing is not None and digest_of_text(row.context) != issuing.context_digest:
            issuing = None
        rendered = self._work.documents.renditions(row.number)
        for language in LANGUAGES:
            text, rendition = Text(row.number, language), rendered.get(language)
            entries = self._recorded.pop(rendition_subject(*text), [])
            if rendition is None:
                self.pending.append(text)
            if not (self._holds(row, rendition, entries, issuing) if rendition else not entries):
                self._altered(text)
        for language in sorted(rendered.keys() - {*LANGUAGES}):
            self._altered(Text(row.number, language))

    def verify_all(self) -> None:
        """What histories tell of texts that no document has."""
        for subject in self._recorded:
            number, _, language = subject.id.partition(" ")
            self._altered(Text(number, language))

    def _holds(
        self, row: DocumentRow, rendition: Rendition, entries: list[Entry], issuing: Issuing | None
    ) -> bool:
        """A text is what its digest says, and what its own entry says where it has one."""
        if digest_of_text(rendition.text) != rendition.text_digest:
            return False
        if entries and [entry.read("changes") for entry in entries] != [changes_of(rendition)]:
            return False
        return issuing is None or self._made(row, rendition, issuing, bound=bool(entries))

    def _made(self, row: DocumentRow, rendition: Rendition, issuing: Issuing, *, bound: bool) -> bool:
        """A text is what the templates make that it was made with. Those that this installation does not have cannot
        tell; but then context or entry names them, if the context names any."""
        from govflow.documents.sources import template_digest

        language, digest = rendition.language, rendition.template_digest
        if digest == template_digest(row.template, lang=language):
            return _makes(row, rendition, issuing)
        named = bound_templates(row)
        if bound or not named or named.get(language) == digest:
            self.unproven.append(Text(row.number, language))
            return True
        return False

    def _altered(self, text: Text) -> None:
        self._findings.say("rendition_altered", **text._asdict())


def _makes(row: DocumentRow, rendition: Rendition, issuing: Issuing) -> bool:
    """Whether the templates of this installation make this text of the context."""
    made = row._replace(seq=issuing.seq)  # an altered row is reported already
    try:
        return rendered_from(made, rendition.language, act_hash=issuing.hash).text == rendition.text
    except DocumentError:  # the templates that made the text make none of this
        return False
