"""What programs rely on: with --json every command prints one document and nothing else, and its exit code holds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import EXAMPLES, ORGANISATION, PROPOSAL, REFERENCE, Ran, Terminal

from govflow.cli.tree import every_command

PROGRAMMES = EXAMPLES / "it_programmes_fy2025.csv"
MAPPING = EXAMPLES / "it_programmes_fy2025.mapping.yaml"

LINES = {
    "submit": "{proposal} --as komori.minato",
    "act": f"{REFERENCE} accept --as uki.chisato --dry-run",
    "why": REFERENCE,
    "inbox": "--as heisato.haru",
    "list": "--limit 1",
    "show": REFERENCE,
    "history": REFERENCE,
    "overdue": "--now 2025-05-12",
    "stats": "",
    "memo": f"{REFERENCE} --kind endorsement",
    "document list": "",
    "document show": "EN-2025-0001",
    "document render": "",
    "body check": "cio_council",
    "body list": "",
    "body show": "cio_council",
    "body load": "cio_council --as torizawa.nao",
    "ballot open": "--body cio_council --question q --rule absolute --as uki.chisato",
    "ballot cast": "CIO-2025-B001 yes --seat mof.cio --recorded-for --as uki.chisato",
    "ballot recuse": "CIO-2025-B001 --seat mof.cio --recorded-for --reason r --as uki.chisato",
    "ballot close": "CIO-2025-B001 --as uki.chisato",
    "ballot casting-vote": "CIO-2025-B002 yes --reason r --as torano.hikari",
    "ballot withdraw": "CIO-2025-B002 --reason r --as uki.chisato",
    "ballot show": "CIO-2025-B001",
    "ballot list": "",
    "ballot tally": "--rule unanimity --votes {votes}",
    "rules list": "",
    "rules explain": "unanimity --seats 1",
    "document verify": "{letter}",
    "org check": f"{EXAMPLES / 'town.yaml'}",
    "org load": f"{EXAMPLES / 'town.yaml'} --as torizawa.nao --dry-run",
    "org show": "--ministry mof",
    "workflow check": "it_investment",
    "workflow list": "",
    "workflow show": "it_investment",
    "workflow diagram": "it_investment",
    "workflow matrix": "it_investment",
    "workflow load": "town_purchase --as torizawa.nao",
    "programme import": f"{PROGRAMMES} --mapping {MAPPING} --as torizawa.nao --dry-run",
    "programme list": "",
    "programme carry-over": "--fiscal-year 2025 --as komori.minato --ministry mof",
    "store info": "",
    "store migrate": "",
    "audit verify": "",
    "audit refusals": "",
    "help": "act",
    "version": "",
}
VOTES = "seats: [{seat: mof, position: yes}]"
RULE = "{base: yes_no, threshold: 1/2, tie: chair, chair_vote: both}"
OF_ANOTHER_STORE = {"init", "demo"}
"""What creates its own."""


@pytest.fixture
def used(endorsed: Terminal, tmp_path: Path) -> Terminal:
    copy = Terminal(tmp_path)
    shutil.copy2(endorsed.store, copy.store)
    copy.file("proposal.yaml", PROPOSAL)
    copy.file("votes.yaml", VOTES)
    copy.done(f"document show EN-2025-0001 --output {copy.folder / 'letter.md'}")
    return copy


def run(terminal: Terminal, line: str) -> Ran:
    files = {name: terminal.folder / f"{name}.yaml" for name in ("proposal", "votes")}
    files["letter"] = terminal.folder / "letter.md"
    return terminal.run(line.format(**files) + " --json")


def hold_ballots(terminal: Terminal) -> None:
    """An open ballot and one that ended in a tie."""
    rule = terminal.file("rule.yaml", RULE)
    for question in ("first", "second"):
        terminal.done(f"ballot open --body cio_council --question {question} --rule {rule} --as uki.chisato")
    for person, position in (("chokura.hikari", "yes"), ("chosato.wakaba", "no")):
        terminal.done(f"ballot cast CIO-2025-B002 {position} --as {person}")
    terminal.done("ballot close CIO-2025-B002 --as uki.chisato")


def test_every_command_is_tried() -> None:
    assert {*LINES, *OF_ANOTHER_STORE} == {path for path, _ in every_command()}


@pytest.mark.parametrize("path", LINES)
def test_a_command_prints_one_document(path: str, used: Terminal) -> None:
    if path.startswith("ballot"):
        hold_ballots(used)
    ran = run(used, f"{path} {LINES[path]}")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out) is not None


def test_a_founding_is_one_document(tmp_path: Path) -> None:
    ran = run(Terminal(tmp_path), f"init --org {ORGANISATION} --demonstration --now 2025-04-07")
    assert (ran.code, ran.data()["ministries"]) == (0, 45)


FAILURES = [
    ("show", 2, "cli.missing_argument"),
    ("submit {proposal} --as komori.minato --encoding latin1", 2, "cli.bad_choice"),
    ("org check {proposal}", 2, None),
    (f"act {REFERENCE} return --as uki.chisato", 3, "acts.missing_note"),
    (f"act {REFERENCE} accept --as komori.minato", 4, "acts.not_authorised"),
    ("show XX-1", 5, "acts.unknown_reference"),
    (f"act {REFERENCE} accept --as uki.chisato --expect-version 1", 6, "store.stale_version"),
]


@pytest.mark.parametrize(("line", "code", "reason"), FAILURES)
def test_a_failure_is_one_document_too(line: str, code: int, reason: str | None, used: Terminal) -> None:
    ran = run(used, line)
    error: dict[str, Any] = ran.data()["error"]
    assert (ran.code, error["exit_code"]) == (code, code)
    assert reason in (None, error["code"])


def test_a_missing_store_is_one_document(tmp_path: Path) -> None:
    ran = run(Terminal(tmp_path), "list")
    assert (ran.code, ran.data()["error"]["code"]) == (7, "store.missing")


def test_a_file_of_acts_is_one_document_with_every_result(used: Terminal) -> None:
    rows = [
        "reference,trigger,person",
        f"{REFERENCE},accept,uki.chisato",
        f"{REFERENCE},accept,komori.minato",
    ]
    ran = run(used, f"act --file {used.file('acts.csv', chr(10).join(rows))} --as torizawa.nao")
    answer = ran.data()
    assert ran.code == 3
    assert answer["counts"] == {"done": 1, "repeated": 0, "refused": 1, "not_run": 0}
    assert [result["outcome"] for result in answer["results"]] == ["done", "refused"]
    assert answer["results"][1]["reasons"]


def test_the_next_command_goes_on_with_the_same_store(used: Terminal) -> None:
    answer = run(used, f"act {REFERENCE} return --as uki.chisato").data()
    assert answer["error"]["next"].endswith(f" --store {used.store}")
