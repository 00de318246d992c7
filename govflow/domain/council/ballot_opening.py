"""Opening: what somebody wants to put to the vote, what it stands on, and every reason against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from govflow.domain.council.ballot import (
    Ballot,
    Matter,
    Mode,
    Purpose,
)
from govflow.domain.council.ballot_checks import most_recused, reasonless
from govflow.domain.council.ballot_emergency import ALONE
from govflow.domain.council.ballot_tally import roll_of_ballot
from govflow.domain.council.charter import Charter, Question, Ruling
from govflow.domain.council.item import ItemState, Section
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.recusal import Recusal
from govflow.domain.council.roll_checks import faults
from govflow.domain.council.rule import Rule, Silence, Tie
from govflow.domain.organisation import Directory
from govflow.messages import Notice, notice

_QUESTIONS: Mapping[Purpose, Question] = {
    Purpose.AMENDMENT: Question.AMENDMENT,
    Purpose.OVERRIDE: Question.OVERRIDE,
    Purpose.RECONSIDERATION: Question.RECONSIDERATION,
}
"""The purposes that may have a rule of their own."""


_INSTEAD: Mapping[Purpose, str] = {
    Purpose.QUESTION: "paper.in_writing",
    Purpose.OVERRIDE: "paper.in_a_meeting",
    Purpose.RECONSIDERATION: "paper.reconsidered_in_a_meeting",
}
"""How a body with a written procedure decides what it would have put by a day."""


class Opening(NamedTuple):
    """What somebody wants to put to the vote. `asks` says whether objections are asked for first, None: as the charter
    has it. `joint` are the other bodies that have to pass the same text; `rule` is the content of one that the charter
    lacks. `closes_on` is the last day that is over at `closes_at`; `closed` are the fields that stay out of what is
    published, with the reasons. `alone` is the office that decides in an emergency, `authors` are the persons who took
    part in the decision that is appealed."""

    body: str
    mode: Mode
    purpose: Purpose
    matter: Matter
    closes_at: str | None = None
    closes_on: str | None = None
    reason: str = ""
    meeting: str | None = None
    item: int | None = None
    proposal: str | None = None
    stage: str | None = None
    asks: bool | None = None
    joint: tuple[str, ...] = ()
    rule: Mapping[str, Any] | None = None
    closed: Mapping[str, str] = {}
    alone: str | None = None
    authors: tuple[str, ...] = ()


class Ground(NamedTuple):
    """What an opening stands on. `earlier` is the ballot whose blocks are carried over, `declared` are the conflicts
    that persons declared in ballots on the same matter, `closed` is what was closed of it; `bodies` are those in force;
    `earliest` is the first day on which a written procedure may end."""

    at: str
    charter: Charter
    directory: Directory
    meeting: Meeting | None = None
    earlier: Ballot | None = None
    declared: tuple[Recusal, ...] = ()
    closed: Mapping[str, str] = {}
    bodies: tuple[str, ...] = ()
    earliest: str | None = None


def ruling_for(charter: Charter, opening: Opening) -> Ruling | None:
    """The charter's rule for it, None where there is none."""
    if opening.mode is Mode.EMERGENCY:
        return Ruling(None, ALONE) if charter.emergency else None
    if opening.mode is Mode.WRITTEN:
        return charter.written_rule()
    if opening.purpose is Purpose.OVERRIDE:
        return charter.other_rules.override
    return charter.rule_for(_QUESTIONS.get(opening.purpose))


def cannot_open(opening: Opening, ballot: Ballot, ground: Ground, *, rule: Rule | None) -> Iterator[Notice]:
    """Every reason why there is no such ballot."""
    if not ballot.matter.question:
        yield notice("voting.no_question")
    if not ballot.seats:
        yield notice("voting.no_seats", body=ballot.body)
    yield from _wrong_rule(opening, ballot, ground, rule=rule)
    yield from _by_a_day(opening, ground.charter)
    yield from _wrong_time(opening, ground)
    yield from _joint(opening, ballot, ground)
    if rule is not None and ballot.seats:
        roll = roll_of_ballot(ballot, rule)
        if opening.mode is not Mode.SITTING:  # there it goes up to the body above, with a reason
            yield from most_recused(roll)
            yield from (fault.said for fault in faults(roll, rule))
    if opening.mode is Mode.SITTING:
        yield from _not_called(opening, ground.meeting, decides=ground.charter.decides)


def _wrong_rule(opening: Opening, ballot: Ballot, ground: Ground, *, rule: Rule | None) -> Iterator[Notice]:
    """The charter's rule is the rule; one of its own a ballot has only where the charter has none."""
    ruling = ruling_for(ground.charter, opening)
    if opening.mode is Mode.WRITTEN and ground.charter.written_procedure is None:
        yield notice("paper.nothing_written", body=ground.charter.title)
    elif opening.mode is Mode.EMERGENCY and ruling is None:
        yield notice("register.no_emergency", body=ground.charter.title)
    elif opening.purpose is Purpose.OVERRIDE and ruling is None:
        yield notice("voting.no_override", body=ground.charter.title)
    elif ruling is None and opening.rule is None:
        yield notice("voting.no_rule", body=ballot.body)
    if ruling is not None and opening.rule is not None:
        yield notice("voting.rule_given", body=ground.charter.title)
    if rule is None:
        return
    if rule.silence is not Silence.NONE and opening.mode is not Mode.WRITTEN:
        yield notice("voting.silence_in_writing")
    if rule.tie is Tie.CHAIR and not any(map(ground.directory.present_holders, ballot.chairs)):
        yield notice("voting.nobody_chairs", chairs=[*ballot.chairs] or notice("answer.none"))


def _by_a_day(opening: Opening, charter: Charter) -> Iterator[Notice]:
    """Who has a written procedure is bound by it outside a sitting; an appeal has a time of its own."""
    written, instead = charter.written_procedure, _INSTEAD.get(opening.purpose)
    if opening.mode is Mode.OPEN and written and written.exclusive and instead:
        yield notice(instead, body=charter.title)


def _wrong_time(opening: Opening, ground: Ground) -> Iterator[Notice]:
    closes = opening.closes_at
    if closes is not None and closes <= ground.at:
        yield notice("voting.closes_in_past", closes_at=closes)
    if opening.mode is not Mode.WRITTEN:
        return
    yield from reasonless(opening.reason)
    if closes is None:
        yield notice("voting.no_deadline")
    elif ground.earliest and (opening.closes_on or "") < ground.earliest:
        yield notice("voting.closes_too_soon", closes_at=closes, earliest=ground.earliest)


def _joint(opening: Opening, ballot: Ballot, ground: Ground) -> Iterator[Notice]:
    for body in ballot.joint:
        if body == ballot.body or body not in ground.bodies:
            yield notice("voting.no_such_body", body=body)


def _not_called(opening: Opening, meeting: Meeting | None, *, decides: bool) -> Iterator[Notice]:
    """In a sitting the meeting is in session and has called the item, of a body that decides to be decided."""
    if meeting is None or meeting.state is not MeetingState.OPEN:
        state = notice(f"meeting.state_{meeting.state}") if meeting else notice("answer.none")
        yield notice("voting.not_in_session", state=state)
    item = meeting.item(opening.item or 0) if meeting else None
    if item is None or item.state is not ItemState.CALLED:
        yield notice("voting.item_not_called", item=opening.item, meeting=opening.meeting)
    elif decides and item.section is not Section.DECIDE:
        yield notice("voting.not_to_decide", item=item.number)
