"""A ballot of the demonstration organisation at the command line: opened, answered, tied, and decided by the chair."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

from govflow.cli.width import cells

SECRETARIAT, CHAIR = "--as uki.chisato", "--as torano.hikari"
MOF, MIC = "--as chokura.hikari", "--as chosato.wakaba"
RULE = "{base: yes_no, threshold: 1/2, blocking: true, tie: chair, chair_vote: both}"
BALLOT = "CIO-2025-B001"


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the store of the example, and a question put to the CIO council."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    rule = terminal.file("rule.yaml", RULE)
    opened = terminal.done(
        f"ballot open --body cio_council --question 'Adopt the platform' --rule {rule}"
        f" --closes-at 2025-08-05T17:00 {SECRETARIAT}"
    )
    assert opened.out == f"The ballot {BALLOT} is open.\n"
    return terminal


def test_a_tie_is_decided_by_the_chair_and_the_record_holds(council: Terminal) -> None:
    assert "for the seat mof.cio: yes" in council.done(f"ballot cast {BALLOT} 賛成 {MOF}").out
    council.done(f"ballot cast {BALLOT} no --seat mic.cio --recorded-for {SECRETARIAT}")
    early = council.run(f"ballot close {BALLOT} {SECRETARIAT}")
    assert (early.code, "is still to come" in " ".join(early.err.split())) == (3, True)
    late = council.run(f"ballot cast {BALLOT} yes --now 2025-08-05T17:00 {MIC}")
    assert (late.code, "is past" in " ".join(late.err.split())) == (3, True)
    closed = council.done(f"ballot close {BALLOT} --now 2025-08-05T17:00 {SECRETARIAT}")
    assert closed.out.endswith("tie, for the chair to decide\n")
    assert council.run(f"ballot casting-vote {BALLOT} yes {CHAIR}").code == 3
    decided = council.done(f"ballot casting-vote {BALLOT} yes --reason 'It saves a year' {CHAIR}")
    assert decided.out.endswith("Outcome: passed\n")
    page = council.done(f"ballot show {BALLOT}").out
    assert "recorded by" in page
    assert "Passed: 1 for and 1 against" in page
    assert max(map(cells, page.splitlines())) <= 80
    assert max(map(cells, council.done(f"ballot show {BALLOT} --lang ja").out.splitlines())) <= 80
    assert "Adopt the platform" in council.done("ballot list").out
    assert council.done("audit verify").out.startswith("The record holds")


def test_whoever_does_not_hold_the_seat_is_told_so(council: Terminal) -> None:
    ran = council.run(f"ballot cast {BALLOT} yes --seat mof.cio {MIC}")
    assert ran.code == 4
    assert "Ask their holders" in " ".join(ran.err.split())


def test_a_block_has_a_reason_and_a_recusal_too(council: Terminal) -> None:
    assert council.run(f"ballot cast {BALLOT} block {MOF}").code == 3
    council.done(f"ballot cast {BALLOT} block --text 'The cost is not known' {MOF}")
    assert council.run(f"ballot recuse {BALLOT} {MIC}").code == 3
    council.done(f"ballot recuse {BALLOT} --reason 'A relative bids' {MIC}")
    page = " ".join(council.done(f"ballot show {BALLOT}").out.split())
    assert "Blocked: nothing passes" in page
    council.done(f"ballot withdraw {BALLOT} --reason 'The paper was changed' {SECRETARIAT}")
    assert council.done("ballot list --json").data()[0]["outcome"] == "WITHDRAWN"


def test_a_repeated_key_is_told(council: Terminal) -> None:
    line = f"ballot cast {BALLOT} yes --key k {MOF}"
    first = council.done(line).out
    assert council.done(line).out.endswith(first)
    assert council.done(f"{line} --json").data()["repeated"]
