"""The decision memo tells what was decided, on what grounds and by whom."""

from __future__ import annotations

import re

import pytest
from rendered_document import has_row, rows, text
from sample_document import CONDITIONS, decision, proposal


@pytest.mark.parametrize(
    ("kind", "lang", "heading"),
    [
        ("decision_memo", "ja", "# 税関業務に係る輸出入申告受付システムの更改について（意思決定メモ）"),
        ("decision_memo", "en", "# Decision memo: 税関業務に係る輸出入申告受付システムの更改"),
    ],
)
def test_a_memo_is_headed_by_its_subject(kind: str, lang: str, heading: str) -> None:
    assert heading in text(kind, lang).splitlines()


def test_a_memo_has_its_sections_in_order() -> None:
    headings = re.findall(r"^## \d+ (.+)$", text("decision_memo", "ja"), re.MULTILINE)
    assert headings == [
        "目的",
        "背景",
        "案件の概要",
        "合議及び意見",
        "会議の審議結果",
        "決定",
        "条件",
        "理由",
        "選択肢及び反対意見",
        "署名",
        "準拠規定及び検証情報",
    ]
    english = re.findall(r"^## \d+ (.+)$", text("decision_memo", "en"), re.MULTILINE)
    assert english == [
        "Purpose",
        "Background",
        "The proposal in brief",
        "Concurrences and opinions",
        "Result of the council",
        "Decision",
        "Conditions",
        "Reasons",
        "Options and opposing views",
        "Signatures",
        "Rule and verification",
    ]


def test_a_memo_sets_the_amount_approved_against_the_amount_requested() -> None:
    ja, en = text("decision_memo", "ja"), text("decision_memo", "en")
    assert has_row(ja, "決定", "承認（減額・条件付き）")
    assert has_row(en, "Decision", "approved (reduced amount, with conditions)")
    assert has_row(ja, "要求額", "12億3,456万7,890円")
    assert has_row(en, "Amount requested", "¥1.23 billion (¥1,234,567,890)")
    assert has_row(ja, "承認額", "10億円")
    assert has_row(en, "Amount approved", "¥1 billion")
    assert has_row(ja, "減額分", "2億3,456万7,890円")
    assert has_row(en, "Reduction", "¥234.57 million (¥234,567,890)")


@pytest.mark.parametrize(
    ("reduced", "conditional", "ja", "en"),
    [
        (False, False, "承認", "approved"),
        (True, False, "承認（減額）", "approved (reduced amount)"),
        (False, True, "承認（条件付き）", "approved (with conditions)"),
    ],
)
def test_reduction_and_conditions_are_attributes_of_the_decision(
    reduced: bool, conditional: bool, ja: str, en: str
) -> None:
    changed = decision() | {"reduced": reduced, "conditional": conditional}
    assert has_row(text("decision_memo", "ja", decision=changed), "決定", ja)
    assert has_row(text("notification", "en", decision=changed), "Decision", en)


def test_an_amount_that_is_not_stated_is_not_zero() -> None:
    unstated = decision() | {"requested": None, "amount": 0, "reduced": False}
    shown = text("decision_memo", "ja", decision=unstated)
    assert has_row(shown, "要求額", "未記載")
    assert has_row(shown, "承認額", "0円")
    assert "減額分" not in shown


def test_a_memo_tells_a_condition_with_due_date_owner_and_kind() -> None:
    ja, en = rows(text("decision_memo", "ja")), rows(text("decision_memo", "en"))
    assert [
        "2",
        "運用開始後12か月以内に、利用者満足度の調査結果を報告すること。",
        "令和10年3月31日",
        "—",
        "—",
        "事後条件",
        "報告",
        "決定者",
    ] in ja
    assert any(
        row[0] == "1"
        and row[2:]
        == [
            "18 December 2026",
            "PMO head",
            "検討結果の写し",
            "precedent (before: start)",
            "suspend",
            "council",
        ]
        for row in en
    )


def test_a_memo_of_a_decision_kept_before_conditions_said_so_tells_no_evidence_and_no_consequence() -> None:
    kept = [
        {name: value for name, value in each.items() if name not in ("evidence", "kind", "on_breach")}
        for each in CONDITIONS
    ]
    shown = text("decision_memo", "ja", decision=decision() | {"conditions": kept})
    assert "証拠" not in shown
    assert "違反のとき" not in shown
    assert "| 先行条件 |" in shown


def test_a_memo_does_not_say_who_set_conditions_that_are_all_the_decisions() -> None:
    own = decision() | {"conditions": [CONDITIONS[1]]}
    assert "付した者" not in text("decision_memo", "ja", decision=own)
    assert "Set by" not in text("decision_memo", "en", decision=own)


def test_a_memo_says_what_waits_for_precedent_conditions_and_only_where_something_does() -> None:
    waiting = "「執行開始」は、その前に満たすべき先行条件の履行がすべて確認されなければ、行えません。"
    assert waiting in text("decision_memo", "ja")
    assert (
        "The act “start” is not possible until every precedent condition to be met before it has been verified."
        in text("decision_memo", "en")
    )
    nothing = decision() | {"verified_before": []}
    assert "行えません" not in text("decision_memo", "ja", decision=nothing)


def test_a_memo_leaves_out_what_the_proposal_does_not_say_and_counts_on() -> None:
    brief = [stated for stated in proposal()["fields"] if stated["name"] not in ("purpose", "problem")]
    shown = text("decision_memo", "ja", proposal=proposal() | {"fields": brief})
    assert "目的" not in shown
    assert "背景" not in shown
    assert "## 1 案件の概要" in shown
    assert "決定の内容は、4から6までのとおりです。" in shown


def test_a_memo_says_how_its_signers_were_identified_as_it_is() -> None:
    assert "本人確認は利用者アカウントにより" in text("decision_memo", "ja")
    assert "実証環境のため本人確認はなく" in text("decision_memo", "ja", demonstration=True)
    assert "nobody was identified" in text("decision_memo", "en", demonstration=True)


def test_a_memo_tells_what_was_asked_apart_from_what_comes_next() -> None:
    before, after = text("decision_memo", "ja").split("### 今後の手順")
    assert "| 関係府省への照会 | 経済産業省 府省CIO | 回答なし | — | — |" in before
    assert "| 通知 | 事務局 | 令和8年9月7日 |" in after
    assert "| 通知 |" not in before


def test_a_memo_tells_the_councils_result_with_its_figures() -> None:
    assert has_row(text("decision_memo", "ja"), "表決", "出席 24、賛成 21、反対 2、棄権 1")
    assert has_row(text("decision_memo", "en"), "Votes", "present 24, in favour 21, against 2, abstaining 1")


def test_a_memo_is_signed_by_office_name_and_date() -> None:
    ja, en = text("decision_memo", "ja"), text("decision_memo", "en")
    assert has_row(ja, "起案", "財務省PMO担当者", "甲野 春", "令和8年5月20日")
    assert has_row(ja, "決定", "内閣情報通信政策監(政府CIO)", "戊倉 光", "令和8年9月2日")
    assert has_row(en, "Decision", "Government CIO", "Bokura Hikari", "2 September 2026")


def test_a_memo_writes_fields_by_their_type() -> None:
    shown = text("decision_memo", "en")
    assert has_row(shown, "Amount of the year before", "¥1.15 billion")
    assert has_row(shown, "Go-live", "4 January 2028")
    assert "### 概要\n\n受付機能を共通の実行環境に移し、切替えを自動化する。" in text("decision_memo", "ja")
