"""The follow-up memo tells one condition with its evidence and what came of it; notifications ask for receipts."""

from __future__ import annotations

import pytest
from rendered_document import has_row, text
from sample_document import CABINET, CONDITIONS, MOF, decision, follow_up, name

RECEIPT = {"ministries": [MOF, CABINET], "working_days": 5}
BROKEN = {
    "met": False,
    "answer": name("未履行", "not met"),
    "report": None,
    "consequence": name("案件を停止しました。", "The proposal is suspended."),
}


def test_a_met_condition_is_told_with_its_evidence_and_its_verifier() -> None:
    ja, en = (text("follow_up", lang) for lang in ("ja", "en"))
    assert has_row(ja, "条件", CONDITIONS[0]["text"])
    assert has_row(ja, "求められた証拠", "検討結果の写し")
    assert has_row(ja, "報告者", "財務省PMO責任者 乙川 秋")
    assert has_row(ja, "確認者", "内閣情報通信政策監(政府CIO) 戊倉 光")
    assert has_row(ja, "決定の文書", "DM-2026-0012")
    assert has_row(en, "Finding", "Verified")
    assert has_row(en, "On breach", "suspend")
    assert "検討結果 第3版" in en
    assert "The condition is discharged." in en


def test_a_closed_condition_is_marked_with_its_reason() -> None:
    told = follow_up(condition=CONDITIONS[0] | {"closed": "安全保障のため"})
    ja, en = (text("follow_up", lang, follow_up=told) for lang in ("ja", "en"))
    assert f"{CONDITIONS[0]['text']}（非公開：安全保障のため）" in ja
    assert "(not public: 安全保障のため)" in en


def test_a_broken_condition_is_told_with_what_follows() -> None:
    ja, en = (text("follow_up", lang, follow_up=follow_up(**BROKEN)) for lang in ("ja", "en"))
    assert "責任者からの報告はありません。" in ja
    assert "案件を停止しました。" in ja
    assert "has not been met." in en
    assert "The condition is discharged." not in en


@pytest.mark.parametrize(
    ("lang", "to", "asked"),
    [
        ("ja", "財務省、内閣官房 御中", "通知の日から5営業日以内に"),
        ("en", "To: Ministry of Finance, Cabinet Secretariat", "within 5 working days"),
    ],
)
def test_a_notification_goes_to_every_ministry_that_is_to_confirm_it(lang: str, to: str, asked: str) -> None:
    shown = text("notification", lang, receipt=RECEIPT)
    assert to in shown
    assert asked in shown


def test_a_notification_that_asks_for_a_receipt_never_says_that_no_reply_is_needed() -> None:
    free = decision() | {"conditions": []}
    for lang, needless in (("ja", "回答は不要"), ("en", "No reply")):
        assert needless in text("notification", lang, decision=free)
        assert needless not in text("notification", lang, decision=free, receipt=RECEIPT)
