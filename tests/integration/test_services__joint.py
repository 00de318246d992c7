"""Joint decisions: the last body to close settles the ballots, items and numbers of all."""

from __future__ import annotations

from typing import Any

import pytest
from balloting import CIOS, close, load, load_council, opened, vote
from government import Government, refused
from sitting import DAY, MEETING, kept, secretariat
from sitting import opened as meeting_opened
from sitting_ballots import EVERYBODY, put

import govflow
from govflow.errors import Refused

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
    load_council(either)
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
    return {line.number: line.outcome for line in govflow.list_decisions(council.onlooker)}


def test_no_other_body_moves_a_proposal_by_naming_the_council(council: Government) -> None:
    load(council, "panel", powers=["advise"], written_procedure=WRITTEN)
    proposal = council.proposal(until="agenda_ready")
    meeting_opened(council, seats=EVERYBODY)
    govflow.call_item(secretariat(council), MEETING, 1)
    alone = put(council)
    other = circulated(council, proposal)
    assert answered(council, other, "no") == {
        "outcome": "FAILED",
        "awaits": ["cio_council"],
        "awaits_titles": [{"ja": "CIO連絡会議", "en": "CIO council"}],
        "awaited_ballots": [None],
        "jointly_with": "panel",
    }
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
    item = kept(council).items["1"]
    assert (item.state, item.outcome, item.decision) == ("done", None, None)
    assert answered(council, second, "yes")["proposal_state"] == "gcio_decision"
    item = kept(council).items["1"]
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
    assert kept(council).items["1"].outcome == "failed"
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


QUESTION = {"question": "採用するか", "body": "cio_council", "jointly_with": ["panel"]}
OTHER = {"question": "採用するか", "body": "panel", "jointly_with": ["cio_council"]}


def test_a_body_does_not_put_a_text_to_the_vote_again_that_waits_for_another(council: Government) -> None:
    """Neither as the first ballot goes on nor once it has decided; another text it does."""
    load(council, "panel")
    first = opened(council, **QUESTION)
    assert refused(Refused, opened, council, **QUESTION) == ["voting.waits_jointly"]
    assert answered(council, first, "yes")["awaits"] == ["panel"]
    with pytest.raises(Refused) as told:
        opened(council, **QUESTION)
    [reason] = told.value.notices
    assert (reason.code, reason.params["ballot"]) == ("voting.waits_jointly", first)
    assert told.value.next_command == f"govflow ballot show {first}"
    assert opened(council, **QUESTION | {"question": "別の案を採用するか"}) == "CIO-2025-B002"
    assert opened(council, **QUESTION | {"jointly_with": []}) == "CIO-2025-B003"
    assert answered(council, opened(council, **OTHER), "yes")["jointly"] == "PASSED"
    assert council.problems() == []


@pytest.mark.parametrize("ended", ["withdrawn", "unanswered"])
def test_a_body_that_has_decided_nothing_votes_again_on_what_another_waits_for(
    council: Government, ended: str
) -> None:
    load(council, "panel")
    assert answered(council, opened(council, **OTHER), "yes")["awaits"] == ["cio_council"]
    first = opened(council, **QUESTION, closes_at="2025-04-11T12:00")
    if ended == "withdrawn":
        govflow.withdraw_ballot(secretariat(council), first, reason="誤り")
    else:
        council.on("2025-04-14")
        assert close(council, first).told["outcome"] == "NO_QUORUM"
    again = opened(council, **QUESTION)
    assert answered(council, again, "yes")["jointly"] == "PASSED"
    together = [each.ballot for each in govflow.show_ballot(council.onlooker, again).joint]
    assert together == [again, "PN-2025-B001"]
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


def joint(council: Government, ballot: str) -> list[tuple[str, str | None, str | None, str | None, bool]]:
    """Body by body: its ballot, outcome and number, and whether it is awaited."""
    shown = govflow.show_ballot(council.onlooker, ballot)
    return [(each.body, each.ballot, each.outcome, each.decision, each.awaited) for each in shown.joint]


def test_a_ballot_tells_what_each_body_came_to_and_who_is_awaited(council: Government) -> None:
    load(council, "panel", written_procedure=WRITTEN)
    proposal, first = sat(council)
    assert joint(council, first) == [
        ("cio_council", first, None, None, True),
        ("panel", None, None, None, True),
    ]
    second = circulated(council, proposal)
    govflow.no_objection(secretariat(council), first)
    assert joint(council, second) == [
        ("panel", second, None, None, True),
        ("cio_council", first, "PASSED", None, False),
    ]
    assert govflow.show_ballot(council.onlooker, first).jointly is None
    assert answered(council, second, "no")["jointly"] == "FAILED"
    together = [
        ("cio_council", first, "PASSED", "CIO-2025-D001", False),
        ("panel", second, "FAILED", "PN-2025-D001", False),
    ]
    assert (joint(council, first), joint(council, second)) == (together, together[::-1])
    assert govflow.show_ballot(council.onlooker, first).jointly == "FAILED"
    for ballot in (first, second):
        text = decision_text(council, ballot)
        assert f"CIO council: passed ({first})" in text
        assert f"panel: not passed ({second})" in text
        assert "| Joint outcome | not passed |" in text
    assert "settling of the joint decision" in decision_text(council, first)
    assert council.problems() == []


def decision_text(council: Government, ballot: str) -> str:
    with council.session.reading() as work:
        [number] = [row.number for row in work.documents.of(ballot) if row.kind == "decision_text"]
    return govflow.document(council.onlooker, number, lang="en").text


def record(work: Any) -> str:
    from govflow.domain.council.minutes_checks import record_of

    ballots = [kept.value for kept in work.ballots.found(meeting=MEETING)]
    return record_of(work.meetings.get(MEETING).value, ballots)


def advised(council: Government) -> tuple[str, str, str]:
    """A proposal that the council and the panel, which advises, have on their agendas, each in a sitting of its own.
    The proposal and the ballots."""
    load(council, "panel", powers=["advise"])
    proposal, first = sat(council)
    panel = govflow.call_meeting(secretariat(council), body="panel", at=f"{DAY}T15:00", place="x")
    govflow.add_item(secretariat(council), panel.reference, proposal=proposal)
    govflow.open_meeting(secretariat(council), panel.reference, seats=EVERYBODY, reason="早い")
    govflow.call_item(secretariat(council), panel.reference, 1)
    second = govflow.open_in_sitting(
        secretariat(council), panel.reference, 1, asks=True, jointly_with=["cio_council"]
    )
    return proposal, first, second.reference


@pytest.mark.parametrize("last", [0, 1])
def test_two_sittings_decide_a_proposal_together_and_only_the_body_waited_for_moves_it(
    council: Government, last: int
) -> None:
    proposal, *ballots = advised(council)
    first, second = ballots if last else ballots[::-1]
    assert govflow.no_objection(secretariat(council), first).told["awaited_ballots"] == [second]
    [awaited] = govflow.why(council.onlooker, proposal).awaited
    assert (awaited.code, awaited.params["ballot"]) == ("council.still_awaited", first)
    [item] = govflow.show_meeting(council.onlooker, first.replace("B001", "M001")).agenda
    assert len(item.ballots[0].awaits) == 1
    assert council.state(proposal) == "deliberation"
    told = govflow.no_objection(secretariat(council), second).told
    assert (told["jointly"], council.state(proposal)) == ("PASSED", "gcio_decision")
    assert numbers(council) == {"CIO-2025-D001": "PASSED"}
    assert council.problems() == []


@pytest.mark.parametrize("over", [False, True])
def test_what_waits_for_others_can_be_withdrawn_and_the_proposal_comes_back(
    council: Government, over: bool
) -> None:
    load(council, "panel", powers=["advise"])
    first = sat(council)[1]
    govflow.no_objection(secretariat(council), first)
    if over:
        govflow.end_meeting(secretariat(council), MEETING)
    told = govflow.withdraw_ballot(secretariat(council), first, reason="委員会は開けない").told
    assert told["proposal_state"] == "agenda_ready"
    shown = govflow.show_ballot(council.onlooker, first)
    assert (shown.state, shown.outcome, shown.jointly) == ("closed", "PASSED", "WITHDRAWN")
    assert (kept(council).items["1"].state, kept(council).items["1"].outcome) == ("done", "carried_over")
    with pytest.raises(Refused):
        govflow.withdraw_ballot(secretariat(council), first, reason="もう一度")
    if not over:
        govflow.end_meeting(secretariat(council), MEETING)
    council.on("2025-04-22")
    again = govflow.call_meeting(secretariat(council), body="cio_council", at="2025-04-28T10:00", place="x")
    assert govflow.gather_items(secretariat(council), again.reference).told["count"] == 1
    assert numbers(council) == {}
    assert council.problems() == []


def test_a_body_that_cannot_put_the_proposal_to_the_vote_is_refused(council: Government) -> None:
    load(council, "panel")
    council.proposal(until="agenda_ready")
    meeting_opened(council, seats=EVERYBODY)
    govflow.call_item(secretariat(council), MEETING, 1)
    with pytest.raises(Refused) as refused:
        put(council, jointly_with=["panel"])
    assert [each.code for each in refused.value.notices] == ["voting.cannot_put"]
