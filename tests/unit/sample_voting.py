"""A ballot of three seats and what is known when somebody acts on it, for the tests of what is pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from govflow.domain.council.ballot import Ballot, BallotSeat, Given, Matter, Mode, Purpose, Via
from govflow.domain.council.ballot_acts import BallotAct
from govflow.domain.council.ballot_facts import Facts, Sitter, Sitting
from govflow.domain.council.position import Position
from govflow.domain.council.recusal import Recusal
from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import Base, ChairVote, QuorumRule, Rule, Tie
from govflow.domain.council.tally import Outcome
from govflow.messages import Notice

RULE = Rule(Base.YES_NO, Fraction(1, 2), tie=Tie.CHAIR, chair_vote=ChairVote.BOTH)
BLOCKING = RULE._replace(blocking=True)
WITH_PROXIES = RULE._replace(quorum=QuorumRule(Fraction(1, 2), inclusive=True, count_proxy=True))
WITH_PAPER = RULE._replace(quorum=QuorumRule(Fraction(1, 2), inclusive=True, count_written=True))
BEFORE, AT, CLOSES = "2025-04-10T01:00", "2025-04-10T02:00", "2025-04-10T03:00"
SEATS = ("a", "b", "c")
CHAIRS = ("chair", "deputy")


def holder(office: str) -> str:
    return f"{office}_person"


HELD = {office: (holder(office),) for office in (*SEATS, *CHAIRS, "secretariat", "a_alternate")}

BALLOT = Ballot(
    reference="X-2025-B001",
    body="x",
    charter="d",
    mode=Mode.OPEN,
    purpose=Purpose.QUESTION,
    matter=Matter("q"),
    rule={},
    seats=tuple(BallotSeat(name, HELD[name], ONE) for name in SEATS),
    chairs=CHAIRS,
    opened_at=BEFORE,
    closes_at=CLOSES,
)
SAT = BALLOT._replace(mode=Mode.SITTING, closes_at=None, meeting="X-2025-M001", item=1, present=SEATS)
"""The same in a sitting."""


def there(*seats: str, by: Mapping[str, str] | None = None, **more: Any) -> Sitting:
    """A sitting with these seats taken, by their holders or by the office that `by` names."""
    offices = {seat: (by or {}).get(seat, seat) for seat in seats}
    sitters = {seat: Sitter(holder(office), office) for seat, office in offices.items()}
    return Sitting(**{"state": "open", "version": 1, "there": sitters, "presiding": "chair", **more})


def knows(person: str = "a_person", office: str = "a", **more: Any) -> Facts:
    """What is known when a person acts in an office."""
    present = {chair: HELD[chair] for chair in CHAIRS}
    return Facts(
        **{"at": AT, "person": person, "office": office, "role": "r", "holders": HELD, "present": present}
        | more
    )


def voted(ballot: Ballot, seat: str, position: str = "yes", **more: Any) -> Ballot:
    """A ballot in which a seat has said something."""
    given = Given(seat, Position(position), holder(seat), seat, Via.OWN, None, "", AT)
    return ballot.taking(given._replace(**more))


def recused(ballot: Ballot, *seats: str) -> Ballot:
    """A ballot that the holders of these seats have left."""
    for seat in seats:
        ballot = ballot.recusing([seat], Recusal("r", AT, holder(seat)))
    return ballot


def against(act: BallotAct, ballot: Ballot, facts: Facts | None = None, rule: Rule = RULE) -> list[str]:
    """The reasons against an act, by code."""
    return codes(act.reasons(ballot, rule, facts or knows()))


def codes(notices: Iterable[Notice]) -> list[str]:
    return [said.code.removeprefix("voting.").removeprefix("ballot.") for said in notices]


def tied(ballot: Ballot = BALLOT) -> Ballot:
    ballot = voted(voted(ballot, "a"), "b", "no")
    return ballot.closing(Outcome.TIE_PENDING_CHAIR, CLOSES)
