"""A scenario's meetings: when a body is called, who is away, and how each item ends, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from govflow.domain.council.item import AmendmentKind, Part
from govflow.domain.council.position import TOKENS
from govflow.reading import Record


@dataclass(frozen=True, slots=True)
class PlannedAmendment:
    """An amendment that a seat moves and that nobody objects to."""

    kind: AmendmentKind
    seat: str
    text: str
    amount: int | None
    condition: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """How the item of a programme goes. `votes` are the seats by position where it is counted: every other seat that
    is there votes yes. Without any, nobody objects. `carried_over` is the reason why it is not put to the vote,
    `new_facts` why a matter that was decided in the same year comes back."""

    programme: str
    part: Part
    amendments: tuple[PlannedAmendment, ...]
    votes: Mapping[str, tuple[str, ...]]
    carried_over: str
    new_facts: str


@dataclass(frozen=True, slots=True)
class PlannedMinutes:
    """The minutes of a meeting: drawn up on the day `drafted`, they go round `until` another; on the day `corrected`
    the seat `corrects` asks for a `correction`, and on the day `signed` the `signers` sign what is then published."""

    drafted: date
    until: date
    corrected: date
    corrects: str
    correction: str
    signed: date
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting of a body, called on one day and held on another. `away` are the seats that nobody takes; items that
    are not planned go through without objection. `papers` are files of the examples by title; a meeting with `minutes`
    also issues every document that there is."""

    body: str
    called: date
    held: date
    place: str
    away: tuple[str, ...]
    items: Mapping[str, PlannedItem]
    papers: Mapping[str, str]
    minutes: PlannedMinutes | None


def planned_meeting(record: Record) -> PlannedMeeting:
    """A meeting as the scenario states it."""
    items = [_item(item) for item in record.records("items", default=())]
    papers = [_paper(paper) for paper in record.records("papers", default=())]
    minutes = record.optional_record("minutes")
    meeting = PlannedMeeting(
        body=record.name("body"),
        called=record.date("called"),
        held=record.date("held"),
        place=record.text("place"),
        away=record.texts("away"),
        items={item.programme: item for item in items},
        papers=dict(papers),
        minutes=_minutes(minutes) if minutes else None,
    )
    record.finish()
    return meeting


def _paper(record: Record) -> tuple[str, str]:
    paper = record.text("title"), record.text("file")
    record.finish()
    return paper


def _minutes(record: Record) -> PlannedMinutes:
    minutes = PlannedMinutes(
        drafted=record.date("drafted"),
        until=record.date("until"),
        corrected=record.date("corrected"),
        corrects=record.text("corrects"),
        correction=record.text("correction"),
        signed=record.date("signed"),
        signers=record.texts("signers"),
    )
    record.finish()
    return minutes


def _item(record: Record) -> PlannedItem:
    item = PlannedItem(
        programme=record.text("programme"),
        part=Part(record.choice("part", [*Part], default=Part.DISCUSSION)),
        amendments=tuple(_amendment(each) for each in record.records("amendments", default=())),
        votes=_votes(record.optional_record("votes")),
        carried_over=record.text("carried_over", default=""),
        new_facts=record.text("new_facts", default=""),
    )
    record.finish()
    return item


def _amendment(record: Record) -> PlannedAmendment:
    condition = record.node("condition")
    amendment = PlannedAmendment(
        kind=AmendmentKind(record.choice("kind", [*AmendmentKind])),
        seat=record.text("seat"),
        text=record.text("text"),
        amount=record.yen("amount"),
        condition=condition.plain() if condition else None,
    )
    record.finish()
    return amendment


def _votes(record: Record | None) -> dict[str, tuple[str, ...]]:
    """The seats by position; an unknown position is no key."""
    if record is None:
        return {}
    votes = {position: record.texts(position) for position in TOKENS if record.has(position)}
    record.finish()
    return votes
