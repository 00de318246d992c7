"""What the memo and the letter tell is what the acts have recorded."""

from __future__ import annotations

from government import COUNCIL, Government

import govflow


def test_the_memo_says_amounts_dates_and_conditions(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    condition = {"text": "見積りを出すこと", "due": "2025-10-31", "owner": "pmo_head"}
    cabinet.fire(reference, "passed", **COUNCIL, amount=80_000_000, conditions=[condition])
    cabinet.act("gcio", "approve", reference)
    memo = govflow.memo(cabinet.onlooker, reference, lang="ja").text
    for said in ("8,000万円", "令和7年4月10日", "見積りを出すこと", "令和7年10月31日", "CIO連絡会議"):
        assert said in memo


def test_the_memo_tells_the_councils_conditions_from_the_decisions(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    first, second = ({"text": text, "due": "2025-10-31", "owner": "pmo_head"} for text in ("甲", "乙"))
    cabinet.fire(reference, "passed", **COUNCIL, conditions=[first])
    cabinet.act("gcio", "approve", reference, conditions=[second])
    memo = govflow.memo(cabinet.onlooker, reference, lang="ja").text
    assert "| 1 | 甲 | 令和7年10月31日 | PMO責任者 | 事後条件 | 報告 | 会議 |" in memo
    assert "| 2 | 乙 | 令和7年10月31日 | PMO責任者 | 事後条件 | 報告 | 決定者 |" in memo


def test_the_memo_tells_the_votes_against_of_every_council(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    carried = {**COUNCIL, "counts": {"yes": 9, "no": 12}}
    cabinet.fire(reference, "carried_over", **carried)
    cabinet.lead(reference, "deliberation")
    cabinet.fire(reference, "passed", **COUNCIL)
    cabinet.act("gcio", "approve", reference)
    memo = govflow.memo(cabinet.onlooker, reference, lang="ja").text
    assert "### 継続審議（令和7年4月10日）\n\n会議の表決は、賛成 9、反対 12でした。" in memo
    assert "### 会議可決（令和7年4月10日）\n\n会議の表決は、賛成 20、反対 1でした。" in memo
    assert "反対の表決及び不同意の記録はありません" not in memo


def test_a_letter_lists_answers_in_the_order_of_their_dates(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    for day, person, answered in (
        ("2025-04-11", "mof_dcio", "deputy_cio_concurrence"),
        ("2025-04-14", "mof_accounts", "accounts_concurrence"),
        ("2025-04-15", "mof_ciso", "ciso_concurrence"),
    ):
        cabinet.on(day).act(person, f"{answered}.concur", reference)
    cabinet.act("mof_cio", "endorse", reference)
    letter = govflow.memo(cabinet.onlooker, reference, lang="ja", kind="endorsement").text
    asked = letter.split("合議及び意見")[1]
    days = ("令和7年4月11日", "令和7年4月14日", "令和7年4月15日", "回答なし")
    assert sorted(days, key=asked.index) == list(days)
