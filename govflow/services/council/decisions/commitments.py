"""The commitment register: every position that was ever taken, by whom, how, and what replaced it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.organisation import Directory
from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.council.matters.openness import ballot_title, of_body
from govflow.services.names import Pair, named, pair, titled
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import PositionRow, UnitOfWork


@dataclass(frozen=True, slots=True)
class Commitment:
    """A position of a seat. `number` counts those of the ballot; `replaced_by` is the number of the one that the seat
    took after it, None for what it says in the end. `via` is `own`, `alternate` or `proxy`; `recorder` wrote it down,
    None where it was given in person. `outcome` and `decision` are the ballot's, as far as it has them."""

    ballot: str
    number: int
    round: int
    body: str
    question: Pair
    proposal: str | None
    seat: str
    title: Pair | None
    ministry: str | None
    weight: str
    position: str
    text: str
    person: str
    person_name: Pair | None
    office: str
    via: str
    recorder: str | None
    recorder_name: Pair | None
    at: str
    replaced_by: int | None
    outcome: str | None
    decision: str | None


def list_commitments(
    session: Session, *, ministry: str | None = None, proposal: str | None = None, body: str | None = None
) -> list[Commitment]:
    """Every position by ballot and number that is open to the caller: to the body of the ballot and to whoever took
    it, and once the body publishes positions to all; narrowed to what is given. NotFound for a ministry or proposal
    that the store does not know."""
    with session.reading() as work:
        directory = session.directory(work)
        _check(work, directory, ministry=ministry, proposal=proposal)
        rows = work.positions.find(ministry=ministry, proposal=proposal, body=body)
        ballots: dict[str, Ballot | None] = {}
        for name in dict.fromkeys(row.ballot for row in rows):
            kept = work.ballots.get(name)
            ballots[name] = kept.value if kept else None
        reading, later = Reading(session, work), _later(rows)
        told = [
            _commitment(row, ballots[row.ballot], directory, later=later[row])
            for row in rows
            if _open(reading, row, ballots[row.ballot])
        ]
        questions = {name: ballot_title(reading, each) for name, each in ballots.items() if each}
    return [replace(each, question=questions.get(each.ballot, {})) for each in told]


def _open(reading: Reading, row: PositionRow, ballot: Ballot | None) -> bool:
    if of_body(reading, row.body) or reading.reader.person in (row.person, row.recorder):
        return True
    if ballot is None or ballot.state is not BallotState.CLOSED:
        return False
    return reading.session.charter(reading.work, ballot.charter).publication.positions


def _check(work: UnitOfWork, directory: Directory, *, ministry: str | None, proposal: str | None) -> None:
    """A position may be of a ministry that the organisation no longer has: only what nobody knows is refused."""
    if ministry and ministry not in directory.ministries and not work.positions.find(ministry=ministry):
        hint = did_you_mean(ministry, directory.ministries)
        raise NotFound(notice("register.unknown_ministry", ministry=ministry, hint=hint))
    if proposal and work.proposals.get(proposal) is None:
        raise NotFound(notice("acts.unknown_reference", reference=proposal))


def _later(rows: list[PositionRow]) -> dict[PositionRow, int | None]:
    """The number of the position that its seat took next, by position."""
    found: dict[PositionRow, int | None] = {}
    next_of: dict[tuple[str, str], int] = {}
    for row in reversed(rows):
        found[row] = next_of.get((row.ballot, row.seat))
        next_of[row.ballot, row.seat] = row.number
    return found


def _commitment(
    row: PositionRow, ballot: Ballot | None, directory: Directory, *, later: int | None
) -> Commitment:
    return Commitment(
        ballot=row.ballot,
        number=row.number,
        round=row.round,
        body=row.body,
        question=pair(ballot.matter.title) if ballot else {},
        proposal=row.proposal,
        seat=row.seat,
        title=titled(directory, row.seat),
        ministry=row.ministry,
        weight=row.weight,
        position=row.position,
        text=row.text,
        person=row.person,
        person_name=named(directory, row.person),
        office=row.office,
        via=row.via,
        recorder=row.recorder,
        recorder_name=named(directory, row.recorder),
        at=row.at,
        replaced_by=later,
        outcome=ballot.outcome.value if ballot and ballot.outcome else None,
        decision=ballot.decision if ballot else None,
    )
