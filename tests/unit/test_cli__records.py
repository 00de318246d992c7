"""What acts have kept is shown under the act, in the words of the definition, with amounts in yen."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from printed import printed

from govflow.cli.output import Output
from govflow.cli.records import Terms, show_records
from govflow.messages import Title

DECISION = {
    "trigger": "approve",
    "day": "2025-08-28",
    "amount": 75_000_000_000,
    "note": "条件を付ける。",
    "conditions": [
        {"text": "見積りを示す", "due": "2025-10-31", "owner": "pmo_head", "precedent": True},
        {"text": "報告する", "due": None, "owner": None, "precedent": False},
    ],
}
ACTS = {"approve": Title("承認", "approve"), "place": Title("議題登録", "place on the agenda")}


def value(kind: str, title: Title, **choices: Title) -> SimpleNamespace:
    return SimpleNamespace(type=kind, title=title, choices=choices)


UNKNOWN = Terms({}, {})
TERMS = Terms(
    {
        "amount": value("yen", Title("金額", "amount")),
        "conditions": value("conditions", Title("条件", "conditions")),
        "counts": value("counts", Title("賛否の数", "counts")),
        "executed": value("yen", Title("執行額", "amount executed")),
        "fiscal_year": value("year", Title("年度", "fiscal year")),
        "important": value("flag", Title("重要", "important")),
        "part": value("choice", Title("議事区分", "part"), discussion=Title("個別審議", "discussion part")),
    },
    {"pmo_head": SimpleNamespace(title=Title("PMO責任者", "head of the PMO"))},
)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(lang: str = "en", terms: Terms = UNKNOWN, **records: dict[str, Any]) -> list[str]:
    def show(out: Output) -> None:
        show_records(out, records, acts=ACTS, terms=terms)

    return printed(show, lang).splitlines()[2:]


def test_a_record_stands_under_the_act_that_kept_it_once() -> None:
    assert shown(decision=DECISION) == [
        "approve  2025-08-28  amount      ¥75,000,000,000",
        "                     conditions  見積りを示す (due 2025-10-31, owner pmo_head,",
        "                                 precedent)",
        "                                 報告する",
        "                     note        条件を付ける。",
    ]


def test_it_speaks_japanese() -> None:
    first, second, *_ = shown("ja", decision=DECISION)
    assert first == "承認  2025-08-28  amount      75,000,000,000円"
    assert second.endswith("見積りを示す（期限 2025-10-31、責任者 pmo_head、先")


def test_records_stand_in_the_order_of_their_days() -> None:
    agenda = {"trigger": "place", "day": "2025-06-05", "part": "discussion"}
    assert [line.split("  ")[0] for line in shown(decision=DECISION, agenda=agenda)][:2] == [
        "place on the agenda",
        "approve",
    ]


def test_what_an_act_left_empty_is_left_out() -> None:
    empty: dict[str, Any] = {
        "trigger": "place",
        "day": "2025-06-05",
        "part": "",
        "conditions": [],
        "amount": None,
    }
    assert shown(agenda=empty) == ["place on the agenda  2025-06-05"]


def test_an_act_without_a_title_leaves_the_name_of_the_record() -> None:
    assert shown(budget={"trigger": "other", "day": "2025-12-26", "counts": {"yes": 20, "no": 3}}) == [
        "budget  2025-12-26  counts  in favour 20, against 3"
    ]


@pytest.mark.parametrize(
    ("kept", "ja", "en"),
    [
        ({"part": "discussion"}, "議事区分  個別審議", "part  discussion part"),
        ({"executed": 1_200}, "執行額  1,200円", "amount executed  ¥1,200"),
        ({"fiscal_year": 2026}, "年度  2026年度", "fiscal year  FY2026"),
        ({"important": True}, "重要  はい", "important  yes"),
        (
            {"counts": {"yes": 24, "seats": 26}},
            "賛否の数  定数 26、賛成 24",
            "counts  seats 26, in favour 24",
        ),
        (
            {"conditions": [{"text": "報告", "owner": "pmo_head"}]},
            "条件  報告（責任者 PMO責任者）",
            "conditions  報告 (owner head of the PMO)",
        ),
    ],
)
def test_a_value_is_told_in_the_words_of_the_definition(kept: dict[str, Any], ja: str, en: str) -> None:
    record = {"trigger": "place", "day": "2025-06-05", **kept}
    assert shown("ja", TERMS, agenda=record) == [f"議題登録  2025-06-05  {ja}"]
    assert shown("en", TERMS, agenda=record) == [f"place on the agenda  2025-06-05  {en}"]


def test_what_the_definition_does_not_know_stands_as_it_was_kept() -> None:
    record = {"trigger": "place", "day": "2025-06-05", "part": "closed", "room": "A1"}
    assert shown("en", TERMS, agenda=record) == [
        "place on the agenda  2025-06-05  part  closed",
        "                                 room  A1",
    ]
