"""Merging: a duplicate goes into a proposal still under way, once the ministry that owns that one agrees."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, codes

import govflow
from govflow.errors import BadInput, NotAuthorised, Refused

CIO_CHANGED: dict[str, Any] = {
    "persons": ["successor"],
    "without": ["mof.cio"],
    "appointments": [{"person": "successor", "office": "mof.cio", "from": "2025-04-01"}],
}


def test_a_merge_names_another_proposal_that_exists(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    for into, reason in ((reference, "acts.reference_to_itself"), ("NO-1", "acts.unknown_reference")):
        with pytest.raises(BadInput) as bad:
            cabinet.act("amb", "duplicate_check.merge", reference, into=into)
        assert codes(bad.value) == [reason]


@pytest.mark.parametrize(
    ("person", "end", "note"), [("mic_clerk", "discard", ""), ("mic_pmo", "withdraw", "不要になった。")]
)
def test_a_merge_goes_into_a_proposal_that_is_still_under_way(
    cabinet: Government, person: str, end: str, note: str
) -> None:
    reference, other = cabinet.proposal(until="coordination"), cabinet.draft(ministry="mic")
    cabinet.act(person, end, other, note=note)
    with pytest.raises(Refused) as refused:
        cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    assert codes(refused.value) == ["acts.reference_ended"]
    assert cabinet.answers(reference, "duplicate_check") == [("open", None)]
    assert cabinet.steps(reference, "merge_agreement") == []


def test_the_ministries_to_ask_about_a_merge_are_nobodys_to_name(cabinet: Government) -> None:
    reference, other = cabinet.proposal(until="coordination"), cabinet.draft(ministry="mic")
    with pytest.raises(BadInput) as bad:
        cabinet.act("amb", "duplicate_check.merge", reference, into=other, other_ministries=["mic"])
    assert codes(bad.value) == ["reading.key_unknown"]


def test_a_merge_needs_the_agreement_of_the_ministry_that_owns_the_other_proposal(
    cabinet: Government,
) -> None:
    other = cabinet.proposal(until="coordination", ministry="mic")
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    (asked,) = cabinet.steps(reference, "merge_agreement")
    assert (asked["ministry"]["en"], asked["subject"]) == ("Ministry of Internal Affairs", other)
    with pytest.raises(NotAuthorised):
        cabinet.act("mof_cio", "merge_agreement.agree", reference)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_cio", "merge", reference)
    assert codes(refused.value) == ["guard.not_concurred"]
    cabinet.act("mic_cio", "merge_agreement.agree", reference)
    assert cabinet.act("mof_cio", "merge", reference).state == "merged"
    assert cabinet.shown(reference).records["duplicate_check"]["into"] == other


def test_a_merge_within_a_ministry_is_agreed_and_done_by_its_own_cio(cabinet: Government) -> None:
    other, reference = (cabinet.proposal(until="coordination") for _ in range(2))
    cabinet.organise(**CIO_CHANGED)
    cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    assert cabinet.act("successor", "merge_agreement.agree", reference).office == "mof.cio"
    assert cabinet.act("successor", "merge", reference).state == "merged"


def test_another_answer_takes_back_what_the_one_before_had_asked(cabinet: Government) -> None:
    first, second = cabinet.draft(ministry="mic"), cabinet.draft(ministry="mhlw")
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.merge", reference, into=first)
    cabinet.act("amb", "duplicate_check.none", reference)
    assert cabinet.answers(reference, "merge_agreement") == [("cancelled", None)]
    with pytest.raises(Refused) as refused:
        cabinet.act("mic_cio", "merge_agreement.agree", reference)
    assert codes(refused.value)[0] == "acts.no_such_trigger"
    cabinet.act("amb", "duplicate_check.merge", reference, into=second)
    assert cabinet.act("mhlw_cio", "merge_agreement.agree", reference).office == "mhlw.cio"
    assert govflow.verify(cabinet.session).holds


def test_an_answer_that_is_changed_leaves_nothing_of_the_old_one_behind(cabinet: Government) -> None:
    other = cabinet.draft(ministry="mic")
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    cabinet.act("amb", "duplicate_check.none", reference)
    assert cabinet.shown(reference).records["duplicate_check"] == {"trigger": "none", "day": "2025-04-10"}
    assert govflow.verify(cabinet.session).holds


def agreed(cabinet: Government, reference: str, into: str) -> None:
    """The other ministry agrees to a merge."""
    cabinet.act("amb", "duplicate_check.merge", reference, into=into)
    cabinet.act(f"{cabinet.ministry(into)}_cio", "merge_agreement.agree", reference)


def test_two_proposals_do_not_merge_into_each_other(cabinet: Government) -> None:
    one = cabinet.proposal(until="coordination")
    other = cabinet.proposal(until="coordination", ministry="mic")
    agreed(cabinet, one, other)
    agreed(cabinet, other, one)
    assert cabinet.act("mof_cio", "merge", one).state == "merged"
    with pytest.raises(Refused) as told:
        cabinet.act("mic_cio", "merge", other)
    assert codes(told.value) == ["guard.gone"]
    assert cabinet.state(other) == "coordination"
    assert cabinet.problems() == []


def test_what_has_ended_since_the_agreement_is_not_merged_into(cabinet: Government) -> None:
    one = cabinet.proposal(until="coordination")
    other = cabinet.proposal(until="coordination", ministry="mic")
    agreed(cabinet, one, other)
    cabinet.act("mic_cio", "withdraw", other, note="不要になった。")
    with pytest.raises(Refused) as told:
        cabinet.act("mof_cio", "merge", one)
    assert codes(told.value) == ["guard.gone"]
    assert cabinet.state(one) == "coordination"


def test_merges_go_on_in_a_chain(cabinet: Government) -> None:
    first = cabinet.proposal(until="coordination")
    second = cabinet.proposal(until="coordination", ministry="mic")
    third = cabinet.proposal(until="coordination", ministry="mhlw")
    agreed(cabinet, first, second)
    agreed(cabinet, second, third)
    cabinet.act("mof_cio", "merge", first)
    assert cabinet.act("mic_cio", "merge", second).state == "merged"
    assert cabinet.problems() == []


def test_an_agreement_is_taken_back_until_the_merge_is_done(cabinet: Government) -> None:
    one = cabinet.proposal(until="coordination")
    other = cabinet.proposal(until="coordination", ministry="mic")
    agreed(cabinet, one, other)
    cabinet.act("mic_cio", "merge_agreement.refuse", one)
    with pytest.raises(Refused) as told:
        cabinet.act("mof_cio", "merge", one)
    assert codes(told.value) == ["guard.not_concurred"]


def test_a_merge_leaves_no_step_open(cabinet: Government) -> None:
    one = cabinet.proposal(until="coordination")
    other = cabinet.proposal(until="coordination", ministry="mic")
    agreed(cabinet, one, other)
    cabinet.act("mof_cio", "merge", one)
    assert [step["name"] for step in cabinet.shown(one).steps if step["state"] == "open"] == []


@pytest.mark.parametrize(("ministry", "alone"), [("mic", False), ("mof", True)])
def test_one_person_gives_both_consents_only_within_one_ministry(
    cabinet: Government, ministry: str, alone: bool
) -> None:
    """Who is CIO of both ministries gives one of them; the other Ministry CIO's is somebody else's."""
    other = cabinet.proposal(until="coordination", ministry=ministry)
    reference = cabinet.proposal(until="coordination")
    cabinet.organise(
        persons=["both"],
        without=["mof.cio", "mic.cio"],
        appointments=[
            {"person": "both", "office": "mof.cio", "from": "2025-04-01"},
            {"person": "both", "office": "mic.cio", "concurrent": True, "from": "2025-04-01"},
        ],
    )
    cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    cabinet.act("both", "merge_agreement.agree", reference)
    if not alone:
        with pytest.raises(Refused) as refused:
            cabinet.act("both", "merge", reference)
        assert codes(refused.value) == ["guard.same_person"]
        cabinet.organise(**CIO_CHANGED)
    assert cabinet.act("both" if alone else "successor", "merge", reference).state == "merged"
    assert cabinet.problems() == []
