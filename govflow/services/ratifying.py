"""Ratifying: which decisions on a proposal a body has still to ratify, by now or at an earlier moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.link import Link
from govflow.domain.council.register import Standing, standing

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork


def to_be_ratified(work: UnitOfWork, reference: str, *, at: str | None = None) -> list[str]:
    """The numbers of the decisions on a proposal that are provisional, or were `at` a moment."""
    rows = (row for row in work.decisions.find(proposal=reference) if at is None or row.recorded_at <= at)
    return [row.number for row in rows if _waits(work, row, at=at)]


def _waits(work: UnitOfWork, row: DecisionRow, *, at: str | None) -> bool:
    links = (each for each in work.decisions.links_of(row.number) if each.earlier == row.number)
    known = (Link(each.kind) for each in links if at is None or each.recorded_at <= at)
    return standing(row.full, tuple(known)) is Standing.PROVISIONAL
