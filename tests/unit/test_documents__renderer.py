"""Rendering is deterministic, covered by a digest, and clear about what a template lacks or may not do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sample_document import context

from govflow.documents.renderer import MAXIMUM_BYTES, Rendered, render, templates_in
from govflow.documents.sandbox import Sandbox
from govflow.documents.sources import sources_in, template_digest
from govflow.errors import DocumentError


class Folder:
    """A folder of templates of one language, for one rendering."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def render(self, source: str, values: Mapping[str, Any] | None = None, **parts: str) -> Rendered:
        folder = self.root / "en"
        folder.mkdir(exist_ok=True)
        for name, text in {"letter": source, **parts}.items():
            (folder / f"{name}.md.j2").write_text(text, "utf-8")
        sources_in.cache_clear()
        templates_in.cache_clear()
        return templates_in(self.root, "en").render("letter", values or {})

    def refusal(self, source: str, values: Mapping[str, Any] | None = None, **parts: str) -> DocumentError:
        with pytest.raises(DocumentError) as refused:
            self.render(source, values, **parts)
        return refused.value


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_the_text_is_composed_and_ends_with_one_newline(folder: Folder) -> None:
    text = folder.render("\n\nか\u3099{{ a }}  \n\n\n\nend\n\n\n", {"a": "e\u0301"}).text
    assert text == "が\u00e9\n\nend\n"


def test_the_same_data_and_templates_give_the_same_text_and_digest() -> None:
    again = [render("decision_memo", lang="ja", context=context()) for _ in range(2)]
    assert again[0] == again[1]


def test_the_digest_covers_the_template_and_all_it_includes_but_nothing_else(folder: Folder) -> None:
    source, part = "{% include 'part.md.j2' %}\n", "{% include 'inner.md.j2' %}\n"
    first = folder.render(source, part=part, inner="one")
    assert folder.render(source, part=part, inner="one", apart="x").template_digest == first.template_digest
    assert folder.render(source, part=part, inner="two").template_digest != first.template_digest
    assert folder.render(source + " ", part=part, inner="one").template_digest != first.template_digest


def test_a_template_is_read_once_however_many_documents_it_makes(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = Sandbox._parse  # also what compiling goes through
    monkeypatch.setattr(
        Sandbox, "_parse", lambda self, *named: parsed.append(named[1]) or parse(self, *named)
    )
    folder.render("{% include 'part.md.j2' %}{{ a }}", {"a": 1}, part="p")
    assert sorted(parsed) == ["letter.md.j2", "part.md.j2"]
    made = [templates_in(folder.root, "en").render("letter", {"a": number}).text for number in (1, 2)]
    assert (made, len(parsed)) == (["p1\n", "p2\n"], 2)


def test_rendering_leaves_the_context_as_it_was() -> None:
    given = context()
    render("decision_record", lang="en", context=given)
    assert given == context()


def test_a_value_that_is_missing_is_named_with_template_and_line(folder: Folder) -> None:
    error = folder.refusal("first\n\n{{ proposal.sum }}\n", {"proposal": {"amount": 1}})
    assert error.code == "documents.missing_value"
    assert error.notices[0].params == {"place": "en/letter.md.j2:3", "name": "sum"}
    assert "en/letter.md.j2:3" in str(error)
    assert "'sum'" in str(error)
    assert "「sum」" in error.sentences("ja")[0]


@pytest.mark.parametrize(
    "source",
    ["{{ x }}", "{% if x %}a{% endif %}", "{{ x | t }}", "{% for a in x %}{% endfor %}", "{{ x.y }}"],
)
def test_a_missing_value_is_an_error_wherever_it_is_used(folder: Folder, source: str) -> None:
    error = folder.refusal(source)
    assert (error.code, error.notices[0].params["name"]) == ("documents.missing_value", "x")


def test_the_line_is_that_of_the_included_template(folder: Folder) -> None:
    error = folder.refusal("a\n{% include 'part.md.j2' %}\n", part="b\nc\n{{ nothing }}\n")
    assert error.notices[0].params["place"] == "en/part.md.j2:3"


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("a\n{% if %}", "documents.syntax", 2),
        ("a\n{{ x | no_such_format }}", "documents.syntax", 2),
        ("a\n\n{{ 'x' | wareki }}", "documents.bad_value", 3),
        ("{{ none }}", "documents.bad_value", 1),
        ("{{ [1] }}", "documents.bad_value", 1),
        ("{{ 'x' | digest }}", "documents.bad_value", 1),
        ("{{ {'ja': 'x'} | t }}", "documents.bad_value", 1),
        ("{{ {'en': ['x'], 'ja': ['x']} | heading }}", "documents.bad_value", 1),
        ("{{ 1 / 0 }}", "documents.bad_value", 1),
        ("\n{{ 'a'.upper() }}", "documents.forbidden", 2),
        ("{{ ''.__class__ }}", "documents.forbidden", 1),
        ("{{ 'a' * 1000000000 }}", "documents.forbidden", 1),
        ("{{ 9 ** 999999999 }}", "documents.forbidden", 1),
        ("{{ '%999999999d' % 1 }}", "documents.forbidden", 1),
        ("{{ 'x' | center(999999999) }}", "documents.syntax", 1),
        ("{% for a in range(9) %}{% endfor %}", "documents.missing_value", 1),
        ("{% set a = namespace() %}", "documents.missing_value", 1),
        ("{{ 'x' | default('y') }}", "documents.syntax", 1),
    ],
)
def test_what_a_template_gets_wrong_or_may_not_do_is_told_with_its_line(
    folder: Folder, source: str, code: str, line: int
) -> None:
    error = folder.refusal(source)
    assert error.code == code
    assert error.notices[0].params["place"] == f"en/letter.md.j2:{line}"
    assert all(f"en/letter.md.j2:{line}" in error.sentences(lang)[0] for lang in ("ja", "en"))


def test_a_template_that_is_not_there_is_named_with_a_near_one(folder: Folder) -> None:
    with pytest.raises(DocumentError) as refused:
        render("decision_meno", lang="ja", context={})
    assert refused.value.code == "documents.no_template"
    assert "decision_memo" in str(refused.value)
    assert "templates/ja/decision_meno.md.j2" in str(refused.value)
    assert folder.refusal("{% include 'gone.md.j2' %}").code == "documents.no_included"


def test_an_unknown_language_has_no_templates() -> None:
    with pytest.raises(DocumentError, match="templates/fr/decision_memo"):
        render("decision_memo", lang="fr", context={})


@pytest.mark.parametrize("name", ["../ja/decision_memo", "/etc/passwd", "parts/../decision_memo"])
def test_a_template_name_never_leaves_the_folder(name: str) -> None:
    with pytest.raises(DocumentError) as refused:
        render(name, lang="ja", context={})
    assert refused.value.code == "documents.no_template"


def test_an_included_name_must_be_written_out(folder: Folder) -> None:
    assert (
        folder.refusal("{% include name %}", {"name": "part.md.j2"}, part="x").code
        == "documents.dynamic_include"
    )


@pytest.mark.parametrize(
    "source",
    [
        "{{ '{#' }}{% include 'part.md.j2' %}{{ '#}' }}",
        "{% include 'part.md.j2' if a else b %}",
        "{% include ('part.md.j2', b) %}",
    ],
)
def test_what_the_digest_cannot_see_is_not_included(folder: Folder, source: str) -> None:
    assert folder.refusal(source, {"a": True, "b": "x"}, part="x").code == "documents.dynamic_include"


@pytest.mark.parametrize(
    "source",
    [
        '{%- include "part.md.j2" -%}',
        "{% include ['gone.md.j2', 'part.md.j2'] %}",
        "{# {% include 'gone.md.j2' %} #}{% include 'part.md.j2' %}",
    ],
)
def test_the_digest_sees_what_is_included_however_it_is_written(folder: Folder, source: str) -> None:
    parts = {"part": "a", **({"gone": ""} if "[" in source else {})}
    first = folder.render(source, **parts).template_digest
    assert folder.render(source, **parts | {"part": "b"}).template_digest != first


def test_an_act_names_the_digest_without_the_engine_that_renders() -> None:
    code = "import sys; from govflow.documents.sources import template_digest as d; d('decision_memo', lang='ja')"
    loaded = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "jinja2" not in loaded
    assert (
        template_digest("decision_memo", lang="ja")
        == render("decision_memo", lang="ja", context=context()).template_digest
    )


def test_a_template_that_includes_itself_is_refused(folder: Folder) -> None:
    assert folder.refusal("{% include 'letter.md.j2' %}").code == "documents.too_deep"


def test_a_document_may_not_grow_beyond_its_limit(folder: Folder) -> None:
    values = {"text": "x" * 70_000}
    error = folder.refusal(
        "{% for a in 'abcdefghijklmnopqrstuvwxyzabcdefgh' %}{{ text }}{% endfor %}", values
    )
    assert (error.code, error.notices[0].params["limit"]) == ("documents.too_large", MAXIMUM_BYTES)


def test_a_template_must_be_utf_8(folder: Folder) -> None:
    (folder.root / "en").mkdir()
    (folder.root / "en" / "old.md.j2").write_bytes("通知".encode("cp932"))
    assert folder.refusal("x").code == "documents.not_utf8"


def test_a_key_named_like_a_method_is_still_a_key(folder: Folder) -> None:
    assert folder.render("{{ a.items }} {{ a.values }}", {"a": {"items": 3, "values": "v"}}).text == "3 v\n"
