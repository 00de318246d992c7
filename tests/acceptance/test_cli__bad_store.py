"""What disks, locks, servers and interrupts do to a store: a plain error, nothing half done, and it can be repeated."""

from __future__ import annotations

import json
import os
import resource
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from command_line import REFERENCE, Ran, Terminal
from government import Government

import govflow
from govflow.cli import main
from govflow.services.acting import acts

NOBODY = 65534
ACCEPT = f"act {REFERENCE} accept --as heisato.haru"


def entries(terminal: Terminal) -> list[str]:
    return [entry["trigger"] for entry in terminal.done(f"history {REFERENCE} --json").data()]


def told(ran: Ran) -> str:
    assert "Traceback" not in ran.err
    assert "unexpected defect" not in ran.err
    return ran.err.replace("\n", " ")


def apart(terminal: Terminal, line: str, **how: Any) -> Ran:
    """The command in a process of its own, which may lack rights or room."""
    words = [*line.split(), "--store", str(terminal.store), "--lang", "en"]
    program = f"import sys; from govflow.cli import main; sys.exit(main({words!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, **how)
    return Ran(done.returncode, done.stdout, done.stderr)


def without_rights(terminal: Terminal, line: str) -> Ran:
    """The command in a copy of this process that is nobody's: to root everything may be written."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.write(write, json.dumps(terminal.run(line)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        ran = Ran(*json.loads(answer.read()))
    os.waitpid(child, 0)
    return ran


@pytest.fixture
def read_only(terminal: Terminal) -> Iterator[Terminal]:
    """A store in a folder where nobody may write; what its commands import has been imported."""
    terminal.done(f"{ACCEPT} --dry-run")
    terminal.done(f"store backup {terminal.folder}/first.db")
    with tempfile.TemporaryDirectory(prefix="govflow-readonly-") as name:
        copy = Terminal(Path(name))
        copy.store.write_bytes(terminal.store.read_bytes())
        copy.store.chmod(0o444)
        copy.folder.chmod(0o555)
        yield copy
        copy.folder.chmod(0o755)


@pytest.mark.parametrize(
    "line", [ACCEPT, "store backup {folder}/copy.db", "store restore {store} --to {folder}/again.db"]
)
def test_where_nothing_may_be_written_nothing_is(read_only: Terminal, line: str) -> None:
    before = read_only.store.read_bytes()
    ran = without_rights(read_only, line.format(folder=read_only.folder, store=read_only.store))
    assert ran.code == 7
    assert "permissions" in told(ran)
    assert [path.name for path in read_only.folder.iterdir()] == ["govflow.db"]
    assert read_only.store.read_bytes() == before


def limit_files(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("room", [0, 8_000, 20_000, 60_000])
def test_a_disk_that_is_full_leaves_nothing_half_done(terminal: Terminal, room: int) -> None:
    """The limit stands for the disk's: the write-ahead log may grow only so far."""
    before = entries(terminal)
    ran = apart(terminal, f"{ACCEPT} --key full", preexec_fn=lambda: limit_files(room))
    told(ran)
    assert ran.code in (0, 7, 8)
    assert room > 20_000 or ran.code != 0
    assert terminal.done("audit verify").out
    if ran.code != 0:
        assert entries(terminal) == before
    terminal.done(f"{ACCEPT} --key full")
    assert entries(terminal) == [*before, "accept"]


def test_a_backup_to_a_full_disk_leaves_no_file(terminal: Terminal) -> None:
    target = terminal.folder / "backups"
    target.mkdir()
    ran = apart(terminal, f"store backup {target}/kept.db", preexec_fn=lambda: limit_files(100_000))
    assert ran.code == 7
    assert told(ran)
    assert list(target.iterdir()) == []


def test_a_store_that_another_holds_too_long_is_busy(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govflow.store.sqlite.WAITING", 0.05)
    before = entries(terminal)
    with closing(sqlite3.connect(terminal.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = terminal.run(ACCEPT)
        assert ran.code == 7
        assert "in use by another process" in told(ran)
        assert entries(terminal) == before  # one may look meanwhile
        terminal.done(f"store backup {terminal.folder}/meanwhile.db")
    terminal.done(ACCEPT)


DAMAGES = {
    "empty": lambda whole: b"",
    "garbage": lambda whole: bytes(range(256)) * 64,
    "wrong magic": lambda whole: b"SQLite format 2\0" + whole[16:],
    "truncated": lambda whole: whole[: len(whole) // 3],
    "first page zeroed": lambda whole: whole[:100] + bytes(3996) + whole[4096:],
    "middle zeroed": lambda whole: whole[:40960] + bytes(len(whole) - 40960),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_told_and_stays_as_it_is(terminal: Terminal, damage: str) -> None:
    damaged = DAMAGES[damage](terminal.store.read_bytes())
    terminal.store.write_bytes(damaged)
    for line in (
        "list",
        ACCEPT,
        "audit verify",
        "store info",
        "store migrate",
        "store backup kept.db",
        f"store restore {terminal.store} --to {terminal.folder}/restored.db",
    ):
        ran = terminal.run(line)
        assert told(ran) or ran.code == 0
        assert ran.code in (0, 7, 10), line
        assert line not in ("audit verify", "store info") or ran.code != 0
    assert not (terminal.folder / "restored.db").exists()
    assert not Path("kept.db").exists()


# PostgreSQL


@contextmanager
def a_server_that_answers(error: bytes) -> Iterator[int]:
    """A server that refuses whoever comes, as PostgreSQL says so."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)

        def refuse() -> None:
            connection, _ = server.accept()
            with connection:
                if connection.recv(8) == struct.pack("!II", 8, 80877103):  # may it be encrypted?
                    connection.sendall(b"N")
                connection.recv(1000)
                connection.sendall(b"E" + struct.pack("!I", len(error) + 4) + error)

        thread = threading.Thread(target=refuse)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            thread.join()


WRONG_PASSWORD = b'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "clerk"\0\0'


def refused_by(url: str, capsys: pytest.CaptureFixture[str], folder: Path) -> str:
    """What every way to name the store says of it; the password is nowhere."""
    log = folder / "log.jsonl"
    text = ""
    for words in (["list"], ["list", "--json"], ["store", "info", "--lang", "ja"], ["store", "migrate"],
                  ["store", "backup", str(folder / "kept.db")]):  # fmt: skip
        assert main([*words, "--store", url, "--log", str(log)]) == 7
        said = capsys.readouterr()
        text += (said.out + said.err).replace("\n", "")
    assert "kagi" not in text + log.read_text()
    assert "Traceback" not in text
    assert not (folder / "kept.db").exists()
    return text


def test_a_server_that_cannot_be_reached_is_told_without_the_password(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    text = refused_by(f"postgresql://clerk:kagi@127.0.0.1:{port}/govflow", capsys, tmp_path)
    assert "store.cannot_connect" in text
    assert "接続できません" in text


def test_a_wrong_password_is_told_without_it(capsys: pytest.CaptureFixture[str]) -> None:
    with a_server_that_answers(WRONG_PASSWORD) as port:
        url = f"postgresql://clerk:kagi@127.0.0.1:{port}/govflow?sslmode=disable"
        assert main(["list", "--store", url]) == 7
    said = capsys.readouterr()
    assert "password authentication failed" in said.err.replace("\n", " ")
    assert "kagi" not in said.err + said.out


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_server_that_goes_in_the_middle_of_an_act_undoes_it(
    either: Government, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = either.draft()
    line = ["act", reference, "submit", "--as", "mof_clerk", "--key", "k", "--store", either.url]
    plain = acts.keep

    def cut_off(session: govflow.Session, *rest: Any, **named: Any) -> Any:
        victim: Any = session.store._database.cursor
        other: Any = either.session.store._database.cursor
        other.execute(f"SELECT pg_terminate_backend({victim.connection.info.backend_pid}, 5000)")
        return plain(session, *rest, **named)

    with monkeypatch.context() as patched:
        patched.setattr(acts, "keep", cut_off)
        assert main([*line, "--lang", "en"]) == 7
    said = capsys.readouterr()
    assert "was lost" in said.err
    assert "Traceback" not in said.err
    assert len(govflow.history(either.onlooker, reference)) == 1
    assert main(line) == 0
    assert either.problems() == []
