"""The truth table of a rule: what every combination of answers comes to, on a roll of equal seats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome, tally

MOST_SEATS = 9
"""Beyond this a table says no more than the rule's sentence."""


class Row(NamedTuple):
    """How many seats say what, and the outcome. Whoever gives no answer is not there."""

    yes: int
    no: int
    abstain: int
    block: int
    none: int
    outcome: Outcome


def truth_table(rule: Rule, seats: int) -> tuple[Row, ...]:
    """Every combination once, most answers first. Blocks appear where the rule knows them."""
    return tuple(_row(rule, heads) for heads in _combinations(seats, blocks=rule.blocking))


def _combinations(seats: int, *, blocks: bool) -> Iterator[tuple[int, int, int, int, int]]:
    for none in range(seats + 1):
        for block in range(seats - none + 1 if blocks else 1):
            for abstain in range(seats - none - block + 1):
                for no in range(seats - none - block - abstain + 1):
                    yield seats - none - block - abstain - no, no, abstain, block, none


_SAID = (Position.YES, Position.NO, Position.ABSTAIN, Position.BLOCK, Position.NONE)


def _row(rule: Rule, heads: tuple[int, int, int, int, int]) -> Row:
    said = [position for position, times in zip(_SAID, heads, strict=True) for _ in range(times)]
    seats = (Seat(f"seat-{n}", each, present=each is not Position.NONE) for n, each in enumerate(said))
    return Row(*heads, tally(rule, Roll(tuple(seats))).outcome)
