"""The tally: from a rule and a roll to the outcome and the numbers that make it so."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from govflow.domain.council.counts import Counts, base_of, count
from govflow.domain.council.position import Position
from govflow.domain.council.roll import Roll
from govflow.domain.council.rule import QuorumBase, Rule, Tie, TieDefinition


class Outcome(StrEnum):
    """How a ballot ends. `WITHDRAWN` is an act of the proposer and no tally's to give."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    TIE_PENDING_CHAIR = "TIE_PENDING_CHAIR"
    NO_DECISION = "NO_DECISION"
    NO_QUORUM = "NO_QUORUM"
    BLOCKED = "BLOCKED"
    WITHDRAWN = "WITHDRAWN"


class Standing(StrEnum):
    """What the numbers alone say."""

    CARRIED = "carried"
    TIED = "tied"
    SHORT = "short"


class Quorum(NamedTuple):
    """Heads: of how many, how many are needed, how many take part."""

    of: int
    needed: int
    attending: int

    @property
    def held(self) -> bool:
        return self.attending >= self.needed


class Result(NamedTuple):
    """An outcome with its numbers. `base` and `needed` are weights: the least yes that passes, of how much.
    `answers`: the quorum is that of the answers in writing."""

    rule: Rule
    roll: Roll
    outcome: Outcome
    standing: Standing
    counts: Counts
    base: int
    needed: int
    quorum: Quorum
    answers: bool = False


_TIE: Mapping[Tie, Outcome] = {
    Tie.FAIL: Outcome.FAILED,
    Tie.STATUS_QUO: Outcome.FAILED,
    Tie.CARRY_OVER: Outcome.NO_DECISION,
}
_CAST: Mapping[Position | None, Outcome] = {
    None: Outcome.TIE_PENDING_CHAIR,
    Position.YES: Outcome.PASSED,
    Position.NO: Outcome.FAILED,
}


def tally(rule: Rule, roll: Roll) -> Result:
    """What the outcome is if the question is closed now. `roll_checks.faults` says whether the roll may be tallied."""
    counts = count(rule, roll)
    base = base_of(rule, counts)
    return Result(
        rule=rule,
        roll=roll,
        outcome=outcome_of(rule, counts, roll.casting_vote),
        standing=standing(rule, counts),
        counts=counts,
        base=base,
        needed=_needed(rule, base, counts.step),
        quorum=_quorum(rule, counts),
    )


def standing(rule: Rule, counts: Counts) -> Standing:
    """Carried, tied or short, whatever blocks stand and whoever is there."""
    base = base_of(rule, counts)
    if not enough_heads(rule, counts):
        return Standing.SHORT
    if counts.weights.yes >= _needed(rule, base, counts.step):
        return Standing.CARRIED
    return Standing.TIED if _is_tie(rule, counts, base) else Standing.SHORT


def enough_heads(rule: Rule, counts: Counts) -> bool:
    """The limits that count heads and not weights."""
    few_against = rule.max_no is None or counts.heads.against <= rule.max_no
    return counts.heads.yes >= max(rule.min_yes, 1) and few_against


def outcome_of(rule: Rule, counts: Counts, casting_vote: Position | None) -> Outcome:
    """Without a quorum nothing is decided; a block holds up what would not be lost anyway; then the numbers say."""
    if not _quorum(rule, counts).held:
        return Outcome.NO_QUORUM
    if not (rule.blocking and counts.heads.block):
        return _by_numbers(rule, counts, casting_vote)
    lost_anyway = _by_numbers(rule, counts.lifted(), None) is Outcome.FAILED
    return Outcome.FAILED if lost_anyway else Outcome.BLOCKED


def _by_numbers(rule: Rule, counts: Counts, casting_vote: Position | None) -> Outcome:
    tied = _CAST[casting_vote] if rule.tie is Tie.CHAIR else _TIE[rule.tie]
    by_standing = {
        Standing.CARRIED: Outcome.PASSED,
        Standing.TIED: tied,
        Standing.SHORT: Outcome.FAILED,
    }
    return by_standing[standing(rule, counts)]


def _is_tie(rule: Rule, counts: Counts, base: int) -> bool:
    if not rule.can_tie or counts.weights.yes != counts.weights.against:
        return False
    return rule.tie_definition is TieDefinition.YES_EQ_NO or 2 * counts.weights.yes == base


def _needed(rule: Rule, base: int, step: int) -> int:
    """The least yes that passes: a sum of weights, so a multiple of `step`, and at least one vote."""
    return step * max(_least(base // step * rule.threshold, inclusive=rule.inclusive), 1)


def _quorum(rule: Rule, counts: Counts) -> Quorum:
    """Recusal shrinks what the quorum is a part of; a chair who only casts is counted when there."""
    heads, asked = counts.heads, rule.quorum
    if asked is None:
        return Quorum(of=heads.seats, needed=0, attending=counts.attending)
    chair = heads.chair if asked.base is QuorumBase.SEATS else 0
    of = heads.eligible(rule.recusal) + chair
    needed = _least(of * asked.fraction, inclusive=asked.inclusive)
    return Quorum(of=of, needed=needed, attending=counts.attending)


def _least(part: Fraction, *, inclusive: bool) -> int:
    """The least whole number that reaches a part, or exceeds it."""
    return ceil(part) if inclusive else floor(part) + 1
