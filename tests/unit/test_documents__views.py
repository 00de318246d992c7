"""The memo's opposing views are all that the record holds; that there are none is said only where there are none."""

from __future__ import annotations

from typing import Any

import pytest
from rendered_document import rows, text
from sample_document import council, name, step, steps

NOBODY_AGAINST = council(counts={"present": 24, "yes": 24}, against=0)
AGREED = [asked | {"agrees": True} for asked in steps()]
NONE = {
    "ja": "反対の表決及び不同意の記録はありません。",
    "en": "No vote against the proposal and no objection",
}
OPINION = step(
    "adviser_opinion",
    name("補佐官の意見", "adviser's opinion"),
    name("補佐官", "adviser"),
    answer=name("再考を要する", "unfavourable"),
    agrees=None,
    note="費用の根拠が弱い。",
)
each_language = pytest.mark.parametrize("lang", ["ja", "en"])


def views(lang: str, **changes: Any) -> str:
    """The section of the options and opposing views."""
    heading = {"ja": "選択肢及び反対意見", "en": "Options and opposing views"}[lang]
    return text("decision_memo", lang, **changes).split(heading)[1].split("\n## ")[0]


@each_language
def test_votes_against_are_told_with_all_the_figures(lang: str) -> None:
    said = views(lang, steps=AGREED)
    assert {
        "ja": "出席 24、賛成 21、反対 2、棄権 1",
        "en": "present 24, in favour 21, against 2, abstaining 1",
    }[lang] in said
    assert NONE[lang] not in said


@each_language
def test_an_earlier_council_that_did_not_pass_it_is_told_though_a_later_one_did(lang: str) -> None:
    carried = council(result=name("継続審議", "carried over"), passed=False, day="2026-07-25")
    said = views(lang, steps=AGREED, rounds=[carried, NOBODY_AGAINST])
    heading = {
        "ja": "### 継続審議（令和8年7月25日）",
        "en": "### Carried over (25 July 2026)",
    }
    assert heading[lang] in said
    assert NONE[lang] not in said


@each_language
def test_an_outcome_against_the_proposal_is_told_without_figures_too(lang: str) -> None:
    failed = council(result=name("否決", "failed"), passed=False, counts={}, against=0)
    said = views(lang, steps=AGREED, rounds=[failed])
    assert {
        "ja": "会議の表決の数は記録されていません。",
        "en": "No count of the council’s votes was recorded.",
    }[lang] in said
    assert NONE[lang] not in said


def test_an_objection_is_told_in_full_with_whoever_raised_it() -> None:
    said = views("ja", rounds=[NOBODY_AGAINST])
    assert (
        "### 重複の確認：共用を求める\n\n"
        "申告受付の機能は、既存の共通基盤と重なる。\n\n共用を先に検討すべきである。" in said
    )
    assert "| 総務省行政管理局 丁田 冬（令和8年7月3日） |" in said
    assert NONE["ja"] not in said


@each_language
def test_an_opinion_that_counts_for_neither_side_is_told_whatever_it_says(lang: str) -> None:
    said = views(lang, steps=[*AGREED, OPINION], rounds=[NOBODY_AGAINST])
    answers = [row[2] for row in rows(said) if len(row) == 5]
    assert answers[1:] == [{"ja": "再考を要する", "en": "unfavourable"}[lang]]
    assert "費用の根拠が弱い。" in said


@each_language
def test_where_nothing_is_against_it_says_what_was_looked_at(lang: str) -> None:
    said = views(lang, steps=AGREED, rounds=[NOBODY_AGAINST])
    looked_at = {
        "ja": "確かめた記録は、会議の表決1回、合議及び意見への回答3件です（ほかに、回答のなかったものが1件あります）。",
        "en": "votes of the council (1), answers given as concurrences and opinions (3);"
        " asked for and not given: 1.",
    }
    assert NONE[lang] in said
    assert looked_at[lang] in said


@each_language
def test_votes_that_were_never_taken_are_not_among_what_was_looked_at(lang: str) -> None:
    said = views(lang, steps=[], rounds=[])
    assert NONE[lang] in said
    assert {"ja": "表決1回", "en": "votes of the council"}[lang] not in said


def test_a_step_that_follows_from_the_decision_is_no_opinion_on_it() -> None:
    noted = OPINION | {"name": "escalation", "lasting": True}
    assert "再考を要する" not in views("ja", steps=[*AGREED, noted], rounds=[NOBODY_AGAINST])
