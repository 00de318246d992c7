"""What is decided jointly is said to be so wherever its outcome is read."""

from __future__ import annotations

import pytest
from balloting import load, load_council
from government import Government
from sitting import MEETING, secretariat
from sitting import opened as meeting_opened
from sitting_ballots import EVERYBODY, put

import govflow


@pytest.mark.parametrize(("lang", "said"), [("ja", "との共同決定です"), ("en", "Decided jointly with")])
def test_record_and_minutes_say_that_another_body_decides_too(
    cabinet: Government, lang: str, said: str
) -> None:
    load_council(cabinet)
    load(cabinet, "panel", powers=["advise"])
    cabinet.proposal(until="agenda_ready")
    meeting_opened(cabinet, seats=EVERYBODY)
    govflow.call_item(secretariat(cabinet), MEETING, 1)
    [record] = govflow.no_objection(secretariat(cabinet), put(cabinet, jointly_with=["panel"])).documents
    govflow.end_meeting(secretariat(cabinet), MEETING)
    [minutes] = govflow.draft_minutes(secretariat(cabinet), MEETING).documents
    for number in (record, minutes):
        assert said in govflow.document(cabinet.onlooker, number, lang=lang).text
    assert cabinet.problems() == []
