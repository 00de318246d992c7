"""A store of a later program is refused by this one with an error of its own, by every command that opens it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest
from command_line import PROPOSAL, Terminal

from govflow.cli.frame import FramedCommand
from govflow.cli.tree import every_command

OPENS_NONE = {"body check", "help", "init", "org check", "rules explain", "rules list", "version", "workflow check",
              "ballot tally"}  # fmt: skip
"""Commands that need no store, or make one."""

FILES = {"store backup": "new.db"}
BESIDE = {"ballot open": ["--meeting", "X-2025-01", "--item", "1"], "store restore": ["--to", "govflow.db"]}
COMMANDS = [(path, command) for path, command in every_command() if path not in OPENS_NONE]


def given(parameter: click.Parameter, file: str) -> str:
    """Something that the command can read."""
    kind = parameter.type
    if isinstance(kind, click.Choice):
        return str(kind.choices[0])
    if isinstance(kind, click.types.IntParamType):
        return "1"
    if isinstance(kind, click.Path):
        return file
    meant = str(parameter.metavar)
    if "DATE" in meant or "TIMESTAMP" in meant:
        return "2025-04-07"
    return "a=b" if "=" in meant else "MOF-2025-0001"


def words_of(path: str, command: FramedCommand, file: str) -> list[str]:
    words = path.split()
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            words.append(given(parameter, file))
        elif parameter.required and parameter.opts[0] not in BESIDE.get(path, ()):
            words += [parameter.opts[0], given(parameter, file)]
    return [*words, *BESIDE.get(path, ())]


@pytest.fixture
def later(terminal: Terminal) -> Terminal:
    """A store that a later program has migrated."""
    with closing(sqlite3.connect(terminal.store, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    return terminal


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_every_command_refuses_it(
    later: Terminal, path: str, command: FramedCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(later.folder)
    before = later.store.read_bytes()
    file = later.file("proposal.yaml", PROPOSAL)
    if path in ("store compare", "store restore"):
        file = str(later.store)
    if path in FILES:
        file = str(later.folder / FILES[path])
    ran = later.run("", *words_of(path, command, file), "--json")
    assert (ran.code, ran.data()["error"]["code"]) == (7, "store.newer_schema"), path
    assert later.store.read_bytes() == before
    assert not Path(later.folder / "new.db").exists()


def test_the_reader_is_told_what_to_do(later: Terminal) -> None:
    assert "Update govflow." in later.run("list").err.replace("\n", " ")
    assert "更新" in later.run("list --lang ja").err
