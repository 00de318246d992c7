"""A ballot of the demonstration organisation at the command line: opened, answered, tied, and decided by the chair."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

from govflow.cli.width import cells

SECRETARIAT, CHAIR = "--as uki.chisato", "--as torano.hikari"
MOF, MIC = "--as chokura.hikari", "--as chosato.wakaba"
ADMINISTRATOR = "--as torizawa.nao"
BALLOT = "PN-2025-B001"
CHARTER = """
format: 1
name: panel
version: 1
title: {ja: 調整会議, en: panel}
basis: {ja: 申合せ, en: an agreement}
purpose: {ja: 調整する。, en: to agree}
powers: [decide]
secretariat: secretariat
chair: council_chair
seats:
  chair: {title: {ja: 議長, en: chair}, role: council_chair, voting: false}
  mof: {title: {ja: 財務省, en: Finance}, office: mof.cio}
  mic: {title: {ja: 総務省, en: Internal Affairs}, office: mic.cio}
rule:
  {base: yes_no, threshold: 1/2, quorum: {fraction: 1/2, inclusive: true}, blocking: true, tie: chair, chair_vote: both}
series: {ja: 調整, en: PN}
"""


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the store of the example, and a question put to a panel of two."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    terminal.done(f"body load {terminal.file('panel.yaml', CHARTER)} {ADMINISTRATOR}")
    opened = terminal.done(
        "ballot open --body panel --question 'Adopt the platform' --closes-at 2025-08-05T17:00 " + SECRETARIAT
    )
    assert opened.told == f"The ballot {BALLOT} is open.\n"
    assert opened.err.startswith("Key: ")
    return terminal


def test_a_tie_is_decided_by_the_chair_and_the_record_holds(council: Terminal) -> None:
    assert "for the seat mof.cio: yes" in council.done(f"ballot cast {BALLOT} 賛成 {MOF}").out
    early = council.run(f"ballot close {BALLOT} {SECRETARIAT}")
    assert (early.code, "2025-08-05 17:00" in early.err) == (3, True)
    tried = council.done(f"ballot cast {BALLOT} no --dry-run {MIC}").out
    assert tried.endswith("Dry run: nothing was kept.\n")
    stale = council.run(f"ballot cast {BALLOT} no --expect-version 7 {MIC}")
    assert stale.code == 6
    council.done(f"ballot cast {BALLOT} no --expect-version 2 {MIC}")
    late = council.run(f"ballot cast {BALLOT} yes --now 2025-08-05T17:00 {MIC}")
    assert (late.code, "is past" in " ".join(late.err.split())) == (3, True)
    closed = council.done(f"ballot close {BALLOT} --now 2025-08-05T17:00 {SECRETARIAT}")
    assert closed.told.endswith("tie, for the chair to decide\n")
    assert council.run(f"ballot casting-vote {BALLOT} yes {CHAIR}").code == 3
    decided = council.done(f"ballot casting-vote {BALLOT} yes --reason 'It saves a year' {CHAIR}")
    assert decided.told.endswith("Outcome: passed\nDecision: PN-2025-D001\n")
    page = council.done(f"ballot show {BALLOT}").out
    assert "Passed: 1 for and 1 against" in page
    assert "It saves a year" in page
    assert max(map(cells, page.splitlines())) <= 80
    assert max(map(cells, council.done(f"ballot show {BALLOT} --lang ja").out.splitlines())) <= 80
    assert "Adopt the platform" in council.done("ballot list").out
    assert council.done("audit verify").out.startswith("The record holds")


def test_whoever_does_not_hold_the_seat_is_told_so(council: Terminal) -> None:
    ran = council.run(f"ballot cast {BALLOT} yes --seat mof.cio {MIC}")
    assert ran.code == 4
    assert "Ask its holder" in " ".join(ran.err.split())


def test_a_block_has_a_reason_and_a_recusal_too(council: Terminal) -> None:
    assert council.run(f"ballot cast {BALLOT} block {MOF}").code == 3
    council.done(f"ballot cast {BALLOT} block --text 'The cost is not known' {MOF}")
    assert council.run(f"ballot recuse {BALLOT} {MIC}").code == 3
    council.done(f"ballot recuse {BALLOT} --reason 'A relative bids' {MIC}")
    page = " ".join(council.done(f"ballot show {BALLOT}").out.split())
    assert "Blocked: nothing passes" in page
    decided = council.run(f"ballot withdraw {BALLOT} --reason 'The paper was changed' {SECRETARIAT}")
    assert (decided.code, "as good as decided" in " ".join(decided.err.split())) == (3, True)
    council.done(f"ballot unrecuse {BALLOT} --reason 'The relative does not bid' {MIC}")
    council.done(f"ballot cast {BALLOT} abstain {MOF}")
    council.done(f"ballot withdraw {BALLOT} --reason 'The paper was changed' {SECRETARIAT}")
    assert "The paper was changed" in council.done(f"ballot show {BALLOT}").out
    assert council.done("ballot list --json").data()[0]["outcome"] == "WITHDRAWN"


def test_a_repeated_key_is_told(council: Terminal) -> None:
    line = f"ballot cast {BALLOT} yes --key k {MOF}"
    first = council.done(line).out
    assert council.done(line).out.endswith(first)
    assert council.done(f"{line} --json").data()["repeated"]
