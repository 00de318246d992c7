"""A receipt of a council's act ends with what to do next, by what was done and where that stands now."""

from __future__ import annotations

from typing import Any

import pytest

from govflow.cli.next_step import next_steps
from govflow.services.council.acting.said import CouncilReceipt


def told(subject: str, trigger: str, state: str, **values: Any) -> list[str]:
    reference = "CIO-2025-B001" if subject == "ballot" else "CIO-2025-M001"
    return [*next_steps(CouncilReceipt("k", subject, reference, trigger, state, "p", "o", "", told=values))]


@pytest.mark.parametrize(
    ("act", "commands"),
    [
        (
            ("ballot", "open", "asked"),
            ["ballot no-objection CIO-2025-B001", "ballot object CIO-2025-B001 --seat SEAT"],
        ),
        (
            ("ballot", "object", "open"),
            ["ballot cast CIO-2025-B001 POSITION --seat SEAT", "ballot close CIO-2025-B001"],
        ),
        (
            ("ballot", "close", "waiting_for_casting_vote"),
            ["ballot casting-vote CIO-2025-B001 POSITION --reason REASON"],
        ),
        (("meeting", "call", "called"), ["meeting gather CIO-2025-M001"]),
        (("meeting", "end", "ended"), ["minutes draft CIO-2025-M001"]),
        (("ballot", "close", "closed"), []),
    ],
)
def test_the_next_commands_follow_from_the_act_and_the_state(
    act: tuple[str, str, str], commands: list[str]
) -> None:
    assert told(*act) == [f"govflow {command}" for command in commands]


def test_a_called_item_is_put_to_the_vote_by_its_number() -> None:
    assert told("meeting", "call_item", "open", item=3) == [
        "govflow ballot open --meeting CIO-2025-M001 --item 3"
    ]
