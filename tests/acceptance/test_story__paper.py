"""The secretary writes up a meeting from its paper minutes: what was asked, what each seat said, and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

SECRETARIAT, CHAIR = "--as uki.chisato", "--as torano.hikari"
MEETING, BALLOT = "SC-2025-M001", "SC-2025-B001"


@pytest.fixture
def secretary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the store of the example, and a meeting of two days ago recorded up to its one item."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    for line in (
        "meeting call specialized_committee --at 2025-07-30T10:00 --place 'Hall' --held-on-paper 'Minutes of 30 July'",
        f"meeting add {MEETING} --title 'The shared platform' --section decide",
        f"meeting open {MEETING} --everybody --at 10:05",
        f"meeting call-item {MEETING} 1 --at 10:10",
    ):
        terminal.done(f"{line} {SECRETARIAT}")
    return terminal


def test_a_counted_ballot_is_written_up_in_three_commands(secretary: Terminal) -> None:
    secretary.done(f"ballot open --meeting {MEETING} --item 1 --counted --at 10:30 {SECRETARIAT}")
    recorded = secretary.done(
        f"ballot record {BALLOT} cas.committee_2=no:'The costs are not known.' cas.committee_3=反対：費用が不明"
        f" --others yes --at 10:40 {SECRETARIAT}"
    )
    assert " ".join(recorded.out.split()).startswith(
        f"Recorded in the ballot {BALLOT} (seats: 4): cas.committee_2 no, cas.committee_3 no,"
        " cas.gcio yes, cas.committee_1 yes"
    )
    closed = secretary.done(f"ballot close {BALLOT} --at 10:45 {SECRETARIAT} --json").data()
    assert closed["state"] == "waiting_for_casting_vote"
    page = secretary.done(f"ballot show {BALLOT}").out
    assert "Opened:     2025-07-30 10:30" in page
    assert "Closed:     2025-07-30 10:45" in page
    seats = secretary.done(f"ballot show {BALLOT} --json").data()["seats"]
    assert [seat["text"] for seat in seats if seat["position"] == "no"] == [
        "The costs are not known.",
        "費用が不明",
    ]
    alone = f"ballot casting-vote {BALLOT} yes --reason 'It is urgent.' --recorded-for --at 10:50"
    decided = secretary.done(f"{alone} {SECRETARIAT}")
    assert "Outcome: passed" in decided.out
    secretary.done(f"meeting end {MEETING} --at 11:30 {SECRETARIAT}")
    secretary.done(f"minutes draft {MEETING} {SECRETARIAT}")
    record = secretary.done("document show SC-BR-2025-0001 --lang en").out
    assert "30 July 2025, 10:30 JST" in record
    assert "recorded by Uki Chisato" in secretary.done("document show SC-MN-2025-0001 --lang en").out
    secretary.done("audit verify")


def test_what_the_record_does_not_allow_is_told_with_the_seat_it_concerns(secretary: Terminal) -> None:
    secretary.done(f"ballot open --meeting {MEETING} --item 1 --counted --at 10:30 {SECRETARIAT}")
    for said, code in (
        ("cas.committee_9=yes cas.committee_2=block --others yes --at 10:40", 3),
        ("cas.committee_2=yes --at 10:20", 3),
        ("cas.committee_2=maybe", 2),
        ("cas.committee_2=yes cas.committee_2=no cas.committee_9=yes", 3),
        ("cas.committee_2", 2),
        ("", 3),
    ):
        assert secretary.run(f"ballot record {BALLOT} {said} {SECRETARIAT}").code == code, said
    refused = secretary.run(
        f"ballot record {BALLOT} cas.committee_9=yes cas.committee_2=留保 {SECRETARIAT} --lang ja"
    )
    assert "席「cas.committee_9」：" in refused.err
    assert "席「cas.committee_2」：" in refused.err
    assert {seat["position"] for seat in secretary.done(f"ballot show {BALLOT} --json").data()["seats"]} == {
        None
    }
    elsewhere = secretary.run(
        f"ballot open --body specialized_committee --question x --at 10:00 {SECRETARIAT}"
    )
    assert elsewhere.code == 2
