"""What a text makes of a document: nothing but itself. Compared with the same document of a harmless text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from html.parser import HTMLParser

from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""A reader far more permissive than the product's own: the Markdown has to be inert for anybody's."""

_LINES = frozenset({"p", "br"})
"""What a text of several lines may make."""

_BESIDE = frozenset({"meta", "footer"})
"""Where a digest stands that differs from document to document."""


class Page(HTMLParser):
    """The elements of a page, each with its attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""
        self._in = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = tag
        self.elements.append(tag if tag in _BESIDE else f"{tag} {sorted(attrs)}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append("a comment")

    def handle_pi(self, data: str) -> None:
        self.elements.append("an instruction")

    def unknown_decl(self, data: str) -> None:
        self.elements.append("a declaration")


def difference(html: str, harmless: str, text: str, *, several: bool) -> str:
    """What the page of `text` has that the page of a harmless text has not; empty where it is nothing."""
    page, plain = Page(html), Page(harmless)
    found, allowed = (_elements(one, several) for one in (page, plain))
    if found != allowed:
        more = (Counter(found) - Counter(allowed)) + (Counter(allowed) - Counter(found))
        return f"other elements: {dict(more.most_common(3))}"
    if _seen(text) not in _seen(page.text):
        return "the text is not seen as it is"
    return ""


def rendered(markdown: str) -> str:
    return str(READER.render(markdown))


def _elements(page: Page, several: bool) -> list[str]:
    if not several:
        return page.elements
    return sorted(element for element in page.elements if element.split(" ", 1)[0] not in _LINES)


def _seen(text: str) -> str:
    """As people see it: NFC, without the blanks and line ends that a page puts elsewhere."""
    return "".join(unicodedata.normalize("NFC", text).split())
