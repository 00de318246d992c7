"""What documents tell of a meeting: the call, the agenda with its papers, and who was there when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govflow.documents.dates import wareki
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Item
from govflow.domain.council.meeting import Meeting, MeetingSeat, Paper, Stay
from govflow.domain.council.redaction import Redaction
from govflow.domain.organisation import Directory
from govflow.messages import LANGUAGES, Title, notice
from govflow.services.council.matters.redactions import Redactions
from govflow.services.names import Pair, both, ministry_named, named, pair, titled

JsonDict = dict[str, Any]


def meeting_told(
    meeting: Meeting, charter: Charter, directory: Directory, *, redactions: Redactions | None = None
) -> JsonDict:
    """The meeting itself; whole without `redactions`."""
    return {
        "reference": meeting.reference,
        "title": meeting_title(meeting, charter),
        "day": meeting.day,
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "state": meeting.state.value,
        "called_at": meeting.called_at,
        "opened_at": meeting.opened_at,
        "ended_at": meeting.ended_at,
        "chair": titled(directory, meeting.chair),
        "shortened": meeting.shortened,
        "on_paper": meeting.on_paper,
        "pauses": [
            _redacted(
                {"since": p.since, "until": p.until, "reason": p.reason, "quorum": p.quorum}, redactions
            )
            for p in meeting.pauses
        ],
    }


def meeting_title(meeting: Meeting, charter: Charter) -> Pair:
    """The body and the day: what a meeting is called where there is nothing else to call it by."""
    day = Title(*(wareki(meeting.day, lang) for lang in LANGUAGES))
    return both(notice("council.held_on", body=charter.title, day=day))


def agenda_told(
    meeting: Meeting, directory: Directory, *, redactions: Redactions | None = None
) -> list[JsonDict]:
    """The items in their order, each with the papers that hold; whole without `redactions`."""
    return [item_told(meeting, item, directory, redactions=redactions) for item in meeting.agenda()]


def item_told(
    meeting: Meeting, item: Item, directory: Directory, *, redactions: Redactions | None = None
) -> JsonDict:
    """An item as the agenda has it, with the papers that hold; whole without `redactions`."""
    redaction = Redaction() if redactions is None else redactions[item.number]
    told: JsonDict = redaction.told(_item(meeting, item, directory))
    closed = {name: why for name, why in redaction.closed.items() if name == "amount"}
    return told | {"amount": redaction.amount(item.amount), "withheld": withheld_told(closed)}


def _item(meeting: Meeting, item: Item, directory: Directory) -> JsonDict:
    return {
        "number": item.number,
        "place": meeting.agenda().index(item) + 1,
        "section": item.section.value,
        "part": item.part.value,
        "title": pair(item.named),
        "proposal": item.proposal,
        "ministry": ministry_named(directory, item.ministry) if item.ministry else None,
        "amount": item.amount,
        "about": item.about,
        "returning": item.returning,
        "new_facts": item.new_facts,
        "papers": [paper_told(paper) for paper in meeting.papers_of(item.number)],
    }


def withheld_told(closed: Mapping[str, str]) -> list[JsonDict]:
    """The parts that are closed, by their names, each with its reason."""
    return [_closed(name, why) for name, why in sorted(closed.items(), key=_place)]


def _place(closed: tuple[str, str]) -> tuple[str, int]:
    field, _, number = closed[0].partition(".")
    return field, int(number or 0)


def _closed(name: str, why: str) -> JsonDict:
    field, _, number = name.partition(".")
    one_of_several = notice("register.condition_number", number=number)
    title = one_of_several if number else notice(f"register.field_{field}")
    charter = both(notice("register.by_the_charter")) if field == "positions" else None
    return {"field": field, "title": both(title), "reason": charter or dict.fromkeys(LANGUAGES, why)}


def papers_told(meeting: Meeting, *, redactions: Redactions | None = None) -> list[JsonDict]:
    """Every paper that holds, those of the meeting first and then item by item; whole without `redactions`."""
    told = [_redacted(paper_told(paper), redactions) for paper in meeting.papers_of(None)]
    for item in meeting.agenda():
        redaction = Redaction() if redactions is None else redactions[item.number]
        told += [redaction.told(paper_told(paper)) for paper in meeting.papers_of(item.number)]
    return told


def _redacted(told: JsonDict, redactions: Redactions | None) -> JsonDict:
    """What is told of the whole meeting, without what is closed of any item."""
    for each in (redactions or {}).values():
        told = each.told(told)
    return told


def paper_told(paper: Paper) -> JsonDict:
    """A paper by its number and digest."""
    return {
        "number": paper.number,
        "item": paper.item,
        "title": paper.title,
        "file": paper.file,
        "digest": paper.digest,
        "tabled": paper.tabled,
        "replaces": paper.replaces,
    }


def attendance_told(meeting: Meeting, directory: Directory) -> list[JsonDict]:
    """Seat by seat: who sat there, from when until when; without stays for one that stayed empty."""
    return [_seat(meeting, seat, directory) for seat in meeting.seats]


def _seat(meeting: Meeting, seat: MeetingSeat, directory: Directory) -> JsonDict:
    stays = [stay for stay in meeting.every_stay() if stay.seat == seat.name]
    return {
        "seat": seat.name,
        "title": titled(directory, seat.name),
        "voting": seat.voting,
        "holders": [named(directory, person) for person in seat.holders],
        "stays": [_stay(stay, directory) for stay in stays],
    }


def _stay(stay: Stay, directory: Directory) -> JsonDict:
    return {
        "person": named(directory, stay.person),
        "office": titled(directory, stay.office),
        "alternate": stay.office != stay.seat,
        "since": stay.since,
        "until": stay.until,
    }
