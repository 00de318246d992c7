"""Early close: whether the answers that are still out could change the outcome, if nobody changes one given."""

from __future__ import annotations

from govflow.domain.council.counts import Counts, count
from govflow.domain.council.position import Position
from govflow.domain.council.roll import Answer, Roll, Seat
from govflow.domain.council.rule import Rule, Tie, TieDefinition
from govflow.domain.council.tally import Result, outcome_of


def outstanding(rule: Rule, roll: Roll) -> tuple[Seat, ...]:
    """The seats that may still answer and have not; one that is away may do so in writing."""
    casts_only = roll.chair if rule.casts_only else None
    return tuple(answer.seat for answer in roll.answers() if _is_out(answer, casts_only=casts_only))


def settled(result: Result) -> bool:
    """True only if every way of answering ends alike. It is enough to look at all answering alike, as more yes
    never harms and more no never helps; only a tie can lie in between."""
    rule, roll = result.rule, result.roll
    out = outstanding(rule, roll)
    if not out:
        return True
    alike = _all_answering(rule, roll, out)
    ends = (outcome_of(rule, counts, roll.casting_vote) for counts in alike.values())
    return all(end is result.outcome for end in ends) and not _may_tie(rule, alike)


def _is_out(answer: Answer, *, casts_only: str | None) -> bool:
    seat = answer.seat
    return answer.position is Position.NONE and not seat.recused and seat.name != casts_only


def _all_answering(rule: Rule, roll: Roll, out: tuple[Seat, ...]) -> dict[str, Counts]:
    """The counts with all outstanding seats in one column, by column."""
    names, weight = {seat.name for seat in out}, sum(seat.weight for seat in out)
    seats = tuple(_says_yes(seat) if seat.name in names else seat for seat in roll.seats)
    in_favour = count(rule, roll._replace(seats=seats))
    columns = ("yes", "no", "abstain", "block") if rule.blocking else ("yes", "no", "abstain")
    return {column: in_favour.with_yes_as(column, heads=len(out), weight=weight) for column in columns}


def _says_yes(seat: Seat) -> Seat:
    return seat._replace(position=Position.YES, written=seat.written or not seat.present)


def _may_tie(rule: Rule, alike: dict[str, Counts]) -> bool:
    """Under the wide definition two sides may come out equal though all answering alike does not make them so."""
    matters = rule.tie in (Tie.CHAIR, Tie.CARRY_OVER) and rule.tie_definition is TieDefinition.YES_EQ_NO
    if not (rule.can_tie and matters):
        return False
    most, least = alike["yes"].weights, alike["no"].weights
    return most.yes >= most.against and least.yes <= least.against
