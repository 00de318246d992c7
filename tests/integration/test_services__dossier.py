"""What acts have kept is told in the words of the definition that the proposal stays on."""

from __future__ import annotations

from typing import Any

from government import COUNCIL, Government

import govflow
from govflow.resources import bundled

CONDITIONS: list[dict[str, Any]] = [
    {"text": "見積りを示す", "due": "2025-10-31", "owner": "pmo_head", "precedent": True},
    {"text": "報告する", "owner": "mof.pjmo"},
]


def kept(government: Government, reference: str) -> dict[str, govflow.KeptRecord]:
    return {record.name: record for record in government.shown(reference).kept}


def told(record: govflow.KeptRecord, lang: str) -> dict[str, list[str]]:
    return {value["title"][lang]: [item[lang] for item in value["shown"]] for value in record.values}


def decided(cabinet: Government) -> str:
    reference = cabinet.proposal(until="deliberation")
    cabinet.fire(reference, "passed", **COUNCIL, conditions=CONDITIONS, amount=90_000_000)
    return reference


def test_a_record_stands_under_the_act_that_kept_it(cabinet: Government) -> None:
    records = kept(cabinet, decided(cabinet))
    assert [*records] == ["endorsement", "agenda", "council"]
    assert records["council"].act == {"ja": "会議可決", "en": "passed by the council"}
    assert records["council"].day == "2025-04-10"
    assert told(records["agenda"], "ja") == {"議決の典拠": ["CIO連絡会議(第1回)"]}


def test_its_values_are_told_in_both_languages(cabinet: Government) -> None:
    council = kept(cabinet, decided(cabinet))["council"]
    english, japanese = told(council, "en"), told(council, "ja")
    assert english["amount"] == ["¥90,000,000"]
    assert japanese["金額"] == ["90,000,000円"]
    assert english["conditions"] == [
        "見積りを示す (due 2025-10-31, owner PMO head, precedent (before: record the budget))",
        "報告する (owner office mof.pjmo)",
    ]
    assert (
        japanese["条件"][0] == "見積りを示す（期限 2025-10-31、責任者 PMO責任者、先行条件（予算の記録まで））"
    )
    assert english["counts"] == ["in favour 20, against 1"]


def test_what_was_left_empty_is_left_out(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    assert "conditions" not in told(kept(cabinet, reference)["council"], "en")
    assert cabinet.shown(reference).records["council"]["conditions"] == []


def test_an_answers_record_is_called_by_step_and_answer(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.justified", reference, note="置き換えられない。")
    record = kept(cabinet, reference)["duplicate_check"]
    assert record.act == {"ja": "重複の確認：重複に理由あり", "en": "duplicate check: justified"}
    assert told(record, "en") == {"reason": ["置き換えられない。"]}


def test_a_newer_definition_changes_nothing_about_it(cabinet: Government) -> None:
    reference = decided(cabinet)
    before = cabinet.shown(reference).kept
    source = bundled("workflows").joinpath("it_investment.yaml").read_text(encoding="utf-8")
    newer = source.replace("version: 2\n", "version: 3\n", 1).replace("ja: 会議可決", "ja: 可決")
    govflow.load_workflow(cabinet.session, str(cabinet.write("newer.yaml", newer)))
    assert cabinet.shown(reference).kept == before
