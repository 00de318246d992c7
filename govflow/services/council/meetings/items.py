"""Items in a sitting: called, which freezes who is there; noted; or carried over to the next meeting."""

from __future__ import annotations

from typing import Unpack

from govflow.domain.council.agenda_checks import cannot_call_item, cannot_carry_over, cannot_note
from govflow.domain.council.attendance import present_seats
from govflow.domain.council.ballot import Mode
from govflow.domain.council.ballot_proceeding import Note
from govflow.domain.council.item import Item, ItemState
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import (
    LEFT,
    moves_on,
    officer,
    refuse,
    rule_of_body,
    running_ballots,
    when,
)
from govflow.services.council.ballots.doing import Doing
from govflow.services.names import pair
from govflow.services.session import Session


def call_item(
    session: Session, meeting: str, item: int, *, at: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Call an item: who is there now is who takes part in deciding it. An act of the secretariat or the chair. Raises
    BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (key used for something else)."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        charter = desk.charter(before)
        capacity, moment = officer(desk, charter), when(desk, before, at)
        refuse(desk, before, cannot_call_item(before, item, rule_of_body(charter), when=moment))
        after = before.calling(item, at=moment.at, present=present_seats(before))
        desk.record(before, after, capacity=capacity)
        moves_on(desk, after, [(after.items[str(item)], Occasion.CALLED)])
        return Told(after, capacity, _told(after, item))

    return at_desk(session, _said("call_item", meeting, item, session.new_key(), at=at).asked(**how), act)


def note_item(
    session: Session,
    meeting: str,
    item: int,
    *,
    note: str = "",
    at: str | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Record that a report was heard, or a matter discussed; the result of a written procedure has been noted with it.
    Raises as `call_item` does."""

    def act(desk: Desk) -> Told:
        before, said = desk.meeting(meeting), note.strip()
        charter = desk.charter(before)
        capacity, moment = officer(desk, charter), when(desk, before, at)
        refuse(desk, before, cannot_note(before, item, rule_of_body(charter), when=moment))
        called = before
        if before.items[str(item)].state is ItemState.LISTED:
            called = before.calling(item, at=moment.at, present=present_seats(before))
        after = called.settling(item, ItemState.DONE, note=said)
        desk.record(before, after, capacity=capacity, note=said)
        _note_ballot(desk, after, after.items[str(item)])
        return Told(after, capacity, _told(after, item))

    return at_desk(
        session, _said("note_item", meeting, item, session.new_key(), at=at, note=note).asked(**how), act
    )


def carry_over_item(
    session: Session, meeting: str, item: int, *, reason: str, at: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Put an item off to the next meeting, with a reason. Raises as `call_item` does."""

    def act(desk: Desk) -> Told:
        before, why = desk.meeting(meeting), reason.strip()
        capacity, moment = officer(desk, desk.charter(before)), when(desk, before, at)
        ballots = [ballot.reference for ballot in running_ballots(desk, before, item)]
        refuse(desk, before, cannot_carry_over(before, item, reason=why, ballots=ballots, when=moment))
        kept = before.items[str(item)]
        after = before.settling(item, ItemState.CARRIED_OVER, note=why)
        desk.record(before, after, capacity=capacity, note=why)
        moves_on(desk, before, [(kept, LEFT[kept.state])], note=why)
        return Told(after, capacity, _told(after, item))

    return at_desk(
        session, _said("carry_over", meeting, item, session.new_key(), at=at, reason=reason).asked(**how), act
    )


def _said(trigger: str, meeting: str, item: int, key: str, **values: object) -> Said:
    return Said("meeting", meeting, trigger, {"item": item, **values}, key)


def _told(meeting: Meeting, item: int) -> dict[str, object]:
    found = meeting.items[str(item)]
    return {"item": item, "title": pair(found.named), "present": meeting.voting(found.present)}


def _note_ballot(desk: Desk, meeting: Meeting, item: Item) -> None:
    """A written procedure is over once its result was noted."""
    if item.about is None or (kept := desk.work.ballots.get(item.about)) is None:
        return
    if kept.value.mode is Mode.WRITTEN and kept.value.noted_in is None:
        doing = Doing(desk, desk.ballot(item.about), Note(meeting.reference), meeting=None)
        doing.record(doing.after())
