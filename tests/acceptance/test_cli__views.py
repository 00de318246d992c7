"""What the views show of a proposal of the Ministry of Finance, on the way from its submission to intake."""

from __future__ import annotations

import hashlib

import pytest
from command_line import REFERENCE, Terminal
from templating import with_templates

from govflow.resources import OVERRIDE


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
    assert "Records:\n  2025-04-15  endorse\n    reason                    府省として推進する。\n" in text
    assert "Ministry of Finance, CISO: concurs (Jinyama Akira, 2025-04-15)\n" in text


def test_history_tells_every_entry_in_both_languages(endorsed: Terminal) -> None:
    entries = endorsed.done(f"history {REFERENCE} --json").data()
    english = endorsed.done(f"history {REFERENCE}").out
    assert english.startswith("Definition: IT investment (it_investment, version 2)\n  1  ")
    assert english.count("it_investment") == 1
    accepted = "  3  2025-04-15 09:00  accept → ministry review\n"
    by = f"     Heisato Haru (Head of PMO, MOF)  #{entries[2]['hash'][:12]}\n"
    assert accepted + by in english
    assert {entry["definition"]["version"] for entry in entries} == {2}
    japanese = endorsed.done(f"history {REFERENCE} --lang ja").out
    assert f"丁倉 光（財務省CIO）　#{entries[6]['hash'][:12]}\n     府省として推進する。\n" in japanese
    assert len(entries) == 7


def test_a_document_is_printed_listed_and_saved_as_it_stands(endorsed: Terminal) -> None:
    assert "EN-2025-0001" in endorsed.done("document list").out
    letter = endorsed.done(f"memo {REFERENCE} --kind endorsement --json").data()["document"]
    file = endorsed.folder / "letter.md"
    saved = endorsed.done(f"document show EN-2025-0001 --output {file}")
    assert file.read_bytes() == letter["text"].encode()
    assert saved.out.endswith(f"SHA-256: {letter['text_digest']}\n")
    page = endorsed.done(f"memo {REFERENCE} --kind endorsement --html --lang ja").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="ja">')
    named = endorsed.folder / "letter.html"
    endorsed.done(f"memo {REFERENCE} --kind endorsement --lang ja --output {named}")
    assert named.read_text(encoding="utf-8") == page


def test_a_document_that_is_shown_says_beside_it_where_it_is_from(endorsed: Terminal) -> None:
    shown = endorsed.done("document show EN-2025-0001")
    digest = hashlib.sha256(shown.out.encode()).hexdigest()
    said = f"Document EN-2025-0001 of {REFERENCE}, issued 2025-04-15 09:00\nSHA-256: {digest}\n"
    assert shown.err == said


def test_a_saved_document_is_verified_and_an_altered_one_is_not(endorsed: Terminal) -> None:
    for option, name in (("", "verified.md"), ("--html", "verified.html")):
        file = endorsed.folder / name
        endorsed.done(f"document show EN-2025-0001 --output {file} {option}")
        said = endorsed.done(f"document verify {file}").out
        assert "Store and history agree on it." in said.replace("\n", " ")
        assert "Document:  Ministry CIO's endorsement (EN-2025-0001)\n" in said
        assert "Act:       endorse on 2025-04-15 (history entry 7)\n" in said
        file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
        ran = endorsed.run(f"document verify {file}")
        assert (ran.code, ran.out) == (10, "")
        assert "EN-2025-0001" in ran.err


def test_of_a_document_whose_templates_are_gone_it_is_said_that_it_cannot_be_made_again(
    endorsed: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = endorsed.folder / "unproven.md"
    endorsed.done(f"document show EN-2025-0001 --output {file}")
    assert "cannot be rendered again" not in endorsed.done(f"document verify {file}").out.replace("\n", " ")
    monkeypatch.setenv(OVERRIDE, str(with_templates(endorsed.folder, "endorsement", "{{ number.en }}\n")))
    said = endorsed.done(f"document verify {file}").out.replace("\n", " ")
    assert "cannot be rendered again to compare: EN-2025-0001" in said


def test_without_a_decision_memo_it_is_told_what_there_is_instead(endorsed: Terminal) -> None:
    for line in (f"memo {REFERENCE}", f"memo {REFERENCE} --kind decision_memo"):
        ran = endorsed.run(line)
        assert (ran.code, ran.out) == (5, "")
        command = f"govflow memo {REFERENCE} --kind endorsement --store {endorsed.store}"
        assert command in " ".join(ran.err.split())


def test_a_document_that_cannot_be_saved_says_so(endorsed: Terminal) -> None:
    nowhere = endorsed.folder / "no" / "memo.md"
    ran = endorsed.run(f"document show EN-2025-0001 --output {nowhere}")
    assert ran.code == 1
    assert "memo.md could not be written" in " ".join(ran.err.split())


def test_what_is_past_its_due_date_is_listed_with_its_delay(endorsed: Terminal) -> None:
    line = endorsed.done("overdue --now 2025-05-12").out.splitlines()[2]
    assert line.startswith(f"{REFERENCE}  ")
    assert "2025-04-18    13 wd  ¥1,234.6 m" in line


def test_what_is_overdue_is_narrowed_as_a_list_is(endorsed: Terminal) -> None:
    late = "overdue --now 2025-05-12"
    assert (
        REFERENCE
        in endorsed.done(f"{late} --ministry MOF --role 'Council Secretariat' --state 事務局受付").out
    )
    assert endorsed.done(f"{late} --ministry mhlw").out == "Nothing to show.\n"
    assert endorsed.done(f"{late} --state draft").out == "Nothing to show.\n"


def test_a_reference_is_found_in_any_case(endorsed: Terminal) -> None:
    for line in ("show", "why", "history"):
        assert endorsed.done(f"{line} {REFERENCE.lower()}").out == endorsed.done(f"{line} {REFERENCE}").out


def test_a_filter_that_no_definition_knows_says_where_to_look(endorsed: Terminal) -> None:
    ran = endorsed.run("list --state foo")
    command = f"govflow workflow show it_investment --store {endorsed.store}"
    assert ran.err.endswith(f"See:\n{command}\n")
    assert endorsed.done(command.removeprefix("govflow ")).out.startswith("IT investment")


def test_the_refusal_log_is_read_newest_first(endorsed: Terminal) -> None:
    endorsed.run(f"act {REFERENCE} accept --as komori.minato")
    endorsed.run(f"act {REFERENCE} return --as uki.chisato")
    text = endorsed.done("audit refusals --limit 2").out
    first, second = text.split("\n  1  ")
    title = "国有財産台帳システムの更改"
    assert f"{REFERENCE} ({title}), return\n     Uki Chisato (account " in first
    assert "): refused by a rule\n     'issues' is missing. Say what is to be mended" in first
    assert f"{REFERENCE} ({title}), accept\n     Komori Minato (account " in second
    assert "): not authorised\n     This needs the office cas.secretariat (" in second


def test_statistics_count_proposals_amounts_and_days(endorsed: Terminal) -> None:
    text = endorsed.done("stats").out
    assert text.startswith("IT investment: 1 proposal, ¥1,234.6 m in all; not stated: 0.\n")
    assert "Mean working days" in text
    assert "Ministry" not in endorsed.done("stats --by stage").out
    assert set(endorsed.done("stats --by state --json").data()) == {"workflow", "title", "total", "states"}


def test_statistics_of_several_workflows_have_a_section_each(terminal: Terminal) -> None:
    terminal.done("workflow load mid_long_term_plan --as torizawa.nao")
    text = terminal.done("stats").out
    assert text.startswith("IT investment: 1 proposal, ")
    assert "\n\nmedium- to long-term plan: 0 proposals, " in text
    assert text.count("Mean working days") == 1
    found = terminal.done("stats --by state --json").data()["workflows"]
    assert [each["workflow"] for each in found] == ["it_investment", "mid_long_term_plan"]
    assert found[0] == terminal.done("stats --by state --workflow it_investment --json").data()


def test_a_list_is_narrowed_and_found_by_two_characters(terminal: Terminal) -> None:
    assert REFERENCE in terminal.done("list --text 台帳 --ministry 財務省 --state pmo_check").out
    assert terminal.done("list --text 年金").out == "Nothing to show.\n"
    assert terminal.run("list --ministry xxx").code == 5
