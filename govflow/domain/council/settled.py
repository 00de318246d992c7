"""Early close: whether the answers that are still out could change the outcome, if nobody changes one given."""

from __future__ import annotations

from dataclasses import replace

from govflow.domain.council.position import Position
from govflow.domain.council.roll import Answer, Roll, Seat
from govflow.domain.council.rule import Rule, Tie, TieDefinition
from govflow.domain.council.tally import Result, tally


def outstanding(rule: Rule, roll: Roll) -> tuple[Seat, ...]:
    """The seats that may still answer and have not; one that is away may do so in writing."""
    casts_only = roll.chair if rule.casts_only else None
    return tuple(answer.seat for answer in roll.answers() if _is_out(answer, casts_only=casts_only))


def settled(result: Result) -> bool:
    """True only if every way of answering ends alike. It is enough to look at all answering alike, as more yes
    never harms and more no never helps; only a tie can lie in between."""
    rule, roll = result.rule, result.roll
    if not outstanding(rule, roll):
        return True
    alike = (tally(rule, _all_saying(position, rule, roll)) for position in _open_to(rule))
    return all(other.outcome is result.outcome for other in alike) and not _may_tie(rule, roll)


def _open_to(rule: Rule) -> tuple[Position, ...]:
    return tuple(Position) if rule.blocking else tuple(set(Position) - {Position.BLOCK})


def _all_saying(position: Position, rule: Rule, roll: Roll) -> Roll:
    """The roll with every outstanding seat saying the same."""
    out = {seat.name for seat in outstanding(rule, roll)}
    return replace(
        roll, seats=tuple(_said(seat, position) if seat.name in out else seat for seat in roll.seats)
    )


def _said(seat: Seat, position: Position) -> Seat:
    written = position is not Position.NONE and not seat.present
    return replace(seat, position=position, written=seat.written or written)


def _is_out(answer: Answer, *, casts_only: str | None) -> bool:
    seat = answer.seat
    return answer.position is Position.NONE and not seat.recused and seat.name != casts_only


def _may_tie(rule: Rule, roll: Roll) -> bool:
    """Under the wide definition two sides may come out equal though all answering alike does not make them so."""
    matters = rule.tie in (Tie.CHAIR, Tie.CARRY_OVER) and rule.tie_definition is TieDefinition.YES_EQ_NO
    if not (rule.can_tie and matters):
        return False
    most, least = (
        tally(rule, _all_saying(position, rule, roll)).counts.weights
        for position in (Position.YES, Position.NO)
    )
    return most.yes >= most.against and least.yes <= least.against
