"""Conditions from the decision on: owners report with evidence, others verify, the list tells how far each has come."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from conditional import ESTIMATE, REPORT, answer, approved
from government import Government, codes

import govflow
from govflow.errors import BadInput, NotAuthorised, NotFound, Refused


def line(cabinet: Government, reference: str, condition: dict[str, Any] = ESTIMATE) -> govflow.ConditionLine:
    (found,) = (
        each
        for each in govflow.list_conditions(cabinet.onlooker, reference=reference).conditions
        if each.condition == condition["text"]
    )
    return found


def test_a_report_is_asked_of_the_owners_office_in_the_ministry(cabinet: Government) -> None:
    office = {"text": "甲", "owner": "mic.pjmo"}
    words = {"text": "乙", "owner": "受託者の 責任者"}
    nobody = {"text": "丙"}
    reference = approved(cabinet, ESTIMATE, REPORT, office, words, nobody)
    with cabinet.session.store.reading() as work:
        asked = [(s.role, s.ministry) for s in work.steps.of(reference) if s.name == "condition_report"]
    assert asked == [
        ("pmo_head", "mof"),
        ("pjmo", "mof"),
        ("pjmo", "mic"),
        ("pmo_head", "mof"),
        ("pmo_head", "mof"),
    ]
    with pytest.raises(NotAuthorised):
        cabinet.act(
            "mof_pjmo", f"{answer(cabinet, reference, office, 'condition_report')}.fulfilled", reference
        )


def test_the_evidence_of_each_report_stays_with_its_condition(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE, REPORT)
    for person, condition in (("mof_pmo", ESTIMATE), ("mof_pjmo", REPORT)):
        trigger = f"{answer(cabinet, reference, condition, 'condition_report')}.fulfilled"
        cabinet.act(person, trigger, reference, evidence=f"証拠：{condition['text']}", note="以上")
    steps = cabinet.steps(reference, "condition_report")
    assert [step["note"] for step in steps] == [f"証拠：{c['text']}\n以上" for c in (ESTIMATE, REPORT)]
    assert "condition_report" not in cabinet.shown(reference).records
    assert cabinet.problems() == []


def test_a_report_without_evidence_is_refused(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", "fulfilled", reference)
    assert codes(refused.value) == ["acts.missing_value"]


def test_the_list_follows_a_condition_from_the_decision_to_its_verification(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    before = line(cabinet, reference)
    assert (before.state, before.owner, before.evidence) == (
        "open",
        {"ja": "PMO責任者", "en": "PMO head"},
        "見積書",
    )
    assert (before.verifier, before.verified_by["en"]) == (None, "council secretariat")
    cabinet.act("mof_pmo", "fulfilled", reference, evidence="見積書 第12号")
    reported = line(cabinet, reference)
    assert (reported.state, reported.reported, reported.reported_on) == (
        "reported",
        "見積書 第12号",
        "2025-04-10",
    )
    assert reported.reported_by == {"ja": "甲 mof_pmo", "en": "Ko mof_pmo"}
    cabinet.act("secretariat", "verified", reference, note="確認した。")
    verified = line(cabinet, reference)
    assert (verified.state, verified.verified_on, verified.note) == ("verified", "2025-04-10", "確認した。")
    assert verified.verifier == {"ja": "甲 secretariat", "en": "Ko secretariat"}


def test_the_list_says_which_condition_is_closed_and_why(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE, REPORT | {"closed": "安全保障のため"})
    assert line(cabinet, reference).closed is None
    assert line(cabinet, reference, REPORT).closed == "安全保障のため"


def test_insufficient_evidence_goes_back_to_the_owner(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE, REPORT)
    own = answer(cabinet, reference, ESTIMATE)
    cabinet.act(
        "mof_pmo",
        f"{answer(cabinet, reference, ESTIMATE, 'condition_report')}.fulfilled",
        reference,
        evidence="口頭",
    )
    cabinet.act("secretariat", f"{own}.unproven", reference, note="書面が必要。")
    assert line(cabinet, reference).state == "not_met"
    asked = cabinet.steps(reference, "condition_report")
    assert [step["subject"] for step in asked] == [ESTIMATE["text"], REPORT["text"], ESTIMATE["text"]]
    assert asked[-1]["due_on"] == ESTIMATE["due"]
    cabinet.act("mof_pmo", "fulfilled", reference, evidence="見積書 第12号")
    cabinet.act("secretariat", f"{own}.verified", reference)
    verified = line(cabinet, reference)
    assert (verified.state, verified.reported) == ("verified", "見積書 第12号")
    assert cabinet.problems() == []


def test_a_report_that_is_put_right_leaves_the_one_asked_later_open(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    first = answer(cabinet, reference, ESTIMATE, "condition_report")
    cabinet.act("mof_pmo", f"{first}.unfulfilled", reference, note="間に合わない。")
    cabinet.act("secretariat", "condition.unproven", reference, note="書面が必要。")
    cabinet.act("mof_pmo", f"{first}.fulfilled", reference, evidence="口頭")
    assert cabinet.answers(reference, "condition_report") == [("answered", "fulfilled"), ("open", None)]
    assert cabinet.problems() == []


def test_nobody_has_to_report_on_what_is_verified(cabinet: Government) -> None:
    estimate = ESTIMATE | {"evidence": None}
    reference = approved(cabinet, estimate, REPORT)
    cabinet.act("secretariat", f"{answer(cabinet, reference, estimate)}.verified", reference)
    assert cabinet.answers(reference, "condition_report") == [("cancelled", None), ("open", None)]
    assert cabinet.problems() == []


@pytest.mark.parametrize("how", ["unproven", "not_met", "breached"])
def test_what_is_not_verified_is_still_to_be_reported(cabinet: Government, how: str) -> None:
    reference = approved(cabinet, ESTIMATE)
    cabinet.on("2025-11-04")
    cabinet.act("secretariat", f"condition.{how}", reference, note="報告がない。")
    assert cabinet.answers(reference, "condition_report") == [("cancelled", None), ("open", None)]
    cabinet.act("mof_pmo", "fulfilled", reference, evidence="見積書 第12号")
    cabinet.act("secretariat", "condition.verified", reference)
    assert line(cabinet, reference).state == "verified"
    assert cabinet.problems() == []


def test_evidence_is_waited_for_before_it_is_verified(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "condition.verified", reference)
    assert codes(refused.value) == ["guard.not_reported"]
    cabinet.act("mof_pmo", "unfulfilled", reference, note="間に合わない。")
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "condition.verified", reference)
    assert codes(refused.value) == ["guard.not_reported"]


@pytest.mark.parametrize(("due", "why"), [("2025-04-11", "guard.not_overdue"), (None, "guard.never_due")])
def test_a_condition_is_not_overdue_before_its_day_has_passed(
    cabinet: Government, due: str | None, why: str
) -> None:
    reference = approved(cabinet, ESTIMATE | {"due": due})
    cabinet.on("2025-04-11")
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "condition.breached", reference, note="報告がない。")
    assert codes(refused.value) == [why]


def test_work_does_not_start_while_a_condition_is_broken_whose_breach_suspends(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE | {"on_breach": "suspend"}, until="budgeted")
    cabinet.act("secretariat", "condition.not_met", reference)
    cabinet.act("mof_adviser", "specification_opinion.favourable", reference)
    cabinet.act("mof_clerk", "check_specification", reference)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", "start", reference, amount=100_000_000)
    assert codes(refused.value) == ["guard.broken"]


def test_the_same_finding_twice_is_refused(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    cabinet.act("secretariat", "condition.not_met", reference)
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "condition.not_met", reference)
    assert codes(refused.value) == ["acts.answered_already"]


def test_working_days_count_from_the_decision_and_the_record_has_the_date(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE | {"due": 15})
    (kept,) = cabinet.shown(reference).records["decision"]["conditions"]
    assert kept["due"] == "2025-05-02"
    assert line(cabinet, reference).due_on == "2025-05-02"
    assert {step["due_on"] for step in cabinet.steps(reference, "condition_report")} == {"2025-05-02"}


def test_overdue_conditions_are_those_past_their_date_and_not_verified(cabinet: Government) -> None:
    late, undated = ESTIMATE | {"due": "2025-04-11"}, {"text": "期限なし"}
    reference = approved(cabinet, late, undated, REPORT)
    met = approved(cabinet, late)
    cabinet.act("mof_pmo", "fulfilled", met, evidence="見積書 第12号")
    cabinet.act("secretariat", "condition.verified", met)

    def overdue() -> list[tuple[str, str, int]]:
        found = govflow.list_conditions(cabinet.onlooker, overdue=True).conditions
        return [(each.reference, each.condition, each.overdue) for each in found]

    assert overdue() == []
    cabinet.on("2025-04-16")
    assert overdue() == [(reference, late["text"], 3)]
    cabinet.act("secretariat", f"{answer(cabinet, reference, late)}.breached", reference, note="報告がない。")
    assert overdue() == [(reference, late["text"], 3)]
    assert line(cabinet, reference, late).state == "breached"


def test_the_list_is_narrowed_and_paged(either: Government) -> None:
    ours, theirs = approved(either, ESTIMATE, REPORT), approved(either, REPORT, ministry="mic")
    agency = approved(either, ESTIMATE, ministry="nta")
    of_ministry = govflow.list_conditions(either.onlooker, ministry="財務省").conditions
    assert [each.reference for each in of_ministry] == [ours, agency, ours]
    first = govflow.list_conditions(either.onlooker, limit=3)
    rest = govflow.list_conditions(either.onlooker, limit=3, after=first.more)
    seen = [(each.reference, each.number) for each in (*first.conditions, *rest.conditions)]
    assert (len(seen), len(set(seen)), rest.more) == (4, 4, None)
    assert {reference for reference, _ in seen} == {ours, theirs, agency}


def test_what_the_list_cannot_be_narrowed_to_is_told(cabinet: Government) -> None:
    for narrowing in ({"reference": "MOF-2025-9999"}, {"ministry": "nobody"}):
        with pytest.raises(NotFound):
            govflow.list_conditions(cabinet.onlooker, **narrowing)
    with pytest.raises(BadInput):
        govflow.list_conditions(cabinet.onlooker, after="x")
    assert govflow.list_conditions(cabinet.onlooker).conditions == ()


def test_conditions_end_with_the_proposal(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    cabinet.on("2026-04-01").act("secretariat", "lapse", reference)
    ended = line(cabinet, reference)
    assert (ended.state, ended.overdue) == ("cancelled", 0)


def test_every_problem_of_a_decisions_conditions_is_told_and_nothing_is_kept(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    wrong = [{"text": "甲", "due": "2025-04-09", "owner": "pmo_haed"}, {"due": 5, "on_breach": "stop"}]
    for given in (wrong, json.dumps(wrong)):
        with pytest.raises(BadInput) as bad:
            cabinet.act("gcio", "approve", reference, conditions=given)
        assert sorted(codes(bad.value)) == [
            "reading.required",
            "values.due_in_past",
            "values.unknown_choice",
            "values.unknown_owner",
        ]
    assert cabinet.state(reference) == "gcio_decision"


def test_a_backdated_decision_may_set_a_date_after_its_own_day(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.on("2025-04-20")
    past = {"text": "甲", "due": "2025-04-18"}
    with pytest.raises(BadInput):
        cabinet.act("gcio", "approve", reference, conditions=[past])
    command = {"effective_on": date(2025, 4, 17)}
    cabinet.act("gcio", "approve", reference, note="紙の決裁による。", command=command, conditions=[past])
    assert line(cabinet, reference, past).due_on == "2025-04-18"


def test_a_follow_up_memo_tells_the_verification(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE)
    cabinet.act("mof_pmo", "fulfilled", reference, evidence="見積書 第12号")
    (number,) = cabinet.act("secretariat", "verified", reference, note="確認した。").documents
    assert number == "FM-2025-0001"
    ja, en = (govflow.document(cabinet.onlooker, number, lang=lang).text for lang in ("ja", "en"))
    for said in (
        "令和7年度追第1号",
        "見積りを出すこと",
        "見積書 第12号",
        "甲 mof_pmo",
        "甲 secretariat",
        "DM-2025-0001",
    ):
        assert said in ja
    for said in ("has been verified as met", "PMO head", "31 October 2025", "The condition is discharged."):
        assert said in en
    assert cabinet.problems() == []


def test_the_dossier_tells_evidence_and_what_a_breach_brings(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE | {"on_breach": "suspend", "precedent": "start"})
    (record,) = (kept for kept in cabinet.shown(reference).kept if kept.name == "decision")
    (told,) = (value["shown"] for value in record.values if value["name"] == "conditions")
    assert told[0] == {
        "ja": "見積りを出すこと"
        "（期限 2025-10-31、責任者 PMO責任者、先行条件（執行開始まで）、証拠 見積書、違反時は停止）",
        "en": "見積りを出すこと"
        " (due 2025-10-31, owner PMO head, precedent (before: start), shown by 見積書, on breach: suspend)",
    }


def test_the_letter_lists_evidence_and_what_a_breach_brings(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE | {"on_breach": "lapse"})
    letter = govflow.memo(cabinet.onlooker, reference, lang="ja", kind="notification").text
    assert "| 1 | 見積りを出すこと | 令和7年10月31日 | PMO責任者 | 見積書 | 事後条件 | 失効 |" in letter
