"""Occasions: what happens outside a workflow that does transitions of it, in a body or to a decision's conditions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Occasion(StrEnum):
    """What a transition that no person does may wait for."""

    PLACED = "placed"
    CALLED = "called"
    REMOVED = "removed"
    PASSED = "passed"
    FAILED = "failed"
    CARRIED_OVER = "carried_over"
    RETURNED = "returned"
    LAPSED = "lapsed"
    DECIDED_ALONE = "decided_alone"
    RATIFIED = "ratified"
    BREACH_SUSPENDS = "breach_suspends"
    BREACH_LAPSES = "breach_lapses"
    APPLIED = "applied"
    CHANGED = "changed"


OF_ITSELF = (Occasion.BREACH_SUSPENDS, Occasion.BREACH_LAPSES, Occasion.APPLIED, Occasion.CHANGED)
"""Those that no body brings about: they follow from what the record holds."""

OF_A_BODY = tuple(occasion for occasion in Occasion if occasion not in OF_ITSELF)
"""Those that the proceedings of a body bring about."""

MAY_FOLLOW: Mapping[Occasion, tuple[Occasion, ...]] = {
    Occasion.PLACED: (Occasion.REMOVED,),
    Occasion.CALLED: (Occasion.PASSED, Occasion.FAILED, Occasion.CARRIED_OVER),
}
"""What may always come of an item, whatever a body's rules are: a meeting ends, and not every item was reached."""
