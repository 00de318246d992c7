"""A ballot as its history makes it: what was frozen when it opened, and what each seat said since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from govflow.domain.canonical import digest_of
from govflow.domain.council.link import Link
from govflow.domain.council.position import Casting, Objection, Position
from govflow.domain.council.recusal import Recusal, office_of
from govflow.domain.council.tally import Outcome
from govflow.messages import Title

DECIDED = (Outcome.PASSED, Outcome.FAILED)
"""The outcomes by which a body has decided."""


class BallotState(StrEnum):
    """Where a ballot stands. `asked`: the chair has asked for objections. Only an open one takes positions.
    `escalated`: it is for the body above, and has come to nothing here."""

    ASKED = "asked"
    OPEN = "open"
    WAITING = "waiting_for_casting_vote"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    ESCALATED = "escalated"


ENDED = (BallotState.CLOSED, BallotState.WITHDRAWN, BallotState.ESCALATED)
"""The states of a ballot that has ended."""


class Mode(StrEnum):
    """How a body decides: in a sitting, in writing (書面・持ち回り), one for all in an emergency, or just by a day."""

    SITTING = "sitting"
    WRITTEN = "written"
    EMERGENCY = "emergency"
    OPEN = "open"


class Purpose(StrEnum):
    """What a ballot decides: a question itself, or something about a question or decision that it names."""

    QUESTION = "question"
    AMENDMENT = "amendment"
    OVERRIDE = "override"
    RECONSIDERATION = "reconsideration"
    RATIFICATION = "ratification"
    APPEAL = "appeal"


class Via(StrEnum):
    """How a position was taken, the one that goes before all others first: by the holder, by the holder who is away and
    wrote, by an alternate who attends (代理出席), or by proxy (委任状)."""

    OWN = "own"
    WRITTEN = "written"
    ALTERNATE = "alternate"
    PROXY = "proxy"

    @property
    def of_the_principal(self) -> bool:
        return self in (Via.OWN, Via.WRITTEN)


class BallotSeat(NamedTuple):
    """A seat as it was when the ballot opened. `name` is its office; `ministry` that of the office, None at the
    centre; `weight` is in millionths of a vote."""

    name: str
    holders: tuple[str, ...]
    weight: int
    ministry: str | None = None


class Given(NamedTuple):
    """A position of a seat. `person` voted in `office`; `recorder` wrote it down for that person, None where it was
    cast in person. The ballot that takes it sets `number`, which counts its positions from 1, and `round`; `source` is
    the ballot that a block was carried over from."""

    seat: str
    position: Position
    person: str
    office: str
    via: Via
    recorder: str | None
    text: str
    at: str
    number: int = 0
    round: int = 0
    source: str | None = None

    @property
    def key(self) -> str:
        """By which a ballot keeps it: the latest of each seat and way counts; to say and to write is one way."""
        return kept_as(self.seat, self.via)


def kept_as(seat: str, via: Via) -> str:
    """The key of what is said for a seat in one way."""
    return seat if via.of_the_principal else f"{seat}:{via}"


class Matter(NamedTuple):
    """What is put to the vote. `ministry` is that of the proposal it is about; `about` names the amendment, ballot or
    decision that the purpose is about, `asks` what passing does to that decision; `papers` have the digests by number;
    `amount` is in yen."""

    question: str
    ministry: str | None = None
    amount: int | None = None
    conditions: tuple[Mapping[str, Any], ...] = ()
    papers: Mapping[str, str] = {}
    about: str | None = None
    asks: Link | None = None
    question_en: str = ""

    @property
    def title(self) -> Title:
        """The question in both languages, as far as it has words in both."""
        return Title(self.question, self.question_en or self.question)


class Ballot(NamedTuple):
    """`charter` is a digest, `rule` the content of the rule, `own_rule` one that the charter lacks; `chairs` are the
    offices that may chair, in the charter's order, `casts` the one of them whose seat only casts. `stage` is the
    state in which the proposal was put to the vote, `joint` are the other bodies that have to pass the same text.
    `present` are the seats that attended when the item was called, `remained` those at the close; both None outside
    a sitting; `suspended`: it ended while the meeting was interrupted, and decides nothing. `response` is the part
    of the seats that has to answer in writing, such as `1/2`. `asked_at` is when the chair asked for objections.
    `round` grows when papers change; `positions` has the latest of each seat and way of taking it (`mof.cio`,
    `mof.cio:proxy`), `given` how many there were; `recused` is by office, and by the person who declared it
    (`mof.cio:p1`), `proxies` has the seat that votes for a seat that is away. `overridden` is the ballot that
    lifted the blocks; `decision` the number in the register; `ended_because` says why it was withdrawn or
    escalated; `closed` has the fields that are not published, with the reasons. `jointly` is what a joint decision
    came to by the ballots `together`, None until the last of its bodies has decided, `closed_jointly` what the
    other bodies closed."""

    reference: str
    body: str
    charter: str
    mode: Mode
    purpose: Purpose
    matter: Matter
    rule: Mapping[str, Any]
    seats: tuple[BallotSeat, ...]
    chairs: tuple[str, ...]
    opened_at: str
    closes_at: str | None = None
    meeting: str | None = None
    item: int | None = None
    proposal: str | None = None
    present: tuple[str, ...] | None = None
    response: str | None = None
    reason: str = ""
    own_rule: bool = False
    casts: str | None = None
    stage: str | None = None
    joint: tuple[str, ...] = ()
    asked_at: str | None = None
    objection: Objection | None = None
    state: BallotState = BallotState.OPEN
    round: int = 1
    given: int = 0
    positions: Mapping[str, Given] = {}
    recused: Mapping[str, Recusal] = {}
    proxies: Mapping[str, str] = {}
    overridden: str | None = None
    outcome: Outcome | None = None
    closed_at: str | None = None
    remained: tuple[str, ...] | None = None
    suspended: bool = False
    casting: Casting | None = None
    ended_because: str = ""
    decision: str | None = None
    noted_in: str | None = None
    closed: Mapping[str, str] = {}
    jointly: Outcome | None = None
    closed_jointly: Mapping[str, str] = {}
    together: tuple[str, ...] = ()

    @property
    def final(self) -> Outcome | None:
        """What it comes to: of a joint decision what all of its bodies decided, None where one has still to decide."""
        return self.jointly if self.joint and self.outcome in DECIDED else self.outcome

    @property
    def about(self) -> str | None:
        """The ballot or decision that it is about."""
        return None if self.purpose is Purpose.AMENDMENT else self.matter.about

    @property
    def bodies(self) -> frozenset[str]:
        """The bodies that decide the text together."""
        return frozenset((self.body, *self.joint))

    @property
    def text_digest(self) -> str:
        """What is decided: two bodies decide the same where these are equal."""
        m, papers = self.matter, sorted(self.matter.papers.values())
        return digest_of([m.question, self.proposal, m.amount, [*m.conditions], papers])

    @property
    def turn(self) -> tuple[str, int, str]:
        """By which ballots come one after the other: of the same moment the thousandth after the one before it."""
        return (self.opened_at, len(self.reference), self.reference)

    @property
    def uncounted(self) -> bool:
        """It ended without anybody counting."""
        return self.state in (BallotState.WITHDRAWN, BallotState.ESCALATED)

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    def seat(self, name: str) -> BallotSeat | None:
        return next((seat for seat in self.seats if seat.name == name), None)

    def is_recused(self, office: str) -> bool:
        return self.recusal_of(office) is not None

    def recusal_of(self, office: str) -> Recusal | None:
        """What keeps an office out: first what stands against it as such."""
        found = (self.recused[key] for key in sorted(self.recused) if office_of(key) == office)
        return next((each for each in found if each.stands), None)

    @property
    def offices_recused(self) -> tuple[str, ...]:
        """The offices against which something stands, or stood."""
        return tuple(dict.fromkeys(filter(None, map(office_of, self.recused))))

    def conflicted(self, person: str) -> bool:
        """Whether a person is in conflict, in every office: by a declaration until it is taken back."""
        return any(each.person == person and each.withdrawn is None for each in self.recused.values())

    def position_of(self, seat: str) -> Given | None:
        """What a seat says in this round: the principal goes before whoever speaks for it."""
        if self.is_recused(seat):
            return None
        found = (self.standing(seat, via) for via in Via)
        return next((given for given in found if given and not self.conflicted(given.person)), None)

    def standing(self, seat: str, via: Via) -> Given | None:
        """What was said for a seat in one way: a block stands through every round, all else is said anew."""
        given = self.positions.get(kept_as(seat, via))
        return given if given and (given.round == self.round or given.position is Position.BLOCK) else None

    def blocks(self) -> Iterator[Given]:
        """The blocks that stand."""
        found = (self.position_of(seat.name) for seat in self.seats if not self.overridden)
        return (given for given in found if given and given.position is Position.BLOCK)

    def taking(self, *given: Given) -> Ballot:
        """The ballot with positions that it takes, each numbered after the one before."""
        numbered = [each._replace(number=number) for number, each in enumerate(given, start=self.given + 1)]
        taken = {each.key: each._replace(round=self.round) for each in numbered}
        return self._replace(given=self.given + len(given), positions={**self.positions, **taken})

    def recusing(self, offices: Iterable[str], recusal: Recusal) -> Ballot:
        """The ballot with offices in conflict."""
        return self._replace(recused={**self.recused, **{recusal.key(each): recusal for each in offices}})

    def lifting(self, keys: Iterable[str], at: str, withdrawn: str | None = None) -> Ballot:
        """The ballot with recusals ended: their offices are free; `withdrawn`, and so are the persons."""
        ended = {key: self.recused[key]._replace(ended_at=at, withdrawn=withdrawn) for key in keys}
        return self._replace(recused={**self.recused, **ended})

    def closing(self, outcome: Outcome, at: str, remained: tuple[str, ...] | None = None) -> Ballot:
        """The ballot closed with an outcome; one that is tied waits for the chair."""
        state = BallotState.WAITING if outcome is Outcome.TIE_PENDING_CHAIR else BallotState.CLOSED
        return self._replace(state=state, outcome=outcome, closed_at=at, remained=remained)

    def untied(self) -> Ballot:
        """A ballot that waited for the chair open again."""
        return self._replace(state=BallotState.OPEN, outcome=None, closed_at=None, remained=None)

    @property
    def casting_vote(self) -> Position | None:
        return self.casting and self.casting.position

    def broken(self, casting: Casting, outcome: Outcome) -> Ballot:
        """The tie broken by whoever chairs."""
        return self._replace(state=BallotState.CLOSED, casting=casting, outcome=outcome)

    def ending(self, state: BallotState, at: str, because: str) -> Ballot:
        """The ballot ended without a tally: it was withdrawn, or the body above decides."""
        outcome = Outcome.WITHDRAWN if state is BallotState.WITHDRAWN else None
        return self._replace(state=state, outcome=outcome, closed_at=at, ended_because=because)


def taken(before: Ballot | None, after: Ballot) -> list[Given]:
    """The positions that a ballot took between two of its states, in the order of their numbers."""
    known = before.given if before else 0
    return sorted((g for g in after.positions.values() if g.number > known), key=lambda given: given.number)
