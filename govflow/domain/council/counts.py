"""Counts: every seat in exactly one column, by heads and by weight, and the bases that thresholds are parts of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import gcd
from typing import NamedTuple

from govflow.domain.council.position import Position
from govflow.domain.council.roll import ONE, Answer, Roll
from govflow.domain.council.rule import Base, QuorumRule, Recusal, Rule, Silence


class Columns(NamedTuple):
    """The seats by what they said: their sum is always all seats."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    none: int = 0
    recused: int = 0
    block: int = 0
    chair: int = 0

    @property
    def seats(self) -> int:
        return sum(self)

    @property
    def against(self) -> int:
        """A block stands where a no would."""
        return self.no + self.block

    def eligible(self, recusal: Recusal) -> int:
        """Who may vote; a recused seat that counts as absent stays among them."""
        gone = self.recused if recusal is Recusal.SHRINK else 0
        return self.seats - self.chair - gone

    def moved(self, source: str, target: str, amount: int) -> Columns:
        """As if so much of one column had been said otherwise."""
        taken = self._replace(**{source: getattr(self, source) - amount})
        return taken._replace(**{target: getattr(taken, target) + amount})


LETTERS = "YNAORDC"
"""The columns in their order, as ballot records abbreviate them."""


class Counts(NamedTuple):
    """`assent` and `silent` are the heads that assented, and that said nothing where silence is taken for an answer;
    both are in their columns. `present` is a weight, `attending` the heads for the quorum. `step` is one
    vote, or the largest part of one that divides every weight: no sum lies between two of its multiples."""

    heads: Columns
    weights: Columns
    assent: int
    silent: int
    present: int
    attending: int
    step: int

    def lifted(self) -> Counts:
        """As if every block had turned into a yes."""
        heads = self.heads.moved("block", "yes", self.heads.block)
        return self._replace(heads=heads, weights=self.weights.moved("block", "yes", self.weights.block))

    def with_yes_as(self, column: str, *, heads: int, weight: int) -> Counts:
        """As if some who are in favour were in another column."""
        moved = self.heads.moved("yes", column, heads)
        return self._replace(heads=moved, weights=self.weights.moved("yes", column, weight))


_COLUMN: Mapping[Position, str] = {
    Position.YES: "yes",
    Position.ASSENT: "yes",
    Position.NO: "no",
    Position.ABSTAIN: "abstain",
    Position.BLOCK: "block",
    Position.NONE: "none",
}
_SILENCE: Mapping[Silence, str] = {Silence.NONE: "none", Silence.ASSENT: "yes", Silence.ABSTAIN: "abstain"}
_BASES: Mapping[Base, Callable[[Rule, Counts], int]] = {
    Base.SEATS: lambda rule, counts: counts.weights.seats,
    Base.ELIGIBLE: lambda rule, counts: counts.weights.eligible(rule.recusal),
    Base.PRESENT: lambda rule, counts: counts.present,
    Base.CAST: lambda rule, counts: counts.weights.yes + counts.weights.against + counts.weights.abstain,
    Base.YES_NO: lambda rule, counts: counts.weights.yes + counts.weights.against,
}


def base_of(rule: Rule, counts: Counts) -> int:
    """The weight that the threshold is a part of."""
    return _BASES[rule.base](rule, counts)


def count(rule: Rule, roll: Roll) -> Counts:
    """Puts every seat into its column. The order of the seats does not matter."""
    heads = dict.fromkeys(Columns._fields, 0)
    weights = dict.fromkeys(Columns._fields, 0)
    assent = silent = present = attending = 0
    step = ONE
    casts_only = roll.chair if rule.casts_only else None
    for answer in roll.answers():
        seat = answer.seat
        column = _column(answer, rule.silence, casts_only=casts_only)
        heads[column] += 1
        weights[column] += seat.weight
        step = gcd(step, seat.weight)
        if column == "recused":
            continue
        attending += seat.present or _takes_part(answer, rule.quorum)
        if column == "chair":
            continue
        if seat.present or column != "none":
            present += seat.weight
        assent += answer.position is Position.ASSENT
        silent += answer.position is Position.NONE and column != "none"
    return Counts(Columns(**heads), Columns(**weights), assent, silent, present, attending, step)


def _column(answer: Answer, silence: Silence, *, casts_only: str | None) -> str:
    if answer.seat.recused:
        return "recused"
    if answer.seat.name == casts_only:
        return "chair"
    return _SILENCE[silence] if answer.position is Position.NONE else _COLUMN[answer.position]


def _takes_part(answer: Answer, quorum: QuorumRule | None) -> bool:
    """Whether the quorum counts a seat that is not in the room."""
    if quorum is None:
        return False
    wrote = answer.seat.written and answer.seat.position is not Position.NONE
    return (quorum.count_proxy and answer.represented) or (quorum.count_written and wrote)
