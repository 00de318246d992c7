"""Documents verified: each row against its frozen context and against the entry that issued it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.history import Entry, Subject
from govflow.domain.number import Number
from govflow.errors import DocumentError
from govflow.messages import LANGUAGES
from govflow.services.audit.directories import Directories
from govflow.services.audit.findings import Findings
from govflow.services.audit.numbering import highest, with_gaps
from govflow.services.council.documents.outcome import decision_told
from govflow.services.documents.kinds import Kind, kind_of, kind_under
from govflow.services.documents.rendering import rendered_from
from govflow.services.documents.superseding import superseded
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DocumentRow, Rendition, UnitOfWork


class Issue(NamedTuple):
    """What the history says of a document. `definition` is the digest of the definition or charter it came under."""

    subject: Subject
    seq: int
    issued_at: str
    definition: str
    context_digest: str
    hash: str
    day: str


class Documents:
    """The documents of a store, compared with what `issued` gathered from the histories."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        sound: Callable[[str], str] = lambda digest: digest,
    ) -> None:
        self.session = session
        self.work = work
        self.findings = findings
        self.sound = sound
        self.unreadable: set[Subject] = set()
        self.pending: list[str] = []
        self.unproven: list[str] = []
        self._issues: dict[str, Issue] = {}
        self._directories = Directories(work)

    def issued(self, entries: Iterable[Entry]) -> None:
        """Take in what the entries of a history say they issued."""
        for entry in entries:
            for number, digest in entry.read("changes").get("documents", {}).items():
                self._issues[number] = Issue(
                    Subject(entry.kind, entry.subject),
                    entry.seq,
                    entry.recorded_at,
                    entry.definition or "",
                    digest,
                    entry.hash,
                    entry.effective_on,
                )

    def verify(self) -> int:
        """Compare every document; how many there are."""
        numbers = []
        for row in self.work.documents.every():
            numbers.append(row.number)
            self.check(row)
        for number in sorted(self._issues):
            self.findings.say("document_missing", number=number)
        with self.findings.checking("documents"):
            for series in with_gaps(numbers):
                self.findings.say("numbers_have_gaps", series=series)
            kept, given = self.work.numbering.every(), highest(numbers)
            kept = {of: last for of, last in kept.items() if ":" not in of[0]}  # others say what they count
            for series, year in sorted(of for of in kept | given if kept.get(of) != given.get(of)):
                self.findings.say("counter_differs", series=series, fiscal_year=year)
        return len(numbers)

    def check(self, row: DocumentRow) -> None:
        """Compare one document and its texts."""
        issue = self._issues.pop(row.number, None)
        with self.findings.checking(f"documents {row.number}"):
            self._document(row, issue)
        with self.findings.checking(f"renditions {row.number}"):
            self._renditions(row, issue)

    def _document(self, row: DocumentRow, issue: Issue | None) -> None:
        if issue is None and (row.subject, row.reference) in self.unreadable:
            return
        digest = digest_of_text(row.context)
        if issue is None or {digest} != {row.context_digest, issue.context_digest}:
            self.findings.say("document_altered", number=row.number)
            return
        context = json.loads(row.context)
        expected = self._expected(issue, context)
        stored = {
            **row._asdict(),
            "store": context["store"]["id"],
            "demonstration": context["demonstration"],
        }
        wrong = [name for name, value in expected.items() if stored[name] != value]
        if context["kind"] == "decision_text" and not self._registered(issue, context["decision"]):
            wrong.append("decision")
        if wrong:
            self.findings.say("document_differs", number=row.number, fields=wrong)

    def _registered(self, issue: Issue, decision: Mapping[str, Any]) -> bool:
        """Whether the text of a decision says what the register has, by the names of its day."""
        number = decision["number"]
        row = self.work.decisions.get(number)
        kept = self.work.ballots.get(issue.subject.id)
        if row is None or kept is None or row.ballot != issue.subject.id:
            return False
        ballot = kept.value
        told = (
            decision_told(self.session, self.work, number, directory=each, ballot=ballot)
            for each in self._directories.at(issue.issued_at, date.fromisoformat(issue.day))
        )
        return canonical(decision) in map(canonical, told)

    def _expected(self, issue: Issue, context: Mapping[str, Any]) -> dict[str, Any]:
        """The row's columns as context and entry say them; the context's digest is the entry's."""
        number = Number.of(context["number"]["en"])
        kind = context["kind"]
        others = (d for d in self.work.documents.of(issue.subject.id) if d.number != context["number"]["en"])
        before = [d for d in others if d.seq < issue.seq]
        info = self.session.store.info
        return {
            "number": context["number"]["en"],
            "subject": issue.subject.kind,
            "reference": issue.subject.id,
            "kind": kind,
            "fiscal_year": number.year,
            "serial": number.serial,
            "seq": issue.seq,
            "template": self._kind(issue, kind).template,
            "issued_at": issue.issued_at,
            "supersedes": superseded(before, context=context),
            "store": info.store_id,
            "demonstration": info.demonstration,
        }

    def _kind(self, issue: Issue, name: str) -> Kind:
        """The kind under the definition of the proposal or the charter of the body."""
        digest = self.sound(issue.definition)
        if issue.subject.kind == "proposal":
            return kind_of(self.session.definition(self.work, digest), name)
        return kind_under(self.session.charter(self.work, digest), name)

    def _renditions(self, row: DocumentRow, issue: Issue | None) -> None:
        """Texts agree with their digests, and are what the same templates make of the frozen context; a language
        without one is still to be rendered. An altered context, which is reported already, cannot tell."""
        sound = issue is not None and digest_of_text(row.context) == issue.context_digest
        rendered = self.work.documents.renditions(row.number)
        for language in LANGUAGES:
            rendition = rendered.get(language)
            if rendition is None:
                self.pending.append(row.number)
            elif digest_of_text(rendition.text) != rendition.text_digest:
                self._altered(rendition)
            elif sound and issue:
                self._made(row, rendition, issue)

    def _made(self, row: DocumentRow, rendition: Rendition, issue: Issue) -> None:
        """A text is what the templates make that it was made with. Those that this installation does not have cannot
        tell; but then they are the ones that there were when the document was issued."""
        from govflow.documents.renderer import template_digest

        language, digest = rendition.language, rendition.template_digest
        if digest == template_digest(row.template, lang=language):
            if not _makes(row, rendition, issue):
                self._altered(rendition)
        elif json.loads(row.context).get("templates", {}).get(language) in (digest, None):
            self.unproven.append(row.number)
        else:
            self._altered(rendition)

    def _altered(self, rendition: Rendition) -> None:
        self.findings.say("rendition_altered", number=rendition.number, language=rendition.language)


def _makes(row: DocumentRow, rendition: Rendition, issue: Issue) -> bool:
    """Whether the templates of this installation make this text of the context."""
    made = row._replace(seq=issue.seq)  # an altered row is reported already
    try:
        return rendered_from(made, rendition.language, act_hash=issue.hash).text == rendition.text
    except DocumentError:  # the templates that made the text make none of this
        return False
