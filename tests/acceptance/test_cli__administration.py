"""The commands of those who look after a store: audit, organisation, definitions, programmes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import EXAMPLES, ORGANISATION, REFERENCE, Terminal


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


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
    assert f"{REFERENCE}: The proposal does not agree with its history" in ran.err
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
    assert (unknown.code, "did you mean 'mof'?" in unknown.err.replace("\n", " ")) == (5, True)


def test_an_unchanged_organisation_is_not_loaded_again(terminal: Terminal) -> None:
    ran = terminal.done(f"org load {ORGANISATION} --as torizawa.nao")
    assert ran.out == "The organisation is the same as version 1; nothing was recorded.\n"


def test_a_changed_organisation_says_what_came_and_went(terminal: Terminal) -> None:
    ran = terminal.done(f"org load {EXAMPLES / 'town.yaml'} --as torizawa.nao --dry-run")
    assert "Organisation version 2 loaded" in ran.out
    assert "Came: " in ran.out
    assert "Went: " in ran.out
    assert ran.out.endswith("Dry run: nothing was kept.\n")


def test_a_load_says_whose_accounts_changed(terminal: Terminal) -> None:
    content = ORGANISATION.read_text(encoding="utf-8")
    line = next(line for line in content.splitlines() if line.startswith("  komori.minato: "))
    changed = content.replace(line, line.replace("}}", "}, accounts: [komori]}"))
    ran = terminal.done(f"org load {terminal.file('accounts.yaml', changed)} --as torizawa.nao --dry-run")
    assert "Accounts changed: komori: – → komori.minato\n" in ran.out


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

    def in_force(when: str) -> dict[str, bool]:
        return {
            line["name"]: line["in_force"] for line in terminal.done(f"workflow list --json {when}").data()
        }

    assert in_force("") == {"it_investment": True, "town_purchase": False}
    assert in_force("--now 2025-05-01") == {"it_investment": True, "town_purchase": True}
    shown = terminal.done("workflow show town_purchase --now 2025-05-01").out
    assert "(town_purchase, version 1)" in shown


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
