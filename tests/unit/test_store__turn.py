"""Turns: writers of one file go in the order in which they asked, and nobody waits for the dead or for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from govflow.store import turn
from govflow.store.turn import Turns

HOLDER = """
import sys, time
from pathlib import Path
from govflow.store.turn import Turns
turns = Turns(Path(sys.argv[1]), seconds=5)
print(turns.take(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a journal beside it, as SQLite leaves it while somebody is connected."""
    (tmp_path / "store.db-wal").touch()
    return tmp_path / "store.db"


def _waiting(file: Path, name: str, came: list[str]) -> Thread:
    """Somebody who queues, says when the turn came, and lets the next one go."""

    def wait() -> None:
        turns = Turns(file, seconds=5)
        if turns.take():
            came.append(name)
            turns.give()

    thread = Thread(target=wait)
    thread.start()
    time.sleep(0.1)  # the order of asking is what this is about
    return thread


def test_writers_go_in_the_order_in_which_they_asked(file: Path) -> None:
    first = Turns(file, seconds=5)
    assert first.take()
    came: list[str] = []
    waiting = [_waiting(file, name, came) for name in ("second", "third", "fourth")]
    assert came == []
    first.give()
    for thread in waiting:
        thread.join()
    assert came == ["second", "third", "fourth"]


def test_who_waited_in_vain_is_told_and_leaves_nothing_behind(file: Path) -> None:
    first, late, next_one = (Turns(file, seconds=seconds) for seconds in (5, 0.1, 5))
    assert first.take()
    assert not late.take()
    first.give()
    assert next_one.take()


def test_a_turn_can_be_taken_again_after_it_was_given(file: Path) -> None:
    turns = Turns(file, seconds=0.1)
    for _ in range(3):
        assert turns.take()
        turns.give()


def test_whoever_is_killed_gives_up_the_turn(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(file)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        assert not Turns(file, seconds=0.1).take()
        os.kill(holder.pid, signal.SIGKILL)
        assert Turns(file, seconds=5).take()


def test_without_a_journal_everybody_may_try(tmp_path: Path) -> None:
    one, other = (Turns(tmp_path / "store.db", seconds=0.1) for _ in range(2))
    assert one.take()
    assert other.take()


def test_giving_what_was_not_taken_is_nothing(file: Path) -> None:
    Turns(file, seconds=0.1).give()
    assert Turns(file, seconds=0.1).take()


def test_a_turn_that_was_given_is_free_although_a_child_has_its_handle(file: Path) -> None:
    first = Turns(file, seconds=0.1)
    assert first.take()
    assert first._held is not None
    of_child = os.dup(first._held)
    first.give()
    assert Turns(file, seconds=0.1).take()
    os.close(of_child)


def test_an_interrupt_that_comes_with_the_turn_gives_it_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Turns(file, seconds=5)
    assert first.take()

    class Interrupted(Event):
        def wait(self, timeout: float | None = None) -> bool:
            first.give()
            assert super().wait(timeout)
            raise KeyboardInterrupt

    monkeypatch.setattr(turn, "Event", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        Turns(file, seconds=5).take()
    assert Turns(file, seconds=0.1).take()
