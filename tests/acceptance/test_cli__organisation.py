"""Acts on the organisation on the command line, after the day of the council."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import Terminal

ADMINISTRATOR = "--as torizawa.nao"


@pytest.fixture
def used(council_day: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    shutil.copytree(council_day.folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal(tmp_path)


def test_a_transfer_prints_what_it_hands_over(used: Terminal) -> None:
    told = used.done(f"org transfer chokura.hikari --to heikawa.amane {ADMINISTRATOR}").out
    assert "  > chokura.hikari → mof.cio (2025-04-01 to 2025-04-17)\n" in told
    assert "  + heikawa.amane → mof.cio (2025-04-18 to –)\n" in told
    assert [line.split()[1] for line in told.splitlines() if line.startswith("mof.cio ")] == [
        "PN-2025-B002",
        "PN-2025-B004",
        "PN-2025-B005",
        "PN-2025-B008",
        "PN-2025-M006",
        "PN-2025-M002",
    ]
    used.done("ballot cast PN-2025-B005 yes --as heikawa.amane --office mof.cio")
    now = used.done("org handover 4 --current --json").data()
    assert "PN-2025-B005" not in [item["reference"] for item in now["work"]]
    recorded = used.done("org handover 4 --lang ja").out
    assert "PN-2025-B005" in recorded
    assert "出欠の回答" in recorded
    assert used.done("audit verify").code == 0


def test_what_is_backdated_is_marked_and_told_from_what_was_known(used: Terminal) -> None:
    away = f"org absent chokura.hikari --from 2025-04-14 --until 2025-04-16 {ADMINISTRATOR}"
    assert "why it is backdated" in used.run(away).err.replace("\n", " ")
    told = used.done(f"{away} --note 届出が遅れた --lang ja").out
    assert "2025-04-14にさかのぼる行為です（理由：届出が遅れた）" in told.replace("\n", "")
    why = used.done("org why mof.cio --on 2025-04-15").out
    then, now = why.split("As it is known now")
    assert "As it was known then, by version 1" in then
    assert "Chokura Hikari (chokura.hikari) as CIO, MOF\n    by:" in then
    assert "why not: recorded absent (2025-04-14 to 2025-04-16)" in now
    assert "backdated" in now


def test_an_act_that_says_the_same_key_again_is_told_as_repeated(used: Terminal) -> None:
    line = f"org absent chokura.hikari --from 2025-06-01 --key k {ADMINISTRATOR}"
    first, again = used.done(line).out, used.done(line).out
    assert again.startswith(first.removesuffix("\n"))
    assert "This key was used before" in again
