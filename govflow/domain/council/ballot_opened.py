"""What an opening makes: the ballot, with who votes and who is out of it, as charter, organisation and sitting say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from govflow.domain.council.ballot import (
    Ballot,
    BallotSeat,
    BallotState,
    Given,
    Mode,
    Purpose,
)
from govflow.domain.council.ballot_facts import counts_proxies
from govflow.domain.council.ballot_opening import Ground, Opening
from govflow.domain.council.recusal import AUTHOR, Recusal
from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import Rule
from govflow.domain.council.seats import chairs_of, seats_on

_ALONE = (Purpose.AMENDMENT, Purpose.OVERRIDE)
"""The purposes that are a body's own: what they lead to is decided jointly, not they."""


def opened(opening: Opening, ground: Ground, *, rule: Rule | None, content: Mapping[str, Any]) -> Ballot:
    """The ballot, but for its number; without a rule as far as it goes."""
    charter = ground.charter
    written = charter.written_procedure if opening.mode is Mode.WRITTEN else None
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
        closed=_closed(opening, ground),
        joint=together(opening, rule),
    )
    if rule is None:
        return ballot
    free = _declared(_casting(ballot, rule, ground), ground)
    seated = _in_sitting(_without_authors(free, opening, ground), rule, ground)
    return _asked(_with_blocks(seated, rule, ground), opening, ground)


def together(opening: Opening, rule: Rule | None) -> tuple[str, ...]:
    """The other bodies that have to pass the same text: those that the rule requires, and those that were named."""
    required = rule.requires if rule else ()
    return () if opening.purpose in _ALONE else tuple(dict.fromkeys((*required, *opening.joint)))


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


def _closed(opening: Opening, ground: Ground) -> dict[str, str]:
    """What was closed of the matter before stays closed; a reason is of its own ballot only."""
    return {**ground.closed, **opening.closed}


def _declared(ballot: Ballot, ground: Ground) -> Ballot:
    """Who declared a conflict in the same matter stays out of it, in every office that is theirs now, and where they
    have none in any that they take; a successor in the office is free."""
    for recusal in ground.declared:
        offices = [office.code for office in ground.directory.offices_of(recusal.person or "")]
        ballot = ballot.recusing(offices or [""], recusal)
    return ballot


def _without_authors(ballot: Ballot, opening: Opening, ground: Ground) -> Ballot:
    """The ballot without everybody who took part in what it is about."""
    for seat in ballot.seats:
        for author in sorted({*opening.authors}.intersection(seat.holders)):
            ballot = ballot.recusing([seat.name], Recusal(AUTHOR, ground.at, author, author=True))
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
