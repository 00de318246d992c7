"""The desk: where an act of a council is done. What it is about is locked, checked, saved and recorded in one go.

An act is a function of a desk. It loads meetings and ballots in the order of their locks (meeting, ballot, proposal),
refuses with every reason or makes the next state of what it loaded, records each change, and tells what it did.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from govflow.domain.authority import Capacity
from govflow.domain.canonical import canonical
from govflow.domain.council.ballot import Ballot, taken
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import Directory
from govflow.domain.plain import changed
from govflow.errors import Conflict, NotAuthorised, NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.acting.firing import fire
from govflow.services.council.acting.issuing import Issuing
from govflow.services.council.acting.said import CouncilReceipt as CouncilReceipt
from govflow.services.council.acting.said import Held as Held
from govflow.services.council.acting.said import How as How
from govflow.services.council.acting.said import Said as Said
from govflow.services.council.acting.said import Subjects, check_texts
from govflow.services.council.acting.said import Told as Told
from govflow.services.documents.rendering import render_issued
from govflow.services.keys import first_result
from govflow.services.recording import Actor, NewEntry
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.aggregates import Aggregates

S = TypeVar("S", Meeting, Ballot)


class Desk:
    """One act's transaction: the caller, the moment, and what was loaded."""

    def __init__(self, session: Session, work: UnitOfWork, said: Said) -> None:
        self.session = session
        self.work = work
        self.said = said
        self.entries: list[Entry] = []
        self.documents: list[str] = []
        self.registered: dict[str, dict[str, Any]] = {}
        self.stays: list[str] = []
        self._versions: dict[str, int] = {}
        self._lock()  # first: organisation and moment are those at which the act comes to its turn
        self.directory: Directory = session.directory(work)
        self.person: str = session.person(self.directory).code
        self.at: str = session.stamp()
        self._issuing = Issuing(session, work, self.directory)

    def meeting(self, reference: str) -> Meeting:
        """A meeting, locked. NotFound with what was probably meant."""
        return self._load(self.work.meetings, reference, unknown="meeting.unknown")

    def ballot(self, reference: str) -> Ballot:
        """A ballot, locked. NotFound with what was probably meant."""
        return self._load(self.work.ballots, reference, unknown="voting.unknown")

    def meeting_of(self, ballot: str) -> Meeting | None:
        """The meeting of a ballot, locked before the ballot itself is."""
        kept = self.work.ballots.get(ballot)
        return self.meeting(kept.value.meeting) if kept and kept.value.meeting else None

    def charter(self, of: Subjects) -> Charter:
        """The charter under which a meeting was called or a ballot opened."""
        return self.session.charter(self.work, of.charter)

    def held(self, roles: Collection[str]) -> list[Capacity]:
        """The caller's own offices of these roles today, in the order of the roles."""
        offices = self.directory.offices_of(self.person)
        found = (Capacity(o.code, o.role) for role in roles for o in offices if o.role == role)
        return [capacity for capacity in found if self.session.admits(capacity)]

    def office(self, code: str) -> Capacity | None:
        """The caller's capacity in one office, if it is held today."""
        found = (Capacity(o.code, o.role) for o in self.directory.offices_of(self.person) if o.code == code)
        return next((capacity for capacity in found if self.session.admits(capacity)), None)

    def officer(self, charter: Charter) -> Capacity:
        """In which capacity the caller runs the body's proceedings. NotAuthorised for who is neither its secretariat
        nor its chair or deputy."""
        found = self.held(charter.officers)
        if not found:
            said = notice("voting.not_officer", person=self.name, body=charter.title, roles=charter.officers)
            raise NotAuthorised(said)
        return found[0]

    @property
    def name(self) -> Any:
        """The caller's name."""
        return self.directory.persons[self.person].name

    def record(
        self,
        before: S | None,
        after: S,
        *,
        capacity: Capacity,
        trigger: str | None = None,
        note: str = "",
        payload: Mapping[str, Any] | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> S:
        """Save what has changed, and append it to the history of the meeting or ballot: under the name of the act, or
        that of what followed from it."""
        repository: Aggregates[Any] = self.work.meetings if isinstance(after, Meeting) else self.work.ballots
        subject = "meeting" if isinstance(after, Meeting) else "ballot"
        if before is None:
            repository.add(after)
            self._versions[after.reference] = 1
        else:
            repository.save(after, expected_version=self._versions[after.reference])
            self._versions[after.reference] += 1
        if isinstance(after, Ballot):
            self._take(before, after)
        new = NewEntry(
            trigger or self.said.trigger,
            Actor(self.person, capacity),
            from_state=before.state.value if before else None,
            to_state=after.state.value,
            definition=after.charter,
            note=note,
            payload=payload or {},
            facts=facts or {},
            changes={subject: changed(before, after), **self.registered.pop(after.reference, {})},
        )
        self.entries.append(self._issuing.append(Subject(subject, after.reference), new))
        return after

    def issue(self, of: Subjects, kind: str, context: Mapping[str, Any]) -> str:
        """Let the next entry of a meeting or ballot issue a document. Its number, which is taken now."""
        number = self._issuing.add(of.reference, self.charter(of), kind, context=context)
        self.documents.append(number)
        return number

    def fire(
        self,
        proposal: str,
        occasion: Occasion,
        *,
        body: str,
        cause: str,
        payload: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        """Let the proceedings of a body move a proposal on; what that issues is rendered after the act. Refused with
        every reason where nothing happens on that occasion."""
        moved = fire(self.session, self.work, proposal, occasion, body=body, cause=cause, payload=payload)
        self.documents += moved.documents

    def version(self, of: Subjects) -> int:
        """How many acts have made a meeting or ballot what it is now."""
        return self._versions[of.reference]

    def stage(self, proposal: str | None) -> str | None:
        """Where a proposal stands, locked: it stays there while the act is done."""
        found = self.work.proposals.get(proposal, lock=True) if proposal else None
        return found and found.state

    def check_version(self) -> None:
        """Conflict when somebody acted on it since the caller looked."""
        said = self.said
        actual = self._versions.get(said.reference or said.within or "", 0)
        if said.expected_version not in (None, actual):
            about = said.reference or said.within
            where = {"reference": about, "expected": said.expected_version, "actual": actual}
            raise Conflict(notice("store.stale_version", **where))

    def _lock(self) -> None:
        """Wait for who acts on the same just now: a key that was used just now has its result then."""
        if self.said.reference and self.said.subject == "meeting":
            self.meeting(self.said.reference)
        elif self.said.reference:
            together = self._together(self.said.reference)
            kept = (self.work.ballots.get(each) for each in together)
            for meeting in sorted({each.value.meeting for each in kept if each and each.value.meeting}):
                self.meeting(meeting)
            for each in together:
                self.ballot(each)
        elif self.said.within:
            self.meeting(self.said.within)

    def _together(self, ballot: str) -> list[str]:
        """The ballots to lock with one: those of other bodies on the same text, so that one of them is the last to
        close. In the order of their references."""
        kept = self.work.ballots.get(ballot)
        if kept is None:
            return [ballot]
        every = (each.value for body in kept.value.joint for each in self.work.ballots.found(body=body))
        same = (each.reference for each in every if each.text_digest == kept.value.text_digest)
        return sorted({ballot, *same})

    def _take(self, before: Ballot | None, after: Ballot) -> None:
        """Put the positions that a ballot has just taken into the register of positions."""
        from govflow.store import PositionRow

        for given in taken(before, after):
            self.work.positions.add(PositionRow.of(after, given))

    def _load(self, repository: Aggregates[S], reference: str, *, unknown: str) -> S:
        kept = repository.get(reference, lock=True)
        if kept is None:
            hint = did_you_mean(reference, repository.references())
            raise NotFound(notice(unknown, reference=reference, hint=hint))
        self._versions[reference] = kept.version
        return kept.value


def at_desk(session: Session, said: Said, act: Callable[[Desk], Told]) -> CouncilReceipt:
    """Do an act, durably, or refuse it with every reason.

    Raises BadInput, NotFound, NotAuthorised, Refused, Conflict (key used for something else), StoreError;
    DocumentError when the act was done but a document of it could not be rendered.
    """
    check_texts(said)
    trigger = f"{said.subject}_{said.trigger}"
    logged = refusals_logged(session, trigger, reference=said.reference or said.within, unless=said.dry_run)
    with logged, session.writing() as work:
        receipt = perform(session, work, said, act)
        if not said.dry_run:
            work.commit()
    if receipt.documents and not said.dry_run:
        render_issued(session, receipt.documents, reference=receipt.reference)
    return receipt


def perform(session: Session, work: UnitOfWork, said: Said, act: Callable[[Desk], Told]) -> CouncilReceipt:
    """The act inside a transaction that the caller commits."""
    desk = Desk(session, work, said)
    digest = said.digest(desk.person, session.office)
    if (earlier := first_result(work, said.key, digest=digest)) is not None:
        return replace(CouncilReceipt(**earlier), repeated=True)
    desk.check_version()
    receipt = _receipt(desk, act(desk))
    work.idempotency.add(said.key, digest, canonical(asdict(receipt)), receipt.recorded_at)
    return receipt


def _receipt(desk: Desk, told: Told) -> CouncilReceipt:
    return CouncilReceipt(
        key=desk.said.key,
        subject="meeting" if isinstance(told.after, Meeting) else "ballot",
        reference=told.after.reference,
        trigger=desk.said.trigger,
        state=told.after.state.value,
        person=desk.person,
        office=told.capacity.office,
        recorded_at=desk.entries[-1].recorded_at,
        told={**told.values, "stays": desk.stays} if desk.stays else told.values,
        documents=tuple(desk.documents),
    )
