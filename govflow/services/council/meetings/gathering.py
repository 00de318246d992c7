"""Gathering an agenda: everything that waits for a body is put on it, each kind of thing by one finder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Unpack

from govflow.domain.council.agenda import with_items
from govflow.domain.council.agenda_checks import standing
from govflow.domain.council.ballot import BallotState, Mode
from govflow.domain.council.item import Item, ItemState, Part, Period, Section
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.meeting_checks import NOT_ENDED, in_state
from govflow.domain.council.occasion import Occasion
from govflow.domain.proposal import Proposal
from govflow.messages import LANGUAGES, notice, say
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import moves_on, refuse, secretary, word
from govflow.services.council.ballots.emergency import to_ratify
from govflow.services.council.decisions.earlier import (
    carried_over,
    closed_on,
    decided_already,
    earlier_of,
    meetings_of,
)
from govflow.services.council.matters.titles import proposal_title
from govflow.services.council.meetings.delegated import acts_for_others
from govflow.services.session import Session


def gather_items(
    session: Session, meeting: str, *, part: str | None = None, **how: Unpack[How]
) -> CouncilReceipt:
    """Put on the agenda everything that waits for this body and is on none yet: an act of the secretariat. Of a meeting
    held on paper no later decision, written procedure or matter carried over; proposals may be registered afterwards.

    Proposals come to be decided, in the consent or the discussion `part`; emergency decisions to be ratified; written
    procedures to be noted, and what delegates and substitutes did; matters carried over as what they were. `told` names
    the proposals that need new facts to come back. Raises BadInput, NotFound, NotAuthorised, Refused (every reason),
    Conflict (key used for something else).
    """
    within = word(Part, part) or Part.DISCUSSION

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        refuse(desk, before, in_state(before, NOT_ENDED))
        waiting = list(_waiting(desk, before))
        old = [each.reference for each in waiting if decided_already(desk, before, each.reference)]
        meetings = meetings_of(desk.work, before.body)
        sooner = [each for each in meetings if before.could_know(each.day)]
        items = [_item(desk, each, within, sooner) for each in waiting if each.reference not in old]
        items += [*_to_note(desk, before, meetings), *emergencies(desk, before, meetings)]
        items += [*_delegated(desk, before, meetings), *carried_over(meetings, at=before)]
        after = with_items(before, items)
        desk.record(before, after, capacity=capacity)
        added = [item for item in after.every_item() if before.item(item.number) is None]
        moves_on(desk, after, ((item, Occasion.PLACED) for item in added))
        returning = sum(item.returning for item in added)
        told = {"count": len(added), "returning": returning, "left_out": old}
        return Told(after, capacity, told | ({"on_paper": after.on_paper} if after.on_paper else {}))

    said = Said("meeting", meeting, "gather", {"part": part}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def _waiting(desk: Desk, meeting: Meeting) -> Iterator[Proposal]:
    """The proposals in states that this body's agenda leads on from, whatever their workflow and its version, in the
    order of their references."""
    found: list[Proposal] = []
    for row in desk.work.definitions.every("workflow"):
        definition = desk.session.definition(desk.work, row.digest)
        for name, state in definition.states.items():
            placed = definition.transitions_on(Occasion.PLACED, state=name, body=meeting.body)
            if placed and state.role:
                found += desk.work.proposals.standing(row.digest, state=name, role=state.role)
    return iter(sorted(found, key=lambda proposal: proposal.reference))


def _item(desk: Desk, proposal: Proposal, part: Part, meetings: Iterable[Meeting]) -> Item:
    title, title_en = proposal_title(desk.work, proposal)
    return Item(
        number=0,
        place=0,
        section=Section.DECIDE,
        part=part,
        title=title,
        title_en=title_en,
        proposal=proposal.reference,
        ministry=proposal.ministry,
        amount=proposal.amount,
        earlier=earlier_of(meetings, proposal.reference),
    )


def _to_note(desk: Desk, meeting: Meeting, meetings: Iterable[Meeting]) -> Iterator[Item]:
    """Written procedures whose result no meeting has noted, and no agenda has yet."""
    listed = _listed(meetings)
    for kept in desk.work.ballots.found(body=meeting.body, state=BallotState.CLOSED.value):
        ballot = kept.value
        waits = ballot.mode is Mode.WRITTEN and ballot.noted_in is None
        waits = waits and meeting.could_know(closed_on(desk.session, ballot))
        if waits and ballot.reference not in listed:
            yield Item(0, 0, Section.REPORT, Part.DISCUSSION, *ballot.matter.title, about=ballot.reference)


def emergencies(desk: Desk, meeting: Meeting, meetings: Iterable[Meeting]) -> Iterator[Item]:
    """Emergency decisions that the body has to ratify, and that no agenda has yet."""
    listed = _listed(meetings)
    for decision in to_ratify(desk.work, meeting.body):
        if decision.number not in listed and meeting.could_know(decision.day):
            title, title_en = (f"{decision.number} {each}" for each in decision.title)
            yield Item(0, 0, Section.DECIDE, Part.DISCUSSION, title, title_en, about=decision.number)


def _listed(meetings: Iterable[Meeting]) -> set[str | None]:
    """What the items of these agendas are about."""
    return {item.about for meeting in meetings for item in standing(meeting)}


def _delegated(desk: Desk, meeting: Meeting, meetings: Iterable[Meeting]) -> Iterator[Item]:
    """One report of what delegates and substitutes did in the body's matters since the last such report."""
    every = (item for other in meetings for item in other.every_item())
    reported = (item.acts.until for item in every if item.acts and item.state is not ItemState.REMOVED)
    period = Period(max(reported, default=""), desk.at)
    if acts := acts_for_others(desk.session, desk.work, meeting.body, period):
        said = notice("meeting.acts_for_others", count=len(acts))
        title, title_en = (say(said, lang) for lang in LANGUAGES)
        yield Item(0, 0, Section.REPORT, Part.DISCUSSION, title, title_en, acts=period)
