"""What programs rely on: with --json every command prints one document and nothing else, and its exit code holds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import EXAMPLES, ORGANISATION, REFERENCE, Ran, Terminal
from government import rows

from govflow.cli.tree import every_command

PROGRAMMES = EXAMPLES / "it_programmes_fy2025.csv"
MAPPING = EXAMPLES / "it_programmes_fy2025.mapping.yaml"
COMMANDS = dict(every_command())

LINES = {
    "submit": "proposal.yaml --as komori.minato",
    "act": f"{REFERENCE} accept --as uki.chisato --dry-run",
    "correct": f"{REFERENCE} --field title=Ledger --note slip --as heisato.haru",
    "change": f"{REFERENCE} --set title_en=More --as komori.minato",
    "why": REFERENCE,
    "inbox": "--as heisato.haru",
    "list": "--limit 1",
    "round open": "R2028 --fiscal-year 2028 --date submission=2027-05-28 --as uki.chisato",
    "round show": "R2027",
    "round list": "",
    "round reschedule": "R2027 --date submission=2026-06-05 --note later --as uki.chisato",
    "round close": "R2027 --note done --as uki.chisato",
    "deadlines sweep": "--as uki.chisato",
    "show": REFERENCE,
    "history": REFERENCE,
    "compare": REFERENCE,
    "overdue": "--now 2025-05-12",
    "stats": "",
    "memo": f"{REFERENCE} --kind endorsement",
    "condition list": "--overdue",
    "document list": "",
    "document show": "EN-2025-0001",
    "document render": "",
    "document verify": "letter.md",
    "body check": "cio_council",
    "body list": "",
    "body show": "cio_council",
    "body load": "cio_council --as torizawa.nao",
    "meeting call": "panel --at 2025-05-08T10:00 --place Hall --as uki.chisato",
    "meeting cancel": "PN-2025-M006 --reason r --as uki.chisato",
    "meeting gather": "PN-2025-M006 --as uki.chisato",
    "meeting add": "PN-2025-M006 --title t --as uki.chisato",
    "meeting move": "PN-2025-M004 5 --to 1 --as uki.chisato",
    "meeting take-out": "PN-2025-M004 3 --as chokura.hikari",
    "meeting remove": "PN-2025-M004 5 --reason r --as uki.chisato",
    "meeting reply": "PN-2025-M006 --attends yes --as chokura.hikari",
    "meeting proxy": "PN-2025-M006 --to mic.cio --as chokura.hikari",
    "meeting forecast": "PN-2025-M006",
    "meeting paper": "PN-2025-M006 proposal.yaml --title t --as uki.chisato",
    "meeting papers": "PN-2025-M006",
    "meeting check-papers": "PN-2025-M006 pack",
    "meeting open": "PN-2025-M006 --everybody --as uki.chisato --now 2025-04-28T10:00",
    "meeting arrive": "PN-2025-M004 meti.cio --as uki.chisato",
    "meeting leave": "PN-2025-M004 mic.cio --as uki.chisato",
    "meeting suspend": "PN-2025-M004 --reason r --as uki.chisato",
    "meeting resume": "PN-2025-M005 --as uki.chisato",
    "meeting call-item": "PN-2025-M004 5 --as uki.chisato",
    "meeting note-item": "PN-2025-M004 4 --note n --as uki.chisato",
    "meeting amend": "PN-2025-M004 2 --kind return --text t --as chokura.hikari",
    "meeting carry-over": "PN-2025-M004 2 --reason r --as uki.chisato",
    "meeting end": "PN-2025-M005 --as uki.chisato",
    "meeting convoke": "PN-2025-M006 --as uki.chisato",
    "meeting issue": "PN-2025-M001 attendance --as uki.chisato",
    "meeting show": "PN-2025-M004",
    "meeting list": "",
    "minutes draft": "PN-2025-M001 --as uki.chisato",
    "minutes remark": "PN-2025-M001 1 --text t --as uki.chisato",
    "minutes circulate": "PN-2025-M001 --until 2025-04-30 --as uki.chisato",
    "minutes correct": "PN-2025-M002 --text t --as chokura.hikari",
    "minutes sign": "PN-2025-M002 --as chokura.hikari --now 2025-05-01",
    "minutes publish": "PN-2025-M003 --as uki.chisato",
    "minutes show": "PN-2025-M003",
    "ballot open": "--meeting PN-2025-M004 --item 2 --counted --as uki.chisato",
    "ballot cast": "PN-2025-B002 yes --as chokura.hikari",
    "ballot record": "PN-2025-B008 mof.cio=no --others yes --as uki.chisato",
    "ballot object": "PN-2025-B006 --seat mof.cio --recorded-for --text t --as uki.chisato",
    "ballot no-objection": "PN-2025-B006 --as torano.hikari",
    "ballot consent": "PN-2025-M004 --as uki.chisato",
    "ballot recuse": "PN-2025-B002 --reason r --as chokura.hikari",
    "ballot unrecuse": "PN-2025-B002 --reason r --as chosato.wakaba",
    "ballot close": "PN-2025-B005 --as uki.chisato --now 2025-05-07T17:00",
    "ballot casting-vote": "PN-2025-B003 yes --reason r --as torano.hikari",
    "ballot correct": "PN-2025-B001 mic.cio abstain --reason r --as uki.chisato",
    "ballot withdraw": "PN-2025-B002 --reason r --as uki.chisato",
    "ballot escalate": "PN-2025-B004 --reason r --as uki.chisato",
    "ballot abolish": "SC-2025-B001 cas.committee_3 --reason r --as uki.chisato",
    "ballot show": "PN-2025-B003",
    "ballot list": "",
    "ballot tally": "--rule unanimity --votes votes.yaml",
    "decision list": "",
    "decision show": "PN-2025-D001",
    "decision text": "PN-2025-D001 --public",
    "decision verify": "PN-2025-D001 decision.json",
    "decision commitments": "--ministry mof",
    "decision reconsider": "PN-2025-D001 --new-facts f --as uki.chisato",
    "decision appeal": "PN-2025-D001 --asks overrule --grounds g --as chokura.hikari",
    "decision emergency": "--body panel --question q --reason r --as torano.hikari",
    "rules list": "",
    "rules explain": "unanimity --seats 1",
    "org check": f"{EXAMPLES / 'town.yaml'}",
    "org load": f"{EXAMPLES / 'town.yaml'} --as torizawa.nao --dry-run",
    "org show": "--ministry mof",
    "org why": "mof.cio --on 2025-04-10",
    "org history": "jbaudit.pjmo",
    "org appoint": "new.one jbaudit.adviser --new-person ja=新 --new-person en=New --as torizawa.nao",
    "org absent": "chomura.yu --as torizawa.nao",
    "org delegate": "jbaudit.cio --to jbaudit.dcio --workflow it_investment --limit 5 --as torizawa.nao",
    "org transfer": "chomura.yu --to heikawa.amane --from 2025-05-01 --as torizawa.nao",
    "org revoke appointment": "kotake.kaede jbaudit.clerk --as torizawa.nao",
    "org revoke absence": "chotake.sora --from 2025-07-30 --as torizawa.nao",
    "org revoke delegation": "maff.cio --to maff.dcio --as torizawa.nao",
    "org handover": "3 --current",
    "org reviews": "--done",
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
    "store backup": "tonight.db",
    "store compare": "kept.db",
    "store restore": "kept.db --to again.db",
    "outbox list": "",
    "outbox retry": "1 --as torizawa.nao",
    "audit verify": "",
    "audit refusals": "",
    "help": "act",
    "version": "",
}
"""How each command is tried, after the day of the council."""

OPENED = ("round open R2027 --fiscal-year 2027 --date submission=2026-05-29 --as uki.chisato",)
KEPT = ("store backup kept.db",)
DECIDED = (
    "meeting call cio_council --at 2025-05-26T14:00 --place Hall --as uki.chisato",
    f"decision emergency --body cio_council --proposal {REFERENCE} --reason r --as torano.hikari",
)
BEFORE = {
    "change": DECIDED,
    "compare": (f"correct {LINES['correct']}",),
    "round show": OPENED,
    "round reschedule": OPENED,
    "round close": OPENED,
    "store compare": KEPT,
    "store restore": KEPT,
}
"""What is done before a command is tried, so that there is something to try it on."""

OF_ANOTHER_STORE = {"init", "demo"}
"""What creates its own."""


@pytest.fixture
def used(
    council_day: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Terminal:
    """A copy of the day's store, with what the command needs there."""
    shutil.copytree(council_day.folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    for line in BEFORE.get(request.node.name.partition("[")[2].removesuffix("]"), ()):
        terminal.done(line)
    return terminal


def run(terminal: Terminal, line: str) -> Ran:
    return terminal.run(f"{line} --json")


def may_be_tried(path: str) -> bool:
    return any("--dry-run" in param.opts for param in COMMANDS[path].params)


def test_every_command_is_tried() -> None:
    assert {*LINES, *OF_ANOTHER_STORE} == {*COMMANDS}


@pytest.mark.parametrize("path", LINES)
def test_a_command_prints_one_document(path: str, used: Terminal) -> None:
    ran = run(used, f"{path} {LINES[path]}")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out) is not None


@pytest.mark.parametrize("path", [path for path in LINES if may_be_tried(path)])
def test_a_dry_run_prints_one_document_and_keeps_nothing(path: str, used: Terminal) -> None:
    before = rows(used.store)
    ran = run(used, f"{path} {LINES[path].removesuffix(' --dry-run')} --dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)
    assert rows(used.store) == before


def test_a_founding_is_one_document(tmp_path: Path) -> None:
    ran = run(Terminal(tmp_path), f"init --org {ORGANISATION} --demonstration --now 2025-04-07")
    assert (ran.code, ran.data()["ministries"]) == (0, 45)


LONG = "x" * 300
"""No file can have such a name."""

FAILURES = [
    ("show", 2, "cli.missing_argument"),
    (f"workflow check {LONG}", 5, None),
    (f"rules explain {LONG}", 5, None),
    (f"submit {LONG}.yaml --as komori.minato", 2, "reading.file_unreadable"),
    (f"store backup {LONG}.db", 7, "store.cannot_open"),
    (f"store restore {LONG}.db --to other.db", 7, "store.missing"),
    ("submit proposal.yaml --as komori.minato --encoding latin1", 2, "cli.bad_choice"),
    ("org check proposal.yaml", 2, None),
    (f"act {REFERENCE} return --as uki.chisato", 3, "acts.missing_issues"),
    (f"act {REFERENCE} accept --as komori.minato", 4, "acts.not_authorised"),
    ("show XX-1", 5, "acts.unknown_reference"),
    (f"act {REFERENCE} accept --as uki.chisato --expect-version 1", 6, "store.stale_version"),
    ("ballot cast PN-2025-B002 maybe --as chokura.hikari", 2, None),
    ("meeting end PN-2025-M004 --as uki.chisato", 3, "meeting.ballots_open"),
    ("minutes publish PN-2025-M002 --as uki.chisato", 3, None),
    ("ballot cast PN-2025-B002 yes --seat mic.cio --as chokura.hikari", 4, None),
    ("decision show PN-2025-D009", 5, None),
    ("meeting end PN-2025-M005 --as uki.chisato --expect-version 1", 6, None),
    ("decision verify PN-2025-D001 votes.yaml", 10, None),
    ("org appoint a.b jbaudit.adviser --new-person x=New --as torizawa.nao", 2, "answer.not_a_name"),
    ("org transfer chomura.yu --as torizawa.nao", 3, "organisation_act.to_nobody"),
    ("org delegate maff.dcio --to maff.cio --workflow it_investment --as torizawa.nao", 3, None),
    ("org absent chomura.yu --as kotake.kaede", 4, "administration.not_administrator"),
    ("org why nobody", 5, "standing.unknown_office"),
    ("org handover 1", 5, "standing.no_transfer"),
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
