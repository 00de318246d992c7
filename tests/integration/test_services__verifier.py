"""Who verifies a condition is never its owner nor who reported it, whatever brings the person to that office."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from conditional import ESTIMATE, REPORT, answer, approved
from government import Government, codes
from small_organisation import Json

import govflow
from govflow.errors import Refused

SINCE: Json = {"from": "2025-04-01"}
SECRETARIAT = "cas.secretariat"

TO_VERIFY: dict[str, Json] = {
    "own office": {"appointments": [{"person": "x", "office": SECRETARIAT, "concurrent": True, **SINCE}]},
    "delegation": {
        "delegations": [{"office": SECRETARIAT, "to": "cas.committee", "workflow": "it_investment", **SINCE}],
        "appointments": [{"person": "x", "office": "cas.committee", "concurrent": True, **SINCE}],
    },
    "substitution": {
        "substitutions": [{"office": SECRETARIAT, "deputies": ["mic.pjmo"], **SINCE}],
        "appointments": [{"person": "x", "office": "mic.pjmo", "concurrent": True, **SINCE}],
        "absences": [{"person": "secretariat", **SINCE}],
    },
}
"""How a person comes to verify conditions."""

TO_REPORT: dict[str, Json] = {
    "own office": {"appointments": [{"person": "x", "office": "mof.pjmo", **SINCE}]},
    "delegation": {
        "delegations": [{"office": "mof.pjmo", "to": "mof.adviser", "workflow": "it_investment", **SINCE}],
        "appointments": [{"person": "x", "office": "mof.adviser", "concurrent": True, **SINCE}],
    },
    "substitution": {
        "substitutions": [{"office": "mof.pjmo", "deputies": ["mof.dcio"], **SINCE}],
        "appointments": [{"person": "x", "office": "mof.dcio", "concurrent": True, **SINCE}],
        "absences": [{"person": "mof_pjmo", **SINCE}],
    },
}
"""How a person comes to report on the project office's conditions."""

OWNERS = ("pjmo", "mof.pjmo")
CONDITION = ESTIMATE | {"owner": "pjmo", "evidence": None}


def organised(cabinet: Government, *parts: Json) -> None:
    """A person x in all of these positions."""
    whole: dict[str, list[Any]] = {}
    for part in parts:
        for name, items in part.items():
            whole.setdefault(name, []).extend(items)
    cabinet.organise(persons=["x"], **whole)


def verify(cabinet: Government, reference: str, person: str, how: str = "verified") -> list[str]:
    """What hinders the person from answering; nothing where it is done."""
    trigger = f"{answer(cabinet, reference, CONDITION)}.{how}"
    try:
        cabinet.act(person, trigger, reference, note="確認した。")
    except Refused as refused:
        return codes(refused)
    return []


@pytest.mark.parametrize("verifying", TO_VERIFY)
def test_somebody_else_may_verify_by_each_way(cabinet: Government, verifying: str) -> None:
    reference = approved(cabinet, CONDITION)
    organised(cabinet, TO_VERIFY[verifying])
    cabinet.act("mof_pjmo", "fulfilled", reference, evidence="写し")
    assert verify(cabinet, reference, "x") == []


@pytest.mark.parametrize(("verifying", "owner"), [*itertools.product(TO_VERIFY, OWNERS)])
def test_a_holder_of_the_owners_office_verifies_by_no_way(
    cabinet: Government, verifying: str, owner: str
) -> None:
    reference = approved(cabinet, CONDITION | {"owner": owner})
    organised(cabinet, TO_VERIFY[verifying], TO_REPORT["own office"])
    assert verify(cabinet, reference, "x") == ["guard.owner_answers"]


@pytest.mark.parametrize(("verifying", "reporting"), [*itertools.product(TO_VERIFY, TO_REPORT)])
def test_whoever_reported_by_any_way_verifies_by_no_way(
    cabinet: Government, verifying: str, reporting: str
) -> None:
    reference = approved(cabinet, CONDITION)
    organised(cabinet, TO_VERIFY[verifying], TO_REPORT[reporting])
    cabinet.act("x", "fulfilled", reference, evidence="写し")
    assert "guard.same_person" in verify(cabinet, reference, "x")


@pytest.mark.parametrize("how", ["verified", "unproven", "not_met", "breached"])
def test_the_owner_gives_no_answer_of_the_verifiers(cabinet: Government, how: str) -> None:
    organised(cabinet, TO_VERIFY["own office"], TO_REPORT["own office"])
    reference = approved(cabinet, CONDITION)
    cabinet.on("2025-11-04")
    assert verify(cabinet, reference, "x", how) == ["guard.owner_answers"]
    assert verify(cabinet, reference, "secretariat", how) == []


def test_an_owner_in_free_words_is_nobody_who_could_not_verify(cabinet: Government) -> None:
    reference = approved(cabinet, CONDITION | {"owner": "secretariat の 担当"})
    assert verify(cabinet, reference, "secretariat") == []


@pytest.mark.parametrize(
    "owner", ["secretariat", "cas.secretariat", "CIO連絡会議事務局", "職cas.secretariat"]
)
def test_the_verifying_office_owns_no_condition_however_it_is_called(cabinet: Government, owner: str) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference, conditions=[CONDITION | {"owner": owner}])
    assert codes(refused.value) == ["guard.owner_verifies"]


def test_the_record_holds_what_the_guards_read(cabinet: Government) -> None:
    reference = approved(cabinet, CONDITION)
    assert verify(cabinet, reference, "secretariat") == []
    assert cabinet.problems() == []


def test_the_budget_waits_for_a_condition_that_is_precedent_to_all_and_not_for_one_to_the_start(
    cabinet: Government,
) -> None:
    first, later = ({"text": "甲", "precedent": True}, {"text": "乙", "precedent": "執行開始"})
    reference = approved(cabinet, first, later)
    cabinet.act("mof_clerk", "record_request", reference, amount=1)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_accounts", "record_budget", reference, amount=1, fiscal_year=2026)
    assert codes(refused.value) == ["guard.conditions_open"]
    assert [each.params["text"] for each in refused.value.notices[0].params["missing"]] == ["甲"]
    needs = {each.trigger: each.needs for each in govflow.why(cabinet.onlooker, reference).possible}
    assert "guard.conditions_open" in [each.code for each in needs["record_budget"]]
    assert "guard.conditions_open" not in [each.code for each in needs["lapse"]]
    cabinet.act("secretariat", f"{answer(cabinet, reference, first)}.verified", reference)
    entered = cabinet.act("mof_accounts", "record_budget", reference, amount=1, fiscal_year=2026)
    assert entered.state == "budgeted"
    cabinet.act("mof_adviser", "specification_opinion.favourable", reference)
    cabinet.act("mof_clerk", "check_specification", reference)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", "start", reference, amount=1)
    assert [each.params["text"] for each in refused.value.notices[0].params["missing"]] == ["乙"]
    assert cabinet.problems() == []


def test_papers_and_lists_say_before_what_a_condition_is_to_be_met(cabinet: Government) -> None:
    """The act that it names, or the first that waits for conditions."""
    reference = approved(cabinet, ESTIMATE | {"precedent": "start"}, REPORT | {"precedent": True})
    for kind in ("decision_memo", "decision_record", "notification"):
        ja, en = (
            govflow.memo(cabinet.onlooker, reference, lang=lang, kind=kind).text for lang in ("ja", "en")
        )
        assert "| 先行条件（執行開始まで） |" in ja
        assert "| precedent (before: record the budget) |" in en
        assert (
            "「予算の記録」及び「執行開始」は、それぞれの前に満たすべき先行条件の履行がすべて確認されなければ"
            in ja
        )
    listed = govflow.list_conditions(cabinet.onlooker, reference=reference).conditions
    assert [(line.precedent, line.before and line.before["ja"]) for line in listed] == [
        (True, "執行開始"),
        (True, "予算の記録"),
    ]


PRECEDENTS = [*itertools.product(["verified", "unproven", "not_met", None], repeat=2)]


@pytest.mark.parametrize(("first", "second"), PRECEDENTS)
def test_work_starts_when_every_precedent_condition_is_verified_and_no_earlier(
    cabinet: Government, first: str | None, second: str | None
) -> None:
    """The subsequent condition never matters."""
    conditions = [{"text": text, "precedent": text != "丙" and "start"} for text in ("甲", "乙", "丙")]
    reference = approved(cabinet, *conditions, until="budgeted")
    cabinet.act("mof_adviser", "specification_opinion.favourable", reference)
    cabinet.act("mof_clerk", "check_specification", reference)
    for condition, how in zip(conditions, (first, second), strict=False):
        if how:
            cabinet.act(
                "secretariat", f"{answer(cabinet, reference, condition)}.{how}", reference, note="所見"
            )
    if first == second == "verified":
        assert cabinet.act("mof_pmo", "start", reference, amount=1).state == "executing"
        return
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", "start", reference, amount=1)
    assert codes(refused.value) == ["guard.conditions_open"]
    missing = [each.params["text"] for each in refused.value.notices[0].params["missing"]]
    assert missing == [
        c["text"] for c, how in zip(conditions, (first, second), strict=False) if how != "verified"
    ]
