"""What is closed stays out of reasons that end or interrupt something, and of what the last of many bodies issues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from balloting import load
from deciding_council import CIOS, found_council
from government import Government
from sitting import DAY, MEETING, secretariat
from sitting_ballots import EVERYBODY, said

import govflow

AMOUNT = 12_000_000
CLOSED = {"amount": "入札前"}
NAMED = "1,200万円は高い"


@pytest.fixture
def council(cabinet: Government) -> Government:
    """A council that publishes positions, in session on a motion of 12 million yen."""
    found_council(cabinet, publication="{positions: true, minutes: true}")
    clerk = cabinet.person("mof_clerk")
    motion = {"title": "動議", "ministry": "mof", "fiscal_year": 2025, "amount": AMOUNT}
    govflow.submit(clerk, motion, key="m1", workflow="motion")
    govflow.call_meeting(secretariat(cabinet), body="cio_council", at=f"{DAY}T10:00", place="第一会議室")
    govflow.gather_items(secretariat(cabinet), MEETING)
    cabinet.on(DAY)
    govflow.open_meeting(secretariat(cabinet), MEETING, seats=EVERYBODY)
    govflow.call_item(secretariat(cabinet), MEETING, 1)
    return cabinet


def put(council: Government, **more: Any) -> str:
    return govflow.open_in_sitting(secretariat(council), MEETING, 1, asks=False, **more).reference


def telling(council: Government, *numbers: str) -> Iterator[str]:
    """The documents of bodies in which the closed amount can be read; those to the ministry have it."""
    for number in (each for each in numbers if each.startswith(("CIO", "HL"))):
        for lang in ("ja", "en"):
            text = govflow.document(council.onlooker, number, lang=lang).text
            if any(form in text for form in ("1,200万", "12,000,000", "¥12")):
                yield number


def test_the_reasons_of_endings_and_pauses_do_not_tell_what_is_closed(council: Government) -> None:
    office = secretariat(council)
    first = put(council, closed=CLOSED)
    issued = [*govflow.withdraw_ballot(office, first, reason=NAMED).documents]
    govflow.suspend_meeting(office, MEETING, reason=NAMED)
    govflow.resume_meeting(office, MEETING)
    second = put(council)
    for seat, position in zip(CIOS, ("yes", "no", "abstain"), strict=True):
        said(council, seat.replace("_", "."), position, ballot=second)
    govflow.close_ballot(office, second)
    issued += govflow.casting_vote(council.person("chair"), second, "yes", reason=NAMED).documents
    govflow.end_meeting(office, MEETING)
    issued += govflow.issue_document(office, MEETING, "commitments").documents
    assert len(issued) >= 4
    assert [*telling(council, *issued)] == []
    assert council.problems() == []


@pytest.mark.parametrize("closer", [0, 1])
def test_the_record_of_the_last_body_does_not_tell_what_another_closed(
    council: Government, closer: int
) -> None:
    load(council, "hall", series="HL", powers=["advise"])
    office = secretariat(council)
    hall = govflow.call_meeting(office, body="hall", at=f"{DAY}T15:00", place="第二会議室").reference
    [proposal] = [item.proposal for item in govflow.show_meeting(council.onlooker, MEETING).agenda]
    govflow.add_item(office, hall, proposal=proposal)
    govflow.open_meeting(office, hall, seats=EVERYBODY, reason="早い")
    govflow.call_item(office, hall, 1)
    closing = [CLOSED, None] if closer == 0 else [None, CLOSED]
    one = put(council, jointly_with=["hall"], closed=closing[0])
    other = govflow.open_in_sitting(
        office, hall, 1, asks=False, jointly_with=["cio_council"], closed=closing[1]
    ).reference
    assert council.problems() == []
    last = [one, other][1 - closer]
    for ballot in ([one, other][closer], last):
        for seat in CIOS:
            said(council, seat.replace("_", "."), "yes", ballot=ballot)
        issued = govflow.close_ballot(office, ballot).documents
    assert [*telling(council, *issued)] == []
    assert council.problems() == []
