"""The commands as people type them: a proposal of the Ministry of Finance, from its submission to intake."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command_line import EXAMPLES, ORGANISATION, PROPOSAL, Terminal

REFERENCE = "MOF-2025-0001"


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A demonstration store in which the clerk of the Ministry of Finance has submitted one proposal."""
    terminal = Terminal(tmp_path_factory.mktemp("submitted"))
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-04-07")
    proposal = terminal.file("proposal.yaml", PROPOSAL)
    terminal.done(f"submit {proposal} --as komori.minato --now 2025-04-08")
    return terminal


@pytest.fixture
def terminal(submitted: Terminal, tmp_path: Path) -> Terminal:
    """A copy of it, to act in."""
    copy = Terminal(tmp_path)
    shutil.copy2(submitted.store, copy.store)
    return copy


def test_init_says_what_the_store_was_founded_with(tmp_path: Path) -> None:
    ran = Terminal(tmp_path).done(f"init --org {ORGANISATION} --demonstration --now 2025-04-07")
    assert "--as lets you act as anybody" in ran.out.replace("\n", " ")
    assert "Workflows:  it_investment\n" in ran.out
    assert "Ministries: 45\n" in ran.out


def test_a_person_can_only_be_chosen_in_a_demonstration_store(tmp_path: Path) -> None:
    ran = Terminal(tmp_path).run(f"init --org {ORGANISATION} --as torizawa.nao --now 2025-04-07")
    assert ran.code == 4
    assert "--as works only in a demonstration store" in ran.err
    assert "--now works only in a demonstration store" in ran.err
    assert not list(tmp_path.iterdir())


def test_a_second_submission_of_the_same_file_adds_nothing(terminal: Terminal) -> None:
    proposal = terminal.file("proposal.yaml", PROPOSAL)
    ran = terminal.done(f"submit {proposal} --as komori.minato --json")
    assert ran.data()["counts"] == {"added": 0, "revised": 0, "unchanged": 1}


def test_every_problem_of_a_file_is_told_with_its_place_and_nothing_is_kept(terminal: Terminal) -> None:
    bad = PROPOSAL.replace("mof-ledger", "other").replace("1234567890", "-1").replace("renewal", "renewel")
    ran = terminal.run(f"submit {terminal.file('bad.yaml', bad)} --as komori.minato")
    assert ran.code == 2
    assert "bad.yaml:5:" in ran.err
    assert "bad.yaml:6:" in ran.err
    assert len(terminal.done("list --json").data()["lines"]) == 1


def test_the_inbox_shows_what_waits_for_a_person(terminal: Terminal) -> None:
    assert REFERENCE in terminal.done("inbox --as heisato.haru").out
    assert terminal.done("inbox --as komori.minato").out == "Nothing to show.\n"


def test_why_says_who_must_act_and_what_it_takes(terminal: Terminal) -> None:
    text = terminal.done(f"why {REFERENCE} --now 2025-04-11").out
    assert f"{REFERENCE} has been in 'PMO check' for 3 working days (since 2025-04-08)." in text
    assert "It is due on 2025-04-22.\nResponsible is the PMO head: Heisato Haru (mof.pmo).\n" in text
    assert "  accept → ministry review\n      by: Heisato Haru (mof.pmo)\n" in text


def test_an_act_prints_its_key_first_and_then_its_receipt(terminal: Terminal) -> None:
    ran = terminal.done(f"act {REFERENCE} accept --as heisato.haru --now 2025-04-11")
    assert ran.err.startswith("key: ")
    assert ran.out.startswith(f"{REFERENCE}: accept; now in 'ministry review'.\n")
    assert "Next:     Ministry CIO: Chokura Hikari\n" in ran.out


def test_repeating_an_act_with_its_key_does_nothing_again(terminal: Terminal) -> None:
    line = f"act {REFERENCE} accept --as heisato.haru --key first --json"
    first, again = terminal.done(line).data(), terminal.done(line).data()
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert first["seq"] == again["seq"]


def test_a_dry_run_keeps_nothing_and_needs_no_key(terminal: Terminal) -> None:
    ran = terminal.done(f"act {REFERENCE} accept --as heisato.haru --dry-run")
    assert ran.err == ""
    assert ran.out.endswith("Dry run: nothing was kept.\n")
    assert terminal.done(f"show {REFERENCE} --json").data()["state"] == "pmo_check"


def test_a_refusal_gives_every_reason_and_the_next_command(terminal: Terminal) -> None:
    ran = terminal.run(f"act {REFERENCE} accept --as komori.minato")
    assert ran.code == 4
    assert "Komori Minato may not do 'accept'" in ran.err
    assert "held by Heisato Haru" in ran.err
    assert f"Next: govflow why {REFERENCE}" in ran.err


def test_a_stale_version_is_a_conflict(terminal: Terminal) -> None:
    ran = terminal.run(f"act {REFERENCE} accept --as heisato.haru --expect-version 1")
    assert (ran.code, "Conflict:" in ran.err) == (6, True)


def test_values_come_from_a_file_and_from_the_command_line(terminal: Terminal) -> None:
    line = f"act {REFERENCE} return --as heisato.haru --dry-run --json"
    data = terminal.file("reason.yaml", "note: 見積りの根拠がない\n")
    for given in (f"--data {data}", "--set note=不備"):
        assert terminal.done(f"{line} {given}").data()["state"] == "draft"
    assert terminal.run(line).code == 3
    assert (
        terminal.run(f"{line} --data {data} --set note=不備").data()["error"]["code"] == "answer.given_twice"
    )


def test_a_value_of_a_file_that_the_act_does_not_know_is_told_with_its_place(terminal: Terminal) -> None:
    data = terminal.file("reason.yaml", "note: x\nammount: 5\n")
    ran = terminal.run(f"act {REFERENCE} return --as heisato.haru --data {data}")
    assert ran.code == 2
    assert "reason.yaml:2:1: " in ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"act {REFERENCE}", "the argument TRIGGER is missing"),
        ("act", "the argument REF is missing"),
        (f"act {REFERENCE} accept --batch 2", "--batch only goes with --file"),
        ("act --file acts.csv --note x", "--note does not go with --file"),
        (f"act {REFERENCE} accept --set amount", "--set takes name=value"),
        ("init --org x.yaml --office cas.gcio", "--office does not go with init"),
        ("list --due-before tomorrow", "--due-before takes a date such as 2025-04-07"),
    ],
)
def test_a_command_line_that_makes_no_sense_is_not_understood(
    terminal: Terminal, line: str, said: str
) -> None:
    ran = terminal.run(line)
    assert ran.code == 2
    assert said in ran.err


ACTS = f"""\
reference,trigger,note,person
{REFERENCE},accept,,heisato.haru
{REFERENCE},accept,,heisato.haru
{REFERENCE},ciso_concurrence.concur,,jinyama.akira
"""


def test_a_file_of_acts_tells_each_result_and_fails_when_one_was_refused(terminal: Terminal) -> None:
    acts, report = terminal.file("acts.csv", ACTS), terminal.folder / "report.json"
    ran = terminal.run(f"act --file {acts} --as torizawa.nao --key batch --report {report}")
    assert ran.code == 3
    assert f"line 2: {REFERENCE}: accept; now in 'ministry review'.\n" in ran.out
    assert f"line 3: {REFERENCE}: accept is refused:\n" in ran.out
    assert "3 acts: 2 done, 0 recorded before, 1 refused, 0 not tried.\n" in ran.out
    kept = json.loads(report.read_text(encoding="utf-8"))
    assert kept["counts"] == {"done": 2, "repeated": 0, "refused": 1, "not_run": 0}
    again = terminal.run(f"act --file {acts} --as torizawa.nao --key batch --json").data()
    assert again["counts"] == {"done": 0, "repeated": 2, "refused": 1, "not_run": 0}


def test_a_file_of_acts_can_stop_at_the_first_refusal(terminal: Terminal) -> None:
    acts = terminal.file("acts.csv", ACTS)
    ran = terminal.run(f"act --file {acts} --as torizawa.nao --stop-at-refusal --batch 2")
    assert ran.code == 3
    assert f"line 4: {REFERENCE}: ciso_concurrence.concur was not tried" in ran.out.replace("\n", " ")


def test_a_report_that_cannot_be_written_is_found_out_before_anything_is_done(terminal: Terminal) -> None:
    acts = terminal.file("acts.csv", ACTS)
    ran = terminal.run(f"act --file {acts} --as torizawa.nao --report {terminal.folder / 'no' / 'r.json'}")
    assert (ran.code, ran.out) == (2, "")
    assert terminal.done(f"show {REFERENCE} --json").data()["state"] == "pmo_check"


@pytest.fixture(scope="module")
def endorsed(submitted: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """The same proposal, endorsed by the Ministry CIO after everybody has agreed."""
    terminal = Terminal(tmp_path_factory.mktemp("endorsed"))
    shutil.copy2(submitted.store, terminal.store)
    rows = [
        "accept,,heisato.haru",
        "ciso_concurrence.concur,,jinyama.akira",
        "accounts_concurrence.concur,,kanohara.ritsu",
        "deputy_cio_concurrence.concur,,tsuchimiya.futaba",
        "endorse,府省として推進する。,chokura.hikari",
    ]
    lines = ["reference,trigger,note,person", *(f"{REFERENCE},{row}" for row in rows)]
    acts = terminal.file("acts.csv", "\n".join(lines) + "\n")
    terminal.done(f"act --file {acts} --as torizawa.nao --now 2025-04-15 --batch 10")
    return terminal


def test_show_has_the_content_the_records_and_the_steps(endorsed: Terminal) -> None:
    text = endorsed.done(f"show {REFERENCE}").out
    assert "Amount:    ¥1,234,567,890\n" in text
    assert "Documents: EN-2025-0001\n" in text
    assert "endorsement  2025-04-15  trigger  endorse\n" in text
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
    assert "2025-04-18     13 d  ¥1,234.6 m" in line


def test_statistics_count_proposals_amounts_and_days(endorsed: Terminal) -> None:
    text = endorsed.done("stats").out
    assert text.startswith("IT investment: 1 proposals, ¥1,234.6 m in all; 0 state no amount.\n")
    assert "Mean working days" in text
    assert "Ministry" not in endorsed.done("stats --by stage").out
    assert set(endorsed.done("stats --by state --json").data()) == {"workflow", "title", "total", "states"}


def test_the_record_holds(endorsed: Terminal) -> None:
    assert endorsed.done("audit verify").out.startswith("The record holds: ")
    found = endorsed.done("audit verify --json").data()
    assert (found["holds"], found["documents"], found["pending"]) == (True, 1, [])


def test_an_altered_record_fails_the_audit_with_every_problem(endorsed: Terminal, tmp_path: Path) -> None:
    import sqlite3

    altered = Terminal(tmp_path)
    shutil.copy2(endorsed.store, altered.store)
    with sqlite3.connect(altered.store) as connection:
        connection.execute("UPDATE proposals SET amount = 1")
        connection.execute("UPDATE proposals SET title = 'x'")
    connection.close()
    ran = altered.run("audit verify")
    assert ran.code == 10
    assert f"{REFERENCE}: the proposal does not agree with its history" in ran.err
    assert "tallies" in ran.err


def test_a_store_says_what_it_is(terminal: Terminal) -> None:
    text = terminal.done("store info").out
    assert "Demonstration:   yes\n" in text
    assert "Proposals:       1\n" in text
    assert terminal.done("store migrate").out.endswith("nothing to do.\n")


def test_a_missing_store_is_told_with_what_to_do(tmp_path: Path) -> None:
    ran = Terminal(tmp_path).run("list")
    assert ran.code == 7
    assert "govflow init" in ran.err


def test_an_organisation_file_is_checked_without_a_store(tmp_path: Path) -> None:
    ran = Terminal(tmp_path).done(f"org check {EXAMPLES / 'town.yaml'} --on 2025-05-01")
    assert "town.yaml: no problems." in ran.out.replace("\n", " ")
    assert "Vacant on 2025-05-01: auditor\n" in ran.out


def test_the_organisation_shows_who_holds_what_and_who_stands_in(terminal: Terminal) -> None:
    text = terminal.done("org show --ministry mof").out
    assert "mof.cio       CIO, MOF" in text
    assert "Substitutes, in order:\n  mof.cio → mof.dcio\n" in text
    assert "cas.gcio" not in text
    unknown = terminal.run("org show --ministry moff")
    assert (unknown.code, "did you mean 'mof'?" in unknown.err) == (5, True)


def test_an_unchanged_organisation_is_not_loaded_again(terminal: Terminal) -> None:
    ran = terminal.done(f"org load {ORGANISATION} --as torizawa.nao")
    assert ran.out == "The organisation is the same as version 1; nothing was recorded.\n"


def test_a_changed_organisation_says_what_came_and_went(terminal: Terminal) -> None:
    ran = terminal.done(f"org load {EXAMPLES / 'town.yaml'} --as torizawa.nao --dry-run")
    assert "Organisation version 2 loaded" in ran.out
    assert "Came: " in ran.out
    assert "Went: " in ran.out
    assert ran.out.endswith("Dry run: nothing was kept.\n")


def test_definitions_are_shown_without_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    assert ": no problems; " in terminal.done("workflow check it_investment").out.replace("\n", " ")
    town = EXAMPLES.parent / "workflows" / "town_purchase.yaml"
    page = terminal.done(f"workflow show {town}").out
    assert "    decide → decided (by mayor)\n" in page
    assert "    mayor: decide, decline\n" in terminal.done(f"workflow matrix {town}").out
    assert terminal.done(f"workflow diagram {town} --lang ja").out.startswith("stateDiagram-v2\n")


def test_a_broken_definition_is_told_with_every_place(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    source = (EXAMPLES.parent / "workflows" / "town_purchase.yaml").read_text(encoding="utf-8")
    broken = terminal.file("broken.yaml", source.replace("to: decided", "to: decidedd"))
    ran = terminal.run(f"workflow check {broken}")
    assert ran.code == 2
    assert "did you mean 'decided'?" in ran.err


def test_a_definition_comes_into_force_on_its_day(terminal: Terminal) -> None:
    loaded = terminal.done("workflow load town_purchase --as torizawa.nao --from 2025-05-01")
    assert "is in force from 2025-05-01 on" in loaded.out.replace("\n", " ")

    def in_force() -> dict[str, bool]:
        return {line["name"]: line["in_force"] for line in terminal.done("workflow list --json").data()}

    assert in_force() == {"it_investment": True, "town_purchase": False}
    terminal.done("list --now 2025-05-01")
    assert in_force() == {"it_investment": True, "town_purchase": True}
    assert "(town_purchase, version 1)" in terminal.done("workflow show town_purchase").out


def test_programmes_are_imported_listed_and_carried_over(terminal: Terminal) -> None:
    data = (
        f"{EXAMPLES / 'it_programmes_fy2025.csv'} --mapping {EXAMPLES / 'it_programmes_fy2025.mapping.yaml'}"
    )
    imported = terminal.done(f"programme import {data} --as torizawa.nao").out
    assert "609 added, 0 changed, 0 unchanged.\n" in imported
    assert "Not stated:         322\n" in imported
    listed = terminal.done("programme list --ministry mof --live-in 2025").out
    assert "官庁会計システム" in listed
    line = "programme carry-over --fiscal-year 2025 --ministry mof --as komori.minato"
    opened = terminal.done(f"{line} --json").data()["submission"]["rows"]
    assert {row["state"] for row in opened} == {"draft"}
    assert f"{len(opened)} in all: 0 added, 0 revised, {len(opened)} unchanged.\n" in terminal.done(line).out


def test_a_list_is_narrowed_and_found_by_two_characters(terminal: Terminal) -> None:
    assert REFERENCE in terminal.done("list --text 台帳 --ministry 財務省 --state pmo_check").out
    assert terminal.done("list --text 年金").out == "Nothing to show.\n"
    assert terminal.run("list --ministry xxx").code == 5
