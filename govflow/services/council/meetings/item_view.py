"""An item as people read it: what it is about, who is out of it, what other bodies said, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govflow.domain.council.amendments import amended
from govflow.domain.council.item import Item
from govflow.domain.council.meeting import Meeting
from govflow.services.access import Reading
from govflow.services.council.acting.reading import meeting_read
from govflow.services.council.matters.came_to import BodyOutcome, came_to
from govflow.services.council.matters.conflicts import DeclaredConflict, conflicts_shown
from govflow.services.council.matters.joint_view import still_awaited
from govflow.services.council.matters.openness import ballot_title, hidden, item_open, of_body
from govflow.services.council.meetings.delegated import acts_for_others
from govflow.services.names import Pair, act_title, ministry_named, named, pair, titled
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class ItemBallot:
    """A ballot on an item: `purpose` says whether on the item itself (`question`), an `amendment`, or an `override`;
    of a joint decision `awaits` are the bodies that have still to decide."""

    ballot: str
    purpose: str
    question: Pair
    state: str
    outcome: str | None
    awaits: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierItem:
    """What an item was on an agenda before, and what became of it."""

    meeting: str
    day: str
    item: int
    state: str
    outcome: str | None
    note: str


@dataclass(frozen=True, slots=True)
class ActForAnother:
    """What a delegate or substitute did: `via` is which, `on_behalf_of` for which office."""

    reference: str
    act: Pair
    at: str
    person: Pair
    office: Pair | None
    via: str | None
    on_behalf_of: Pair | None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item. `place` is its place on the agenda, None for one that was removed; `amended_amount` is what amendments
    have left of the `amount`, None where they left it. `about` is the ballot or decision that it is about where it is
    no proposal, `acts` are those that it reports; `present` are the seats that were there when it was called.
    `conflicts` are those declared in its matter, `came_to` is what other bodies came to on its proposal."""

    item: int
    place: int | None
    section: str
    part: str
    title: Pair
    proposal: str | None
    ministry: Pair | None
    amount: int | None
    amended_amount: int | None
    about: str | None
    acts: tuple[ActForAnother, ...]
    new_facts: str
    earlier: tuple[EarlierItem, ...]
    state: str
    called_at: str | None
    present: tuple[str, ...]
    ballots: tuple[ItemBallot, ...]
    outcome: str | None
    decision: str | None
    note: str
    papers: tuple[int, ...]
    conflicts: tuple[DeclaredConflict, ...]
    came_to: tuple[BodyOutcome, ...]


def item_read(reading: Reading, meeting: Meeting, item: Item) -> AgendaItem:
    """An item as far as it is open: to others than the body the course of a discussion is not, and what it is about
    only where they read that."""
    shown = item_shown(reading.session, reading.work, meeting, item)
    if of_body(reading, meeting.body):
        return shown
    works = (each.value for name in item.ballots if (each := reading.work.ballots.get(name)))
    questions = {each.reference: ballot_title(reading, each) for each in works}
    shown = replace(
        shown,
        acts=(),
        new_facts="",
        note="",
        conflicts=(),
        earlier=tuple(replace(each, note="") for each in shown.earlier),
        ballots=tuple(replace(each, question=questions[each.ballot]) for each in shown.ballots),
    )
    if item_open(reading, meeting.body, item):
        return shown
    return replace(
        shown,
        title=hidden(),
        amount=None,
        amended_amount=None,
        ballots=tuple(replace(each, question=hidden()) for each in shown.ballots),
    )


def item_shown(session: Session, work: UnitOfWork, meeting: Meeting, item: Item) -> AgendaItem:
    """An item of a meeting as it stands."""
    asks = amended(item, {}).amount
    places = [each.number for each in meeting.agenda()]
    ballots = (kept.value for name in item.ballots if (kept := work.ballots.get(name)))
    return AgendaItem(
        item=item.number,
        place=places.index(item.number) + 1 if item.number in places else None,
        section=item.section.value,
        part=item.part.value,
        title=pair(item.named),
        proposal=item.proposal,
        ministry=ministry_named(session.directory(work), item.ministry) if item.ministry else None,
        amount=item.amount,
        amended_amount=asks if asks != item.amount else None,
        about=item.about,
        acts=tuple(_acts(session, work, meeting, item)),
        new_facts=item.new_facts,
        earlier=tuple(_earlier(work, name) for name in item.earlier),
        state=item.state.value,
        called_at=item.called_at,
        present=item.present,
        ballots=tuple(
            ItemBallot(
                b.reference,
                b.purpose.value,
                pair(b.matter.title),
                b.state.value,
                b.outcome,
                still_awaited(session, work, b),
            )
            for b in ballots
        ),
        outcome=item.outcome and item.outcome.value,
        decision=item.decision,
        note=item.note,
        papers=tuple(paper.number for paper in meeting.papers_of(item.number)),
        conflicts=conflicts_shown(work, meeting, item, session.directory(work)),
        came_to=came_to(session, work, item.moves, but=meeting.body, until=meeting.ended_at),
    )


def _acts(session: Session, work: UnitOfWork, meeting: Meeting, item: Item) -> Iterator[ActForAnother]:
    directory = session.directory(work)
    for entry in acts_for_others(session, work, meeting.body, item.acts) if item.acts else ():
        yield ActForAnother(
            reference=entry.subject,
            act=act_title(session.definition(work, entry.definition or ""), entry),
            at=entry.recorded_at,
            person=named(directory, entry.person) or {},
            office=titled(directory, entry.office),
            via=entry.via,
            on_behalf_of=titled(directory, entry.on_behalf_of),
        )


def _earlier(work: UnitOfWork, name: str) -> EarlierItem:
    reference, _, number = name.rpartition("/")
    meeting, _ = meeting_read(work, reference)
    item = meeting.items[number]
    outcome = item.outcome and item.outcome.value
    return EarlierItem(reference, meeting.day, item.number, item.state.value, outcome, item.note)
