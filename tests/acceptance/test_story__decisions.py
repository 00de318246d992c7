"""The decision register at the command line: an emergency, a decision taken back, an appeal, and texts to check."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from command_line import ORGANISATION, Terminal
from deciding_council import PANEL, charter

from govflow.cli.width import cells

SECRETARIAT, CHAIR = "--as uki.chisato", "--as torano.hikari"
FIRST, SECOND, HEARD = "CIO-2025-D001", "CIO-2025-D002", "PAN-2025-D001"


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the store of the example, in which the council's appeals go to a panel."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    for name, text in (("panel.yaml", panel()), ("council.yaml", charter(version="2"))):
        terminal.done(f"body load {terminal.file(name, text)} --as torizawa.nao")
    return terminal


def panel() -> str:
    """A panel of single offices of the example."""
    seats, _, rest = PANEL.partition("  adviser:")
    return seats + "rule: " + rest.partition("rule: ")[2]


def alone(council: Terminal) -> None:
    """The Government CIO decides alone."""
    told = council.done(
        f"decision emergency --body cio_council --question 'Cut the network off' --reason 'An attack' {CHAIR}"
    )
    assert "Decided in an emergency" in told.out
    assert told.out.endswith(f"Decision: {FIRST}\n")


def test_an_emergency_decision_is_provisional_and_its_texts_can_be_checked(council: Terminal) -> None:
    alone(council)
    listed = council.done("decision list").out
    assert "to be ratified" in listed
    shown = council.done(f"decision show {FIRST}").out
    for said in ("CIO council decision No. 1 of fiscal 2025", "in an emergency, by one alone", "An attack"):
        assert said in shown
    public = council.done("decision show 令和7年度CIO連絡会議決定第1号 --public --lang ja").out
    assert "席ごとの賛否（設置要綱により公表しない）" in public.replace("\n", "").replace(" ", "")
    for version, option in (("full", ""), ("public", "--public")):
        text = council.done(f"decision text {FIRST} {option}").out
        path = council.file(f"{version}.json", text)
        told = " ".join(council.done(f"decision verify {FIRST} {path}").out.split())
        assert f"is the {version} version" in told
        assert sha256(text.encode()).hexdigest() in council.done(f"decision show {FIRST} {option}").out
        altered = council.file("altered.json", text.replace("PASSED", "FAILED"))
        assert council.run(f"decision verify {FIRST} {altered}").code == 10
    assert council.done("audit verify").code == 0


def test_a_decision_is_taken_back_and_another_appealed(council: Terminal) -> None:
    rounds = [decided(council, question) for question in ("Adopt the platform", "Buy it at once")]
    assert rounds == [FIRST, SECOND]
    again = council.done(f"decision reconsider {FIRST} --new-facts 'The cost has doubled' {SECRETARIAT}").out
    assert f"whether the decision {FIRST} is taken back" in " ".join(again.split())
    for_all(council, "CIO-2025-B003")
    assert "CIO-2025-D003" in council.done(f"ballot close CIO-2025-B003 {SECRETARIAT}").out
    appealed = council.done(
        f"decision appeal {SECOND} --asks overrule --grounds 'Added up wrongly' --as chokura.hikari"
    )
    assert "PAN-2025-B001" in appealed.out
    council.done(f"ballot cast PAN-2025-B001 yes {amb(council)}")
    council.done(f"ballot close PAN-2025-B001 {amb(council)}")
    standings = {line["number"]: line["standing"] for line in data(council, "decision list --json")}
    assert standings == {FIRST: "rescinded", SECOND: "overruled", "CIO-2025-D003": "holds", HEARD: "holds"}
    assert f"overruled by {HEARD}" in council.done(f"decision show {SECOND}").out
    assert council.done("audit verify").code == 0


def test_the_commitment_register_says_who_took_which_position(council: Terminal) -> None:
    decided(council, "Adopt the platform")
    page = council.done("decision commitments --ministry mof").out
    assert {"CIO-2025-B001,", "mof.cio", "yes"} <= set(page.split())
    [found] = data(council, "decision commitments --ministry mof --json")
    assert (found["seat"], found["position"], found["decision"], found["replaced_by"]) == (
        "mof.cio",
        "yes",
        FIRST,
        None,
    )
    unknown = council.run("decision commitments --ministry moff")
    assert (unknown.code, "did you mean 'mof'" in unknown.err) == (5, True)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_pages_fit_the_terminal(
    council: Terminal, monkeypatch: pytest.MonkeyPatch, columns: int, lang: str
) -> None:
    decided(
        council, "Adopt the shared platform for all ministries and agencies, with every condition attached"
    )
    alone_later(council)
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in (
        "decision list",
        f"decision show {FIRST}",
        f"decision show {FIRST} --public",
        f"decision show {SECOND}",
        "decision commitments",
        "decision commitments --body cio_council",
    ):
        lines = council.done(f"{command} --lang {lang}").out.splitlines()
        assert max(map(cells, lines)) <= columns, command


def alone_later(council: Terminal) -> None:
    council.done(
        f"decision emergency --body cio_council --question 'Cut the network off' --reason 'An attack' {CHAIR}"
        " --closed 'reason=Under investigation'"
    )


def decided(council: Terminal, question: str) -> str:
    """A question that the council is in favour of: the number of its decision."""
    opened = council.done(f"ballot open --body cio_council --question '{question}' {SECRETARIAT} --json").out
    ballot = json.loads(opened)["reference"]
    for_all(council, ballot)
    closed = json.loads(council.done(f"ballot close {ballot} {SECRETARIAT} --json").out)
    return str(closed["told"]["decision"])


def for_all(council: Terminal, ballot: str) -> None:
    """So many holders of seats are in favour that nobody can change it any more."""
    seats = data(council, f"ballot show {ballot} --json")["seats"]
    holders = {office["office"]: office["holders"] for office in offices(council)}
    for seat in [each["seat"] for each in seats][: len(seats) * 2 // 3 + 1]:
        council.done(f"ballot cast {ballot} yes --seat {seat} --as {holders[seat][0]}")


def amb(council: Terminal) -> str:
    [office] = [o for o in offices(council) if o["role"] == "amb"]
    return f"--as {office['holders'][0]}"


def offices(council: Terminal) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data(council, "org show --json")["offices"]
    return found


def data(council: Terminal, command: str) -> Any:
    return json.loads(council.done(command).out)
