"""The desk: where an act of a council is done. What it is about is locked, checked, saved and recorded in one go.

An act is a function of a desk. It loads meetings and ballots in the order of their locks (meeting, ballot, proposal),
refuses with every reason or makes the next state of what it loaded, records each change, and tells what it did.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from govflow.domain.authority import Capacity
from govflow.domain.canonical import canonical, digest_of
from govflow.domain.council.ballot import Ballot, taken
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting
from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import Directory
from govflow.domain.plain import changed
from govflow.errors import BadInput, NotAuthorised, NotFound, Problem
from govflow.messages import did_you_mean, notice
from govflow.reading.text import text_problem
from govflow.services.keys import first_result, key_problems
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.aggregates import Aggregates

Subjects = Meeting | Ballot
S = TypeVar("S", Meeting, Ballot)

MULTILINE = frozenset({"text", "reason", "note"})
"""The values of an act that may have several lines."""


@dataclass(frozen=True, slots=True)
class CouncilReceipt:
    """What an act of a council came to. `subject` is `meeting` or `ballot`, `reference` which one, `state` where it
    stands now; `told` says what else the act did, by name. `documents` are the numbers of those it issued;
    `repeated`: the key had been used, and this is the first result."""

    key: str
    subject: str
    reference: str
    trigger: str
    state: str
    person: str
    office: str
    recorded_at: str
    told: Mapping[str, Any] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    repeated: bool = False


class Said(NamedTuple):
    """An act as it was asked for. `reference` is that of the meeting or ballot, empty for one that is to begin."""

    subject: str
    reference: str
    trigger: str
    values: Mapping[str, Any]
    key: str


class Told(NamedTuple):
    """What an act says of itself: what it was done to, as it is now, and in which capacity."""

    after: Subjects
    capacity: Capacity
    values: Mapping[str, Any] = {}


class Desk:
    """One act's transaction: the caller, the moment, and what was loaded."""

    def __init__(self, session: Session, work: UnitOfWork, said: Said) -> None:
        self.session = session
        self.work = work
        self.said = said
        self.entries: list[Entry] = []
        self.documents: list[str] = []
        self._versions: dict[str, int] = {}
        self._lock()  # first: organisation and moment are those at which the act comes to its turn
        self.directory: Directory = session.directory(work)
        self.person: str = session.person(self.directory).code
        self.at: str = session.stamp()

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
        roles = (charter.secretariat, charter.chair, *charter.deputies)
        found = self.held(roles)
        if not found:
            raise NotAuthorised(
                notice("voting.not_officer", person=self.name, body=charter.title, roles=roles)
            )
        return found[0]

    def secretary(self, charter: Charter) -> Capacity:
        """In which capacity the caller writes down what others said. NotAuthorised for others."""
        found = self.held([charter.secretariat])
        if not found:
            raise NotAuthorised(notice("voting.not_secretariat", person=self.name, role=charter.secretariat))
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
            changes={subject: changed(before, after)},
        )
        self.entries.append(append(self.session, self.work, Subject(subject, after.reference), new))
        return after

    def _lock(self) -> None:
        """Wait for who acts on the same just now: a key that was used just now has its result then."""
        if self.said.reference and self.said.subject == "meeting":
            self.meeting(self.said.reference)
        elif self.said.reference:
            self.meeting_of(self.said.reference)
            self.ballot(self.said.reference)

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

    Raises BadInput, NotFound, NotAuthorised, Refused, Conflict (key used for something else), StoreError.
    """
    _check_texts(said)
    logged = refusals_logged(session, f"{said.subject}_{said.trigger}", reference=said.reference or None)
    with logged, session.writing() as work:
        receipt = perform(session, work, said, act)
        work.commit()
    return receipt


def perform(session: Session, work: UnitOfWork, said: Said, act: Callable[[Desk], Told]) -> CouncilReceipt:
    """The act inside a transaction that the caller commits."""
    desk = Desk(session, work, said)
    digest = digest_of({**said._asdict(), "person": desk.person, "office": session.office})
    if (earlier := first_result(work, said.key, digest=digest)) is not None:
        return replace(CouncilReceipt(**earlier), repeated=True)
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
        told=told.values,
        documents=tuple(desk.documents),
    )


def _check_texts(said: Said) -> None:
    """BadInput for every text that cannot be kept."""
    texts = {"reference": said.reference, "key": said.key, **said.values}
    found = {
        name: text_problem(text, multiline=name in MULTILINE)
        for name, text in texts.items()
        if isinstance(text, str)
    }
    problems = [
        Problem(None, notice("acts.bad_text", name=name, why=why))
        for name, why in found.items()
        if why is not None
    ]
    problems += key_problems(said.key)
    if problems:
        raise BadInput(problems)
