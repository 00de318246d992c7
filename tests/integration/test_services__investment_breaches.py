"""The investment process follows a broken condition from every state in which an approval is in force."""

from __future__ import annotations

import pytest
from conditional import ESTIMATE, answer, approved
from government import Government

import govflow

LATE = "2025-11-04"
"""After the day by which the estimate was due."""

SUSPENDS, LAPSES = "suspend", "lapse"
FOLLOWS = [
    ("approved", SUSPENDS, "approved"),
    ("approved", LAPSES, "lapsed"),
    ("budgeted", SUSPENDS, "budgeted"),
    ("budgeted", LAPSES, "lapsed"),
    ("executing", SUSPENDS, "suspended"),
    ("executing", LAPSES, "lapsed"),
    ("evaluation", SUSPENDS, "evaluation"),
    ("evaluation", LAPSES, "evaluation"),
]


@pytest.mark.parametrize("how", ["not_met", "breached"])
@pytest.mark.parametrize(("state", "on_breach", "after"), FOLLOWS)
def test_a_breach_leads_where_the_state_has_a_way_to(
    cabinet: Government, how: str, state: str, on_breach: str, after: str
) -> None:
    reference = approved(cabinet, ESTIMATE | {"on_breach": on_breach}, until=state)
    cabinet.on(LATE)
    trigger = f"{answer(cabinet, reference, ESTIMATE)}.{how}"
    receipt = cabinet.act("secretariat", trigger, reference, note="期限までに提出がない。")
    assert (receipt.state, cabinet.state(reference)) == (after, after)
    assert receipt.documents == ("FM-2025-0001",)
    waiting = [line.step for line in govflow.inbox(cabinet.person("gcio")).lines]
    assert "breach_report" in waiting
    assert cabinet.problems() == []


def test_a_suspended_investment_goes_on_once_its_condition_is_met(cabinet: Government) -> None:
    reference = approved(cabinet, ESTIMATE | {"on_breach": SUSPENDS}, until="executing")
    cabinet.on(LATE)
    cabinet.act("secretariat", "condition.breached", reference, note="報告がない。")
    assert cabinet.state(reference) == "suspended"
    cabinet.act("mof_pmo", "condition_report.fulfilled", reference, evidence="見積書 第12号")
    cabinet.act("secretariat", "condition.verified", reference)
    assert cabinet.answers(reference, "breach_report") == [("cancelled", None)]
    assert cabinet.act("gcio", "resume", reference, note="履行を確認した。").state == "executing"
    (line,) = govflow.list_conditions(cabinet.onlooker, reference=reference).conditions
    assert line.state == "verified"
    assert cabinet.problems() == []
