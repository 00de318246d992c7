"""The page of a document carries everything it needs, runs nothing, and looks like the Markdown says."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample_document import context, proposal

from govflow.documents.html import to_html
from govflow.documents.renderer import render
from govflow.errors import DocumentError

HOSTILE = "<script>alert(1)</script> | ![x](http://example.org/x.png) [y](javascript:alert(1)) `z` **w** # v"


class Page(HTMLParser):
    """What a browser would find: the tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def names(self) -> set[str]:
        return {name for name, _ in self.tags}

    def classes(self, tag: str) -> list[str | None]:
        return [attributes.get("class") for name, attributes in self.tags if name == tag]


def page(markdown: str, lang: str = "ja", title: str = "t") -> Page:
    return Page(to_html(markdown, lang=lang, title=title))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_page_is_self_contained_and_says_its_language(lang: str) -> None:
    html = to_html(render("decision_memo", lang=lang, context=context()).text, lang=lang, title="x")
    found = Page(html)
    assert html.startswith("<!DOCTYPE html>\n")
    assert ("html", {"lang": lang}) in found.tags
    assert found.names().isdisjoint({"script", "link", "img", "a", "iframe", "object"})
    assert not any({"src", "href"} & attributes.keys() for _, attributes in found.tags)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("kind", ["decision_memo", "endorsement", "notification", "decision_record"])
def test_hostile_texts_appear_literally_and_add_no_tag(kind: str, lang: str) -> None:
    quiet, hostile = (
        page(render(kind, lang=lang, context=context(proposal=proposal() | {"title": title})).text, lang)
        for title in ("quiet", HOSTILE)
    )
    assert HOSTILE in hostile.text
    assert [name for name, _ in hostile.tags] == [name for name, _ in quiet.tags]


def test_raw_html_links_and_images_of_a_markdown_text_stay_text() -> None:
    found = page(
        "<b>x</b> [a](http://example.org) ![b](c.png) <http://example.org>\n\n[r]: http://example.org\n"
    )
    assert found.names().isdisjoint({"b", "a", "img"})
    assert "<b>x</b> [a](http://example.org) ![b](c.png)" in found.text


def test_the_title_is_text() -> None:
    assert "<title>a &lt;b&gt; &amp; c</title>" in to_html("x\n", lang="en", title="a <b> & c")


def test_a_table_looks_like_what_it_is() -> None:
    found = page(
        "| 第1号 |\n|---:|\n| 令和 |\n\n|  |  |\n|---|---|\n| 件名 | x |\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert found.classes("table") == ["lines", "form", "list columns-2"]
    assert ("th", {"scope": "row"}) in found.tags
    assert found.classes("thead") == [None, None]  # the form's empty heading is gone


@pytest.mark.parametrize(("lang", "mark"), [("ja", "実証環境"), ("en", "DEMONSTRATION")])
def test_a_demonstration_is_marked_on_every_page_and_others_are_not(lang: str, mark: str) -> None:
    def body(**changes: bool) -> dict[str, str | None]:
        text = render("notification", lang=lang, context=context(**changes)).text
        return dict(page(text, lang).tags)["body"]

    assert body(demonstration=True) == {"class": "demonstration", "data-mark": mark}
    assert body(demonstration=False) == {}


def test_no_text_that_was_inserted_can_forge_the_mark() -> None:
    forged = {"ja": "**【実証環境】**", "en": "**DEMONSTRATION**"}
    assert (
        dict(page(render("endorsement", lang="ja", context=context(number=forged)).text).tags)["body"] == {}
    )


def test_templates_of_ones_own_need_a_stylesheet_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setenv("GOVFLOW_RESOURCES", str(tmp_path))
    with pytest.raises(DocumentError, match=r"document\.css is missing"):
        page("x")
