"""An emergency from the intake: approved by the Government CIO alone, provisional until the council ratifies it."""

from __future__ import annotations

import pytest
from deciding_council import CIOS, PANEL, charter, vote
from government import Government, codes, refused

import govflow
from govflow.errors import NotAuthorised, Refused
from govflow.services.acting import applying
from govflow.services.case import Case

REASON = "大規模な障害が発生した。"
REQUEST = {"amount": 100_000_000}
BUDGET = {"amount": 100_000_000, "fiscal_year": 2026}


@pytest.fixture
def council(cabinet: Government) -> Government:
    """The cabinet with the council and the panel in force."""
    for name, text in (("panel.yaml", PANEL), ("council.yaml", charter())):
        govflow.load_body(cabinet.session, str(cabinet.write(name, text)))
    return cabinet


def called(council: Government, day: str = "2025-04-14") -> str:
    secretariat = council.person("secretariat")
    more = {"place": "第一会議室", "shortened": "急ぐため"}
    return govflow.call_meeting(secretariat, body="cio_council", at=f"{day}T13:00", **more).reference


def alone(council: Government, reference: str, *, by: str = "gcio") -> govflow.CouncilReceipt:
    given = {"body": "cio_council", "proposal": reference, "reason": REASON}
    return govflow.decide_in_emergency(council.person(by), **given)


def held(council: Government, meeting: str, *, answers: str | None) -> None:
    """The meeting opens, votes on what was decided alone if it comes to that, and ends."""
    secretariat = council.person("secretariat")
    council.on("2025-04-14T13:00")
    seats = ["cas.chair", *(person.replace("_", ".") for person in CIOS)]
    govflow.open_meeting(secretariat, meeting, seats=seats)
    if answers:
        govflow.call_item(secretariat, meeting, 1)
        ballot = govflow.open_in_sitting(secretariat, meeting, 1, asks=False).reference
        vote(council, ballot, [answers] * 3)
        govflow.close_ballot(secretariat, ballot)
    govflow.end_meeting(secretariat, meeting)


def text_of(council: Government, reference: str, kind: str) -> str:
    number = [each["number"] for each in govflow.list_documents(council.onlooker, reference=reference)]
    last = [each for each in number if each.startswith(kind)][-1]
    return govflow.document(council.onlooker, last, lang="en").text


def test_it_is_approved_from_the_intake_in_one_act_and_marked_provisional(council: Government) -> None:
    reference = council.proposal(until="intake")
    called(council)
    receipt = alone(council, reference)
    shown = council.shown(reference)
    assert (receipt.told["proposal_state"], shown.state, shown.provisional) == ("approved", "approved", True)
    assert shown.records["decision"]["amount"] == 100_000_000
    told = text_of(council, reference, "NT")
    assert "PROVISIONAL" in told
    assert "As stated in decision CIO-2025-D001." in told
    assert "| — |" not in told
    assert govflow.show_decision(council.onlooker, "CIO-2025-D001").standing == "provisional"
    assert council.problems() == []


def test_without_a_meeting_to_ratify_it_there_is_no_emergency(council: Government) -> None:
    reference = council.proposal(until="intake")
    assert refused(Refused, alone, council, reference) == ["register.no_meeting_to_ratify"]
    called(council, "2025-04-10")
    council.on("2025-04-10T14:00")
    assert refused(Refused, alone, council, reference) == ["register.no_meeting_to_ratify"]
    assert council.state(reference) == "intake"
    assert govflow.list_ballots(council.onlooker) == []


def test_money_is_requested_and_not_budgeted_before_it_is_ratified(council: Government) -> None:
    reference = council.proposal(until="intake")
    meeting = called(council)
    alone(council, reference)
    council.act("mof_clerk", "record_request", reference, **REQUEST)
    assert refused(Refused, council.act, "mof_accounts", "record_budget", reference, **BUDGET) == [
        "guard.not_recorded"
    ]
    held(council, meeting, answers="yes")
    shown = council.shown(reference)
    assert (shown.state, shown.provisional) == ("approved", False)
    assert "PROVISIONAL" not in text_of(council, reference, "NT")
    assert council.act("mof_accounts", "record_budget", reference, **BUDGET).state == "budgeted"
    assert council.problems() == []


@pytest.mark.parametrize("answers", ["no", None])
def test_what_is_not_ratified_lapses_from_then_on_and_goes_the_usual_way(
    council: Government, answers: str | None
) -> None:
    reference = council.proposal(until="intake")
    meeting = called(council)
    alone(council, reference)
    council.act("mof_clerk", "record_request", reference, **REQUEST)
    held(council, meeting, answers=answers)
    shown = council.shown(reference)
    assert (shown.state, shown.provisional) == ("intake", False)
    assert shown.records["request"]["amount"] == 100_000_000
    assert council.act("secretariat", "accept", reference).state == "coordination"
    assert council.problems() == []


def test_who_has_put_it_forward_does_not_decide_it_alone(council: Government) -> None:
    council.organise(
        without=["cas.gcio"],
        appointments=[{"person": "mof_cio", "office": "cas.gcio", "from": "2025-04-01"}],
    )
    reference = council.proposal(until="intake")
    called(council)
    assert refused(Refused, alone, council, reference, by="mof_cio") == ["guard.same_person"]


def test_who_has_corrected_what_was_put_forward_does_not_decide_it_alone(
    council: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And were the program to forget it, verification would not."""
    second = {"person": "gcio", "office": "mof.clerk", "concurrent": True, "from": "2025-04-01"}
    council.organise(appointments=[second])
    reference = council.proposal(until="intake", title="年禁記録システムの更改")
    called(council)
    right = govflow.Correction(reference, "誤字", fields={"title": "年金記録システムの更改"})
    govflow.correct(council.person("gcio"), right)
    assert refused(Refused, alone, council, reference) == ["guard.same_person"]
    monkeypatch.setattr(Case, "_done", lambda case: {})
    alone(council, reference)
    assert council.problems() == ["audit.cause_differs"]


def test_every_reason_against_it_is_told(council: Government) -> None:
    reference = council.proposal(until="intake", purpose=None)
    with pytest.raises(Refused) as told:
        alone(council, reference)
    assert codes(told.value) == ["guard.incomplete", "register.no_meeting_to_ratify"]


def test_before_the_intake_there_is_no_emergency_decision(council: Government) -> None:
    reference = council.proposal(until="ministry_review")
    called(council)
    told = refused(NotAuthorised, alone, council, reference)
    assert told[0] == "read.closed", "nor is it told where a draft stands"


def grown(council: Government, *, until: str) -> tuple[str, str]:
    """A decided proposal and its change to a multiple of the amount, as far as a state."""
    reference = council.proposal(until="gcio_decision")
    council.act("gcio", "approve", reference)
    linked = govflow.change(council.person("mof_clerk"), reference, values={"amount": GROWN}).reference
    council.lead(linked, until)
    return reference, linked


def amount_of(council: Government, reference: str) -> int:
    return int(council.shown(reference).records["decision"]["amount"])


GROWN = 500_000_000


@pytest.mark.parametrize(("answers", "state"), [("yes", "applied"), ("no", "intake"), (None, "intake")])
def test_a_change_approved_alone_takes_effect_as_it_is_ratified_or_never(
    council: Government, answers: str | None, state: str
) -> None:
    reference, linked = grown(council, until="intake")
    meeting = called(council)
    alone(council, linked)
    assert (council.state(linked), council.shown(linked).provisional) == ("approved", True)
    assert amount_of(council, reference) == 100_000_000
    above = {"amount": GROWN}
    assert refused(Refused, council.act, "mof_clerk", "record_request", reference, **above) == [
        "guard.above_record"
    ]
    held(council, meeting, answers=answers)
    assert council.state(linked) == state
    assert amount_of(council, reference) == (GROWN if answers == "yes" else 100_000_000)
    assert council.problems() == []


def test_what_is_ratified_after_what_it_changes_has_ended_changes_nothing(council: Government) -> None:
    reference, linked = grown(council, until="intake")
    meeting = called(council)
    alone(council, linked)
    council.act("mof_clerk", "record_request", reference, amount=1_000_000)
    council.act("mof_accounts", "record_budget", reference, amount=1_000_000, fiscal_year=2024)
    council.act("secretariat", "lapse", reference)
    held(council, meeting, answers="yes")
    assert (council.state(linked), council.state(reference)) == ("approved", "lapsed")
    assert council.problems() == []


def needs(council: Government, reference: str, act: str) -> list[str]:
    """What an act still needs, as it is told before anybody tries it."""
    possible = govflow.why(council.onlooker, reference).possible
    return [need.code for each in possible if each.trigger == act for need in each.needs]


@pytest.mark.parametrize("answers", ["yes", "no"])
def test_a_change_that_the_body_has_still_to_ratify_is_not_approved(
    council: Government, answers: str
) -> None:
    reference, linked = grown(council, until="agenda_ready")
    meeting = called(council)
    alone(council, linked)
    assert council.state(linked) == "gcio_decision"
    assert refused(Refused, council.act, "gcio", "approve", linked) == ["change.provisional"]
    assert "change.provisional" in needs(council, linked, "approve")
    assert "change.provisional" not in needs(council, linked, "reject")
    held(council, meeting, answers=answers)
    assert "change.provisional" not in needs(council, linked, "approve")
    if answers == "yes":
        council.act("gcio", "approve", linked)
    assert council.state(linked) == ("applied" if answers == "yes" else "agenda_ready")
    assert amount_of(council, reference) == (GROWN if answers == "yes" else 100_000_000)
    assert council.problems() == []


def test_verification_tells_of_a_change_that_took_effect_too_early(
    council: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program forgets to ask; each side of it is told."""
    _, linked = grown(council, until="agenda_ready")
    meeting = called(council)
    alone(council, linked)
    monkeypatch.setattr(applying, "to_be_ratified", lambda *_: [])
    council.act("gcio", "approve", linked)
    assert council.problems() == ["audit.cause_differs"] * 2
    held(council, meeting, answers="yes")
    assert council.problems() == ["audit.cause_differs"] * 2


def test_nothing_is_changed_on_the_strength_of_an_approval_that_is_provisional(council: Government) -> None:
    reference = council.proposal(until="intake")
    called(council)
    alone(council, reference)
    linked = govflow.change(council.person("mof_clerk"), reference, values={"amount": GROWN}).reference
    council.lead(linked, "gcio_decision")
    assert refused(Refused, council.act, "gcio", "approve", linked) == ["guard.not_recorded"]
