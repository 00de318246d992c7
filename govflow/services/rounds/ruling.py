"""Ruling: which round a proposal falls under, and what a closed one refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from govflow.domain.round import Ruled, governing
from govflow.messages import Notice, notice
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Ruling:
    """The round that a proposal falls under. Most acts go by none of its dates: it is looked up when it is first asked
    for, and the entry names the one that was."""

    __slots__ = ("_asked", "_look", "named")

    def __init__(self, look: Callable[[], Ruled | None]) -> None:
        self._look = look
        self._asked = False
        self.named: Ruled | None = None

    @property
    def round(self) -> Ruled | None:
        """The round; None where there is none."""
        if not self._asked:
            self._asked, self.named = True, self._look()
        return self.named


def round_of(work: UnitOfWork, definition: Definition, fiscal_year: int) -> Ruled | None:
    """The round of a workflow and fiscal year; None where there is none, or the definition knows no rounds."""
    if definition.rounds is None:
        return None
    found = work.rounds.found(workflow=definition.name, fiscal_year=fiscal_year)
    return governing([(kept.value, kept.version) for kept in found])


def closed_to(round_: Ruled | None, fiscal_year: int, *, changes: str | None) -> tuple[Notice, ...]:
    """Why nothing new comes in any more; empty where it does. What `changes` a decided proposal answers no call: it is
    as new as what it changes."""
    if round_ is None or not round_.closed or changes is not None:
        return ()
    return (notice("round.closed_to_new", name=round_.reference, year=fiscal_year),)
