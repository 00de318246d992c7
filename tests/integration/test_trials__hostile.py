"""A few of the hostile inputs, in every place where they go in; the trial takes all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import findings
from hostile_files import FILES
from hostile_ground import ROOT
from hostile_lines import LINES
from hostile_rows import ROWS
from hostile_texts import TEXTS


def test_they_are_many_and_each_is_named_once() -> None:
    names = [case.name for case in (*FILES, *ROWS, *LINES)] + [text.name for text in TEXTS]
    assert len(names) == len(set(names))
    assert len(names) >= 300


@pytest.mark.parametrize(
    "word", ["script", "parents", "python object", "formula", "note", "output", "cursor"]
)
def test_each_is_refused_as_it_should_be_or_shown_as_itself(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("GOVFLOW_STORE", "GOVFLOW_DEBUG", "GOVFLOW_LANG"):
        monkeypatch.setenv(variable, "")  # the trial sets them, and they are to be as they were
    monkeypatch.chdir(ROOT)
    found = list(findings(tmp_path, [word]))
    assert found
    assert [one for one in found if one.fault] == []
