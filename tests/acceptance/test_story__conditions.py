"""Conditions at the command line: set with a decision, reported with evidence, verified by others, broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal
from sample_conditions import GRANT

from govflow.cli.width import cells

CLERK, HEAD = "--as komori.minato", "--as heisato.haru"
SECRETARIAT, GOVERNMENT_CIO = "--as uki.chisato", "--as torano.hikari"
REFERENCE = "MOF-2025-0001"
APPLICATION = "key: a\nworkflow: grant\ntitle: 台帳の電子化\nministry: mof\nfiscal_year: 2025\n"
CONDITIONS = """\
conditions:
  - {text: 見積りを提出すること, owner: 責任者, due: 20, evidence: 見積書の写し}
  - {text: 利用状況を報告すること, owner: mof.pjmo, due: 2025-06-30, on_breach: 停止}
"""
POOR = """\
conditions:
  - {text: 見積りを提出すること, owner: pmo_haed, due: 2025-03-31}
  - {text: 見積りを提出すること, due: tomorrow, on_breach: stop}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with a store of the example, and a grant that is applied for."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    workflow = terminal.file("grant.yaml", GRANT)
    workflows = f"--workflow it_investment --workflow {workflow}"
    terminal.done(f"init --org {ORGANISATION} {workflows} --demonstration --now 2025-04-07")
    terminal.done(f"submit {terminal.file('application.yaml', APPLICATION)} --draft {CLERK}")
    return terminal


def flat(text: str) -> str:
    """Without line breaks, as they depend on the width."""
    return " ".join(text.split())


def granted(office: Terminal) -> None:
    conditions = office.file("conditions.yaml", CONDITIONS)
    office.done(f"act {REFERENCE} grant --data {conditions} {CLERK}")
    office.done(f"act {REFERENCE} begin {HEAD}")


def test_every_problem_of_the_conditions_is_told_with_its_line(office: Terminal) -> None:
    ran = office.run(f"act {REFERENCE} grant --data {office.file('poor.yaml', POOR)} {CLERK}")
    assert ran.code == 2
    for place in ("poor.yaml:2:", "poor.yaml:3:"):
        assert place in ran.err
    said = flat(ran.err)
    assert "no office 'pmo_haed' (did you mean" in said
    assert "The due date 2025-03-31 is before 2025-04-07." in said
    assert "stands at" in said
    assert "cannot be 'stop'" in said
    assert office.done("condition list").out == "Nothing to show.\n"


def test_a_condition_is_reported_with_evidence_and_verified_by_somebody_else(office: Terminal) -> None:
    granted(office)
    lacking = office.run(f"act {REFERENCE} report#1.fulfilled {HEAD}")
    assert "(evidence) is missing" in flat(lacking.err)
    office.done(f"act {REFERENCE} report#1.fulfilled --set evidence='見積書 第12号' {HEAD}")
    reported = flat(office.done("condition list").out)
    assert "reported; due 2025-05-08" in reported
    assert "To be shown by: 見積書の写し" in reported
    assert ": 見積書 第12号" in reported
    own = office.run(f"act {REFERENCE} check#3.met {HEAD}")
    assert own.code == 4
    done = flat(office.done(f"act {REFERENCE} check#3.met {SECRETARIAT}").out)
    assert "Documents: GM-2025-0001" in done
    assert "見積書 第12号" in office.done("document show GM-2025-0001 --lang ja").out
    (first, second) = office.done("condition list --json").data()["conditions"]
    assert (first["state"], first["verifier"]["en"]) == ("verified", "Uki Chisato")
    assert (second["state"], second["verifier"]) == ("open", None)


def test_an_overdue_condition_is_listed_broken_and_followed(office: Terminal) -> None:
    granted(office)
    assert office.done("condition list --overdue").out == "Nothing to show.\n"
    late = "--now 2025-07-02"
    overdue = flat(office.done(f"condition list --overdue --ministry 財務省 {late}").out)
    assert "was due 2025-06-30, working days overdue: 2" in overdue
    broken = office.done(f"act {REFERENCE} check#4.broken --note '報告がない。' {late} {SECRETARIAT}").out
    assert "now in 'paused'" in broken
    assert "the proposal is suspended (paused) and the breach reported." in flat(broken)
    assert "report of a breach" in office.done(f"inbox {GOVERNMENT_CIO}").out
    assert "condition 4" in flat(office.done(f"history {REFERENCE}").out)
    memo = office.done("document show GM-2025-0001 --lang en").out
    assert "has not been met." in memo
    assert "the proposal is suspended (paused)" in memo
    assert office.done("audit verify").out.startswith("The record holds")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_list_keeps_to_the_width_in_both_languages(office: Terminal, lang: str) -> None:
    granted(office)
    shown = office.done(f"condition list --reference {REFERENCE} --lang {lang}").out
    assert max(map(cells, shown.splitlines())) <= 80
    assert {"ja": "責任者：財務省PJMO責任者", "en": "Owner: Head of project office, MOF"}[lang] in shown


def test_a_reference_that_is_none_is_told(office: Terminal) -> None:
    ran = office.run("condition list --reference MOF-2025-0099")
    assert ran.code == 5
    assert "has no proposal MOF-2025-0099" in ran.err
