"""The consent part (一括審議): one question over all of its items, each with its own ballot and number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Unpack

from govflow.domain.authority import Capacity
from govflow.domain.council.attendance import present_seats
from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.ballot_closing import NoObjection
from govflow.domain.council.item import Item, ItemState, Part, Section
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.meeting_checks import cannot_go_on
from govflow.domain.council.occasion import Occasion
from govflow.errors import Refused
from govflow.messages import Notice, notice
from govflow.services.council.acting.desk import CouncilReceipt, Desk, Held, Said, Told, at_desk
from govflow.services.council.acting.happening import happened, wrong_time
from govflow.services.council.acting.proceedings import happens, moves_on, refuse, rule_of_body
from govflow.services.council.ballots.deciding import numbered, settle
from govflow.services.council.ballots.doing import Doing
from govflow.services.council.ballots.putting import open_item
from govflow.services.council.matters.closed_fields import Closing, closed_by_item
from govflow.services.session import Session


def pass_consent(
    session: Session,
    meeting: str,
    *,
    without: Sequence[int] = (),
    closed: Closing | None = None,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Record that nobody objected to the items of the consent part: each is called, has its ballot with the assent of
    every seat in the room, and is decided, all or none. Items that somebody took out, `without`, go to discussion. An
    act of the secretariat or the chair. `closed` are fields that stay out of what is published, with the reasons:
    `amount` for every item, `3.amount` for item 3.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (the key, a stale version).
    """

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = desk.officer(desk.charter(before))
        refuse(desk, before, _reasons(desk, before, without))
        called = _called(desk, before, without)
        desk.record(before, called, capacity=capacity)
        items = [item.number for item in _consented(before, without)]
        closing = closed_by_item(closed, items)
        moves_on(desk, called, [(called.items[str(number)], Occasion.CALLED) for number in items])
        passed = {
            number: _passed(desk, meeting, number, capacity, closed=closing[number]) for number in items
        }
        told = {
            "count": len(items),
            "ballots": [ballot.reference for ballot in passed.values()],
            "decisions": [_decided(number, ballot) for number, ballot in passed.items()],
            "taken_out": [*without],
        }
        return Told(desk.meeting(meeting), capacity, told)

    values = {"without": [*without], "closed": dict(closed or {})}
    said = Said("meeting", meeting, "consent", values, session.new_key())
    return at_desk(session, said.held(**how), act)


def _consented(meeting: Meeting, without: Collection[int]) -> list[Item]:
    return [item for item in meeting.agenda() if _waits(item) and item.number not in without]


def _waits(item: Item) -> bool:
    """An item of the consent part that is still to be decided."""
    return (item.part, item.section, item.state) == (Part.CONSENT, Section.DECIDE, ItemState.LISTED)


def _reasons(desk: Desk, meeting: Meeting, without: Sequence[int]) -> Iterator[Notice]:
    yield from wrong_time(desk, meeting)
    yield from cannot_go_on(meeting, rule_of_body(desk.charter(meeting)))
    waiting = [item.number for item in meeting.agenda() if _waits(item)]
    for number in without:
        if number not in waiting:
            yield notice("meeting.not_consent", item=number)
    for item in _consented(meeting, without):
        if item.moves and not happens(desk, item.moves, Occasion.CALLED, body=meeting.body):
            yield notice("voting.item_left", item=item.number, proposal=item.moves)
    if not set(waiting) - {*without}:
        yield notice("voting.nothing_to_consent", meeting=meeting.reference)


def _called(desk: Desk, meeting: Meeting, without: Collection[int]) -> Meeting:
    """The meeting with every item called that goes through, and the others in discussion."""
    at, present = happened(desk, meeting), present_seats(meeting)
    for item in filter(_waits, meeting.agenda()):
        if item.number in without:
            meeting = meeting.with_item(item._replace(part=Part.DISCUSSION))
        else:
            meeting = meeting.calling(item.number, at=at, present=present)
    return meeting


def _passed(
    desk: Desk, meeting: str, number: int, capacity: Capacity, *, closed: Mapping[str, str]
) -> Ballot:
    """One item put to the vote, assented to, and settled."""
    ballot = open_item(desk, desk.meeting(meeting), number, capacity, asks=True, closed=closed)
    if ballot.state is not BallotState.ASKED:
        raise Refused(notice("voting.block_in_consent", item=number))
    held = desk.meeting(meeting)
    doing = Doing(desk, ballot, NoObjection(), meeting=held)
    after = doing.record(numbered(desk, doing.after()))
    settle(desk, held, after, capacity)
    return desk.ballot(after.reference)


def _decided(number: int, ballot: Ballot) -> dict[str, Any]:
    """What became of an item: the number of its decision, None where the body's outcomes are none."""
    outcome = ballot.outcome and ballot.outcome.value
    return {"item": number, "ballot": ballot.reference, "outcome": outcome, "decision": ballot.decision}
