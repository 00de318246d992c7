"""The tables of a Markdown page, by the heading above them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_HEADING = re.compile(r"^#+ (.+)$")
_ROW = re.compile(r"^\| (.+) \|$")


class Row(NamedTuple):
    """One row: its cells, the first without its marks."""

    name: str
    bold: bool
    cells: tuple[str, ...]


def tables(page: Path) -> dict[str, list[Row]]:
    """The rows of the tables of a page, headings and fences left out."""
    found: dict[str, list[Row]] = {}
    heading = ""
    for line in _prose(page):
        if match := _HEADING.match(line):
            heading = match[1]
        elif (match := _ROW.match(line)) and "`" in line.split("|")[1]:
            found.setdefault(heading, []).append(_row(match[1]))
    return found


def _prose(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL).splitlines()


def _row(line: str) -> Row:
    first, *rest = (cell.strip() for cell in re.split(r"(?<!\\)\|", line))
    return Row(first.strip("*`"), first.startswith("**"), tuple(rest))


def names(rows: list[Row]) -> list[str]:
    """Every name of the first column, also where a row explains several."""
    return [name.strip("` ") for row in rows for name in row.name.split(",")]
