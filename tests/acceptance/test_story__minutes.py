"""The minutes of a meeting of the CIO council at the command line, from the notice to the public version."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

from govflow.cli.width import cells

SECRETARIAT, CHAIR = "--as uki.chisato", "--as torano.hikari"
MOF, MIC = "--as chokura.hikari", "--as chosato.wakaba"
MEETING = "CIO-2025-M001"


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the store of the example, in which a meeting was called and its members invited."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    terminal.done(f"meeting call cio_council --at 2025-08-08T10:00 --place 'Room 1' {SECRETARIAT}")
    terminal.done(f"meeting add {MEETING} --title 'Progress of the platform' --section report {SECRETARIAT}")
    return terminal


def held(council: Terminal) -> None:
    """The sitting: everybody comes, the report is noted, the meeting ends."""
    at = "--now 2025-08-08T10:00"
    seats = [seat["seat"] for seat in council.done("body show cio_council --json").data()["seats"]]
    named = " ".join(f"--seat {seat}" for seat in seats)
    council.done(f"meeting open {MEETING} {named} {SECRETARIAT} {at}")
    council.done(f"meeting note-item {MEETING} 1 --note 'Noted.' {SECRETARIAT}")
    council.done(f"meeting end {MEETING} {SECRETARIAT}")


def test_from_the_notice_to_the_published_minutes(council: Terminal) -> None:
    called = council.done(f"meeting convoke {MEETING} {SECRETARIAT}")
    assert called.told == (
        f"The notice CIO-CV-2025-0001 of the meeting {MEETING} is issued. Replies by\n2025-08-07.\n"
    )
    assert "Progress of the platform" in council.done("document show CIO-CV-2025-0001").out
    held(council)
    council.done(f"meeting issue {MEETING} attendance {SECRETARIAT}")
    council.done(f"minutes draft {MEETING} {SECRETARIAT}")
    council.done(f"minutes remark {MEETING} 1 --text 'The costs were discussed.' {SECRETARIAT}")
    council.done(f"minutes remark {MEETING} 1 --text 'A price was named.' --closed {SECRETARIAT}")
    outdated = council.run(f"minutes circulate {MEETING} --until 2025-08-15 {SECRETARIAT}")
    assert (outdated.code, "has changed since the draft" in " ".join(outdated.err.split())) == (3, True)
    council.done(f"minutes draft {MEETING} {SECRETARIAT}")
    council.done(f"minutes circulate {MEETING} --until 2025-08-15 {SECRETARIAT}")
    council.done(f"minutes correct {MEETING} --text 'It was about time.' {MIC}")
    council.done(f"minutes draft {MEETING} {SECRETARIAT}")
    early = council.run(f"minutes sign {MEETING} {MOF}")
    assert (early.code, "Sign it after that day" in " ".join(early.err.split())) == (3, True)
    council.done(f"minutes sign {MEETING} {MOF} --now 2025-08-18")
    council.done(f"minutes sign {MEETING} {CHAIR} --office cas.council_chair")
    published = council.done(f"minutes publish {MEETING} {SECRETARIAT} --json").data()
    assert published["documents"] == ["CIO-MP-2025-0001"]
    public = council.done("document show CIO-MP-2025-0001").out
    assert ("The costs were discussed." in public, "A price was named." in public) == (True, False)
    page = council.done(f"minutes show {MEETING}").out
    for told in ("CIO-MN-2025-0003", "CIO-MP-2025-0001", "(closed) A price", "taken up", "Chokura Hikari"):
        assert told in page
    for lang in ("en", "ja"):
        shown = council.done(f"minutes show {MEETING} --lang {lang}").out
        assert max(map(cells, shown.splitlines())) <= 80
    assert council.done("audit verify").out.startswith("The record holds")


def test_a_saved_document_of_a_meeting_is_recognised(council: Terminal) -> None:
    council.done(f"meeting convoke {MEETING} {SECRETARIAT}")
    council.done("document show 令和7年度CIO連絡会議招第1号 --output notice.html --html")
    found = council.done("document verify notice.html").out
    for told in ("CIO-CV-2025-0001", MEETING, "notice of meeting", "Uki Chisato"):
        assert told in found
    listed = council.done(f"document list --reference {MEETING}").out
    assert "CIO-CV-2025-0001" in listed


def test_who_may_not_is_told_so(council: Terminal) -> None:
    assert council.run(f"meeting convoke {MEETING} {MOF}").code == 4
    assert council.run(f"minutes draft {MEETING} {SECRETARIAT}").code == 3
    wrong = council.run(f"meeting issue {MEETING} agendas {SECRETARIAT}")
    assert (wrong.code, "did you mean 'agenda'" in " ".join(wrong.err.split())) == (2, True)
