"""Joint decisions: the last body to close settles the ballots, items and numbers of all."""

from __future__ import annotations

from typing import Any

import pytest
from balloting import CIOS, close, load, vote
from government import Government
from sitting import MEETING, secretariat
from sitting import opened as meeting_opened
from sitting_ballots import EVERYBODY, meeting_of, put

import govflow

WRITTEN = {
    "working_days": 1,
    "response": "1/2",
    "rule": {
        "base": "cast",
        "threshold": "1/2",
        "quorum": {"fraction": "1/2", "inclusive": True, "count_written": True},
    },
}


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries in force, on either database."""
    govflow.load_body(either.session, "cio_council")
    return either


def sat(council: Government) -> tuple[str, str]:
    """A proposal that the council votes on in a sitting, jointly with the panel. The proposal and the ballot."""
    proposal = council.proposal(until="agenda_ready")
    meeting_opened(council, seats=EVERYBODY)
    govflow.call_item(secretariat(council), MEETING, 1)
    return proposal, put(council, jointly_with=["panel"])


def circulated(council: Government, proposal: str, **more: Any) -> str:
    """The same in writing before the panel."""
    said = {"body": "panel", "closes_at": "2025-04-25T17:00", "reason": "急ぐ", "proposal": proposal}
    joint = more.pop("jointly_with", ["cio_council"])
    return govflow.open_written(council.person("chair"), **said, jointly_with=joint).reference


def answered(council: Government, ballot: str, position: str) -> dict[str, Any]:
    for person in CIOS:
        vote(council, person, position, ballot=ballot)
    return dict(close(council, ballot).told)


def numbers(council: Government) -> dict[str, str]:
    return {line.number: line.outcome for line in govflow.list_decisions(council.session)}


def test_no_other_body_moves_a_proposal_by_naming_the_council(council: Government) -> None:
    load(council, "panel", powers=["advise"], written_procedure=WRITTEN)
    proposal = council.proposal(until="agenda_ready")
    meeting_opened(council, seats=EVERYBODY)
    govflow.call_item(secretariat(council), MEETING, 1)
    alone = put(council)
    other = circulated(council, proposal)
    assert answered(council, other, "no") == {"outcome": "FAILED", "awaits": ["cio_council"]}
    assert council.state(proposal) == "deliberation"
    govflow.no_objection(secretariat(council), alone)
    assert (council.state(proposal), numbers(council)) == ("gcio_decision", {"CIO-2025-D001": "PASSED"})
    assert council.problems() == []


def test_who_closes_last_settles_item_and_number_of_the_body_that_waits(council: Government) -> None:
    load(council, "panel", powers=["advise"], written_procedure=WRITTEN)
    proposal, first = sat(council)
    second = circulated(council, proposal)
    assert govflow.no_objection(secretariat(council), first).told["awaits"] == ["panel"]
    govflow.end_meeting(secretariat(council), MEETING)
    item = meeting_of(council).items["1"]
    assert (item.state, item.outcome, item.decision) == ("done", None, None)
    assert answered(council, second, "yes")["proposal_state"] == "gcio_decision"
    item = meeting_of(council).items["1"]
    assert (item.state, item.outcome, item.decision) == ("done", "passed", "CIO-2025-D001")
    assert numbers(council) == {"CIO-2025-D001": "PASSED"}
    assert council.shown(proposal).records["council"]["record"] == "CIO-2025-D001"
    assert council.problems() == []


def test_one_body_that_failed_first_fails_the_item_of_the_other(council: Government) -> None:
    load(council, "panel", written_procedure=WRITTEN)
    proposal, first = sat(council)
    assert answered(council, circulated(council, proposal), "no")["awaits"] == ["cio_council"]
    assert council.state(proposal) == "deliberation"
    told = govflow.no_objection(secretariat(council), first).told
    assert (told["outcome"], told["decision"]) == ("PASSED", "CIO-2025-D001")
    assert meeting_of(council).items["1"].outcome == "failed"
    assert numbers(council) == {"CIO-2025-D001": "FAILED", "PN-2025-D001": "FAILED"}
    assert council.problems() == []


def test_a_joint_decision_that_was_settled_settles_no_later_one(council: Government) -> None:
    load(council, "panel")
    open_one = {"question": "採用するか", "jointly_with": ["panel"], "body": "cio_council"}
    other = {"question": "採用するか", "jointly_with": ["cio_council"], "body": "panel"}
    for said in (open_one, other):
        answered(council, govflow.open_ballot(secretariat(council), **said).reference, "yes")
    again = govflow.open_ballot(secretariat(council), **open_one).reference
    assert answered(council, again, "yes")["awaits"] == ["panel"]
    assert len(numbers(council)) == 2
    assert council.problems() == []


def test_only_ballots_that_name_each_other_count(council: Government) -> None:
    load(council, "panel")
    answered(council, govflow.open_ballot(secretariat(council), body="panel", question="q").reference, "yes")
    joint = {"question": "q", "jointly_with": ["panel"], "body": "cio_council"}
    ballot = govflow.open_ballot(secretariat(council), **joint).reference
    assert answered(council, ballot, "yes")["awaits"] == ["panel"]
    assert numbers(council) == {"PN-2025-D001": "PASSED"}


def test_signed_minutes_hold_when_another_body_settles_the_joint_decision(council: Government) -> None:
    load(council, "panel", written_procedure=WRITTEN)
    proposal, first = sat(council)
    second = circulated(council, proposal)
    govflow.no_objection(secretariat(council), first)
    govflow.end_meeting(secretariat(council), MEETING)
    with council.session.reading() as work:
        before = record(work)
    answered(council, second, "yes")
    with council.session.reading() as work:
        assert record(work) == before


def record(work: Any) -> str:
    from govflow.domain.council.minutes_checks import record_of

    ballots = [kept.value for kept in work.ballots.found(meeting=MEETING)]
    return record_of(work.meetings.get(MEETING).value, ballots)
