"""Ballots as people read them: the question, what each seat said, and what it comes to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot, BallotSeat, BallotState, Given
from govflow.domain.council.ballot_closing import CastingVote
from govflow.domain.council.ballot_facts import Facts, acting_chair
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.redaction import all_closed
from govflow.domain.council.rule import Rule
from govflow.domain.organisation import Directory
from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.clock import local_day, moment_stamped
from govflow.services.council.acting.facts import sitting_of, with_directory
from govflow.services.council.ballots.as_read import as_read
from govflow.services.council.ballots.shown import BallotLine, BallotSeatLine, BallotView, CastingShown
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.charters.rules import in_words, rule_in
from govflow.services.council.charters.tallying import BallotTally, told
from govflow.services.council.matters.joint_view import joint_bodies
from govflow.services.council.matters.openness import ballot_title
from govflow.services.names import named, pair, titled
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import PositionRow, UnitOfWork


def show_ballot(session: Session, ballot: str) -> BallotView:
    """A ballot as it stands. NotFound with what was probably meant."""
    with session.reading() as work:
        kept = work.ballots.get(ballot)
        if kept is None:
            hint = did_you_mean(ballot, work.ballots.references())
            raise NotFound(notice("voting.unknown", reference=ballot, hint=hint))
        view = _view(session, work, kept.value, kept.version)
        return as_read(Reading(session, work), kept.value, view)


def list_ballots(session: Session, *, body: str | None = None) -> list[BallotLine]:
    """The ballots of the store, or of one body, one after the other. NotFound for an unknown body."""
    with session.reading() as work:
        if body is not None:
            charter_in_force(session, work, body)
        kept = work.ballots.found(body=body) if body else work.ballots.every()
        found = sorted((each.value for each in kept), key=lambda each: each.turn)
        reading = Reading(session, work)
        questions = {each.reference: ballot_title(reading, each) for each in found}
    return [
        BallotLine(
            ballot=each.reference,
            body=each.body,
            purpose=each.purpose.value,
            question=questions[each.reference],
            state=each.state.value,
            outcome=each.outcome and each.outcome.value,
            opened_at=each.opened_at,
            closes_at=each.closes_at,
            proposal=each.proposal,
            meeting=each.meeting,
            decision=each.decision,
        )
        for each in found
    ]


def _view(session: Session, work: UnitOfWork, ballot: Ballot, version: int) -> BallotView:
    rule = rule_in(ballot.rule)
    directory, matter = session.directory(work), ballot.matter
    rows, zone = work.positions.of(ballot.reference), session.store.info.timezone
    return BallotView(
        ballot=ballot.reference,
        body=ballot.body,
        body_title=pair(session.charter(work, ballot.charter).title),
        mode=ballot.mode.value,
        purpose=ballot.purpose.value,
        question=pair(matter.title),
        amount=matter.amount,
        conditions=matter.conditions,
        papers=matter.papers,
        proposal=ballot.proposal,
        meeting=ballot.meeting,
        item=ballot.item,
        state=ballot.state.value,
        outcome=ballot.outcome and ballot.outcome.value,
        decision=ballot.decision,
        opened_at=ballot.opened_at,
        closes_at=ballot.closes_at,
        closed_at=ballot.closed_at,
        reason=ballot.reason,
        closed=all_closed(ballot),
        round=ballot.round,
        version=version,
        rule=in_words(rule),
        own_rule=ballot.own_rule,
        joint=joint_bodies(session, work, ballot),
        jointly=ballot.jointly and ballot.jointly.value,
        asked_at=ballot.asked_at,
        casting=_casting(ballot, directory),
        ended_because=ballot.ended_because,
        objection=ballot.objection.seat if ballot.objection else None,
        overridden=ballot.overridden,
        seats=tuple(_line(ballot, seat, directory, rows=rows, zone=zone) for seat in ballot.seats),
        tally=_tally(ballot, rule),
        **_chairing(session, work, ballot, directory=directory),
    )


def _chairing(session: Session, work: UnitOfWork, ballot: Ballot, *, directory: Directory) -> dict[str, Any]:
    """Who may chair, in order, and who casts now."""
    chair = _chair(session, work, ballot, directory)
    return {
        "chairs": ballot.chairs,
        "chair_titles": tuple(titled(directory, each) or {} for each in ballot.chairs),
        "chair": chair,
        "chair_title": titled(directory, chair),
    }


def _casting(ballot: Ballot, directory: Directory) -> CastingShown | None:
    """How the chair broke a tie."""
    cast = ballot.casting
    return cast and CastingShown(
        position=cast.position.value,
        office=titled(directory, cast.office),
        person=named(directory, cast.person),
        recorder=named(directory, cast.recorder),
        reason=cast.reason,
    )


def _tally(ballot: Ballot, rule: Rule) -> BallotTally | None:
    running = ballot.state in (BallotState.OPEN, BallotState.ASKED)
    return None if ballot.uncounted else told(tally_of_ballot(ballot, rule), closed=not running)


def _chair(session: Session, work: UnitOfWork, ballot: Ballot, directory: Directory) -> str | None:
    """Who would cast today, or in the sitting as it is recorded."""
    kept = work.meetings.get(ballot.meeting) if ballot.meeting and not ballot.ended else None
    meeting = kept and kept.value
    if meeting and meeting.on_paper:
        directory = session.directory_on(work, date.fromisoformat(meeting.day))
    facts = Facts("", "", "", "", sitting=sitting_of(meeting, ballot, version=0))
    return acting_chair(ballot, with_directory(facts, ballot, CastingVote("", ""), directory))


def _line(
    ballot: Ballot, seat: BallotSeat, directory: Directory, *, rows: list[PositionRow], zone: str
) -> BallotSeatLine:
    given = ballot.position_of(seat.name)
    recused = ballot.recusal_of(seat.name)
    blocks = given in [*ballot.blocks()]
    return BallotSeatLine(
        seat=seat.name,
        title=titled(directory, seat.name),
        position=given and given.position.value,
        text=given.text if given else "",
        voter=named(directory, given.person) if given else None,
        recorder=named(directory, given.recorder) if given else None,
        via=given and given.via.value,
        at=given and given.at,
        earlier=tuple(row.position for row in rows if row.seat == seat.name and _before(row, given)),
        block_days=_days(given, directory.day, zone) if given and blocks else None,
        source=given and given.source,
        recused_for=recused and recused.reason,
        recused_by=named(directory, recused.recorder) if recused else None,
        recused_in=recused and recused.source,
    )


def _before(row: PositionRow, given: Given | None) -> bool:
    return given is None or row.number != given.number


def _days(given: Given, today: date, zone: str) -> int:
    """How old a block is."""
    return (today - local_day(moment_stamped(given.at), zone)).days
