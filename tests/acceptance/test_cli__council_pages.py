"""What the council's commands print for people keeps to the terminal and leaves every reference in one piece."""

from __future__ import annotations

import pytest
from command_line import Terminal

from govflow.cli.width import cells

PAGES = {
    "meeting list": ("PN-2025-M001", "PN-2025-M006"),
    "meeting show PN-2025-M004": ("PN-2025-B006", "Network"),
    "meeting forecast PN-2025-M006": ("cas.council_chair", "mof.cio"),
    "meeting papers PN-2025-M006": ("plan.md",),
    "minutes show PN-2025-M003": ("PN-MN-2025-0003", "2025-04-18 09:00"),
    "ballot list": ("PN-2025-B003", "SC-2025-B001", "Rename", "2025-05-07 17:00"),
    "ballot show PN-2025-B003": ("PN-2025-B003", "meti.cio"),
    "decision list": ("PN-2025-D001", "PN-2025-D002", "2025-04-18"),
    "decision show PN-2025-D001": ("PN-2025-B001", "PN-2025-M001"),
    "decision commitments": ("PN-2025-B001", "mof.cio"),
}
"""The views, and some of what each of them has to show whole."""


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("line", PAGES)
def test_a_page_fits_and_shows_what_it_is_about(
    council_day: Terminal, monkeypatch: pytest.MonkeyPatch, line: str, lang: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    page = council_day.done(f"{line} --lang {lang}").out
    assert max(map(cells, page.splitlines())) <= columns
    assert [whole for whole in PAGES[line] if whole not in page] == []
