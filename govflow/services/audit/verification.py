"""Verification: the whole record is recomputed. Chains, states, digests, numbers and tallies must all agree."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from govflow.domain.history import PARTS, Entry, Subject, chain_problems
from govflow.errors import NotFound, StoreError
from govflow.messages import Notice, notice
from govflow.services.audit.ballots import Ballots
from govflow.services.audit.beside import Beside
from govflow.services.audit.causes import Causes
from govflow.services.audit.chains import Chains
from govflow.services.audit.decisions import Decisions
from govflow.services.audit.directories import Directories
from govflow.services.audit.documents import Documents
from govflow.services.audit.escalations import Escalations
from govflow.services.audit.findings import Findings
from govflow.services.audit.meetings import Meetings
from govflow.services.audit.organisation_acts import OrganisationActs
from govflow.services.audit.proposals import Proposals
from govflow.services.audit.registers import KIND_OF, Registers
from govflow.services.audit.renditions import Text
from govflow.services.audit.rounds import Rounds
from govflow.services.audit.ruled import RuledProposals
from govflow.services.audit.timing import LocalDays, acts_of
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


_SUBJECT = itemgetter(*map(Entry._fields.index, ("kind", "subject")))
"""What an entry is of, fetched by place: there are millions of entries."""

_NO_TEXT = "store.failed"
"""How the embedded database says, beside other things, that there are bytes that are no text."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, everything that does not hold, the documents that nobody has rendered yet, and the `unproven`:
    made with templates that this installation does not have, they cannot be rendered again to compare. `replayed` is
    False where only the chains were checked, and no document."""

    subjects: int
    entries: int
    proposals: int
    documents: int
    problems: tuple[Notice, ...]
    pending: tuple[str, ...]
    unproven: tuple[str, ...]
    replayed: bool = True

    @property
    def holds(self) -> bool:
        return not self.problems


def verify(session: Session, *, replay: bool = True) -> Verification:
    """Recompute every chain and replay every history against its pinned definition. Without `replay`, the chains only.
    Writes nothing."""
    try:
        with session.store.reading() as work:
            return _Audit(session, work).run() if replay else _chains_only(work, quickly=True)
    except StoreError as error:
        if error.code != _NO_TEXT:
            raise
    with session.store.auditing() as work:  # reading whatever is there takes longer, and is seldom needed
        return _Audit(session, work).run() if replay else _chains_only(work, quickly=False)


def _chains_only(work: UnitOfWork, *, quickly: bool) -> Verification:
    chains = Chains(work, Findings(), quickly=quickly)
    chains.verify()
    return Verification(
        subjects=chains.subjects.total(),
        entries=chains.entries,
        proposals=chains.subjects["proposal"],
        documents=0,
        problems=tuple(chains.findings.problems),
        pending=(),
        unproven=(),
        replayed=False,
    )


class _Audit:
    """One run over a store: the histories one by one, then the tables beside them."""

    def __init__(self, session: Session, work: UnitOfWork) -> None:
        self.session = session
        self.work = work
        self.findings = Findings()
        info = session.store.info
        self.beside = Beside(work, self.findings, info=info, definition_of=self._definition_of)
        self.registers = Registers(work, self.findings, info=info)
        days, directories = LocalDays(info.timezone), Directories(work)
        defined = self._definition_of
        self.proposals = Proposals(
            session, work, self.findings, days=days, definition_of=defined, directories=directories
        )
        self.documents = Documents(session, work, self.findings, directories=directories, sound=self._sound)
        self.meetings = Meetings(session, work, self.findings, directories=directories)
        self.ballots = Ballots(session, work, self.findings, directories=directories)
        self.decisions = Decisions(session, work, self.findings, ballots=self.ballots)
        self.causes = Causes(session, work, self.findings, definition_of=self._definition_of)
        self.organisation = OrganisationActs(work, self.findings, info=info)
        self.rounds = Rounds(session, work, self.findings, definition_of=defined, directories=directories)
        self.ruled = RuledProposals(session, work, self.findings, days=days)
        self.escalations = Escalations(
            session, work, self.findings, definition_of=defined, directories=directories
        )
        self.caused: list[str] = []
        self.unreadable: set[Subject] = set()
        self.known: dict[str, Definition] = {}
        self.subjects = 0
        self.entries = 0

    def run(self) -> Verification:
        checks: dict[str, Callable[[Subject, list[Entry]], None]] = {
            "proposal": self._proposal,
            **dict.fromkeys(KIND_OF, self.registers.definition),
            "organisation": self._organisation,
            "meeting": self.meetings.verify,
            "ballot": self._ballot,
            "round": self.rounds.verify,
            "deadline": self.escalations.of_body,
            "store": self.registers.store,
        }
        self.registers.definitions()
        self.beside.verify()
        with closing(self.proposals), closing(self._histories()) as histories:
            for subject, entries in histories:
                self.subjects += 1
                self.entries += len(entries)
                history = self.findings.checking("history", *subject)
                with history:
                    self.findings.problems += chain_problems(entries)
                with history:
                    checks.get(subject.kind, _chain_only)(subject, entries)
                with history:
                    self.documents.issued(entries)
        return self._verified()

    def _verified(self) -> Verification:
        unreadable = {subject.id for subject in self.unreadable if subject.kind == "proposal"}
        self.documents.unreadable |= self.unreadable
        self.proposals.verify_all(unreadable=unreadable)
        self.registers.verify()
        ballots = {subject.id for subject in self.unreadable if subject.kind == "ballot"}
        self.meetings.verify_all(unreadable={s.id for s in self.unreadable if s.kind == "meeting"})
        self.ballots.verify_all(unreadable=ballots)
        self.rounds.verify_all(unreadable={s.id for s in self.unreadable if s.kind == "round"})
        self.decisions.verify_all(unreadable=ballots)
        for reference in self.caused:
            entries = self.work.history.entries(Subject("proposal", reference))
            self.causes.verify(entries, unreadable=self.unreadable)
        for orphan in self.work.orphans.all():
            self.findings.say("orphan", **orphan._asdict())
        documents = self.documents.verify()
        self.beside.due(self.documents.renditions.pending)
        return Verification(
            subjects=self.subjects,
            entries=self.entries,
            proposals=len(self.proposals.seen),
            documents=documents,
            problems=tuple(self.findings.problems),
            pending=_numbers(self.documents.renditions.pending),
            unproven=_numbers(self.documents.renditions.unproven),
        )

    def _histories(self) -> Generator[tuple[Subject, list[Entry]], None, None]:
        """Every history that can be read whole; of one with a row that cannot, only that row is told."""
        with closing(self.work.history.every()) as every:
            for named, found in groupby(every, key=_SUBJECT):
                subject, entries = Subject(*named), list(found)
                if all([entry.readable() for entry in entries]):
                    yield subject, entries
                else:
                    self.unreadable.add(subject)
                    self.findings.problems += [said for entry in entries for said in _unreadable(entry)]

    def _proposal(self, subject: Subject, entries: list[Entry]) -> None:
        self.proposals.replay(subject.id, entries)
        acts = acts_of(entries, self._definition_of)
        self.proposals.verify(subject.id, acts)
        self.ruled.verify(acts)
        self.escalations.verify(entries)
        if caused := [entry for entry in entries if entry.cause is not None]:
            self.meetings.caused(caused)
            self.caused.append(subject.id)

    def _organisation(self, subject: Subject, entries: list[Entry]) -> None:
        self.registers.organisation(subject, entries)
        self.organisation.verify(entries)

    def _ballot(self, subject: Subject, entries: list[Entry]) -> None:
        self.ballots.verify(subject, entries)
        self.decisions.verify(subject, entries)

    def _definition_of(self, digest: str) -> Definition:
        """A definition to replay against."""
        if digest not in self.known:
            self.known[digest] = self.session.definition(self.work, self._sound(digest))
        return self.known[digest]

    def _sound(self, digest: str) -> str:
        """The digest of a definition or charter; one that was altered is none."""
        if digest not in self.registers.sound:
            raise NotFound(notice("session.unknown_definition", digest=digest[:12]))
        return digest


def _numbers(texts: Iterable[Text]) -> tuple[str, ...]:
    """The documents that any of these texts is of."""
    return tuple(dict.fromkeys(text.number for text in texts))


def _unreadable(entry: Entry) -> Iterator[Notice]:
    """What says that a part of the entry is no mapping."""
    for part in PARTS:
        try:
            entry.read(part)
        except StoreError as error:
            yield from error.notices


def _chain_only(subject: Subject, entries: list[Entry]) -> None:
    """Of other kinds, such as the inventory, nothing but the chain is kept to compare."""
