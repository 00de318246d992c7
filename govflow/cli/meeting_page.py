"""A meeting on a page: the agenda section by section, who was there when, the pauses; and what the replies forecast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govflow.cli.amount import exact
from govflow.cli.came_to import came_to
from govflow.cli.output import Output
from govflow.cli.prose import actor, blank, listed, local_time, paragraph, title_of
from govflow.cli.table import Column
from govflow.cli.wording import worded
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import (
        ActForAnother,
        AgendaItem,
        AttendanceForecast,
        AttendanceLine,
        DeclaredConflict,
        EarlierItem,
        ItemBallot,
        MeetingView,
        PauseLine,
        SeatForecast,
        SeatStay,
    )

Field = tuple[str, object]

_AGENDA = (
    Column("heading.item", right=True),
    Column("heading.matter", fit="wrap"),
    Column("heading.reference"),
    Column("heading.became", fit="wrap"),
)
_ACTS = (
    Column("heading.day"),
    Column("heading.reference"),
    Column("heading.act", fit="wrap"),
    Column("heading.by", fit="wrap"),
)
_SEATS = (
    Column("heading.seat"),
    Column("heading.office_title", fit="wrap"),
    Column("heading.attended", fit="wrap"),
)
_REPLIES = (
    Column("heading.seat"),
    Column("heading.office_title", fit="wrap"),
    Column("heading.answer"),
    Column("heading.who_comes", fit="wrap"),
)
_PARTS = (
    ("decide", "consent"),
    ("decide", "discussion"),
    ("report", "discussion"),
    ("discuss", "discussion"),
)

_COMING = ("coming", "alternates")
_PUT_BESIDE = ("amendment", "override")
"""What is voted on beside the item itself."""


def show_meeting(out: Output, found: MeetingView, zone: str) -> None:
    paragraph(out, notice("meeting.shown", meeting=found.meeting, body=title_of(found.title)))
    if found.on_paper:
        paragraph(out, notice("meeting.recorded", source=found.on_paper))
    blank(out)
    out.fields(list(_fields(found, zone)))
    for section, part in _PARTS:
        items = [item for item in found.agenda if (item.section, item.part) == (section, part)]
        if items:
            blank(out)
            paragraph(out, notice(f"meeting.part_{section}_{part}"))
            out.table(_AGENDA, [_item(item, out.lang) for item in items])
        _show_acts(out, [act for item in items for act in item.acts], zone)
    numbers = [item.item for item in found.agenda]
    if numbers != sorted(numbers):
        blank(out)
        paragraph(out, notice("council.numbers_stay"))
    if not found.agenda:
        blank(out)
        paragraph(out, notice("meeting.no_items"))
    blank(out)
    out.table(_SEATS, [_seat(seat, zone, out.lang) for seat in found.seats])
    if found.pauses:
        blank(out)
    for pause in found.pauses:
        paragraph(out, _pause(pause, zone))


def show_forecast(out: Output, found: AttendanceForecast) -> None:
    held = notice("ballot.quorum_held" if found.held else "ballot.quorum_lacking")
    paragraph(
        out,
        notice(
            "meeting.forecast",
            meeting=found.meeting,
            quorum=notice(
                "ballot.quorum", of=found.of, needed=found.needed, attending=found.attending, held=held
            ),
        ),
    )
    blank(out)
    out.table(_REPLIES, [_reply(seat, out.lang) for seat in found.seats])


def _show_acts(out: Output, acts: list[ActForAnother], zone: str) -> None:
    """What delegates and substitutes did, below the item that reports it."""
    if acts:
        blank(out)
        out.table(_ACTS, [_act(act, zone) for act in acts])


def _act(act: ActForAnother, zone: str) -> tuple[object, ...]:
    by = actor(act.person, act.office, via=act.via, behalf=act.on_behalf_of)
    return (local_time(act.at, zone)[:10], act.reference, title_of(act.act), by)


def _fields(found: MeetingView, zone: str) -> Iterator[Field]:
    yield "heading.ballot_state", notice(f"meeting.state_{found.state}")
    yield "heading.starts", local_time(found.starts_at, zone)
    yield "heading.place", found.place
    yield "heading.called", local_time(found.called_at, zone)
    if found.shortened:
        yield "heading.shortened", found.shortened
    if found.cancelled:
        yield "heading.cancelled", found.cancelled
    if found.opened_at:
        yield "heading.opened", local_time(found.opened_at, zone)
    if found.ended_at:
        yield "heading.ended", local_time(found.ended_at, zone)
    if found.chair:
        yield "heading.presides", title_of(found.chair)
    if found.state in ("open", "suspended"):
        held = notice("ballot.quorum_held" if found.held else "ballot.quorum_lacking")
        numbers = {"of": found.of, "needed": found.needed, "attending": found.attending}
        yield "heading.quorum", notice("ballot.quorum", **numbers, held=held)
    if found.papers:
        yield "heading.papers", notice("meeting.pack", papers=found.papers, digest=found.pack[:12])


def _item(item: AgendaItem, lang: str) -> tuple[object, ...]:
    matter: list[object] = [title_of(item.title)]
    if item.ministry:
        matter.append(title_of(item.ministry))
    if item.amount is not None:
        matter.append(_amount(item, lang))
    matter += [came_to(one) for one in item.came_to]
    matter += [_earlier(one) for one in item.earlier]
    matter += [_conflict(one) for one in item.conflicts]
    if item.new_facts:
        matter.append(notice("meeting.new_facts", text=item.new_facts))
    return (
        item.item,
        _lines(matter, lang),
        item.proposal or item.about,
        _lines(_became(item), lang),
    )


def _amount(item: AgendaItem, lang: str) -> Notice | str:
    """What is asked for, and what amendments have left of it."""
    amount = exact(item.amount, lang)
    if item.amended_amount is None:
        return amount
    return notice("council.amended", amount=amount, amended=exact(item.amended_amount, lang))


def _conflict(one: DeclaredConflict) -> Notice:
    names = {"person": title_of(one.person), "office": title_of(one.office)}
    return notice("council.declared", **names, ballot=one.ballot, reason=one.reason)


def _became(item: AgendaItem) -> Iterator[object]:
    yield notice("meeting.item_returned" if item.outcome == "returned" else f"meeting.item_{item.state}")
    for ballot in item.ballots:
        yield _ballot(ballot)
        if ballot.awaits:
            bodies = listed([title_of(each) for each in ballot.awaits])
            yield notice("council.still_awaited", ballot=ballot.ballot, bodies=bodies)
    if item.decision:
        yield notice("meeting.decision", number=item.decision)
    if item.note:
        yield item.note


def _ballot(ballot: ItemBallot) -> Notice:
    outcome = ballot.outcome and notice(f"ballot.outcome_{ballot.outcome.lower()}")
    code = f"meeting.balloted_{ballot.purpose}" if ballot.purpose in _PUT_BESIDE else "meeting.balloted"
    return notice(code, ballot=ballot.ballot, outcome=outcome or _standing(ballot.state))


def _standing(state: str) -> Notice:
    return notice(f"voting.state_{state}")


def _earlier(one: EarlierItem) -> Notice:
    became = notice(f"meeting.item_{one.state}")
    return notice("meeting.returning", meeting=one.meeting, item=one.item, day=one.day, became=became)


def _seat(seat: AttendanceLine, zone: str, lang: str) -> tuple[object, ...]:
    return (seat.seat, title_of(seat.title), _lines((_stay(stay, zone) for stay in seat.stays), lang))


def _stay(stay: SeatStay, zone: str) -> Notice:
    times = _between(stay.since, stay.until, zone)
    if stay.alternate:
        return notice(
            "meeting.stayed_for", person=title_of(stay.person), alternate=stay.alternate, times=times
        )
    return notice("meeting.stayed", person=title_of(stay.person), times=times)


def _pause(pause: PauseLine, zone: str) -> Notice:
    why: Notice | str = pause.reason
    if pause.quorum:
        why = notice("meeting.pause_quorum")
    elif pause.unchaired:
        why = notice("meeting.pause_unchaired")
    return notice("meeting.paused", times=_between(pause.since, pause.until, zone), why=why)


def _between(since: str, until: str | None, zone: str) -> Notice:
    """From and until as times of the meeting's day."""
    start, end = local_time(since, zone)[-5:], until and local_time(until, zone)[-5:]
    return notice("meeting.from_until" if end else "meeting.from", since=start, until=end)


def _reply(seat: SeatForecast, lang: str) -> tuple[object, ...]:
    who: list[object] = [title_of(name) for name in seat.names] if seat.answer in _COMING else []
    if seat.alternate:
        who.append(notice("meeting.as_alternate", office=seat.alternate))
    if seat.proxy:
        who.append(notice("meeting.proxy_with", holder=seat.proxy))
    if seat.recorder:
        who.append(notice("meeting.reply_recorded", recorder=title_of(seat.recorder)))
    who += [seat.note] if seat.note else []
    return (seat.seat, title_of(seat.title), notice(f"meeting.answer_{seat.answer}"), _lines(who, lang))


def _lines(said: Iterable[object], lang: str) -> str:
    """Several things in one cell, a line each."""
    return "\n".join(worded(each, lang) for each in said)
