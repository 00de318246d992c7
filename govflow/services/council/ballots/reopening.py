"""Reopening a ballot on other papers: what was said on the old ones is not carried over."""

from __future__ import annotations

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.ballot_proceeding import Reopen
from govflow.domain.council.meeting import Meeting
from govflow.services.council.acting.desk import Desk
from govflow.services.council.ballots.doing import Doing

_ASKING = (BallotState.ASKED, BallotState.OPEN, BallotState.WAITING)


def reopen(desk: Desk, meeting: Meeting, ballot: str) -> Ballot | None:
    """A ballot in its next round, on the papers that its item has now; None where it has ended."""
    before = desk.ballot(ballot)
    if before.state not in _ASKING:
        return None
    doing = Doing(desk, before, Reopen(), meeting=meeting)
    return doing.record(doing.after())
