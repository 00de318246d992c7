"""Every relative link of the documentation leads somewhere, to the very heading where it names one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from readme import CHECKOUT

PAGES = sorted(
    [*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md"), *(CHECKOUT / "examples").glob("*.md")]
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def relative_links(text: str) -> list[str]:
    return [link for link in LINK.findall(text) if not re.match(r"[a-z]+:", link)]


def anchors(text: str) -> set[str]:
    """The names under which a page's headings can be reached."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def dead_links(page: Path) -> list[str]:
    dead = []
    for link in relative_links(page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            dead.append(link)
    return dead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert dead_links(page) == []


def test_every_page_can_be_found_from_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    linked = {link.partition("#")[0] for link in relative_links(readme)}
    pages = {str(page.relative_to(CHECKOUT)) for page in (CHECKOUT / "docs").glob("*.md")}
    assert pages <= linked


def test_each_decision_has_the_next_number_in_its_name_and_its_heading() -> None:
    found = sorted((CHECKOUT / "docs" / "decisions").iterdir())
    assert [page.name[:4] for page in found] == [f"{number:04}" for number in range(1, len(found) + 1)]
    assert all(page.read_text(encoding="utf-8").startswith(f"# {page.name[:4]} — ") for page in found)


def test_a_dead_link_would_be_seen(tmp_path: Path) -> None:
    """Negative control."""
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n[a](#here) [b](#there) [c](gone.md) [d](https://example.org/x)", encoding="utf-8"
    )
    assert dead_links(page) == ["#there", "gone.md"]
