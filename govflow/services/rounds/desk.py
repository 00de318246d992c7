"""The desk of rounds: an act on one is checked, saved and recorded in one transaction, and nobody else acts meanwhile.

Nobody else: a proposal that came in while its round closes would be on neither side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity
from govflow.domain.canonical import canonical
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import changed
from govflow.domain.round import Round, Ruled
from govflow.errors import BadInput, NotAuthorised, NotFound, Problem, Refused
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.keys import first_result, key_digest, key_problems
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.refusal_log import refusals_logged
from govflow.services.rounds.ruling import round_of
from govflow.services.session import Session
from govflow.services.texts import text_problems
from govflow.workflow.definition import Definition
from govflow.workflow.rounds import Rounds

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

NOTHING: Mapping[str, Any] = {}
MULTILINE = frozenset({"note", "criteria"})


@dataclass(frozen=True, slots=True)
class RoundReceipt:
    """What an act on a round came to. `told` says what else it did: how many proposals have other due dates now
    (`rescheduled`), who had not answered (`unanswered`)."""

    key: str
    reference: str
    trigger: str
    state: str
    person: str
    office: str
    recorded_at: str
    told: Mapping[str, Any] = field(default_factory=dict)
    repeated: bool = False


class Asked(NamedTuple):
    """An act as it was asked for."""

    trigger: str
    reference: str
    values: Mapping[str, Any]
    key: str | None = None
    dry_run: bool = False


class RoundDesk:
    """One act's transaction: the caller and the moment."""

    def __init__(self, session: Session, work: UnitOfWork, asked: Asked) -> None:
        self.session = session
        self.work = work
        self.asked = asked
        self.directory = session.directory(work)
        self.person = session.person(self.directory).code
        self.today = session.today().isoformat()
        self.entry: Entry | None = None

    def round(self) -> tuple[Round, int]:
        """The round that is meant, and its version. NotFound with what was probably meant."""
        kept = self.work.rounds.get(self.asked.reference, lock=True)
        if kept is None:
            raise unknown_round(self.work, self.asked.reference)
        return kept.value, kept.version

    def rounds_of(self, definition: Definition) -> Rounds:
        """What a definition says of rounds. Refused where it knows none."""
        if definition.rounds is None:
            said = notice("round.none_in_workflow", workflow=definition.name)
            raise Refused(said, next_command="govflow workflow list")
        return definition.rounds

    def capacity(self, definition: Definition) -> Capacity:
        """The caller's own office of the role that opens rounds. NotAuthorised for who holds none."""
        role = self.rounds_of(definition).role
        held = (Capacity(o.code, o.role) for o in self.directory.offices_of(self.person) if o.role == role)
        found = next(filter(self.session.admits, held), None)
        if found is None:
            name = self.directory.persons[self.person].name
            title = definition.roles[role].title
            raise NotAuthorised(notice("round.not_yours", person=name, role=title))
        return found

    def refuse(self, reasons: Iterable[Notice]) -> None:
        """Refused with every reason, if there is any."""
        if found := list(reasons):
            raise Refused(*found, next_command="govflow round list")

    def record(
        self,
        before: tuple[Round, int] | None,
        after: Round,
        *,
        capacity: Capacity,
        note: str,
        facts: Mapping[str, Any] = NOTHING,
    ) -> Ruled | None:
        """Save what has changed, append it to the round's history, and tell the addressees. The round that holds for
        its fiscal year now."""
        was = before[0] if before else None
        if before is None:
            self.work.rounds.add(after)
        else:
            self.work.rounds.save(after, expected_version=before[1])
        new = NewEntry(
            self.asked.trigger,
            Actor(self.person, capacity),
            from_state=was.state.value if was else None,
            to_state=after.state.value,
            definition=after.definition,
            note=note,
            facts=facts,
            changes={"round": changed(was, after)},
        )
        self.entry = append(self.session, self.work, Subject("round", after.reference), new)
        for ministry in after.addressees:
            about = f"{after.reference} {ministry}"
            self.work.outbox.add(TOPICS[new.trigger], about, self.entry.hash, self.entry.recorded_at)
        return round_of(self.work, self.session.definition(self.work, after.definition), after.fiscal_year)


TOPICS: Mapping[str, str] = {
    "open": "round.opened",
    "reschedule": "round.rescheduled",
    "close": "round.closed",
}
"""What the outbox tells the addressees, by act."""


class Done(NamedTuple):
    """What an act made of a round, in which capacity, and what else it did."""

    after: Round
    capacity: Capacity
    told: Mapping[str, Any] = NOTHING


def at_rounds(session: Session, asked: Asked, act: Callable[[RoundDesk], Done]) -> RoundReceipt:
    """Do an act, durably, or refuse it with every reason.

    Raises BadInput, NotFound, NotAuthorised, Refused, Conflict (key used for something else), StoreError.
    """
    asked = asked._replace(key=asked.key or session.new_key())
    if problems := list(_problems(asked)):
        raise BadInput(problems)
    logged = refusals_logged(
        session, f"round_{asked.trigger}", reference=asked.reference, unless=asked.dry_run
    )
    with logged, session.writing(alone=True) as work:
        receipt = _performed(RoundDesk(session, work, asked), act)
        if not asked.dry_run:
            work.commit()
    return receipt


def _performed(desk: RoundDesk, act: Callable[[RoundDesk], Done]) -> RoundReceipt:
    asked, key = desk.asked, desk.asked.key or ""
    said = [asked.trigger, asked.reference, asked.values, key, desk.person, desk.session.office]
    digest = key_digest(said)
    if (earlier := first_result(desk.work, key, digest=digest)) is not None:
        return replace(RoundReceipt(**earlier), repeated=True)
    done = act(desk)
    assert desk.entry is not None, "every act on a round is recorded"
    receipt = RoundReceipt(
        key=key,
        reference=done.after.reference,
        trigger=asked.trigger,
        state=done.after.state.value,
        person=desk.person,
        office=done.capacity.office,
        recorded_at=desk.entry.recorded_at,
        told=done.told,
    )
    desk.work.idempotency.add(key, digest, canonical(asdict(receipt)), receipt.recorded_at)
    return receipt


def unknown_round(work: UnitOfWork, name: str) -> NotFound:
    """That there is no round of this name."""
    return NotFound(notice("round.unknown", name=name, hint=did_you_mean(name, work.rounds.references())))


def _problems(asked: Asked) -> Iterator[Problem]:
    """What of the texts cannot be kept."""
    texts = (("reference", asked.reference), *asked.values.items())
    yield from text_problems(texts, multiline=MULTILINE)
    yield from key_problems(asked.key or "")
