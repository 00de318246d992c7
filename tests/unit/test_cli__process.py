"""The command as a process: what it imports, and what happens when nobody takes its output."""

from __future__ import annotations

import configparser
import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import govflow
from govflow.cli import main

CHECKOUT = Path(__file__).parents[2]
FRONT_DOOR = str(CHECKOUT / "cli.py")
HEAVY = {
    "rich",
    "sqlalchemy",
    "alembic",
    "psycopg",
    "yaml",
    "jinja2",
    "transitions",
    "markdown_it",
    "holidays",
}


def run(*words: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GOVFLOW_LANG": "en", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=environment,
    )


@pytest.mark.parametrize("words", [["--help"], ["version"], ["version", "--help"], ["nope"]])
def test_light_commands_import_no_heavy_package(words: list[str]) -> None:
    program = (
        f"import sys; from govflow.cli import main; main({words!r}); print(*sys.modules, file=sys.stderr)"
    )
    modules = run("-c", program).stderr.split()
    assert "click" in modules
    assert not {module.partition(".")[0] for module in modules} & HEAVY


def test_a_reader_that_leaves_early_is_no_failure_of_ours() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(FRONT_DOOR, "--help", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


class FullDisk(io.StringIO):
    """A stream to a disk that has no room left."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fileno(self) -> int:
        return self._descriptor


@pytest.mark.parametrize("words", [["--help"], ["version"], ["version", "--json"], ["version", "--jsn"]])
def test_a_full_disk_is_told_and_nothing_else_goes_wrong(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(tmp_path / "full", "wb") as file:
        monkeypatch.setattr(sys, "stdout", FullDisk(file.fileno()))
        code = main([*words, "--lang", "en"])
    said = capsys.readouterr().err
    misread = "Not understood: There is no option '--jsn' (did you mean '--json'?).\n"
    assert code == (2 if "--jsn" in words else 74)
    assert said.startswith(
        misread if "--jsn" in words else "Failed: The result could not be written (No space left"
    )


def test_the_front_door_of_a_checkout_is_the_command() -> None:
    done = run(FRONT_DOOR, "version")
    assert done.returncode == 0
    assert done.stdout.startswith(f"govflow {govflow.__version__} (Python 3.")


def test_the_exit_codes_can_be_looked_up() -> None:
    done = run(FRONT_DOOR, "help", "exit-codes", "--lang", "ja")
    assert done.returncode == 0
    assert done.stdout.endswith("\n       141  出力先が先に閉じられた\n")


def test_a_commands_page_can_be_asked_for_by_name() -> None:
    assert run(FRONT_DOOR, "help", "version").stdout == run(FRONT_DOOR, "version", "--help").stdout
    assert run(FRONT_DOOR, "help", "version", "more").returncode == 2


def test_the_release_is_the_one_that_is_packaged() -> None:
    settings = configparser.ConfigParser()
    settings.read(CHECKOUT / "setup.cfg", encoding="utf-8")
    assert settings["metadata"]["version"] == govflow.__version__
