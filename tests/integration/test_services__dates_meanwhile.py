"""A due date that an act sets while an inquiry is open, or as it asks, stands still with it: the audit agrees,
and finds another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from forged import forged

import govflow

ROOT = Path(__file__).parents[2]
ADDED = {
    "values:\n": "  question: {type: text, title: {ja: 照会事項, en: question}}\n",
    "steps:\n": """\
  inquiry:
    title: {ja: 照会, en: inquiry}
    role: town_clerk
    about: question
    pauses: true
    due: {working_days: 5}
    answers:
      answered: {title: {ja: 回答, en: answered}}
""",
    "triggers:\n": "  inquire: {ja: 照会, en: inquire}\n  prolong: {ja: 延長, en: prolong}\n",
    "transitions:\n": """\
  - {trigger: inquire, from: draft, roles: [mayor], takes: [question], asks: [inquiry], due: {working_days: 10}}
  - {trigger: prolong, from: draft, roles: [mayor], due: {working_days: 30}}
""",
}


class Town:
    """A town whose mayor inquires about a purchase, and gives it more time meanwhile."""

    def __init__(self, folder: Path) -> None:
        source = (ROOT / "workflows" / "town_purchase.yaml").read_text(encoding="utf-8")
        for heading, more in ADDED.items():
            source = source.replace(f"\n{heading}", f"\n{heading}{more}")
        workflow = folder / "town_purchase.yaml"
        workflow.write_text(source, encoding="utf-8")
        self.path = folder / "town.db"
        self.day = "2025-06-02"
        made = {"organisation": ROOT / "examples" / "town.yaml", "workflows": [str(workflow)]}
        govflow.create(str(self.path), **made, account="mayor", clock=self._clock)  # type: ignore[arg-type]  # plain
        content = {"title": "椅子", "ministry": "maruyama", "fiscal_year": 2025, "amount": 1000}
        with self._by("nana") as clerk:
            self.reference = govflow.submit(clerk, content, key="1", draft=True).reference

    def act(self, day: str, account: str, trigger: str, **payload: Any) -> int:
        self.day = day
        with self._by(account) as session:
            return govflow.act(session, govflow.Act(self.reference, trigger, payload=payload)).seq

    def due_on(self) -> str | None:
        with self._by("mayor") as session:
            return govflow.show(session, self.reference).due_on

    def problems(self) -> list[str]:
        with self._by("mayor") as session:
            return [problem.code for problem in govflow.verify(session).problems]

    def _by(self, account: str) -> govflow.Session:
        return govflow.open(str(self.path), account=account, clock=self._clock)

    def _clock(self) -> Any:
        return govflow.moment_of(f"{self.day}T10:00", "Asia/Tokyo")


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def test_a_date_that_an_act_sets_while_the_clock_stands_still_goes_on_with_it(town: Town) -> None:
    town.act("2025-06-03", "mayor", "inquire", question="単価は。")
    town.act("2025-06-05", "mayor", "prolong")
    town.act("2025-06-09", "nana", "answered")
    assert town.due_on() == "2025-07-22"  # thirty working days after the 9th
    assert town.problems() == []


def test_two_inquiries_that_each_set_a_date_agree_with_the_audit(town: Town) -> None:
    town.act("2025-06-03", "mayor", "inquire", question="単価は。")
    town.act("2025-06-04", "mayor", "inquire", question="数は。")
    town.act("2025-06-05", "nana", "inquiry#2.answered")
    assert town.problems() == []
    town.act("2025-06-09", "nana", "inquiry#3.answered")
    assert town.due_on() == "2025-06-23"
    assert town.problems() == []


def test_other_days_left_than_the_act_gives_are_found(town: Town) -> None:
    town.act("2025-06-03", "mayor", "inquire", question="単価は。")
    seq = town.act("2025-06-05", "mayor", "prolong")

    def longer(said: dict[str, Any]) -> None:
        said["changes"]["proposal"]["paused_left"] += 1

    forged(str(town.path), "proposal", seq=seq, forge=longer)
    assert "audit.due_differs" in town.problems()
