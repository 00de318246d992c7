"""What acts have kept is shown under the act, a line a value, with the room given to what was kept."""

from __future__ import annotations

from typing import Any

import pytest
from printed import printed

import govflow
from govflow.cli.output import Output
from govflow.cli.records import show_records
from govflow.cli.width import cells


def pair(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}


def value(title: dict[str, str], *shown: dict[str, str]) -> dict[str, Any]:
    return {"name": "x", "title": title, "shown": shown}


DECISION = govflow.KeptRecord(
    name="decision",
    trigger="approve",
    act=pair("承認", "approve"),
    day="2025-08-28",
    values=(
        value(pair("金額", "amount"), pair("75,000,000,000円", "¥75,000,000,000")),
        value(pair("条件", "conditions"), pair("見積りを示す", "見積りを示す"), pair("報告する", "報告する")),
    ),
)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(*records: govflow.KeptRecord, lang: str = "en") -> str:
    def show(out: Output) -> None:
        show_records(out, records)

    return printed(show, lang)


def test_a_record_stands_under_the_act_that_kept_it_once() -> None:
    assert shown(DECISION) == (
        "Records:\n"
        "  2025-08-28  approve\n"
        "    amount                    ¥75,000,000,000\n"
        "    conditions                見積りを示す\n"
        "                              報告する\n"
    )


def test_it_speaks_japanese() -> None:
    heading, act, amount, *_ = shown(DECISION, lang="ja").splitlines()
    assert (heading, act) == ("記録：", "  2025-08-28  承認")
    assert amount.split() == ["金額", "75,000,000,000円"]


def test_long_titles_and_texts_go_on_below_side_by_side() -> None:
    long = value(pair("題", "the amount executed in the year before"), pair("文" * 60, "word " * 30))
    for lang in ("ja", "en"):
        text = shown(_with(long), lang=lang)
        assert max(map(cells, text.splitlines())) <= 80
    assert "    the amount executed in    word word" in shown(_with(long))


def test_a_text_of_several_lines_keeps_them() -> None:
    assert "first\n" + " " * 30 + "second\n" in shown(_with(value(pair("x", "x"), pair("", "first\nsecond"))))


def _with(*values: dict[str, Any]) -> govflow.KeptRecord:
    return govflow.KeptRecord("decision", "approve", pair("承認", "approve"), "2025-08-28", values)
