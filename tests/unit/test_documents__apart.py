"""Templates of an overriding directory are rendered in a process of their own, which has an end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_document import context

from govflow.documents.renderer import render
from govflow.errors import DocumentError
from govflow.messages import LANGUAGES
from govflow.resources import OVERRIDE, bundled

FOREVER = "".join(f"{{% for x{depth} in route %}}" for depth in range(14)) + "{% endfor %}" * 14
"""A loop in a loop, over and over."""

GROWING = "{% set a = 'aaaaaaaaaaaaaaaa' %}" + "{% set a = a ~ a %}" * 30
"""A text twice as long each time."""

GROWING_LIST = "{% set a = [1] %}" + "{% set a = a + a %}" * 40

Foreign = Callable[[str], None]


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Foreign:
    """Puts a foreign decision memo in place of the one that comes with govflow."""
    shutil.copytree(bundled("templates"), tmp_path / "templates")

    def put(text: str) -> None:
        (tmp_path / "templates" / "en" / "decision_memo.md.j2").write_text(text, "utf-8")
        monkeypatch.setenv(OVERRIDE, str(tmp_path))

    return put


def memo() -> str:
    return render("decision_memo", lang="en", context=context()).text


@pytest.mark.parametrize("bomb", [FOREVER, GROWING, GROWING_LIST], ids=["forever", "growing", "growing list"])
def test_what_takes_too_much_is_stopped(foreign: Foreign, bomb: str) -> None:
    foreign(bomb)
    with pytest.raises(DocumentError) as refusal:
        memo()
    assert refusal.value.code == "documents.stopped"
    assert all("decision_memo" in refusal.value.sentences(lang)[0] for lang in LANGUAGES)


def test_a_foreign_template_makes_the_same_document_as_it_would_here(foreign: Foreign) -> None:
    here = render("decision_memo", lang="en", context=context())
    foreign((bundled("templates") / "en" / "decision_memo.md.j2").read_text("utf-8"))
    assert render("decision_memo", lang="en", context=context()) == here


def test_what_is_wrong_with_a_foreign_template_is_told_as_here(foreign: Foreign) -> None:
    foreign("a\n{{ nothing.at.all }}\n")
    with pytest.raises(DocumentError) as refusal:
        memo()
    assert refusal.value.code == "documents.missing_value"
    assert refusal.value.notices[0].params["place"] == "en/decision_memo.md.j2:2"
    foreign("{{ oops")
    with pytest.raises(DocumentError) as broken:
        memo()
    assert broken.value.code == "documents.syntax"
