"""A ballot as its reader may read it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.services.access import Reading
from govflow.services.council.ballots.shown import BallotSeatLine, BallotView
from govflow.services.council.matters.openness import ballot_open, hidden, of_body


def as_read(reading: Reading, ballot: Ballot, view: BallotView) -> BallotView:
    """What is open of a ballot: to the body all of it; to others the matter as far as they read what it is about, what
    they said themselves, and once it is closed what it came to."""
    if of_body(reading, ballot.body):
        return view
    charter = reading.session.charter(reading.work, ballot.charter)
    published = charter.publication.positions and ballot.state is BallotState.CLOSED
    if not published:
        seats = tuple(_own_only(reading, ballot, seat) for seat in view.seats)
        view = replace(view, seats=seats, casting=None, objection=None)
    if not ballot.ended:
        view = replace(view, tally=None)
    return view if reading.whole(ballot.proposal) else _without_matter(reading, ballot, view)


def _without_matter(reading: Reading, ballot: Ballot, view: BallotView) -> BallotView:
    """Without what only those read who read the whole proposal, and its title and amount where these are not open."""
    view = replace(view, conditions=(), papers={}, reason="", closed={}, ended_because="")
    if ballot_open(reading, ballot):
        return view
    return replace(view, question=hidden(), amount=None)


def _own_only(reading: Reading, ballot: Ballot, line: BallotSeatLine) -> BallotSeatLine:
    """A seat without its position, but for whoever took it."""
    given = ballot.position_of(line.seat)
    if given and reading.reader.person in (given.person, given.recorder):
        return line
    unsaid = dict.fromkeys(("position", "voter", "recorder", "via", "at", "block_days", "source"))
    unrecused = dict.fromkeys(("recused_for", "recused_by", "recused_in"))
    untold: dict[str, Any] = {**unsaid, **unrecused, "text": "", "earlier": ()}
    return replace(line, **untold)
