"""The rule of a ballot, frozen when the ballot opens, and what in a rule would contradict itself."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from govflow.messages import Notice, notice

HALF = Fraction(1, 2)


class Base(StrEnum):
    """Of what the threshold is a part, in weights."""

    SEATS = "seats"
    ELIGIBLE = "eligible"
    PRESENT = "present"
    CAST = "cast"
    YES_NO = "yes_no"


class QuorumBase(StrEnum):
    """Of what the quorum is a part, in heads."""

    SEATS = "seats"
    ELIGIBLE = "eligible"


class Recusal(StrEnum):
    """A recused seat leaves those who may vote, or stays among them as an absent one."""

    SHRINK = "shrink"
    ABSENT = "absent"


class Tie(StrEnum):
    """What becomes of a tie."""

    FAIL = "fail"
    CHAIR = "chair"
    STATUS_QUO = "status_quo"
    CARRY_OVER = "carry_over"


class TieDefinition(StrEnum):
    """`STRICT`: the base falls into two equal halves. `YES_EQ_NO`: as many for as against, whoever abstains."""

    STRICT = "strict"
    YES_EQ_NO = "yes_eq_no"


class ChairVote(StrEnum):
    """Whether the chair votes like every seat, only casts at a tie, or does both."""

    ORDINARY = "ordinary"
    CASTING_ONLY = "casting_only"
    BOTH = "both"


class Silence(StrEnum):
    """What a seat that gives no answer is taken to say."""

    NONE = "none"
    ASSENT = "assent"
    ABSTAIN = "abstain"


class QuorumRule(NamedTuple):
    """How many have to take part. Proxies and written ballots take part only where this says so."""

    fraction: Fraction
    base: QuorumBase = QuorumBase.SEATS
    inclusive: bool = False
    count_proxy: bool = False
    count_written: bool = False


class Rule(NamedTuple):
    """When a question is passed. `threshold` is a part of `base` that the yes has to exceed, or with `inclusive` to
    reach. `quorum` None: nobody counts who is there. `max_no` None: only the threshold counts the no."""

    base: Base
    threshold: Fraction
    inclusive: bool = False
    quorum: QuorumRule | None = None
    min_yes: int = 0
    max_no: int | None = None
    blocking: bool = False
    recusal: Recusal = Recusal.SHRINK
    tie: Tie = Tie.FAIL
    tie_definition: TieDefinition = TieDefinition.STRICT
    chair_vote: ChairVote = ChairVote.ORDINARY
    silence: Silence = Silence.NONE
    revote: bool = False
    requires: tuple[str, ...] = ()

    @property
    def can_tie(self) -> bool:
        """More than one half is asked for: only then are two equal sides both short by the same step."""
        return self.threshold == HALF and not self.inclusive

    @property
    def casts_only(self) -> bool:
        """The chair has no vote but the casting one."""
        return self.chair_vote is ChairVote.CASTING_ONLY


class Inconsistency(NamedTuple):
    """What is wrong with a rule: in which field (`quorum.fraction` for a nested one), and why."""

    field: str
    said: Notice


def inconsistencies(rule: Rule) -> Iterator[Inconsistency]:
    """Every contradiction of a rule, by field."""
    yield from _of_fraction("threshold", rule.threshold)
    if rule.quorum:
        yield from _of_fraction("quorum.fraction", rule.quorum.fraction)


def _of_fraction(field: str, fraction: Fraction) -> Iterator[Inconsistency]:
    if not 0 < fraction <= 1:
        yield Inconsistency(field, notice("rule.fraction_range", key=field, value=str(fraction)))
