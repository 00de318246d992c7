"""Emergency decisions: one decides alone; the body ratifies at its next meeting, or the decision lapses."""

from __future__ import annotations

from typing import Any

import pytest
from deciding_council import CIOS, close, found_council, meeting, motion, put, vote
from government import Government, codes

import govflow
from govflow.errors import BadInput, GovflowError, NotAuthorised, NotFound, Refused

FIRST = "CIO-2025-D001"
REASON = "攻撃を受けている"


@pytest.fixture
def council(either: Government) -> Government:
    return found_council(either)


def alone(council: Government, *, by: str = "gcio", **more: Any) -> govflow.CouncilReceipt:
    given = {"body": "cio_council", "question": "回線を遮断する", "reason": REASON, **more}
    return govflow.decide_in_emergency(council.person(by), **given)


def refused(error: type[GovflowError], council: Government, **more: Any) -> list[str]:
    with pytest.raises(error) as told:
        alone(council, **more)
    assert type(told.value) is error
    return codes(told.value)


def standing(council: Government, number: str = FIRST) -> str:
    [line] = [each for each in govflow.list_decisions(council.onlooker) if each.number == number]
    return line.standing


def agenda(council: Government, held: str) -> list[tuple[int, str | None]]:
    with council.session.reading() as work:
        kept = work.meetings.get(held)
    assert kept is not None
    return [(item.number, item.about) for item in kept.value.agenda()]


def put_item(council: Government, held: str, item: int, answer: str) -> str | None:
    """Have everybody give the same answer to an item."""
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, item)
    ballot = govflow.open_in_sitting(secretariat, held, item, asks=False).reference
    vote(council, ballot, [answer] * 3, by=CIOS)
    return govflow.close_ballot(secretariat, ballot).told.get("decision")


def test_the_government_cio_decides_alone_and_it_is_provisional(council: Government) -> None:
    receipt = alone(council)
    assert (receipt.state, receipt.office, receipt.told["decision"]) == ("closed", "cas.gcio", FIRST)
    [record] = [number for number in receipt.documents if "BR" in number]
    assert "（緊急の決定、" in govflow.document(council.onlooker, record, lang="ja").text
    shown = govflow.show_decision(council.onlooker, FIRST)
    assert (shown.standing, shown.content["mode"], shown.content["reason"]) == (
        "provisional",
        "emergency",
        REASON,
    )
    assert shown.content["sentence"]["en"] == "Passed: decided by one alone."
    assert shown.seats is not None
    assert [(seat.seat, seat.position) for seat in shown.seats] == [("cas.gcio", "yes")]
    assert council.problems() == []


def test_nobody_else_decides_alone(council: Government) -> None:
    for person in ("chair", "secretariat", "mof_cio", "admin"):
        assert refused(NotAuthorised, council, by=person) == ["register.not_decider"]
    assert govflow.list_decisions(council.onlooker) == []
    assert govflow.list_ballots(council.onlooker) == []


def test_a_body_without_emergencies_has_none(council: Government) -> None:
    assert refused(Refused, council, body="panel") == ["register.no_emergency"]
    assert refused(NotFound, council, body="nobody") == ["body.not_in_force"]


def test_it_is_on_one_question_or_one_proposal_with_a_reason(council: Government) -> None:
    reference = motion(council)
    assert refused(Refused, council, question="") == ["register.question_or_proposal"]
    assert refused(Refused, council, proposal=reference) == ["register.question_or_proposal"]
    assert refused(NotFound, council, question="", proposal="MOF-2025-9") == ["acts.unknown_reference"]
    with pytest.raises(Refused) as told:
        alone(council, reason=" ")
    assert codes(told.value) == ["voting.reason_missing"]
    assert told.value.next_command == "govflow body show cio_council"
    assert govflow.list_ballots(council.onlooker) == []
    assert alone(council).reference == "CIO-2025-B001"
    assert council.problems() == []


def test_a_proposal_that_waits_for_the_council_is_passed(council: Government) -> None:
    reference = motion(council)
    receipt = alone(council, question="", proposal=reference)
    assert council.state(reference) == "passed"
    assert receipt.told["proposal"] == reference
    with council.session.reading() as work:
        proposal = work.proposals.get(reference)
    assert proposal is not None
    assert proposal.records["resolution"]["source"] == receipt.reference
    assert govflow.show_decision(council.onlooker, FIRST).content["proposal"] == reference
    assert council.problems() == []


def test_a_proposal_that_does_not_wait_for_the_council_is_not_decided(council: Government) -> None:
    reference = motion(council)
    alone(council, question="", proposal=reference)
    again = refused(Refused, council, question="", proposal=reference)
    assert again == ["register.decided_already", "register.does_not_wait"]
    assert council.state(reference) == "passed"


def test_what_the_council_is_voting_on_is_not_decided_alone(council: Government) -> None:
    reference = motion(council)
    held = meeting(council, "2025-04-14")
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, 1)
    govflow.open_in_sitting(secretariat, held, 1, asks=False)
    assert refused(Refused, council, question="", proposal=reference) == ["register.is_being_decided"]


def test_what_the_council_has_refused_is_not_decided_alone(cabinet: Government) -> None:
    council = found_council(cabinet)
    reference = motion(council)
    held = meeting(council, "2025-04-14")
    put_item(council, held, 1, "no")
    again = refused(Refused, council, question="", proposal=reference)
    assert "register.decided_already" in again


def test_what_was_decided_alone_after_the_agenda_is_on_it_when_the_meeting_opens(council: Government) -> None:
    secretariat = council.person("secretariat")
    called = govflow.call_meeting(
        secretariat, body="cio_council", at="2025-04-14T13:00", place="第一会議室", shortened="急ぐため"
    ).reference
    govflow.gather_items(secretariat, called)
    alone(council)
    council.on("2025-04-14T13:00")
    seats = ["cas.chair", "mof.cio", "mhlw.cio", "mic.cio"]
    govflow.open_meeting(secretariat, called, seats=seats)
    assert agenda(council, called) == [(1, FIRST)]
    assert put_item(council, called, 1, "yes") == "CIO-2025-D002"
    assert govflow.end_meeting(secretariat, called).told["lapsed"] == []
    assert council.problems() == []


def test_the_next_meeting_has_it_on_its_agenda_and_ratifies(council: Government) -> None:
    alone(council)
    held = meeting(council, "2025-04-14")
    assert agenda(council, held) == [(1, FIRST)]
    assert put_item(council, held, 1, "yes") == "CIO-2025-D002"
    assert standing(council) == "holds"
    ended = govflow.end_meeting(council.person("secretariat"), held)
    assert ended.told["lapsed"] == []
    links = govflow.show_decision(council.onlooker, FIRST).links
    assert [(each.later, each.earlier, each.kind) for each in links] == [("CIO-2025-D002", FIRST, "ratifies")]
    assert govflow.show_decision(council.onlooker, "CIO-2025-D002").links == links
    assert agenda(council, meeting(council, "2025-04-15")) == []
    assert council.problems() == []


def test_what_is_not_ratified_lapses_and_its_proposal_waits_again(council: Government) -> None:
    reference = motion(council)
    alone(council, question="", proposal=reference)
    held = meeting(council, "2025-04-14")
    assert put_item(council, held, 1, "no") == "CIO-2025-D002"
    assert standing(council) == "lapsed"
    assert council.state(reference) == "ready"
    govflow.end_meeting(council.person("secretariat"), held)
    following = meeting(council, "2025-04-15")
    assert agenda(council, following) == [(1, None)]
    assert council.state(reference) == "agenda"
    assert council.problems() == []


def test_what_the_meeting_does_not_reach_lapses_at_its_end(council: Government) -> None:
    reference = motion(council)
    receipt = alone(council, question="", proposal=reference)
    held = meeting(council, "2025-04-14")
    ended = govflow.end_meeting(council.person("secretariat"), held)
    assert ended.told["lapsed"] == [FIRST]
    assert (standing(council), council.state(reference)) == ("lapsed", "ready")
    shown = govflow.show_decision(council.onlooker, FIRST)
    assert [(each.later, each.kind) for each in shown.links] == [(FIRST, "lapses")]
    with council.session.reading() as work:
        kept = work.ballots.get(receipt.reference)
    assert kept is not None
    assert (kept.version, kept.value.state) == (3, "closed")
    assert council.problems() == []


def test_it_lapses_only_after_as_many_meetings_as_the_charter_says(either: Government) -> None:
    council = found_council(either, emergency="{decider: government_cio, ratify_within_meetings: 2}")
    before = meeting(council, "2025-04-11")
    alone(council)
    secretariat = council.person("secretariat")
    assert govflow.end_meeting(secretariat, before).told["lapsed"] == []
    first = meeting(council, "2025-04-14")
    assert govflow.end_meeting(secretariat, first).told["lapsed"] == []
    second = meeting(council, "2025-04-15")
    assert agenda(council, second) == [(1, FIRST)]
    assert govflow.end_meeting(secretariat, second).told["lapsed"] == [FIRST]
    assert council.problems() == []


def test_a_proposal_decided_alone_while_on_an_agenda_does_not_hold_up_that_meeting(
    council: Government,
) -> None:
    reference = motion(council)
    held = meeting(council, "2025-04-14")
    assert council.state(reference) == "agenda"
    alone(council, question="", proposal=reference)
    assert council.state(reference) == "passed"
    govflow.end_meeting(council.person("secretariat"), held)
    assert council.state(reference) == "passed"
    assert standing(council) == "provisional"
    assert council.problems() == []


def test_what_was_ratified_is_taken_back_by_no_less_than_the_body_ratifies_with(council: Government) -> None:
    alone(council)
    secretariat = council.person("secretariat")
    with pytest.raises(Refused) as told:
        govflow.reconsider(secretariat, FIRST, new_facts="収まった")
    assert codes(told.value) == ["register.does_not_hold"]
    held = meeting(council, "2025-04-14")
    put_item(council, held, 1, "yes")
    ballot = govflow.reconsider(secretariat, FIRST, new_facts="収まった").reference
    vote(council, ballot, ("yes", "yes", "yes"))
    close(council, ballot)
    assert standing(council) == "rescinded"
    assert council.problems() == []


def test_who_ratified_what_was_decided_alone_does_not_hear_the_appeal_of_a_member(
    council: Government,
) -> None:
    council.organise(without=["mof.accounts"], appointments=[{"person": "mof_cio", "office": "mof.accounts"}])
    alone(council)
    held = meeting(council, "2025-04-14")
    put_item(council, held, 1, "yes")
    receipt = govflow.appeal(council.person("mhlw_cio"), FIRST, asks="overrule", grounds="不要であった")
    assert (receipt.office, receipt.told["about"]) == ("mhlw.cio", FIRST)
    seats = govflow.show_ballot(council.onlooker, receipt.reference).seats
    assert [seat.seat for seat in seats if seat.recused_for == "author"] == ["mof.accounts"]


def test_a_reason_that_is_closed_is_not_in_the_public_version(either: Government) -> None:
    council = found_council(either, publication="{minutes: true, positions: true}")
    alone(council, closed={"reason": "捜査中のため"})
    assert REASON in govflow.decision_text(council.onlooker, FIRST)
    public = govflow.decision_text(council.onlooker, FIRST, public=True)
    assert REASON not in public
    assert "捜査中のため" in public
    wrong = {"closed": {"reson": "x", "amount": " "}}
    assert refused(BadInput, council, **wrong) == [
        "register.not_closable",
        "register.closed_without_reason",
    ]


def test_a_key_makes_repeating_safe(council: Government) -> None:
    first = alone(council, key="k")
    again = alone(council, key="k")
    assert (again.repeated, again.told) == (True, first.told)
    assert len(govflow.list_decisions(council.onlooker)) == 1
    with pytest.raises(GovflowError):
        alone(council, key="k", reason="別の理由")


def test_who_decides_alone_takes_the_next_number_of_the_body(council: Government) -> None:
    ballot = put(council)
    vote(council, ballot, ("yes", "yes", "yes"))
    assert close(council, ballot) == FIRST
    assert alone(council).told["decision"] == "CIO-2025-D002"
    assert council.problems() == []
