"""Where several workflows are in force and none is named: the only one that what is asked for fits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import EXAMPLES, ORGANISATION, Terminal

PROGRAMMES = EXAMPLES / "it_programmes_fy2025.csv"
MAPPING = EXAMPLES / "it_programmes_fy2025.mapping.yaml"
FITS_ONE = "key,title,ministry,fiscal_year,kind\nx1,Ledger,mof,2025,new\n"
FITS_EACH = "key,title,ministry,fiscal_year\nx1,Ledger,mof,2025\n"
FITS_NONE = "key,title,ministry,fiscal_year,colour\nx1,Ledger,mof,2025,red\n"
CHOOSE = "Name one with --workflow: it_investment, mid_long_term_plan"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    terminal = Terminal(tmp_path_factory.mktemp("founded"))
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-04-07")
    return terminal


@pytest.fixture
def terminal(founded: Terminal, tmp_path: Path) -> Terminal:
    shutil.copy2(founded.store, tmp_path)
    return Terminal(tmp_path)


def submitted(terminal: Terminal, text: str) -> str:
    return f"submit {terminal.file('rows.csv', text)} --draft --as komori.minato"


def test_a_table_is_of_the_workflow_that_has_its_columns(terminal: Terminal) -> None:
    ran = terminal.done(f"{submitted(terminal, FITS_ONE)} --json")
    assert ran.data()["workflow"] == "it_investment"


@pytest.mark.parametrize("text", [FITS_EACH, FITS_NONE])
def test_a_table_that_leaves_a_choice_is_asked_about(terminal: Terminal, text: str) -> None:
    ran = terminal.run(submitted(terminal, text))
    assert ran.code == 2
    assert CHOOSE in " ".join(ran.err.split())
    terminal.done(submitted(terminal, FITS_EACH) + " --workflow mid_long_term_plan")


def test_programmes_are_carried_over_into_the_workflow_that_knows_them(terminal: Terminal) -> None:
    terminal.done(f"programme import {PROGRAMMES} --mapping {MAPPING} --as komori.minato")
    ran = terminal.done("programme carry-over --fiscal-year 2025 --ministry mof --as komori.minato --json")
    assert ran.data()["submission"]["workflow"] == "it_investment"


def test_a_round_is_of_the_workflow_that_has_rounds(terminal: Terminal) -> None:
    terminal.done("round open R1 --fiscal-year 2025 --date submission=2025-05-30 --as uki.chisato")
    assert terminal.done("round show R1 --json").data()["workflow"] == "it_investment"


def test_a_plan_that_is_past_its_date_goes_one_office_up(terminal: Terminal) -> None:
    terminal.done(submitted(terminal, FITS_EACH) + " --workflow mid_long_term_plan")
    ran = terminal.done("deadlines sweep --as uki.chisato --now 2025-07-01")
    assert "MOF-2025-0001  (not open to you)" in ran.out  # a draft is its ministry's
    [line] = terminal.done("overdue --json --now 2025-07-01").data()["lines"]
    assert line["escalated"]["to"]["en"] == "PMO head"
