"""Conditions are read strictly: every term by its name or title, every problem where it stands, all at once."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from sample_definition import sample, spoiled

from govflow.domain.organisation import Directory, Ministry, Office, Organisation
from govflow.errors import BadInput
from govflow.messages import Title
from govflow.reading.yaml_source import parse_yaml
from govflow.services.ground import Ground
from govflow.services.values import payload_node, read_values, reader_over

TODAY = date(2025, 4, 10)
WAITING = "      - {concurred: [opinion]}\n"
DEFINITION = sample(spoiled(WAITING, f"{WAITING}      - {{conditions_verified: {{condition: decision}}}}\n"))
OFFICE = Office("mof.pmo", Title("財務省PMO", "PMO of Finance"), "head", "mof")
DIRECTORY = Directory.on(
    Organisation(
        name=Title("国", "state"),
        ministries=(Ministry("mof", Title("財務省", "Finance")),),
        roles=(),
        offices=(OFFICE,),
        persons=(),
        appointments=(),
    ),
    TODAY,
)
GROUND = Ground.of(DIRECTORY, DEFINITION, first_due=TODAY)
DEFAULTS: dict[str, Any] = {
    "text": "見積りを出すこと",
    "owner": None,
    "due": None,
    "evidence": None,
    "precedent": False,
    "on_breach": "report",
}


def read(conditions: Any) -> list[dict[str, Any]]:
    reader, record = reader_over(payload_node({"conditions": conditions}, source="payload"))
    values = read_values(record, [DEFINITION.values["conditions"]], GROUND)
    reader.raise_if_any()
    return list(values["conditions"])


def one(**terms: Any) -> dict[str, Any]:
    (condition,) = read([{"text": DEFAULTS["text"], **terms}])
    return condition


def refused(*conditions: Any) -> list[str]:
    with pytest.raises(BadInput) as bad:
        read(list(conditions))
    return [problem.notice.code for problem in bad.value.problems]


def test_a_precedent_condition_is_owned_by_a_role_or_an_office() -> None:
    assert one(owner="受託者", precedent=False)["owner"] == "受託者"
    assert one(owner="mof.pmo", precedent=True)["owner"] == "mof.pmo"
    assert refused({"text": "甲", "owner": "受託者", "precedent": True}) == ["values.precedent_without_owner"]


@pytest.mark.parametrize(
    ("given", "precedent"),
    [
        (True, True),
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("false", False),
        ("", False),
        ("decide", "decide"),
        ("決定", "decide"),
        ("Decide", "decide"),
    ],
)
def test_a_condition_precedes_every_act_that_waits_or_the_one_it_names(given: Any, precedent: Any) -> None:
    assert one(owner="head", precedent=given)["precedent"] == precedent


@pytest.mark.parametrize("given", ["decied", "submit", "提出"])
def test_a_condition_precedes_no_act_that_does_not_wait_for_conditions(given: str) -> None:
    assert refused({"text": "甲", "precedent": given}) == ["values.waits_for_nothing"]


def test_a_mistaken_act_is_answered_with_the_one_that_was_meant_and_all_that_wait() -> None:
    with pytest.raises(BadInput) as bad:
        one(precedent="decied")
    (said,) = bad.value.sentences("en")
    assert "did you mean 'decide'?" in said
    assert "the one that is to wait: decide" in said


def test_a_condition_that_precedes_one_act_is_owned_by_somebody_too() -> None:
    assert refused({"text": "甲", "owner": "受託者", "precedent": "decide"}) == [
        "values.precedent_without_owner"
    ]


def test_only_the_text_has_to_be_there() -> None:
    assert one() == DEFAULTS


def test_every_term_is_kept() -> None:
    terms = {
        "owner": "head",
        "due": "2025-10-31",
        "evidence": "見積書の写し\nと添付資料",
        "precedent": True,
        "on_breach": "lapse",
    }
    assert one(**terms) == DEFAULTS | terms


@pytest.mark.parametrize(
    ("given", "owner"),
    [
        ("head", "head"),
        ("長", "head"),
        ("HEAD", "head"),
        ("mof.pmo", "mof.pmo"),
        ("財務省PMO", "mof.pmo"),
        ("pmo of finance", "mof.pmo"),
        ("主管課の担当者", "主管課の担当者"),
        ("The two vendors", "The two vendors"),
        ("", None),
    ],
)
def test_an_owner_goes_by_code_or_title_or_is_free_words(given: str, owner: str | None) -> None:
    assert one(owner=given)["owner"] == owner


def test_what_was_read_reads_the_same_again() -> None:
    once = read([{"text": "甲", "due": 20, "owner": "財務省PMO", "on_breach": "失効"}, {"text": "乙"}])
    assert read(once) == once


@pytest.mark.parametrize(("given", "due"), [("20", 20), (20, 20), (0, 0), ("2025-04-10", "2025-04-10")])
def test_a_due_date_is_a_day_or_a_number_of_working_days(given: Any, due: Any) -> None:
    assert one(due=given)["due"] == due


@pytest.mark.parametrize("given", ["suspend", "停止", "Suspend", "ｓｕｓｐｅｎｄ"])
def test_what_follows_a_breach_goes_by_code_or_title(given: str) -> None:
    assert one(on_breach=given)["on_breach"] == "suspend"


def test_a_cell_holds_conditions_as_json() -> None:
    assert read(json.dumps([{"text": "甲", "due": 5}, {"text": "乙"}]))[0]["due"] == 5


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ({}, ["reading.required"]),
        ({"text": "甲", "due": "2025-04-09"}, ["values.due_in_past"]),
        ({"text": "甲", "due": "2025-02-30"}, ["reading.date_impossible"]),
        ({"text": "甲", "due": -1}, ["reading.integer_out_of_range"]),
        ({"text": "甲", "due": 1001}, ["reading.integer_out_of_range"]),
        ({"text": "甲", "due": True}, ["reading.not_integer"]),
        ({"text": "甲", "owner": "haed"}, ["values.unknown_owner"]),
        ({"text": "甲", "on_breach": "stop"}, ["values.unknown_choice"]),
        ({"text": "甲", "precedent": 1}, ["reading.not_a_flag"]),
        ({"text": "甲", "evidense": "x"}, ["reading.key_unknown"]),
        ("甲", ["reading.not_a_mapping"]),
    ],
)
def test_what_cannot_be_is_told(condition: Any, codes: list[str]) -> None:
    assert refused(condition) == codes


def test_two_conditions_of_one_text_could_not_be_told_apart() -> None:
    assert refused({"text": "甲"}, {"text": "乙"}, {"text": "甲"}) == ["values.condition_repeated"]


def test_every_problem_of_every_condition_comes_at_once_with_its_place() -> None:
    text = """\
conditions:
  - {text: 甲, due: 2025-04-01, owner: haed}
  - {due: soon, on_breach: stop, precedent: true, more: 1}
"""
    reader, record = reader_over(parse_yaml(text, file="decision.yaml"))
    read_values(record, [DEFINITION.values["conditions"]], GROUND)
    told = [(p.place.line, p.place.column, p.notice.code) for p in reader.problems if p.place]
    assert sorted(told) == [
        (2, 20, "values.due_in_past"),
        (2, 39, "values.unknown_owner"),
        (3, 5, "reading.required"),
        (3, 11, "reading.not_a_date"),
        (3, 28, "values.unknown_choice"),
        (3, 51, "reading.key_unknown"),
    ]
    assert all(problem.sentence("ja") for problem in reader.problems)


def test_a_mistaken_owner_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(BadInput) as bad:
        one(owner="haed")
    (said,) = bad.value.sentences("en")
    assert "did you mean 'head'?" in said


def test_a_condition_that_is_not_published_says_why() -> None:
    assert one(closed=" 安全保障のため ") == DEFAULTS | {"closed": "安全保障のため"}
    assert one() == DEFAULTS


@pytest.mark.parametrize("reason", ["", "  ", "　", None])
def test_without_a_reason_no_condition_is_closed(reason: str | None) -> None:
    assert refused({"text": "見積りを出すこと", "closed": reason}) == ["values.closed_without_reason"]
