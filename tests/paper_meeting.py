"""A meeting of the small government's CIO council that was held on paper: what its tests begin with."""

from __future__ import annotations

from government import Government
from sitting import MEETING, council, motion, secretariat
from sitting_ballots import BALLOT, EVERYBODY, put, said

import govflow

DAY, LATER = "2025-05-20", "2025-06-10"


def at(time: str) -> str:
    """A time of the meeting's day, as it is kept."""
    hour, minute = time.split(":")
    return f"{DAY}T{int(hour) - 9:02d}:{minute}:00.000000Z"


def tied(cio: Government) -> None:
    """A counted ballot of which the votes were equal."""
    put(cio, asks=False, at="10:10")
    said(cio, "mof.cio", "yes", at="10:12")
    said(cio, "mhlw.cio", "no", at="10:13")
    said(cio, "mic.cio", "abstain", at="10:13")
    closed = govflow.close_ballot(secretariat(cio), BALLOT, at="10:15")
    assert closed.state == "waiting_for_casting_vote"


def paper(government: Government) -> None:
    """A tie in a meeting held on paper."""
    called(government)
    tied(government)


def called(government: Government) -> None:
    """A meeting held on paper, recorded up to the first item."""
    council(government)
    motion(government)
    government.on(LATER)
    desk = secretariat(government)
    held = {"body": "cio_council", "at": f"{DAY}T10:00", "place": "庁舎", "held_on_paper": "議事録綴"}
    govflow.call_meeting(desk, **held)
    govflow.gather_items(desk, MEETING)
    govflow.open_meeting(desk, MEETING, seats=EVERYBODY)
    govflow.call_item(desk, MEETING, 1, at="10:05")
