"""The commands as people type them: a proposal of the Ministry of Finance, from its submission to intake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import ORGANISATION, PROPOSAL, REFERENCE, Terminal


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_init_says_what_the_store_was_founded_with(tmp_path: Path) -> None:
    ran = Terminal(tmp_path).done(f"init --org {ORGANISATION} --demonstration --now 2025-04-07")
    assert "--as lets you act as anybody" in ran.out.replace("\n", " ")
    assert "Workflows:  it_investment, mid_long_term_plan\n" in ran.out
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


def test_a_submission_without_an_amount_is_taken_and_warned_about(terminal: Terminal) -> None:
    unstated = PROPOSAL.replace("mof-ledger", "other").replace("amount: 1234567890\n", "")
    path = terminal.file("unstated.yaml", unstated)
    ran = terminal.done(f"submit {path} --as komori.minato")
    assert "1 added" in ran.out
    assert "Before 'accept' (by PMO head)" in ran.err
    assert "The amount is not stated. State it in the proposal." in ran.err.replace("\n", " ")
    assert "「受付」" in terminal.done(f"submit {path} --as komori.minato --lang ja").err
    draft = terminal.file("draft.yaml", unstated.replace("other", "third"))
    assert "amount" not in terminal.done(f"submit {draft} --draft --as komori.minato").err
    stated = terminal.file("stated.yaml", PROPOSAL)
    assert "amount" not in terminal.done(f"submit {stated} --as komori.minato").err


def test_every_problem_of_a_file_is_told_with_its_place_and_nothing_is_kept(terminal: Terminal) -> None:
    bad = PROPOSAL.replace("mof-ledger", "other").replace("1234567890", "-1").replace("renewal", "renewel")
    ran = terminal.run(f"submit {terminal.file('bad.yaml', bad)} --as komori.minato")
    assert ran.code == 2
    assert "bad.yaml:5:" in ran.err
    assert "bad.yaml:6:" in ran.err
    assert len(terminal.done("list --json").data()["lines"]) == 1


def test_an_act_prints_its_key_first_and_then_its_receipt(terminal: Terminal) -> None:
    ran = terminal.done(f"act {REFERENCE} accept --as heisato.haru --now 2025-04-11")
    assert ran.err.startswith("Key: ")
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
    assert ran.err.endswith(f"Next: govflow why {REFERENCE} --store {terminal.store}\n")


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
    assert "reason.yaml:2:1:" in ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"act {REFERENCE}", "The argument TRIGGER is missing."),
        ("act", "The argument REF is missing."),
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
    assert "3 in all: 2 done, 0 recorded before, 1 refused, 0 not tried.\n" in ran.out
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
