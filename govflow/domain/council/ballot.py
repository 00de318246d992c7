"""A ballot as its history makes it: what was frozen when it opened, and what each seat said since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from govflow.domain.canonical import digest_of
from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome, Result, tally


class BallotState(StrEnum):
    """Where a ballot stands. `asked`: the chair has asked for objections. Only an open one takes positions."""

    ASKED = "asked"
    OPEN = "open"
    WAITING = "waiting_for_casting_vote"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Mode(StrEnum):
    """How a body decides: in a sitting, in writing (書面・持ち回り), one for all in an emergency, or as its members
    answer by a day without any of these."""

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
    """How a position was taken: by the holder, by an alternate who attends (代理出席), or by proxy (委任状)."""

    OWN = "own"
    ALTERNATE = "alternate"
    PROXY = "proxy"


class BallotSeat(NamedTuple):
    """A seat as it was when the ballot opened. `name` is its office; `ministry` that of the office, None at the
    centre; `weight` is in millionths of a vote."""

    name: str
    holders: tuple[str, ...]
    weight: int
    ministry: str | None = None


class Given(NamedTuple):
    """A position of a seat. `person` voted in `office`; `recorder` wrote it down for that person, None where it was
    cast in person. The ballot that takes it sets `number`, which counts its positions from 1, and `round`."""

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


class Matter(NamedTuple):
    """What is put to the vote. `ministry` is that of the proposal it is about; `about` names the amendment, ballot or
    decision that the purpose is about; `papers` have the digests by number; `amount` is in yen."""

    question: str
    ministry: str | None = None
    amount: int | None = None
    conditions: tuple[Mapping[str, Any], ...] = ()
    papers: Mapping[str, str] = {}
    about: str | None = None


class Ballot(NamedTuple):
    """`charter` is a digest, `rule` the content of the rule, `chairs` the offices that may chair, in their order.

    `present` are the seats that attended when the item was called, `remained` those at the close; both None outside a
    sitting. `response` is the part of the seats that has to answer in writing, such as `1/2`. `round` grows when papers
    change; `positions` has the latest of each seat, `given` how many there were; `recused` has the reasons by seat,
    `proxies` who votes for a seat that is away. `decision` is the number in the register.
    """

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
    state: BallotState = BallotState.OPEN
    round: int = 1
    given: int = 0
    positions: Mapping[str, Given] = {}
    recused: Mapping[str, str] = {}
    proxies: Mapping[str, str] = {}
    outcome: Outcome | None = None
    closed_at: str | None = None
    remained: tuple[str, ...] | None = None
    casting_vote: Position | None = None
    decision: str | None = None
    noted_in: str | None = None

    @property
    def text_digest(self) -> str:
        """What is decided: two bodies decide the same where these are equal."""
        question, _, amount, conditions, papers, _ = self.matter
        return digest_of([question, self.proposal, amount, [*conditions], papers])

    def seat(self, name: str) -> BallotSeat | None:
        return next((seat for seat in self.seats if seat.name == name), None)

    def position_of(self, seat: str) -> Given | None:
        """What a seat says in this round: a block stands through every round, all else is said anew."""
        given = self.positions.get(seat)
        stands = given and (given.round == self.round or given.position is Position.BLOCK)
        return given if stands and seat not in self.recused else None

    def blocks(self) -> Iterator[Given]:
        """The blocks that stand."""
        found = (self.position_of(seat.name) for seat in self.seats)
        return (given for given in found if given and given.position is Position.BLOCK)

    def taking(self, *given: Given) -> Ballot:
        """The ballot with positions that it takes, each numbered after the one before."""
        numbered = [each._replace(number=number) for number, each in enumerate(given, start=self.given + 1)]
        taken = {each.seat: each._replace(round=self.round) for each in numbered}
        return self._replace(given=self.given + len(given), positions={**self.positions, **taken})

    def recusing(self, seat: str, reason: str) -> Ballot:
        """The ballot without a seat, or without who chairs."""
        return self._replace(recused={**self.recused, seat: reason})

    def closing(self, outcome: Outcome, at: str) -> Ballot:
        """The ballot closed with an outcome; one that is tied waits for the chair."""
        waits = outcome is Outcome.TIE_PENDING_CHAIR
        state = BallotState.WAITING if waits else BallotState.CLOSED
        return self._replace(state=state, outcome=outcome, closed_at=at)

    def broken(self, casting_vote: Position, outcome: Outcome) -> Ballot:
        """The tie broken by the chair."""
        return self._replace(state=BallotState.CLOSED, casting_vote=casting_vote, outcome=outcome)

    def withdrawn(self, at: str) -> Ballot:
        """The ballot ended without a tally."""
        return self._replace(state=BallotState.WITHDRAWN, outcome=Outcome.WITHDRAWN, closed_at=at)


def taken(before: Ballot | None, after: Ballot) -> list[Given]:
    """The positions that a ballot took between two of its states, in the order of their numbers."""
    known = before.given if before else 0
    return sorted((g for g in after.positions.values() if g.number > known), key=lambda given: given.number)


def roll_of_ballot(ballot: Ballot, rule: Rule) -> Roll:
    """The roll as it would be tallied now. Who answers takes part, and so does a chair who only casts; in a sitting,
    who was there when the item was called."""
    chair = acting_chair(ballot)
    return Roll(tuple(_seat(ballot, seat, rule, chair) for seat in ballot.seats), chair, ballot.casting_vote)


def tally_of_ballot(ballot: Ballot, rule: Rule) -> Result:
    """What the ballot comes to if it is closed now."""
    quorum = rule.quorum and rule.quorum._replace(count_written=True)
    return tally(rule._replace(quorum=quorum), roll_of_ballot(ballot, rule))


def acting_chair(ballot: Ballot) -> str | None:
    """The first of those who may chair that is not recused."""
    return next((office for office in ballot.chairs if office not in ballot.recused), None)


def _seat(ballot: Ballot, seat: BallotSeat, rule: Rule, chair: str | None) -> Seat:
    given = ballot.position_of(seat.name)
    presides = rule.casts_only and seat.name == chair
    attends = seat.name in ballot.present if ballot.present is not None else given is not None
    return Seat(
        name=seat.name,
        position=given.position if given else Position.NONE,
        weight=seat.weight,
        present=attends or presides,
        recused=seat.name in ballot.recused,
        written=given is not None and not attends,
    )
