"""Ballots of the small government's CIO council, outside a sitting: what their tests begin with."""

from __future__ import annotations

from typing import Any

from council_files import by_a_day, charter
from government import Government

import govflow

CIOS = ("mof_cio", "mhlw_cio", "mic_cio")
REFERENCE = "CIO-2025-B001"


def opened(council: Government, *, by: str = "secretariat", **more: Any) -> str:
    """The question put to the council."""
    return govflow.open_ballot(
        council.person(by), **{"body": "cio_council", "question": "採用するか", **more}
    ).reference


def load_council(government: Government) -> None:
    """The council of three ministries in force, which answers by a day too."""
    govflow.load_body(government.session, str(government.write("cio_council.yaml", by_a_day())))


def load(council: Government, name: str, **changes: Any) -> None:
    """A body of the test's own in force."""
    govflow.load_body(council.session, str(council.write(f"{name}.yaml", charter(name, **changes))))


def vote(
    council: Government, person: str, position: str = "yes", *, ballot: str = REFERENCE, **more: Any
) -> govflow.CouncilReceipt:
    return govflow.cast(council.person(person), ballot, position, **more)


def close(council: Government, ballot: str = REFERENCE, *, by: str = "secretariat") -> govflow.CouncilReceipt:
    return govflow.close_ballot(council.person(by), ballot)


def shown(council: Government, ballot: str = REFERENCE) -> govflow.BallotView:
    return govflow.show_ballot(council.onlooker, ballot)


def written(council: Government, **more: Any) -> govflow.CouncilReceipt:
    said = {
        "body": "cio_council",
        "question": "q",
        "closes_at": "2025-04-17T17:00",
        "reason": "会議を開けない",
    }
    return govflow.open_written(council.person(more.pop("by", "chair")), **{**said, **more})
