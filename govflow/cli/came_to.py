"""What bodies came to on a proposal, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.cli.prose import title_of
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import BodyOutcome


def came_to(one: BodyOutcome) -> Notice:
    return notice(
        "council.came_to_decision" if one.decision else "council.came_to",
        body=title_of(one.title),
        outcome=notice(f"ballot.outcome_{one.outcome.lower()}"),
        day=one.day,
        ballot=one.ballot,
        decision=one.decision,
    )
