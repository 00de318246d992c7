"""The roll of a ballot: its seats with their answers and weights, and who chairs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.position import Position

WEIGHT_DIGITS = 6
"""Decimal places of a weight."""

ONE: int = 10**WEIGHT_DIGITS
"""The weight of one vote: weights are whole numbers of this unit's millionth, so that all sums are exact."""

HEAVIEST: int = 10**18
"""The largest weight, in votes."""


class Seat(NamedTuple):
    """One seat when the question is closed. `present` includes an alternate who came; `written`: the answer came on
    paper; `proxy_for` names the seats whose proxies (委任状) this one holds."""

    name: str
    position: Position = Position.NONE
    weight: int = ONE
    present: bool = True
    recused: bool = False
    written: bool = False
    proxy_for: tuple[str, ...] = ()

    @property
    def may_speak(self) -> bool:
        """In the room and not in conflict: who holds a proxy or the chair must be both to use it."""
        return self.present and not self.recused


class Answer(NamedTuple):
    """A seat's answer as it counts, and whether somebody holding its proxy is there for it."""

    seat: Seat
    position: Position
    represented: bool


class Roll(NamedTuple):
    """The seats, the acting chair (who need not hold a seat), and the casting vote if it has been given."""

    seats: tuple[Seat, ...]
    chair: str | None = None
    casting_vote: Position | None = None

    def answers(self) -> Iterator[Answer]:
        """Seat by seat. A proxy speaks for a seat that is not there; the seat's own answer always goes first."""
        holders = {name: seat for seat in self.seats if seat.may_speak for name in seat.proxy_for}
        for seat in self.seats:
            holder = None if seat.present or seat.recused else holders.get(seat.name)
            by_proxy = seat.position is Position.NONE and holder is not None
            position = holder.position if by_proxy and holder else seat.position
            yield Answer(seat, position, represented=holder is not None)


def plain_weight(weight: int) -> int | str:
    """A weight in votes: a whole number, else decimal text such as `2.5`."""
    votes, rest = divmod(weight, ONE)
    return f"{votes}.{rest:0{WEIGHT_DIGITS}}".rstrip("0") if rest else votes
