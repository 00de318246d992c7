"""What acts and proposals carry: counts add up, choices go by their titles, problems name fields as people do."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, codes

import govflow
from govflow.errors import BadInput

COUNCIL = {"source": "CIO連絡会議(第1回)", "record": "議事録1"}


@pytest.fixture
def deliberated(cabinet: Government) -> tuple[Government, str]:
    return cabinet, cabinet.proposal(until="deliberation")


def refused(told: tuple[Government, str], counts: Any) -> BadInput:
    cabinet, reference = told
    with pytest.raises(BadInput) as bad:
        cabinet.fire(reference, "passed", **COUNCIL, counts=counts)
    assert {problem.place.file for problem in bad.value.problems if problem.place} == {"payload.counts"}
    return bad.value


@pytest.mark.parametrize(
    "counts",
    [
        {"yes": 1},
        {"present": 25, "yes": 24, "no": 0, "abstain": 1},
        {"seats": 26, "present": 25, "absent": 1, "yes": 20, "no": 3, "recused": 2},
        '{"present": 3, "yes": 3}',
    ],
)
def test_counts_that_add_up_are_kept(deliberated: tuple[Government, str], counts: Any) -> None:
    cabinet, reference = deliberated
    receipt = cabinet.fire(reference, "passed", **COUNCIL, counts=counts)
    assert receipt.state == "gcio_decision"


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ({"yess": 1}, ["reading.key_unknown"]),
        ({"yes": -1}, ["reading.integer_out_of_range"]),
        ({"yes": 1.5}, ["reading.number_fraction"]),
        ({"yes": "many"}, ["reading.not_a_number"]),
        ({"yes": True}, ["reading.not_integer"]),
        ({"present": 3, "yes": 2, "no": 1, "abstain": 1}, ["values.more_votes_than_present"]),
        ({"present": 0, "yes": 1}, ["values.more_votes_than_present"]),
        ("24", ["reading.not_a_mapping"]),
        ('{"yes": "x"}', ["reading.not_a_number"]),
        ('{"yes": 1', ["reading.json_syntax"]),
        (
            {"yes": -1, "no": "x", "present": 1, "abstain": 2, "abstention": 1},
            [
                "reading.integer_out_of_range",
                "reading.not_a_number",
                "reading.key_unknown",
                "values.more_votes_than_present",
            ],
        ),
    ],
)
def test_counts_that_cannot_be_are_told_all_at_once(
    deliberated: tuple[Government, str], counts: Any, wrong: list[str]
) -> None:
    assert sorted(codes(refused(deliberated, counts))) == sorted(wrong)


def test_a_misspelt_count_is_answered_with_the_one_that_was_meant(
    deliberated: tuple[Government, str],
) -> None:
    (said,) = refused(deliberated, {"abstian": 1}).sentences("en")
    assert "did you mean 'abstain'?" in said
    (said,) = refused(deliberated, {"present": 1, "yes": 2}).sentences("ja")
    assert "「賛否の数（counts）」の賛成・反対・棄権は合わせて2で、出席の1を超えています" in said


def test_counts_without_any_count_are_not_given(deliberated: tuple[Government, str]) -> None:
    cabinet, reference = deliberated
    with pytest.raises(govflow.errors.Refused):
        cabinet.fire(reference, "passed", **COUNCIL, counts={})


@pytest.mark.parametrize("kind", ["renewal", "Renewal", "RENEWAL", "更改・継続", "更改･継続"])
def test_a_choice_is_taken_by_code_or_title_in_any_case(cabinet: Government, kind: str) -> None:
    shown = cabinet.shown(cabinet.draft(kind=kind))
    assert {field["name"]: field["value"] for field in shown.fields}["kind"] == "renewal"


def test_choices_are_offered_by_title_and_code(cabinet: Government) -> None:
    with pytest.raises(BadInput) as bad:
        cabinet.draft(kind="更改")
    assert bad.value.sentences("ja")[0].endswith(
        "「区分（kind）」に「更改」は選べません（もしかして「更改・継続（renewal）」？）。"
        "次のいずれかを選んでください：新規（new）、更改・継続（renewal）、運用（operation）"
    )
    assert bad.value.sentences("en")[0].endswith("Choose one of: new, renewal, operation")


def test_problems_name_a_field_by_its_title_and_name(cabinet: Government) -> None:
    with pytest.raises(BadInput) as bad:
        cabinet.draft(amount="1,20", fiscal_year="令和", purpose=5)
    said = "\n".join(bad.value.sentences("ja"))
    for name in ("要求額（amount）", "対象年度（fiscal_year）", "目的（purpose）"):
        assert f"「{name}」" in said
    assert "'amount requested (amount)'" in "\n".join(bad.value.sentences("en"))


def test_one_thing_said_twice_in_a_list_is_there_once(cabinet: Government) -> None:
    reference = cabinet.draft(marks=["重要", "important"], affected_ministries=["mof", "財務省", "MIC"])
    values = {field["name"]: field["value"] for field in cabinet.shown(reference).fields}
    assert values["marks"] == ["important"]
    assert values["affected_ministries"] == ["mof", "mic"]
