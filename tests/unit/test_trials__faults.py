"""The trial of faults: every command that writes is tried, and a disk after a power cut is one that there may be."""

from __future__ import annotations

import random

import pytest
import stories
from failing_files import NOT_RENDERED, NOTHING_DONE, UNKNOWN, _wrong
from fault_parts import Score
from kills import Fault, Ran, Tried, result_of
from power_cuts import Disk, cuts
from tracing import Call, _call

WAL, FOLDER = "/f/s.db-wal", "/f"
WRITTEN = Call("pwrite64", WAL, b"x" * 1024)
SYNCED = Call("fdatasync", WAL)
MADE = Call("openat", WAL, made=True)


def disks(*calls: Call, times: int = 60) -> list[dict[str, bytes]]:
    disk, chance = Disk({"/f/s.db": b""}), random.Random(1)
    for call in calls:
        disk.does(call)
    return [disk.after_a_cut(chance) for _ in range(times)]


def test_every_command_that_writes_has_a_story() -> None:
    told = {stories.path_of(line) for story in stories.stories() for line in story.lines}
    assert stories.writing().keys() - told == set()


@pytest.mark.parametrize("path", ["list", "show", "audit verify", "document verify", "inbox"])
def test_what_only_looks_is_not_tried(path: str) -> None:
    assert path not in stories.writing()


def test_what_was_synced_is_there_after_every_cut() -> None:
    found = disks(MADE, WRITTEN, SYNCED, Call("fdatasync", FOLDER), WRITTEN._replace(offset=1024))
    assert {files[WAL][:1024] for files in found} == {WRITTEN.data}


def test_what_was_not_synced_is_there_or_not_or_in_part() -> None:
    found = disks(MADE, Call("fdatasync", FOLDER), WRITTEN)
    kept = {files[WAL] for files in found}
    assert kept == {b"", WRITTEN.data, b"x" * 512, bytes(512) + b"x" * 512}


def test_a_name_that_no_folder_was_synced_for_may_be_missing() -> None:
    assert {WAL in files for files in disks(MADE, WRITTEN, SYNCED)} == {True, False}
    assert {WAL in files for files in disks(MADE, Call("fdatasync", FOLDER))} == {True}


def test_a_cut_knows_how_many_acts_had_been_acknowledged_by_then() -> None:
    calls = [WRITTEN, Call("write", "/f/acknowledged", b"."), WRITTEN]
    assert [cut.acknowledged for cut in cuts(calls, {}, each=1, seed=1)] == [0, 0, 1, 1]


def test_a_call_is_read_as_strace_writes_it() -> None:
    name = "".join(f"\\x{byte:02x}" for byte in WAL.encode())
    assert _call(f'7 pwrite64(5<{name}>, "\\x61\\x62", 2, 32) = 2') == Call("pwrite64", WAL, b"ab", 32)
    assert _call(f"7 ftruncate(5<{name}>, 4096) = 0") == Call("ftruncate", WAL, offset=4096)
    assert _call(f"7 fdatasync(5<{name}>) = 0") == Call("fdatasync", WAL)
    assert _call(f'7 unlink("{name}") = 0') == Call("unlink", WAL)
    assert _call(f"7 fdatasync(5<{name}>) = -1 EIO (Input/output error) (INJECTED)") is None
    assert _call("7 +++ exited with 0 +++") is None


CLEAN = Ran(0, "", commits=((4, "one"), (9, "two")), said=("a",) * 10)
ONE = Tried("govflow x", "x", [], "none", CLEAN, "two")


@pytest.mark.parametrize(
    ("fault", "held"),
    [
        (Fault(4, after=False), "none"),
        (Fault(4, after=True), "one"),
        (Fault(9, after=False), "one"),
        (Fault(9, after=True), "two"),
    ],
)
def test_what_was_committed_before_a_kill_is_there(fault: Fault, held: str) -> None:
    assert ONE.after(fault) == held


def test_what_takes_the_place_of_a_store_after_the_last_commit_is_what_it_holds_in_the_end() -> None:
    restored = ONE._replace(clean=CLEAN._replace(commits=((9, "none"),)), last="restored")
    assert restored.after(Fault(9, after=True)) == "none"
    assert set(restored.states) == {"none", "restored"}


@pytest.mark.parametrize(("code", "tried"), [(0, {"x"}), (3, set()), (4, set())])
def test_a_command_that_is_only_refused_is_not_one_of_those_tried(code: int, tried: set[str]) -> None:
    score = Score()
    score.takes(ONE._replace(clean=CLEAN._replace(code=code)))
    assert score.commands == tried


def test_an_answer_is_the_first_one_whatever_was_repeated() -> None:
    first = '{"counts": {"done": 2, "repeated": 0}, "results": [{"outcome": "done", "seq": 3, "repeated": false}]}'
    again = '{"counts": {"done": 1, "repeated": 1}, "results": [{"outcome": "repeated", "seq": 3, "repeated": true}]}'
    assert result_of(Ran(0, first)) == result_of(Ran(0, again))
    assert result_of(Ran(0, first)) != result_of(Ran(0, again.replace("3", "4")))


RENDERING = Tried(
    "govflow act", "act", [], "before", Ran(0, "done", commits=((3, "acted"), (7, "rendered"))), "rendered"
)


@pytest.mark.parametrize(
    ("code", "left", "wrong"),
    [
        (NOT_RENDERED, "acted", []),
        (NOT_RENDERED, "before", ["it says that the act is done, and it is not"]),
        (UNKNOWN, "acted", []),
        (UNKNOWN, "before", []),
        (NOTHING_DONE, "before", []),
        (0, "acted", ["acknowledged, and lost"]),
        (5, "before", ["it ends with 5"]),
        (UNKNOWN, "torn", ["half done"]),
    ],
)
def test_a_command_whose_files_fail_says_what_was_kept(code: int, left: str, wrong: list[str]) -> None:
    assert [*_wrong(RENDERING, Ran(code, ""), left)] == wrong
