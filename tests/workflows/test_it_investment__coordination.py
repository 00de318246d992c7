"""What has to come before endorsement, fast track, coordination and merger."""

from __future__ import annotations

from typing import Any

import pytest
from ready_proposal import DEFINITION, NAME, READY, ready, steps
from shipped_definition import asking, attempted, codes, target


def test_the_amount_may_be_missing_at_submission_but_not_in_the_pmo_check() -> None:
    facts = ready(amount=None)
    assert target(attempted(NAME, "submit", state="draft", role="pmo_clerk", facts=facts)) == "pmo_check"
    assert codes(attempted(NAME, "accept", state="pmo_check", role="pmo_head", facts=facts)) == [
        ["guard.amount_not_stated"]
    ]


@pytest.mark.parametrize("step", ["ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence"])
def test_an_objection_or_silence_of_a_concurring_office_blocks_the_endorsement(step: str) -> None:
    for answer in (asking("object", agrees=False), asking(None)):
        facts = steps(**{step: [answer]})
        tried = attempted(NAME, "endorse", state="ministry_review", role="ministry_cio", facts=facts)
        assert codes(tried) == [["guard.not_concurred"]]


@pytest.mark.parametrize("opinion", [None, "unfavourable"])
def test_the_advisers_opinion_never_blocks(opinion: str | None) -> None:
    facts = steps(adviser_opinion=[asking(opinion)])
    tried = attempted(NAME, "endorse", state="ministry_review", role="ministry_cio", facts=facts)
    assert target(tried) == "intake"


@pytest.mark.parametrize(
    ("content", "amount", "reason"),
    [
        ({"kind": "new"}, 40_000_000, "guard.fields_differ"),
        ({"previous_amount": 39_999_999}, 40_000_000, "guard.grown"),
        ({"previous_amount": None}, 40_000_000, "guard.previous_not_stated"),
        ({"previous_amount": 10**9}, 50_000_001, "guard.amount_above"),
        ({"purpose": ""}, 40_000_000, "guard.incomplete"),
    ],
)
def test_only_small_renewals_without_growth_skip_the_coordination(
    content: Any, amount: int, reason: str
) -> None:
    facts = ready(content={**READY["content"], **content}, amount=amount)
    assert codes(attempted(NAME, "fast_track", state="intake", role="secretariat", facts=facts)) == [[reason]]


@pytest.mark.parametrize(
    "opinion", ["criteria_opinion", "affected_ministry_opinion", "technology_committee_opinion"]
)
def test_the_coordination_waits_for_opinions_until_their_date_only(opinion: str) -> None:
    facts = steps(**{opinion: [asking(None, due_on="2026-06-01")]})
    before = attempted(
        NAME, "complete", state="coordination", role="amb", facts={**facts, "today": "2026-06-01"}
    )
    assert codes(before) == [["guard.not_settled"]]
    after = attempted(
        NAME, "complete", state="coordination", role="amb", facts={**facts, "today": "2026-06-02"}
    )
    assert target(after) == "agenda_ready"


@pytest.mark.parametrize(
    ("answer", "leads_to"),
    [
        ("none", "agenda_ready"),
        ("share", "agenda_ready"),
        ("justified", "agenda_ready"),
        ("merge", None),
        (None, None),
    ],
)
def test_the_duplicate_check_has_to_be_done_and_a_merger_is_not_passed_on(
    answer: str | None, leads_to: str | None
) -> None:
    facts = steps(duplicate_check=[asking(answer)])
    assert target(attempted(NAME, "complete", state="coordination", role="amb", facts=facts)) == leads_to


def test_a_merger_takes_both_ministry_cios() -> None:
    agreed, refused = asking("agree", agrees=True), asking("refuse", agrees=False)
    found = [asking("merge")]

    def merge(agreement: list[Any], check: list[Any] = found, person: str = "kono", **facts: Any) -> Any:
        values = {**steps(duplicate_check=check, merge_agreement=agreement), **facts}
        return attempted(
            NAME, "merge", state="coordination", role="ministry_cio", person=person, facts=values
        )

    assert target(merge([agreed])) == "merged"
    assert target(merge([agreed, agreed])) == "merged"
    assert target(merge([agreed, refused])) is None
    assert target(merge([])) is None
    both = {"done": {"merge_agreement": ["kono"]}}
    of = {"reference": "MIC-2025-0001", "stands": True}
    assert target(merge([agreed], **both, referred={"into": {**of, "own": False}})) is None
    assert target(merge([agreed], **both, referred={"into": {**of, "own": True}})) == "merged"
    assert target(merge([agreed], check=[asking("none", agrees=True)])) is None


def test_the_technology_committee_is_asked_only_where_standards_are_concerned() -> None:
    [condition] = DEFINITION.steps["technology_committee_opinion"].when
    assert (condition.name, condition.parameter) == ("field_is", {"standards_concerned": (True,)})


def test_every_affected_ministry_is_asked_on_its_own() -> None:
    assert DEFINITION.steps["affected_ministry_opinion"].for_each == "affected_ministries"
    assert DEFINITION.steps["merge_agreement"].for_each == "into"
    assert DEFINITION.values["into"].type == "reference"
    assert DEFINITION.steps["condition"].for_each == "conditions"
