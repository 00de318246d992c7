"""The sample documents as Markdown, and how tests look at their tables."""

from __future__ import annotations

from typing import Any

from sample_document import context

from govflow.documents.renderer import render


def text(kind: str, lang: str, **changes: Any) -> str:
    return render(kind, lang=lang, context=context(**changes)).text


def rows(markdown: str) -> list[list[str]]:
    """The cells of every table row."""
    return [
        [cell.strip() for cell in line[2:-2].split(" | ")]
        for line in markdown.splitlines()
        if line.startswith("| ")
    ]


def has_row(markdown: str, *cells: str) -> bool:
    return list(cells) in rows(markdown)
