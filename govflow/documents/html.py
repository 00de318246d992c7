"""From canonical Markdown to one self-contained HTML page that prints well on A4.

The page carries the SHA-256 of its Markdown, so that both are found to be the same document.
Plain forms of Markdown get their looks here: a table of one column is a block of lines (number and date,
sender, 記, 以上), a table whose header is empty is a form with row headings, a column with an alignment holds
short entries and never wraps, a rule is a new page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from govflow.domain.canonical import digest_of_text
from govflow.errors import DocumentError
from govflow.messages import catalogue_text, notice, say
from govflow.resources import bundled

_OFF = ("link", "image", "autolink", "html_inline", "html_block", "reference")
"""Documents link to nothing and load nothing; what looks like it stays text."""

_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="govflow-text-sha256" content="{digest}">
<title>{title}</title>
<style>
{css}</style>
</head>
<body{mark}>
<main>
{body}<footer>{footer}</footer>
</main>
</body>
</html>
"""

_DIGEST = re.compile(r'^<meta name="govflow-text-sha256" content="([0-9a-f]{64})">$', re.MULTILINE)


def to_html(markdown: str, *, lang: str, title: str) -> str:
    """The page of a document; `title` is plain text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(_OFF)
    tokens = parser.parse(markdown)
    digest = digest_of_text(markdown)
    return _PAGE.format(
        lang=lang,
        title=escape(title),
        digest=digest,
        footer=escape(say(notice("documents.text_digest", digest=digest), lang)),
        css=_stylesheet(bundled("templates") / "document.css"),
        mark=_demonstration(tokens, lang),
        body=parser.renderer.render(list(_dressed(tokens)), parser.options, {}),
    )


def digest_in(page: str) -> str | None:
    """The digest of the Markdown that a page says it was made from; None where the text is no such page."""
    found = _DIGEST.search(page) if page.startswith("<!DOCTYPE html>") else None
    return found[1] if found else None


def _stylesheet(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise DocumentError(notice("documents.no_stylesheet", path=path)) from error


def _demonstration(tokens: Sequence[Token], lang: str) -> str:
    """The attributes of a demonstration's page: the mark stands behind every page of it.

    It is so marked when its first words are the mark in bold, which no inserted text can write.
    """
    mark = catalogue_text("documents.demonstration_mark").in_language(lang)
    first = next((token.content for token in tokens if token.type == "inline"), "")
    return f' class="demonstration" data-mark="{mark}"' if first.startswith("**") and mark in first else ""


def _dressed(tokens: Sequence[Token]) -> Iterator[Token]:
    """The same tokens, each table as what it is."""
    rest = iter(tokens)
    for token in rest:
        if token.type == "table_open":
            table = [token, *takewhile(lambda t: t.type != "table_close", rest)]
            yield from _table(table)
            yield Token("table_close", "table", -1, block=True)
        else:
            yield token


def _table(table: list[Token]) -> list[Token]:
    headings = _headings(table)
    if len(headings) == 1:
        table[0].attrSet("class", "lines")
        return table
    if any(heading.content for heading in headings):
        table[0].attrSet("class", f"list columns-{len(headings)}")
        return table
    table[0].attrSet("class", "form")
    end = next(i for i, token in enumerate(table) if token.type == "thead_close")
    return [table[0], *_with_row_headings(table[end + 1 :])]


def _headings(table: Sequence[Token]) -> list[Token]:
    """The texts of the header's cells."""
    head = takewhile(lambda token: token.type != "thead_close", table)
    return [token for token in head if token.type == "inline"]


def _with_row_headings(body: list[Token]) -> list[Token]:
    """The first cell of every row becomes the row's heading; a cell is always open, text, close."""
    for row in (i for i, token in enumerate(body) if token.type == "tr_open"):
        body[row + 1].attrSet("scope", "row")
        body[row + 1].tag = body[row + 3].tag = "th"
    return body
