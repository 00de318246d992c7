"""Ballots as people read them: the question, what each seat said, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass

from govflow.domain.council.ballot import Ballot, BallotSeat, BallotState, tally_of_ballot
from govflow.domain.council.explained import explained
from govflow.domain.organisation import Directory
from govflow.errors import NotFound
from govflow.messages import LANGUAGES, did_you_mean, notice, say
from govflow.services.council.balloting import rule_in
from govflow.services.council.ballots import BallotTally, told
from govflow.services.names import Pair, named, titled
from govflow.services.session import Session

_BETWEEN = {"ja": "", "en": " "}


@dataclass(frozen=True, slots=True)
class BallotSeatLine:
    """A seat of a ballot. `position` is None where there is none; `voter` took it and `recorder` wrote it down, None
    where it was cast in person; `recused` is the reason of a recusal."""

    seat: str
    title: Pair | None
    position: str | None
    text: str
    voter: Pair | None
    recorder: Pair | None
    recused: str | None


@dataclass(frozen=True, slots=True)
class BallotLine:
    """A ballot of a list. Moments are UTC."""

    ballot: str
    body: str
    question: str
    state: str
    outcome: str | None
    opened_at: str
    closes_at: str | None


@dataclass(frozen=True, slots=True)
class BallotView:
    """A ballot with its seats. `tally` is what it comes to, or would if it were closed now; None for one that was
    withdrawn. `version` counts its acts."""

    ballot: str
    body: str
    question: str
    state: str
    outcome: str | None
    opened_at: str
    closes_at: str | None
    closed_at: str | None
    version: int
    rule: Pair
    seats: tuple[BallotSeatLine, ...]
    tally: BallotTally | None


def show_ballot(session: Session, ballot: str) -> BallotView:
    """A ballot as it stands. NotFound with what was probably meant."""
    with session.reading() as work:
        kept = work.ballots.get(ballot)
        if kept is None:
            hint = did_you_mean(ballot, work.ballots.references())
            raise NotFound(notice("voting.unknown", reference=ballot, hint=hint))
        return _view(kept.value, kept.version, session.directory(work))


def list_ballots(session: Session, *, body: str | None = None) -> list[BallotLine]:
    """The ballots of the store, or of one body, in the order of their numbers."""
    with session.reading() as work:
        found = [kept.value for kept in work.ballots.every() if body in (None, kept.value.body)]
    return [
        BallotLine(
            ballot=each.reference,
            body=each.body,
            question=each.matter.question,
            state=each.state.value,
            outcome=each.outcome and each.outcome.value,
            opened_at=each.opened_at,
            closes_at=each.closes_at,
        )
        for each in found
    ]


def _view(ballot: Ballot, version: int, directory: Directory) -> BallotView:
    rule = rule_in(ballot.rule)
    sentences = explained(rule)
    withdrawn = ballot.state is BallotState.WITHDRAWN
    return BallotView(
        ballot=ballot.reference,
        body=ballot.body,
        question=ballot.matter.question,
        state=ballot.state.value,
        outcome=ballot.outcome and ballot.outcome.value,
        opened_at=ballot.opened_at,
        closes_at=ballot.closes_at,
        closed_at=ballot.closed_at,
        version=version,
        rule={lang: _BETWEEN[lang].join(say(each, lang) for each in sentences) for lang in LANGUAGES},
        seats=tuple(_line(ballot, seat, directory) for seat in ballot.seats),
        tally=None
        if withdrawn
        else told(tally_of_ballot(ballot, rule), closed=ballot.state is not BallotState.OPEN),
    )


def _line(ballot: Ballot, seat: BallotSeat, directory: Directory) -> BallotSeatLine:
    given = ballot.position_of(seat.name)
    return BallotSeatLine(
        seat=seat.name,
        title=titled(directory, seat.name),
        position=given and given.position.value,
        text=given.text if given else "",
        voter=named(directory, given.person) if given else None,
        recorder=named(directory, given.recorder) if given else None,
        recused=ballot.recused.get(seat.name),
    )
