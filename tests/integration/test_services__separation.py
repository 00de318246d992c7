"""Separation of duties compares persons, through every office they hold or stand in for."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, codes

from govflow.errors import Refused

SINCE: dict[str, Any] = {"from": "2025-04-01"}


def also(person: str, *offices: str) -> dict[str, Any]:
    """The organisation where a person holds further offices beside the own one."""
    return {
        "appointments": [
            {"person": person, "office": office, "concurrent": True, **SINCE} for office in offices
        ]
    }


def refused_deeds(cabinet: Government, person: str, trigger: str, reference: str, **payload: Any) -> object:
    with pytest.raises(Refused) as refused:
        cabinet.act(person, trigger, reference, **payload)
    (same,) = [notice for notice in refused.value.notices if notice.code == "guard.same_person"]
    assert same.params["person"] == person
    return refused.value


def test_whoever_submitted_does_not_accept_even_as_head_of_the_pmo(cabinet: Government) -> None:
    cabinet.organise(**also("mof_clerk", "mof.pmo"))
    reference = cabinet.proposal(until="pmo_check")
    refused_deeds(cabinet, "mof_clerk", "accept", reference)
    assert cabinet.act("mof_pmo", "accept", reference).state == "ministry_review"


def test_whoever_wrote_the_content_does_not_accept_it_whoever_submitted_it(cabinet: Government) -> None:
    cabinet.organise(**also("mof_clerk", "mof.pmo"))
    reference = cabinet.draft()
    cabinet.act("mof_pjmo", "submit", reference)
    refused_deeds(cabinet, "mof_clerk", "accept", reference)
    assert cabinet.act("mof_pmo", "accept", reference).state == "ministry_review"


def test_whoever_accepted_it_as_head_of_the_pmo_concurs_with_nothing(cabinet: Government) -> None:
    cabinet.organise(**also("mof_pmo", "mof.ciso"))
    reference = cabinet.proposal(until="ministry_review")
    refused_deeds(cabinet, "mof_pmo", "ciso_concurrence.concur", reference)


def revised_by(cabinet: Government, person: str) -> str:
    """A draft that the clerk opened, this person revised and the PJMO submitted."""
    reference = cabinet.draft(key="k")
    assert cabinet.draft(by=person, key="k", amount=90_000_000) == reference
    cabinet.act("mof_pjmo", "submit", reference)
    return reference


def test_whoever_revised_the_draft_does_not_accept_it(cabinet: Government) -> None:
    reference = revised_by(cabinet, "mof_pmo")
    refused_deeds(cabinet, "mof_pmo", "accept", reference)


def test_whoever_wrote_the_content_neither_concurs_endorses_nor_decides(cabinet: Government) -> None:
    cabinet.organise(**also("mof_adviser", "mof.clerk", "mof.ciso", "mof.cio", "cas.gcio"))
    reference = revised_by(cabinet, "mof_adviser")
    cabinet.lead(reference, "ministry_review")
    refused_deeds(cabinet, "mof_adviser", "ciso_concurrence.concur", reference)
    refused_deeds(cabinet, "mof_adviser", "endorse", reference)
    cabinet.lead(reference, "gcio_decision")
    for trigger in ("approve", "reject", "refer_back", "return"):
        refused_deeds(cabinet, "mof_adviser", trigger, reference, note="理由")


def test_whoever_accepted_does_not_endorse(cabinet: Government) -> None:
    cabinet.organise(**also("mof_pmo", "mof.cio"))
    reference = cabinet.proposal(until="ministry_review")
    error = refused_deeds(cabinet, "mof_pmo", "endorse", reference)
    assert codes(error) == ["guard.not_concurred", "guard.same_person"]  # type: ignore[arg-type]


def test_whoever_submitted_does_not_concur(cabinet: Government) -> None:
    cabinet.organise(**also("mof_clerk", "mof.ciso"))
    reference = cabinet.proposal(until="ministry_review")
    refused_deeds(cabinet, "mof_clerk", "ciso_concurrence.concur", reference)


def test_a_substitute_is_held_to_what_the_substitute_did_before(cabinet: Government) -> None:
    cabinet.organise(
        substitutions=[{"office": "mof.cio", "deputies": ["mof.pmo"], **SINCE}],
        absences=[{"person": "mof_cio", **SINCE}],
    )
    reference = cabinet.proposal(until="ministry_review")
    refused_deeds(cabinet, "mof_pmo", "endorse", reference)


def test_a_delegate_is_held_to_what_the_delegate_did_before(cabinet: Government) -> None:
    cabinet.organise(
        delegations=[{"office": "mof.cio", "to": "mof.pmo", "workflow": "it_investment", **SINCE}]
    )
    reference = cabinet.proposal(until="ministry_review")
    refused_deeds(cabinet, "mof_pmo", "endorse", reference)


@pytest.mark.parametrize(
    ("state", "trigger", "payload"),
    [
        ("intake", "accept", {}),
        ("intake", "return", {"note": "目的を詳しく。"}),
    ],
)
def test_the_centre_never_handles_what_the_same_person_put_forward(
    cabinet: Government, state: str, trigger: str, payload: dict[str, Any]
) -> None:
    cabinet.organise(**also("mof_cio", "cas.secretariat"))
    reference = cabinet.proposal(until=state)
    refused_deeds(cabinet, "mof_cio", trigger, reference, **payload)


def test_the_government_cio_does_not_decide_on_an_own_endorsement(cabinet: Government) -> None:
    cabinet.organise(without=["mof.cio"], **also("gcio", "mof.cio"))
    reference = cabinet.draft()
    cabinet.lead(reference, "ministry_review")
    for post, step in (("ciso", "ciso"), ("accounts", "accounts"), ("dcio", "deputy_cio")):
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)
    cabinet.act("gcio", "endorse", reference)
    cabinet.lead(reference, "gcio_decision")
    refused_deeds(cabinet, "gcio", "approve", reference)


def test_the_councils_chair_may_decide_as_government_cio(cabinet: Government) -> None:
    cabinet.organise(without=["cas.chair"], **also("gcio", "cas.chair"))
    reference = cabinet.proposal(until="gcio_decision")
    assert cabinet.act("gcio", "approve", reference).state == "approved"


def test_the_budget_is_recorded_by_a_second_person(cabinet: Government) -> None:
    cabinet.organise(**also("mof_clerk", "mof.accounts"))
    reference = cabinet.proposal(until="approved")
    cabinet.act("mof_clerk", "record_request", reference, amount=90_000_000)
    refused_deeds(cabinet, "mof_clerk", "record_budget", reference, amount=1, fiscal_year=2026)


def test_the_owner_of_a_return_may_submit_again_without_having_acted_twice(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    cabinet.act("mof_pmo", "return", reference, note="目的を詳しく。")
    cabinet.act("mof_clerk", "submit", reference, replies=["1=詳しくした。"])
    assert cabinet.act("mof_pmo", "accept", reference).state == "ministry_review"


def test_what_somebody_did_on_one_proposal_does_not_bind_on_another(cabinet: Government) -> None:
    cabinet.organise(**also("mof_clerk", "mof.pmo"))
    first = cabinet.draft(by="mof_pjmo")
    cabinet.act("mof_pjmo", "submit", first)
    cabinet.proposal(until="pmo_check")
    assert cabinet.act("mof_clerk", "accept", first).state == "ministry_review"


def test_whoever_answered_for_a_proposal_does_not_judge_it_at_the_centre(cabinet: Government) -> None:
    cabinet.organise(**also("amb", "mof.pmo"))
    reference = cabinet.proposal(until="coordination")
    cabinet.act("gadviser", "inquire", reference, question="単価の根拠は何か。")
    cabinet.act("amb", "inquiry.answered", reference, reply="見積り三社の最低額です。")
    refused_deeds(cabinet, "amb", "duplicate_check.none", reference)


def test_whoever_takes_back_what_they_asked_has_answered_nothing(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "inquire", reference, question="単価の根拠は何か。")
    cabinet.act("amb", "inquiry.taken_back", reference)
    cabinet.act("amb", "duplicate_check.none", reference)
    assert cabinet.answers(reference, "duplicate_check") == [("answered", "no duplicate")]
