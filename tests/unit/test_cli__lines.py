"""Proposals in a list: a line each, at the width of the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed import printed

import govflow
from govflow.cli.lines import show_lines
from govflow.cli.output import Output
from govflow.cli.width import cells

LINE = govflow.WaitingLine(
    reference="MOF-2025-0001",
    title="国有財産台帳システムの更改",
    ministry="mof",
    ministry_title={"ja": "財務省", "en": "Ministry of Finance"},
    state="pmo_check",
    state_title={"ja": "PMO確認", "en": "PMO check"},
    step=None,
    step_title=None,
    amount=1_234_567_890,
    since="2025-04-08",
    due_on="2025-04-22",
    days_left=4,
)
LATE = replace(LINE, reference="MOF-2025-0002", days_left=-3, amount=None)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(*lines: govflow.WaitingLine, more: str | None = None, lang: str = "en") -> list[str]:
    def show(out: Output) -> None:
        show_lines(out, govflow.Page(lines, more))

    return printed(show, lang).splitlines()


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_is_wider_than_the_terminal(columns: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    wide = replace(LATE, reference="RECONSTRUCTION-2025-0001", title="あ" * 200, ministry="reconstruction")
    assert all(cells(line) <= int(columns) for line in shown(LINE, wide, lang=lang))


def test_a_wide_terminal_shows_the_whole_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert "国有財産台帳システムの更改" in shown(LINE)[2]


def test_a_narrow_one_leaves_the_ministry_to_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Ministry" not in shown(LINE)[0]
    monkeypatch.setenv("COLUMNS", "120")
    assert "Ministry" in shown(LINE)[0]
    assert "  Ministry of Finance  " in shown(LINE)[2]
    assert "  財務省  " in shown(LINE, lang="ja")[2]


def test_days_overdue_have_a_column_only_where_something_is_overdue() -> None:
    assert "Overdue" not in shown(LINE)[0]
    heading, _, punctual, late = shown(LINE, LATE)
    assert "Overdue" in heading
    assert "3 wd" in late
    assert " d " not in punctual


def test_an_amount_that_is_not_stated_is_no_zero() -> None:
    assert shown(LATE)[2].endswith("not stated")
    assert shown(LATE, lang="ja")[2].endswith("未記載")


def test_a_step_shows_what_is_asked_rather_than_the_state() -> None:
    step = replace(LINE, step="ciso", step_title={"ja": "合議", "en": "concurrence"})
    assert "concurrence" in shown(step)[2]
    assert "PMO check" not in shown(step)[2]


def test_a_page_says_how_to_go_on() -> None:
    assert shown(LINE, more="2025-04-22/MOF-2025-0001/0")[-1].endswith("--after 2025-04-22/MOF-2025-0001/0")


def test_an_empty_list_says_so() -> None:
    assert shown() == ["Nothing to show."]
