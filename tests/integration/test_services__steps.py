"""Steps beside the state: concurrences, opinions, checks, conditions; what they block and when they are asked anew."""

from __future__ import annotations

from typing import Any

import pytest
from government import COUNCIL, Government, codes, rows

from govflow.errors import NotAuthorised, Refused

SINCE: dict[str, Any] = {"from": "2025-04-01"}
CONCURRENCES = (("ciso", "ciso"), ("accounts", "accounts"), ("dcio", "deputy_cio"))


def concur(cabinet: Government, reference: str) -> None:
    for post, step in CONCURRENCES:
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)


def test_the_ministrys_review_asks_four_offices_with_their_due_dates(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    asked = {step["name"]: step["due_on"] for step in cabinet.shown(reference).steps}
    assert asked == dict.fromkeys(
        ("adviser_opinion", "ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence"),
        "2025-04-24",
    )


def test_endorsement_waits_for_every_concurrence(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    waiting = 3
    for post, step in CONCURRENCES:
        with pytest.raises(Refused) as refused:
            cabinet.act("mof_cio", "endorse", reference)
        (reason,) = refused.value.notices
        assert [missing.code for missing in reason.params["missing"]] == ["guard.step_open_until"] * waiting
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)
        waiting -= 1
    assert cabinet.act("mof_cio", "endorse", reference).state == "intake"


def test_an_objection_blocks_until_the_same_office_concurs(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    concur(cabinet, reference)
    cabinet.act("mof_ciso", "object", reference, note="暗号化の計画がない。")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_cio", "endorse", reference)
    (disagreed,) = refused.value.notices[0].params["missing"]
    assert disagreed.code == "guard.step_disagreed"
    cabinet.act("mof_ciso", "concur", reference)
    assert cabinet.act("mof_cio", "endorse", reference).state == "intake"


def test_a_bare_answer_means_the_callers_own_step_even_while_others_are_open(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act("mof_ciso", "object", reference)
    cabinet.act("mof_ciso", "concur", reference)
    assert cabinet.answers(reference, "ciso_concurrence") == [("answered", "concurs")]
    assert cabinet.answers(reference, "accounts_concurrence") == [("open", None)]


def test_an_answer_moves_nothing(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    receipt = cabinet.act("mof_ciso", "concur", reference)
    assert (receipt.moved, receipt.state) == (False, "ministry_review")
    assert receipt.act["en"] == "concurrence on security: concurs"


def test_an_opinion_never_blocks_and_no_answer_is_recorded_as_such(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act("mof_adviser", "adviser_opinion.unfavourable", reference, note="費用が高い。")
    concur(cabinet, reference)
    cabinet.act("mof_cio", "endorse", reference)
    silent = cabinet.proposal(until="intake")
    assert cabinet.answers(reference, "adviser_opinion") == [("answered", "unfavourable")]
    assert cabinet.answers(silent, "adviser_opinion") == [("unanswered", None)]


def test_a_closed_step_takes_no_answer_any_more(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    for trigger in ("adviser_opinion.favourable", "ciso_concurrence.object"):
        with pytest.raises(Refused) as refused:
            cabinet.act("mof_adviser", trigger, reference)
        assert codes(refused.value)[0] == "acts.no_such_trigger"


def test_every_affected_ministry_is_asked_but_not_the_proposals_own(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination", affected_ministries=["mic", "mof", "mhlw"])
    asked = [step["ministry"]["en"] for step in cabinet.steps(reference, "affected_ministry_opinion")]
    assert asked == ["Ministry of Internal Affairs", "Ministry of Health"]
    assert cabinet.act("mic_cio", "no_objection", reference).office == "mic.cio"
    with pytest.raises(NotAuthorised):
        cabinet.act("mof_cio", "affected_ministry_opinion.comment", reference)


def test_coordination_waits_for_opinions_only_until_they_are_due(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination", affected_ministries=["mic"])
    cabinet.act("amb", "duplicate_check.none", reference)
    due = cabinet.steps(reference, "affected_ministry_opinion")[0]["due_on"]
    with pytest.raises(Refused) as refused:
        cabinet.on(due).act("amb", "complete", reference)
    assert codes(refused.value) == ["guard.not_settled"]
    assert cabinet.on("2025-04-25").act("amb", "complete", reference).state == "agenda_ready"
    assert cabinet.answers(reference, "affected_ministry_opinion") == [("unanswered", None)]


def test_the_duplicate_check_has_to_be_done_however_late(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    with pytest.raises(Refused) as refused:
        cabinet.on("2025-09-01").act("amb", "complete", reference)
    assert codes(refused.value) == ["guard.answer_differs"]


@pytest.mark.parametrize(("concerned", "asked"), [(None, 0), (False, 0), (True, 1)])
def test_the_technology_committee_is_asked_only_about_standards(
    cabinet: Government, concerned: bool | None, asked: int
) -> None:
    reference = cabinet.proposal(until="coordination", standards_concerned=concerned)
    assert len(cabinet.steps(reference, "technology_committee_opinion")) == asked


def test_a_step_is_asked_anew_on_a_second_visit(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    concur(cabinet, reference)
    cabinet.act("mof_cio", "return", reference, note="見直す。")
    cabinet.lead(reference, "ministry_review")
    assert cabinet.answers(reference, "ciso_concurrence") == [("answered", "concurs"), ("open", None)]
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_cio", "endorse", reference)
    assert codes(refused.value) == ["guard.not_concurred"]
    cabinet.lead(reference, "intake")


def test_the_third_carry_over_is_reported_to_the_government_cio(cabinet: Government) -> None:
    reference = cabinet.draft()
    for times in (1, 2, 3):
        cabinet.lead(reference, "deliberation")
        cabinet.fire(reference, "carried_over", **COUNCIL)
        assert len(cabinet.steps(reference, "escalation")) == (times == 3)
    cabinet.lead(reference, "approved")
    receipt = cabinet.act("gcio", "escalation.noted", reference)
    assert (receipt.moved, receipt.person) == (False, "gcio")


PRECEDENT: dict[str, Any] = {
    "text": "見積りを出すこと",
    "due": "2025-10-31",
    "owner": "pmo_head",
    "precedent": "start",
}
LATER: dict[str, Any] = {"text": "四半期ごとに報告すること", "due": "2026-06-30", "owner": "pjmo"}


def conditional(cabinet: Government) -> str:
    """Approved under a condition of the council's and one of the Government CIO's, and in the budget."""
    reference = cabinet.proposal(until="deliberation")
    cabinet.fire(reference, "passed", **COUNCIL, conditions=[PRECEDENT])
    cabinet.act("gcio", "approve", reference, conditions=[LATER])
    cabinet.lead(reference, "budgeted")
    return reference


def test_conditions_of_the_council_carry_over_to_the_decision(cabinet: Government) -> None:
    steps = cabinet.steps(conditional(cabinet), "condition")
    assert [(step["subject"], step["due_on"]) for step in steps] == [
        (PRECEDENT["text"], "2025-10-31"),
        (LATER["text"], "2026-06-30"),
    ]


def test_several_conditions_are_told_apart_by_their_number(cabinet: Government) -> None:
    reference = conditional(cabinet)
    numbers = [step["number"] for step in cabinet.steps(reference, "condition")]
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "condition.verified", reference)
    assert refused.value.notices[0].params["names"] == [f"condition#{number}.verified" for number in numbers]
    cabinet.act("secretariat", f"condition#{numbers[1]}.not_met", reference)
    assert cabinet.answers(reference, "condition") == [("open", None), ("answered", "not met")]


@pytest.mark.parametrize("number", ["99", "x", "", "9" * 900, "-1"], ids=lambda number: number[:9])
def test_a_number_that_no_step_has_means_nothing(cabinet: Government, number: str) -> None:
    reference = conditional(cabinet)
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", f"condition#{number}.verified", reference)
    assert codes(refused.value)[0] == "acts.no_such_trigger"


def test_work_starts_only_when_the_precedent_conditions_are_verified(cabinet: Government) -> None:
    reference = conditional(cabinet)
    number = cabinet.steps(reference, "condition")[0]["number"]
    cabinet.act("mof_adviser", "specification_opinion.favourable", reference)
    cabinet.act("mof_clerk", "check_specification", reference)
    for answer in (None, "not_met"):
        if answer:
            cabinet.act("secretariat", f"condition#{number}.{answer}", reference)
        with pytest.raises(Refused) as refused:
            cabinet.act("mof_pmo", "start", reference, amount=1)
        assert codes(refused.value) == ["guard.conditions_open"]
    cabinet.act("secretariat", f"condition#{number}.verified", reference)
    assert cabinet.act("mof_pmo", "start", reference, amount=1).state == "executing"


def test_a_condition_is_never_owned_by_who_verifies_it(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    own = {**LATER, "owner": "secretariat"}
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference, conditions=[own])
    assert codes(refused.value) == ["guard.owner_verifies"]


def test_a_condition_is_verified_by_another_person_than_the_ministrys(cabinet: Government) -> None:
    cabinet.organise(
        appointments=[
            {"person": "mof_pmo", "office": "cas.secretariat", "from": "2025-04-01", "concurrent": True}
        ]
    )
    reference = conditional(cabinet)
    number = cabinet.steps(reference, "condition")[0]["number"]
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", f"condition#{number}.verified", reference)
    assert codes(refused.value) == ["guard.owner_answers", "guard.same_person"]


def test_an_end_cancels_what_would_outlive_the_state(cabinet: Government) -> None:
    reference = conditional(cabinet)
    cabinet.on("2027-04-01").act("secretariat", "lapse", reference)
    assert {state for state, _ in cabinet.answers(reference, "condition")} == {"cancelled"}
    assert cabinet.answers(reference, "specification_opinion") == [("unanswered", None)]


def test_a_rejected_proposals_ministry_is_still_notified(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.act("gcio", "reject", reference, note="効果が見込めない。")
    cabinet.act("secretariat", "notification.notified", reference)
    assert cabinet.answers(reference, "notification") == [("answered", "notified")]


def test_the_same_answer_of_the_same_person_is_refused_again(cabinet: Government) -> None:
    cabinet.organise(persons=["second"], appointments=[{"person": "second", "office": "mof.ciso", **SINCE}])
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act("mof_ciso", "ciso_concurrence.concur", reference)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_ciso", "ciso_concurrence.concur", reference)
    assert codes(refused.value) == ["acts.answered_already"]
    assert cabinet.act("second", "ciso_concurrence.concur", reference).person == "second"


def test_a_lasting_step_is_settled_by_any_answer_but_a_no(cabinet: Government) -> None:
    reference = conditional(cabinet)
    first, second = (step["number"] for step in cabinet.steps(reference, "condition"))
    cabinet.act("secretariat", f"condition#{first}.verified", reference)
    cabinet.act("secretariat", f"condition#{second}.not_met", reference)
    cabinet.act("secretariat", "notification.notified", reference)
    for settled in (f"condition#{first}.not_met", f"condition#{first}.verified", "notification.notified"):
        with pytest.raises(Refused) as refused:
            cabinet.act("secretariat", settled, reference)
        assert codes(refused.value)[0] == "acts.no_such_trigger"
    cabinet.act("secretariat", f"condition#{second}.verified", reference)
    assert cabinet.answers(reference, "condition") == [("answered", "verified")] * 2


def test_answers_are_kept_in_the_record_like_every_act(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act("mof_ciso", "concur", reference, note="了承する。")
    (last,) = [entry for entry in rows(cabinet.url)["history"] if entry[1] == reference and entry[2] == 4]
    assert "concur" in last
    assert "ciso_concurrence" in last
