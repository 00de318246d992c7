"""How a decision bears on an earlier one: a closed list, and which of them end it."""

from __future__ import annotations

from enum import StrEnum


class Link(StrEnum):
    """What a later decision does to an earlier one. One that lapses because nobody ratified it in time `lapses` of
    itself: then it is its own later one."""

    SUPERSEDES = "supersedes"
    RESCINDS = "rescinds"
    RATIFIES = "ratifies"
    LAPSES = "lapses"
    UPHOLDS = "upholds"
    OVERRULES = "overrules"
    REMANDS = "remands"

    @property
    def ends(self) -> bool:
        """Whether the earlier decision holds no longer."""
        return self not in (Link.RATIFIES, Link.UPHOLDS)

    @property
    def undoes(self) -> bool:
        """Whether what followed from the earlier decision has lost its ground."""
        return self.ends and self is not Link.SUPERSEDES
