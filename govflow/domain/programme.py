"""Programmes: what a government already spends on IT, as its yearly review publishes it.

The owner answers for a programme, the holder has its budget: with umbrella budgets these differ. A part is a
programme whose money is booked under an umbrella, so that adding both would count it twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Programme(NamedTuple):
    """One programme of one year's review. `owner` and `holder` are ministries, `part_of` is a key.

    Amounts are in yen, None is not stated. Years are fiscal years; `end_year` None means no end is known.
    """

    key: str
    title: str
    owner: str
    holder: str
    bureau: str | None
    start_year: int | None
    end_year: int | None
    budget: int | None
    executed: int | None
    part_of: str | None
    source: str


class Totals(NamedTuple):
    """Sums in yen that count nothing twice, and beside them what the parts of umbrellas state themselves."""

    programmes: int
    budget: int
    budgets_not_stated: int
    executed: int
    parts: int
    parts_budget: int
    parts_executed: int


def is_live(programme: Programme, fiscal_year: int) -> bool:
    """Whether the programme has not ended before `fiscal_year`."""
    return programme.end_year is None or programme.end_year >= fiscal_year


def totals(programmes: Iterable[Programme]) -> Totals:
    """The totals of a selection. A part is summed apart only beside its umbrella; without it, it counts."""
    chosen = tuple(programmes)
    keys = {programme.key for programme in chosen}
    parts = [programme for programme in chosen if programme.part_of in keys]
    counted = [programme for programme in chosen if programme.part_of not in keys]
    return Totals(
        programmes=len(chosen),
        budget=_sum(programme.budget for programme in counted),
        budgets_not_stated=sum(programme.budget is None for programme in chosen),
        executed=_sum(programme.executed for programme in counted),
        parts=len(parts),
        parts_budget=_sum(programme.budget for programme in parts),
        parts_executed=_sum(programme.executed for programme in parts),
    )


def _sum(amounts: Iterable[int | None]) -> int:
    return sum(amount for amount in amounts if amount is not None)
