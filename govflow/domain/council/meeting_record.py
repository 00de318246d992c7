"""What the record of a meeting may not hold: each step of a history is asked what its acts would have been asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from govflow.domain.council.agenda_checks import (
    cannot_add,
    cannot_add_paper,
    cannot_call_item,
    cannot_give_proxy,
    cannot_remove,
    cannot_reply,
)
from govflow.domain.council.attendance import present_seats, presiding, quorum
from govflow.domain.council.item import Amendment, Item, ItemState
from govflow.domain.council.meeting import Meeting, MeetingState, Pause, Stay
from govflow.domain.council.meeting_checks import (
    SITTING,
    Coming,
    When,
    cannot_arrive,
    cannot_cancel,
    cannot_end,
    cannot_leave,
    cannot_open,
    cannot_resume,
    cannot_suspend,
    in_state,
    in_time,
)
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice


class Step(NamedTuple):
    """One entry of a meeting's history: what it made of what. `at_most` are the proxies a seat may hold, `at` is when
    it was recorded, `day_of` the local day of a moment; `voted` is the latest moment of the meeting's ballots then,
    `note` the reason that was given."""

    before: Meeting
    after: Meeting
    rule: Rule | None
    at_most: int
    at: str
    day_of: Callable[[str], str]
    voted: str = ""
    note: str = ""

    def when(self, moment: str | None) -> When:
        return When(moment or "", self.at, self.day_of(moment or self.at), self.voted)


def impossible(step: Step) -> Iterator[Notice]:
    """Every reason why a step cannot have happened as it is recorded."""
    return chain.from_iterable(check(step) for check in CHECKS)


def begun_wrongly(first: Meeting, *, at: str) -> Iterator[Notice]:
    """A meeting begins with nothing but its call."""
    bare = Meeting(
        reference=first.reference,
        body=first.body,
        charter=first.charter,
        day=first.day,
        starts_at=first.starts_at,
        place=first.place,
        called_at=at,
        seats=first.seats,
        chairs=first.chairs,
        shortened=first.shortened,
        on_paper=first.on_paper,
    )
    if first != bare:
        yield notice("meeting.record_begins")


def _lasting(step: Step) -> Iterator[Notice]:
    """What the call said stays; seats change at the opening alone."""
    names = [*_CALLED, *(() if step.after.opened_at and not step.before.opened_at else _FROZEN)]
    names += ["chair"] if step.before.ended_at else []
    names += [name for name in _ONCE if getattr(step.before, name) is not None]
    for name in names:
        if getattr(step.before, name) != getattr(step.after, name):
            yield notice("meeting.record_changed", what=name)


def _grown(step: Step) -> Iterator[Notice]:
    """Nothing is taken out, and numbers follow each other."""
    for name in ("items", "papers", "stays"):
        known: Mapping[str, Any] = getattr(step.after, name)
        expected = {str(number) for number in range(1, len(known) + 1)}
        numbered = all(key == str(each.number) for key, each in known.items())
        if known.keys() != expected or not numbered or not getattr(step.before, name).keys() <= expected:
            yield notice("meeting.record_numbers", what=name)
    for number, paper in step.before.papers.items():
        if step.after.papers.get(number) != paper:
            yield notice("meeting.record_changed", what=f"papers {number}")
    if step.after.pauses[: len(step.before.pauses) - 1] != step.before.pauses[:-1]:
        yield notice("meeting.record_changed", what="pauses")


def _states(step: Step) -> Iterator[Notice]:
    if step.after.state is not step.before.state:
        yield from in_state(step.before, _FROM[step.after.state])
        yield from _FOLLOWS.get((step.before.state, step.after.state), _nothing)(step)


def _watched(step: Step) -> Iterator[Notice]:
    """An open meeting has its quorum, and who presides is who comes first of those there."""
    if step.after.state is MeetingState.OPEN and not quorum(step.after, step.rule).held:
        yield notice("meeting.record_quorum")
    if step.after.state in SITTING and step.after.chair != presiding(step.after):
        yield notice("meeting.record_chair")


def _stays(step: Step) -> Iterator[Notice]:
    """Who comes may come, who goes was there, and what is over stays as it was."""
    frozen = step.before._replace(seats=step.after.seats, chairs=step.after.chairs)
    came = [stay for number, stay in step.after.stays.items() if number not in step.before.stays]
    for at in dict.fromkeys(stay.since for stay in came):
        coming = [Coming(s.seat, s.office, (s.person,), s.person) for s in came if s.since == at]
        yield from cannot_arrive(frozen, coming, when=step.when(at))
    left: list[Stay] = []
    for number, stay in step.before.stays.items():
        now = step.after.stays.get(number)
        if now is not None and stay.until is None and now.until and now._replace(until=None) == stay:
            left.append(now)
        elif now != stay:
            yield notice("meeting.record_changed", what=f"stays {number}")
    if step.after.state is not MeetingState.ENDED:
        for until in dict.fromkeys(stay.until for stay in left):
            seats = [stay.seat for stay in left if stay.until == until]
            yield from cannot_leave(step.before, seats, when=step.when(until))


def _items(step: Step) -> Iterator[Notice]:
    for key, item in step.after.items.items():
        before = step.before.items.get(key)
        if before is None:
            yield from cannot_add(step.before, item)
            before = item._replace(state=ItemState.LISTED, called_at=None, present=())
        yield from _item(step, before, item)


def _item(step: Step, before: Item, after: Item) -> Iterator[Notice]:
    """An item is about one thing, is called once, and then has those who were there."""
    same = all(getattr(before, name) == getattr(after, name) for name in _OF_ITEM)
    if not same or (before.called_at and before.called_at != after.called_at):
        yield notice("meeting.record_changed", what=f"items {after.number}")
    if after.state is not before.state and after.state not in _ITEM_TO[before.state]:
        yield notice("meeting.record_item", item=after.number)
    if before.called_at is None and after.called_at is not None:
        listed = step.before.with_item(before)
        yield from cannot_call_item(listed, before.number, step.rule, when=step.when(after.called_at))
    expected = present_seats(step.before) if before.called_at is None and after.called_at else before.present
    if after.present != expected or (after.called_at is None and after.state in _WAS_CALLED):
        yield notice("meeting.record_present", item=after.number)
    if after.state is ItemState.REMOVED and before.state is not ItemState.REMOVED:
        yield from cannot_remove(step.before, before.number, reason=after.note)


def _amended(step: Step) -> Iterator[Notice]:
    """An amendment is moved in the course of the sitting, and then is only decided."""
    for number, item in step.after.items.items():
        known = step.before.items[number].amendments if number in step.before.items else {}
        for key, amendment in item.amendments.items():
            if key not in known:
                yield from in_time(step.before, step.when(amendment.at))
            elif _moved(amendment) != _moved(known[key]):
                yield notice("meeting.record_changed", what=f"amendments {number}/{key}")


def _moved(amendment: Amendment) -> Amendment:
    """What was moved, whatever has become of it."""
    return amendment._replace(ballot=None, outcome=None, moot=False)


def _said_before(step: Step) -> Iterator[Notice]:
    """Replies, proxies and papers."""
    for seat, reply in step.after.replies.items():
        if step.before.replies.get(seat) != reply:
            yield from cannot_reply(step.before, reply, holders=(reply.person,))
    for seat, proxy in step.after.proxies.items():
        if step.before.proxies.get(seat) != proxy:
            yield from cannot_give_proxy(step.before, proxy, at_most=step.at_most)
    for number, paper in step.after.papers.items():
        if number not in step.before.papers:
            yield from cannot_add_paper(step.before, paper)
            if paper.tabled is not (step.before.opened_at is not None):
                yield notice("meeting.record_changed", what=f"papers {number}")


def _opened(step: Step) -> Iterator[Notice]:
    frozen = step.before._replace(seats=step.after.seats, chairs=step.after.chairs)
    when = step.when(step.after.opened_at)
    yield from cannot_open(frozen, step.after, step.rule, when=when, reason=step.note)


def _suspended(step: Step) -> Iterator[Notice]:
    """With a reason, or because of who left."""
    pause: Pause = step.after.pauses[-1]
    because = pause.quorum or pause.unchaired
    yield from cannot_suspend(
        step.before, reason="-" if because else pause.reason, when=step.when(pause.since)
    )
    held, chaired = quorum(step.after, step.rule).held, presiding(step.after) is not None
    if because and (pause.quorum, pause.unchaired) != (not held, not chaired):
        yield notice("meeting.record_quorum")


def _resumed(step: Step) -> Iterator[Notice]:
    yield from cannot_resume(step.before, step.rule, when=step.when(step.after.pauses[-1].until))


def _ended(step: Step) -> Iterator[Notice]:
    """Everybody has left, and nothing is left open."""
    yield from cannot_end(step.before, ballots=(), when=step.when(step.after.ended_at))
    undecided = (ItemState.LISTED, ItemState.CALLED)
    went = {stay.until for key, stay in step.after.stays.items() if step.before.stays.get(key) != stay}
    if any(item.state in undecided for item in step.after.every_item()) or went - {step.after.ended_at}:
        yield notice("meeting.record_end")


def _cancelled(step: Step) -> Iterator[Notice]:
    yield from cannot_cancel(step.before, reason=step.after.cancelled)


def _nothing(step: Step) -> Iterator[Notice]:
    return iter(())


_CALLED = ("reference", "body", "charter", "day", "starts_at", "place", "called_at", "shortened", "on_paper")
_FROZEN = ("seats", "chairs")
_ONCE = ("opened_at", "ended_at")
_OF_ITEM = ("number", "title", "title_en", "proposal", "ministry", "about", "acts", "earlier", "new_facts")
_WAS_CALLED = (ItemState.CALLED, ItemState.DONE)
_ITEM_TO: Mapping[ItemState, tuple[ItemState, ...]] = {
    ItemState.LISTED: (ItemState.CALLED, ItemState.DONE, ItemState.CARRIED_OVER, ItemState.REMOVED),
    ItemState.CALLED: (ItemState.DONE, ItemState.CARRIED_OVER),
    ItemState.DONE: (),
    ItemState.CARRIED_OVER: (),
    ItemState.REMOVED: (),
}
_FROM: Mapping[MeetingState, tuple[MeetingState, ...]] = {
    MeetingState.CALLED: (),
    MeetingState.OPEN: (MeetingState.CALLED, MeetingState.SUSPENDED),
    MeetingState.SUSPENDED: (MeetingState.OPEN,),
    MeetingState.ENDED: SITTING,
    MeetingState.CANCELLED: (MeetingState.CALLED,),
}
_FOLLOWS: Mapping[tuple[MeetingState, MeetingState], Callable[[Step], Iterator[Notice]]] = {
    (MeetingState.CALLED, MeetingState.OPEN): _opened,
    (MeetingState.OPEN, MeetingState.SUSPENDED): _suspended,
    (MeetingState.SUSPENDED, MeetingState.OPEN): _resumed,
    (MeetingState.OPEN, MeetingState.ENDED): _ended,
    (MeetingState.SUSPENDED, MeetingState.ENDED): _ended,
    (MeetingState.CALLED, MeetingState.CANCELLED): _cancelled,
}
CHECKS = (_lasting, _grown, _states, _watched, _stays, _items, _amended, _said_before)
