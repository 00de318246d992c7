"""What comes with govflow is found in a checkout, and an override comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from govflow.errors import NotFound
from govflow.resources import bundled, template_names, workflow_files


def test_the_checkout_has_workflows_and_templates() -> None:
    assert bundled("workflows").is_dir()
    assert {"it_investment", "mid_long_term_plan", "town_purchase"} <= set(workflow_files())
    assert {"decision_memo", "endorsement", "notification", "decision_record"} <= template_names()


def test_an_override_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows" / "own.yaml").write_text("format: 1\n", encoding="utf-8")
    monkeypatch.setenv("GOVFLOW_RESOURCES", str(tmp_path))
    assert workflow_files() == {"own": tmp_path / "workflows" / "own.yaml"}


def test_what_an_override_lacks_comes_from_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bundled("templates")
    monkeypatch.setenv("GOVFLOW_RESOURCES", str(tmp_path))
    assert bundled("templates") == before


def test_an_override_that_is_no_directory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVFLOW_RESOURCES", str(tmp_path / "nowhere"))
    with pytest.raises(NotFound) as caught:
        bundled("examples")
    assert caught.value.code == "resources.no_override"
    assert "nowhere" in str(caught.value)


def test_a_template_counts_only_where_both_languages_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ja/letter", "ja/notice", "en/letter", "en/memo"):
        path = tmp_path / "templates" / f"{name}.md.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.setenv("GOVFLOW_RESOURCES", str(tmp_path))
    assert template_names() == {"letter"}
