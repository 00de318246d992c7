"""Acts on the agenda of a meeting: items added, moved and removed, and taken out of the consent part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Unpack

from govflow.domain.council.agenda import moved, with_items
from govflow.domain.council.agenda_checks import cannot_add, cannot_move, cannot_remove, cannot_take_out
from govflow.domain.council.item import Item, ItemState, Part, Section
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.errors import NotFound
from govflow.messages import Notice, notice
from govflow.services.access import Reading
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import moves_on, refuse, secretary, speaker, word
from govflow.services.council.decisions.earlier import decided_already, earlier_of, meetings_of
from govflow.services.council.matters.openness import require_proposal
from govflow.services.council.matters.titles import proposal_title
from govflow.services.names import pair
from govflow.services.session import Session


def add_item(
    session: Session,
    meeting: str,
    *,
    proposal: str | None = None,
    title: str = "",
    section: str | None = None,
    part: str | None = None,
    new_facts: str = "",
    **how: Unpack[How],
) -> CouncilReceipt:
    """Put a proposal, or a matter with a title, on the agenda: an act of the secretariat. Without a section (decide,
    report, discuss), a proposal comes to be decided where the body decides, and everything else to be discussed. What
    this body has decided in the same fiscal year comes back only with `new_facts`.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (key used for something else).
    """
    among, within = word(Section, section), word(Part, part) or Part.DISCUSSION
    values = {"proposal": proposal, "title": title, "section": section, "part": part, "new_facts": new_facts}

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        charter = desk.charter(before)
        capacity = secretary(desk, charter)
        default = Section.DECIDE if proposal and charter.decides else Section.DISCUSS
        item = Item(0, 0, among or default, within, title=title.strip(), new_facts=new_facts.strip())
        item = _of_proposal(desk, before, item, proposal) if proposal else item
        refuse(desk, before, [*cannot_add(before, item), *_decided(desk, before, item)])
        after = with_items(before, [item])
        added = after.items[str(len(after.items))]
        desk.record(before, after, capacity=capacity, note=item.new_facts)
        moves_on(desk, after, [(added, Occasion.PLACED)])
        return Told(after, capacity, {"item": added.number, "title": pair(added.named)})

    return at_desk(session, Said("meeting", meeting, "add", values, session.new_key()).asked(**how), act)


def remove_item(
    session: Session, meeting: str, item: int, *, reason: str, **how: Unpack[How]
) -> CouncilReceipt:
    """Take an item off the agenda before it is called, with a reason: an act of the secretariat. Raises as `add_item`
    does."""

    def act(desk: Desk) -> Told:
        before, why = desk.meeting(meeting), reason.strip()
        capacity = secretary(desk, desk.charter(before))
        refuse(desk, before, cannot_remove(before, item, reason=why))
        after = before.settling(item, ItemState.REMOVED, note=why)
        desk.record(before, after, capacity=capacity, note=why)
        moves_on(desk, before, [(before.items[str(item)], Occasion.REMOVED)], note=why)
        return Told(after, capacity, {"item": item, "title": pair(before.items[str(item)].named)})

    values = {"item": item, "reason": reason}
    return at_desk(session, Said("meeting", meeting, "remove", values, session.new_key()).asked(**how), act)


def move_items(
    session: Session,
    meeting: str,
    items: Sequence[int],
    *,
    to: int | None = None,
    section: str | None = None,
    part: str | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Give items another place on the agenda, section or part: an act of the secretariat. `to` counts the places of a
    part from 1. Raises as `add_item` does."""
    among, within = word(Section, section), word(Part, part)
    values = {"items": [*items], "to": to, "section": section, "part": part}

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        refuse(desk, before, cannot_move(before, items, to=to, section=among, part=within))
        after = moved(before, items, to=to, section=among, part=within)
        desk.record(before, after, capacity=capacity)
        return Told(after, capacity, {"items": [*items]})

    return at_desk(session, Said("meeting", meeting, "move", values, session.new_key()).asked(**how), act)


def take_out_item(
    session: Session,
    meeting: str,
    item: int,
    *,
    seat: str | None = None,
    recorded_for: bool = False,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Take an item out of the consent part into discussion: any seat may, in person or with `recorded_for` written down
    by the secretariat. Raises as `add_item` does."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        who = speaker(desk, before, seat, recorded_for=recorded_for)
        refuse(desk, before, cannot_take_out(before, item, seat=who.seat))
        after = moved(before, [item], part=Part.DISCUSSION)
        asked = {"seat": who.seat, "person": who.person, "recorder": who.recorder}
        desk.record(before, after, capacity=who.capacity, payload=asked)
        return Told(after, who.capacity, {"item": item, "seat": who.seat})

    values = {"item": item, "seat": seat, "recorded_for": recorded_for}
    return at_desk(session, Said("meeting", meeting, "take_out", values, session.new_key()).asked(**how), act)


def _of_proposal(desk: Desk, meeting: Meeting, item: Item, reference: str) -> Item:
    """The item filled from the proposal that it is about."""
    proposal = desk.work.proposals.get(reference, lock=True)
    if proposal is None:
        raise NotFound(notice("acts.unknown_reference", reference=reference))
    require_proposal(Reading(desk.session, desk.work), reference)
    meetings = meetings_of(desk.work, meeting.body)
    title, title_en = (item.title, "") if item.title else proposal_title(desk.work, proposal)
    return item._replace(
        title=title,
        title_en=title_en,
        proposal=reference,
        ministry=proposal.ministry,
        amount=proposal.amount,
        earlier=earlier_of(filter(lambda each: meeting.could_know(each.day), meetings), reference),
    )


def _decided(desk: Desk, meeting: Meeting, item: Item) -> Iterator[Notice]:
    if item.moves and not item.new_facts and (ballot := decided_already(desk, meeting, item.moves)):
        yield notice("meeting.decided_already", proposal=item.moves, ballot=ballot)
