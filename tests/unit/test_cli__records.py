"""What acts have kept is shown under the act, with amounts in yen and conditions in words."""

from __future__ import annotations

from typing import Any

import pytest
from printed import printed

from govflow.cli.output import Output
from govflow.cli.records import show_records
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


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(lang: str = "en", **records: dict[str, Any]) -> list[str]:
    def show(out: Output) -> None:
        show_records(out, records, acts=ACTS)

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
        "budget  2025-12-26  counts  yes 20, no 3"
    ]
