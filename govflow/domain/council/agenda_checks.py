"""What may not be done to an agenda, its papers, and what seats say of themselves before a meeting: every reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from govflow.domain.council.item import Item, ItemState, Part, Section
from govflow.domain.council.meeting import Meeting, MeetingSeat, MeetingState, Paper, Proxy, Reply
from govflow.domain.council.meeting_checks import (
    BEFORE,
    NOT_ENDED,
    SITTING,
    When,
    cannot_go_on,
    in_state,
    in_time,
    no_alternate,
    unknown_seat,
    with_reason,
)
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice

UNREACHED = (ItemState.LISTED,)
UNDECIDED = (ItemState.LISTED, ItemState.CALLED)


def cannot_add(meeting: Meeting, item: Item) -> Iterator[Notice]:
    """No proposal is on one agenda twice."""
    yield from in_state(meeting, NOT_ENDED)
    if not item.title:
        yield notice("meeting.no_title")
    if item.part is Part.CONSENT and item.section is not Section.DECIDE:
        yield notice("meeting.consent_decides")
    if item.proposal and any(other.proposal == item.proposal for other in standing(meeting)):
        yield notice("meeting.on_agenda", proposal=item.proposal, meeting=meeting.reference)


def cannot_remove(meeting: Meeting, number: int, *, reason: str) -> Iterator[Notice]:
    """What was called is settled, not removed."""
    yield from in_state(meeting, NOT_ENDED)
    yield from _item_in(meeting, number, UNREACHED)
    yield from with_reason(reason)


def cannot_move(
    meeting: Meeting,
    numbers: Sequence[int],
    *,
    to: int | None,
    section: Section | None,
    part: Part | None,
) -> Iterator[Notice]:
    """What was called stays where it was."""
    yield from in_state(meeting, NOT_ENDED)
    if not numbers:
        yield notice("meeting.no_item_named")
    if to is None and section is None and part is None:
        yield notice("meeting.move_where")
    if to is not None and to < 1:
        yield notice("meeting.no_such_place", place=to)
    for number in numbers:
        yield from _item_in(meeting, number, UNREACHED)
        if item := meeting.item(number):
            yield from _misplaced(item, section or item.section, part or item.part)


def cannot_take_out(meeting: Meeting, number: int, *, seat: str) -> Iterator[Notice]:
    """Any seat may take an item out of the consent part, until the question on it is put."""
    yield from in_state(meeting, NOT_ENDED)
    if meeting.seat(seat) is None:
        yield unknown_seat(meeting, seat)
    yield from _item_in(meeting, number, UNREACHED)
    item = meeting.item(number)
    if item and item.part is not Part.CONSENT:
        yield notice("meeting.not_consent", item=number)


def cannot_call_item(meeting: Meeting, number: int, rule: Rule | None, *, when: When) -> Iterator[Notice]:
    yield from cannot_go_on(meeting, rule)
    yield from in_time(meeting, when)
    yield from _item_in(meeting, number, UNREACHED)


def cannot_note(meeting: Meeting, number: int, rule: Rule | None, *, when: When) -> Iterator[Notice]:
    """What is to be decided is put to the vote."""
    yield from cannot_go_on(meeting, rule)
    yield from in_time(meeting, when)
    yield from _item_in(meeting, number, UNDECIDED)
    item = meeting.item(number)
    if item and item.section is Section.DECIDE:
        yield notice("meeting.is_to_be_decided", item=number)


def cannot_carry_over(
    meeting: Meeting, number: int, *, reason: str, ballots: Collection[str], when: When
) -> Iterator[Notice]:
    """`ballots` of the item are open, or wait for the casting vote."""
    yield from in_state(meeting, SITTING)
    yield from in_time(meeting, when)
    yield from _item_in(meeting, number, UNDECIDED)
    yield from with_reason(reason)
    if ballots:
        yield notice("meeting.ballots_open", ballots=[*ballots])


def cannot_reply(meeting: Meeting, reply: Reply, *, holders: Sequence[str]) -> Iterator[Notice]:
    """`holders` hold the alternate's office, or without one the seat's."""
    yield from in_state(meeting, BEFORE)
    seat = meeting.seat(reply.seat)
    if seat is None:
        yield unknown_seat(meeting, reply.seat)
        return
    if reply.alternate and reply.attends:
        yield notice("meeting.comes_and_sends")
    if reply.alternate and reply.alternate not in seat.alternates:
        yield no_alternate(reply.seat, reply.alternate, seat.alternates)
    elif reply.comes and not holders:
        yield notice("meeting.nobody_holds", office=reply.alternate or reply.seat)


def cannot_give_proxy(meeting: Meeting, proxy: Proxy, *, at_most: int) -> Iterator[Notice]:
    """A seat speaks for at most so many others, 0 where the body knows no proxies; and one step only."""
    yield from in_state(meeting, NOT_ENDED)
    if not at_most:
        yield notice("meeting.no_proxies", body=meeting.body)
    for name in dict.fromkeys((proxy.seat, proxy.holder)):
        yield from _cannot_vote(meeting, name)
    for number in proxy.items:
        yield from _item_in(meeting, number, UNDECIDED)
    if proxy.seat == proxy.holder:
        yield notice("meeting.proxy_of_self", seat=proxy.seat)
        return
    yield from _chained(meeting, proxy)
    others = [seat for seat, other in meeting.proxies.items() if other.holder == proxy.holder]
    if at_most and len({*others, proxy.seat}) > at_most:
        yield notice("meeting.too_many_proxies", holder=proxy.holder, others=others, most=at_most)


def cannot_add_paper(meeting: Meeting, paper: Paper) -> Iterator[Notice]:
    """Of what is settled the papers stand; a paper is replaced once, by another content."""
    yield from in_state(meeting, NOT_ENDED)
    if not paper.title:
        yield notice("meeting.no_title")
    if paper.item is not None:
        yield from _item_in(meeting, paper.item, UNDECIDED)
    if paper.replaces is None:
        return
    known = {each.number: each for each in meeting.papers.values()}
    if paper.replaces not in known:
        yield notice("meeting.unknown_paper", paper=paper.replaces, meeting=meeting.reference)
        return
    newer = [each.number for each in known.values() if each.replaces == paper.replaces]
    if newer:
        yield notice("meeting.replaced_already", paper=paper.replaces, newer=newer[0])
    if known[paper.replaces].digest == paper.digest:
        yield notice("meeting.same_paper", paper=paper.replaces)


def standing(meeting: Meeting) -> Iterator[Item]:
    """The items that are not settled yet; a meeting that ended or was cancelled has none."""
    if meeting.state not in (MeetingState.ENDED, MeetingState.CANCELLED):
        yield from (item for item in meeting.every_item() if item.state in UNDECIDED)


def _item_in(meeting: Meeting, number: int, allowed: Collection[ItemState]) -> Iterator[Notice]:
    """An act belongs to some states of an item."""
    item = meeting.item(number)
    if item is None:
        yield notice("meeting.unknown_item", item=number, meeting=meeting.reference)
    elif item.state not in allowed:
        said = [notice(f"meeting.item_{state}") for state in allowed]
        yield notice(
            "meeting.item_settled", item=number, state=notice(f"meeting.item_{item.state}"), allowed=said
        )


def _misplaced(item: Item, section: Section, part: Part) -> Iterator[Notice]:
    if part is Part.CONSENT and section is not Section.DECIDE:
        yield notice("meeting.consent_decides")
    if item.proposal and (item.section is Section.DECIDE) is not (section is Section.DECIDE):
        yield notice("meeting.proposal_stays", item=item.number, proposal=item.proposal)


def _cannot_vote(meeting: Meeting, name: str) -> Iterator[Notice]:
    seat: MeetingSeat | None = meeting.seat(name)
    if seat is None:
        yield unknown_seat(meeting, name)
    elif not seat.voting:
        yield notice("meeting.not_voting", seat=name)


def _chained(meeting: Meeting, proxy: Proxy) -> Iterator[Notice]:
    """Who speaks for others cannot be spoken for."""
    if proxy.holder in meeting.proxies:
        yield notice(
            "meeting.proxy_of_proxy", holder=proxy.holder, other=meeting.proxies[proxy.holder].holder
        )
    others = [seat for seat, other in meeting.proxies.items() if other.holder == proxy.seat]
    if others:
        yield notice("meeting.holds_proxies", seat=proxy.seat, others=others)
