"""Terminals on demonstration stores: one with a proposal just submitted, one with the proposal endorsed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import ORGANISATION, PROPOSAL, REFERENCE, Terminal


@pytest.fixture(scope="session")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A demonstration store in which the clerk of the Ministry of Finance has submitted one proposal."""
    terminal = Terminal(tmp_path_factory.mktemp("submitted"))
    terminal.done(f"init --org {ORGANISATION} --workflow it_investment --demonstration --now 2025-04-07")
    proposal = terminal.file("proposal.yaml", PROPOSAL)
    terminal.done(f"submit {proposal} --as komori.minato --now 2025-04-08")
    return terminal


@pytest.fixture
def terminal(submitted: Terminal, tmp_path: Path) -> Terminal:
    """A copy of it, to act in."""
    copy = Terminal(tmp_path)
    shutil.copy2(submitted.store, copy.store)
    return copy


@pytest.fixture(scope="session")
def endorsed(submitted: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """The same proposal, endorsed by the Ministry CIO after everybody has agreed."""
    terminal = Terminal(tmp_path_factory.mktemp("endorsed"))
    shutil.copy2(submitted.store, terminal.store)
    rows = [
        "accept,,heisato.haru",
        "ciso_concurrence.concur,,jinyama.akira",
        "accounts_concurrence.concur,,kanohara.ritsu",
        "deputy_cio_concurrence.concur,,tsuchimiya.futaba",
        "endorse,府省として推進する。,chokura.hikari",
    ]
    lines = ["reference,trigger,note,person", *(f"{REFERENCE},{row}" for row in rows)]
    acts = terminal.file("acts.csv", "\n".join(lines) + "\n")
    terminal.done(f"act --file {acts} --as torizawa.nao --now 2025-04-15 --batch 10")
    return terminal
