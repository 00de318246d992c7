"""Before the day: thirty real programmes reach the council, one of them in writing; a committee evaluates two."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from meeting_day.agenda import AGENDA, Way, inventory
from meeting_day.day import (
    BODY,
    CHAIR,
    COMMITTEE,
    EVALUATED,
    EVALUATION,
    IN_WRITING,
    SUBMITTED,
    UNTIL,
    VOTING,
    WRITTEN,
    Day,
)

ROUTE = (
    ("{m}.pmo", "accept"),
    ("{m}.ciso", "ciso_concurrence.concur"),
    ("{m}.accounts", "accounts_concurrence.concur"),
    ("{m}.dcio", "deputy_cio_concurrence.concur"),
    ("{m}.cio", "endorse"),
    ("cas.secretariat", "accept"),
    ("mic.amb", "duplicate_check.none"),
    ("cas.gcio_adviser", "criteria_opinion.meets"),
    ("mic.amb", "complete"),
)
"""From the PMO's check to the council: who does what in the ministry `m` and at the centre."""

BLOCKER, BLOCK = "mof.cio", "前年度の執行残の理由が示されていない。"
CHAIRING, OWN, CONFLICTED, FREE = "cas.gcio", "cas.committee_3", "cas.committee_1", "cas.committee_2"
"""The seats of the committee: its chair, one of a ministry, one with a conflict, and one free of any."""


def thirty_programmes_reach_the_council(day: Day) -> None:
    """The clerks of four ministries submit theirs; everybody else's acts come from one file."""
    day.on(SUBMITTED)
    for ministry in dict.fromkeys(plan.ministry for plan in AGENDA):
        _submit(day, ministry)
    day.act(_route(day))
    assert set(day.states().values()) == {"agenda_ready"}


def one_is_decided_in_writing_and_blocked(day: Day) -> None:
    """Half of the seats answer; a single block with its reason is enough. The proposal waits for the next meeting."""
    plan = day.one(Way.UNBLOCKED)
    reference, ballot = day.references[plan.programme], WRITTEN
    written = {"written": True, "body": BODY, "proposal": reference, "closes_at": UNTIL}
    day.on(IN_WRITING)
    day.do("ballot open", **written, reason="少額の運用であり、会議を待たない。", by=CHAIR)
    assert day.states()[plan.programme] == "deliberation"
    for seat in VOTING:
        if seat != BLOCKER:
            day.do("ballot cast", ballot, "yes", by=seat)
    assert day.refused("ballot cast", ballot, "block", by=BLOCKER) == ["voting.block_without_text"]
    day.do("ballot cast", ballot, "block", text=BLOCK, by=BLOCKER)
    day.on(UNTIL)
    day.do("ballot close", ballot)
    shown = day.see("ballot show", ballot)
    assert (shown["outcome"], shown["tally"]["counts"]["D"]) == ("BLOCKED", 1)
    assert day.states()[plan.programme] == "agenda_ready"


def a_committee_evaluates_two(day: Day) -> None:
    """Nobody evaluates a plan of the own ministry, and whoever is in conflict says so. No decision comes of it."""
    own, free = (plan for plan in AGENDA if plan.programme in ("1913", "4684"))
    day.do("meeting call", COMMITTEE, at=EVALUATED, place="中央合同庁舎第8号館 特別会議室")
    for plan in (own, free):
        day.do("meeting add", EVALUATION, day.references[plan.programme])
    assert {item["section"] for item in day.meeting(EVALUATION)["agenda"]} == {"discuss"}
    day.on(EVALUATED)
    day.do("meeting open", EVALUATION, seats=[CHAIRING, OWN, CONFLICTED, FREE])
    for item in (1, 2):
        day.do("meeting call-item", EVALUATION, item)
        day.do("ballot open", meeting=EVALUATION, item=item)
    reason = "提案の作成に助言した。"
    assert day.refused("ballot cast", "SC-2025-B001", "yes", by=OWN) == [
        "voting.recused",
        "voting.conflicted",
    ]
    day.do("ballot recuse", "SC-2025-B002", reason=reason, by=CONFLICTED)
    for ballot, absent in (("SC-2025-B001", OWN), ("SC-2025-B002", CONFLICTED)):
        for seat in (CHAIRING, OWN, CONFLICTED, FREE):
            if seat != absent:
                day.do("ballot cast", ballot, "yes", seat=seat, recorded_for=True)
        day.do("ballot close", ballot)
        shown = day.see("ballot show", ballot)
        assert (shown["outcome"], shown["decision"]) == ("PASSED", None)
        assert [s["seat"] for s in shown["seats"] if s["recused_for"] is not None] == [absent]
    day.do("meeting end", EVALUATION)
    assert day.see("decision list") == []


def _submit(day: Day, ministry: str) -> None:
    """The ministry's programmes as the inventory has them, in one file of its clerk."""
    text, known = io.StringIO(), inventory()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("key", "title", "ministry", "fiscal_year", "kind", "amount", "purpose", "programme_id"))
    plans = [plan for plan in AGENDA if plan.ministry == ministry]
    for number, plan in enumerate(plans, start=1):
        title, amount = known[plan.programme]
        key, purpose = f"RS2025-{plan.programme}", "レビューシートに記載の目的のとおり。"
        writer.writerow((key, title, ministry, 2026, "renewal", amount, purpose, plan.programme))
        day.references[plan.programme] = f"{ministry.upper()}-2026-{number:04d}"
    file = day.hands.file(f"{ministry}.csv", text.getvalue())
    day.do("submit", str(file), by=f"{ministry}.clerk")


def _route(day: Day) -> Iterator[tuple[str, str, str, str, Mapping[str, Any]]]:
    for plan in AGENDA:
        for office, trigger in ROUTE:
            yield day.references[plan.programme], trigger, office.format(m=plan.ministry), "", {}
