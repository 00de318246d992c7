"""What the pages of the documentation show of the program, made anew.

Files of a page (a YAML or Python fence whose first line is `# name`) are written into a folder beside the
examples, its console blocks are run there in order, and passages between `<!-- made: name -->` and `<!-- end -->`
are made by `MAKERS`. `python tests/acceptance/pages.py` writes it all into the pages.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from passages import (
    charter_lint_passage,
    commands_passage,
    guards_passage,
    lint_passage,
    public_names_passage,
)
from readme import BLOCK, CHECKOUT, commands, printed

DOCS = CHECKOUT / "docs"
PAGES = tuple(
    DOCS / f"{name}.md"
    for name in (
        "commands",
        "workflows",
        "council",
        "organisation",
        "api",
        "record",
        "plan",
        "operations",
    )
)
FILE = re.compile(r"^```(?:yaml|python)\n(# (\S+\.(?:yaml|py))\n.*?)^```\n", re.MULTILINE | re.DOTALL)
PASSAGE = re.compile(r"(?<=<!-- made: )([a-z-]+)( -->\n).*?(?=<!-- end -->)", re.DOTALL)

MAKERS: Mapping[str, Callable[[], str]] = {
    "commands": commands_passage,
    "guards": guards_passage,
    "lint": lint_passage,
    "charter-lint": charter_lint_passage,
    "public-names": public_names_passage,
}

SIGNS_OF_A_DEFECT = ("command not found", "Traceback", "unexpected defect", "No such file")
"""What no page may show: written while something was broken, it would be true and useless."""


def files_of(document: str) -> dict[str, str]:
    """The files that a page shows, by name."""
    return {match[2]: match[1] for match in FILE.finditer(document)}


def current(document: str) -> str:
    """The page as it would have to be today."""
    made = PASSAGE.sub(lambda passage: f"{passage[1]}{passage[2]}\n{MAKERS[passage[1]]()}\n", document)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(CHECKOUT / "examples")
        for file, text in files_of(document).items():
            (folder / file).write_text(text, encoding="utf-8")
        return BLOCK.sub(lambda block: _shown(block[1], folder), made)


def defects_in(document: str) -> list[str]:
    """The signs of a defect in what the page's commands print."""
    shown = "".join(BLOCK.findall(document))
    return [sign for sign in SIGNS_OF_A_DEFECT if sign in shown]


def _shown(block: str, folder: Path) -> str:
    parts = (f"$ {command}\n{printed(command, folder)}" for command in commands(block))
    return "```console\n" + "".join(parts) + "```\n"


if __name__ == "__main__":
    for page in PAGES:
        now = current(page.read_text(encoding="utf-8"))
        if defects_in(now):
            raise SystemExit(f"{page}: {', '.join(defects_in(now))}; not written")
        page.write_text(now, encoding="utf-8")
