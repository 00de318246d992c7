"""Verification: the whole record is recomputed. Chains, states, digests, numbers and tallies must all agree."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.canonical import canonical, digest_of, digest_of_text
from govflow.domain.history import Entry, Subject, chain_problems
from govflow.domain.replay import Folded, fold
from govflow.errors import NotFound
from govflow.messages import LANGUAGES, Notice, notice
from govflow.services.acting.case import step_row
from govflow.services.audit.replaying import entry_problems
from govflow.services.session import Session
from govflow.workflow.definition import FORMAT, Definition

if TYPE_CHECKING:
    from govflow.store import DefinitionRow, UnitOfWork


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, everything that does not hold, and the documents that nobody has rendered yet."""

    subjects: int
    entries: int
    proposals: int
    documents: int
    problems: tuple[Notice, ...]
    pending: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.problems


def verify(session: Session) -> Verification:
    """Recompute every chain and replay every history against its pinned definition. Writes nothing."""
    with session.reading() as work:
        return _Audit(session, work).run()


class InForce(NamedTuple):
    """That a definition is in force from a day on."""

    name: str
    from_day: str
    digest: str


class _Audit:
    """One run over a store; problems gather as it goes."""

    def __init__(self, session: Session, work: UnitOfWork) -> None:
        self.session = session
        self.work = work
        self.problems: list[Notice] = []
        self.entries = 0
        self.subjects = 0
        self.seen: set[str] = set()
        self.issued: dict[str, str] = {}
        self.put_in_force: list[InForce] = []
        self.loaded: list[tuple[int, str]] = []
        self.sound: set[str] = set()

    def run(self) -> Verification:
        self._definitions()
        for subject, entries in self._histories():
            self.subjects += 1
            self.entries += len(entries)
            self.problems += chain_problems(entries)
            if subject.kind == "proposal":
                self._proposal(subject.id, entries)
            elif subject.kind == "definition":
                self.put_in_force += (_in_force(subject.id, entry.changes) for entry in entries)
            elif subject.kind == "organisation":
                self.loaded += ((entry.changes["number"], entry.changes["digest"]) for entry in entries)
        self._proposals_without_history()
        self._definitions_in_force()
        self._organisations()
        documents, pending = self._documents()
        self._tallies()
        return Verification(
            self.subjects, self.entries, len(self.seen), documents, tuple(self.problems), pending
        )

    def _histories(self) -> Iterator[tuple[Subject, list[Entry]]]:
        for key, entries in groupby(self.work.history.every(), key=lambda e: (e.kind, e.subject)):
            yield Subject(*key), list(entries)

    def _proposal(self, reference: str, entries: list[Entry]) -> None:
        self.seen.add(reference)
        folded = fold(entries)
        self.issued.update(folded.documents)
        self._row(reference, folded, last=entries[-1])
        self._steps(reference, folded)
        self._revisions(reference, folded)
        for entry in entries:
            self.problems += entry_problems(self._definition_of, entry)

    def _definition_of(self, digest: str) -> Definition:
        """A definition to replay against; one that was altered is none."""
        if digest not in self.sound:
            raise NotFound(notice("session.unknown_definition", digest=digest[:12]))
        return self.session.definition(self.work, digest)

    def _row(self, reference: str, folded: Folded, *, last: Entry) -> None:
        proposal = self.work.proposals.get(reference)
        if proposal is None:
            self.problems.append(notice("audit.proposal_missing", reference=reference))
            return
        stored = asdict(proposal)
        expected = {**folded.row, "records": folded.records, "version": last.seq}
        wrong = [name for name, value in stored.items() if canonical(value) != canonical(expected.get(name))]
        if wrong:
            self.problems.append(notice("audit.proposal_differs", reference=reference, fields=wrong))

    def _steps(self, reference: str, folded: Folded) -> None:
        stored = {step.number: step_row(step) for step in self.work.steps.of(reference)}
        for number in sorted(stored.keys() | folded.steps.keys()):
            if canonical(stored.get(number)) != canonical(folded.steps.get(number)):
                self.problems.append(notice("audit.step_differs", reference=reference, number=number))

    def _revisions(self, reference: str, folded: Folded) -> None:
        revisions = self.work.revisions.all(reference)
        for revision in revisions:
            if digest_of(revision.content) != revision.digest:
                self.problems.append(
                    notice("audit.revision_altered", reference=reference, number=revision.number)
                )
        if [revision.digest for revision in revisions] != folded.revisions:
            self.problems.append(notice("audit.revisions_differ", reference=reference))

    def _proposals_without_history(self) -> None:
        for reference in self.work.proposals.references():
            if reference not in self.seen:
                self.problems.append(notice("audit.no_history", reference=reference))

    def _definitions(self) -> None:
        for row in self.work.definitions.every():
            if _is_sound(row):
                self.sound.add(row.digest)
            else:
                self.problems.append(notice("audit.definition_altered", name=row.name, version=row.version))

    def _definitions_in_force(self) -> None:
        """What is in force when must be what was put into force, no more and no less."""
        stored = {
            InForce(row.name, row.from_day, row.digest) for row in self.work.definitions.every_in_force()
        }
        recorded = set(self.put_in_force)
        for name in sorted({row.name for row in stored ^ recorded}):
            self.problems.append(notice("audit.in_force_differs", name=name))
        for name in sorted({row.name for row in recorded if row.digest not in self.sound}):
            self.problems.append(notice("audit.definition_missing", name=name))

    def _organisations(self) -> None:
        stored = {row.number: row for row in self.work.organisation.every()}
        recorded = dict(self.loaded)
        for number in sorted(stored.keys() | recorded.keys()):
            row = stored.get(number)
            if (
                row is None
                or digest_of_text(row.content) != recorded.get(number)
                or row.digest != recorded[number]
            ):
                self.problems.append(notice("audit.organisation_altered", number=number))

    def _documents(self) -> tuple[int, tuple[str, ...]]:
        count = 0
        serials: dict[tuple[str, int], list[int]] = defaultdict(list)
        for row in self.work.documents.every():
            count += 1
            serials[row.number.rsplit("-", 1)[0], row.fiscal_year].append(row.serial)
            digest = digest_of_text(row.context)
            if digest != row.context_digest or digest != self.issued.pop(row.number, None):
                self.problems.append(notice("audit.document_altered", number=row.number))
            self._renditions(row.number)
        self.problems += (notice("audit.document_missing", number=number) for number in sorted(self.issued))
        for (series, _), found in sorted(serials.items()):
            if sorted(found) != list(range(1, len(found) + 1)):
                self.problems.append(notice("audit.numbers_have_gaps", series=series))
        unrendered = self.work.documents.unrendered(LANGUAGES)
        return count, tuple(dict.fromkeys(row.number for row, _ in unrendered))

    def _renditions(self, number: str) -> None:
        for language in LANGUAGES:
            rendition = self.work.documents.rendition(number, language)
            if rendition is not None and digest_of_text(rendition.text) != rendition.text_digest:
                self.problems.append(notice("audit.rendition_altered", number=number, language=language))

    def _tallies(self) -> None:
        if sorted(self.work.tallies.recomputed()) != sorted(self.work.tallies.states()):
            self.problems.append(notice("audit.tallies_differ"))


def _in_force(name: str, changes: Mapping[str, Any]) -> InForce:
    return InForce(name, changes["from_day"], changes["digest"])


def _is_sound(row: DefinitionRow) -> bool:
    """Whether a stored definition is what its digest, name and version say."""
    try:
        content = json.loads(row.content)
    except ValueError:
        return False
    if not isinstance(content, dict) or (content.get("name"), content.get("version")) != (
        row.name,
        row.version,
    ):
        return False
    return digest_of({"format": FORMAT, **content}) == row.digest
