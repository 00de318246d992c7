"""Ballots in a sitting of the small government's CIO council: what their tests begin with."""

from __future__ import annotations

from typing import Any

from government import Government
from sitting import CIOS, MEETING, motion, opened, secretariat

import govflow

BALLOT = "CIO-2025-B001"
EVERYBODY = ("cas.chair", *CIOS)


def item_called(cio: Government, *, seats: tuple[str, ...] = EVERYBODY, item: int = 1, **content: Any) -> str:
    """A motion on the agenda, called with these seats there."""
    proposal = motion(cio, **content)
    opened(cio, seats=seats)
    govflow.call_item(secretariat(cio), MEETING, item)
    return proposal


def put(cio: Government, item: int = 1, **more: Any) -> str:
    return govflow.open_in_sitting(secretariat(cio), MEETING, item, **more).reference


def said(
    cio: Government, seat: str, position: str, *, ballot: str = BALLOT, **more: Any
) -> govflow.CouncilReceipt:
    """What a seat says in the room, written down."""
    return govflow.cast(secretariat(cio), ballot, position, seat=seat, recorded_for=True, **more)


def vote(cio: Government, person: str, position: str = "yes", **more: Any) -> govflow.CouncilReceipt:
    return govflow.cast(cio.person(person), BALLOT, position, **more)


def positions(cio: Government, ballot: str = BALLOT) -> list[str | None]:
    return [seat.position for seat in govflow.show_ballot(cio.onlooker, ballot).seats]
