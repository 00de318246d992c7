"""`govflow decision list`, `show`, `text`, `verify` and `commitments`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.amount import exact
from govflow.cli.closed_field import closed_field
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import blank, local_time, paragraph, title_of
from govflow.cli.seat_lines import SeatLine, said, show_seats
from govflow.cli.table import Column
from govflow.cli.wording import worded
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Commitment, DecisionLine, DecisionLink, DecisionSeat, DecisionView

Field = tuple[str, object]

_LINES = (
    Column("heading.number"),
    Column("heading.title", fit="wrap"),
    Column("heading.outcome"),
    Column("heading.standing"),
    Column("heading.decided_on"),
)
_COMMITMENTS = (
    Column("heading.ballot", fit="wrap"),
    Column("heading.question", fit="wrap"),
    Column("heading.seat", fit="wrap"),
    Column("heading.position", fit="wrap"),
)
"""Two lines to a position: who gave it stands under the seat, and when under the ballot, so that words stay whole."""

_number = click.argument("number", metavar="NUMBER")
_public = click.option("--public", is_flag=True)


@command("decision list")
@click.option("--body", metavar="NAME")
@click.option("--year", "fiscal_year", metavar="YEAR", type=int)
@click.option("--proposal", metavar="REFERENCE")
@at_time
def list_(call: Invocation, **wanted: Any) -> None:
    with opened(call) as session:
        found = govflow.list_decisions(session, **wanted)
    call.out.answer(found, lambda: call.out.table(_LINES, [_line(line) for line in found]))


@command("decision show")
@_number
@_public
@at_time
def show(call: Invocation, number: str, public: bool) -> None:
    with opened(call) as session:
        found = govflow.show_decision(session, number, public=public)
    call.out.answer(found, lambda: _show(call.out, found))


@command("decision text")
@_number
@_public
@at_time
def text(call: Invocation, number: str, public: bool) -> None:
    with opened(call) as session:
        found = govflow.decision_text(session, number, public=public)
    call.out.exact(found)


@command("decision verify")
@_number
@click.argument("path", metavar="FILE", type=FILE)
@at_time
def verify(call: Invocation, number: str, path: Path) -> None:
    with opened(call) as session:
        found = govflow.verify_decision(session, number, path)
    told = notice(
        "register.is_its_text",
        file=str(path),
        number=found.number,
        version=notice(f"register.version_{found.version}"),
        digest=found.digest[:12],
        standing=notice(f"register.standing_{found.standing}"),
    )
    call.out.answer(found, lambda: paragraph(call.out, told))


@command("decision commitments")
@click.option("--ministry", metavar="MINISTRY")
@click.option("--proposal", metavar="REFERENCE")
@click.option("--body", metavar="NAME")
@at_time
def commitments(call: Invocation, **wanted: Any) -> None:
    with opened(call) as session:
        found = govflow.list_commitments(session, **wanted)
        zone = session.store.info.timezone
    call.out.answer(
        found, lambda: call.out.table(_COMMITMENTS, [_commitment(c, zone, call.lang) for c in found])
    )


def _line(line: DecisionLine) -> tuple[object, ...]:
    outcome = notice(f"ballot.outcome_{line.outcome.lower()}")
    standing = notice(f"register.standing_{line.standing}")
    return (line.number, title_of(line.title), outcome, standing, line.decided_on)


def _show(out: Output, found: DecisionView) -> None:
    shown = notice("register.shown", printed=title_of(found.printed), title=title_of(found.title))
    paragraph(out, shown)
    blank(out)
    out.fields([*_fields(found.content, found, out.lang), *_afterwards(found)])
    if found.seats is not None:
        blank(out)
        show_seats(out, [_seat(seat) for seat in found.seats])


def _fields(content: Mapping[str, Any], found: DecisionView, lang: str) -> Iterator[Field]:
    yield "heading.number", found.number
    yield "heading.decision_version", notice(f"register.version_{found.version}")
    yield "heading.body", title_of(found.body)
    yield "heading.decided_on", content["decided_on"]
    yield "heading.mode", notice(f"register.mode_{content['mode']}")
    yield "heading.outcome", title_of(content["sentence"])
    yield "heading.standing", notice(f"register.standing_{found.standing}")
    for name in ("proposal", "meeting", "ballot", "reason"):
        if content[name]:
            yield f"heading.{name}", content[name]
    if content["amount"] is not None:
        yield "heading.amount", exact(content["amount"], lang)
    if content["conditions"]:
        yield "heading.conditions", [*map(_condition, found.conditions, content["conditions"])]
    if content["dissent"]:
        yield "heading.dissent", [_dissent(each) for each in content["dissent"]]


def _afterwards(found: DecisionView) -> Iterator[Field]:
    """What bears on it and on what it bears, what is withheld, and the digests."""
    if found.links:
        yield "heading.links", [_link(each, found.number) for each in found.links]
    if withheld := found.content["withheld"]:
        heading = "withheld" if found.version == "public" else "closed_fields"
        yield f"heading.{heading}", [closed_field(each["field"], each["reason"]) for each in withheld]
    yield "heading.digest", found.digest
    other = "full" if found.version == "public" else "public"
    yield f"heading.{other}_digest", found.other_digest


def _link(link: DecisionLink, number: str) -> Notice:
    if link.later == link.earlier:
        return notice("register.lapsed_of_itself")
    if link.later == number:
        return notice(f"register.link_{link.kind}", number=link.earlier)
    return notice(f"register.linked_{link.kind}", number=link.later)


def _condition(shown: Mapping[str, str], condition: Mapping[str, Any]) -> Notice | Title:
    said, closed = title_of(shown), condition.get("closed")
    return notice("register.closed_condition", text=said, reason=closed) if closed else said


def _dissent(dissent: Mapping[str, str | None]) -> Notice | str:
    seat, said = dissent["seat"], dissent["text"] or ""
    return notice("register.dissent", seat=seat, text=said) if seat else said


def _seat(seat: DecisionSeat) -> SeatLine:
    return SeatLine(
        seat.seat, seat.title, seat.person, seat.position, seat.recorder, seat.recused_for, text=seat.text
    )


def _commitment(found: Commitment, zone: str, lang: str) -> tuple[object, ...]:
    via = notice(f"voting.via_{found.via}") if found.via != "own" else None
    more = {"voting.said_via": {"via": via}} if via else {}
    position = said(
        SeatLine(
            found.seat, found.title, found.person_name, found.position, found.recorder_name, None, more=more
        )
    )
    if found.replaced_by:
        position = notice("register.replaced", position=position, number=found.replaced_by)
    voter = title_of(found.person_name) if found.person_name else None
    numbered = notice("register.position_number", ballot=found.ballot, number=found.number)
    given = f"{worded(numbered, lang)}\n{local_time(found.at, zone)}"
    seat = f"{found.seat}\n{worded(voter, lang)}" if voter else found.seat
    return (given, title_of(found.question), seat, position)
