"""Each document says what it must, in Japanese and in English, whatever the proposal lacks."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from rendered_document import has_row, rows, text
from sample_document import CONDITIONS, GCIO, MINISTRY_CIO, context, decision, name, proposal, route, step

KINDS = ("decision_memo", "endorsement", "notification", "decision_record", "follow_up", "plan")
LANGUAGES = ("ja", "en")
each_document = pytest.mark.parametrize(
    ("kind", "lang"), [(kind, lang) for kind in KINDS for lang in LANGUAGES]
)

BARE: dict[str, Any] = {
    "proposal": proposal() | {"amount": None, "fields": []},
    "act": context()["act"] | {"note": ""},
    "decision": None,
    "council": None,
    "rounds": [],
    "endorsement": None,
    "follow_up": None,
    "receipt": None,
    "steps": [],
    "route": [],
    "dates": {"drafted": "2026-05-20", "decided": None, "executed": None},
}
"""A proposal of which nothing is stated but what every proposal has."""


@each_document
def test_a_document_begins_with_its_number_and_date_and_addressee(kind: str, lang: str) -> None:
    number, _, date, _, addressee, *_ = text(kind, lang).splitlines()
    expected = {
        "ja": ("| 令和8年度決第12号 |", "| 令和8年9月2日 |"),
        "en": ("| DM-2026-0012 |", "| 2 September 2026 |"),
    }
    assert (number, date) == expected[lang]
    assert re.match(r".+ (御中|殿)$" if lang == "ja" else r"To: .+", addressee)


@each_document
def test_a_document_of_a_demonstration_says_so_first(kind: str, lang: str) -> None:
    first = text(kind, lang, demonstration=True).splitlines()[0]
    assert first.startswith({"ja": "**【実証環境】", "en": "**DEMONSTRATION"}[lang])


@each_document
def test_a_document_can_be_verified(kind: str, lang: str) -> None:
    shown = text(kind, lang)
    assert all(f"`{digest}`" in shown for digest in ("a1" * 32, "c3" * 32, "d4" * 32))
    assert "gf-7c1e42d9" in shown
    assert "it_investment" in shown


@each_document
def test_a_document_stands_even_where_nothing_is_stated(kind: str, lang: str) -> None:
    shown = text(kind, lang, **BARE)
    assert {"ja": "未記載", "en": "ot stated"}[lang] in shown
    assert "None" not in shown


@each_document
def test_every_row_of_a_table_has_as_many_cells_as_its_heading(kind: str, lang: str) -> None:
    for changes in ({}, BARE):
        for table in re.findall(r"(?:^\|.*\|\n)+", text(kind, lang, **changes), re.MULTILINE):
            assert len({line.count("|") for line in table.splitlines()}) == 1, table


@each_document
def test_no_blank_line_parts_a_table_from_its_rows(kind: str, lang: str) -> None:
    lines = text(kind, lang).splitlines()
    rules = [i for i, line in enumerate(lines) if re.fullmatch(r"\|[-:|]+\|", line)]
    for before, after in itertools.pairwise(lines):
        assert not (after.startswith("| ") and before and not before.startswith("|")), after
    assert all(lines[rule - 1].startswith("|") for rule in rules)


def test_a_refusal_reads_as_one() -> None:
    refused = decision() | {
        "outcome": "rejected",
        "outcome_title": name("不承認", "rejected"),
        "amount": None,
        "reduced": False,
        "conditional": False,
        "conditions": [],
        "reason": "効果が費用に見合わない。",
    }
    for lang, outcome, reply in (
        ("ja", "不承認", "回答は不要です"),
        ("en", "rejected", "No reply to this notification"),
    ):
        shown = text("notification", lang, decision=refused)
        assert outcome in shown
        assert "効果が費用に見合わない。" in shown
        assert reply in shown
        assert "承認額" not in shown
        assert "approved" not in shown.lower()


def test_an_act_without_a_decision_is_told_by_its_state() -> None:
    returned = context()["act"] | {
        "title": name("差戻し", "return"),
        "state": name("起案中", "draft"),
        "note": "効果の試算を示すこと。",
    }
    shown = text("notification", "ja", decision=None, act=returned)
    assert has_row(shown, "取扱い", "差戻し（起案中）")
    assert "効果の試算を示すこと。" in shown


def test_a_notification_asks_for_replies_by_the_conditions_dates() -> None:
    assert "最初の回答期限は、令和8年12月18日です。" in text("notification", "ja")
    assert "The first reply is due by 18 December 2026." in text("notification", "en")


def test_a_notification_tells_conditions_without_a_date_apart() -> None:
    undated = decision() | {"conditions": [CONDITIONS[0], CONDITIONS[1] | {"due": None}]}
    assert "（期限のないものは、履行後速やかに）回答" in text("notification", "ja", decision=undated)
    assert "or as soon as it is met where it has none." in text("notification", "en", decision=undated)


def test_an_endorsement_tells_what_was_asked_within_the_ministry_and_nothing_else() -> None:
    shown = rows(text("endorsement", "ja"))
    asked = [row[0] for row in shown if len(row) == 5]
    assert asked == ["手順", "情報セキュリティの合議", "副CIOの合議"]


@each_document
def test_a_date_is_printed_in_one_way(kind: str, lang: str) -> None:
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text(kind, lang))


@each_document
def test_sections_are_numbered_one_by_one_whatever_is_left_out(kind: str, lang: str) -> None:
    for changes in ({}, BARE):
        numbers = re.findall(r"^## (\d+) ", text(kind, lang, **changes), re.MULTILINE)
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_notification_has_the_form_of_an_official_letter() -> None:
    shown = text("notification", "ja")
    assert shown.index("| 記 |\n|:---:|") < shown.index("## 1 決定") < shown.index("| 以上 |\n|---:|")


def test_an_endorsement_goes_to_the_government_cio_from_the_one_who_answers_for_it() -> None:
    signed = context()["act"] | {"office": MINISTRY_CIO, "person": name("丙山 夏", "Heiyama Natsu")}
    ja, en = text("endorsement", "ja", act=signed), text("endorsement", "en", act=signed)
    assert "政府CIO 殿\n\n| 財務省情報化統括責任者(CIO) |\n|---:|\n| 丙山 夏 |" in ja
    assert "To: Government CIO\n\n| Heiyama Natsu |\n|---:|\n| Ministry CIO, Ministry of Finance |" in en
    assert "期限までに更改しなければ、申告の受付に支障が生じる。" in ja


def test_a_record_keeps_four_dates_apart_and_says_which_are_not_set() -> None:
    ja = text("decision_record", "ja")
    assert has_row(ja, "起案日", "令和8年5月20日")
    assert has_row(ja, "決裁日", "令和8年9月2日")
    assert has_row(ja, "施行日", "未設定")
    assert has_row(ja, "保存期間", "未設定")
    assert has_row(text("decision_record", "en"), "Executed on", "not set")


def test_a_record_shows_a_classification_that_is_stated() -> None:
    kept = {
        "name": "retention",
        "title": name("保存期間", "Retention"),
        "type": "choice",
        "value": "y10",
        "shown": name("10年", "10 years"),
    }
    shown = text("decision_record", "ja", proposal=proposal() | {"fields": [kept]})
    assert has_row(shown, "保存期間", "10年")


def test_a_record_lists_everyone_in_the_order_they_acted() -> None:
    shown = rows(text("decision_record", "ja"))
    order = [row[4] for row in shown if len(row) == 6 and row[0].isdigit() and "年" in row[1]]
    assert order == ["起案", "提出", "受理", "進達", "審議結果:可決", "承認"]
    assert ["2", "令和8年5月29日 10:30", "財務省PMO担当者", "甲野 春", "提出", "—"] in shown


def test_a_record_marks_delegation_substitution_and_post_review() -> None:
    reviewed = step("post_review", name("後閲", "Post review"), MINISTRY_CIO, answer=name("了知", "noted"))
    ja, en = (text("decision_record", lang, steps=[reviewed]) for lang in LANGUAGES)
    assert has_row(ja, "8", "代決", "進達", "財務省副CIO（財務省情報化統括責任者(CIO)の代決）", "丙山 夏")
    assert "後閲：了知" in ja
    assert "Post review: noted" in en
    assert "(absence substitution for Ministry CIO, Ministry of Finance)" in en


def test_a_record_names_a_standing_delegation_as_the_capacity_of_its_decision() -> None:
    delegated = context()["act"] | {
        "via": "delegation",
        "on_behalf_of": GCIO,
        "office": name("次長", "Deputy"),
    }
    assert has_row(text("decision_record", "ja", act=delegated), "決裁区分", "専決")
    own = [row | {"via": "own", "on_behalf_of": None} for row in route()]
    assert "専決及び代決によるものはありません。" in text("decision_record", "ja", route=own)


def test_an_act_of_the_system_has_no_person() -> None:
    swept = route()[0] | {"person": None, "office": None}
    assert any(
        row[2:4] == ["—", "—"] for row in rows(text("decision_record", "ja", route=[swept])) if len(row) == 6
    )


def test_an_act_of_a_body_stands_with_the_body_and_its_cause_and_is_no_delegation() -> None:
    council, ballot = name("CIO連絡会議", "CIO council"), name("採決 CIO-2025-B012", "ballot CIO-2025-B012")
    passed = route()[0] | {"person": None, "office": council, "via": None, "cause": ballot}
    for lang in ("ja", "en"):
        found = rows(text("decision_record", lang, route=[passed]))
        assert [row[2:4] for row in found if len(row) == 6][-1] == [council[lang], ballot[lang]]
        assert all(len(row) != 5 or ballot[lang] not in row for row in found)
