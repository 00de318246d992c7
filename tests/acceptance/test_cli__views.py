"""What the views show of a proposal of the Ministry of Finance, on the way from its submission to intake."""

from __future__ import annotations

import pytest
from command_line import REFERENCE, Terminal


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_the_inbox_shows_what_waits_for_a_person(terminal: Terminal) -> None:
    assert REFERENCE in terminal.done("inbox --as heisato.haru").out
    assert terminal.done("inbox --as komori.minato").out == "Nothing to show.\n"


def test_why_says_who_must_act_and_what_it_takes(terminal: Terminal) -> None:
    text = terminal.done(f"why {REFERENCE} --now 2025-04-11").out
    assert f"{REFERENCE} has been in 'PMO check' for 3 working days (since 2025-04-08)." in text
    assert "It is due on 2025-04-22.\nResponsible is the PMO head: Heisato Haru (Head of PMO, MOF).\n" in text
    assert "  accept → ministry review\n      by: Heisato Haru (Head of PMO, MOF)\n" in text


def test_show_has_the_content_the_records_and_the_steps(endorsed: Terminal) -> None:
    text = endorsed.done(f"show {REFERENCE}").out
    assert "Amount:    ¥1,234,567,890\n" in text
    assert "Documents: EN-2025-0001\n" in text
    assert "endorse  2025-04-15  reason  府省として推進する。\n" in text
    assert "Ministry of Finance, CISO: concurs (Jinyama Akira, 2025-04-15)\n" in text


def test_history_tells_every_entry_in_both_languages(endorsed: Terminal) -> None:
    english = endorsed.done(f"history {REFERENCE}").out
    assert (
        "  3  2025-04-15 09:00  accept → ministry review\n     Heisato Haru (Head of PMO, MOF)\n" in english
    )
    japanese = endorsed.done(f"history {REFERENCE} --lang ja").out
    assert "責任確認 → 事務局受付\n     丁倉 光（財務省CIO）\n     府省として推進する。\n" in japanese
    assert len(endorsed.done(f"history {REFERENCE} --json").data()) == 7


def test_a_document_is_printed_listed_and_saved_as_it_stands(endorsed: Terminal) -> None:
    assert "EN-2025-0001" in endorsed.done("document list").out
    memo = endorsed.done(f"memo {REFERENCE} --json").data()["document"]
    file = endorsed.folder / "memo.md"
    endorsed.done(f"document show EN-2025-0001 --output {file}")
    assert file.read_bytes() == memo["text"].encode()
    page = endorsed.done(f"memo {REFERENCE} --html --lang ja").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="ja">')
    assert endorsed.run(f"memo {REFERENCE} --kind decision_memo").code == 5


def test_a_document_that_cannot_be_saved_says_so(endorsed: Terminal) -> None:
    ran = endorsed.run(f"memo {REFERENCE} --output {endorsed.folder / 'no' / 'memo.md'}")
    assert ran.code == 1
    assert "memo.md could not be written" in ran.err


def test_what_is_past_its_due_date_is_listed_with_its_delay(endorsed: Terminal) -> None:
    line = endorsed.done("overdue --now 2025-05-12").out.splitlines()[2]
    assert line.startswith(f"{REFERENCE}  ")
    assert "2025-04-18    13 wd  ¥1,234.6 m" in line


def test_statistics_count_proposals_amounts_and_days(endorsed: Terminal) -> None:
    text = endorsed.done("stats").out
    assert text.startswith("IT investment: 1 proposal, ¥1,234.6 m in all; not stated: 0.\n")
    assert "Mean working days" in text
    assert "Ministry" not in endorsed.done("stats --by stage").out
    assert set(endorsed.done("stats --by state --json").data()) == {"workflow", "title", "total", "states"}


def test_a_list_is_narrowed_and_found_by_two_characters(terminal: Terminal) -> None:
    assert REFERENCE in terminal.done("list --text 台帳 --ministry 財務省 --state pmo_check").out
    assert terminal.done("list --text 年金").out == "Nothing to show.\n"
    assert terminal.run("list --ministry xxx").code == 5
