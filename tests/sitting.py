"""A sitting of the small government's CIO council on motions: what the tests of meetings begin with."""

from __future__ import annotations

from typing import Any

from government import Government
from sample_council import COUNCIL

import govflow
from govflow.domain.council.meeting import Meeting

DAY = "2025-04-15"
"""The day of the meeting: three working days after the government's present day."""

MEETING = "CIO-2025-M001"
CIOS = ("mof.cio", "mhlw.cio", "mic.cio")
QUORUM = ("cas.chair", "mof.cio", "mhlw.cio")
"""The least that can open a meeting."""

MOTION = COUNCIL.replace("town_council", "cio_council")
MOTION = MOTION.replace("    may_take: [note]\n", "    may_take: [note, amount]\n").replace(
    "steps:\n", "  amount: {type: yen, title: {ja: 金額, en: amount}}\nsteps:\n", 1
)


def council(government: Government) -> Government:
    """The council in force, and a workflow that it decides by."""
    govflow.load_body(government.session, "cio_council")
    return motions(government)


def motions(government: Government) -> Government:
    """The workflow of motions that the council decides by."""
    govflow.load_workflow(government.session, str(government.write("motion.yaml", MOTION)))
    return government


def motion(government: Government, key: str = "m1", **content: Any) -> str:
    """A motion that waits for the council."""
    whole = {"title": f"動議 {key}", "ministry": "mof", "fiscal_year": 2025, "amount": 500, **content}
    clerk = government.person(f"{whole['ministry']}_clerk")
    return govflow.submit(clerk, whole, key=key, workflow="motion").reference


def secretariat(government: Government) -> govflow.Session:
    return government.person("secretariat")


def called(government: Government, **more: Any) -> str:
    """A meeting called for the day."""
    said = {"body": "cio_council", "at": f"{DAY}T10:00", "place": "第一会議室", **more}
    return govflow.call_meeting(secretariat(government), **said).reference


def opened(government: Government, *, seats: tuple[str, ...] = QUORUM, **more: Any) -> str:
    """A meeting open on its day, with everything on its agenda that waits."""
    reference = called(government, **more)
    govflow.gather_items(secretariat(government), reference)
    government.on(DAY)
    govflow.open_meeting(secretariat(government), reference, seats=seats)
    return reference


def kept(government: Government, reference: str = MEETING) -> Meeting:
    """A meeting as the store has it."""
    with government.session.reading() as work:
        found = work.meetings.get(reference)
    assert found is not None
    return found.value
