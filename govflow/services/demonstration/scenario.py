"""Scenario files: the stories a demonstration tells, read strictly. Days are counted in working days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from govflow.domain.deadline import WorkingCalendar
from govflow.messages import Title, did_you_mean, notice
from govflow.reading import LARGE_DOCUMENT_BYTES, Reader, Record, read_document
from govflow.services.demonstration.planned_meeting import PlannedMeeting, planned_meeting


@dataclass(frozen=True, slots=True)
class PlannedAct:
    """One act of a story: `after` working days since the one before, or on a given day (`on`).

    `content` instead of a trigger: the owner writes the draft. `person` None: whoever may.
    """

    trigger: str
    after: int
    on: date | None
    person: str | None
    payload: Mapping[str, Any]
    note: str
    content: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Story:
    """What happens to the proposal of one programme, and the state it must end in."""

    programme: str
    title: Title
    end: str
    acts: tuple[PlannedAct, ...]

    def days(self, start: date, calendar: WorkingCalendar) -> Iterator[tuple[date, PlannedAct]]:
        """Each act with its day."""
        day = start
        for act in self.acts:
            day = act.on if act.on is not None else calendar.add(day, act.after)
            yield day, act


@dataclass(frozen=True, slots=True)
class Scenario:
    """A demonstration: its input files (beside the scenario's), its days, its meetings, and its stories."""

    organisation: str
    workflow: str
    programmes: str
    mapping: str
    fiscal_year: int
    clerk: str
    start: date
    end: date
    meetings: tuple[PlannedMeeting, ...]
    stories: tuple[Story, ...]


def read_scenario(path: Path) -> Scenario:
    """A scenario file; BadInput with every problem of it."""
    reader = Reader()
    record = reader.record(read_document(path, limit=LARGE_DOCUMENT_BYTES))
    record.integer("format", minimum=1, maximum=1)
    routes = dict(_routes(record))
    scenario = Scenario(
        organisation=record.text("organisation"),
        workflow=record.name("workflow"),
        programmes=record.text("programmes"),
        mapping=record.text("mapping"),
        fiscal_year=record.integer("fiscal_year"),
        clerk=record.name("clerk"),
        start=record.date("start"),
        end=record.date("end"),
        meetings=tuple(planned_meeting(each) for each in record.records("meetings", default=())),
        stories=tuple(_story(story, routes) for story in record.records("stories")),
    )
    record.finish()
    reader.raise_if_any()
    return scenario


def _routes(record: Record) -> Iterator[tuple[str, tuple[PlannedAct, ...]]]:
    """Named stretches of the process that several stories share."""
    for name, route in record.entries("routes", default=()):
        yield name, tuple(_act(item) for item in route.records("acts"))
        route.finish()


def _story(record: Record, routes: Mapping[str, tuple[PlannedAct, ...]]) -> Story:
    acts: list[PlannedAct] = []
    for item in record.records("acts"):
        acts += _stretch(item, routes)
    story = Story(record.text("programme"), record.title("title"), record.name("end"), tuple(acts))
    record.finish()
    return story


def _stretch(item: Record, routes: Mapping[str, tuple[PlannedAct, ...]]) -> tuple[PlannedAct, ...]:
    """Either one act, or `route: NAME` for a shared stretch."""
    name = item.optional_name("route")
    if name is None:
        return (_act(item),)
    item.finish()
    if name not in routes:
        item.problem("route", notice("demo.unknown_route", name=name, hint=did_you_mean(name, routes)))
    return routes.get(name, ())


def _act(item: Record) -> PlannedAct:
    content = item.node("write")
    payload = item.node("with")
    act = PlannedAct(
        trigger=item.text("do", default="" if content else "?"),
        after=item.integer("after", default=0, minimum=0),
        on=item.optional_date("on"),
        person=item.optional_text("by"),
        payload=payload.plain() if payload else {},
        note=item.text("note", default="", multiline=True),
        content=content.plain() if content else None,
    )
    item.finish()
    return act
