"""The seats of a ballot or decision on a page: who said what, and who wrote it down, once where it was one recorder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from govflow.cli.output import Output
from govflow.cli.prose import paragraph, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, notice

Pair = Mapping[str, str]

_SEATS = (
    Column("heading.seat"),
    Column("heading.office_title", fit="wrap"),
    Column("heading.voter", fit="wrap"),
    Column("heading.position", fit="wrap"),
)


class SeatLine(NamedTuple):
    """A seat with its position. `more` are the words that go around it, by code; `recused_for` is the reason of a
    recusal, empty for the own ministry's, `recused_in` the earlier ballot in which it was declared."""

    seat: str
    title: Pair | None
    voter: Pair | None
    position: str | None
    recorder: Pair | None
    recused_for: str | None
    recused_in: str | None = None
    text: str = ""
    more: Mapping[str, Mapping[str, object]] = {}


def show_seats(out: Output, seats: Sequence[SeatLine]) -> None:
    """The table; who recorded all that was recorded is told above it."""
    recorder = only_recorder(seats)
    if recorder:
        paragraph(out, notice("voting.all_recorded_by", recorder=title_of(recorder)))
    out.table(_SEATS, [_row(seat, recorder) for seat in seats])


def only_recorder(seats: Iterable[SeatLine]) -> Pair | None:
    """Who wrote every position down, where it was one person and nobody spoke in person."""
    found = [seat.recorder for seat in seats if seat.position is not None and seat.recused_for is None]
    return found[0] if found and all(each == found[0] for each in found) else None


def said(seat: SeatLine, *, recorder: Pair | None = None) -> Notice | None:
    """What a seat said, with the recorder unless it is the one who is told already."""
    if seat.recused_for is not None:
        told = notice("voting.recused_for", reason=seat.recused_for or notice("voting.own_ministry"))
        earlier = seat.recused_in
        return notice("council.recused_in", position=told, source=earlier) if earlier else told
    if seat.position is None:
        return None
    told = notice(f"voting.position_{seat.position}")
    if seat.text:
        told = notice("voting.with_text", position=told, text=seat.text)
    if seat.recorder and seat.recorder != recorder:
        told = notice("voting.recorded_by", position=told, recorder=title_of(seat.recorder))
    for code, given in seat.more.items():
        told = notice(code, position=told, **given)
    return told


def _row(seat: SeatLine, recorder: Pair | None) -> tuple[object, ...]:
    title, voter = (title_of(each) if each else None for each in (seat.title, seat.voter))
    return (seat.seat, title, voter, said(seat, recorder=recorder))
