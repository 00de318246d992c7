"""`govflow submit --template`: a file to start from, which the same command takes once it is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Terminal

from govflow.cli import main


def test_a_filled_template_is_submitted(terminal: Terminal) -> None:
    header, _ = terminal.done("submit --template --lang ja").out.splitlines()
    assert header.startswith("key,案件名,府省庁,対象年度,区分,案件名（英語）,要求額,")
    given = ["b-1", "公用車の台帳", "財務省", "令和7年度", "新規", "", '"1,200,000"']
    row = ",".join([*given, *[""] * (header.count(",") + 1 - len(given))])
    path = terminal.file("p.csv", f"{header}\n{row}\n")
    assert "1 added" in terminal.done(f"submit {path} --as komori.minato").out


def test_it_comes_as_yaml_and_for_programs(terminal: Terminal) -> None:
    text = terminal.done("submit --template yaml").out
    assert text.startswith("# IT investment\nworkflow: it_investment\n")
    assert terminal.done("submit --template yaml --json").data() == {"form": "yaml", "template": text}


@pytest.mark.usefixtures("_nowhere")
def test_a_shipped_workflow_needs_no_store(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["submit", "--template", "--workflow", "town_purchase", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("key,title,municipality,fiscal year,amount,purpose\n")
    assert main(["submit", "--template", "--lang", "en"]) == 2
    assert "it_investment, mid_long_term_plan, town_purchase" in capsys.readouterr().err


@pytest.fixture
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GOVFLOW_STORE", raising=False)


def test_either_a_file_or_a_template(terminal: Terminal) -> None:
    assert "FILE" in terminal.run("submit").err
    assert terminal.run("submit proposals.csv --template").code == 2
    assert terminal.run("submit --template toml").code == 2
