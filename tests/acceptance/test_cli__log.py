"""The log of operators: one line of JSON a command, which nothing can forge, and which never stops an act."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from command_line import PROPOSAL, Terminal

ANOTHER = PROPOSAL.replace("key: mof-ledger-2025", "key: mof-other-2025")
REFERENCE = "MOF-2025-0002"


@pytest.fixture
def log(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = terminal.folder / "log.jsonl"
    monkeypatch.setenv("GOVFLOW_LOG", str(path))
    return path


def lines(log: Path) -> list[dict[str, Any]]:
    text = log.read_bytes()
    assert text.endswith(b"\n")
    assert all(0x20 <= byte < 0x7F for byte in text.replace(b"\n", b""))
    return [json.loads(line) for line in text.splitlines()]


def test_an_act_is_one_line(terminal: Terminal, log: Path) -> None:
    terminal.done(f"submit {terminal.file('one.yaml', ANOTHER)} --as komori.minato")
    terminal.run(f"act {REFERENCE} accept --as komori.minato --key again-1")
    terminal.done("audit verify")
    submitted, refused, verified = lines(log)
    assert (submitted["command"], submitted["outcome"], submitted["references"]) == (
        "submit",
        "done",
        [REFERENCE],
    )
    assert (refused["command"], refused["outcome"], refused["exit_code"]) == ("act", "refused", 4)
    assert (refused["person"], refused["references"], refused["key"]) == (
        "komori.minato",
        [REFERENCE],
        "again-1",
    )
    assert refused["codes"][0] == "acts.not_authorised"
    assert submitted["store"] == refused["store"] == verified["store"] != ""
    assert isinstance(refused["ms"], int)
    assert refused["time"].endswith("Z")
    assert log.stat().st_mode & 0o777 == 0o600


def test_nothing_that_anybody_wrote_is_in_it(terminal: Terminal, log: Path) -> None:
    terminal.done(f"submit {terminal.file('one.yaml', ANOTHER)} --as komori.minato")
    terminal.run(f"act {REFERENCE} withdraw --note 秘密の理由 --as komori.minato --set amount=987654")
    terminal.run("list --text 国有財産")
    terminal.run("act 国有財産台帳 accept --as 水谷 --office 某 --key 鍵の文")
    terminal.run("decide 秘密")
    text = log.read_text()
    for written in ("国有財産", "秘密", "1234567890", "987654", "水谷", "鍵"):
        assert written not in text
        assert json.dumps(written)[1:-1] not in text
    assert lines(log)[3]["references"] == []


@pytest.mark.parametrize(
    "forged", ['X-1\n{"outcome":"done"}', "X-1\u202e", "X-1\x1b[2K", "X-1\x7f", "X-1\u2028"]
)
def test_a_line_cannot_be_forged(terminal: Terminal, log: Path, forged: str) -> None:
    terminal.run("act", forged, "accept", "--as", forged, "--key", forged)
    terminal.run(forged)
    act, misread = lines(log)
    assert act["references"] in ([], ["X-1"])  # a line separator at its end is cut off as space
    assert (act["person"], act["key"], misread["references"]) == (None, None, [])


def test_a_misread_command_is_logged_too(terminal: Terminal, log: Path) -> None:
    terminal.run("act --nope")
    (line,) = lines(log)
    assert (line["outcome"], line["exit_code"], line["codes"]) == ("failed", 2, ["cli.no_such_option"])


@pytest.mark.parametrize("target", ["/dev/full", ".", "missing/log.jsonl", "pipe"])
def test_a_log_that_cannot_be_written_warns_and_stops_nothing(terminal: Terminal, target: str) -> None:
    os.mkfifo(terminal.folder / "pipe")
    path = target if target.startswith("/") else str(terminal.folder / target)
    ran = terminal.done(f"submit {terminal.file('one.yaml', ANOTHER)} --as komori.minato --log", path)
    assert "The log" in ran.err
    assert REFERENCE in terminal.done("list").out


def test_it_may_go_to_standard_error_beside_the_json(terminal: Terminal) -> None:
    ran = terminal.done("list --json --log -")
    assert len(ran.data()["lines"]) == 1
    assert json.loads(ran.err)["command"] == "list"


def test_without_a_name_there_is_no_log(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOVFLOW_LOG", raising=False)
    before = set(terminal.folder.iterdir())
    terminal.done("list")
    assert {path.name for path in set(terminal.folder.iterdir()) - before} <= {
        "govflow.db-wal",
        "govflow.db-shm",
    }


def test_what_a_full_disk_cut_off_does_not_spoil_the_next_line(terminal: Terminal, log: Path) -> None:
    log.write_text('{"time":"2025-04')
    terminal.done("list")
    terminal.done("list")
    half, *whole = log.read_text().splitlines()
    assert half == '{"time":"2025-04'
    assert [json.loads(line)["command"] for line in whole] == ["list", "list"]
