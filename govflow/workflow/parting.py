"""Parting: where one act leads several ways by what was sent back before, only one of them is the proposal's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from govflow.messages import Notice
from govflow.workflow.definition import Transition

_GUARDS = ("returned_from", "unchanged_since")
_OTHER_CASE = ("guard.not_returned_from", "guard.never_returned", "guard.changed_since", "guard.not_recorded")
"""What is said on such a way where it is another case, and nothing that anybody could mend."""


class Way(Protocol):
    """A transition, and what speaks against it."""

    @property
    def transition(self) -> Transition: ...

    @property
    def reasons(self) -> tuple[Notice, ...]: ...


W = TypeVar("W", bound=Way)


def on_their_way(found: Sequence[W]) -> list[W]:
    """Of the ways of an act between which such guards choose, the first that they let pass; all other transitions."""
    parted = {one.transition.trigger for one in found if _chooses(one.transition)}
    chosen: dict[str, W] = {}
    for one in found:
        if not (_chooses(one.transition) and any(reason.code in _OTHER_CASE for reason in one.reasons)):
            chosen.setdefault(one.transition.trigger, one)
    return [
        one
        for one in found
        if one.transition.trigger not in parted or chosen.get(one.transition.trigger, one) is one
    ]


def _chooses(transition: Transition) -> bool:
    return any(use.name in _GUARDS for use in transition.guards)
