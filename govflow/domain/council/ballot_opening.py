"""Opening: what is put to the vote, by whom and under which rule, as the charter and the organisation give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from govflow.domain.council.ballot import (
    Ballot,
    BallotSeat,
    BallotState,
    Given,
    Matter,
    Mode,
    Purpose,
    Recusal,
)
from govflow.domain.council.ballot_checks import most_recused, reasonless
from govflow.domain.council.ballot_emergency import ALONE
from govflow.domain.council.ballot_facts import counts_proxies
from govflow.domain.council.ballot_tally import roll_of_ballot
from govflow.domain.council.charter import Charter, Question, Ruling
from govflow.domain.council.item import ItemState, Section
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.roll import ONE
from govflow.domain.council.roll_checks import faults
from govflow.domain.council.rule import Rule, Silence, Tie
from govflow.domain.council.seats import chairs_of, seats_on
from govflow.domain.organisation import Directory
from govflow.messages import Notice, notice

AUTHOR = "author"
"""The reason of recusal of who took part in the decision that is appealed."""

_QUESTIONS: Mapping[Purpose, Question] = {
    Purpose.AMENDMENT: Question.AMENDMENT,
    Purpose.OVERRIDE: Question.OVERRIDE,
    Purpose.RECONSIDERATION: Question.RECONSIDERATION,
}
"""The purposes that may have a rule of their own."""

_ALONE = (Purpose.AMENDMENT, Purpose.OVERRIDE)
"""The purposes that are a body's own: what they lead to is decided jointly, not they."""


class Opening(NamedTuple):
    """What somebody wants to put to the vote. `asks` says whether objections are asked for first, None: as the charter
    has it. `joint` are the other bodies that have to pass the same text; `rule` is the content of one that the charter
    lacks. `closes_on` is the last day that is over at `closes_at`; `closed` are the fields of the decision that stay
    out of its public version, with the reasons. `alone` is the office that decides in an emergency, `authors` are the
    persons who took part in the decision that is appealed."""

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
    declared in ballots on the same item, by office, `bodies` those in force; `earliest` is the first day on which a
    written procedure may end."""

    at: str
    charter: Charter
    directory: Directory
    meeting: Meeting | None = None
    earlier: Ballot | None = None
    declared: Mapping[str, Recusal] = {}
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


def opened(opening: Opening, ground: Ground, *, rule: Rule | None, content: Mapping[str, Any]) -> Ballot:
    """The ballot, but for its number; without a rule as far as it goes."""
    charter = ground.charter
    written = charter.written_procedure if opening.mode is Mode.WRITTEN else None
    required = rule.requires if rule else ()
    ballot = Ballot(
        reference="",
        body=charter.name,
        charter=charter.digest,
        mode=opening.mode,
        purpose=opening.purpose,
        matter=opening.matter,
        rule=content,
        own_rule=opening.rule is not None,
        seats=_seats(opening, ground),
        chairs=chairs_of(charter, ground.directory),
        opened_at=ground.at,
        closes_at=opening.closes_at,
        meeting=opening.meeting,
        item=opening.item,
        proposal=opening.proposal,
        stage=opening.stage,
        response=str(written.response) if written else None,
        reason=opening.reason,
        closed=opening.closed,
        joint=() if opening.purpose in _ALONE else tuple(dict.fromkeys((*required, *opening.joint))),
    )
    if rule is None:
        return ballot
    free = _declared(_casting(ballot, rule, ground), ground)
    seated = _in_sitting(_without_authors(free, opening, ground), rule, ground)
    return _asked(_with_blocks(seated, rule, ground), opening, ground)


def cannot_open(opening: Opening, ballot: Ballot, ground: Ground, *, rule: Rule | None) -> Iterator[Notice]:
    """Every reason why there is no such ballot."""
    if not ballot.matter.question:
        yield notice("voting.no_question")
    if not ballot.seats:
        yield notice("voting.no_seats", body=ballot.body)
    yield from _wrong_rule(opening, ballot, ground, rule=rule)
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
        yield notice("voting.nothing_written", body=ground.charter.title)
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


def _seats(opening: Opening, ground: Ground) -> tuple[BallotSeat, ...]:
    """The voting seats: in a sitting those of the meeting, else those on the day that have an office; in an emergency
    that of who decides alone."""
    offices = ground.directory.offices
    if opening.alone is not None:
        return (BallotSeat(opening.alone, ground.directory.holders(opening.alone), ONE),)
    if ground.meeting is not None:
        return tuple(
            BallotSeat(seat.name, seat.holders, seat.weight, seat.ministry)
            for seat in ground.meeting.seats
            if seat.voting
        )
    found = (s for s in seats_on(ground.charter, ground.directory) if s.voting and s.office)
    return tuple(BallotSeat(s.name, s.holders, s.weight, offices[s.name].ministry) for s in found)


def _casting(ballot: Ballot, rule: Rule, ground: Ground) -> Ballot:
    """The seat of who chairs only casts where the rule says so, whoever chairs afterwards; and a proposal's own
    ministry is recused where the charter says so."""
    presiding = ground.meeting.chair if ground.meeting else None
    chairs = [presiding] if presiding else [c for c in ballot.chairs if ground.directory.present_holders(c)]
    casts = next((chair for chair in chairs[:1] if ballot.seat(chair)), None) if rule.casts_only else None
    own = _own_ministry(ballot, ground) if ground.charter.own_ministry_recused else ()
    return ballot._replace(casts=casts).recusing(own, Recusal("", ground.at))


def _declared(ballot: Ballot, ground: Ground) -> Ballot:
    """Who declared a conflict in the same item stays out of it, as long as the office is theirs."""
    for office, recusal in ground.declared.items():
        if recusal.person in ground.directory.holders(office):
            ballot = ballot.recusing([office], recusal)
    return ballot


def _without_authors(ballot: Ballot, opening: Opening, ground: Ground) -> Ballot:
    """The ballot without everybody who took part in what it is about."""
    for seat in ballot.seats:
        for author in sorted({*opening.authors}.intersection(seat.holders)):
            ballot = ballot.recusing([seat.name], Recusal(AUTHOR, ground.at, author))
    return ballot


def _own_ministry(ballot: Ballot, ground: Ground) -> Iterable[str]:
    if ballot.matter.ministry is None:
        return ()
    lineage = {*ground.directory.lineage(ballot.matter.ministry)}
    return [seat.name for seat in ballot.seats if seat.ministry in lineage]


def _in_sitting(ballot: Ballot, rule: Rule, ground: Ground) -> Ballot:
    """Who was there when the item was called, and who votes for whom."""
    meeting = ground.meeting
    item = meeting.item(ballot.item or 0) if meeting else None
    if meeting is None or item is None:
        return ballot
    present = tuple(seat.name for seat in ballot.seats if seat.name in item.present)
    known = (p for p in meeting.proxies.values() if not p.items or item.number in p.items)
    proxies = {proxy.seat: proxy.holder for proxy in known} if counts_proxies(rule) else {}
    return ballot._replace(present=present, proxies=proxies)


def _with_blocks(ballot: Ballot, rule: Rule, ground: Ground) -> Ballot:
    """Blocks that stand in the ballot before go on standing."""
    if ground.earlier is None or not rule.blocking or ballot.purpose is not Purpose.QUESTION:
        return ballot
    return ballot.taking(*carried(ground.earlier, ballot))


def carried(earlier: Ballot, ballot: Ballot) -> Iterator[Given]:
    """The blocks of an earlier ballot on the same, each with the ballot in which it was made."""
    for block in earlier.blocks():
        if ballot.seat(block.seat):
            yield block._replace(source=block.source or earlier.reference)


def _asked(ballot: Ballot, opening: Opening, ground: Ground) -> Ballot:
    """The question of no objection goes first where the charter has it so, unless a block stands already."""
    asks = ground.charter.objection_first if opening.asks is None else opening.asks
    if opening.mode is not Mode.SITTING or not asks or ballot.positions:
        return ballot
    return ballot._replace(state=BallotState.ASKED, asked_at=ballot.opened_at)
