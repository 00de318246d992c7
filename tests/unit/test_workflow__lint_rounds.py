"""Rounds and escalations that cannot work are told, each at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govflow.errors import BadInput
from govflow.workflow.loader import load_definition

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "workflows" / "it_investment.yaml").read_text(encoding="utf-8")
TEMPLATES = {path.name.partition(".")[0] for path in (ROOT / "templates" / "ja").rglob("*.j2")}

WRONG = [
    ("a circle", r"(Government CIO}, central: true)}", r"\1, escalates_to: amb}", "escalates_in_circle"),
    ("nobody above", r"escalates_to: ministry_cio}", "escalates_to: breach}", "escalates_to_nobody"),
    ("an unknown role", r"escalates_to: ministry_cio}", "escalates_to: minister}", "unknown_name"),
    ("no report", r"\n  overdue_report:", "\n  late_report:", "no_overdue_report"),
    ("a round of a ministry", r"role: secretariat\n  asked", "role: pmo_head\n  asked", "round_role"),
    ("asked of the centre", r"asked: pmo_head", "asked: amb", "round_asked"),
    ("an unknown date", r"dates: \[submission,", "dates: [party,", "unknown_name"),
    ("two stages", r"submitted: \[pmo_check", "submitted: [intake, pmo_check", "round_stage_twice"),
    ("the first state", r"submitted: \[pmo_check", "submitted: [draft, pmo_check", "round_stage_twice"),
    ("a name that is the system's", r"\n  place: {ja", "\n  escalate: {ja: a, en: b}\n  place: {ja", "reserved_act"),
]  # fmt: skip


def problems(text: str) -> list[str]:
    try:
        load_definition(text, file="w.yaml", templates=TEMPLATES)
    except BadInput as error:
        return [problem.notice.code for problem in error.problems]
    return []


@pytest.mark.parametrize(("old", "new", "code"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_cannot_work_is_told(old: str, new: str, code: str) -> None:
    text, count = re.subn(old, new, TEXT, count=1)
    assert count == 1
    assert f"workflow.{code}" in problems(text)


def test_what_is_shipped_is_sound() -> None:
    assert problems(TEXT) == []


def test_a_report_that_does_not_last_is_told() -> None:
    before, after = TEXT.split("\n  overdue_report:")
    assert problems(f"{before}\n  overdue_report:{after.replace('lasting: true', 'lasting: false', 1)}") == [
        "workflow.overdue_report_form"
    ]
