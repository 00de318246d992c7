"""The documentation shows what really happens: every block is run and every generated passage made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import FILE, PAGES, PASSAGE, current, defects_in, files_of
from readme import BLOCK

UPDATE = "run: python tests/acceptance/pages.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_the_program_does_today(page: Path) -> None:
    document = page.read_text(encoding="utf-8")
    assert current(document) == document, UPDATE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_something_to_run_or_to_make(page: Path) -> None:
    document = page.read_text(encoding="utf-8")
    assert BLOCK.search(document)
    assert document.count("<!-- made: ") == len(PASSAGE.findall(document))


def test_no_command_of_a_page_meets_a_defect() -> None:
    assert [page.name for page in PAGES if defects_in(page.read_text(encoding="utf-8"))] == []
    assert defects_in("```console\n$ x\nbash: line 1: x: command not found\n```\n")


def test_the_comparison_would_see_a_change() -> None:
    """Negative control: a changed output, a changed file and a changed passage."""
    page = (
        "```yaml\n# said.yaml\nword: yes\n```\n"
        "```console\n$ cat said.yaml\nword: no\n```\n"
        "<!-- made: lint -->\n- something else\n<!-- end -->\n"
    )
    now = current(page)
    assert "$ cat said.yaml\n# said.yaml\nword: yes\n" in now
    assert "something else" not in now
    assert current(now) == now


def test_files_keep_the_line_that_names_them() -> None:
    """So that what a reader copies has the line numbers that messages speak of."""
    page = "```python\n# a.py\nprint(1)\n```\n"
    assert FILE.search(page)
    assert files_of(page) == {"a.py": "# a.py\nprint(1)\n"}
