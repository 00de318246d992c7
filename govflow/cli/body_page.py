"""A body on a page: its charter in words, and its seats, filled where they were looked up in a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, paragraph, title_of, working_days
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import BodyView, SeatLine

Content = Mapping[str, Any]
Field = tuple[str, Notice | Title | str]

_SEATS = (
    Column("heading.seat"),
    Column("heading.office_title", fit="wrap"),
    Column("heading.holders", fit="wrap"),
    Column("heading.votes"),
    Column("heading.alternates", fit="wrap"),
)
_KINDS = (
    Column("heading.seat"),
    Column("heading.office_title", fit="wrap"),
    Column("heading.seat_of", fit="wrap"),
    Column("heading.votes"),
    Column("heading.alternates", fit="wrap"),
)


def show_body(out: Output, found: BodyView) -> None:
    given = {"name": found.name, "version": found.version, "digest": found.digest[:12]}
    paragraph(out, notice("answer.body_shown", title=title_of(found.title), **given))
    blank(out)
    out.fields(_fields(found))
    blank(out)
    if found.seats is None:
        out.table(_KINDS, [_kind(kind) for kind in found.charter["seats"]])
    else:
        _show_seats(out, found.seats, day=found.day or "")


def _fields(found: BodyView) -> Iterator[Field]:
    charter = found.charter
    yield "heading.purpose", title_of(charter["purpose"])
    yield "heading.legal_basis", title_of(charter["basis"])
    yield "heading.powers", listed([notice(f"body.power_{power}") for power in charter["powers"]])
    if charter["parent"]:
        yield "heading.parent", charter["parent"]
    yield "heading.chair", _called(found, charter["chair"])
    if charter["deputies"]:
        yield "heading.deputies", listed([_called(found, each) for each in charter["deputies"]])
    yield "heading.secretariat", _called(found, charter["secretariat"])
    yield from _rules(found)
    yield from _procedures(found)
    if published := [name for name in ("minutes", "positions") if charter["publication"][name]]:
        yield "heading.publication", listed([notice(f"body.published_{name}") for name in published])
    yield "heading.series", title_of(charter["series"])


def _called(found: BodyView, code: str) -> Notice | str:
    """A role or an office by its title, with the code by which commands take it."""
    title = found.names.get(code)
    return notice("body.called", title=title_of(title), code=code) if title else code


def _rules(found: BodyView) -> Iterator[Field]:
    charter = found.charter
    if charter["rule"]:
        yield "heading.rule", _ruling(found, "rule", charter["rule"])
    if charter["objection_first"]:
        yield "heading.no_objection", notice("body.objection_first")
    for question in ("amendment", "override", "reconsideration"):
        if ruling := charter["other_rules"][question]:
            yield f"heading.{question}", _ruling(found, f"other_rules.{question}", ruling)
    if charter["own_ministry_recused"]:
        yield "heading.recusal", notice("body.own_ministry")


def _ruling(found: BodyView, path: str, ruling: Content) -> Notice | Title:
    sentence = title_of(found.rules[path])
    return notice("body.ruling", sentence=sentence, preset=ruling["preset"]) if ruling["preset"] else sentence


def _procedures(found: BodyView) -> Iterator[Field]:
    charter = found.charter
    if called := charter["notice"]:
        yield "heading.convening", notice("body.convened", days=working_days(called["working_days"]))
    if proxies := charter["proxies"]:
        yield "heading.proxies", notice("body.proxies_held", most=proxies["at_most"])
    if written := charter["written_procedure"]:
        days = working_days(written["working_days"])
        said = notice("body.in_writing", days=days, response=written["response"])
        if written["rule"]:
            sentence = _ruling(found, "written_procedure.rule", written["rule"])
            said = notice("body.in_writing_by", written=said, sentence=sentence)
        alone = written["exclusive"]
        yield "heading.written_procedure", said if alone else notice("body.also_by_a_day", written=said)
    if alone := charter["emergency"]:
        meetings = alone["ratify_within_meetings"]
        yield (
            "heading.emergency",
            notice("body.decided_alone", decider=_called(found, alone["decider"]), meetings=meetings),
        )
    if appeal := charter["appeal"]:
        by = listed([notice(f"body.appeal_{who}") for who in appeal["by"]])
        days = working_days(appeal["working_days"])
        yield "heading.appeal", notice("body.appealed", by=by, days=days, panel=appeal["panel"])


def _kind(kind: Content) -> tuple[object, ...]:
    binding = next(name for name in ("each", "role", "office") if kind[name])
    bound = {"role": kind["each"] or kind["role"], "office": kind["office"]}
    of = notice(f"body.seat_{binding}", **bound)
    return (kind["name"], title_of(kind["title"]), of, kind["voting"], listed(kind["alternates"]))


def _show_seats(out: Output, seats: Sequence[SeatLine], *, day: str) -> None:
    voting = sum(seat.voting for seat in seats)
    vacant = sum(not seat.holders for seat in seats)
    paragraph(out, notice("body.seats_on", day=day, seats=len(seats), voting=voting, vacant=vacant))
    out.table(_SEATS, [_seat(seat) for seat in seats])


def _seat(seat: SeatLine) -> tuple[object, ...]:
    held = [
        notice("answer.person_absent", name=title_of(name)) if code in seat.absent else title_of(name)
        for code, name in zip(seat.holders, seat.names, strict=True)
    ]
    holders = listed(held) if held else notice("answer.vacant")
    return (seat.seat, title_of(seat.title), holders, seat.voting, listed(seat.alternates))
