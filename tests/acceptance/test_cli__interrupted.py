"""Ctrl-C in the middle of a file: nothing is half done, and the command can be repeated."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import Terminal

from govflow.services.programmes import inventory
from govflow.services.proposals.intake import Intake


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Whatever runs in the background of a script ignores Ctrl-C; these tests are about somebody at a terminal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupted_at(call: int, patched: pytest.MonkeyPatch, where: Any, name: str) -> None:
    """A real interrupt, as Ctrl-C sends it, when something is done for the so-manieth time."""
    plain, calls = getattr(where, name), []

    def counted(*args: Any, **named: Any) -> Any:
        calls.append(name)
        if len(calls) == call:
            os.kill(os.getpid(), signal.SIGINT)
        return plain(*args, **named)

    patched.setattr(where, name, counted)


def test_an_interrupted_submission_submits_nothing_and_can_be_repeated(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"k{n},案件{n},mof,2025,renewal,100,目的\n" for n in range(40))
    file = terminal.file("many.csv", f"key,title,ministry,fiscal_year,kind,amount,purpose\n{rows}")
    line = f"submit {file} --as komori.minato"
    with monkeypatch.context() as patched:
        interrupted_at(30, patched, Intake, "_take")
        ran = terminal.run(line)
    assert ran.code == 130
    assert "Interrupted" in ran.out + ran.err
    assert len(terminal.done("list --json").data()["lines"]) == 1
    terminal.done("audit verify")
    terminal.done(line)
    assert len(terminal.done("list --json").data()["lines"]) == 41


def test_an_interrupted_import_imports_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = Path(__file__).parents[2] / "examples"
    line = f"programme import {examples}/it_programmes_fy2025.csv --as torizawa.nao"
    line += f" --mapping {examples}/it_programmes_fy2025.mapping.yaml"
    with monkeypatch.context() as patched:
        interrupted_at(1, patched, inventory, "append")
        ran = terminal.run(line)
    assert ran.code == 130
    assert terminal.done("programme list --json").data() == []
    terminal.done(line)
    terminal.done("audit verify")
