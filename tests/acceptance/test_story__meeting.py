"""A meeting of the demonstration's committee at the command line, as its secretariat holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

from govflow.cli.width import cells

SECRETARIAT = "--as uki.chisato"
CHAIR, FIRST, SECOND, THIRD = (
    "--as torano.hikari",
    "--as inuda.ritsu",
    "--as nehara.tamaki",
    "--as ushijima.aoi",
)
MEETING = "SC-2025-M001"
DAY = "2025-08-07"


@pytest.fixture
def committee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the store of the example, and a meeting called."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    called = terminal.done(
        f"meeting call specialized_committee --at {DAY}T10:00 --place 'Room 1' {SECRETARIAT}"
    )
    assert (
        called.out
        == f"The meeting {MEETING} is called for {DAY} 10:00, Room 1.\nNext: govflow meeting gather {MEETING}\n"
    )
    return terminal


def agenda(terminal: Terminal) -> None:
    """Two small matters to be decided together, a third by itself, and a report."""
    for line in (
        "--title 'Renewal of the mail service' --section decide --part consent",
        "--title 'Renewal of the archive' --section decide --part consent",
        "--title 'The shared platform' --section decide",
        "--title 'Progress of the plans' --section report",
    ):
        terminal.done(f"meeting add {MEETING} {line} {SECRETARIAT}")


def test_a_part_of_an_amendment_is_refused_at_its_option(committee: Terminal) -> None:
    agenda(committee)
    wrong = "--condition 'A report' --due 2020-01-01"
    line = f"meeting amend {MEETING} 3 --kind condition --text t {wrong} --seat cas.committee_1"
    ran = committee.run(f"{line} --recorded-for {SECRETARIAT}")
    assert "--due" in ran.err
    assert "condition.conditions" not in ran.err


def test_a_body_is_told_by_titles_with_the_codes(committee: Terminal) -> None:
    page = committee.done("body show specialized_committee").out
    secretariat = next(line for line in page.splitlines() if line.startswith("Secretariat"))
    assert secretariat.endswith(")")


def test_a_meeting_is_prepared_held_and_ended_and_the_record_holds(committee: Terminal) -> None:
    agenda(committee)
    committee.done(f"meeting move {MEETING} 2 --to 1 {SECRETARIAT}")
    committee.done(f"meeting reply {MEETING} {CHAIR}")
    committee.done(f"meeting reply {MEETING} {FIRST}")
    committee.done(
        f"meeting reply {MEETING} --attends no --seat cas.committee_2 --recorded-for {SECRETARIAT}"
    )
    expected = committee.done(f"meeting forecast {MEETING}").out
    assert "2 of 4 seats, 2 needed: held" in expected
    early = committee.run(f"meeting open {MEETING} --as-replied {SECRETARIAT}")
    assert (early.code, "was called for" in " ".join(early.err.split())) == (3, True)
    opened = committee.done(f"meeting open {MEETING} --as-replied --now {DAY}T10:00 {SECRETARIAT}")
    assert "2 of 4 voting seats there, 2 needed; Government CIO presides." in " ".join(opened.out.split())
    committee.done(f"meeting take-out {MEETING} 1 {FIRST}")
    committee.done(f"meeting call-item {MEETING} 2 {CHAIR}")
    committee.done(f"meeting carry-over {MEETING} 2 --reason 'The estimate is missing' {SECRETARIAT}")
    left = committee.done(f"meeting leave {MEETING} cas.committee_1 --now {DAY}T10:20 {SECRETARIAT}").out
    assert "1 of 4 voting seats there, 2 needed; suspended" in left
    refused = committee.run(f"meeting call-item {MEETING} 3 {SECRETARIAT}")
    assert (refused.code, "is suspended" in refused.err) == (3, True)
    committee.done(f"meeting arrive {MEETING} cas.committee_3 --now {DAY}T10:30 {SECRETARIAT}")
    committee.done(f"meeting resume {MEETING} {SECRETARIAT}")
    committee.done(f"meeting note-item {MEETING} 4 --note Heard {SECRETARIAT}")
    ended = committee.done(f"meeting end {MEETING} --now {DAY}T11:00 {SECRETARIAT}")
    assert ended.told.endswith("carried over to the next one: 3.\n")
    page = " ".join(committee.done(f"meeting show {MEETING}").out.split())
    assert "carried over The estimate is missing" in page
    assert "Inuda Ritsu (10:00-10:20)" in page
    assert "Suspended 10:20-10:30: too few were left for a quorum" in page
    assert committee.done("audit verify").out.startswith("The record holds")


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_page_fits_the_terminal(
    committee: Terminal, monkeypatch: pytest.MonkeyPatch, columns: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    agenda(committee)
    committee.file("platform.pdf", "the platform")
    committee.done(f"meeting paper {MEETING} platform.pdf --title 'The platform' --item 3 {SECRETARIAT}")
    committee.done(f"meeting reply {MEETING} --attends no --note 'On a journey abroad until then' {SECOND}")
    committee.done(
        f"meeting open {MEETING} --seat cas.gcio --seat cas.committee_3 --now {DAY}T10:00 {SECRETARIAT}"
    )
    for line in ("show", "forecast", "papers"):
        page = committee.done(f"meeting {line} {MEETING} --lang {lang}").out
        assert max(map(cells, page.splitlines())) <= int(columns)
    page = committee.done(f"meeting list --body specialized_committee --lang {lang}").out
    assert MEETING in page
    assert max(map(cells, page.splitlines())) <= int(columns)


def test_papers_are_compared_with_a_folder(committee: Terminal, tmp_path: Path) -> None:
    agenda(committee)
    folder = tmp_path / "pack"
    folder.mkdir()
    committee.file("pack/platform.pdf", "the platform")
    committee.done(f"meeting paper {MEETING} pack/platform.pdf --title Platform --item 3 {SECRETARIAT}")
    assert committee.done(f"meeting check-papers {MEETING} pack").out == (
        "Papers found unchanged in the folder pack: 1\n"
    )
    committee.file("pack/platform.pdf", "another platform")
    checked = committee.run(f"meeting check-papers {MEETING} pack")
    assert (checked.code, "other content: 1" in " ".join(checked.out.split())) == (10, True)
    committee.done(f"meeting paper {MEETING} pack/platform.pdf --replaces 1 {SECRETARIAT}")
    assert committee.done(f"meeting check-papers {MEETING} pack --json").data()["complete"] is True


def test_a_meeting_held_on_paper_is_marked_as_recorded_from_it(committee: Terminal) -> None:
    called = committee.done(
        "meeting call specialized_committee --at 2025-07-30T10:00 --place 'Room 2'"
        f" --held-on-paper 'Minutes of 30 July' {SECRETARIAT}"
    )
    reference = "SC-2025-M002"
    assert reference in called.out
    gathered = committee.done(f"meeting gather {reference} {SECRETARIAT}").out
    assert "convoke" not in gathered
    assert f"govflow meeting open {reference} --everybody" in gathered
    refused = committee.run(f"meeting convoke {reference} {SECRETARIAT}")
    assert refused.code == 3
    assert "A meeting held on paper is not convoked." in refused.err
    committee.done(
        f"meeting open {reference} --seat cas.gcio --seat cas.committee_1 --at 10:05 {SECRETARIAT}"
    )
    committee.done(f"meeting end {reference} --at 11:30 {SECRETARIAT}")
    page = committee.done(f"meeting show {reference}").out
    assert "Recorded afterwards from paper: Minutes of 30 July" in page
    assert "2025-07-30 10:05" in page
    assert "ended, recorded from paper" in " ".join(committee.done("meeting list").out.split())


def test_what_cannot_be_is_refused_and_nothing_recorded(committee: Terminal) -> None:
    before = committee.done(f"meeting show {MEETING} --json").data()
    for line, code in (
        (f"meeting open {MEETING} --seat cas.gcio {SECRETARIAT}", 3),
        (f"meeting add {MEETING} {SECRETARIAT}", 3),
        (f"meeting add {MEETING} SC-2025-0001 {SECRETARIAT}", 5),
        (f"meeting add {MEETING} --title x {FIRST}", 4),
        (f"meeting paper {MEETING} missing.pdf --title x {SECRETARIAT}", 2),
        (f"meeting paper {MEETING} {committee.file('a.pdf', 'a')} --title x --item 9 {SECRETARIAT}", 3),
        (f"meeting reply {MEETING} --seat cas.committee_9 {FIRST}", 5),
        (f"meeting reply {MEETING} --alternate cas.amb {FIRST}", 3),
        (f"meeting proxy {MEETING} --to cas.gcio {FIRST}", 3),
        (f"meeting take-out {MEETING} 1 {FIRST}", 3),
        (f"meeting cancel {MEETING} {SECRETARIAT}", 3),
        (f"meeting end {MEETING} {SECRETARIAT}", 3),
        (f"meeting call-item {MEETING} 0 {SECRETARIAT}", 2),
        ("meeting show SC-2025-M009", 5),
        ("meeting list --body nobody", 5),
    ):
        assert committee.run(line).code == code, line
    assert committee.done(f"meeting show {MEETING} --json").data() == before
