"""Balloting: what every act on a ballot has in common. It is locked, checked, applied, saved and recorded at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity
from govflow.domain.canonical import canonical, digest_of
from govflow.domain.council.ballot import Ballot, Event, apply
from govflow.domain.council.charter import Charter
from govflow.domain.council.position import TOKENS, Position
from govflow.domain.council.rule import Rule
from govflow.domain.history import Subject
from govflow.domain.organisation import Directory
from govflow.errors import BadInput, NotAuthorised, NotFound, Problem
from govflow.messages import did_you_mean, notice
from govflow.reading.text import text_problem
from govflow.services.council.rules import document_of
from govflow.services.keys import first_result, key_problems
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.workflow.council.rule_file import rule_of

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class BallotReceipt:
    """What an act on a ballot came to. `seat`, `position` and `recorder` are those of a position that was taken;
    `repeated`: the key had been used, and this is the first result."""

    key: str
    ballot: str
    trigger: str
    state: str
    outcome: str | None
    person: str
    office: str
    recorded_at: str
    seat: str | None = None
    position: str | None = None
    voter: str | None = None
    recorder: str | None = None
    repeated: bool = False


class Case(NamedTuple):
    """A ballot, locked, with all that an act on it depends on."""

    ballot: Ballot
    rule: Rule
    charter: Charter
    directory: Directory
    person: str
    at: str
    admits: Callable[[Capacity], bool]

    def offices(self, roles: Collection[str]) -> list[Capacity]:
        """The caller's own offices of these roles today."""
        return held(self.directory, self.person, roles, self.admits)

    def office(self, code: str) -> Capacity | None:
        """The caller's capacity in one office, if it is held today."""
        found = (o for o in self.directory.offices_of(self.person) if o.code == code)
        return next(filter(self.admits, (Capacity(o.code, o.role) for o in found)), None)

    def officer(self) -> Capacity:
        """The capacity of who runs the ballot: the chair, a deputy or the secretariat. NotAuthorised for others."""
        return officer(self.charter, self.directory, self.person, self.admits)

    def secretary(self) -> Capacity:
        """The capacity of who records for others. NotAuthorised for others."""
        found = self.offices([self.charter.secretariat])
        if not found:
            name = self.directory.persons[self.person].name
            raise NotAuthorised(notice("voting.not_secretariat", person=name, role=self.charter.secretariat))
        return found[0]


class Decided(NamedTuple):
    """What an act comes to: an event, in which capacity, why, and what its receipt says beside."""

    event: Event
    capacity: Capacity
    note: str = ""
    told: Mapping[str, Any] = {}


class Said(NamedTuple):
    """An act as it was asked for."""

    reference: str
    trigger: str
    values: Mapping[str, Any]
    key: str


def on_ballot(session: Session, said: Said, decide: Callable[[Case], Decided]) -> BallotReceipt:
    """Do what `decide` says to a ballot, durably, or refuse it with every reason.

    Raises BadInput, NotFound, NotAuthorised, Refused, Conflict (key used for something else), StoreError.
    """
    check_texts({"ballot": said.reference, "key": said.key, **said.values})
    logged = refusals_logged(session, f"ballot_{said.trigger}", reference=said.reference)
    with logged, session.writing() as work:
        directory = session.directory(work)
        person = session.person(directory).code
        row = work.ballots.get(said.reference, lock=True)
        if row is None:
            known = (other.reference for other in work.ballots.every())
            raise NotFound(
                notice("voting.unknown", ballot=said.reference, hint=did_you_mean(said.reference, known))
            )
        digest = said_digest(session, said, person)
        if (earlier := first_result(work, said.key, digest=digest)) is not None:
            return again(earlier)
        ballot = row.ballot()
        charter = session.charter(work, ballot.charter)
        rule = rule_in(ballot.rule)
        case = Case(ballot, rule, charter, directory, person, session.stamp(), session.admits)
        decided = decide(case)
        after = apply(ballot, decided.event)
        work.ballots.save(after, expected_version=row.version)
        if decided.event.trigger == "cast":
            work.positions.add(ballot.reference, after.positions[decided.event.said["seat"]])
        receipt = recorded(session, work, after, decided, key=said.key, before=ballot, person=person)
        work.idempotency.add(said.key, digest, canonical(asdict(receipt)), receipt.recorded_at)
        work.commit()
    return receipt


def recorded(
    session: Session,
    work: UnitOfWork,
    after: Ballot,
    decided: Decided,
    *,
    key: str,
    before: Ballot | None,
    person: str,
) -> BallotReceipt:
    """Append the act to the ballot's history; its receipt."""
    entry = append(
        session,
        work,
        Subject("ballot", after.reference),
        NewEntry(
            decided.event.trigger,
            Actor(person, decided.capacity),
            from_state=before.state.value if before else None,
            to_state=after.state.value,
            definition=after.charter,
            note=decided.note,
            changes=decided.event.said,
        ),
    )
    return BallotReceipt(
        key=key,
        ballot=after.reference,
        trigger=decided.event.trigger,
        state=after.state.value,
        outcome=after.outcome and after.outcome.value,
        person=person,
        office=decided.capacity.office,
        recorded_at=entry.recorded_at,
        **decided.told,
    )


def rule_in(content: Mapping[str, Any]) -> Rule:
    """The rule that a ballot has frozen."""
    return rule_of(document_of(content, source="rule")).rule


def position_of(token: str) -> Position:
    """What a token means. BadInput: an unknown one is never an abstention."""
    if token not in TOKENS:
        raise BadInput.at(
            None,
            notice("voting.unknown_token", token=token, hint=did_you_mean(token, TOKENS), known=[*TOKENS]),
        )
    return TOKENS[token]


def held(
    directory: Directory, person: str, roles: Collection[str], admits: Callable[[Capacity], bool]
) -> list[Capacity]:
    """The offices of some roles that a person holds today and may act in."""
    offices = (office for office in directory.offices_of(person) if office.role in roles)
    return list(filter(admits, (Capacity(office.code, office.role) for office in offices)))


def officer(
    charter: Charter, directory: Directory, person: str, admits: Callable[[Capacity], bool]
) -> Capacity:
    """In which capacity a person runs the ballots of a body. NotAuthorised where in none."""
    roles = (charter.secretariat, charter.chair, *charter.deputies)
    found = held(directory, person, roles, admits)
    if not found:
        name = directory.persons[person].name
        raise NotAuthorised(notice("voting.not_officer", person=name, body=charter.title, roles=roles))
    return found[0]


def said_digest(session: Session, said: Said, person: str) -> str:
    """What a key stands for."""
    return digest_of({**said._asdict(), "person": person, "office": session.office, "of": "ballot"})


def again(plain: Mapping[str, Any]) -> BallotReceipt:
    """The receipt kept under a key, marked as repeated."""
    return replace(BallotReceipt(**plain), repeated=True)


def check_texts(texts: Mapping[str, Any]) -> None:
    """BadInput for every text that cannot be kept."""
    found = {
        name: text_problem(text, multiline=name == "text")
        for name, text in texts.items()
        if isinstance(text, str)
    }
    problems = [
        Problem(None, notice("acts.bad_text", name=name, why=why))
        for name, why in found.items()
        if why is not None
    ]
    problems += key_problems(texts["key"])
    if problems:
        raise BadInput(problems)
