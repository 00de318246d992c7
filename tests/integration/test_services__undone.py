"""A decision on an investment that no longer holds: its proposal waits for the council again, or is suspended."""

from __future__ import annotations

from typing import Any

import pytest
from deciding_council import CIOS, PANEL, PANELLISTS, charter, close, meeting, vote
from government import Government, codes

import govflow
from govflow.errors import Refused

FIRST = "CIO-2025-D001"
SECOND = "CIO-2025-D002"


@pytest.fixture
def council(cabinet: Government) -> Government:
    govflow.load_body(cabinet.session, str(cabinet.write("panel.yaml", PANEL)))
    govflow.load_body(cabinet.session, str(cabinet.write("council.yaml", charter())))
    return cabinet


def in_emergency(council: Government) -> str:
    reference = council.proposal(until="agenda_ready")
    govflow.decide_in_emergency(
        council.person("gcio"), body="cio_council", reason="攻撃を受けている", proposal=reference
    )
    return reference


def voted(council: Government, held: str, answers: tuple[str, ...]) -> None:
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, 1)
    ballot = govflow.open_in_sitting(secretariat, held, 1, asks=False).reference
    vote(council, ballot, answers, by=CIOS)
    govflow.close_ballot(secretariat, ballot)


def in_session(council: Government) -> str:
    reference = council.proposal(until="agenda_ready")
    voted(council, meeting(council, "2025-04-14"), ("yes", "yes", "yes"))
    return reference


def lapse(council: Government, reference: str) -> dict[str, Any]:
    held = meeting(council, "2025-04-14")
    return dict(govflow.end_meeting(council.person("secretariat"), held).told)


def lost(council: Government, reference: str) -> None:
    voted(council, meeting(council, "2025-04-14"), ("no", "no", "no"))


def reconsidered(council: Government, reference: str) -> None:
    secretariat = council.person("secretariat")
    ballot = govflow.reconsider(secretariat, FIRST, new_facts="費用が倍になった").reference
    vote(council, ballot, ("yes", "yes", "yes"))
    close(council, ballot)


def appealed(council: Government, reference: str) -> None:
    member = council.person("mhlw_cio")
    ballot = govflow.appeal(member, FIRST, asks="overrule", grounds="手続の誤り").reference
    vote(council, ballot, ["yes"] * 4, by=PANELLISTS)
    close(council, ballot)


WAYS = {
    "not ratified by the end": (in_emergency, lapse, FIRST),
    "not ratified by the vote": (in_emergency, lost, FIRST),
    "reconsidered": (in_session, reconsidered, FIRST),
    "overruled": (in_session, appealed, FIRST),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("state", "after"),
    [
        ("gcio_decision", "agenda_ready"),
        ("approved", "agenda_ready"),
        ("budgeted", "suspended"),
        ("executing", "suspended"),
    ],
)
def test_an_investment_goes_back_to_the_agenda_or_is_suspended(
    council: Government, way: str, state: str, after: str
) -> None:
    decide, undo, number = WAYS[way]
    reference = decide(council)
    council.lead(reference, state)
    undo(council, reference)
    assert council.state(reference) == after
    [line] = [each for each in govflow.list_decisions(council.onlooker) if each.number == number]
    assert line.standing in ("lapsed", "rescinded", "overruled")
    with council.session.reading() as work:
        kept = work.proposals.get(reference)
    assert kept is not None
    assert kept.records["lapse"]["record"] == number
    asked = [step["state"] for step in council.steps(reference, "lapse_report")]
    assert asked == (["open"] if after == "suspended" else [])
    assert council.problems() == []


@pytest.mark.parametrize("state", ["budgeted", "executing"])
def test_what_lasts_is_still_waited_for_while_it_is_suspended(council: Government, state: str) -> None:
    reference = in_emergency(council)
    council.lead(reference, state)
    lapse(council, reference)
    assert council.answers(reference, "notification") == [("open", None)]


def test_what_was_suspended_before_its_start_is_resumed_where_it_was(council: Government) -> None:
    reference = in_emergency(council)
    council.lead(reference, "budgeted")
    lapse(council, reference)
    council.act("gcio", "resume", reference, note="追認を待たずに続ける。")
    assert council.state(reference) == "budgeted"


def test_what_the_council_refused_is_not_decided_alone_when_it_comes_back(council: Government) -> None:
    reference = council.proposal(until="agenda_ready")
    voted(council, meeting(council, "2025-04-14"), ("no", "no", "no"))
    council.act("gcio", "refer_back", reference, note="再調整を求める。")
    council.lead(reference, "agenda_ready")
    with pytest.raises(Refused) as refused:
        govflow.decide_in_emergency(
            council.person("gcio"), body="cio_council", reason="急ぐため", proposal=reference
        )
    assert codes(refused.value) == ["register.decided_already"]


def test_the_refusals_of_a_ballot_whose_proposal_has_left_name_how_to_withdraw_it(
    council: Government,
) -> None:
    reference = council.proposal(until="agenda_ready")
    held, secretariat = meeting(council, "2025-04-14"), council.person("secretariat")
    govflow.call_item(secretariat, held, 1)
    ballot = govflow.open_in_sitting(secretariat, held, 1, asks=False).reference
    council.act("mof_cio", "withdraw", reference, note="取り下げる。", chair_consent="議長同意 第1号")
    with pytest.raises(Refused) as refused:
        govflow.cast(council.person("mof_cio"), ballot, "yes")
    assert "voting.proposal_left" in codes(refused.value)
    assert refused.value.next_command == f"govflow ballot withdraw {ballot}"


def test_the_end_of_the_meeting_names_what_could_not_be_taken_back(council: Government) -> None:
    reference = in_emergency(council)
    council.lead(reference, "evaluation")
    told = lapse(council, reference)
    assert (told["lapsed"], told["stays"]) == ([FIRST], [reference])
    assert council.state(reference) == "evaluation"
    assert council.problems() == []
