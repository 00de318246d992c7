"""Documents verified: each row against its frozen context and against the entry that issued it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.history import Entry, Subject
from govflow.domain.number import Number
from govflow.services.audit.directories import Directories
from govflow.services.audit.findings import Findings
from govflow.services.audit.numbering import highest, with_gaps
from govflow.services.audit.renditions import Renditions
from govflow.services.council.documents.outcome import decision_told
from govflow.services.documents.kinds import Kind, kind_of, kind_under
from govflow.services.documents.rendering import RENDITION
from govflow.services.documents.superseding import superseded
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DocumentRow, UnitOfWork


class Issue(NamedTuple):
    """What the history says of a document. `definition` is the digest of the definition or charter it came under."""

    subject: Subject
    seq: int
    issued_at: str
    definition: str
    context_digest: str
    hash: str
    day: str


_WORDED = frozenset({"printed", "jointly", "outcome", "kind", "on_breach"})
"""What the text of a decision has of the catalogue, which may be worded otherwise by now."""


class Documents:
    """The documents of a store, compared with what `issued` gathered from the histories."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        directories: Directories,
        sound: Callable[[str], str] = lambda digest: digest,
    ) -> None:
        self.session = session
        self.work = work
        self.findings = findings
        self.sound = sound
        self.unreadable: set[Subject] = set()
        self.renditions = Renditions(work, findings)
        self._issues: dict[str, Issue] = {}
        self._directories = directories

    def issued(self, entries: Iterable[Entry]) -> None:
        """Take in what the entries of a history say they issued, or rendered."""
        for entry in entries:
            if entry.kind == RENDITION:
                self.renditions.recorded(entry)
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
        self.renditions.verify_all()
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
            self.renditions.check(row, issue)

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
        return _recorded(decision) in map(_recorded, told)

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


def _recorded(decision: Mapping[str, Any]) -> str:
    """What the text of a decision says in codes, numbers, names and digests. Its words of the catalogue are bound by
    the digest of its context alone."""
    withheld = [_closed(each) for each in decision["withheld"]]
    return canonical({**_unworded(decision), "withheld": withheld})


def _closed(part: Mapping[str, Any]) -> dict[str, Any]:
    """A part that is closed, and why; that the charter keeps positions closed is said by the catalogue."""
    worded = ("title", "reason") if part["field"] == "positions" else ("title",)
    return {name: each for name, each in part.items() if name not in worded}


def _unworded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _unworded(each) for name, each in value.items() if name not in _WORDED}
    return [_unworded(each) for each in value] if isinstance(value, (list, tuple)) else value
