"""What bodies came to on a proposal: their evaluations and decisions, each with its ballot and number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, BallotState, Purpose
from govflow.services.clock import local_day, moment_stamped
from govflow.services.names import Pair, pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class BodyOutcome:
    """What a body came to: `outcome` of which `ballot` on which day, and the number of its `decision` where the body is
    one that decides."""

    body: str
    title: Pair
    ballot: str
    outcome: str
    day: str
    decision: str | None


def came_to(
    session: Session, work: UnitOfWork, proposal: str | None, *, but: str = "", until: str | None = None
) -> tuple[BodyOutcome, ...]:
    """What every body `but` one came to on a proposal `until` a moment, the first one first."""
    found = (kept.value for kept in work.ballots.found(proposal=proposal)) if proposal else ()
    closed = (each for each in found if each.state is BallotState.CLOSED and each.purpose is Purpose.QUESTION)
    known = (
        each for each in closed if each.body != but and (until is None or (each.closed_at or "") <= until)
    )
    return tuple(_outcome(session, work, each) for each in sorted(known, key=lambda each: each.turn))


def _outcome(session: Session, work: UnitOfWork, ballot: Ballot) -> BodyOutcome:
    outcome = ballot.final or ballot.outcome
    closed = moment_stamped(ballot.closed_at or ballot.opened_at)
    return BodyOutcome(
        body=ballot.body,
        title=pair(session.charter(work, ballot.charter).title),
        ballot=ballot.reference,
        outcome=outcome.value if outcome else "",
        day=local_day(closed, session.store.info.timezone).isoformat(),
        decision=ballot.decision,
    )
