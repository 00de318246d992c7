"""What is closed at the command line: by an option of each opening, told in full, and withheld from everybody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

SECRETARIAT, MOF = "--as uki.chisato", "--as chokura.hikari"
MEETING, FIRST = "CIO-2025-M001", "CIO-2025-D001"
WHY, SECRET = "Before the bid", "Mend the gateway"


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in which the council sits, and has called an item."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    terminal.done(f"meeting call cio_council --at 2025-08-08T10:00 --place 'Room 1' {SECRETARIAT}")
    terminal.done(
        f"meeting add {MEETING} --title 'Contract for 12,000,000 yen' --section decide {SECRETARIAT}"
    )
    seats = [seat["seat"] for seat in terminal.done("body show cio_council --json").data()["seats"]]
    named = " ".join(f"--seat {seat}" for seat in seats)
    terminal.done(f"meeting open {MEETING} {named} {SECRETARIAT} --now 2025-08-08T10:00")
    terminal.done(f"meeting call-item {MEETING} 1 {SECRETARIAT}")
    return terminal


def decided(council: Terminal) -> None:
    """A condition that is closed is added, and the question is decided with its amount closed."""
    council.done(
        f"meeting amend {MEETING} 1 --kind condition --text 'One more condition' --condition '{SECRET}'"
        f" --closed 'National security' {MOF}"
    )
    council.done(f"ballot open --meeting {MEETING} --item 1 --amendment 1 {SECRETARIAT}")
    council.done(f"ballot no-objection CIO-2025-B001 {SECRETARIAT}")
    council.done(f"ballot open --meeting {MEETING} --item 1 --closed 'amount={WHY}' {SECRETARIAT}")
    council.done(f"ballot no-objection CIO-2025-B002 {SECRETARIAT}")


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_everybody_reads_that_it_is_not_public_and_why(council: Terminal) -> None:
    decided(council)
    public = [council.done(f"decision {name} {FIRST} --public").out for name in ("show", "text")]
    public += [council.done(f"document show CIO-DT-2025-0001 --lang {lang}").out for lang in ("ja", "en")]
    for text in public:
        assert "12,000,000" not in text
        assert SECRET not in text
        assert WHY in text
    japanese = council.done(f"decision show {FIRST} --public --lang ja").out
    assert f"非公開:金額（{WHY}）".replace(" ", "") in japanese.replace(" ", "").replace("\n", "")
    assert "非公開（National security）" in public[2]
    assert "not public (National security)" in public[3]


def test_the_full_version_tells_all_and_marks_what_is_not_public(council: Terminal) -> None:
    decided(council)
    full = one_line(council.done(f"decision show {FIRST}").out)
    assert f"{SECRET} (not public: National security)" in full
    assert f"Not public: amount ({WHY}) condition 1 (National security)" in full
    assert f"Not public: amount ({WHY})" in one_line(council.done("ballot show CIO-2025-B002").out)
    assert json.loads(council.done(f"decision text {FIRST}").out)["question"] == "Contract for 12,000,000 yen"


def test_what_cannot_be_closed_is_named_and_no_ballot_opens(council: Terminal) -> None:
    opening = f"ballot open --meeting {MEETING} --item 1 {SECRETARIAT}"
    twice = council.run(f"{opening} --closed amount=a --closed amount=b --closed amont=c --closed 'reason= '")
    told = one_line(twice.err)
    for said in (
        "'amount' is kept out of the public version more than once",
        "'amont' cannot be kept out of the public version (did you mean 'amount'?)",
        "'reason' is kept out of the public version without a reason",
    ):
        assert said in told
    consent = council.run(f"ballot consent {MEETING} --closed 7.amount=x {SECRETARIAT}")
    assert consent.code != 0
    amended = council.run(f"meeting amend {MEETING} 1 --kind condition --text t --closed x {MOF}")
    assert "text" in amended.err
    blank = council.run(
        f"meeting amend {MEETING} 1 --kind condition --text t --condition c --closed '' {MOF}"
    )
    assert "does not say why" in one_line(blank.err)
    assert council.done("ballot list --json").data() == []
