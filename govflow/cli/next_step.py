"""What to do after an act of a council: the commands that its receipt ends with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govflow import CouncilReceipt

_COUNT = ("ballot cast {reference} POSITION --seat SEAT", "ballot close {reference}")
_STEPS: Mapping[tuple[str, str, str], tuple[str, ...]] = {
    ("meeting", "call", "called"): ("meeting gather {reference}",),
    ("meeting", "gather", "called"): ("meeting show {reference}", "meeting convoke {reference}"),
    ("meeting", "gather", "on_paper"): ("meeting show {reference}", "meeting open {reference} --everybody"),
    ("meeting", "convoke", "called"): ("meeting forecast {reference}",),
    ("meeting", "open", "open"): ("meeting call-item {reference} ITEM", "ballot consent {reference}"),
    ("meeting", "call_item", "open"): ("ballot open --meeting {reference} --item {item}",),
    ("meeting", "amend", "open"): (
        "ballot open --meeting {reference} --item {item} --amendment {amendment}",
    ),
    ("meeting", "suspend", "suspended"): ("meeting resume {reference}",),
    ("meeting", "end", "ended"): ("minutes draft {reference}",),
    ("meeting", "draft_minutes", "ended"): ("minutes circulate {reference} --until DATE",),
    ("meeting", "circulate_minutes", "ended"): ("minutes sign {reference}",),
    ("meeting", "correct_minutes", "ended"): ("minutes draft {reference}",),
    ("ballot", "open", "asked"): ("ballot no-objection {reference}", "ballot object {reference} --seat SEAT"),
    ("ballot", "open", "open"): _COUNT,
    ("ballot", "object", "open"): _COUNT,
    ("ballot", "close", "waiting_for_casting_vote"): (
        "ballot casting-vote {reference} POSITION --reason REASON",
    ),
}
"""By the kind of what the act was done to, the act, and where that stands now, or that it is recorded from paper; what
a receipt tells fills the gaps."""

_AWAITED, _UNOPENED = (
    "ballot show {ballot}",
    "ballot open --meeting MEETING --item ITEM --jointly-with {body}",
)
"""What another body does that has still to decide the same text."""


def next_steps(receipt: CouncilReceipt) -> Iterator[str]:
    """The commands, each complete but for what only people know."""
    known = {**receipt.told, "reference": receipt.reference}
    stands = "on_paper" if receipt.told.get("on_paper") else receipt.state
    for step in _STEPS.get((receipt.subject, receipt.trigger, stands), ()):
        yield f"govflow {step.format_map(known)}"
    for ballot in known.get("awaited_ballots", ()):
        step = _AWAITED if ballot else _UNOPENED
        yield f"govflow {step.format(ballot=ballot, body=known['jointly_with'])}"
