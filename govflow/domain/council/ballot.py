"""A ballot as its history makes it: frozen when it opens, then one event after the other. Plain data throughout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome, Result, tally


class BallotState(StrEnum):
    """Where a ballot stands. Only an open one takes positions."""

    OPEN = "open"
    WAITING = "waiting_for_casting_vote"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class BallotSeat(NamedTuple):
    """A seat as it was when the ballot opened. `name` is its office; `weight` is in millionths of a vote."""

    name: str
    holders: tuple[str, ...]
    weight: int


class Given(NamedTuple):
    """A position of a seat. `person` voted; `recorder` wrote it down for that person, None where it was cast in
    person. `number` counts the ballot's positions from 1."""

    seat: str
    position: Position
    person: str
    recorder: str | None
    text: str
    at: str
    number: int


class Ballot(NamedTuple):
    """`charter` is a digest, `rule` the content of the rule, `chairs` the offices that may chair, in their order.
    `positions` has the latest of each seat, `given` how many there were; `recused` has the reasons by seat."""

    reference: str
    body: str
    charter: str
    question: str
    rule: Mapping[str, Any]
    seats: tuple[BallotSeat, ...]
    chairs: tuple[str, ...]
    opened_at: str
    closes_at: str | None
    state: BallotState = BallotState.OPEN
    outcome: Outcome | None = None
    closed_at: str | None = None
    casting_vote: Position | None = None
    given: int = 0
    positions: Mapping[str, Given] = {}
    recused: Mapping[str, str] = {}

    def seat(self, name: str) -> BallotSeat | None:
        return next((seat for seat in self.seats if seat.name == name), None)


class Event(NamedTuple):
    """What happened to a ballot: the act, and what of the ballot is so from then on, as plain data."""

    trigger: str
    said: Mapping[str, Any]


def apply(ballot: Ballot | None, event: Event) -> Ballot:
    """The ballot after an event. LookupError or ValueError for what is no event of a ballot."""
    if ballot is None:
        if event.trigger != "opened":
            raise LookupError(event.trigger)
        return ballot_of(event.said)
    return _APPLY[event.trigger](ballot, event.said)


def plain(ballot: Ballot) -> dict[str, Any]:
    """The ballot as JSON has it."""
    return {
        **ballot._asdict(),
        "seats": [seat._asdict() for seat in ballot.seats],
        "positions": {name: given._asdict() for name, given in ballot.positions.items()},
    }


def ballot_of(content: Mapping[str, Any]) -> Ballot:
    """The ballot again; LookupError, TypeError or ValueError where it is none."""
    outcome, vote = content["outcome"], content["casting_vote"]
    seats = ({**seat, "holders": tuple(seat["holders"])} for seat in content["seats"])
    return Ballot(
        **{
            **content,
            "seats": tuple(BallotSeat(**seat) for seat in seats),
            "chairs": tuple(content["chairs"]),
            "state": BallotState(content["state"]),
            "outcome": None if outcome is None else Outcome(outcome),
            "casting_vote": None if vote is None else Position(vote),
            "positions": {name: given_of(given) for name, given in content["positions"].items()},
        }
    )


def given_of(content: Mapping[str, Any]) -> Given:
    return Given(**{**content, "position": Position(content["position"])})


def roll_of_ballot(ballot: Ballot, rule: Rule) -> Roll:
    """The roll as it would be tallied now. There is no list of those present: whoever answers takes part, and so does
    a chair who only casts."""
    chair = acting_chair(ballot)
    return Roll(tuple(_seat(ballot, seat, rule, chair) for seat in ballot.seats), chair, ballot.casting_vote)


def tally_of_ballot(ballot: Ballot, rule: Rule) -> Result:
    """What the ballot comes to if it is closed now. However a seat answers, by answering it takes part: also the
    answers that are still out would count for the quorum."""
    quorum = rule.quorum and rule.quorum._replace(count_written=True)
    return tally(rule._replace(quorum=quorum), roll_of_ballot(ballot, rule))


def acting_chair(ballot: Ballot) -> str | None:
    """The first of those who may chair that is not recused."""
    return next((office for office in ballot.chairs if office not in ballot.recused), None)


def _seat(ballot: Ballot, seat: BallotSeat, rule: Rule, chair: str | None) -> Seat:
    recused = seat.name in ballot.recused
    given = None if recused else ballot.positions.get(seat.name)
    presides = rule.casts_only and seat.name == chair
    return Seat(
        name=seat.name,
        position=given.position if given else Position.NONE,
        weight=seat.weight,
        present=given is not None or presides,
        recused=recused,
    )


def _cast(ballot: Ballot, said: Mapping[str, Any]) -> Ballot:
    given = given_of(said)
    return ballot._replace(given=given.number, positions={**ballot.positions, given.seat: given})


def _recused(ballot: Ballot, said: Mapping[str, Any]) -> Ballot:
    return ballot._replace(recused={**ballot.recused, said["seat"]: said["reason"]})


def _closed(ballot: Ballot, said: Mapping[str, Any]) -> Ballot:
    outcome = Outcome(said["outcome"])
    waits = outcome is Outcome.TIE_PENDING_CHAIR
    state = BallotState.WAITING if waits else BallotState.CLOSED
    return ballot._replace(state=state, outcome=outcome, closed_at=said["at"])


def _casting_vote(ballot: Ballot, said: Mapping[str, Any]) -> Ballot:
    return ballot._replace(
        state=BallotState.CLOSED,
        outcome=Outcome(said["outcome"]),
        casting_vote=Position(said["position"]),
    )


def _withdrawn(ballot: Ballot, said: Mapping[str, Any]) -> Ballot:
    return ballot._replace(state=BallotState.WITHDRAWN, outcome=Outcome.WITHDRAWN, closed_at=said["at"])


_APPLY: Mapping[str, Callable[[Ballot, Mapping[str, Any]], Ballot]] = {
    "cast": _cast,
    "recused": _recused,
    "closed": _closed,
    "casting_vote": _casting_vote,
    "withdrawn": _withdrawn,
}
